import { useState } from "react";
import { symbolRule } from "~/content/attribute-rules";
import { whyNotHgvs } from "~/content/hgvs";
import { chosenNode } from "../chosen";
import { Dialog } from "../dialog";
import { DialogField } from "../dialog-field";
import type { DialogProps } from "./dialog-props";
import { GeneField } from "./gene-field";
import { putInline, selectedWords } from "./put-in";

/** A variant in the form that HGVS recommends, or the reason why it is not. */
export function VariantDialog({ editor, genesUrl, onClose }: DialogProps) {
  const chosen = chosenNode(editor, "variant")?.node.attrs;
  const [hgvs, setHgvs] = useState(
    String(chosen?.hgvs ?? selectedWords(editor)),
  );
  const [gene, setGene] = useState(String(chosen?.gene ?? ""));
  const [errors, setErrors] = useState<{ hgvs?: string; gene?: string }>({});
  const typed = hgvs.trim();
  const reason = typed === "" ? null : whyNotHgvs(typed);

  const act = () => {
    const symbol = gene.trim();
    const isGene = symbol === "" || symbolRule.read(symbol, {}) !== undefined;
    const why = typed === "" ? "Type the variant's name." : whyNotHgvs(typed);
    if (why !== null || !isGene) {
      setErrors({
        ...(why === null ? {} : { hgvs: why }),
        ...(isGene ? {} : { gene: symbolRule.says }),
      });
      return;
    }
    putInline(editor, "variant", { hgvs: typed, gene: symbol || null });
    onClose();
  };

  return (
    <Dialog
      title="Variant"
      act={chosen ? "Change" : "Insert"}
      onAct={act}
      onClose={onClose}
    >
      <DialogField
        label="Variant"
        hint="As HGVS recommends: p.Gly2032Arg, NM_002944.3:c.6094G>A"
        data-first
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={hgvs}
        error={errors.hgvs ?? null}
        onChange={(event) => {
          setHgvs(event.target.value);
          setErrors({});
        }}
      />
      <p className="dialog-reading" role="status">
        {errors.hgvs === undefined && (reason ?? (typed && "Written as HGVS."))}
      </p>
      <GeneField
        label="Gene (optional)"
        genesUrl={genesUrl}
        value={gene}
        error={errors.gene ?? null}
        onValue={setGene}
      />
    </Dialog>
  );
}

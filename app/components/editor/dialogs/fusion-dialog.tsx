import { useState } from "react";
import { fusionPartnerRule } from "~/content/attribute-rules";
import { fusionName } from "~/content/entry-words";
import { chosenNode } from "../chosen";
import { Dialog } from "../dialog";
import type { DialogProps } from "./dialog-props";
import { GeneField } from "./gene-field";
import { putInline, selectedWords } from "./put-in";

/** Two genes, five-prime partner first; "?" for one that is not known. */
export function FusionDialog({ editor, genesUrl, onClose }: DialogProps) {
  const chosen = chosenNode(editor, "fusion")?.node.attrs;
  const marked = selectedWords(editor).split(/::|[-–/]/);
  const [fivePrime, setFivePrime] = useState(
    String(chosen?.fivePrime ?? marked[0] ?? ""),
  );
  const [threePrime, setThreePrime] = useState(
    String(chosen?.threePrime ?? marked[1] ?? ""),
  );
  const [error, setError] = useState<"fivePrime" | "threePrime" | null>(null);

  const act = () => {
    const fusion = {
      fivePrime: fivePrime.trim(),
      threePrime: threePrime.trim(),
    };
    const wrong = (["fivePrime", "threePrime"] as const).find(
      (name) => fusionPartnerRule.read(fusion[name], fusion) === undefined,
    );
    if (wrong !== undefined) {
      setError(wrong);
      return;
    }
    putInline(editor, "fusion", fusion);
    onClose();
  };
  const sentence = (name: typeof error) =>
    error === name ? fusionPartnerRule.says : null;

  return (
    <Dialog
      title="Fusion"
      act={chosen ? "Change" : "Insert"}
      onAct={act}
      onClose={onClose}
    >
      <GeneField
        label="Five-prime gene"
        hint="Type ? when the partner is not known"
        genesUrl={genesUrl}
        isFirst
        value={fivePrime}
        error={sentence("fivePrime")}
        onValue={(value) => {
          setFivePrime(value);
          setError(null);
        }}
      />
      <GeneField
        label="Three-prime gene"
        genesUrl={genesUrl}
        value={threePrime}
        error={sentence("threePrime")}
        onValue={(value) => {
          setThreePrime(value);
          setError(null);
        }}
      />
      <p className="dialog-reading" role="status">
        {fivePrime && threePrime
          ? `Shown as ${fusionName({ fivePrime: fivePrime.trim(), threePrime: threePrime.trim() })}`
          : ""}
      </p>
    </Dialog>
  );
}

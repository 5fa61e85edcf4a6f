import { useState } from "react";
import { therapyCodeRule, therapyNameRule } from "~/content/attribute-rules";
import { chosenNode } from "../chosen";
import { Dialog } from "../dialog";
import { DialogField } from "../dialog-field";
import type { DialogProps } from "./dialog-props";
import { putInline, selectedWords } from "./put-in";

/** A treatment by its generic name, and its code where it has one. */
export function TherapyDialog({ editor, onClose }: DialogProps) {
  const chosen = chosenNode(editor, "therapy")?.node.attrs;
  const [name, setName] = useState(
    String(chosen?.name ?? selectedWords(editor)),
  );
  const [code, setCode] = useState(String(chosen?.code ?? ""));
  const [errors, setErrors] = useState<{ name?: string; code?: string }>({});

  const act = () => {
    const therapy = { name: name.trim(), code: code.trim() || null };
    const isName = therapyNameRule.read(therapy.name, {}) !== undefined;
    const isCode = therapyCodeRule.read(therapy.code, {}) !== undefined;
    if (!isName || !isCode) {
      setErrors({
        ...(isName ? {} : { name: therapyNameRule.says }),
        ...(isCode ? {} : { code: therapyCodeRule.says }),
      });
      return;
    }
    putInline(editor, "therapy", therapy);
    onClose();
  };

  return (
    <Dialog
      title="Treatment"
      act={chosen ? "Change" : "Insert"}
      onAct={act}
      onClose={onClose}
    >
      <DialogField
        label="Generic name"
        hint="Such as lorlatinib"
        data-first
        autoComplete="off"
        maxLength={100}
        value={name}
        error={errors.name ?? null}
        onChange={(event) => setName(event.target.value)}
      />
      <DialogField
        label="Code (optional)"
        hint="A registry and its number, such as NCIT:C113655"
        autoComplete="off"
        spellCheck={false}
        value={code}
        error={errors.code ?? null}
        onChange={(event) => setCode(event.target.value)}
      />
    </Dialog>
  );
}

import { useState } from "react";
import { nodeTable } from "~/content/node-table";
import { chosenNode } from "../chosen";
import { Dialog } from "../dialog";
import { insertBlock } from "../insert-block";
import { DialogField } from "../dialog-field";
import type { DialogProps } from "./dialog-props";
import { setAttributes } from "./put-in";

type Fields = Record<string, { label: string; hint?: string }>;

const resourceFields: Fields = {
  title: { label: "Title" },
  url: { label: "Address", hint: "Begins with https://" },
  publisher: { label: "Publisher" },
};
const guidelineFields: Fields = {
  organisation: { label: "Organisation", hint: "Such as NICE" },
  title: { label: "Title" },
  version: { label: "Version (optional)" },
  date: {
    label: "Date",
    hint: "A year, a month or a day: 2018, 2018-01 or 2018-01-04",
  },
  url: { label: "Address", hint: "Begins with https://" },
};

/** One line of the resources; the first makes their list. */
export function ResourceDialog(props: DialogProps) {
  return (
    <EntryDialog
      {...props}
      name="resource"
      list="resourceList"
      title="Resource"
      fields={resourceFields}
    />
  );
}

/** One guideline that the page rests on; the first makes their list. */
export function GuidelineDialog(props: DialogProps) {
  return (
    <EntryDialog
      {...props}
      name="guideline"
      list="sourceGuidelines"
      title="Source guideline"
      fields={guidelineFields}
    />
  );
}

type Props = DialogProps & {
  name: "resource" | "guideline";
  list: "resourceList" | "sourceGuidelines";
  title: string;
  fields: Fields;
};

function EntryDialog(props: Props) {
  const { editor, name, title, fields, onClose } = props;
  const [chosen] = useState(() => chosenNode(editor, name));
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      Object.keys(fields).map((field) => [
        field,
        String(chosen?.node.attrs[field] ?? ""),
      ]),
    ),
  );
  const [errors, setErrors] = useState<Record<string, string>>({});

  const act = () => {
    const typed = Object.fromEntries(
      Object.entries(values).map(([field, value]) => [field, value.trim()]),
    );
    const wrong = wrongFields(name, typed);
    if (!typed.title && !typed.url) wrong.title = "Type a title or an address.";
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    if (chosen) setAttributes(editor, chosen.at, typed);
    else addEntry(props, typed);
    onClose();
  };

  return (
    <Dialog
      title={title}
      act={chosen ? "Change" : "Insert"}
      onAct={act}
      onClose={onClose}
    >
      {Object.entries(fields).map(([field, { label, hint }], index) => (
        <DialogField
          key={field}
          label={label}
          {...(hint ? { hint } : {})}
          {...(index === 0 ? { "data-first": true } : {})}
          autoComplete="off"
          inputMode={field === "url" ? "url" : "text"}
          value={values[field] ?? ""}
          error={errors[field] ?? null}
          onChange={(event) => {
            setValues({ ...values, [field]: event.target.value });
            setErrors({});
          }}
        />
      ))}
    </Dialog>
  );
}

function wrongFields(
  name: "resource" | "guideline",
  typed: Record<string, string>,
): Record<string, string> {
  const rules = nodeTable[name].attributes;
  return Object.fromEntries(
    Object.entries(typed).flatMap(([field, value]) => {
      const rule = rules[field];
      return rule === undefined || rule.read(value, typed) !== undefined
        ? []
        : [[field, rule.says]];
    }),
  );
}

/** Behind the last entry of the list at the cursor, or in a list of its own. */
function addEntry(
  { editor, name, list }: Props,
  typed: Record<string, string>,
) {
  const { nodes } = editor.schema;
  const entry = nodes[name]?.create(typed);
  if (!entry) return;
  const around = chosenNode(editor, list);
  if (around === null) {
    const made = nodes[list]?.create(null, entry);
    if (made) insertBlock(editor, made);
    return;
  }
  const end = around.at + around.node.nodeSize - 1;
  editor.view.dispatch(editor.state.tr.insert(end, entry).scrollIntoView());
}

import type { Editor } from "@tiptap/core";
import { Dna, Link, MessageSquareQuote, Table } from "lucide-react";
import { forwardRef, useMemo } from "react";
import { blockChoices } from "./block-choices";
import { dialogLabels } from "./insert-choices";
import { styleChoices, styleName } from "./style-choices";
import { tableChoices } from "./table-choices";
import { ToolButton } from "./tool-button";
import { ToolMenu } from "./tool-menu";
import {
  historyTools,
  listTools,
  markTools,
  type Choice,
  type DialogName,
  type Tool,
} from "./tools";
import { useEditorState } from "./use-editor-state";
import { useRoving } from "./use-roving";

type Props = { editor: Editor; onDialog: (dialog: DialogName) => void };

/**
 * One stop of the Tab key: arrows, Home and End go from tool to tool, Esc back
 * to the text. Every tool has a name, and its keys where it has any.
 */
export const Toolbar = forwardRef<HTMLDivElement, Props>(function Toolbar(
  { editor, onDialog },
  ref,
) {
  const roving = useRoving("style", () => editor.commands.focus());
  const tables = useMemo(() => tableChoices(onDialog), [onDialog]);
  const dialogTools = useMemo(() => dialogToolsOf(onDialog), [onDialog]);
  const inserts = useMemo(() => insertMenu(onDialog), [onDialog]);
  const style = useEditorState(editor, styleName);
  const buttons = (tools: Tool[]) =>
    tools.map((tool) => (
      <ToolButton
        key={tool.name}
        tool={tool}
        editor={editor}
        tabIndex={roving.tabIndexOf(tool.name)}
      />
    ));
  const menuProps = { editor, tabIndexOf: roving.tabIndexOf };
  return (
    <div
      ref={ref}
      className="editor-tools"
      role="toolbar"
      aria-label="Text tools"
      aria-controls="page-text"
      {...roving.handlers}
    >
      <ToolMenu
        {...menuProps}
        name="style"
        label={`Style: ${style}`}
        shown={style}
        choices={styleChoices}
      />
      <span className="tool-group">{buttons(markTools)}</span>
      <span className="tool-group">{buttons(listTools)}</span>
      <span className="tool-group">
        {dialogTools.map((tool) => (
          <ToolButton
            key={tool.name}
            tool={tool}
            editor={editor}
            tabIndex={roving.tabIndexOf(tool.name)}
            hasWord={tool.name !== "link"}
          />
        ))}
      </span>
      <span className="tool-group">
        <ToolMenu
          {...menuProps}
          name="table"
          label="Table"
          Icon={Table}
          choices={tables}
        />
        <ToolMenu
          {...menuProps}
          name="block"
          label="Block"
          choices={blockChoices}
        />
        <ToolMenu
          {...menuProps}
          name="insert"
          label="Insert"
          choices={inserts}
        />
      </span>
      <span className="tool-group">{buttons(historyTools)}</span>
    </div>
  );
});

/** What else a page can hold; each has its dialog. */
function insertMenu(onDialog: (dialog: DialogName) => void): Choice[] {
  const wanted: DialogName[] = [
    ...(["figure", "timelineEntry", "resource", "guideline"] as const),
    ...(["reusable", "variant", "fusion", "therapy"] as const),
  ];
  return wanted.map((name) => ({
    name,
    label: `${dialogLabels[name]}…`,
    kind: "act",
    isFirstOfGroup: name === "variant",
    run: () => onDialog(name),
  }));
}

function dialogToolsOf(onDialog: (dialog: DialogName) => void): Tool[] {
  return [
    {
      name: "link",
      label: "Link",
      keys: "Ctrl+K",
      Icon: Link,
      run: () => onDialog("link"),
      isOn: (editor) => editor.isActive("link"),
    },
    {
      name: "citation",
      label: "Cite",
      Icon: MessageSquareQuote,
      run: () => onDialog("citation"),
      isOn: (editor) => editor.isActive("citation"),
    },
    {
      name: "gene",
      label: "Gene",
      Icon: Dna,
      run: () => onDialog("gene"),
      isOn: (editor) => editor.isActive("gene"),
    },
  ];
}

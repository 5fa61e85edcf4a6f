import type { Editor } from "@tiptap/core";
import type { Tool } from "./tools";
import { useEditorState } from "./use-editor-state";

type Props = {
  tool: Tool;
  editor: Editor;
  tabIndex: number;
};

/** Off tools stay in reach of the arrow keys and say that they are off. */
export function ToolButton({ tool, editor, tabIndex }: Props) {
  const { isOn, isOff } = useEditorState(editor, (current) => ({
    isOn: tool.isOn?.(current),
    isOff: tool.isOff?.(current) ?? false,
  }));
  const name = tool.keys ? `${tool.label} (${tool.keys})` : tool.label;
  return (
    <button
      type="button"
      className="tool"
      data-tool={tool.name}
      tabIndex={tabIndex}
      title={name}
      aria-label={tool.Icon ? tool.label : undefined}
      aria-keyshortcuts={tool.keys?.replace("Ctrl", "Control")}
      aria-pressed={isOn}
      aria-disabled={isOff || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!isOff) tool.run(editor);
      }}
    >
      {tool.Icon ? (
        <tool.Icon />
      ) : (
        <span className="tool-word">{tool.label}</span>
      )}
    </button>
  );
}

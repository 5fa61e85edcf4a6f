import type { Editor } from "@tiptap/core";
import type { Tool } from "./tools";
import { useEditorState } from "./use-editor-state";

type Props = {
  tool: Tool;
  editor: Editor;
  tabIndex: number;
  hasWord?: boolean;
};

/** Off tools stay in reach of the arrow keys and say that they are off. */
export function ToolButton({ tool, editor, tabIndex, hasWord = false }: Props) {
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
      aria-label={hasWord ? undefined : tool.label}
      aria-keyshortcuts={tool.keys?.replace("Ctrl", "Control")}
      aria-pressed={isOn}
      aria-disabled={isOff || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!isOff) tool.run(editor);
      }}
    >
      {hasWord ? (
        <span className="tool-word">{tool.label}</span>
      ) : (
        <tool.Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      )}
    </button>
  );
}

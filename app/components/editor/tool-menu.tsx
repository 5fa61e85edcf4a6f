import type { Editor } from "@tiptap/core";
import { useId, useRef, useState } from "react";
import { DownIcon, type EditorIcon } from "./icons";
import type { Choice } from "./tools";
import type { WritingTools } from "./tool-shed";

type Props = {
  name: string;
  label: string;
  /** On the button in place of the label. */
  shown?: string;
  /** On the button in place of words. */
  Icon?: EditorIcon;
  /** Null until the menus have come. */
  tools: WritingTools | null;
  choicesOf: (tools: WritingTools) => Choice[];
  editor: Editor;
  tabIndexOf: (name: string) => number;
};

/** A menu button of the toolbar (WAI-ARIA menu button pattern). */
export function ToolMenu(props: Props) {
  const { name, label, shown, Icon, tools, choicesOf, editor, tabIndexOf } =
    props;
  const [opensAt, setOpensAt] = useState<"first" | "last" | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const isOpen = opensAt !== null;
  return (
    <>
      <button
        ref={button}
        type="button"
        className="tool tool-menu"
        data-tool={name}
        data-shown={shown === undefined ? undefined : "style"}
        tabIndex={tabIndexOf(name)}
        title={label}
        aria-label={shown === undefined && !Icon ? undefined : label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setOpensAt(isOpen ? null : "first")}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          setOpensAt(event.key === "ArrowDown" ? "first" : "last");
        }}
      >
        {Icon ? <Icon /> : null}
        {Icon ? null : <span className="tool-word">{shown ?? label}</span>}
        <DownIcon />
      </button>
      {opensAt !== null && tools !== null ? (
        <tools.MenuList
          id={id}
          label={label}
          anchor={button.current}
          choices={choicesOf(tools)}
          editor={editor}
          opensAt={opensAt}
          onClose={(isBack) => {
            setOpensAt(null);
            if (isBack) button.current?.focus();
          }}
        />
      ) : null}
    </>
  );
}

import type { Editor } from "@tiptap/core";
import { ChevronDown, type LucideIcon } from "lucide-react";
import { useId, useRef, useState } from "react";
import { MenuList } from "./menu-list";
import type { Choice } from "./tools";

type Props = {
  name: string;
  label: string;
  /** On the button in place of the label. */
  shown?: string;
  /** On the button in place of words. */
  Icon?: LucideIcon;
  choices: Choice[];
  editor: Editor;
  tabIndexOf: (name: string) => number;
};

/** A menu button of the toolbar (WAI-ARIA menu button pattern). */
export function ToolMenu(props: Props) {
  const { name, label, shown, Icon, choices, editor, tabIndexOf } = props;
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
        {Icon ? <Icon size={16} strokeWidth={1.75} aria-hidden="true" /> : null}
        {Icon ? null : <span className="tool-word">{shown ?? label}</span>}
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
      </button>
      {opensAt !== null ? (
        <MenuList
          id={id}
          label={label}
          anchor={button.current}
          choices={choices}
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

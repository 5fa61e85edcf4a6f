import type { Editor } from "@tiptap/core";
import { Check } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from "react";
import type { Choice } from "./tools";

type Props = {
  id: string;
  label: string;
  anchor: HTMLElement | null;
  choices: Choice[];
  editor: Editor;
  opensAt: "first" | "last";
  /** `isBack`: the focus goes back to the button. */
  onClose: (isBack: boolean) => void;
};

const roles = {
  act: "menuitem",
  one: "menuitemradio",
  tick: "menuitemcheckbox",
} as const;

/** The open menu, under its button and inside the window. */
export function MenuList(props: Props) {
  const { id, label, anchor, choices, editor, opensAt, onClose } = props;
  const list = useRef<HTMLUListElement>(null);

  useLayoutEffect(() => {
    if (list.current === null || anchor === null) return;
    place(list.current, anchor);
    const items = itemsOf(list.current);
    items.at(opensAt === "first" ? 0 : -1)?.focus();
  }, [anchor, opensAt]);

  useEffect(() => {
    const closeOutside = (event: Event) => {
      const { target } = event;
      const isInside =
        target instanceof Node &&
        (list.current?.contains(target) || anchor?.contains(target));
      if (!isInside) onClose(false);
    };
    document.addEventListener("pointerdown", closeOutside);
    window.addEventListener("resize", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      window.removeEventListener("resize", closeOutside);
    };
  }, [anchor, onClose]);

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      event.stopPropagation();
      onClose(true);
      return;
    }
    const items = itemsOf(event.currentTarget);
    const at = items.findIndex((item) => item === document.activeElement);
    const next = nextItem(event.key, at, items);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  };

  return (
    <ul
      ref={list}
      id={id}
      className="tool-list"
      role="menu"
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {choices.map((choice) => {
        const isOff = choice.isOff?.(editor) ?? false;
        const isOn = choice.isOn?.(editor) ?? false;
        return (
          <li
            key={choice.name}
            role="none"
            className={choice.isFirstOfGroup ? "tool-list-group" : undefined}
          >
            <button
              type="button"
              role={roles[choice.kind]}
              tabIndex={-1}
              aria-checked={choice.kind === "act" ? undefined : isOn}
              aria-disabled={isOff || undefined}
              onClick={() => {
                if (isOff) return;
                onClose(false);
                choice.run(editor);
              }}
            >
              <span className="tool-list-mark" aria-hidden="true">
                {isOn && choice.kind !== "act" ? (
                  <Check size={16} strokeWidth={1.75} />
                ) : null}
              </span>
              {choice.label}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("button")];
}

/** Arrows and ends; a letter goes to the next choice that starts with it. */
function nextItem(
  key: string,
  at: number,
  items: HTMLElement[],
): HTMLElement | undefined {
  const { length } = items;
  if (key === "ArrowDown") return items[(at + 1) % length];
  if (key === "ArrowUp") return items[(at - 1 + length) % length];
  if (key === "Home") return items[0];
  if (key === "End") return items[length - 1];
  if (key.length !== 1 || key === " ") return undefined;
  const letter = key.toLowerCase();
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) =>
    item.textContent?.trim().toLowerCase().startsWith(letter),
  );
}

/** Set on the element itself: the security policy allows no style attribute. */
function place(list: HTMLElement, anchor: HTMLElement): void {
  const button = anchor.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const left = Math.min(button.left, clientWidth - list.offsetWidth - 8);
  list.style.left = `${Math.max(8, left)}px`;
  list.style.top = `${button.bottom + 4}px`;
  list.style.maxHeight = `${Math.max(160, clientHeight - button.bottom - 12)}px`;
}

import { useEffect, useState } from "react";
import { Button } from "../button";

/** What was selected in the text of a page. */
type Selected = { blockId: string; quotation: string; start: number };

type Props = {
  /** Where another wording for one paragraph is written; null where nobody suggests. */
  wordingUrl: string | null;
  /** What the words are given: a comment at once, or a remark of one's own first. */
  act?: "Comment" | "Remark";
};

/**
 * A bar at the foot of the screen while words of the text are selected:
 * Comment fills the form for a remark, Suggest wording opens the paragraph in
 * a plain box. By keyboard: `c` comments on the selection, Ctrl+Enter sends,
 * Escape goes back to the text. Without script none of it is needed: the form
 * names the place.
 */
export function SelectionBar({ wordingUrl, act = "Comment" }: Props) {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const look = () => setSelected(readSelection());
    const press = (event: KeyboardEvent) => {
      const form = formAround(event.target);
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
        form?.requestSubmit();
      else if (event.key === "Escape" && form) goBackToText(form);
      const now = readSelection();
      if (event.key !== "c" || hasModifier(event) || isTyping(event)) return;
      if (!now) return;
      event.preventDefault();
      startRemark(now);
    };
    document.addEventListener("selectionchange", look);
    document.addEventListener("keydown", press);
    return () => {
      document.removeEventListener("selectionchange", look);
      document.removeEventListener("keydown", press);
    };
  }, []);
  if (!selected) return null;
  // A press would otherwise take the selection away before it is read.
  const keep = (event: { preventDefault(): void }) => event.preventDefault();
  return (
    <div
      className="selection-bar no-print"
      role="toolbar"
      aria-label="Selected words"
      onPointerDown={keep}
    >
      <Button
        type="button"
        tone="primary"
        onClick={() => startRemark(selected)}
      >
        {act}
      </Button>
      {wordingUrl && (
        <a
          className="button"
          href={`${wordingUrl}?block=${encodeURIComponent(selected.blockId)}`}
        >
          Suggest wording
        </a>
      )}
    </div>
  );
}

/** The selected words, when they lie in one block of the text. */
function readSelection(): Selected | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0)
    return null;
  const range = selection.getRangeAt(0);
  const block = blockAround(range.commonAncestorContainer);
  const quotation = wordsOf(range);
  if (!block || quotation.trim() === "") return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return {
    blockId: block.id.slice("b-".length),
    quotation: quotation.trim(),
    start: wordsOf(before).length,
  };
}

/** The words of a part of the text, without the numbers of references and comments. */
function wordsOf(range: Range): string {
  const copy = range.cloneContents();
  for (const number of copy.querySelectorAll(notWords)) number.remove();
  for (const line of copy.querySelectorAll(lines)) line.append(" ");
  return copy.textContent ?? "";
}

/** What the screen adds to the words of a page. */
const notWords =
  ".comment-point, .citation-chip, sup:has(> .citation), .block-label";
/** What stands on a line of its own; its end is no part of a word. */
const lines = "li, p, td, th, h2, h3, caption, figcaption";

function blockAround(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  const text = element?.closest(".page-text");
  let block = element;
  while (block && block.parentElement !== text) block = block.parentElement;
  return block?.id.startsWith("b-") ? block : null;
}

/** Opens the form for a remark with the place filled in. */
function startRemark({ blockId, quotation, start }: Selected): void {
  const form = document.querySelector<HTMLFormElement>("form.remark-form");
  if (!form) return;
  form.closest("details")?.setAttribute("open", "");
  fill(form, "blockId", blockId);
  fill(form, "quotation", quotation);
  fill(form, "start", String(start));
  window.getSelection()?.removeAllRanges();
  const kind = form.querySelector<HTMLInputElement>("input[name=kind]");
  form.scrollIntoView({ block: "start" });
  kind?.focus();
}

/** The form of a remark, or under one, in which somebody types. */
function formAround(target: EventTarget | null): HTMLFormElement | null {
  return target instanceof Element
    ? target.closest<HTMLFormElement>("form.remark-form, .remark form")
    : null;
}

/** To the block that the remark is about, which takes the focus. */
function goBackToText(form: HTMLFormElement): void {
  const chosen = new FormData(form).get("blockId");
  const block =
    typeof chosen === "string" ? document.getElementById(`b-${chosen}`) : null;
  block?.setAttribute("tabindex", "-1");
  block?.focus();
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
  )
    field.value = value;
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable]") !== null
  );
}

import { type RefObject, useEffect } from "react";

/**
 * The keys of the list of suggestions: Alt and an arrow, or `j` and `k`, go
 * from card to card; `a` accepts and `x` declines the card that has the focus.
 * Single letters count only outside fields, and never with another key.
 */
export function useCardKeys(
  list: RefObject<HTMLElement | null>,
  canWrite: boolean,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const cards = cardsIn(list.current);
      if (cards.length === 0 || isTyping(event.target)) return;
      const current = cards.findIndex((card) =>
        card.contains(document.activeElement),
      );
      const step = stepOf(event);
      if (step !== 0) {
        const next = current < 0 ? 0 : current + step;
        cards[Math.max(0, Math.min(cards.length - 1, next))]?.focus();
        event.preventDefault();
        return;
      }
      const answer = canWrite ? answerOf(event) : null;
      const button = cards[current]?.querySelector<HTMLButtonElement>(
        `[data-answer="${answer ?? ""}"]`,
      );
      if (answer === null || !button) return;
      event.preventDefault();
      button.click();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [list, canWrite]);
}

function cardsIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("[data-suggestion]") ?? [])];
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("input:not([type=radio]), textarea, select"))
  );
}

function stepOf(event: KeyboardEvent): -1 | 0 | 1 {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (ctrlKey || metaKey || shiftKey) return 0;
  if (altKey) return key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  return key === "j" ? 1 : key === "k" ? -1 : 0;
}

function answerOf(event: KeyboardEvent): "accept" | "decline" | null {
  const { key, altKey, ctrlKey, metaKey } = event;
  if (altKey || ctrlKey || metaKey) return null;
  return key === "a" ? "accept" : key === "x" ? "decline" : null;
}

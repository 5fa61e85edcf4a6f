import { useState, type FocusEvent, type KeyboardEvent } from "react";

/**
 * The roving tab stop of a toolbar (WAI-ARIA toolbar pattern). Tools carry
 * `data-tool`; one of them is in the Tab order, the one used last.
 */
export function useRoving(first: string, leave: () => void) {
  const [current, setCurrent] = useState(first);
  return {
    tabIndexOf: (name: string) => (name === current ? 0 : -1),
    handlers: {
      onFocus: (event: FocusEvent<HTMLElement>) => {
        const name = nameOf(event.target);
        if (name !== undefined) setCurrent(name);
      },
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        if (event.defaultPrevented || nameOf(event.target) === undefined)
          return;
        if (event.key === "Escape") {
          event.preventDefault();
          leave();
          return;
        }
        const tools = [
          ...event.currentTarget.querySelectorAll<HTMLElement>("[data-tool]"),
        ];
        const at = tools.findIndex((tool) => tool === event.target);
        const next = tools[nextPlace(event.key, at, tools.length)];
        if (next === undefined) return;
        event.preventDefault();
        next.focus();
      },
    },
  };
}

/** Round at both ends; -1 for a key that does not move. */
export function nextPlace(key: string, at: number, count: number): number {
  switch (key) {
    case "ArrowRight":
      return (at + 1) % count;
    case "ArrowLeft":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return -1;
  }
}

function nameOf(target: EventTarget): string | undefined {
  return target instanceof HTMLElement ? target.dataset.tool : undefined;
}

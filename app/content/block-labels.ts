import type { Block, ScenarioBasis } from "./page-content";

type LabelledName =
  "keyMessage" | "whatToDo" | "questionsToAsk" | "callout" | "disclaimer";

/** The word that readers see on a wrapper block, so that colour is never alone. */
export const blockLabels = {
  keyMessage: "Key message",
  whatToDo: "What to do",
  questionsToAsk: "Questions to ask",
  callout: "Note",
  disclaimer: "Disclaimer",
} as const satisfies Record<LabelledName, string>;

export const scenarioLabels = {
  fictional: "Clinical scenario (fictional)",
  consent: "Clinical scenario (told with consent)",
  unstated: "Clinical scenario",
} as const satisfies Record<ScenarioBasis, string>;

/** The class of a block is its node's name in kebab case: `block-key-message`. */
export function blockClass(name: Block["type"]): string {
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `block block-${kebab}`;
}

import type { Block, ReusableKind, ScenarioBasis } from "./page-content";

type LabelledName =
  "keyMessage" | "whatToDo" | "questionsToAsk" | "callout" | "disclaimer";
type ListName = "resourceList" | "sourceGuidelines";

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

/** The word over a list of entries that each have their own fields. */
export const listLabels = {
  resourceList: "Resources",
  sourceGuidelines: "Source guidelines",
} as const satisfies Record<ListName, string>;

export const reusableLabels = {
  disclaimer: "Disclaimer",
  ai_notice: "How AI was used",
} as const satisfies Record<ReusableKind, string>;

/** The class of a block is its node's name in kebab case: `block-key-message`. */
export function blockClass(name: Block["type"]): string {
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `block block-${kebab}`;
}

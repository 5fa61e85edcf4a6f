import type { BlockName } from "../page-content";

export type TemplateBlockName = Extract<
  BlockName,
  "paragraph" | "keyMessage" | "whatToDo" | "questionsToAsk" | "faqItem"
>;

/** An empty block to begin with, and what its author is asked to write there. */
export type TemplateBlock = { type: TemplateBlockName; prompt: string };

export type TemplateSection = {
  /** Null for what stands before the first heading. */
  heading: string | null;
  blocks: readonly TemplateBlock[];
  /** How many words such a section usually has. */
  words: number;
};

/** What a suggested change does, as its card says it. */
export const changeKinds = {
  insert: "Add",
  remove: "Remove",
  move: "Move",
  split: "Split in two",
  join: "Join",
  retype: "Other kind of block",
  words: "Reword",
  format: "Format",
  attributes: "Details",
  table: "Table",
} as const satisfies Record<string, string>;

/** Why a change can never be called minor (rule T14), as a label of its card. */
export const harmTags: Record<string, string> = {
  number: "number",
  unit: "unit",
  negation: "negation",
  comparator: "comparison",
  modal: "strength of advice",
  gene: "gene",
  variant: "variant",
  drug: "drug",
  disease: "disease",
  date: "date",
  citation: "citation",
  link: "link",
};

/** What an answer did, said on the screen that comes next. */
const answersDone: Record<string, string> = {
  accepted: "Accepted. The words are in the draft, as your save.",
  declined: "Declined. The draft is as it was, and the reason is kept.",
  undone: "Undone. The suggestion is open again.",
  closed: "Closed. Whoever suggested it has been told.",
  withdrawn: "Your suggestions are withdrawn.",
  word_suggested: "The Word file is taken in. Its changes are suggestions now.",
  word_left:
    "The Word file is taken in. Some of its comments could not be taken; the file still has them.",
};

export function wordAnswerDone(done: string | null): string | null {
  return done === null ? null : (answersDone[done] ?? null);
}

/** "3 suggestions"; nothing is "no suggestions". */
export function suggestionCount(count: number): string {
  if (count === 0) return "no suggestions";
  return count === 1 ? "1 suggestion" : `${String(count)} suggestions`;
}

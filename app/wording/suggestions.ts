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
  if (done === null) return null;
  const all = /^accepted_(\d{1,4})_(\d{1,4})$/.exec(done);
  return all
    ? acceptedTogether(Number(all[1]), Number(all[2]))
    : (answersDone[done] ?? null);
}

/** Several accepted at once, and those that the draft's own words stand against. */
function acceptedTogether(accepted: number, waiting: number): string {
  const isWaiting =
    waiting === 0
      ? ""
      : ` ${suggestionCount(waiting)} ${waiting === 1 ? "waits" : "wait"} for your choice: the draft changed the same words.`;
  if (accepted === 0) return `Nothing was accepted.${isWaiting}`;
  return `Accepted ${suggestionCount(accepted)}. The words are in the draft, as your save.${isWaiting}`;
}

/** The editor holds a text that the desk no longer has. */
export const suggestionsNeedReload =
  "The draft was changed, and the desk no longer has the text you opened. Load this page again: what you wrote is offered there, to be restored on the newer text.";

/** Other words for a paragraph that went, or became a list or a table, meanwhile. */
export const paragraphGone =
  "This paragraph is no longer in the draft as plain words, so nothing was suggested. Your words still stand in the box: copy them, and suggest them where they belong.";

/** "3 suggestions"; nothing is "no suggestions". */
export function suggestionCount(count: number): string {
  if (count === 0) return "no suggestions";
  return count === 1 ? "1 suggestion" : `${String(count)} suggestions`;
}

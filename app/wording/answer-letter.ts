/** What became of a remark, as the letter to the reviewers says it. */
export const letterDecisions = {
  closed: "Settled",
  answered: "Answered",
  open: "Still open",
} as const;

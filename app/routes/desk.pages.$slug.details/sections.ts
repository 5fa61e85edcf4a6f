/** The parts of this screen, each a form of its own, in their order. */
export const detailsSections = [
  "about",
  "topics",
  "credits",
  "ai-use",
] as const;
export type DetailsSection = (typeof detailsSections)[number];

export const teamActs = ["hand-over", "add-author", "remove-author"] as const;
export type TeamAct = (typeof teamActs)[number];

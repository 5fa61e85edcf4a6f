import type { changeKinds } from "~/wording/suggestions";

/** One suggested change, as a card shows it. */
export type SuggestionCardFacts = {
  id: string;
  kind: keyof typeof changeKinds;
  before: string;
  after: string;
  sentenceBefore: string;
  sentenceAfter: string;
  setId: string;
  setRevision: number;
  madeBy: string;
  madeById: string;
  via: "suggesting" | "word";
  madeAt: Date;
  harms: string[];
  clash: { draftHtml: string | null; theirsHtml: string | null } | null;
};

/** One person's suggestions as a whole. */
export type SuggesterFacts = {
  setId: string;
  setRevision: number;
  madeBy: string;
  madeById: string;
  via: "suggesting" | "word";
  updatedAt: Date;
  open: number;
  inAll: number;
  harmless: number;
};

/** A change that was answered. */
export type DecidedFacts = {
  setId: string;
  setRevision: number;
  changeId: string;
  verdict: "accepted" | "declined" | "undone";
  decidedBy: string;
  decidedAt: string;
  reason: string;
  before: string;
  after: string;
  madeBy: string;
};

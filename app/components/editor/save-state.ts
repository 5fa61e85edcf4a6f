import type { Body } from "~/content/page-content";
import type { BlockClash, ClashChoice } from "./clash-block";
import type { Journal } from "./journal";
import type { MergeReply, SaveReply } from "./save-reply";

export type SavePhase =
  | "saved"
  | "unsaved"
  | "saving"
  | "unreachable"
  | "signed_out"
  | "clash"
  | "invalid"
  | "closed";

/** Somebody else's save that these words met. */
export type Meeting = {
  savedBy: string;
  /** ISO 8601. */
  savedAt: string;
  revision: number;
  body: Body;
};

/** What went out when the desk could be reached again. */
export type SentNote = {
  /** ISO 8601, by this device's clock: the first word that waited. */
  since: string;
  /** ISO 8601, by the desk's clock. */
  savedAt: string;
  blocks: number;
};

export type SaveState = {
  phase: SavePhase;
  /** ISO 8601, by the desk's clock; null before the first save. */
  savedAt: string | null;
  /** False when this device refused to keep a copy of unsaved words. */
  isKeptHere: boolean;
  sentences: string[];
  /** Whose words came in with the last save; null some seconds later. */
  mergedWith: string | null;
  /** What waits for a choice, and whose save it met. */
  clashes: BlockClash[];
  met: Meeting | null;
  sent: SentNote | null;
};

export const atStart: SaveState = {
  phase: "saved",
  savedAt: null,
  isKeptHere: true,
  sentences: [],
  mergedWith: null,
  clashes: [],
  met: null,
  sent: null,
};

/** What the editor knows of the desk's draft. */
export type Known = {
  revision: number;
  /** What the desk held at `revision`; null when this device does not know. */
  confirmed: Body | null;
  /** Sent, with no answer: the desk may hold it. Sent again until it answers. */
  unanswered: Body | null;
  /**
   * The words on the screen were made from another text than the desk names at
   * `revision`: they are merged before they are saved.
   */
  isToMerge: boolean;
};

/** What the editor holds now, or why it cannot be sent. */
export type Reading =
  { ok: true; body: Body } | { ok: false; sentences: string[] };

/** A merge is worked out by the desk, which writes nothing for it. */
export type MergeRequest = {
  baseRevision: number;
  base: Body | null;
  unanswered: Body | null;
  body: Body;
};

export type AutosaveSetting = {
  revision: number;
  body: Body;
  read: () => Reading;
  send: (baseRevision: number, body: Body) => Promise<SaveReply>;
  merge: (request: MergeRequest) => Promise<MergeReply>;
  /** Without waiting for an answer, as the page goes; false when it is too long for that. */
  sendLast: (
    baseRevision: number,
    body: Body,
    confirmed: Body | null,
  ) => boolean;
  /** Whether `sendLast` would take it. */
  isShort: (body: Body, confirmed: Body | null) => boolean;
  /** Puts what the desk merged on the screen; false while it cannot. */
  onMerged: (merged: Body) => boolean;
  /** Puts a choice on the screen; false while it cannot. */
  onChosen: (clash: BlockClash, choice: ClashChoice, theirs: Body) => boolean;
  journal: Journal;
  /** The desk stored what was sent last; its body has the ids. */
  onStored: (stored: Body) => void;
  now: () => Date;
};

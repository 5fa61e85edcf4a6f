import type { Body } from "~/content/page-content";
import type { Journal } from "./journal";
import type { SaveReply, Theirs } from "./save-reply";

export type SavePhase =
  | "saved"
  | "unsaved"
  | "saving"
  | "unreachable"
  | "signed_out"
  | "clash"
  | "invalid"
  | "closed";

export type SaveState = {
  phase: SavePhase;
  /** ISO 8601, by the desk's clock; null before the first save. */
  savedAt: string | null;
  /** False when this device refused to keep a copy of unsaved words. */
  isKeptHere: boolean;
  sentences: string[];
  theirs: Theirs | null;
};

export const atStart: SaveState = {
  phase: "saved",
  savedAt: null,
  isKeptHere: true,
  sentences: [],
  theirs: null,
};

/** What the editor knows of the desk's draft. */
export type Known = {
  revision: number;
  /** What the desk holds at `revision`; null when that is not known. */
  confirmed: Body | null;
  /** Sent, with no answer: the desk may hold it. */
  unanswered: Body | null;
};

/** What the editor holds now, or why it cannot be sent. */
export type Reading =
  { ok: true; body: Body } | { ok: false; sentences: string[] };

export type AutosaveSetting = {
  revision: number;
  body: Body;
  read: () => Reading;
  send: (baseRevision: number, body: Body) => Promise<SaveReply>;
  journal: Journal;
  /** The desk stored what was read last; its body has the ids. */
  onStored: (stored: Body) => void;
  now: () => Date;
};

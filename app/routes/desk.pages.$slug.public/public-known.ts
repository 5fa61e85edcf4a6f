import type { PublicScreen } from "./load-public.server";

/** What the parts of the public screen know. */
export type PublicKnown = PublicScreen & {
  personId: string;
  /** Editors and clinical leads act on what is public. */
  mayEdit: boolean;
  mayWrite: boolean;
  /** The act whose form is open, and what it is about. */
  act: string | null;
  about: string | null;
};

import type { Body } from "~/content/page-content";
import type { Journal } from "./journal";
import type { Theirs } from "./save-reply";
import type { Known, Reading } from "./save-state";

/**
 * The two ways out of a clash. Each sets the text that was not chosen aside on
 * this device before anything else happens, and answers whether that worked.
 */
export function clashChoices(
  known: Known,
  journal: Journal,
  read: () => Reading,
  now: () => Date,
) {
  const setAside = (
    body: Body,
    baseRevision: number,
    writtenBy: string | null,
  ) => {
    const writtenAt = now().toISOString();
    return journal.setAside({ body, baseRevision, writtenBy, writtenAt });
  };
  const standOn = (theirs: Theirs) => {
    known.revision = theirs.revision;
    known.confirmed = theirs.body;
    known.unanswered = null;
  };
  return {
    /** Ours is to go over theirs as a new save. */
    keepMine: async (theirs: Theirs): Promise<boolean> => {
      const isKept = await setAside(
        theirs.body,
        theirs.revision,
        theirs.savedBy,
      );
      standOn(theirs);
      return isKept;
    },
    /** Theirs stands, and our unsaved words are no longer unsaved. */
    takeTheirs: async (theirs: Theirs): Promise<boolean> => {
      const mine = read();
      const isKept = mine.ok
        ? await setAside(mine.body, known.revision, null)
        : true;
      standOn(theirs);
      await journal.clearUnsaved();
      return isKept;
    },
  };
}

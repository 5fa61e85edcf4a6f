import type { DeskState, PublicState } from "~/domain/words";

/** What the sentence about a page's next step depends on. */
export type PageSituation = {
  deskState: DeskState;
  publicState: PublicState;
  canWrite: boolean;
  isEditor: boolean;
  /** The live text changed after the draft was based on it. */
  isBaseMoved: boolean;
  /** Expertises of the round for which nobody is asked yet. */
  seatsUnfilled: number;
  /** How an open safety correction stands; null without one. */
  correctionState: DeskState | null;
};

export type NextScreen =
  | "write"
  | "submit"
  | "review"
  | "publish"
  | "public"
  | "rebase"
  | "correction"
  | "open-rereview";

/** What is next on a page: a sentence, and the one primary act when it is this person's. */
export type NextStep = {
  sentence: string;
  act: { label: string; to: NextScreen } | null;
};

/** The next step of a page for one person, from how it stands today. */
export function nextStep(page: PageSituation): NextStep {
  if (page.publicState === "archived") return archived;
  if (page.correctionState === "approved" && page.isEditor)
    return {
      sentence: "The safety correction is signed. Readers are waiting for it.",
      act: { label: "Publish the correction", to: "publish" },
    };
  const isBeingWritten =
    page.deskState === "draft" || page.deskState === "changes_requested";
  if (page.isBaseMoved && isBeingWritten && page.canWrite)
    return {
      sentence:
        "The live text changed after this draft was based on it. Bring those words in before you submit.",
      act: { label: "Bring in the live text", to: "rebase" },
    };
  if (page.deskState === "none" && page.correctionState !== null)
    return correctionSteps[page.correctionState](page);
  return deskSteps[page.deskState](page);
}

const archived: NextStep = {
  sentence: "This page is archived. It stays as it was.",
  act: null,
};

const deskSteps = {
  draft: ({ canWrite }) => ({
    sentence: canWrite
      ? "A draft is being written. Submit it when it says what it should."
      : "A draft is being written.",
    act: canWrite ? { label: "Go on writing", to: "write" } : null,
  }),
  in_review: ({ isEditor, seatsUnfilled }) =>
    isEditor && seatsUnfilled > 0
      ? {
          sentence:
            seatsUnfilled === 1
              ? "One expertise that the review rules ask for has nobody yet."
              : `${String(seatsUnfilled)} seats that the review rules ask for have nobody yet.`,
          act: { label: "Assign reviewers", to: "review" },
        }
      : {
          sentence: "The newest version is in front of its reviewers.",
          act: { label: "See the review", to: "review" },
        },
  changes_requested: ({ canWrite }) => ({
    sentence:
      "A reviewer asked for changes. Answer them in the draft, then submit again.",
    act: canWrite ? { label: "Answer the changes", to: "write" } : null,
  }),
  approved: ({ isEditor }) => ({
    sentence: isEditor
      ? "Every approval is signed. You can publish or schedule it."
      : "Every approval is signed. An editor publishes it.",
    act: isEditor
      ? { label: "Publish", to: "publish" }
      : { label: "See what stands before it", to: "publish" },
  }),
  scheduled: () => ({
    sentence: "Approved, and scheduled to go live.",
    act: { label: "See the schedule", to: "publish" },
  }),
  none: (page) => publicSteps[page.publicState](page),
} as const satisfies Record<DeskState, (page: PageSituation) => NextStep>;

const reviewAgain =
  (sentence: string) =>
  ({ canWrite }: PageSituation): NextStep => ({
    sentence,
    act: canWrite ? { label: "Open a re-review", to: "open-rereview" } : null,
  });

const writeAgain =
  (sentence: string, label: string) =>
  ({ canWrite }: PageSituation): NextStep => ({
    sentence,
    act: canWrite ? { label, to: "write" } : null,
  });

const publicSteps = {
  none: writeAgain("Nothing of this page is public.", "Start writing"),
  elsewhere: writeAgain(
    "This page is public at another address. Here it is a draft.",
    "Start writing",
  ),
  live: writeAgain(
    "The page is public and in date. Nobody is working on it.",
    "Write the next version",
  ),
  due_soon: reviewAgain("The next review of this page is near."),
  overdue: reviewAgain(
    "This page is past its review date. Readers see a notice above it.",
  ),
  withheld: reviewAgain(
    "Readers see no text: this page is past its grace, or an approval was taken back.",
  ),
  withdrawn: (page) =>
    page.isEditor
      ? {
          sentence:
            "This page was withdrawn. A second editor can reinstate it.",
          act: { label: "See what can be done", to: "public" },
        }
      : writeAgain("This page was withdrawn.", "Write a new version")(page),
  archived: () => archived,
} as const satisfies Record<PublicState, (page: PageSituation) => NextStep>;

const openCorrection = ({ canWrite }: PageSituation): NextStep => ({
  sentence: "A safety correction of this page is being written.",
  act: canWrite
    ? { label: "Go on with the correction", to: "correction" }
    : null,
});

const correctionSteps = {
  none: openCorrection,
  draft: openCorrection,
  changes_requested: openCorrection,
  in_review: () => ({
    sentence: "A safety correction of this page is in front of its signers.",
    act: { label: "See the review", to: "review" },
  }),
  approved: deskSteps.approved,
  scheduled: deskSteps.scheduled,
} as const satisfies Record<DeskState, (page: PageSituation) => NextStep>;

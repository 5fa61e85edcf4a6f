import type { DeskState, PublicState } from "~/domain/words";
import { paths } from "~/lib/paths";
import { ButtonLink } from "../button";
import { ActButton } from "./next-step-panel";

type Props = {
  page: {
    slug: string;
    deskState: DeskState;
    publicState: PublicState;
    correctionDraftId: string | null;
  };
  canWrite: boolean;
  hasLiveText: boolean;
  /** What the primary act already leads to. */
  primary: string | null;
};

/** What else can be done with a page now, beside its one primary act. */
export function OtherActs({ page, canWrite, hasLiveText, primary }: Props) {
  const act = (name: string) => paths.deskPageAct(page.slug, name);
  const isInReview = ["in_review", "approved", "scheduled"].includes(
    page.deskState,
  );
  const isWritten = ["draft", "changes_requested"].includes(page.deskState);
  return (
    <>
      {canWrite && isWritten && (
        <ButtonLink href={paths.submit(page.slug)}>
          Submit for review
        </ButtonLink>
      )}
      {page.deskState === "changes_requested" && (
        <ButtonLink href={act("review")}>Read what they ask</ButtonLink>
      )}
      {canWrite && isInReview && (
        <ActButton intent="take-back" label="Take back" />
      )}
      {canWrite &&
        hasLiveText &&
        page.deskState === "none" &&
        primary !== "open-rereview" && (
          <ActButton intent="open-rereview" label="Open a re-review" />
        )}
      {canWrite && hasLiveText && primary !== "correction" && (
        <ButtonLink tone="quiet" href={act("correction")}>
          {page.correctionDraftId
            ? "Go on with the safety correction"
            : "Correct something unsafe"}
        </ButtonLink>
      )}
      {hasLiveText && (
        <ButtonLink tone="quiet" href={paths.page(page.slug)}>
          See the public page
        </ButtonLink>
      )}
    </>
  );
}

import { ButtonLink } from "~/components/button";
import { BottomBar, Stack } from "~/components/layout";
import { Notice } from "~/components/notice";
import { Section } from "~/components/page-heading";
import { ComparisonView } from "~/components/review/comparison-view";
import type { RemarkActing } from "~/components/review/remark-acting";
import type { Expertise } from "~/domain/words";
import { paths } from "~/lib/paths";
import { Answers } from "./answers";
import { Adjudication } from "./adjudication";
import { AskPanel } from "./ask-panel";
import { DecisionSection } from "./decision-section";
import { InterestsSection } from "./interests-section";
import { OutsideSaid } from "~/components/outside/outside-said";
import type { ReviewScreen } from "./load-review.server";
import { type Answer, answerOf } from "~/lib/performed";
import { Checks, UndatedClaims } from "./checks-section";
import { EarlierRemarks, RemarksSection } from "./remarks-section";
import { TextSection } from "./text-section";
import { ScopeSection } from "./scope-section";

type Props = {
  review: ReviewScreen;
  act: string | null;
  acting: RemarkActing | null;
  settingAside: string | null;
  expertise: readonly Expertise[];
  answer: Answer;
  samplePassword?: string;
};

/** What is asked, what changed, the text, and all a reviewer does about it. */
export function ReviewBody(props: Props) {
  const { review, acting, answer } = props;
  const isSigned = review.signature !== null;
  const decision = <DecisionSection {...props} />;
  return (
    <>
      <Stack gap="loose">
        <Moved review={review} />
        {isSigned && decision}
        <AskPanel
          review={review}
          typed={answerOf(answer, "decline").typed}
          answer={answer}
        />
        <InterestsSection review={review} answer={answer} />
        <Adjudication review={review} />
        <ScopeSection review={review} />
        <Changes review={review} />
        <Answers review={review} />
        <EarlierRemarks review={review} acting={acting} answer={answer} />
        <UndatedClaims {...props} />
        <Checks {...props} />
        <TextSection review={review} />
        <RemarksSection review={review} acting={acting} answer={answer} />
        <OutsideSaid said={review.outsideSaid} />
        {!isSigned && decision}
      </Stack>
      {review.state === "accepted" && review.closedBecause === null && (
        <BottomBar isForNarrow>
          <ButtonLink href="#decision" tone="primary">
            Your decision
          </ButtonLink>
          <ButtonLink href="#remarks">Remarks</ButtonLink>
          {review.privateRemarks.length > 0 && (
            <span>{review.privateRemarks.length} not sent</span>
          )}
        </BottomBar>
      )}
    </>
  );
}

function Moved({ review }: { review: ReviewScreen }) {
  if (!review.moved) return null;
  const { newestVersionNumber, newestAssignmentId } = review;
  return (
    <Section
      id="moved"
      title={`Version ${String(newestVersionNumber)} took the place of this one`}
    >
      <div className="grid gap-3">
        <Notice
          tone="warn"
          title="Nothing more is signed on this version. What you typed below is kept."
        >
          {newestAssignmentId ? (
            <p>
              <a href={paths.review(newestAssignmentId)}>
                Review version {newestVersionNumber} instead
              </a>
            </p>
          ) : (
            <p>An editor decides who is asked for the newer version.</p>
          )}
        </Notice>
        <p className="font-bold">
          What changed from version {review.versionNumber} to version{" "}
          {newestVersionNumber}:
        </p>
        <ComparisonView
          shown={review.moved}
          none="No words changed; the same text was submitted again."
        />
      </div>
    </Section>
  );
}

function Changes({ review }: { review: ReviewScreen }) {
  const { compared, changes, changeNote } = review;
  const below = compared
    ? compared.why === "signed"
      ? `Since version ${String(compared.number)}, which you signed last.`
      : `Since version ${String(compared.number)}, which is live.`
    : "Nothing of this page was public before: all of it is new.";
  return (
    <Section id="changes" title="What changed" below={below}>
      <div className="grid gap-3">
        {changeNote && (
          <p>
            <span className="font-bold">The author says:</span> {changeNote}
          </p>
        )}
        <CompareLinks review={review} />
        {changes && (
          <ComparisonView
            shown={changes}
            none="No words changed: the same text is reviewed again."
          />
        )}
      </div>
    </Section>
  );
}

/** The same comparison on a screen of its own, and with what this person saw last. */
function CompareLinks({ review }: { review: ReviewScreen }) {
  const { compared, hasLooked, slug } = review;
  const to = String(review.versionNumber);
  if (!compared && !hasLooked) return null;
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1">
      {compared && (
        <a href={paths.compare(slug, { from: String(compared.number), to })}>
          Compare on a screen of its own
        </a>
      )}
      {hasLooked && (
        <a href={paths.compare(slug, { from: "looked", to })}>
          What changed since you last looked
        </a>
      )}
    </p>
  );
}

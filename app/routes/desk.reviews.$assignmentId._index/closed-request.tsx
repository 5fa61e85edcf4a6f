import { Button } from "~/components/button";
import { Stack } from "~/components/layout";
import { Notice } from "~/components/notice";
import { PageHeading, Section } from "~/components/page-heading";
import { ComparisonView } from "~/components/review/comparison-view";
import { SignatureBlock } from "~/components/review/signature-block";
import { Status } from "~/components/status";
import type { Answer } from "~/lib/performed";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { endInWords, nothingAsked } from "~/wording/ended-requests";
import { needLabel, roundKindLabels } from "~/wording/labels";
import type { ClosedReview } from "./load-closed.server";
import { Unsent } from "./unsent";

type Props = { closed: ClosedReview; answer: Answer };

/** A request that asks nothing any more: what became of it, and what is kept. */
export function ClosedRequest({ closed, answer }: Props) {
  const { title, genes, versionNumber, newestAssignmentId } = closed;
  return (
    <>
      <PageHeading
        title={title ?? "A review that you were asked for"}
        genes={genes}
        above={
          <>
            <a href={paths.reviews()}>My reviews</a> ·{" "}
            {roundKindLabels[closed.roundKind]} of version {versionNumber}
          </>
        }
        below={`${closed.assignedBy ?? "The desk"} asked you as ${needLabel(closed.expertise).toLowerCase()}.`}
        aside={
          <Status shape="ring_minus" colour="text-draft">
            Not asked any more
          </Status>
        }
      />
      <Stack gap="loose">
        <Notice
          tone="info"
          title={`${endInWords(closed)} on ${dayInWords(closed.endedOn)}.`}
        >
          <p>{nothingAsked(closed)}</p>
          {newestAssignmentId && (
            <p>
              <a href={paths.review(newestAssignmentId)}>
                Review version {closed.newestVersionNumber} instead
              </a>
            </p>
          )}
          {closed.mayStillAccept && (
            <form method="post">
              <input type="hidden" name="intent" value="accept" />
              <Button>Accept this review after all</Button>
            </form>
          )}
        </Notice>
        <Unsent closed={closed} answer={answer} />
        <Signed closed={closed} />
        {closed.changes && (
          <Section
            id="moved"
            title={`What changed from version ${String(versionNumber)} to version ${String(closed.newestVersionNumber)}`}
          >
            <ComparisonView
              shown={closed.changes}
              none="No words changed; the same text was submitted again."
            />
          </Section>
        )}
        <ReadOn closed={closed} />
      </Stack>
    </>
  );
}

function Signed({ closed: { signed, timeZone } }: { closed: ClosedReview }) {
  if (signed.length === 0) return null;
  return (
    <Section id="signed" title="What you signed on this version">
      <div className="grid gap-5">
        {signed.map((signature) => (
          <SignatureBlock
            key={signature.id}
            signature={signature}
            timeZone={timeZone}
          />
        ))}
      </div>
    </Section>
  );
}

/** Where this person may still read; a text they were released from is not theirs. */
function ReadOn({ closed }: { closed: ClosedReview }) {
  const { slug, versionId, versionNumber } = closed;
  return (
    <Section id="read" title="What you may still read">
      <ul className="grid list-disc gap-1 pl-5">
        {closed.mayReadPage && (
          <li>
            <a href={paths.deskPage(slug)}>The page at the desk</a>
          </li>
        )}
        {closed.mayRead && (
          <li>
            <a href={paths.deskVersion(slug, versionId)}>
              Version {versionNumber} with its remarks
            </a>
          </li>
        )}
        {closed.isPublic && closed.title !== null && (
          <li>
            <a href={paths.page(slug)}>The page as readers have it</a>
          </li>
        )}
        {!closed.mayRead && (
          <li>
            The text of version {versionNumber} is not open to you any more: a
            version is read by those who work on it.
          </li>
        )}
        <li>
          <a href={paths.reviews()}>Your other reviews</a>
        </li>
      </ul>
    </Section>
  );
}

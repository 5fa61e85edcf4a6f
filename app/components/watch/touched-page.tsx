import { ButtonLink } from "~/components/button";
import { ConfidentialMark } from "~/components/confidential-mark";
import { DayText, MomentText } from "~/components/day-text";
import { GeneTitle } from "~/components/gene-name";
import type { TriageOutcome } from "~/domain/watch-items";
import type { Expertise } from "~/domain/words";
import { paths } from "~/lib/paths";
import { expertiseLabels } from "~/wording/labels";
import { triageByInWords, triageWords } from "~/wording/watch-items";

type Page = {
  slug: string;
  title: string;
  genes: string[];
  waits: boolean;
  triageBy: string | null;
  isLate: boolean;
  contentSha256: string | null;
  nextReviewDue: string | null;
  blocks: { blockId: string; sentences: string[] }[];
  outcomes: TriageOutcome[];
  outcome: TriageOutcome | null;
  reason: string | null;
  triagedBy: string | null;
  triagedAt: Date | string | null;
  expertise: Expertise | null;
};

type Props = { itemId: string; page: Page; today: string; timeZone: string };

/** One page that an item touches: its sentences, and what was or can be decided. */
export function TouchedPage({ itemId, page, today, timeZone }: Props) {
  return (
    <section
      aria-labelledby={`page-${page.slug}`}
      className="panel mt-6 p-4 sm:p-5"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={`page-${page.slug}`} className="text-h3">
          <a href={paths.page(page.slug)} className="title-link">
            <GeneTitle title={page.title} genes={page.genes} />
          </a>
        </h2>
        <ConfidentialMark slug={page.slug} />
        {page.triageBy && (
          <p className={page.isLate ? "font-bold text-overdue" : "text-ink-2"}>
            <DayText day={page.triageBy} />,{" "}
            {triageByInWords(today, page.triageBy)}
          </p>
        )}
      </div>
      {page.nextReviewDue && (
        <p className="text-small text-ink-2">
          Next review: <DayText day={page.nextReviewDue} />
        </p>
      )}
      <Sentences page={page} />
      <Decided page={page} timeZone={timeZone} />
      {page.outcomes.length > 0 && (
        <div className="mt-4 flex flex-wrap gap-3 border-t border-rule pt-4">
          {page.outcomes.map((outcome) => (
            <ButtonLink
              key={outcome}
              isSmall
              href={paths.watchTriage(itemId, page.slug, outcome)}
              tone={outcome === "withdrawn" ? "danger" : undefined}
              label={`${triageWords[outcome].act}: ${page.title}`}
            >
              {triageWords[outcome].act}
            </ButtonLink>
          ))}
        </div>
      )}
      {page.waits && page.outcomes.length === 0 && (
        <p className="mt-3 text-ink-2">
          Editors, the people of this page and its reviewers decide.
        </p>
      )}
    </section>
  );
}

function Sentences({ page }: { page: Page }) {
  const { blocks, contentSha256, waits } = page;
  if (contentSha256 === null)
    return (
      <p className="mt-3 text-ink-2">
        Not live: its draft rested on it. Nobody has to decide until it is
        published.
      </p>
    );
  if (blocks.length === 0)
    return (
      <p className="mt-3 text-ink-2">
        {waits
          ? "The page as a whole is about it; no sentence was found."
          : "No sentence of the live text rests on it now."}
      </p>
    );
  return (
    <ul className="mt-3 grid max-w-measure gap-2" aria-label="Sentences">
      {blocks.flatMap(({ blockId, sentences }) =>
        sentences.map((sentence, index) => (
          <li
            key={`${blockId} ${String(index)}`}
            className="border-l-2 border-edge pl-3 font-serif whitespace-pre-line"
          >
            {sentence}
          </li>
        )),
      )}
    </ul>
  );
}

function Decided({ page, timeZone }: { page: Page; timeZone: string }) {
  const { outcome, reason, triagedBy, triagedAt, expertise } = page;
  if (!outcome || !triagedAt) return null;
  return (
    <div className="mt-4 border-t border-rule pt-4">
      <p>
        <strong>{triageWords[outcome].done}</strong>
        {`, ${outcome === "no_effect" ? "signed by" : "decided by"} ${triagedBy ?? "somebody"}`}
        {expertise ? `, ${expertiseLabels[expertise].toLowerCase()}` : ""},{" "}
        <MomentText at={new Date(triagedAt)} timeZone={timeZone} />
      </p>
      <p className="max-w-measure whitespace-pre-line">{reason}</p>
    </div>
  );
}

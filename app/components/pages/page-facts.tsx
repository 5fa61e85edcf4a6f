import type { Audience, PageKind, RoundKind } from "~/domain/words";
import { paths } from "~/lib/paths";
import { reviewDueInWords } from "~/wording/days";
import {
  audienceLabels,
  needLabel,
  pageKindLabels,
  roundKindLabels,
} from "~/wording/labels";
import { placesInWords } from "~/wording/places";
import { DayText, MomentText } from "../day-text";
import { DefinitionRows } from "../definition-rows";
import { Panel } from "../layout";
import { Section } from "../page-heading";
import { Person } from "../person";
import { statedDay } from "./source-said";

type Facts = {
  page: {
    slug: string;
    kind: PageKind;
    language: string;
    ownerId: string | null;
    ownerName: string | null;
    isOwnerActive: boolean | null;
    collectionName: string | null;
    newestVersionId: string | null;
    newestNumber: number | null;
    submittedAt: Date | null;
    roundKind: RoundKind | null;
    draftUpdatedAt: Date | null;
    lastReviewedOn: string | null;
    evidenceCheckedTo: string | null;
    nextReviewDue: string | null;
    daysOverdue: number | null;
    graceEndsOn: string | null;
    publishedOn: string | null;
  };
  day: { today: string; timeZone: string };
  authors: readonly { id: string; name: string; credentials: string }[];
  audience: Audience | null;
  jurisdictions: readonly string[];
  progress: {
    waitingFor: readonly { name: string; expertise: string; day: string }[];
  } | null;
  live: { versionId: string; number: number } | null;
  elsewhere: {
    address: string | null;
    statedLastReviewed: string | null;
    statedNextDue: string | null;
    statedOverdueBy: number | null;
  } | null;
};

/** Who answers for a page, who writes it, for whom it is and where it applies. */
export function PageFactRows({ page, authors, ...rest }: Facts) {
  const { audience, jurisdictions } = rest;
  return (
    <Section
      id="page-facts"
      title="The page"
      action={<a href={paths.deskPageAct(page.slug, "details")}>Change</a>}
    >
      <DefinitionRows
        rows={[
          { term: "Owner", detail: <Owner {...page} /> },
          { term: "Authors", detail: <Authors authors={authors} /> },
          { term: "Kind", detail: pageKindLabels[page.kind] },
          {
            term: "Audience",
            detail: audience ? audienceLabels[audience] : "Not said yet",
          },
          {
            term: "Applies in",
            detail: placesInWords(jurisdictions) || "Not said yet",
          },
          { term: "Language", detail: <code>{page.language}</code> },
          { term: "Collection", detail: page.collectionName ?? "None" },
        ]}
      />
    </Section>
  );
}

function Owner(page: Facts["page"]) {
  if (!page.ownerName) return <>Nobody answers for this page yet</>;
  return (
    <Person
      name={page.ownerName}
      ringKey={page.ownerId ?? undefined}
      note={page.isOwnerActive ? undefined : "has left the desk"}
    />
  );
}

function Authors({ authors }: Pick<Facts, "authors">) {
  if (authors.length === 0) return <>Nobody yet</>;
  return (
    <span className="flex flex-wrap gap-x-5 gap-y-1">
      {authors.map(({ id, name, credentials }) => (
        <Person key={id} name={name} credentials={credentials} ringKey={id} />
      ))}
    </span>
  );
}

/** The version and the dates of a page, beside its overview. */
export function PageDates({ page, day, progress, live, elsewhere }: Facts) {
  const { timeZone, today } = day;
  const rows = [
    {
      term: "Newest version",
      detail: page.newestVersionId && page.newestNumber && (
        <a href={paths.deskVersion(page.slug, page.newestVersionId)}>
          Version {page.newestNumber}
        </a>
      ),
    },
    {
      term: "Submitted",
      detail: page.submittedAt && (
        <MomentText at={page.submittedAt} timeZone={timeZone} />
      ),
    },
    {
      term: "Round",
      detail: page.roundKind && roundKindLabels[page.roundKind],
    },
    {
      term: "Waiting for",
      detail: progress && progress.waitingFor.length > 0 && (
        <ul>
          {progress.waitingFor.map(({ name, expertise, day: by }) => (
            <li key={name}>
              {name}, {needLabel(expertise).toLowerCase()}, by{" "}
              <DayText day={by} isShort />
            </li>
          ))}
        </ul>
      ),
    },
    {
      term: "Live version",
      detail: live && (
        <a href={paths.deskVersion(page.slug, live.versionId)}>
          Version {live.number}
        </a>
      ),
    },
    { term: "Published", detail: dayOf(page.publishedOn) },
    { term: "Last reviewed", detail: dayOf(page.lastReviewedOn) },
    { term: "Evidence checked to", detail: dayOf(page.evidenceCheckedTo) },
    {
      term: "Next review due",
      detail: page.nextReviewDue && (
        <>
          <DayText day={page.nextReviewDue} />,{" "}
          {reviewDueInWords(today, page.nextReviewDue, page.daysOverdue)}
        </>
      ),
    },
    { term: "Withheld after", detail: dayOf(page.graceEndsOn) },
    {
      term: "Draft saved",
      detail: page.draftUpdatedAt && (
        <MomentText at={page.draftUpdatedAt} timeZone={timeZone} />
      ),
    },
    ...elsewhereRows(elsewhere),
  ];
  return (
    <Panel title="Versions and dates">
      <DefinitionRows rows={rows.filter(({ detail }) => detail)} />
    </Panel>
  );
}

function dayOf(day: string | null) {
  return day && <DayText day={day} />;
}

/** The dates that a page published elsewhere states, as statements. */
function elsewhereRows(elsewhere: Facts["elsewhere"]) {
  if (!elsewhere) return [];
  const { address, statedLastReviewed, statedNextDue, statedOverdueBy } =
    elsewhere;
  return [
    {
      term: "Public at",
      detail: address && <a href={address}>{address}</a>,
    },
    {
      term: "States reviewed",
      detail: statedLastReviewed && statedDay(statedLastReviewed),
    },
    {
      term: "States review due",
      detail:
        statedNextDue &&
        `${statedDay(statedNextDue)}${statedOverdueBy === null ? "" : `, overdue by ${statedOverdueBy.toLocaleString("en-GB")} days`}`,
    },
  ];
}

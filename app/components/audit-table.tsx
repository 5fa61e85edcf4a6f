import { paths } from "~/lib/paths";
import {
  auditActInWords,
  auditActorInWords,
  auditFacts,
} from "~/wording/audit-acts";
import { ConfidentialMark } from "./confidential-mark";
import { DataTable } from "./data-table";
import { MomentText } from "./day-text";
import { EmptyState } from "./empty-state";
import { Code } from "./tag";

type Entry = {
  seq: number;
  at: Date;
  act: string;
  actor: string | null;
  realActor: string | null;
  pageSlug: string | null;
  pageTitle: string | null;
  about: string | null;
  payload: Record<string, unknown>;
  hash: string;
};

type Props = { events: readonly Entry[]; timeZone: string };

/** The record of acts: who did what, to which page or person, when, and the seal. */
export function AuditTable({ events, timeZone }: Props) {
  return (
    <DataTable
      caption="Recorded acts, the newest first"
      rows={events}
      rowKey={({ seq }) => String(seq)}
      empty={
        <EmptyState title="No entries">
          Nothing was recorded that fits. Choose another act, or every act.
        </EmptyState>
      }
      columns={[
        {
          key: "what",
          header: "Act",
          isHeading: true,
          cell: (event) => <What event={event} />,
        },
        { key: "page", header: "Page or person", cell: subjectOf },
        {
          key: "when",
          header: "When",
          cell: ({ at }) => (
            <span className="[&>time]:whitespace-normal">
              <MomentText at={at} timeZone={timeZone} />
            </span>
          ),
        },
        {
          key: "seq",
          header: "Entry",
          isNumber: true,
          cell: ({ seq }) => String(seq),
        },
        {
          key: "seal",
          header: "Seal",
          cell: ({ hash }) => (
            <span className="whitespace-nowrap">
              <Code value={hash} short={12} />
            </span>
          ),
        },
      ]}
    />
  );
}

function What({ event }: { event: Entry }) {
  const facts = auditFacts(event.payload);
  return (
    <>
      {auditActorInWords(event.actor, event.realActor)}{" "}
      <span className="font-normal">{auditActInWords(event.act)}</span>
      {facts && (
        <span className="block text-small font-normal break-words text-ink-2">
          {facts}
        </span>
      )}
    </>
  );
}

function subjectOf({ pageSlug, pageTitle, about }: Entry) {
  const page = pageSlug && (
    <>
      <a href={paths.deskPage(pageSlug)}>{pageTitle ?? pageSlug}</a>
      <ConfidentialMark slug={pageSlug} />
    </>
  );
  if (page && about) {
    return (
      <>
        {page} <span className="block text-small text-ink-2">{about}</span>
      </>
    );
  }
  return page || about;
}

import type { PageContent } from "~/content/page-content";
import type { DeskState, RoundKind } from "~/domain/words";
import { paths } from "~/lib/paths";
import {
  aiLevelLabels,
  audienceLabels,
  roundKindLabels,
} from "~/wording/labels";
import { creditMonths } from "~/wording/credit-months";
import { listInWords, placesInWords } from "~/wording/places";
import { aiSentence } from "~/wording/public-page";
import { MomentText } from "../day-text";
import { DefinitionRows } from "../definition-rows";
import { Panel } from "../layout";
import { Code } from "../tag";
import { standing } from "./version-table";

type Props = {
  slug: string;
  version: {
    id: string;
    number: number;
    contentSha256: string;
    submittedAt: Date;
    submittedBy: string | null;
    roundKind: RoundKind;
    reason: string;
    closedBecause: "taken_back" | "superseded" | "published" | null;
    state: DeskState;
    isLive: boolean;
  };
  details: Omit<PageContent, "body">;
  contributors: readonly {
    personId: string;
    name: string;
    because: string[];
  }[];
  timeZone: string;
  changes: unknown;
};

const becauseWords: Record<string, string> = {
  credited: "credited",
  wrote: "wrote",
  submitted: "submitted",
  ai_drafter: "used AI",
  ai_verifier: "checked AI's words",
  suggested: "suggested much of it",
};

function creditInWords(credit: PageContent["credits"][number]): string {
  const months = creditMonths(credit);
  const role = credit.role === "contributor" ? " (contributor)" : "";
  return `${credit.name}${months && `, ${months}`}${role}`;
}

/** The record as it stands, and the sentence that readers get from it. */
function aiInWords({ aiUse, credits }: Props["details"]): string {
  const verifier = credits.find(
    ({ personId }) => personId && personId === aiUse.verifierId,
  );
  const sentence = aiSentence({ ...aiUse, verifier: verifier?.name ?? null });
  return `${aiLevelLabels[aiUse.level]}. Readers see: “${sentence}”`;
}

/** What is signed with a version: its hash, its details and whose words it holds. */
export function VersionFacts(props: Props) {
  const { slug, version, details, contributors, timeZone, changes } = props;
  const rows = [
    { term: "Stands", detail: standing(version) },
    { term: "Round", detail: roundKindLabels[version.roundKind] },
    { term: "Reason", detail: version.reason },
    { term: "What changed", detail: details.changeNote },
    {
      term: "Submitted",
      detail: (
        <>
          {version.submittedBy ?? "Opened again by the desk"},{" "}
          <MomentText at={version.submittedAt} timeZone={timeZone} />
        </>
      ),
    },
    { term: "Audience", detail: audienceLabels[details.audience] },
    { term: "Applies in", detail: placesInWords(details.jurisdictions) },
    {
      term: "Topics",
      detail: details.topics.map(({ label }) => label).join(", "),
    },
    {
      term: "Authors",
      detail: details.credits.map(creditInWords).join("; "),
    },
    { term: "AI", detail: aiInWords(details) },
    { term: "Tags", detail: details.tags.join(", ") },
  ];
  return (
    <div className="grid gap-5">
      {changes !== null && (
        <a href="#changes">What differs from the live text</a>
      )}
      <Panel title="This version">
        <DefinitionRows rows={rows.filter(({ detail }) => detail)} />
        <p className="mt-3">
          <a href={paths.versionWordFile(slug, version.id)}>
            Get it as a Word file
          </a>
        </p>
      </Panel>
      <Panel title="What is signed">
        <p className="break-all">
          <Code value={version.contentSha256} />
        </p>
        <p className="mt-2 text-small text-ink-2">
          The fingerprint (SHA-256) of the text, its details and its credits. An
          approval names it; one changed letter changes it.
        </p>
      </Panel>
      <Panel title="Whose words these are">
        {contributors.length === 0 && (
          <p>Nobody of this desk; everybody with the expertise may sign.</p>
        )}
        <ul className="grid gap-1">
          {contributors.map(({ personId, name, because }) => (
            <li key={personId}>
              {name}{" "}
              <span className="text-small text-ink-2">
                {listInWords(because.map((why) => becauseWords[why] ?? why))}
              </span>
            </li>
          ))}
        </ul>
        <p className="mt-2 text-small text-ink-2">
          None of them can approve this version.
        </p>
      </Panel>
    </div>
  );
}

import type { Expertise, Role } from "~/domain/words";
import { paths } from "~/lib/paths";
import { expertiseLabels, roleLabels } from "~/wording/labels";
import { languageInWords } from "~/wording/languages";
import { Button, ButtonLink, ButtonRow } from "./button";
import { DayText } from "./day-text";
import { DefinitionRows } from "./definition-rows";
import { Section } from "./page-heading";
import { Code } from "./tag";

type Verification = {
  expertise: Expertise;
  verifiedBy: string | null;
  verifiedOn: string;
};

type Props = {
  person: {
    email: string;
    id: string;
    orcid: string | null;
    languages: readonly string[];
    capacity: number;
    topics: readonly { label: string }[];
    roles: readonly Role[];
    isActive: boolean;
    interestsUntil: string | null;
    verifications: readonly Verification[];
  };
  joining: {
    hasJoined: boolean;
    linkEndsOn: string | null;
    isLinkOver: boolean;
  };
  isOwn: boolean;
  mayInvite: boolean;
};

/** Who somebody is on this desk, and by whose word. */
export function PersonFacts({ person, joining, isOwn, mayInvite }: Props) {
  return (
    <Section title="About">
      <DefinitionRows
        rows={[
          { term: "E-mail", detail: person.email },
          {
            term: "Roles",
            detail:
              person.roles.map((role) => roleLabels[role]).join(", ") || "None",
          },
          {
            term: "Verified expertise",
            detail: <Verifications list={person.verifications} />,
          },
          {
            term: "ORCID iD",
            detail: person.orcid ? <Code value={person.orcid} /> : "Not given",
          },
          {
            term: "Topics",
            detail:
              person.topics.map(({ label }) => label).join(", ") || "None",
          },
          {
            term: "Languages",
            detail:
              person.languages.map(languageInWords).join(", ") || "Not given",
          },
          {
            term: "Reviews at a time",
            detail: String(person.capacity),
          },
          {
            term: "Interests",
            detail: <Interests until={person.interestsUntil} isOwn={isOwn} />,
          },
          ...(joining.hasJoined
            ? []
            : [{ term: "Invitation", detail: <Link {...joining} /> }]),
        ]}
      />
      <div className="mt-4">
        <ButtonRow>
          <ButtonLink href={paths.editPerson(person.id)}>
            {isOwn ? "Edit your details" : "Edit this person"}
          </ButtonLink>
          {mayInvite && (
            <form method="post">
              <input type="hidden" name="intent" value="invite" />
              <Button>Invite again</Button>
            </form>
          )}
        </ButtonRow>
      </div>
    </Section>
  );
}

function Verifications({ list }: { list: readonly Verification[] }) {
  if (list.length === 0) return <>None</>;
  return (
    <ul>
      {list.map(({ expertise, verifiedBy, verifiedOn }) => (
        <li key={expertise}>
          {expertiseLabels[expertise]}
          <span className="text-small text-ink-2">
            {" "}
            verified {verifiedBy ? `by ${verifiedBy} ` : ""}on{" "}
            <DayText day={verifiedOn} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Interests({ until, isOwn }: { until: string | null; isOwn: boolean }) {
  return (
    <>
      {until === null ? (
        "No declaration in force"
      ) : (
        <>
          Declared, until <DayText day={until} />
        </>
      )}
      {isOwn && (
        <>
          {" "}
          <a href={paths.interests()}>
            {until === null ? "Declare them" : "See or declare again"}
          </a>
        </>
      )}
    </>
  );
}

function Link({ linkEndsOn, isLinkOver }: Props["joining"]) {
  if (linkEndsOn === null) return <>None was sent</>;
  return (
    <>
      {isLinkOver ? "The link ended on " : "Not accepted yet; works until "}
      <DayText day={linkEndsOn} />
    </>
  );
}

import { paths } from "~/lib/paths";
import { suggestionCount } from "~/wording/suggestions";
import { Button, ButtonLink } from "../button";
import { Person } from "../person";
import type { SuggesterFacts } from "./suggestion-facts";

type Props = {
  slug: string;
  people: readonly SuggesterFacts[];
  personId: string;
  canWrite: boolean;
};

/** Who suggests, and what can be done with all of one person's suggestions. */
export function Suggesters({ slug, people, personId, canWrite }: Props) {
  return (
    <ul className="grid gap-3">
      {people.map((person) => (
        <li key={person.setId} className="panel grid gap-3 p-4">
          <Person
            name={person.madeBy}
            ringKey={person.madeById}
            note={`${suggestionCount(person.open)} open of ${String(person.inAll)}`}
          />
          <div className="flex flex-wrap gap-2">
            {person.open > 0 && (
              <ButtonLink
                isSmall
                href={`${paths.suggestions(slug)}?preview=${person.setId}`}
                label={`Read the text with all of ${person.madeBy}’s accepted`}
              >
                Read as accepted
              </ButtonLink>
            )}
            {canWrite && <AllForm {...person} />}
            {(canWrite || person.madeById === personId) && (
              <CloseForm {...person} isOwn={person.madeById === personId} />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function AllForm({
  setId,
  setRevision,
  madeBy,
  open,
  harmless,
}: SuggesterFacts) {
  if (open === 0) return null;
  return (
    <form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="set" value={setId} />
      <input type="hidden" name="revision" value={setRevision} />
      {harmless > 0 && harmless < open && (
        <Button isSmall name="act" value="accept_harmless">
          Accept slips of spelling ({harmless})
        </Button>
      )}
      <Button isSmall name="act" value="accept_all">
        Accept all of {madeBy}’s
      </Button>
    </form>
  );
}

function CloseForm({
  setId,
  setRevision,
  open,
  isOwn,
}: SuggesterFacts & { isOwn: boolean }) {
  if (open > 0 && !isOwn) return null;
  return (
    <form method="post">
      <input type="hidden" name="set" value={setId} />
      <input type="hidden" name="revision" value={setRevision} />
      <input type="hidden" name="own" value={isOwn ? "yes" : "no"} />
      <Button isSmall name="act" value="close">
        {isOwn
          ? "Withdraw these suggestions"
          : "All answered: close and tell them"}
      </Button>
    </form>
  );
}

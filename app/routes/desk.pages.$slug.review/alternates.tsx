import { Button, ButtonLink, ButtonRow } from "~/components/button";
import { Select } from "~/components/choice-fields";
import type { Alternate } from "~/data/alternates.server";
import type { Candidate } from "~/data/candidates.server";
import { errorFor, typedText } from "~/lib/parse-form";
import { type Answer, answerOf } from "~/lib/performed";
import { needLabel } from "~/wording/labels";
import { assignBlockerLabels } from "~/wording/candidates";
import type { RoundScreen } from "./load-rounds.server";
import type { RoundsKnown } from "./rounds-known";

type Props = {
  round: RoundScreen;
  known: RoundsKnown;
  here: string;
  answer: Answer;
};

const places = ["First", "Second", "Third"] as const;

/** Who is asked next for each expertise, by itself, and the form that names them. */
export function Alternates({ round, known, here, answer }: Props) {
  if (!known.mayAssign) return null;
  const { alternates } = round;
  return (
    <section aria-label="Alternates" className="grid gap-2">
      <h3 className="text-h3">Alternates</h3>
      <p className="max-w-measure text-ink-2">
        Asked by themselves, in this order, when a reviewer declines or has not
        answered three working days past their day.
      </p>
      <ul className="grid gap-3">
        {round.needs.map(({ expertise }) => (
          <li key={expertise} className="grid gap-2">
            <div className="flex flex-wrap items-center gap-3">
              <span>
                <strong>{needLabel(expertise)}</strong>:{" "}
                {inWords(
                  alternates.filter((each) => each.expertise === expertise),
                )}
              </span>
              {known.naming !== `${round.id}~${expertise}` && (
                <ButtonLink
                  isSmall
                  href={`${here}?alternates=${round.id}~${expertise}#alternates`}
                  label={`Name alternates: ${needLabel(expertise)}`}
                >
                  Name alternates
                </ButtonLink>
              )}
            </div>
            {known.naming === `${round.id}~${expertise}` && (
              <AlternatesForm
                roundId={round.id}
                expertise={expertise}
                waiting={alternates.filter(
                  (each) => each.expertise === expertise && isWaiting(each),
                )}
                candidates={known.candidates}
                here={here}
                answer={answer}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function AlternatesForm(props: {
  roundId: string;
  expertise: string;
  waiting: readonly Alternate[];
  candidates: readonly Candidate[];
  here: string;
  answer: Answer;
}) {
  const { roundId, expertise, waiting, candidates, here } = props;
  const { errors, typed } = answerOf(props.answer, "name_alternates");
  const options = candidates
    .filter(({ blockers }) => blockers.length === 0)
    .map(({ id, name, credentials }) => ({
      value: id,
      label: [name, credentials].filter(Boolean).join(", "),
    }));
  return (
    <form
      method="post"
      id="alternates"
      className="panel grid max-w-form gap-4 p-4"
    >
      <input type="hidden" name="intent" value="name_alternates" />
      <input type="hidden" name="roundId" value={roundId} />
      <input type="hidden" name="expertise" value={expertise} />
      {options.length === 0 && <p>Nobody else can be asked for this now.</p>}
      {places.map((place, index) => (
        <Select
          key={place}
          name={`alternate-${String(index)}`}
          label={`${place} alternate`}
          isOptional
          emptyLabel="Nobody"
          value={
            typedText(typed, `alternate-${String(index)}`) ||
            waiting[index]?.personId
          }
          error={errorFor(errors, `alternate-${String(index)}`)}
          options={options}
        />
      ))}
      <ButtonRow>
        <Button tone="primary">Keep these alternates</Button>
        <ButtonLink tone="quiet" href={here}>
          Go back
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}

function isWaiting({ isAsked, passedOver }: Alternate): boolean {
  return !isAsked && passedOver === null;
}

function inWords(alternates: readonly Alternate[]): string {
  if (alternates.length === 0) return "nobody";
  return alternates
    .map((each) => {
      if (each.isAsked) return `${each.name} (asked)`;
      if (each.passedOver === null) return each.name;
      const why = assignBlockerLabels[each.passedOver] ?? each.passedOver;
      return `${each.name} (passed over: ${why.toLowerCase()})`;
    })
    .join(", then ");
}

import { ButtonLink, ButtonRow, Button } from "~/components/button";
import { RadioGroup } from "~/components/choice-fields";
import { EmptyState } from "~/components/empty-state";
import { DayField } from "~/components/text-field";
import type { Round } from "~/data/assignments.server";
import type { Candidate } from "~/data/candidates.server";
import { errorFor, typedText } from "~/lib/parse-form";
import { type Answer, answerOf } from "~/lib/performed";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { needLabel } from "~/wording/labels";
import { CandidateFacts } from "./candidate-facts";
import type { AskedSeat } from "./load-rounds.server";

type Props = {
  seat: AskedSeat;
  round: Round;
  candidates: readonly Candidate[];
  /** Of the page, as its tag. */
  language: string;
  /** Whom the address proposes. */
  proposed: string | null;
  cancelHref: string;
  answer: Answer;
};

/** Chooses a named reviewer for one seat; who cannot be asked stands there with the reason. */
export function AssignPanel(props: Props) {
  const { seat, round, candidates, cancelHref, answer } = props;
  const { errors, typed } = answerOf(answer, "assign");
  const label = needLabel(seat.expertise);
  if (candidates.length === 0)
    return (
      <EmptyState
        title={`Nobody on this desk is verified as ${label.toLowerCase()}`}
        action={<ButtonLink href={paths.people()}>To the people</ButtonLink>}
      >
        An admin verifies somebody’s expertise, or an editor invites a reviewer
        who holds it.
      </EmptyState>
    );
  if (candidates.every(({ blockers }) => blockers.length > 0))
    return <NobodyFree {...props} label={label} />;
  return (
    <form
      method="post"
      id="assign"
      className="panel grid max-w-form gap-6 p-4 sm:p-5"
    >
      <input type="hidden" name="intent" value="assign" />
      <input type="hidden" name="roundId" value={seat.roundId} />
      <input type="hidden" name="expertise" value={seat.expertise} />
      <input type="hidden" name="answers" value={seat.answers ?? ""} />
      <RadioGroup
        name="reviewerId"
        label={
          seat.answers
            ? `Who adjudicates, as ${label.toLowerCase()}?`
            : `Who reviews as ${label.toLowerCase()}?`
        }
        value={typedText(typed, "reviewerId") || (props.proposed ?? "")}
        error={errorFor(errors, "reviewerId")}
        options={candidates.map((candidate) => ({
          value: candidate.id,
          label: `${candidate.name}${candidate.credentials ? `, ${candidate.credentials}` : ""}`,
          hint: (
            <CandidateFacts candidate={candidate} language={props.language} />
          ),
          isDisabled: candidate.blockers.length > 0,
        }))}
      />
      <DayField
        name="respondBy"
        label="Answer by"
        hint={`Left empty: ${dayInWords(round.respondBy)}, as the review rules have it.`}
        isOptional
        value={typedText(typed, "respondBy")}
        error={errorFor(errors, "respondBy")}
      />
      <DayField
        name="reviewBy"
        label="Review by"
        hint={`Left empty: ${dayInWords(round.reviewBy)}.`}
        isOptional
        value={typedText(typed, "reviewBy")}
        error={errorFor(errors, "reviewBy")}
      />
      <ButtonRow>
        <Button tone="primary">Ask this reviewer</Button>
        <ButtonLink tone="quiet" href={cancelHref}>
          Go back
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}

function NobodyFree(props: Props & { label: string }) {
  const { candidates, cancelHref, label } = props;
  return (
    <section id="assign" className="panel grid max-w-form gap-4 p-4 sm:p-5">
      <p className="font-bold">
        Nobody else on this desk can be asked as {label.toLowerCase()}
      </p>
      <ul className="grid gap-1">
        {candidates.map((candidate) => (
          <li key={candidate.id}>
            {candidate.name}
            <span className="block text-small text-ink-2">
              <CandidateFacts candidate={candidate} language={props.language} />
            </span>
          </li>
        ))}
      </ul>
      <ButtonRow>
        <ButtonLink href={paths.invite()}>Invite a reviewer</ButtonLink>
        <ButtonLink tone="quiet" href={cancelHref}>
          Go back
        </ButtonLink>
      </ButtonRow>
    </section>
  );
}

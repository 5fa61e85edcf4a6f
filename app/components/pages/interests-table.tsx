import type { InterestConflict } from "~/domain/interests";
import type { InterestLevel, InterestStanding } from "~/domain/words";
import {
  errorFor,
  type FieldError,
  type TypedForm,
  typedText,
} from "~/lib/parse-form";
import { standingLabels } from "~/wording/interests";
import { interestLabels } from "~/wording/labels";
import { Button } from "../button";
import { MomentText } from "../day-text";
import { EmptyState } from "../empty-state";
import { CheckFound } from "../interests/check-found";
import { Person } from "../person";
import { Status } from "../status";

type Answer = {
  answerId: string;
  personId: string;
  name: string;
  level: InterestLevel;
  details: string;
  answeredAt: Date;
  standing: InterestStanding;
  isAccepted: boolean | null;
  publicReason: string | null;
  ruledBy: string | null;
};

type Refused = {
  about: string;
  errors: readonly FieldError[];
  typed: TypedForm;
};

type Props = {
  answers: readonly Answer[];
  /** What the check found in each person's declaration. */
  found: Record<string, InterestConflict[]>;
  /** Whoever looks: nobody rules on their own interest. */
  personId: string;
  timeZone: string;
  refused: Refused | null;
};

/** Everybody's answer about interests for one page, and the form to rule on those that need it. */
export function InterestsTable({ answers, ...rest }: Props) {
  if (answers.length === 0)
    return (
      <EmptyState title="Answers will be listed here">
        Nobody has answered about interests for this page yet. Authors and
        reviewers do so on this screen.
      </EmptyState>
    );
  return (
    <ul className="panel divide-y divide-rule">
      {answers.map((answer) => (
        <li key={answer.answerId} className="grid gap-2 p-4">
          <OneAnswer answer={answer} {...rest} />
        </li>
      ))}
    </ul>
  );
}

function OneAnswer({
  answer,
  found,
  personId,
  timeZone,
  refused,
}: Omit<Props, "answers"> & { answer: Answer }) {
  const { level, isAccepted, publicReason } = answer;
  const isOpen = answer.standing === "institutional_open";
  const conflicts = found[answer.personId] ?? [];
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-1">
        <Person name={answer.name} ringKey={answer.personId} />
        <span className="font-bold">{standingLabels[answer.standing]}</span>
      </div>
      <p>Answered: {interestLabels[level].toLowerCase()}.</p>
      {conflicts.length > 0 && (
        <>
          <p>The yearly declaration says:</p>
          <CheckFound conflicts={conflicts} />
        </>
      )}
      {answer.details && <p className="max-w-measure">{answer.details}</p>}
      <p className="text-small text-ink-2">
        <MomentText at={answer.answeredAt} timeZone={timeZone} />
      </p>
      {isAccepted !== null && (
        <p>
          {isAccepted ? (
            <Status shape="disc_tick" colour="text-approved">
              The approval counts
            </Status>
          ) : (
            <Status shape="ring_cross" colour="text-removed">
              The approval does not count
            </Status>
          )}{" "}
          “{publicReason}” {answer.ruledBy}
        </p>
      )}
      {isOpen && answer.personId === personId && (
        <p className="text-ink-2">Another editor decides on yours.</p>
      )}
      {isOpen && answer.personId !== personId && (
        <RulingForm
          answer={answer}
          refused={refused?.about === answer.answerId ? refused : null}
        />
      )}
    </>
  );
}

function RulingForm(props: { answer: Answer; refused: Refused | null }) {
  const { answer, refused } = props;
  const error = errorFor(refused?.errors ?? [], "publicReason");
  const other = refused?.errors.find(({ name }) => name !== "publicReason");
  const id = `reason-${answer.answerId}`;
  return (
    <form method="post" className="mt-1 grid max-w-form gap-3">
      <input type="hidden" name="intent" value="rule_on_interests" />
      <input type="hidden" name="answerId" value={answer.answerId} />
      <div>
        <label htmlFor={id} className="block font-bold">
          Reason that readers will see
        </label>
        {(error ?? other) && (
          <p role="alert" className="font-bold text-overdue">
            {error ?? other?.sentence}
          </p>
        )}
        <textarea
          id={id}
          name="publicReason"
          rows={2}
          required
          maxLength={500}
          aria-invalid={error ? true : undefined}
          defaultValue={typedText(refused?.typed ?? {}, "publicReason")}
          className="control mt-1.5"
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button name="verdict" value="accept">
          Count the approval
        </Button>
        <Button name="verdict" value="refuse">
          Do not count it
        </Button>
      </div>
    </form>
  );
}

import { Button, ButtonRow } from "~/components/button";
import { Select } from "~/components/choice-fields";
import { ErrorSummary } from "~/components/error-summary";
import { GeneTitle } from "~/components/gene-name";
import { Stack } from "~/components/layout";
import { Notice } from "~/components/notice";
import { DayField } from "~/components/text-field";
import { rowField } from "~/lib/form-rows";
import { errorFor, type FieldError } from "~/lib/parse-form";
import { needLabel } from "~/wording/labels";
import type { PlannedSeat } from "./plan.server";

type Props = {
  rows: readonly PlannedSeat[];
  errors: readonly FieldError[];
  chosen: { whom: string; days: string };
};

/** Who would get what, row by row, to be changed or carried out. */
export function PreviewForm({ rows, errors, chosen }: Props) {
  const given = rows.filter(({ reviewerId }) => reviewerId !== null).length;
  return (
    <form method="post">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="whom" value={chosen.whom} />
      <input type="hidden" name="days" value={chosen.days} />
      <Stack gap="loose">
        <Notice
          tone={given === rows.length ? "info" : "warn"}
          title={`${String(given)} of ${String(rows.length)} seats would be asked for. Nobody has been asked yet.`}
        >
          <p>
            Each seat is asked for by itself: a row that is refused when it is
            its turn changes nothing in the others.
          </p>
        </Notice>
        <ol className="grid gap-4" aria-label="Seats of this list">
          {rows.map((row, place) => (
            <li key={row.key}>
              <PlannedRow row={row} place={place} errors={errors} />
            </li>
          ))}
        </ol>
        <ButtonRow>
          <Button tone="primary" name="intent" value="assign">
            Ask these reviewers
          </Button>
          <Button tone="quiet" name="intent" value="choose" formNoValidate>
            Choose again
          </Button>
        </ButtonRow>
      </Stack>
    </form>
  );
}

type RowProps = {
  row: PlannedSeat;
  place: number;
  errors: readonly FieldError[];
};

function PlannedRow({ row, place, errors }: RowProps) {
  const name = (field: string) => rowField("row", place, field);
  return (
    <fieldset className="panel grid gap-4 p-4 sm:grid-cols-2 sm:p-5">
      <legend className="float-left font-bold sm:col-span-2">
        <GeneTitle title={row.title} genes={row.genes} />
        <span className="font-normal text-ink-2">
          {" "}
          as {needLabel(row.expertise).toLowerCase()}
        </span>
      </legend>
      <input type="hidden" name={name("seat")} value={row.key} />
      <input type="hidden" name="seat" value={row.key} />
      <Select
        name={name("reviewerId")}
        label="Reviewer"
        hint={
          row.facts.length > 0 && (
            <span className="grid gap-1">
              {row.facts.map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
            </span>
          )
        }
        value={row.reviewerId ?? ""}
        error={errorFor(errors, name("reviewerId"))}
        isOptional
        emptyLabel="Nobody for now"
        options={row.choices.map(({ id, label }) => ({ value: id, label }))}
      />
      <DayField
        name={name("reviewBy")}
        label="Review by"
        value={row.reviewBy}
        error={errorFor(errors, name("reviewBy"))}
        isOptional
      />
    </fieldset>
  );
}

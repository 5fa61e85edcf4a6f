import { Button, ButtonLink, ButtonRow } from "~/components/button";
import { Checkbox, Select } from "~/components/choice-fields";
import { DataTable, RowTitle } from "~/components/data-table";
import { DayText } from "~/components/day-text";
import { ErrorSummary } from "~/components/error-summary";
import { FieldGroup } from "~/components/field";
import { GeneTitle } from "~/components/gene-name";
import { Stack } from "~/components/layout";
import type { EmptySeat, Reviewer } from "~/data/empty-seats.server";
import {
  errorFor,
  type FieldError,
  typedList,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { needLabel, roundKindLabels } from "~/wording/labels";

type Props = {
  seats: readonly EmptySeat[];
  reviewers: readonly Reviewer[];
  /** Every seat is ticked when the screen opens. */
  ticksAll: boolean;
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** Which empty seats, and to whom; nothing is asked of anybody before the preview. */
export function ChooseForm(props: Props) {
  const { seats, reviewers, ticksAll, errors, typed } = props;
  const ticked = typedList(typed, "seat");
  const isFresh = Object.keys(typed).length === 0;
  return (
    <form method="post">
      <ErrorSummary errors={errors} />
      <Stack gap="loose">
        <FieldGroup
          name="seat"
          label="Seats for which nobody is asked"
          error={errorFor(errors, "seat")}
        >
          <DataTable
            caption="Empty seats of open rounds, safety corrections first, then whoever waits longest"
            rows={seats}
            rowKey={({ key }) => key}
            empty={null}
            columns={[
              {
                key: "seat",
                header: "Seat",
                isHeading: true,
                cell: (seat) => (
                  <SeatChoice
                    seat={seat}
                    isTicked={ticksAll || ticked.includes(seat.key)}
                  />
                ),
              },
              {
                key: "page",
                header: "Page",
                cell: (seat) => (
                  <RowTitle
                    title={<GeneTitle title={seat.title} genes={seat.genes} />}
                    href={paths.deskPageAct(seat.slug, "review")}
                    slug={seat.slug}
                    below={roundKindLabels[seat.roundKind]}
                  />
                ),
              },
              {
                key: "since",
                header: "Waiting since",
                cell: ({ openedOn }) => <DayText day={openedOn} />,
              },
            ]}
          />
        </FieldGroup>
        <Select
          name="whom"
          label="Whom to ask"
          hint="Spreading gives each seat to somebody with the expertise and room for it, the least busy first; whoever wrote the text, is away or has an interest to decide on is left out."
          value={typedText(typed, "whom") || "spread"}
          error={errorFor(errors, "whom")}
          options={[
            { value: "spread", label: "Spread by capacity" },
            ...reviewers.map(({ id, name, expertise }) => ({
              value: id,
              label: `${name} (${expertise.map((each) => needLabel(each).toLowerCase()).join(", ") || "no expertise verified"})`,
            })),
          ]}
        />
        <Checkbox
          name="days"
          label="Spread the review-by days"
          hint="Nobody gets two reviews due on one day: the later ones move to the next working days."
          isChecked={isFresh || typedText(typed, "days") === "yes"}
        />
        <ButtonRow>
          <Button tone="primary" name="intent" value="preview">
            Preview
          </Button>
          <ButtonLink tone="quiet" href={paths.desk()}>
            Go back
          </ButtonLink>
        </ButtonRow>
      </Stack>
    </form>
  );
}

function SeatChoice(props: { seat: EmptySeat; isTicked: boolean }) {
  const { key, title, expertise, step } = props.seat;
  const label = needLabel(expertise);
  return (
    <span className="choice">
      <input
        id={`seat-${key}`}
        type="checkbox"
        name="seat"
        value={key}
        defaultChecked={props.isTicked}
        aria-label={`${label}: ${title}`}
        className="choice-input"
      />
      <span>
        <label htmlFor={`seat-${key}`}>{label}</label>
        {step > 1 && (
          <span className="block text-small font-normal text-ink-2">
            signs in step {step}
          </span>
        )}
      </span>
    </span>
  );
}

import { Button, ButtonRow } from "~/components/button";
import { DataTable, RowTitle } from "~/components/data-table";
import { DayText } from "~/components/day-text";
import { ErrorSummary } from "~/components/error-summary";
import { FieldGroup } from "~/components/field";
import { GeneTitle } from "~/components/gene-name";
import { Stack } from "~/components/layout";
import { TextArea } from "~/components/text-field";
import {
  errorFor,
  type FieldError,
  typedList,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import type { PlannedMove } from "./plan.server";

type Props = {
  moves: readonly PlannedMove[];
  /** Every row is ticked when the screen opens. */
  ticksAll: boolean;
  /** Editors accept; others read. */
  mayAct: boolean;
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** The proposal, row by row: page, from, to, why, and who owns it. */
export function ProposalForm(props: Props) {
  const { moves, ticksAll, mayAct, errors, typed } = props;
  if (!mayAct) return <Moves {...props} ticked={[]} />;
  const ticked = ticksAll
    ? moves.map(({ key }) => key)
    : typedList(typed, "move");
  return (
    <form method="post">
      <ErrorSummary errors={errors} />
      <Stack gap="loose">
        <FieldGroup
          name="move"
          label="Reviews to bring forward"
          error={errorFor(errors, "move")}
        >
          <Moves {...props} ticked={ticked} />
        </FieldGroup>
        <TextArea
          name="reason"
          label="Reason"
          hint="Kept with each date. Nobody can push a date back but by a new full review."
          value={typedText(typed, "reason")}
          error={errorFor(errors, "reason")}
          rows={2}
        />
        <ButtonRow>
          <Button tone="primary">Bring forward what is ticked</Button>
        </ButtonRow>
      </Stack>
    </form>
  );
}

function Moves(props: Props & { ticked: readonly string[] }) {
  const { moves, mayAct, ticked } = props;
  return (
    <DataTable
      caption="Reviews that would be brought forward, the soonest first"
      rows={moves}
      rowKey={({ key }) => key}
      empty={null}
      columns={[
        {
          key: "page",
          header: "Page",
          isHeading: true,
          cell: (move) =>
            mayAct ? (
              <MoveChoice move={move} isTicked={ticked.includes(move.key)} />
            ) : (
              <PageName {...move} />
            ),
        },
        {
          key: "from",
          header: "From",
          cell: ({ from }) => <DayText day={from} />,
        },
        {
          key: "to",
          header: "To",
          cell: ({ to }) => (
            <b>
              <DayText day={to} />
            </b>
          ),
        },
        {
          key: "why",
          header: "Why",
          cell: ({ because }) => (
            <ul className="grid gap-1">
              {because.map((words) => (
                <li key={words}>{words}</li>
              ))}
              {because.length === 0 && (
                <li>It makes room for another review.</li>
              )}
            </ul>
          ),
        },
        {
          key: "who",
          header: "Owner",
          cell: ({ page }) => page.ownerName ?? "Nobody owns it",
        },
      ]}
    />
  );
}

function PageName({ page }: PlannedMove) {
  return (
    <RowTitle
      title={
        <GeneTitle title={page.title || "Untitled page"} genes={page.genes} />
      }
      href={paths.deskPage(page.slug)}
      slug={page.slug}
    />
  );
}

function MoveChoice(props: { move: PlannedMove; isTicked: boolean }) {
  const { move, isTicked } = props;
  const title = move.page.title || "Untitled page";
  return (
    <span className="choice">
      <input
        type="checkbox"
        name="move"
        value={move.key}
        defaultChecked={isTicked}
        aria-label={`${title}, to ${dayInWords(move.to)}`}
        className="choice-input"
      />
      <span>
        <PageName {...move} />
      </span>
    </span>
  );
}

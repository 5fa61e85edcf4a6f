import { Button } from "./button";
import { DataTable } from "./data-table";
import { MomentText } from "./day-text";
import { EmptyState } from "./empty-state";

type Props = {
  addresses: readonly {
    id: string;
    scope: "mine" | "desk";
    madeAt: Date;
    revokedAt: Date | null;
  }[];
  timeZone: string;
};

const scopes = {
  mine: "My reviews and pages",
  desk: "The whole desk",
};

/** The secret addresses of one person, each with the button that ends it. */
export function CalendarAddresses({ addresses, timeZone }: Props) {
  return (
    <DataTable
      caption="Calendar addresses"
      rows={addresses}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title="No address yet">
          Make one above; it works until you revoke it.
        </EmptyState>
      }
      columns={[
        {
          key: "scope",
          header: "Calendar",
          isHeading: true,
          cell: ({ scope }) => scopes[scope],
        },
        {
          key: "made",
          header: "Made",
          cell: ({ madeAt }) => (
            <MomentText at={new Date(madeAt)} timeZone={timeZone} />
          ),
        },
        {
          key: "state",
          header: "State",
          cell: ({ id, revokedAt }) =>
            revokedAt ? (
              <>
                Revoked{" "}
                <MomentText at={new Date(revokedAt)} timeZone={timeZone} />
              </>
            ) : (
              <form method="post">
                <input type="hidden" name="address" value={id} />
                <Button isSmall tone="danger" name="intent" value="revoke">
                  Revoke
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
}

import { auditActInWords } from "~/wording/audit-acts";
import { deliveryStateLabels } from "~/wording/webhooks";
import { Button, ButtonRow } from "./button";
import { DataTable } from "./data-table";
import { MomentText } from "./day-text";
import { EmptyState } from "./empty-state";

type Webhook = {
  id: string;
  url: string;
  format: "json" | "slack";
  madeBy: string;
  madeAt: Date;
  revokedAt: Date | null;
};

type Delivery = {
  id: string;
  url: string;
  act: string;
  title: string | null;
  state: keyof typeof deliveryStateLabels;
  attempts: number;
  queuedAt: Date;
  lastAnswer: string | null;
};

/** Programs that the desk tells, with what can be done about each. */
export function WebhookTable(props: {
  webhooks: readonly Webhook[];
  timeZone: string;
}) {
  return (
    <DataTable
      caption="Webhooks"
      rows={props.webhooks}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title="No webhook yet">
          Add the address of a program below, for example that of a chat.
        </EmptyState>
      }
      columns={[
        {
          key: "url",
          header: "Address",
          isHeading: true,
          cell: ({ url }) => <span className="break-all">{url}</span>,
        },
        {
          key: "format",
          header: "Format",
          cell: ({ format }) => (format === "slack" ? "Text" : "JSON"),
        },
        {
          key: "made",
          header: "Added",
          cell: ({ madeBy, madeAt }) => (
            <>
              {madeBy}
              <br />
              <MomentText at={new Date(madeAt)} timeZone={props.timeZone} />
            </>
          ),
        },
        {
          key: "act",
          header: "Act",
          cell: ({ id, url, revokedAt }) =>
            revokedAt ? (
              "Revoked"
            ) : (
              <form method="post">
                <input type="hidden" name="webhook" value={id} />
                <ButtonRow>
                  <Button
                    isSmall
                    name="intent"
                    value="test"
                    aria-label={`Send a test to ${url}`}
                  >
                    Send a test
                  </Button>
                  <Button
                    isSmall
                    tone="danger"
                    name="intent"
                    value="revoke"
                    aria-label={`Revoke ${url}`}
                  >
                    Revoke
                  </Button>
                </ButtonRow>
              </form>
            ),
        },
      ]}
    />
  );
}

/** The newest deliveries and what the programs answered. */
export function DeliveryTable(props: {
  deliveries: readonly Delivery[];
  timeZone: string;
}) {
  return (
    <DataTable
      caption="Deliveries, the newest first"
      rows={props.deliveries}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title="Nothing sent yet">
          The desk sends with each pass of its clock, once a minute.
        </EmptyState>
      }
      columns={[
        {
          key: "what",
          header: "Told",
          isHeading: true,
          cell: ({ act, title }) => (
            <>
              {act === "test" ? "A test" : `Somebody ${auditActInWords(act)}`}
              {title && (
                <span className="block text-small font-normal text-ink-2">
                  {title}
                </span>
              )}
            </>
          ),
        },
        {
          key: "to",
          header: "To",
          cell: ({ url }) => <span className="break-all">{url}</span>,
        },
        {
          key: "when",
          header: "When",
          cell: ({ queuedAt }) => (
            <MomentText at={new Date(queuedAt)} timeZone={props.timeZone} />
          ),
        },
        {
          key: "state",
          header: "What became of it",
          cell: ({ state, attempts, lastAnswer }) =>
            [
              deliveryStateLabels[state],
              attempts > 1 ? `Tried ${String(attempts)} times.` : "",
              lastAnswer ?? "",
            ]
              .filter((part) => part !== "")
              .join(" "),
        },
      ]}
    />
  );
}

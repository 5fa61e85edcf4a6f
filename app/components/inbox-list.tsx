import type { PublicState } from "~/domain/words";
import { alertInWords, dueNowInWords } from "~/wording/inbox";
import { mailKindLabel } from "~/wording/mails";
import { Button, ButtonRow } from "./button";
import { ConfidentialMark } from "./confidential-mark";
import { DataTable } from "./data-table";
import { MomentText } from "./day-text";
import { PublicStatus } from "./status";
import { Tag } from "./tag";

type Props = {
  alerts: readonly {
    id: string;
    kind: string;
    subject: string | null;
    gene: string | null;
    slug: string | null;
    title: string | null;
    dueOn: string | null;
    wasOverdue: boolean;
    stateNow: PublicState | null;
    dueNow: string | null;
    raisedAt: Date;
    isRead: boolean;
  }[];
  timeZone: string;
};

/** Alerts with what can be done about each; every button is a form of its own. */
export function InboxList({ alerts, timeZone }: Props) {
  return (
    <DataTable
      caption="Alerts, the newest first"
      rows={alerts}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          key: "what",
          header: "Alert",
          isHeading: true,
          cell: (alert) => (
            <>
              <span className={alert.isRead ? "font-normal" : "font-bold"}>
                {alertInWords(alert)}
              </span>
              <span className="block text-small font-normal text-ink-2">
                {alert.subject ? mailKindLabel(alert.kind) : alert.title}
              </span>
              {alert.stateNow && (
                <span className="flex flex-wrap gap-x-2 text-small font-normal">
                  Now:
                  <PublicStatus
                    state={alert.stateNow}
                    note={dueNowInWords(alert)}
                  />
                </span>
              )}
              {alert.slug && <ConfidentialMark slug={alert.slug} />}
            </>
          ),
        },
        {
          key: "state",
          header: "State",
          cell: ({ isRead }) => (isRead ? "Read" : <Tag>Unread</Tag>),
        },
        {
          key: "when",
          header: "Told",
          cell: ({ raisedAt }) => (
            <MomentText at={new Date(raisedAt)} timeZone={timeZone} />
          ),
        },
        {
          key: "act",
          header: "Act",
          cell: (alert) => (
            <form method="post" className="xl:[&>div]:flex-nowrap">
              <input type="hidden" name="alert" value={alert.id} />
              <ButtonRow>
                <Button
                  isSmall
                  name="intent"
                  value="open"
                  aria-label={`Open ${alertInWords(alert)}`}
                >
                  Open
                </Button>
                <Button
                  isSmall
                  tone="quiet"
                  name="intent"
                  value={alert.isRead ? "unread" : "read"}
                  aria-label={`${alert.isRead ? "Mark as unread" : "Mark as read"}: ${alertInWords(alert)}`}
                >
                  {alert.isRead ? "Mark as unread" : "Mark as read"}
                </Button>
              </ButtonRow>
            </form>
          ),
        },
      ]}
    />
  );
}

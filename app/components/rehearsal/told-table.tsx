import { mailKindLabel } from "~/wording/mails";
import { DataTable } from "../data-table";
import { EmptyState } from "../empty-state";
import { Section } from "../page-heading";

type Props = {
  told: readonly { name: string; kind: string; count: number }[];
};

/** Who would get a mail if it were done; nobody got one now. */
export function ToldTable({ told }: Props) {
  return (
    <Section
      id="told"
      title="Who would be told"
      below="Nobody has been told of this rehearsal."
    >
      <DataTable
        caption="Mails that would go out"
        rows={told}
        rowKey={({ name, kind }, index) => `${name} ${kind} ${String(index)}`}
        empty={
          <EmptyState title="No mail would go out">
            Reminders of days that move would come by their schedule.
          </EmptyState>
        }
        columns={[
          {
            key: "who",
            header: "Person",
            isHeading: true,
            cell: ({ name }) => name,
          },
          {
            key: "what",
            header: "Mail",
            cell: ({ kind }) => mailKindLabel(kind),
          },
          {
            key: "count",
            header: "How many",
            isNumber: true,
            cell: ({ count }) => String(count),
          },
        ]}
      />
    </Section>
  );
}

import { signatureKind } from "~/domain/mail-words";
import { DataTable } from "../data-table";
import { MomentText } from "../day-text";
import { Section } from "../page-heading";

type Saved = {
  number: number;
  opening: string;
  closing: string;
  writtenBy: string;
  writtenAt: Date | string;
};

type Props = {
  kind: string;
  saved: readonly Saved[];
  timeZone: string;
};

/** Every saving of the words of one kind, the newest first. */
export function SavedWords({ kind, saved, timeZone }: Props) {
  if (saved.length === 0) return null;
  return (
    <Section title="What was kept, and when">
      <DataTable
        caption="Words that were kept"
        rows={saved}
        rowKey={({ number }) => String(number)}
        empty={null}
        columns={[
          {
            key: "number",
            header: "Kept",
            isHeading: true,
            cell: ({ number }) => `Number ${String(number)}`,
          },
          {
            key: "words",
            header: "Words",
            cell: (words) => <Words kind={kind} {...words} />,
          },
          { key: "by", header: "By", cell: ({ writtenBy }) => writtenBy },
          {
            key: "at",
            header: "When",
            cell: ({ writtenAt }) => (
              <MomentText at={new Date(writtenAt)} timeZone={timeZone} />
            ),
          },
        ]}
      />
    </Section>
  );
}

/** The words of one saving, each under its name. */
export function Words(props: {
  kind: string;
  opening: string;
  closing: string;
}) {
  const { kind, opening, closing } = props;
  if (opening === "" && closing === "") return <p>The shipped words</p>;
  const isSignature = kind === signatureKind;
  return (
    <div className="grid max-w-measure gap-2 whitespace-pre-line">
      {opening !== "" && <p>{opening}</p>}
      {opening !== "" && closing !== "" && (
        <p className="text-small text-ink-2">and below the button</p>
      )}
      {opening === "" && !isSignature && (
        <p className="text-small text-ink-2">Below the button</p>
      )}
      {closing !== "" && <p>{closing}</p>}
    </div>
  );
}

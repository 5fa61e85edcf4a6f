import { paths } from "~/lib/paths";
import { ConfidentialMark } from "../confidential-mark";
import { GeneTitle } from "../gene-name";
import type { StatusLook } from "../status-looks";
import { StatusMark } from "../status-mark";

export type ShownEntry = {
  on: string;
  what: "page_due" | "review_by" | "going_out";
  slug: string;
  title: string;
  genes: string[];
  person: string | null;
  isOverdue: boolean;
};

/** One thing that falls on a day: its mark and word, and the page it is about. */
export function EntryText({ entry }: { entry: ShownEntry }) {
  const { what, isOverdue, person } = entry;
  const looks: Record<ShownEntry["what"], StatusLook & { word: string }> = {
    page_due: isOverdue
      ? { shape: "triangle", word: "Overdue", colour: "text-overdue" }
      : { shape: "square_plus", word: "Next review", colour: "text-live" },
    review_by: {
      shape: "half_ring",
      word: `${person ?? "A reviewer"} decides by`,
      colour: "text-review",
    },
    going_out: { shape: "clock", word: "Goes out", colour: "text-scheduled" },
  };
  const { shape, word, colour } = looks[what];
  return (
    <span className="block">
      <span className={`flex items-center gap-1 ${colour}`}>
        <StatusMark shape={shape} size={14} />
        {word}
      </span>
      <a href={paths.deskPage(entry.slug)} className="inline-block py-0.5">
        <GeneTitle title={entry.title} genes={entry.genes} />
      </a>
      <ConfidentialMark slug={entry.slug} />
    </span>
  );
}

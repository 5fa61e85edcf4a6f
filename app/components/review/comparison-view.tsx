import {
  harmsInWords,
  notMinorBecause,
  partsInWords,
} from "~/wording/comparison";
import { listInWords } from "~/wording/places";
import { factLabels } from "~/wording/review";
import { Notice } from "../notice";
import { PageText } from "../page-text";
import { ChangeList } from "./change-list";
import type { ComparisonShown } from "./comparison-of";

type Props = {
  shown: ComparisonShown;
  /** Said when nothing differs. */
  none: string;
};

/** Two texts of a page as one, with what changed counted, named and listed. */
export function ComparisonView({ shown, none }: Props) {
  const facts = shown.metadata.flatMap((field) => factLabels[field] ?? []);
  if (shown.changes.length === 0 && facts.length === 0) return <p>{none}</p>;
  return (
    <div className="comparison-frame">
      <Summary shown={shown} />
      {facts.length > 0 && (
        <p className="mt-4">
          Also changed, outside the text: {listInWords(facts)}.
        </p>
      )}
      {shown.changes.length > 0 && (
        <div className="comparison-columns">
          <div className="panel min-w-0 px-4 py-6 sm:px-8">
            <PageText html={shown.html} />
          </div>
          <ChangeList changes={shown.changes} />
        </div>
      )}
    </div>
  );
}

function Summary({ shown }: { shown: ComparisonShown }) {
  const { changes, parts, harms } = shown;
  const isMinor = harmsInWords(harms) === "";
  const because = notMinorBecause(harms);
  if (changes.length === 0) return null;
  return (
    <div className="grid gap-4">
      <p>
        <span className="font-bold">
          {changes.length === 1
            ? "1 change"
            : `${String(changes.length)} changes`}
        </span>{" "}
        in {partsInWords(parts)}. <ins>Added words are underlined twice</ins>,{" "}
        <del>removed words are struck through</del>; a bar marks a block that
        came, went or became something else.
      </p>
      <p className="comparison-to-list">
        <a href="#changes-list">Go to the list of changes</a>
      </p>
      {because && <Notice tone={isMinor ? "info" : "warn"} title={because} />}
    </div>
  );
}

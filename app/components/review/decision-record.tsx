import type { FormAnswer } from "~/domain/words";
import { dayInWords } from "~/wording/days";
import { formAnswerLabels } from "~/wording/labels";
import { keyedKindLabels } from "~/wording/key-again";

export type ShownRecord = {
  answers: readonly { question: string; answer: FormAnswer }[];
  keyed: readonly {
    kind: keyof typeof keyedKindLabels;
    said: string;
    typed: string;
    isEqual: boolean;
    keyedOn: string;
    /** The numbers of the references beside the value. */
    sources: readonly number[];
  }[];
  claims: readonly { sentence: string; trueOn: string; source: string }[];
};

/** What a decision rests on, folded away: short form, keyed values, confirmed claims. */
export function DecisionRecord({ record }: { record: ShownRecord }) {
  const { answers, keyed, claims } = record;
  if (answers.length + keyed.length + claims.length === 0) return null;
  return (
    <details className="mt-3">
      <summary className="min-h-6 cursor-pointer">{summaryOf(record)}</summary>
      <div className="mt-3 grid gap-4">
        {answers.length > 0 && (
          <div>
            <h4 className="font-bold">Short form</h4>
            <ul className="mt-1 grid gap-1">
              {answers.map(({ question, answer }) => (
                <li key={question}>
                  {question} <strong>{formAnswerLabels[answer]}</strong>
                </li>
              ))}
            </ul>
          </div>
        )}
        {keyed.length > 0 && (
          <div>
            <h4 className="font-bold">Keyed again from the source</h4>
            <ul className="mt-1 grid gap-1">
              {keyed.map((value, index) => (
                <li key={`${value.said} ${String(index)}`}>
                  {keyedKindLabels[value.kind]}: typed “{value.typed}”,{" "}
                  {value.isEqual
                    ? `as the text has it (“${value.said}”)`
                    : `but the text has “${value.said}”`}
                  , {dayInWords(value.keyedOn)}
                  {sourcesInWords(value.sources)}
                </li>
              ))}
            </ul>
          </div>
        )}
        {claims.length > 0 && (
          <div>
            <h4 className="font-bold">Still true</h4>
            <ul className="mt-1 grid gap-1">
              {claims.map(({ sentence, trueOn, source }, index) => (
                <li key={`${sentence} ${String(index)}`}>
                  “{sentence}” as of {dayInWords(trueOn)}, from {source}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </details>
  );
}

function summaryOf({ answers, keyed, claims }: ShownRecord): string {
  const parts = [
    ...(answers.length > 0 ? ["short form"] : []),
    ...(keyed.length > 0
      ? [
          keyed.length === 1
            ? "1 value keyed"
            : `${String(keyed.length)} values keyed`,
        ]
      : []),
    ...(claims.length > 0
      ? [
          claims.length === 1
            ? "1 claim confirmed"
            : `${String(claims.length)} claims confirmed`,
        ]
      : []),
  ];
  return `What it rests on: ${parts.join(", ")}`;
}

function sourcesInWords(sources: readonly number[]): string {
  if (sources.length === 0) return "; no reference stands beside it";
  return `; ${sources.length === 1 ? "reference" : "references"} ${sources.join(", ")}`;
}

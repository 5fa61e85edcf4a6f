import { DayText } from "./day-text";

export type CorrectionText = {
  key: string;
  publishedOn: string;
  reason: string;
  before: string;
  after: string;
};

/** Safety corrections of the last twelve months, with before and after. */
export function PublicCorrections({
  corrections,
}: {
  corrections: readonly CorrectionText[];
}) {
  if (corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections" className="max-w-[41rem]">
      <h2 id="corrections" className="mt-10 mb-3 font-serif text-h2">
        Corrected for safety
      </h2>
      {corrections.map((each) => (
        <div key={each.key} className="mb-5 border-l-4 border-rule pl-4">
          <p className="mb-2">
            <DayText day={each.publishedOn} />: {each.reason}
          </p>
          <dl className="grid gap-2 font-serif">
            <div>
              <dt className="font-sans text-small text-ink-2">Before</dt>
              <dd>
                <del>{each.before || "(nothing stood here)"}</del>
              </dd>
            </div>
            <div>
              <dt className="font-sans text-small text-ink-2">Now</dt>
              <dd>
                <ins>{each.after || "(removed)"}</ins>
              </dd>
            </div>
          </dl>
        </div>
      ))}
    </section>
  );
}

import { Button } from "~/components/button";
import { Select } from "~/components/choice-fields";
import { DayField } from "~/components/text-field";
import type { ConfidentialReader } from "~/data/confidential-readers.server";
import { errorFor, typedText } from "~/lib/parse-form";
import { type Answer, answerOf } from "~/lib/performed";
import { dayInWords } from "~/wording/days";

type Props = {
  until: string | null;
  /** The editors of the desk while the page is confidential; none otherwise. */
  readers: readonly ConfidentialReader[];
  answer: Answer;
};

/** Keeps a page from readers until a day, such as that of an embargo. */
export function ConfidentialSection({ until, readers, answer }: Props) {
  const { errors, typed } = answerOf(answer, "confidential");
  return (
    <details open={errors.length > 0}>
      <summary className="cursor-pointer">
        {until
          ? `Confidential until ${dayInWords(until)}: change`
          : "Keep this page confidential until a day"}
      </summary>
      <form method="post" className="mt-3 grid max-w-form gap-4">
        <input type="hidden" name="intent" value="confidential" />
        <DayField
          name="until"
          label="Readers see nothing before"
          hint="Until that day only its owner, authors, assigned reviewers and the editors you name know of it: it is in no list, search, feed, digest or mail of anybody else. Left empty, nothing is kept back."
          isOptional
          value={typedText(typed, "until") || (until ?? "")}
          error={errorFor(errors, "until")}
        />
        <div>
          <Button>Keep this day</Button>
        </div>
      </form>
      {readers.length > 0 && <NamedReaders readers={readers} />}
    </details>
  );
}

function NamedReaders({ readers }: Pick<Props, "readers">) {
  const named = readers.filter(({ isNamed }) => isNamed);
  const others = readers.filter(({ isNamed }) => !isNamed);
  return (
    <div className="mt-4 grid max-w-form gap-3">
      <p id="named-readers">Editors who know of it:</p>
      <ul className="grid gap-2" aria-labelledby="named-readers">
        {named.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            {name}
            {named.length > 1 && (
              <form method="post">
                <input type="hidden" name="intent" value="unname_reader" />
                <input type="hidden" name="personId" value={id} />
                <Button tone="quiet" isSmall aria-label={`Take ${name} off`}>
                  Take off
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <form method="post" className="grid gap-3">
          <input type="hidden" name="intent" value="name_reader" />
          <Select
            name="personId"
            label="Name another editor"
            emptyLabel="Choose an editor"
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <div>
            <Button>Let them know of it</Button>
          </div>
        </form>
      )}
    </div>
  );
}

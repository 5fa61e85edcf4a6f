import { Button } from "~/components/button";
import { DayField } from "~/components/text-field";
import { errorFor, typedText } from "~/lib/parse-form";
import { type Answer, answerOf } from "~/lib/performed";
import { dayInWords } from "~/wording/days";

type Props = { until: string | null; answer: Answer };

/** Keeps a page from readers until a day, such as that of an embargo. */
export function ConfidentialSection({ until, answer }: Props) {
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
          hint="Left empty, nothing is kept back."
          isOptional
          value={typedText(typed, "until") || (until ?? "")}
          error={errorFor(errors, "until")}
        />
        <div>
          <Button>Keep this day</Button>
        </div>
      </form>
    </details>
  );
}

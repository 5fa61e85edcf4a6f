import {
  errorFor,
  type FieldError,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";
import { TextField } from "../text-field";

type Props = { typed: TypedForm; errors: readonly FieldError[] };

const numbers = [
  {
    name: "intervalMonths",
    label: "Months between full reviews",
    hint: "A shorter interval also brings live pages forward; a longer one is for each page’s next full review.",
  },
  {
    name: "maxIntervalMonths",
    label: "Longest interval allowed, in months",
    hint: "At most 60.",
  },
  {
    name: "respondDays",
    label: "Days for a reviewer to answer",
    hint: "From the request, 1 to 60.",
  },
  {
    name: "reviewDays",
    label: "Days to review",
    hint: "From the request, 1 to 180.",
  },
  {
    name: "signatureDays",
    label: "Days a signature stays good",
    hint: "From the signature to the publication, 1 to 365.",
  },
  {
    name: "graceDays",
    label: "Days of grace for an overdue page",
    hint: "Its text stands marked as overdue so long, and is withheld after; 0 to 180.",
  },
  {
    name: "spreadDays",
    label: "Days to spread live pages over",
    hint: "Used once, when the interval gets shorter: no page is given fewer than 60 days, and those that would fall on one day are spread over so many more.",
  },
] as const;

/** Every number of the rules, each with what it counts and its bounds. */
export function NumberFields({ typed, errors }: Props) {
  return (
    <>
      {numbers.map((field) => (
        <TextField
          key={field.name}
          {...field}
          width="short"
          inputMode="numeric"
          value={typedText(typed, field.name)}
          error={errorFor(errors, field.name)}
        />
      ))}
    </>
  );
}

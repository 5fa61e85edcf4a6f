import {
  errorFor,
  type FieldError,
  type TypedForm,
  typedText,
} from "~/lib/parse-form";
import { Button } from "../button";
import { TextField } from "../text-field";

type Props = {
  version: { id: string; number: number };
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** Whom to ask, and for how many days their link works. */
export function InviteOutsideForm({ version, errors, typed }: Props) {
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errorFor(errors, name),
  });
  return (
    <form method="post" className="grid max-w-form gap-5">
      <input type="hidden" name="intent" value="invite_outside_expert" />
      <input type="hidden" name="versionId" value={version.id} />
      <TextField {...field("name")} label="Name" />
      <TextField {...field("email")} label="E-mail address" type="email" />
      <TextField {...field("credentials")} label="Credentials" isOptional />
      <TextField {...field("affiliation")} label="Affiliation" isOptional />
      <TextField
        {...field("days")}
        value={typedText(typed, "days") || "21"}
        label="Days that the link works"
        hint="1 to 60."
        width="short"
        inputMode="numeric"
      />
      <div>
        <Button tone="primary">Send a link to version {version.number}</Button>
      </div>
    </form>
  );
}

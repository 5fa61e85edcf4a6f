import { errorFor, typedText, type FieldError } from "~/lib/parse-form";
import { Button } from "./button";
import { Select } from "./choice-fields";
import { FormStack } from "./layout";
import { TextField } from "./text-field";

type Props = {
  errors: readonly FieldError[];
  typed: Parameters<typeof typedText>[0];
};

/** The address of another program and how it wants to be told. */
export function AddWebhookForm({ errors, typed }: Props) {
  return (
    <form method="post">
      <input type="hidden" name="intent" value="add" />
      <FormStack>
        <TextField
          name="url"
          label="Address"
          hint="Begins with https:// and leads to the public internet."
          value={typedText(typed, "url")}
          error={errorFor(errors, "url")}
        />
        <Select
          name="format"
          label="Format"
          value={typedText(typed, "format") || "json"}
          error={errorFor(errors, "format")}
          options={[
            { value: "json", label: "JSON" },
            { value: "slack", label: "Text for Slack and its like" },
          ]}
        />
        <div>
          <Button tone="primary">Add the webhook</Button>
        </div>
      </FormStack>
    </form>
  );
}

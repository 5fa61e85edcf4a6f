import { pageKinds } from "~/domain/words";
import {
  type FieldError,
  type TypedForm,
  errorFor,
  typedList,
  typedText,
} from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { pageKindLabels } from "~/wording/labels";
import { placeOptions } from "~/wording/places";
import { Button, ButtonLink, ButtonRow } from "../button";
import { CheckboxGroup, RadioGroup, Select } from "../choice-fields";
import { ErrorSummary } from "../error-summary";
import { FormStack } from "../layout";
import { TextField } from "../text-field";
import { audienceOptions, colleagueOptions, type NamedPerson } from "./options";

type Props = {
  personId: string;
  colleagues: readonly NamedPerson[];
  collections: readonly { id: string; name: string }[];
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** What a page is, for whom, where it applies and who answers for it. */
export function NewPageForm(props: Props) {
  const { personId, colleagues, collections, errors, typed } = props;
  const field = (name: string, first = "") => ({
    name,
    value: name in typed ? typedText(typed, name) : first,
    error: errorFor(errors, name),
  });
  return (
    <form method="post">
      <ErrorSummary errors={errors} />
      <FormStack>
        <TextField {...field("title")} label="Title" maxLength={300} />
        <TextField
          {...field("genes")}
          label="Genes"
          hint="Approved symbols, with commas between them, such as ROS1, CD74."
          isOptional
        />
        <RadioGroup
          {...field("kind")}
          label="Kind"
          options={pageKinds.map((value) => ({
            value,
            label: pageKindLabels[value],
          }))}
        />
        <RadioGroup
          {...field("audience")}
          label="Audience"
          options={audienceOptions}
        />
        <CheckboxGroup
          name="jurisdictions"
          label="Where it applies"
          options={placeOptions}
          values={typedList(typed, "jurisdictions")}
          error={errorFor(errors, "jurisdictions")}
        />
        <TextField
          {...field("language", "en-GB")}
          label="Language"
          hint="As a tag: en-GB, cy, fr."
          width="short"
          isMono
        />
        <Select
          {...field("owner", personId)}
          label="Owner"
          hint="The person who is answerable for the page."
          options={colleagueOptions(colleagues)}
        />
        <Select
          {...field("collection")}
          label="Collection"
          isOptional
          emptyLabel="None"
          options={collections.map(({ id, name }) => ({
            value: id,
            label: name,
          }))}
        />
        <TextField
          {...field("slug")}
          label="Address"
          hint="Small letters, figures and hyphens. Left empty, it is made from the title. It stays."
          isOptional
          isMono
          maxLength={120}
        />
        <RadioGroup
          {...field("begin", "sections")}
          label="Begin with"
          options={[
            {
              value: "sections",
              label: "The sections that pages of this kind have",
              hint: "Headings with what belongs under each. What is left unfilled can be taken out, and never goes out.",
            },
            { value: "empty", label: "An empty page" },
          ]}
        />
        <ButtonRow>
          <Button tone="primary">Create page</Button>
          <ButtonLink tone="quiet" href={paths.pages()}>
            Go back
          </ButtonLink>
        </ButtonRow>
      </FormStack>
    </form>
  );
}

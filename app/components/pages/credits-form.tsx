import { countRows, flattenRows, rowField } from "~/lib/form-rows";
import { errorFor, typedText, type TypedForm } from "~/lib/parse-form";
import { Select } from "../choice-fields";
import { TextField } from "../text-field";
import type { PartProps } from "./about-form";
import { colleagueOptions, type NamedPerson } from "./options";
import { answerFor, type PartAnswer, SectionForm } from "./section-form";

const spareRows = 1;

/** Who wrote the page, as readers see it: people of the desk, or names of others. */
export function CreditsForm(
  props: PartProps & { colleagues: readonly NamedPerson[] },
) {
  const { details, marks, colleagues } = props;
  const answer = answerFor(props.answer, "credits");
  const typed = answer?.typed ?? flattenRows("credit", details.credits);
  const rows = answer
    ? countRows(typed, "credit")
    : details.credits.length + spareRows;
  return (
    <SectionForm
      {...props}
      part="credits"
      title="Author credits"
      below="Readers see these. Nobody credited here can approve the page, and at least one author has to be a person of this desk."
      mark={marks["credits"]}
      act="Save credits"
      stored={
        <p>{details.credits.map(({ name }) => name).join(", ") || "None"}</p>
      }
    >
      {Array.from({ length: rows }, (_, place) => (
        <CreditRow
          key={place}
          place={place}
          isNew={!answer && place >= details.credits.length}
          typed={typed}
          answer={answer}
          colleagues={colleagues}
        />
      ))}
    </SectionForm>
  );
}

function CreditRow(props: {
  place: number;
  isNew: boolean;
  typed: TypedForm;
  answer: PartAnswer | null;
  colleagues: readonly NamedPerson[];
}) {
  const { place, typed, answer, colleagues } = props;
  const field = (name: string) => ({
    name: rowField("credit", place, name),
    value: typedText(typed, rowField("credit", place, name)),
    error: errorFor(answer?.errors ?? [], rowField("credit", place, name)),
  });
  const role = field("role");
  return (
    <fieldset className="grid gap-3 border-t border-rule pt-4 first:border-t-0 first:pt-0 sm:grid-cols-2 sm:items-end">
      <legend className="sr-only">
        {props.isNew ? "One more credit" : `Credit ${String(place + 1)}`}
      </legend>
      <Select
        {...field("personId")}
        label="Person of the desk"
        isOptional
        emptyLabel={props.isNew ? "Add somebody" : "Not of this desk"}
        options={colleagueOptions(colleagues)}
      />
      <Select
        {...role}
        value={role.value || "author"}
        label="Credited as"
        options={[
          { value: "author", label: "Author" },
          { value: "contributor", label: "Contributor" },
        ]}
      />
      <TextField
        {...field("name")}
        label="Name"
        hint="Left empty, it is the person's. Without person and name the credit goes."
        isOptional
      />
      <TextField {...field("credentials")} label="Credentials" isOptional />
      <TextField {...field("affiliation")} label="Affiliation" isOptional />
      <TextField
        {...field("orcid")}
        label="ORCID"
        hint="0000-0002-1825-0097"
        isOptional
        isMono
      />
      <TextField
        {...field("from")}
        label="From"
        hint="A month: 2014-04"
        isOptional
        isMono
        width="short"
      />
      <TextField
        {...field("until")}
        label="Through"
        hint="A month: 2015-09"
        isOptional
        isMono
        width="short"
      />
    </fieldset>
  );
}

import { pageKinds } from "~/domain/words";
import type { PageContent } from "~/content/page-content";
import { errorFor, typedList, typedText } from "~/lib/parse-form";
import { audienceLabels, pageKindLabels } from "~/wording/labels";
import { placeOptions, placesInWords } from "~/wording/places";
import { CheckboxGroup, RadioGroup, Select } from "../choice-fields";
import { DefinitionRows } from "../definition-rows";
import { TextArea, TextField } from "../text-field";
import { audienceOptions } from "./options";
import { answerFor, type PartAnswer, SectionForm } from "./section-form";

export type PartProps = {
  details: Omit<PageContent, "body">;
  marks: Record<string, string>;
  canWrite: boolean;
  answer: PartAnswer | null;
  saved: string | null;
};

type Props = PartProps & {
  collections: readonly { id: string; name: string }[];
  collectionId: string | null;
  isKindFixed: boolean;
};

/** What the page is, for whom, where it applies, and what changed in it. */
export function AboutForm(props: Props) {
  const { details, collections, collectionId, isKindFixed, marks } = props;
  const answer = answerFor(props.answer, "about");
  const field = (name: string, stored: string) => ({
    name,
    value: answer ? typedText(answer.typed, name) : stored,
    error: errorFor(answer?.errors ?? [], name),
  });
  return (
    <SectionForm
      {...props}
      part="about"
      title="About the page"
      mark={marks["about"]}
      act="Save this part"
      stored={<Stored {...details} />}
    >
      <TextField {...field("title", details.title)} label="Title" />
      <TextArea
        {...field("changeNote", details.changeNote)}
        label="What changed"
        hint="In plain words, for readers and reviewers: “Treatment updated after the new trial.”"
        rows={3}
        isOptional
      />
      <RadioGroup
        {...field("audience", details.audience)}
        label="Audience"
        options={audienceOptions}
      />
      <CheckboxGroup
        name="jurisdictions"
        label="Where it applies"
        options={placeOptions}
        values={
          answer
            ? typedList(answer.typed, "jurisdictions")
            : details.jurisdictions
        }
        error={errorFor(answer?.errors ?? [], "jurisdictions")}
      />
      <TextField
        {...field("tags", details.tags.join(", "))}
        label="Tags"
        hint="With commas between them."
        isOptional
      />
      {isKindFixed ? (
        <>
          <input type="hidden" name="kind" value={details.kind} />
          <p>
            <span className="font-bold">Kind</span>
            <br />
            {pageKindLabels[details.kind]}. Fixed, because a version has been
            submitted.
          </p>
        </>
      ) : (
        <Select
          {...field("kind", details.kind)}
          label="Kind"
          options={pageKinds.map((value) => ({
            value,
            label: pageKindLabels[value],
          }))}
        />
      )}
      <TextField
        {...field("language", details.language)}
        label="Language"
        hint="As a tag: en-GB, cy, fr."
        width="short"
        isMono
      />
      <Select
        {...field("collection", collectionId ?? "")}
        label="Collection"
        isOptional
        emptyLabel="None"
        options={collections.map(({ id, name }) => ({
          value: id,
          label: name,
        }))}
      />
    </SectionForm>
  );
}

function Stored(details: PartProps["details"]) {
  return (
    <DefinitionRows
      rows={[
        { term: "Title", detail: details.title },
        { term: "What changed", detail: details.changeNote || "Nothing said" },
        { term: "Audience", detail: audienceLabels[details.audience] },
        { term: "Applies in", detail: placesInWords(details.jurisdictions) },
        { term: "Tags", detail: details.tags.join(", ") || "None" },
        { term: "Kind", detail: pageKindLabels[details.kind] },
        { term: "Language", detail: details.language },
      ]}
    />
  );
}

import { aiLevels } from "~/domain/words";
import { errorFor, typedText } from "~/lib/parse-form";
import { aiLevelLabels } from "~/wording/labels";
import { RadioGroup, Select } from "../choice-fields";
import { DayField, TextField } from "../text-field";
import type { PartProps } from "./about-form";
import { colleagueOptions, type NamedPerson } from "./options";
import { answerFor, SectionForm } from "./section-form";

/** How AI was used, and who checked its words: one more person than the approvers. */
export function AiUseForm(
  props: PartProps & { colleagues: readonly NamedPerson[] },
) {
  const { details, marks, colleagues } = props;
  const answer = answerFor(props.answer, "ai-use");
  const { aiUse } = details;
  const field = (name: keyof typeof aiUse) => ({
    name,
    value: answer ? typedText(answer.typed, name) : (aiUse[name] ?? ""),
    error: errorFor(answer?.errors ?? [], name),
  });
  const people = colleagueOptions(colleagues);
  return (
    <SectionForm
      {...props}
      part="ai-use"
      title="Use of AI"
      below="Readers see a sentence made from this record. It cannot be taken out."
      mark={marks["ai-use"]}
      act="Save use of AI"
      stored={<p>{aiLevelLabels[aiUse.level]}</p>}
    >
      <RadioGroup
        {...field("level")}
        label="How AI was used"
        options={aiLevels.map((value) => ({
          value,
          label: aiLevelLabels[value],
        }))}
      />
      <TextField
        {...field("tool")}
        label="Tool"
        hint="Name and version. Needed where AI drafted or wrote words, as are the next three."
        isOptional
      />
      <DayField {...field("usedOn")} label="Day it was used" isOptional />
      <Select
        {...field("drafterId")}
        label="Who used it"
        isOptional
        emptyLabel="Nobody named"
        options={people}
      />
      <Select
        {...field("verifierId")}
        label="Who checked its words against the sources"
        hint="Somebody else, who then cannot approve the page."
        isOptional
        emptyLabel="Nobody named"
        options={people}
      />
    </SectionForm>
  );
}

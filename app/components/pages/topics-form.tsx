import { type TopicType, topicTypes } from "~/content/page-content";
import { countRows, flattenRows, rowField } from "~/lib/form-rows";
import { errorFor, typedText } from "~/lib/parse-form";
import { Select } from "../choice-fields";
import { TextField } from "../text-field";
import type { PartProps } from "./about-form";
import { answerFor, SectionForm } from "./section-form";

const topicLabels = {
  gene: "Gene",
  gene_family: "Gene family",
  fusion: "Fusion",
  tumour_type: "Tumour type",
} as const satisfies Record<TopicType, string>;

const spareRows = 2;

/** Genes, fusions and tumour types that the page is about. */
export function TopicsForm(props: PartProps) {
  const { details, marks } = props;
  const answer = answerFor(props.answer, "topics");
  const typed = answer?.typed ?? flattenRows("topic", details.topics);
  const rows = answer
    ? countRows(typed, "topic")
    : details.topics.length + spareRows;
  return (
    <SectionForm
      {...props}
      part="topics"
      title="Topics"
      below="An approved gene symbol gets its HGNC code by itself. Empty a name to take a topic out; two more rows come with every save."
      mark={marks["topics"]}
      act="Save topics"
      stored={
        <p>{details.topics.map(({ label }) => label).join(", ") || "None"}</p>
      }
    >
      {Array.from({ length: rows }, (_, place) => {
        const field = (name: string) => ({
          name: rowField("topic", place, name),
          value: typedText(typed, rowField("topic", place, name)),
          error: errorFor(answer?.errors ?? [], rowField("topic", place, name)),
        });
        const type = field("type");
        return (
          <div
            key={place}
            className="grid items-end gap-3 sm:grid-cols-[11rem_minmax(0,1fr)_11rem]"
          >
            <Select
              {...type}
              value={type.value || "gene"}
              label="What it is"
              options={topicTypes.map((value) => ({
                value,
                label: topicLabels[value],
              }))}
            />
            <TextField {...field("label")} label="Name" isOptional />
            <TextField {...field("code")} label="Code" isOptional isMono />
          </div>
        );
      })}
    </SectionForm>
  );
}

import { type TopicType, topicTypes } from "~/content/page-content";
import { rowField } from "~/lib/form-rows";
import {
  errorFor,
  type FieldError,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";
import { Select } from "../choice-fields";
import { TextField } from "../text-field";

const topicLabels = {
  gene: "Gene",
  gene_family: "Gene family",
  fusion: "Fusion",
  tumour_type: "Tumour type",
} as const satisfies Record<TopicType, string>;

type Props = { count: number; typed: TypedForm; errors: readonly FieldError[] };

/** Rows in which coded topics are typed: what each is, its name and its code. */
export function TopicRows({ count, typed, errors }: Props) {
  return Array.from({ length: count }, (_, place) => {
    const field = (name: string) => ({
      name: rowField("topic", place, name),
      value: typedText(typed, rowField("topic", place, name)),
      error: errorFor(errors, rowField("topic", place, name)),
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
  });
}

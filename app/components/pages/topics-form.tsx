import { countRows, flattenRows } from "~/lib/form-rows";
import type { PartProps } from "./about-form";
import { answerFor, SectionForm } from "./section-form";
import { TopicRows } from "./topic-rows";

const spareRows = 2;

/** Genes, fusions and tumour types that the page is about. */
export function TopicsForm(props: PartProps) {
  const { details, marks } = props;
  const answer = answerFor(props.answer, "topics");
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
      <TopicRows
        count={
          answer
            ? countRows(answer.typed, "topic")
            : details.topics.length + spareRows
        }
        typed={answer?.typed ?? flattenRows("topic", details.topics)}
        errors={answer?.errors ?? []}
      />
    </SectionForm>
  );
}

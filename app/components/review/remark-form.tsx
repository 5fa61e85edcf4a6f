import { commentKinds } from "~/domain/words";
import type { FieldError } from "~/lib/parse-form";
import {
  errorFor,
  typedList,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";
import { commentKindLabels } from "~/wording/labels";
import { commentKindHints } from "~/wording/review";
import { Button } from "../button";
import { RadioGroup, Select } from "../choice-fields";
import { TextArea } from "../text-field";
import { MentionField } from "./mention-field";

type Props = {
  /** The blocks of the version in order: id and its first words. */
  places: readonly { id: string; label: string }[];
  /** Authors ask and suggest; only reviewers and editors may insist. */
  mayInsist: boolean;
  /** Who can be named in it. */
  people: readonly { id: string; name: string }[];
  /** Kept for the writer alone until their review is sent. */
  isPrivate?: boolean;
  /** Values that travel with the form. */
  hidden?: Readonly<Record<string, string>>;
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** One remark on the page or on one of its blocks. */
export function RemarkForm(props: Props) {
  const {
    places,
    mayInsist,
    isPrivate,
    people,
    hidden = {},
    errors,
    typed,
  } = props;
  const field = (name: string) => ({
    name,
    error: errorFor(errors, name),
    value: typedText(typed, name),
  });
  const kinds = commentKinds.filter((kind) => mayInsist || kind !== "must_fix");
  return (
    <form
      method="post"
      className="remark-form panel grid max-w-form gap-5 p-4 sm:p-5"
    >
      <input
        type="hidden"
        name="intent"
        value={isPrivate ? "keep_remark" : "raise_comment"}
      />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <RadioGroup
        {...field("kind")}
        label={isPrivate ? "Kind of remark" : "Kind of comment"}
        hint={
          isPrivate
            ? "Yours alone until you sign your decision; then it stands in the text as a comment, which the authors answer. To have an answer before you decide, keep it and press “Send this one now”."
            : "A comment stands beside these words at once, and the authors answer it there."
        }
        options={kinds.map((kind) => ({
          value: kind,
          label: commentKindLabels[kind],
          hint: commentKindHints[kind],
        }))}
      />
      <Select
        {...field("blockId")}
        label="Where"
        isOptional
        emptyLabel="The page as a whole"
        options={places.map(({ id, label }) => ({ value: id, label }))}
      />
      <TextArea
        {...field("quotation")}
        label="The words it is about"
        hint="Copy them from the text, so that they can be found when it moves."
        rows={2}
        isOptional
      />
      <input type="hidden" name="start" value={typedText(typed, "start")} />
      <TextArea
        {...field("remark")}
        label={isPrivate ? "Remark" : "Comment"}
        rows={4}
      />
      <MentionField
        people={people}
        named={typedList(typed, "mentionIds")}
        error={errorFor(errors, "mentionIds")}
      />
      <div>
        <Button>{isPrivate ? "Keep this remark" : "Add this comment"}</Button>
      </div>
    </form>
  );
}

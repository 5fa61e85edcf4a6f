import type { ReactNode } from "react";
import { Checkbox, RadioGroup, Select } from "~/components/choice-fields";
import { ConfirmForm } from "~/components/confirm-form";
import { DayField, TextArea, TextField } from "~/components/text-field";
import { withdrawalTypes } from "~/domain/words";
import { errorFor, typedText } from "~/lib/parse-form";
import { type Answer, answerOf } from "~/lib/performed";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { withdrawalLabels } from "~/wording/labels";
import {
  noticeLabels,
  noticeSentences,
  withdrawnSentences,
} from "~/wording/notices";
import { formFor } from "./act-forms";
import { typedNotices } from "./forms";
import type { PublicKnown } from "./public-known";

type Props = { known: PublicKnown; answer: Answer };

/** The form of the one act that was chosen: its consequence, its fields, its reason. */
export function ActForm({ known, answer }: Props) {
  const intent = answer?.intent ?? known.act;
  const form = intent && formFor(intent, known);
  if (!form) return null;
  const { errors, typed } = answerOf(answer, intent);
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errorFor(errors, name),
  });
  return (
    <ConfirmForm
      title={form.title}
      consequences={form.consequences}
      act={form.act}
      tone={form.isDanger ? "danger" : "primary"}
      hidden={{ intent, ...form.hidden }}
      cancelHref={paths.deskPageAct(known.slug, "public")}
    >
      {fieldsOf(intent, known, field)}
      <TextArea
        {...field("reason")}
        label="Reason"
        hint={form.reasonHint}
        rows={3}
      />
    </ConfirmForm>
  );
}

type FieldOf = (name: string) => {
  name: string;
  value: string;
  error: string | undefined;
};

function fieldsOf(
  intent: string,
  known: PublicKnown,
  field: FieldOf,
): ReactNode {
  switch (intent) {
    case "withdraw":
      return (
        <>
          <RadioGroup
            {...field("type")}
            label="Why it is withdrawn"
            options={withdrawalTypes.map((type) => ({
              value: type,
              label: withdrawalLabels[type],
              hint: `Readers see: “${withdrawnSentences[type]}”`,
            }))}
          />
          <Checkbox
            name="isPermanent"
            label="Retract it for good"
            hint="It can never be reinstated, and your reason stays public."
            isChecked={field("isPermanent").value === "yes"}
          />
        </>
      );
    case "withhold":
      return (
        <Select
          {...field("blockId")}
          label="Block"
          emptyLabel="Choose a block"
          options={known.blocks.map(({ id, label }) => ({ value: id, label }))}
        />
      );
    case "notice":
      return (
        <RadioGroup
          {...field("type")}
          label="Notice"
          options={typedNotices.map((type) => ({
            value: type,
            label: noticeLabels[type],
            hint: `“${noticeSentences[type]}”`,
          }))}
        />
      );
    case "rename":
      return (
        <TextField
          {...field("slug")}
          label="New address"
          hint={`Now: /pages/${known.slug}. Small letters, figures and single hyphens.`}
          isMono
          maxLength={120}
        />
      );
    case "date":
      return (
        <DayField
          {...field("due")}
          label="Next review due"
          hint={`From ${dayInWords(known.earliestDue)}, before ${dayInWords(known.standing.nextReviewDue ?? known.earliestDue)}.`}
          min={known.earliestDue}
          max={known.standing.nextReviewDue ?? undefined}
        />
      );
    default:
      return null;
  }
}

import {
  errorFor,
  type FieldError,
  type TypedForm,
  typedList,
  typedText,
} from "~/lib/parse-form";
import { notMinorBecause } from "~/wording/comparison";
import {
  needLabel,
  roundKindLabels,
  roundKindMeanings,
} from "~/wording/labels";
import { askedInWords, type RuleNeedShown } from "./submit-consequences";
import type { ComparisonShown } from "../review/comparison-of";
import { CheckboxGroup, RadioGroup, Select } from "../choice-fields";

type Props = {
  changes: ComparisonShown | null;
  isBaseMoved: boolean;
  isPastDue: boolean;
  needs: readonly RuleNeedShown[];
  needsOfUpdate: readonly RuleNeedShown[];
  reason: string;
  scope: readonly { id: string; label: string }[];
  typed: TypedForm;
  errors: readonly FieldError[];
};

/** The kind of review, and for the smaller kinds the blocks that it is about. */
export function MainFields(props: Props) {
  const { changes, isBaseMoved, isPastDue, typed, errors } = props;
  const facts = changes?.metadata.filter((field) => field !== "changeNote");
  const isWhole =
    !changes ||
    isBaseMoved ||
    isPastDue ||
    changes.blocks.length === 0 ||
    (facts?.length ?? 0) > 0;
  if (isWhole)
    return (
      <p>
        <input type="hidden" name="kind" value="full_review" />
        <span className="font-bold">{roundKindLabels.full_review}.</span>{" "}
        {roundKindMeanings.full_review}
        {isPastDue && " An overdue page takes no other kind."}
        {facts &&
          facts.length > 0 &&
          " Its details changed, so it takes no other kind."}
      </p>
    );
  return (
    <>
      <RadioGroup
        name="kind"
        label="Kind of review"
        value={typedText(typed, "kind") || "full_review"}
        error={errorFor(errors, "kind")}
        options={(["full_review", "update", "copy_fix"] as const).map(
          (value) => {
            // The gate decides on T14; what it is sure to refuse is not offered.
            const because =
              value === "copy_fix" ? notMinorBecause(changes.harms) : null;
            return {
              value,
              label: roundKindLabels[value],
              hint:
                because ?? `${roundKindMeanings[value]}${asks(value, props)}`,
              isDisabled: because !== null,
            };
          },
        )}
      />
      <CheckboxGroup
        name="scope"
        label="Blocks that an update or a copy fix is about"
        hint="A full review is about the whole page, whatever is ticked here."
        isOptional
        values={
          "kind" in typed
            ? typedList(typed, "scope")
            : changes.blocks.map(({ id }) => id)
        }
        options={changes.blocks.map(({ id, name, change }) => ({
          value: id,
          label: `${name}, ${change}`,
        }))}
      />
    </>
  );
}

/** Whom a kind of review asks for; a copy fix says so itself. */
function asks(
  kind: "full_review" | "update" | "copy_fix",
  { needs, needsOfUpdate }: Props,
): string {
  if (kind === "copy_fix") return "";
  const asked = askedInWords(kind === "update" ? needsOfUpdate : needs);
  return asked === "" ? "" : ` It asks for: ${asked}.`;
}

/** Of a safety correction: its reason and blocks, and who is to sign beside an editor. */
export function CorrectionFields(props: Props) {
  const { needs, reason, scope, typed, errors } = props;
  const expertises = needs.filter(
    ({ expertise }) => expertise !== "medical_editor",
  );
  return (
    <>
      <input type="hidden" name="kind" value="safety_correction" />
      <p>
        <span className="font-bold">Why it is unsafe</span>
        <br />
        {reason}
      </p>
      <div>
        <p className="font-bold">Blocks</p>
        <ul className="grid list-disc gap-1 pl-5">
          {scope.map(({ id, label }) => (
            <li key={id}>{label}</li>
          ))}
        </ul>
      </div>
      <Select
        name="expertise"
        label="Expertise that these blocks need"
        value={typedText(typed, "expertise")}
        error={errorFor(errors, "expertise")}
        emptyLabel="Choose an expertise"
        options={expertises.map(({ expertise }) => ({
          value: expertise,
          label: needLabel(expertise),
        }))}
      />
    </>
  );
}

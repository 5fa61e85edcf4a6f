import {
  type FieldError,
  type TypedForm,
  errorFor,
  typedText,
} from "~/lib/parse-form";
import { Button } from "../button";
import { MomentText } from "../day-text";
import { DefinitionRows } from "../definition-rows";
import { ErrorSummary } from "../error-summary";
import { FormStack, Panel } from "../layout";
import { TextArea } from "../text-field";

type Version = {
  number: number;
  paragraphs: readonly string[];
  sha256: string;
  writtenBy: string;
  writtenAt: Date;
  approvedBy: string | null;
  approvedAt: Date | null;
  reason: string | null;
  /** How many pages' drafts show this version. */
  pages: number;
  mayApprove: boolean;
};

type Props = {
  version: Version;
  timeZone: string;
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** One version of a reusable text: its words, who wrote and who approved it. */
export function ReusableVersionPanel(props: Props) {
  const { version, timeZone } = props;
  const { number, paragraphs, writtenBy, writtenAt, pages } = version;
  return (
    <Panel title={`Version ${String(number)}`}>
      <div className="mb-4 grid max-w-measure gap-3">
        {paragraphs.map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </div>
      <DefinitionRows
        rows={[
          {
            term: "Written",
            detail: (
              <>
                {writtenBy}, <MomentText at={writtenAt} timeZone={timeZone} />
              </>
            ),
          },
          { term: "Approved", detail: <Approval {...props} /> },
          {
            term: "On pages",
            detail: pages === 1 ? "1 page" : `${String(pages)} pages`,
          },
        ]}
      />
      {version.mayApprove && <ApproveForm {...props} />}
    </Panel>
  );
}

function Approval({ version, timeZone }: Props) {
  const { approvedBy, approvedAt, reason } = version;
  if (approvedBy === null || approvedAt === null)
    return <>Not yet: pages cannot take it</>;
  return (
    <>
      {approvedBy}, <MomentText at={approvedAt} timeZone={timeZone} />. {reason}
    </>
  );
}

function ApproveForm({ version, errors, typed }: Props) {
  const isAgain = typedText(typed, "number") === String(version.number);
  return (
    <form method="post" className="mt-5">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="intent" value="approve" />
      <input type="hidden" name="number" value={version.number} />
      <input type="hidden" name="sha256" value={version.sha256} />
      <FormStack>
        <TextArea
          name="reason"
          label="Why these words may stand on every page"
          hint="Kept with your name. An approved version never changes."
          rows={2}
          value={isAgain ? typedText(typed, "reason") : ""}
          error={errorFor(errors, "reason")}
        />
        <div>
          <Button tone="primary">Approve version {version.number}</Button>
        </div>
      </FormStack>
    </form>
  );
}

import type { DeskState } from "~/domain/words";
import {
  errorFor,
  type FieldError,
  type TypedForm,
  typedList,
  typedText,
} from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { Button, ButtonLink } from "../button";
import { DefinitionRows } from "../definition-rows";
import { ErrorSummary } from "../error-summary";
import { BottomBar, FormStack } from "../layout";
import { Notice } from "../notice";
import { DeskStatus } from "../status";
import { TextArea } from "../text-field";
import { BlockPicker } from "./block-picker";
import { DraftEditor } from "./draft-editor";
import type { EditedDraft } from "./edited-draft";

type Props = {
  slug: string;
  canWrite: boolean;
  state: DeskState | null;
  versionId: string | null;
  timeZone: string;
  person: { id: string; email: string };
  blocks: readonly { id: string; label: string }[];
  draft: EditedDraft | null;
  reason: string;
  scope: readonly string[];
  html: string;
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** A safety correction: the form that opens one, or the one that is open. */
export function CorrectionScreen(props: Props) {
  const { draft, canWrite } = props;
  if (draft) return <OpenCorrection {...props} draft={draft} />;
  if (!canWrite) return <p>No safety correction of this page is open.</p>;
  return <OpeningForm {...props} />;
}

function OpeningForm({ blocks, errors, typed }: Props) {
  return (
    <form method="post" className="panel max-w-form p-5">
      <h2 className="text-h2">Correct something unsafe</h2>
      <ul className="mt-2 mb-5 grid list-disc gap-1 pl-5 marker:text-ink-3">
        <li>
          It changes only the blocks you name, in a small draft of the live
          text. The main draft and its reviewers go on undisturbed.
        </li>
        <li>
          One reviewer with the right expertise and one editor sign it, neither
          of them its author. A full review falls due within 30 days.
        </li>
        <li>
          If readers must not see the words for one more hour, an editor can
          withhold the block or withdraw the page at once, under Public.
        </li>
      </ul>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="intent" value="open" />
      <FormStack>
        <TextArea
          name="reason"
          label="Why it is unsafe"
          hint="Kept with the correction; its reviewers read it first."
          rows={3}
          value={typedText(typed, "reason")}
          error={errorFor(errors, "reason")}
        />
        <BlockPicker
          blocks={blocks}
          chosen={typedList(typed, "scope")}
          error={errorFor(errors, "scope")}
        />
        <div>
          <Button tone="primary">Open the correction</Button>
        </div>
      </FormStack>
    </form>
  );
}

function OpenCorrection(props: Props & { draft: NonNullable<Props["draft"]> }) {
  const { slug, blocks, scope, state, versionId, canWrite, errors } = props;
  const named = blocks.filter(({ id }) => scope.includes(id));
  return (
    <>
      {errors.map(({ sentence }) => (
        <div key={sentence} className="mb-5">
          <Notice tone="stop" title={sentence} isAnswer />
        </div>
      ))}
      <div className="mb-6 max-w-measure">
        <DefinitionRows
          rows={[
            { term: "Why it is unsafe", detail: props.reason },
            {
              term: "Blocks",
              detail: (
                <ul>
                  {named.map(({ id, label }) => (
                    <li key={id}>{label}</li>
                  ))}
                </ul>
              ),
            },
            {
              term: "Stands",
              detail: versionId ? (
                <span className="inline-flex flex-wrap gap-x-4">
                  <DeskStatus state={state ?? "draft"} />
                  <a href={paths.deskVersion(slug, versionId)}>
                    Read the submitted version
                  </a>
                </span>
              ) : (
                <DeskStatus state="draft" />
              ),
            },
          ]}
        />
      </div>
      <div className="max-w-[58rem]">
        <DraftEditor line="correction" {...props} />
        {canWrite && (
          <BottomBar>
            <ButtonLink tone="primary" href={paths.submit(slug, "correction")}>
              Submit the correction
            </ButtonLink>
            <details>
              <summary className="cursor-pointer py-2 underline">
                Drop this correction
              </summary>
              <form method="post" className="mt-2 grid gap-2">
                <input type="hidden" name="intent" value="drop" />
                <p>
                  Its draft and its round close; the live page stays as it is.
                </p>
                <div>
                  <Button tone="danger" isSmall>
                    Drop correction
                  </Button>
                </div>
              </form>
            </details>
          </BottomBar>
        )}
      </div>
    </>
  );
}

import { Button, ButtonLink } from "../button";
import { Notice } from "../notice";

type Props = {
  /** What was read, to be sent back with the choice. */
  packed: string;
  revision: number;
  canWrite: boolean;
  hasTracked: boolean;
  comments: number;
  differences: number;
  refusal: string | null;
  /** The draft of today as a Word file. */
  downloadHref: string;
  cancelHref: string;
  againHref: string;
};

/** What to do with a Word file that was looked at: replace, suggest or leave it. */
export function WordChoice(props: Props) {
  const { packed, revision, canWrite, hasTracked, comments, differences } =
    props;
  const others =
    comments > 0 ? " Its comments become comments on the draft." : "";
  return (
    <form method="post" className="panel grid gap-4 p-4 sm:p-5">
      <input type="hidden" name="kept" value={packed} />
      <input type="hidden" name="revision" value={revision} />
      {props.refusal && (
        <Notice tone="stop" title={props.refusal} isAnswer>
          <p>
            Nothing was changed, and what was read from the file is still here.
          </p>
        </Notice>
      )}
      <h2 className="text-h3">What should become of it?</h2>
      {canWrite && (
        <div className="grid gap-2">
          <p>
            {hasTracked
              ? "The draft takes the document's text as if every tracked change were refused; each tracked change becomes a suggestion that you can accept or decline."
              : "The draft takes the document's text."}
            {others}
          </p>
          <p>
            The text of today is replaced and cannot be fetched back here: first{" "}
            <a href={props.downloadHref}>download it as a Word file</a> if you
            may want it again.
          </p>
          <Button tone="primary" name="act" value="replace">
            Replace the draft’s text
          </Button>
        </div>
      )}
      <div className="grid gap-2 border-t border-rule pt-4">
        <p>
          {differences === 0
            ? "The document says what the draft says; there is nothing to suggest."
            : `The draft stays as it is. All that differs becomes ${differences === 1 ? "1 suggestion" : `${String(differences)} suggestions`}, tracked or not.`}
          {others}
        </p>
        <Button name="act" value="suggest">
          Add as suggestions
        </Button>
      </div>
      <div className="flex flex-wrap gap-3 border-t border-rule pt-4">
        <ButtonLink tone="quiet" href={props.againHref}>
          Choose another file
        </ButtonLink>
        <ButtonLink tone="quiet" href={props.cancelHref}>
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}

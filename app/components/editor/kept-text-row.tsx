import { blockText } from "~/content/plain-text";
import { CopyButton } from "./copy-button";
import type { KeptText } from "./journal";
import { dayAndTime, ofName } from "./save-words";

type Props = {
  text: KeptText;
  language: string;
  timeZone: string;
  onRestore: () => void;
  onRemove: () => void;
};

/** One text kept on this device: a whole one to restore, or one block not chosen. */
export function KeptTextRow(props: Props) {
  const { text, language, timeZone, onRestore, onRemove } = props;
  const isWhole = text.kind !== "not_chosen";
  return (
    <p className="kept-text">
      <span>{sentenceOf(text, timeZone)}</span>
      {isWhole ? (
        <button
          type="button"
          className="button button-small"
          onClick={onRestore}
        >
          Restore
        </button>
      ) : null}
      <CopyButton body={text.body} language={language}>
        {text.writtenBy === null ? "Copy my text" : "Copy their text"}
      </CopyButton>
      <button
        type="button"
        className="button button-quiet button-small"
        onClick={onRemove}
      >
        Remove
      </button>
    </p>
  );
}

function sentenceOf(text: KeptText, timeZone: string): string {
  const when = dayAndTime(text.writtenAt, timeZone);
  if (text.kind !== "not_chosen")
    return `Restore words written on this device ${when}?`;
  const whose = text.writtenBy === null ? "Your" : ofName(text.writtenBy);
  return `${whose} paragraph, not kept in the page ${when}: “${beginning(text)}”`;
}

function beginning({ body }: KeptText): string {
  const words = body.content.map(blockText).join(" ").split(/\s+/);
  return words.length > 8
    ? `${words.slice(0, 8).join(" ")} …`
    : words.join(" ");
}

import { CopyButton } from "./copy-button";
import type { KeptText } from "./journal";
import { dayAndTime } from "./save-words";

type Props = {
  text: KeptText;
  language: string;
  timeZone: string;
  onRestore: () => void;
  onRemove: () => void;
};

/** One text kept on this device, ours or the one we did not take. */
export function KeptTextRow(props: Props) {
  const { text, language, timeZone, onRestore, onRemove } = props;
  const when = dayAndTime(text.writtenAt, timeZone);
  const isOurs = text.writtenBy === null;
  return (
    <p className="kept-text">
      <span>
        {isOurs
          ? `Restore words written on this device ${when}?`
          : `${text.writtenBy}’s text, kept on this device ${when}`}
      </span>
      {isOurs ? (
        <button
          type="button"
          className="button button-small"
          onClick={onRestore}
        >
          Restore
        </button>
      ) : null}
      <CopyButton body={text.body} language={language}>
        {isOurs ? "Copy my text" : "Copy their text"}
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

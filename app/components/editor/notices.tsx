import { CloseIcon } from "./icons";

type Props = {
  /** What a paste left out, or a tool that failed: until it is closed. */
  said: string | null;
  /** The page nears its bounds: until it is shorter. */
  size: string | null;
  onClose: () => void;
};

/** The editor's one polite voice: what it says is shown and read out once. */
export function Notices({ said, size, onClose }: Props) {
  return (
    <div className="editor-notices" role="status">
      {size === null ? null : <p className="editor-trouble">{size}</p>}
      {said === null ? null : (
        <p className="editor-said">
          <span>{said}</span>
          <button
            type="button"
            className="tool"
            aria-label="Close this message"
            onClick={onClose}
          >
            <CloseIcon />
          </button>
        </p>
      )}
    </div>
  );
}

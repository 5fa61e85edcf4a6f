import { Component, StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { findEditorPlace } from "./editor-place";
import { RichEditor } from "./rich-editor";

/** Puts the editor where the server left room for it, if it did. */
export function startEditor(): void {
  const place = findEditorPlace();
  if (place === null) return;
  createRoot(place.box).render(
    <StrictMode>
      <Standing>
        <RichEditor {...place.props} />
      </Standing>
    </StrictMode>,
  );
}

/** An accident in the editor is said where the editor stood. */
class Standing extends Component<
  { children: ReactNode },
  { hasFailed: boolean }
> {
  override state = { hasFailed: false };
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }
  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className="page-editor">
        <p className="editor-trouble" role="alert">
          The editor stopped. What you wrote is kept on this device.{" "}
          <button
            type="button"
            className="button button-small"
            onClick={() => location.reload()}
          >
            Open it again
          </button>
        </p>
      </div>
    );
  }
}

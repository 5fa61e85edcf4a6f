import {
  useEffect,
  useId,
  useRef,
  type FormEvent,
  type ReactNode,
} from "react";

type Props = {
  title: string;
  /** Null for a layer that offers its own buttons. */
  act: string | null;
  onAct?: () => void;
  onClose: () => void;
  /** The word on the button that does nothing. */
  cancel?: string;
  isWide?: boolean;
  children: ReactNode;
};

/** A modal of the browser's own: it keeps the focus, Esc closes it. */
export function Dialog(props: Props) {
  const {
    title,
    act,
    onAct,
    onClose,
    cancel = "Cancel",
    isWide,
    children,
  } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    element?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => element?.close();
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onAct?.();
  };
  return (
    <dialog
      ref={dialog}
      className={isWide ? "editor-dialog editor-dialog-wide" : "editor-dialog"}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={onClose}
    >
      <form noValidate onSubmit={submit}>
        <h2 id={id}>{title}</h2>
        {children}
        {act === null ? null : (
          <p className="editor-dialog-acts">
            <button type="submit" className="button button-primary">
              {act}
            </button>
            <button type="button" className="button" onClick={onClose}>
              {cancel}
            </button>
          </p>
        )}
      </form>
    </dialog>
  );
}

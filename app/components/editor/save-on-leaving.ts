import type { Autosave } from "./autosave";

/** Milliseconds that a click waits for the save before it goes its way. */
const patience = 5_000;

/**
 * Nobody loses a word by leaving. A link or a form of the same screen waits
 * for the save first; a page that goes otherwise sends one last request; what
 * neither saves is in the journal, and the browser asks.
 */
export function saveOnLeaving(autosave: Autosave): () => void {
  const isUnsaved = () => autosave.getState().phase !== "saved";
  const isBeingWritten = () => autosave.isBeingWritten();
  const saved = () =>
    Promise.race([
      autosave.saveNow(),
      new Promise((resolve) => setTimeout(resolve, patience)),
    ]);

  const onClick = (event: MouseEvent) => {
    const link = leadingAway(event);
    if (link === null || !isBeingWritten()) return;
    event.preventDefault();
    event.stopPropagation();
    void saved().then(() => location.assign(link.href));
  };
  let goesOn: HTMLFormElement | null = null;
  const onSubmit = (event: SubmitEvent) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !isBeingWritten()) return;
    if (form === goesOn || form.closest(".page-editor")) return;
    event.preventDefault();
    event.stopPropagation();
    void saved().then(() => {
      goesOn = form;
      pressAgain(form, event.submitter);
      goesOn = null;
    });
  };
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    if (autosave.isAtRisk()) event.preventDefault();
  };
  const onHide = () => {
    if (document.visibilityState === "hidden" && isUnsaved())
      void autosave.writeJournal();
  };
  const onGone = () => autosave.sendLast();
  const tryAgain = () => {
    const { phase } = autosave.getState();
    if (phase === "unreachable" || phase === "signed_out")
      void autosave.saveNow();
  };

  document.addEventListener("click", onClick, true);
  document.addEventListener("submit", onSubmit, true);
  document.addEventListener("visibilitychange", onHide);
  window.addEventListener("beforeunload", onBeforeUnload);
  window.addEventListener("pagehide", onGone);
  window.addEventListener("online", tryAgain);
  window.addEventListener("focus", tryAgain);
  return () => {
    document.removeEventListener("click", onClick, true);
    document.removeEventListener("submit", onSubmit, true);
    document.removeEventListener("visibilitychange", onHide);
    window.removeEventListener("beforeunload", onBeforeUnload);
    window.removeEventListener("pagehide", onGone);
    window.removeEventListener("online", tryAgain);
    window.removeEventListener("focus", tryAgain);
  };
}

/** The link of a plain click that leaves this screen in this window. */
function leadingAway(event: MouseEvent): HTMLAnchorElement | null {
  const isPlain =
    event.button === 0 &&
    !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  const target = event.target instanceof Element ? event.target : null;
  const link = target?.closest<HTMLAnchorElement>("a[href]") ?? null;
  if (!isPlain || event.defaultPrevented || link === null) return null;
  if (link.isContentEditable || link.hasAttribute("download")) return null;
  if (link.target !== "" && link.target !== "_self") return null;
  if (!link.protocol.startsWith("http")) return null;
  const isHere =
    link.hash !== "" && link.href.split("#")[0] === location.href.split("#")[0];
  return isHere ? null : link;
}

/** As if the button were pressed now; the form's own checks come again. */
function pressAgain(form: HTMLFormElement, by: HTMLElement | null): void {
  if (form.isConnected) form.requestSubmit(by?.isConnected ? by : null);
}

import { Autosave } from "~/components/editor/autosave";
import type { SaveReply } from "~/components/editor/save-reply";
import type { Body } from "~/content/page-content";
import { blockText } from "~/content/plain-text";
import { memoryJournal } from "./memory-journal";

/** A body of one paragraph for each text. */
export function bodyOf(...texts: string[]): Body {
  return {
    type: "doc",
    content: texts.map((text, index) => ({
      type: "paragraph",
      attrs: { id: `id${index}` },
      content: [{ type: "text", text }],
    })),
  };
}

export function wordsOf(body: Body | null | undefined): string {
  return (body?.content ?? []).map(blockText).join(" ");
}

/** A desk with one draft, a writer at it, and ways to go wrong. */
export function pretendDesk() {
  const draft = { revision: 1, body: bodyOf("start"), by: "me" };
  const saves: string[] = [];
  const desk = {
    draft,
    saves,
    /** Every body that the desk has ever had. */
    history: [draft.body],
    screen: bodyOf("start"),
    /** What happens to the next requests, in order; then all is well. */
    next: [] as ("unreachable" | "lost" | "signed_out" | "slow")[],
    finishSlow: (): void => undefined,
    ...memoryJournal(),
  };
  const store = (baseRevision: number, body: Body): SaveReply => {
    const savedAt = new Date().toISOString();
    if (baseRevision !== draft.revision)
      return {
        kind: "stale",
        theirs: {
          revision: draft.revision,
          body: draft.body,
          savedBy: draft.by,
          savedAt,
        },
      };
    Object.assign(draft, { revision: draft.revision + 1, body, by: "me" });
    desk.history.push(body);
    saves.push(wordsOf(body));
    return { kind: "saved", revision: draft.revision, savedAt, body };
  };
  const send = async (baseRevision: number, body: Body): Promise<SaveReply> => {
    const fate = desk.next.shift();
    if (fate === "unreachable" || fate === "signed_out") return { kind: fate };
    if (fate === "slow")
      await new Promise<void>((resolve) => {
        desk.finishSlow = resolve;
      });
    const reply = store(baseRevision, body);
    return fate === "lost" ? { kind: "unreachable" } : reply;
  };
  const autosave = new Autosave({
    revision: 1,
    body: desk.screen,
    read: () => ({ ok: true, body: desk.screen }),
    send,
    journal: desk.journal,
    onStored: () => undefined,
    now: () => new Date(),
  });
  const type = (...texts: string[]) => {
    desk.screen = bodyOf(...texts);
    autosave.noteChange();
  };
  /** Somebody else saves, or another form of ours. */
  const saveElsewhere = (body: Body) => {
    desk.history.push(body);
    Object.assign(draft, {
      revision: draft.revision + 1,
      body,
      by: "Dr Novak",
    });
  };
  return Object.assign(desk, { autosave, type, saveElsewhere });
}

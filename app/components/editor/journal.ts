import { randomBlockId } from "~/content/block-ids";
import type { Body } from "~/content/page-content";
import { isHeld, holdUntilClosed } from "./journal-lock";
import { inStore } from "./journal-store";

export type KeptKind =
  /** On the screen of a tab that is open, or was when it ended. */
  | "unsaved"
  /** A whole text that was unsaved in an earlier visit. */
  | "set_aside"
  /** One block, not chosen in a clash. */
  | "not_chosen";

/** Words kept on this device that the desk may not have. */
export type KeptText = {
  /** Which draft, and who wrote: another person on this device never sees it. */
  draftKey: string;
  id: string;
  kind: KeptKind;
  baseRevision: number;
  /** What the writer started from; null when that was not kept. */
  base: Body | null;
  body: Body;
  /** Null for the person who writes here; else whose text was not chosen. */
  writtenBy: string | null;
  /** ISO 8601, by this device's clock. */
  writtenAt: string;
};
export type TextToKeep = Omit<KeptText, "draftKey" | "kind" | "id">;

/** Where words are kept on this device. No method throws. */
export type Journal = {
  /** Replaces this tab's unsaved text; false when this device cannot. */
  keepUnsaved: (text: TextToKeep) => Promise<boolean>;
  clearUnsaved: () => Promise<void>;
  setAside: (
    kind: "set_aside" | "not_chosen",
    text: TextToKeep,
  ) => Promise<boolean>;
  remove: (id: string) => Promise<void>;
  /** What is kept for this draft and on no open screen, the newest first. */
  list: () => Promise<KeptText[]>;
  /** This tab's unsaved text may from now on be offered elsewhere. */
  close: () => void;
};

const keptForDays = 30;
const mostSetAside = 50;

/**
 * The journal of one draft in this browser's IndexedDB. Survives a closed tab,
 * a lost network and an expired session. Each tab has its own unsaved text.
 * Whatever is older than 30 days goes when a journal is opened, also of other
 * drafts and people on this device, unless a living tab holds it.
 */
export function openJournal(draftKey: string): Journal {
  const tab = `unsaved ${randomBlockId()}`;
  const close = holdUntilClosed(lockOf(draftKey, tab));
  void removeOld();
  const keep = (id: string, kind: KeptKind, text: TextToKeep) =>
    inStore("readwrite", (store) =>
      store.put({ ...text, draftKey, id, kind }, [draftKey, id]),
    ).then(
      () => true,
      () => false,
    );
  const remove = (id: string) => removeText(draftKey, id);
  const all = () =>
    inStore("readonly", (store) =>
      store.getAll(IDBKeyRange.bound([draftKey, ""], [draftKey, "\uffff"])),
    ).then(newestFirst, () => []);
  const prune = async () => {
    const aside = (await all()).filter(({ kind }) => kind !== "unsaved");
    for (const { id } of aside.slice(mostSetAside)) await remove(id);
  };
  return {
    keepUnsaved: (text) => keep(tab, "unsaved", text),
    clearUnsaved: () => remove(tab),
    setAside: async (kind, text) => {
      const isKept = await keep(
        `${text.writtenAt} ${randomBlockId()}`,
        kind,
        text,
      );
      await prune();
      return isKept;
    },
    remove,
    list: async () => {
      const held = await isHeld();
      return (await all()).filter(
        ({ kind, id }) =>
          kind !== "unsaved" || (id !== tab && !held(lockOf(draftKey, id))),
      );
    },
    close,
  };
}

async function removeOld(): Promise<void> {
  const held = await isHeld();
  const oldest = Date.now() - keptForDays * 86_400_000;
  const texts = await inStore("readonly", (store) => store.getAll()).then(
    newestFirst,
    () => [],
  );
  for (const { draftKey, id, writtenAt } of texts)
    if (Date.parse(writtenAt) < oldest && !held(lockOf(draftKey, id)))
      await removeText(draftKey, id);
}

function removeText(draftKey: string, id: string): Promise<void> {
  return inStore("readwrite", (store) => store.delete([draftKey, id])).then(
    () => undefined,
    () => undefined,
  );
}

function lockOf(draftKey: string, tab: string): string {
  return `imprimatur-writing ${draftKey} ${tab}`;
}

/** Earlier forms of a record had no base, and their key was the whole name. */
type Stored = Omit<KeptText, "id" | "base"> &
  Partial<Pick<KeptText, "id" | "base">>;

function newestFirst(texts: Stored[]): KeptText[] {
  return texts
    .map((text) => ({
      ...text,
      id: text.id ?? (text.kind === "unsaved" ? text.kind : text.writtenAt),
      base: text.base ?? null,
    }))
    .sort((one, other) => other.writtenAt.localeCompare(one.writtenAt));
}

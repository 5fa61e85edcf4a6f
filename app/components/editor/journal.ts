import type { Body } from "~/content/page-content";

/** Words kept on this device: not yet saved, or the ones not chosen in a clash. */
export type KeptText = {
  /** Which draft, and who wrote: another person on this device never sees it. */
  draftKey: string;
  kind: "unsaved" | "set_aside";
  baseRevision: number;
  body: Body;
  /** Null for the person who writes here; else whose text was not chosen. */
  writtenBy: string | null;
  /** ISO 8601, by this device's clock. */
  writtenAt: string;
};
export type TextToKeep = Omit<KeptText, "draftKey" | "kind">;

/** Where words are kept on this device. No method throws. */
export type Journal = {
  /** Replaces the unsaved text of the draft; false when this device cannot. */
  keepUnsaved: (text: TextToKeep) => Promise<boolean>;
  clearUnsaved: () => Promise<void>;
  setAside: (text: TextToKeep) => Promise<boolean>;
  removeSetAside: (writtenAt: string) => Promise<void>;
  /** What is kept for this draft, the newest first. */
  list: () => Promise<KeptText[]>;
};

const databaseName = "imprimatur-writing";
const storeName = "texts";
const keptForDays = 30;
const mostSetAside = 10;

/**
 * The journal of one draft in this browser's IndexedDB. Survives a closed tab,
 * a lost network and an expired session. Texts set aside go after 30 days.
 */
export function openJournal(draftKey: string): Journal {
  const keep = (kind: KeptText["kind"], id: string) => (text: TextToKeep) =>
    run("readwrite", (store) =>
      store.put({ ...text, draftKey, kind }, [draftKey, id]),
    ).then(
      () => true,
      () => false,
    );
  const remove = (id: string) =>
    run("readwrite", (store) => store.delete([draftKey, id])).then(
      () => undefined,
      () => undefined,
    );
  const list = () =>
    run("readonly", (store) =>
      store.getAll(IDBKeyRange.bound([draftKey, ""], [draftKey, "\uffff"])),
    ).then(newestFirst, () => []);
  const prune = async () => {
    const aside = (await list()).filter(({ kind }) => kind === "set_aside");
    const oldest = Date.now() - keptForDays * 86_400_000;
    const tooMany = aside.filter(
      ({ writtenAt }, index) =>
        index >= mostSetAside || Date.parse(writtenAt) < oldest,
    );
    for (const { writtenAt } of tooMany) await remove(writtenAt);
  };
  return {
    keepUnsaved: keep("unsaved", "unsaved"),
    clearUnsaved: () => remove("unsaved"),
    setAside: async (text) => {
      const isKept = await keep("set_aside", text.writtenAt)(text);
      await prune();
      return isKept;
    },
    removeSetAside: remove,
    list,
  };
}

function newestFirst(texts: KeptText[]): KeptText[] {
  return texts.sort((one, other) =>
    other.writtenAt.localeCompare(one.writtenAt),
  );
}

async function run<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(storeName, mode);
    const request = act(transaction.objectStore(storeName));
    return await new Promise<T>((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(toError(transaction.error));
      transaction.onerror = () => reject(toError(transaction.error));
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(toError(request.error));
    request.onblocked = () => reject(new Error("the journal is blocked"));
  });
}

function toError(cause: DOMException | null): Error {
  return new Error("the journal could not be used", { cause });
}

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type KeptText, openJournal } from "~/components/editor/journal";
import { bodyOf } from "./pretend-desk";

const texts = new Map<string, KeptText>();
const now = new Date("2026-11-21T12:00:00.000Z");

beforeEach(() => {
  texts.clear();
  vi.useFakeTimers({ now, toFake: ["Date"] });
  vi.stubGlobal("indexedDB", { open: () => answered(database) });
  vi.stubGlobal("IDBKeyRange", { bound: ([key]: string[]) => key });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("opening a journal removes what is older than 30 days, unsaved or not, of every draft and person", async () => {
  keep("mine", "unsaved a", 31);
  keep("mine", "aside", 31);
  keep("another", "unsaved b", 31);
  keep("another", "unsaved c", 29);
  const journal = openJournal("mine");
  await vi.waitFor(() => expect(texts.size).toBe(1));
  expect([...texts.values()]).toMatchObject([{ id: "unsaved c" }]);
  journal.close();
});

test("what a living tab holds stays, however old", async () => {
  keep("mine", "unsaved a", 31);
  keep("mine", "unsaved b", 31);
  const name = "imprimatur-writing mine unsaved a";
  const locks = {
    request: (_: string, work: () => Promise<void>) => work(),
    query: () => Promise.resolve({ held: [{ name }] }),
  };
  vi.stubGlobal("navigator", { locks });
  const journal = openJournal("mine");
  await vi.waitFor(() => expect(texts.size).toBe(1));
  expect([...texts.values()]).toMatchObject([{ id: "unsaved a" }]);
  journal.close();
});

function keep(draftKey: string, id: string, days: number): void {
  const writtenAt = new Date(now.getTime() - days * 86_400_000).toISOString();
  const kind = id.startsWith("unsaved") ? "unsaved" : "set_aside";
  texts.set(JSON.stringify([draftKey, id]), {
    ...{ draftKey, id, kind, writtenAt, writtenBy: null },
    ...{ baseRevision: 1, base: null, body: bodyOf("words") },
  });
}

/** As much of a browser's store as a journal asks for. */
const database = {
  transaction: () => {
    const transaction = {
      oncomplete: () => undefined,
      objectStore: () => ({
        getAll: (draftKey?: string) =>
          answered(
            [...texts.values()].filter(
              (text) => draftKey === undefined || text.draftKey === draftKey,
            ),
          ),
        delete: (key: string[]) => {
          texts.delete(JSON.stringify(key));
          return answered(undefined);
        },
      }),
    };
    queueMicrotask(() => queueMicrotask(() => transaction.oncomplete()));
    return transaction;
  },
  close: () => undefined,
};

function answered<T>(result: T) {
  const request = { result, onsuccess: () => undefined };
  queueMicrotask(() => request.onsuccess());
  return request;
}

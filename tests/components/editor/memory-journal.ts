import type { Journal, KeptText } from "~/components/editor/journal";

/** A journal in memory, which a test can look into and switch off. */
export function memoryJournal() {
  const texts = new Map<string, KeptText>();
  const device = { isWilling: true };
  const keep = (
    id: string,
    kind: KeptText["kind"],
    text: Parameters<Journal["setAside"]>[0],
  ) => {
    if (device.isWilling) texts.set(id, { ...text, kind, draftKey: "d:p" });
    return Promise.resolve(device.isWilling);
  };
  const journal: Journal = {
    keepUnsaved: (text) => keep("unsaved", "unsaved", text),
    setAside: (text) => keep(text.writtenAt, "set_aside", text),
    clearUnsaved: () => {
      texts.delete("unsaved");
      return Promise.resolve();
    },
    removeSetAside: (writtenAt) => {
      texts.delete(writtenAt);
      return Promise.resolve();
    },
    list: () => Promise.resolve([...texts.values()]),
  };
  return { journal, texts, device };
}

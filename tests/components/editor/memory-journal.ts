import type {
  Journal,
  KeptKind,
  KeptText,
  TextToKeep,
} from "~/components/editor/journal";

/** A journal in memory, which a test can look into and switch off. */
export function memoryJournal() {
  const texts = new Map<string, KeptText>();
  const device = { isWilling: true };
  const keep = (id: string, kind: KeptKind, text: TextToKeep) => {
    if (device.isWilling) texts.set(id, { ...text, id, kind, draftKey: "d:p" });
    return Promise.resolve(device.isWilling);
  };
  let count = 0;
  const journal: Journal = {
    keepUnsaved: (text) => keep("unsaved", "unsaved", text),
    setAside: (kind, text) => keep(`aside ${(count += 1)}`, kind, text),
    clearUnsaved: () => {
      texts.delete("unsaved");
      return Promise.resolve();
    },
    remove: (id) => {
      texts.delete(id);
      return Promise.resolve();
    },
    list: () => Promise.resolve([...texts.values()]),
    close: () => undefined,
  };
  return { journal, texts, device };
}

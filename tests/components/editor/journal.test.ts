import { expect, test } from "vitest";
import { openJournal } from "~/components/editor/journal";
import { bodyOf } from "./pretend-desk";

test("where a browser has no store, nothing throws and nothing is said to be kept", async () => {
  expect(typeof indexedDB).toBe("undefined");
  const journal = openJournal("draft:person");
  const text = {
    ...{ baseRevision: 1, base: null, body: bodyOf("words"), writtenBy: null },
    writtenAt: "2026-11-20T18:02:00.000Z",
  };
  expect(await journal.keepUnsaved(text)).toBe(false);
  expect(await journal.setAside("set_aside", text)).toBe(false);
  await journal.clearUnsaved();
  await journal.remove("anything");
  expect(await journal.list()).toEqual([]);
  journal.close();
});

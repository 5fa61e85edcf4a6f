import { describe, expect, test } from "vitest";
import { readMergeReply, readSaveReply } from "~/components/editor/save-reply";
import { atStart, type SaveState } from "~/components/editor/save-state";
import {
  announcement,
  saveLine,
  sentSentence,
  timeOfDay,
} from "~/components/editor/save-words";
import { emptyContent } from "~/content/empty-content";

const content = emptyContent("gene_summary");
const savedAt = "2026-11-21T09:14:00.000Z";

describe("the desk's answer to a save", () => {
  test("200 counts as saved only when it says which revision and when", () => {
    expect(
      readSaveReply(200, { ok: true, revision: 8, savedAt, content }),
    ).toEqual({
      kind: "saved",
      revision: 8,
      savedAt,
      body: content.body,
    });
    for (const answer of [
      null,
      {},
      { ok: true },
      { ok: true, revision: "8", savedAt },
      "<html>",
    ])
      expect(readSaveReply(200, answer).kind).toBe("unreachable");
  });

  test("a stale save brings the other text; without one no retry helps, and what cannot be read is tried again", () => {
    const draft = { revision: 9, content, savedBy: "Dr Novak", savedAt };
    expect(readSaveReply(409, { because: "stale_save", draft })).toEqual({
      kind: "stale",
      met: { revision: 9, body: content.body, savedBy: "Dr Novak", savedAt },
    });
    const message = "Load this page again.";
    expect(readSaveReply(409, { because: "stale_save", message })).toEqual({
      kind: "closed",
      sentence: message,
    });
    expect(
      readSaveReply(409, { because: "stale_save", draft: { revision: 9 } }),
    ).toEqual({ kind: "unreachable" });
  });

  test("a merge counts only when the whole of it can be read", () => {
    const draft = { revision: 9, content, savedBy: "Dr Novak", savedAt };
    const block = { type: "paragraph", attrs: { id: "a".repeat(10) } };
    const body = { type: "doc", content: [block] };
    const clash = { blockId: "a".repeat(10), mine: block, theirs: null };
    const answer = { ok: true, body, clashes: [clash], draft, isOwn: true };
    expect(readMergeReply(200, answer)).toMatchObject({
      ...{ kind: "merged", body, clashes: [clash], isOwn: true },
      hasUnanswered: false,
    });
    for (const change of [
      { ok: false },
      { body: null },
      { draft: undefined },
      { clashes: undefined },
      { clashes: [{ ...clash, mine: { type: "script" } }] },
    ])
      expect(readMergeReply(200, { ...answer, ...change }).kind).toBe(
        "unreachable",
      );
    expect(readMergeReply(401, null).kind).toBe("signed_out");
  });

  test.each([
    [401, null, "signed_out"],
    [403, null, "closed"],
    [404, null, "closed"],
    [409, { because: "round_open" }, "closed"],
    [413, null, "invalid"],
    [429, null, "unreachable"],
    [500, { ok: true, revision: 1, savedAt }, "unreachable"],
    [302, null, "unreachable"],
  ])("%i %j means %s", (status, answer, kind) => {
    expect(readSaveReply(status, answer).kind).toBe(kind);
  });

  test("problems reach the writer as sentences, each once", () => {
    const problem = { path: "body", code: "too_deep", message: "Too deep." };
    const reply = readSaveReply(422, { problems: [problem, problem] });
    expect(reply).toEqual({ kind: "invalid", sentences: ["Too deep."] });
  });
});

describe("what the line and the live region say", () => {
  const state = (change: Partial<SaveState>): SaveState => ({
    ...atStart,
    ...change,
  });

  test("a moment is told in the desk's zone", () => {
    expect(timeOfDay("2026-07-01T22:30:00Z", "Europe/London")).toBe("23:30");
  });

  test("the line never says kept on this device when it is not", () => {
    expect(saveLine(state({ phase: "unreachable" }))).toBe(
      "Not connected, kept on this device",
    );
    expect(saveLine(state({ phase: "unreachable", isKeptHere: false }))).toBe(
      "Not connected, not kept on this device",
    );
  });

  test("ordinary saving is silent; trouble, its end and a merge are spoken once", () => {
    const down = state({ phase: "unreachable" });
    const merged = state({ phase: "saved", mergedWith: "Dr Novak" });
    expect(announcement(null, state({ phase: "saving" }))).toBeNull();
    expect(announcement(null, state({ phase: "saved" }))).toBeNull();
    expect(announcement(null, down)).toBe("Not connected, kept on this device");
    expect(announcement("unreachable", down)).toBeNull();
    expect(announcement("unreachable", state({ phase: "saving" }))).toBeNull();
    expect(announcement("unreachable", state({ phase: "saved" }))).toBe(
      "All changes saved",
    );
    expect(announcement(null, merged)).toBe("Merged with Dr Novak's edit");
    expect(announcement("merged", merged)).toBeNull();
    expect(announcement("merged", state({ phase: "saved" }))).toBeNull();
  });

  test("what was sent after an outage is told with its time and measure", () => {
    const sent = { savedAt, since: "2026-11-20T18:02:00.000Z", blocks: 2 };
    expect(sentSentence(sent, "Europe/London")).toBe(
      "Sent at 09:14: 2 paragraphs, changed on this device since 20 Nov 18:02.",
    );
  });
});

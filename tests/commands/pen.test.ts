import { afterAll, beforeAll, expect, test } from "vitest";
import { askForPen } from "~/commands/ask-for-pen.server";
import { givePen } from "~/commands/give-pen.server";
import { releasePen } from "~/commands/release-pen.server";
import { renewPen } from "~/commands/renew-pen.server";
import { saveDraft } from "~/commands/save-draft.server";
import { takePen } from "~/commands/take-pen.server";
import { findDraft } from "~/data/drafts.server";
import { findPen } from "~/data/pens.server";
import {
  makePage,
  openDesk,
  refusalOf,
  type TestDesk,
  twoParagraphs,
  valueOf,
} from "./author-desk";

let desk: TestDesk;
let draftId: string;
let pageId: string;
let pages = 0;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

/** A page that two authors write. */
const newPage = async () => {
  pages += 1;
  pageId = await makePage(desk.author, `pen-${pages}`);
  await desk.database.app.query("SELECT desk.add_author($1, $2, $3)", [
    ...[desk.author.sessionId, pageId, desk.other.id],
  ]);
  draftId = (await findDraft(pageId, "main"))?.id ?? "";
};

const take = (by: { sessionId: string }, reason?: string) =>
  takePen(by.sessionId, draftId, reason);

test("one author holds the pen; another is told who and since when", async () => {
  await newPage();
  expect(await findPen(draftId)).toBeNull();
  valueOf(await take(desk.author));
  expect(refusalOf(await take(desk.author))).toBe("done");
  const refused = await take(desk.other);
  expect(refused).toMatchObject({
    because: "pen_held",
    detail: { heldBy: "Ada Author" },
  });
  expect(refused.ok || Date.parse(refused.detail.since ?? "")).not.toBeNaN();
  expect(refusalOf(await take(desk.clinician))).toBe("not_found");
});

test("whoever saves without the pen saves all the same", async () => {
  await newPage();
  valueOf(await take(desk.author));
  const saved = await saveDraft(desk.other.sessionId, {
    ...{ pageId, line: "main", baseRevision: 1 },
    body: twoParagraphs,
  });
  expect(refusalOf(saved)).toBe("done");
});

test("a pen that was not seen for two minutes is free; one renewed is not", async () => {
  await newPage();
  valueOf(await take(desk.author));
  await desk.database.advance("90 seconds");
  expect(valueOf(await renewPen(desk.author.sessionId, draftId))).toBeNull();
  await desk.database.advance("90 seconds");
  expect(refusalOf(await take(desk.other))).toBe("pen_held");
  await desk.database.advance("40 seconds");
  expect(await findPen(draftId)).toMatchObject({ isHeld: false });
  valueOf(await take(desk.other));
  expect(refusalOf(await renewPen(desk.author.sessionId, draftId))).toBe(
    "pen_lost",
  );
});

test("an editor takes a held pen with a reason, which its holder sees", async () => {
  await newPage();
  valueOf(await take(desk.author));
  expect(refusalOf(await take(desk.editor))).toBe("pen_held");
  expect(refusalOf(await take(desk.other, "I am in a hurry."))).toBe(
    "pen_held",
  );
  valueOf(await take(desk.editor, "A dose is wrong."));
  expect(await findPen(draftId)).toMatchObject({
    ...{ heldBy: "Edda Editor", takenFromId: desk.author.id },
    takenReason: "A dose is wrong.",
  });
  const { rows } = await desk.database.app.query(
    "SELECT payload FROM desk.audit_event WHERE act = 'take_pen'",
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain("dose");
});

test("the holder hears who asks for the pen and hands it over", async () => {
  await newPage();
  valueOf(await take(desk.author));
  expect(refusalOf(await givePen(desk.author.sessionId, draftId))).toBe(
    "nobody_asked",
  );
  expect(valueOf(await askForPen(desk.other.sessionId, draftId))).toBe(false);
  expect(valueOf(await askForPen(desk.editor.sessionId, draftId))).toBe(false);
  expect(valueOf(await renewPen(desk.author.sessionId, draftId))).toBe(
    desk.other.id,
  );
  expect(refusalOf(await givePen(desk.other.sessionId, draftId))).toBe(
    "pen_lost",
  );
  valueOf(await givePen(desk.author.sessionId, draftId));
  expect(await findPen(draftId)).toMatchObject({
    ...{ heldBy: "Otto Other", askedBy: null, isHeld: true },
  });
});

test("a pen that is put down goes to whoever asks next", async () => {
  await newPage();
  valueOf(await take(desk.author));
  valueOf(await releasePen(desk.other.sessionId, draftId));
  expect(await findPen(draftId)).toMatchObject({ heldBy: "Ada Author" });
  valueOf(await releasePen(desk.author.sessionId, draftId));
  expect(await findPen(draftId)).toBeNull();
  expect(valueOf(await askForPen(desk.other.sessionId, draftId))).toBe(true);
});

test("of two who take a free pen at once, one has it", async () => {
  await newPage();
  const both = await Promise.all([take(desk.author), take(desk.other)]);
  expect(both.map(refusalOf).sort()).toEqual(["done", "pen_held"]);
});

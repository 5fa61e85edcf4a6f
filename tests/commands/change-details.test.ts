import { afterAll, beforeAll, expect, test } from "vitest";
import { changeDetails } from "~/commands/change-details.server";
import { saveDraft } from "~/commands/save-draft.server";
import { findDraft } from "~/data/drafts.server";
import { findPage } from "~/data/pages.server";
import {
  makeCompletePage,
  makePage,
  openDesk,
  refusalOf,
  submitMain,
  type TestDesk,
  twoParagraphs,
  valueOf,
} from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

test("details change and the text stays", async () => {
  const pageId = await makePage(desk.author, "details");
  await saveDraft(desk.author.sessionId, {
    pageId,
    line: "main",
    baseRevision: 1,
    body: twoParagraphs,
  });
  const before = await findDraft(pageId, "main");
  const outcome = await changeDetails(desk.author.sessionId, {
    pageId,
    line: "main",
    baseRevision: 2,
    details: { title: "ROS1 in breast cancer", tags: ["breast"] },
    place: { kind: "patient_qa", language: "cy", collectionId: null },
  });
  expect(valueOf(outcome)).toBe(3);
  const draft = await findDraft(pageId, "main");
  expect(draft?.content).toMatchObject({
    title: "ROS1 in breast cancer",
    kind: "patient_qa",
    language: "cy",
    tags: ["breast"],
  });
  expect(draft?.content.body).toEqual(before?.content.body);
  expect(await findPage("details", desk.author.id)).toMatchObject({
    kind: "patient_qa",
    language: "cy",
    title: "ROS1 in breast cancer",
  });
});

test("a kind cannot change once a version exists, and then nothing of the form is kept", async () => {
  const pageId = await makeCompletePage(desk.author, "fixed-kind");
  await submitMain(desk.author, pageId);
  const before = await findDraft(pageId, "main");
  const outcome = await changeDetails(desk.author.sessionId, {
    pageId,
    line: "main",
    baseRevision: before?.revision ?? 0,
    details: { title: "Another title" },
    place: { kind: "glossary", language: "en-GB", collectionId: null },
  });
  expect(refusalOf(outcome)).toBe("kind_fixed");
  expect(await findDraft(pageId, "main")).toEqual(before);
});

test("a stale form, even where the shelf went through, changes neither page nor draft", async () => {
  const pageId = await makePage(desk.author, "stale-details");
  const outcome = await changeDetails(desk.author.sessionId, {
    pageId,
    line: "main",
    baseRevision: 0,
    details: { title: "Late" },
    place: { kind: "glossary", language: "en-GB", collectionId: null },
  });
  expect(refusalOf(outcome)).toBe("stale_save");
  expect(await findPage("stale-details", desk.author.id)).toMatchObject({
    kind: "gene_summary",
  });
});

test("details that the document does not allow name the field", async () => {
  const pageId = await makePage(desk.author, "odd-details");
  const outcome = await changeDetails(desk.author.sessionId, {
    pageId,
    line: "main",
    baseRevision: 1,
    details: { jurisdictions: ["England"] },
  });
  expect(refusalOf(outcome)).toBe("invalid_content");
  expect(outcome.problems?.map(({ path }) => path)).toEqual([
    "jurisdictions[0]",
  ]);
});

test("a stranger's details are not found", async () => {
  const pageId = await makePage(desk.author, "private-details");
  const outcome = await changeDetails(desk.other.sessionId, {
    pageId,
    line: "main",
    baseRevision: 1,
    details: { title: "Mine" },
  });
  expect(refusalOf(outcome)).toBe("not_found");
});

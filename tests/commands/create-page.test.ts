import { afterAll, beforeAll, expect, test } from "vitest";
import { findDraft } from "~/data/drafts.server";
import { findPage } from "~/data/pages.server";
import { promptsFor } from "~/content/templates/prompts-for";
import { createPage } from "~/commands/create-page.server";
import {
  makePage,
  openDesk,
  refusalOf,
  type TestDesk,
  valueOf,
} from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

const page = () => ({
  slug: "ros1-lung",
  title: "ROS1-rearranged lung cancer",
  kind: "clinician_page" as const,
  audience: "clinicians" as const,
  language: "en-GB",
  jurisdictions: ["GB-ENG", "GB-WLS"],
  topics: [{ type: "gene" as const, code: "HGNC:10261", label: "ROS1" }],
  ownerId: desk.editor.id,
  collectionId: null,
  credits: [],
  hasSections: false,
});

test("an author's new page is a draft with one empty paragraph, and its author is on the team", async () => {
  const id = valueOf(await createPage(desk.author.sessionId, page()));
  const found = await findPage("ros1-lung", desk.author.id);
  expect(found).toMatchObject({
    id,
    deskState: "draft",
    publicState: "none",
    genes: ["ROS1"],
    ownerName: "Edda Editor",
    isOwner: false,
    isAuthor: true,
  });
  const draft = await findDraft(id, "main");
  expect(draft?.content.body.content).toHaveLength(1);
  expect(draft?.content.aiUse.level).toBe("unknown");
});

test("a page may begin with the sections of its kind, in which nothing is written", async () => {
  const wanted = { ...page(), slug: "with-sections", hasSections: true };
  const id = valueOf(await createPage(desk.author.sessionId, wanted));
  const draft = await findDraft(id, "main");
  const body = draft?.content.body ?? { type: "doc", content: [] };
  const headings = body.content.filter(({ type }) => type === "heading");
  expect(headings).toHaveLength(4);
  expect(promptsFor(body, "clinician_page")).toHaveLength(5);
});

test("an editor's page has no author until one is named", async () => {
  const id = await makePage(desk.editor, "by-editor", { credits: [] });
  const found = await findPage("by-editor", desk.editor.id);
  expect(found).toMatchObject({ id, isAuthor: false, isOwner: true });
});

test("a second page at the same address is refused", async () => {
  await makePage(desk.author, "taken");
  const again = createPage(desk.author.sessionId, { ...page(), slug: "taken" });
  expect(refusalOf(await again)).toBe("slug_taken");
});

test("what cannot be an address is refused", async () => {
  const odd = createPage(desk.author.sessionId, {
    ...page(),
    slug: "No Spaces",
  });
  expect(refusalOf(await odd)).toBe("invalid_slug");
});

test("a reviewer creates no page, and nobody does who is not signed in", async () => {
  const wanted = { ...page(), slug: "not-theirs" };
  const byReviewer = await createPage(desk.clinician.sessionId, wanted);
  expect(refusalOf(byReviewer)).toBe("not_an_author");
  expect(refusalOf(await createPage("nobody", wanted))).toBe("not_signed_in");
  expect(await findPage("not-theirs", desk.editor.id)).toBeNull();
});

test("details that the document does not allow are refused before anything is stored", async () => {
  const odd = { ...page(), slug: "odd", language: "English" };
  const created = await createPage(desk.author.sessionId, odd);
  expect(refusalOf(created)).toBe("invalid_content");
});

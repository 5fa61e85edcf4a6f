import { afterAll, beforeAll, expect, test } from "vitest";
import {
  listOwners,
  listPages,
  type PageFilter,
} from "~/data/list-pages.server";
import { listEmbargoes } from "~/data/embargoes.server";
import { findSections } from "~/data/page-sections.server";
import {
  makeCompletePage,
  makePage,
  openDesk,
  type Signed,
  submitMain,
  type TestDesk,
} from "../commands/author-desk";

let desk: TestDesk;
let submitted: string;
beforeAll(async () => {
  desk = await openDesk();
  await makePage(desk.author, "alk", { title: "ALK fusions" });
  await makePage(desk.other, "brca1", {
    title: "BRCA1 100% explained",
    kind: "patient_explainer",
    topics: [{ type: "gene", code: "HGNC:1100", label: "BRCA1" }],
  });
  submitted = await makeCompletePage(desk.author, "ros1");
  await submitMain(desk.author, submitted);
});
afterAll(() => desk.database.drop());

const noFilter: PageFilter = { state: null, kind: null, ownerId: null, q: "" };
const slugs = async (
  person: Signed,
  seesAll: boolean,
  filter: Partial<PageFilter> = {},
) => {
  const viewer = { personId: person.id, seesAll };
  const { pages } = await listPages(
    viewer,
    { ...noFilter, ...filter },
    { limit: 10, offset: 0 },
  );
  return pages.map(({ slug }) => slug).sort();
};

test("an editor sees every page, an author their own, and a stranger none", async () => {
  expect(await slugs(desk.editor, true)).toEqual(["alk", "brca1", "ros1"]);
  expect(await slugs(desk.author, false)).toEqual(["alk", "ros1"]);
  expect(await slugs(desk.clinician, false)).toEqual([]);
});

test("a page is found by state, kind, owner, and part of its title or gene", async () => {
  expect(await slugs(desk.editor, true, { state: "in_review" })).toEqual([
    "ros1",
  ]);
  expect(await slugs(desk.editor, true, { kind: "patient_explainer" })).toEqual(
    ["brca1"],
  );
  expect(await slugs(desk.editor, true, { ownerId: desk.other.id })).toEqual([
    "brca1",
  ]);
  expect(await slugs(desk.editor, true, { q: "fusion" })).toEqual(["alk"]);
  expect(await slugs(desk.editor, true, { q: "brca" })).toEqual(["brca1"]);
});

test("what was typed is words, never a pattern", async () => {
  expect(await slugs(desk.editor, true, { q: "100%" })).toEqual(["brca1"]);
  expect(await slugs(desk.editor, true, { q: "%" })).toEqual(["brca1"]);
  expect(await slugs(desk.editor, true, { q: "_" })).toEqual([]);
});

test("a long list comes a part at a time, with its total", async () => {
  const viewer = { personId: desk.editor.id, seesAll: true };
  const first = await listPages(viewer, noFilter, { limit: 2, offset: 0 });
  const second = await listPages(viewer, noFilter, { limit: 2, offset: 2 });
  expect([first.pages.length, first.total]).toEqual([2, 3]);
  expect([second.pages.length, second.total]).toEqual([1, 3]);
  expect(await listOwners()).toMatchObject([
    { name: "Ada Author" },
    { name: "Otto Other" },
  ]);
});

test("a reviewer is led to the version that they were asked to review", async () => {
  const { rows } = await desk.database.app.query<{
    id: string;
    version: string;
  }>(
    "SELECT id, version_id AS version FROM desk.review_round WHERE page_id = $1",
    [submitted],
  );
  await desk.database.app.query(
    "SELECT desk.assign($1, $2, 'laboratory_scientist', $3, NULL, NULL, NULL)",
    [desk.editor.sessionId, rows[0]?.id, desk.scientist.id],
  );
  const viewer = { personId: desk.scientist.id, seesAll: false };
  const { pages } = await listPages(viewer, noFilter, { limit: 10, offset: 0 });
  expect(pages).toMatchObject([
    { slug: "ros1", isOpenToViewer: false, reviewsVersionId: rows[0]?.version },
  ]);
});

test("a confidential page is marked for whoever may know of it until its day, and is nowhere for anybody else", async () => {
  const { rows } = await desk.database.owner.query<{ until: string }>(
    "UPDATE desk.page SET confidential_until = desk.today() + 3 WHERE slug = 'ros1' RETURNING confidential_until AS until",
  );
  const marked = { ros1: rows[0]?.until };
  expect(await listEmbargoes(desk.author.id)).toEqual(marked);
  expect(await listEmbargoes(desk.scientist.id)).toEqual(marked);
  expect(await listEmbargoes(desk.editor.id)).toEqual({});
  expect(await slugs(desk.editor, true)).toEqual(["alk", "brca1"]);
  await desk.database.advance("3 days");
  expect(await listEmbargoes(desk.author.id)).toEqual({});
  expect(await slugs(desk.editor, true)).toEqual(["alk", "brca1", "ros1"]);
});

test("the sections of a page are those of its main draft", async () => {
  const sections = await findSections([submitted]);
  expect(sections.get(submitted)).toMatchObject([{ label: "Overview" }]);
});

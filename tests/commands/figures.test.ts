import { createHash } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addFigure } from "~/commands/add-figure.server";
import { checkDraft } from "~/commands/check-draft.server";
import { saveDraft } from "~/commands/save-draft.server";
import { storeFigure } from "~/commands/store-figure.server";
import { withdraw } from "~/commands/withdraw.server";
import { withholdBlock } from "~/commands/withhold-block.server";
import { figureFolders } from "~/content/figure-folders";
import { blockIdOf } from "~/content/page-content";
import { findDraft } from "~/data/drafts.server";
import {
  findFigure,
  findFigureFor,
  listHeldFigures,
} from "~/data/figures.server";
import { findPublicFigure } from "~/data/public-site.server";
import { imageResponse } from "~/lib/image-response";
import { paths } from "~/lib/paths";
import {
  approveVersion,
  makeCompletePage,
  makePage,
  openDesk,
  publishVersion,
  refusalOf,
  submitMain,
  type TestDesk,
  valueOf,
} from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

const picture = (background: string) =>
  sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .png()
    .toBuffer();

const words = {
  caption: "Where ROS1 lies",
  alt: "A band on the long arm of chromosome 6",
  isDecorative: false,
  credit: "A. Example",
  licence: "CC BY 4.0",
};

/** A published page with one figure at its end. */
async function publishedFigure(slug: string, background: string) {
  const pageId = await makeCompletePage(desk.author, slug);
  const bytes = await picture(background);
  valueOf(await addFigure(desk.author.sessionId, pageId, bytes, words));
  const draft = await findDraft(pageId, "main");
  const figure = draft?.content.body.content.at(-1);
  if (figure?.type !== "figure") throw new Error("there is no figure");
  const file = figure.attrs.file ?? "";
  return { pageId, file, blockId: blockIdOf(figure) ?? "" };
}

test("an author's image is kept by the hash of the bytes that the desk wrote", async () => {
  const pageId = await makePage(desk.author, "stored");
  const bytes = await picture("red");
  const { file, ...size } = valueOf(
    await storeFigure(desk.author.sessionId, pageId, bytes),
  );
  expect(size).toEqual({ width: 60, height: 40 });
  const held = await findFigure(file);
  expect(held?.mediaType).toBe("image/png");
  const hash = createHash("sha256")
    .update(held?.bytes ?? "")
    .digest("hex");
  expect(hash).toBe(file);
  const again = await storeFigure(desk.author.sessionId, pageId, bytes);
  expect(valueOf(again).file).toBe(file);
  expect(await listHeldFigures([file, "f".repeat(64)])).toEqual([file]);
});

test("nobody gives images to a page they may not write, or sends no image", async () => {
  const pageId = await makePage(desk.author, "not-theirs");
  const send = async (sessionId: string, bytes: Uint8Array) =>
    refusalOf(await storeFigure(sessionId, pageId, bytes));
  const bytes = await picture("blue");
  expect(await send(desk.other.sessionId, bytes)).toBe("not_found");
  expect(await send("nobody", bytes)).toBe("not_signed_in");
  const svg = Buffer.from("<svg/>");
  expect(await send(desk.author.sessionId, svg)).toBe("image_wrong_type");
});

test("the application's role can neither write, change nor remove an image", async () => {
  const { app } = desk.database;
  for (const statement of [
    "INSERT INTO desk.figure_file VALUES ('x')",
    "UPDATE desk.figure_file SET bytes = ''",
    "DELETE FROM desk.figure_file",
    "DELETE FROM desk.version_figure",
  ])
    await expect(app.query(statement)).rejects.toThrow("permission denied");
});

test("people of the desk are shown an image of the pages that they may read, and of no other", async () => {
  const { pageId, file } = await publishedFigure("whose", "olive");
  const sees = async (person: { id: string }) =>
    (await findFigureFor(file, person.id)) !== null;
  expect(await sees(desk.author)).toBe(true);
  expect(await sees(desk.editor)).toBe(true);
  expect(await sees(desk.other)).toBe(false);
  expect(await sees(desk.clinician)).toBe(false);
  // Whoever gives the same image to a page of their own may see it there.
  const theirs = await makePage(desk.other, "whose-too");
  valueOf(
    await storeFigure(desk.other.sessionId, theirs, await picture("olive")),
  );
  expect(await sees(desk.other)).toBe(true);
  const versionId = await submitMain(desk.author, pageId);
  await approveVersion(desk, pageId, versionId);
  expect(await sees(desk.scientist)).toBe(true);
  expect(await sees(desk.clinician)).toBe(false);
});

test("an image of a confidential page is shown to those alone who may know of it", async () => {
  const { pageId, file } = await publishedFigure("embargoed", "indigo");
  expect(await findFigureFor(file, desk.second.id)).not.toBeNull();
  await desk.database.owner.query(
    "UPDATE desk.page SET confidential_until = desk.today() + 30 WHERE id = $1",
    [pageId],
  );
  expect(await findFigureFor(file, desk.second.id)).toBeNull();
  expect(await findFigureFor(file, desk.author.id)).not.toBeNull();
});

test("a text is not submitted while an image that it names is not held", async () => {
  const { pageId } = await publishedFigure("not-held", "maroon");
  const draft = await findDraft(pageId, "main");
  if (!draft) throw new Error("there is no draft");
  const content = draft.content.body.content.map((block) =>
    block.type === "figure"
      ? { ...block, attrs: { ...block.attrs, file: "0".repeat(64) } }
      : block,
  );
  valueOf(
    await saveDraft(desk.author.sessionId, {
      ...{ pageId, line: "main", baseRevision: draft.revision },
      body: { type: "doc", content },
    }),
  );
  await expect(submitMain(desk.author, pageId)).rejects.toThrow(
    "refused: figure_missing",
  );
  const { rows } = await desk.database.app.query(
    "SELECT FROM desk.version WHERE page_id = $1",
    [pageId],
  );
  expect(rows).toEqual([]);
});

test("the checks hold a draft back until its figure has all that readers need", async () => {
  const pageId = await makeCompletePage(desk.author, "incomplete");
  const none = { ...words, alt: "", credit: "", licence: "" };
  const bytes = await picture("green");
  const saved = valueOf(
    await addFigure(desk.author.sessionId, pageId, bytes, none),
  );
  const said = async (content: typeof saved.content) =>
    (await checkDraft(content, false)).findings
      .filter(({ rule }) => rule === "P18")
      .map(({ message }) => message);
  expect(await said(saved.content)).toHaveLength(3);
  const blocks = saved.content.body.content.map((block) =>
    block.type === "figure"
      ? { ...block, attrs: { ...block.attrs, file: "0".repeat(64) } }
      : block,
  );
  const elsewhere = {
    ...saved.content,
    body: { ...saved.content.body, content: blocks },
  };
  expect(await said(elsewhere)).toContain(
    "The image of a figure is not on this desk. Add it again.",
  );
});

test("a version with an incomplete figure is blocked by the gate", async () => {
  const pageId = await makeCompletePage(desk.author, "blocked-figure");
  const bytes = await picture("orange");
  const none = { ...words, licence: "" };
  valueOf(await addFigure(desk.author.sessionId, pageId, bytes, none));
  const versionId = await submitMain(desk.author, pageId);
  const { rows } = await desk.database.app.query<{ code: string }>(
    "SELECT code FROM desk.publish_blockers($1)",
    [versionId],
  );
  expect(rows.map(({ code }) => code)).toContain("findings_blocking");
});

test("readers get an image only while a text that they are shown names it", async () => {
  const { pageId, file } = await publishedFigure("shown", "purple");
  expect(await findPublicFigure(file)).toBeNull();
  const versionId = await submitMain(desk.author, pageId);
  expect(await findPublicFigure(file)).toBeNull();
  await publishVersion(desk, pageId, versionId);
  expect((await findPublicFigure(file))?.mediaType).toBe("image/png");
  expect(await findPublicFigure("f".repeat(64))).toBeNull();
  expect(await findPublicFigure("' OR true --")).toBeNull();
  const reason = "The dose is wrong.";
  valueOf(
    await withdraw(desk.editor.sessionId, {
      ...{ pageId, type: "error", isPermanent: false, reason },
    }),
  );
  expect(await findPublicFigure(file)).toBeNull();
});

test("a withheld block takes its image from readers, and an overdue page past its grace all of them", async () => {
  const { pageId, file, blockId } = await publishedFigure("hidden", "teal");
  const other = await publishedFigure("grace", "navy");
  for (const each of [pageId, other.pageId])
    await publishVersion(desk, each, await submitMain(desk.author, each));
  expect(await findPublicFigure(file)).not.toBeNull();
  const reason = "It is being checked.";
  valueOf(await withholdBlock(desk.editor.sessionId, pageId, blockId, reason));
  expect(await findPublicFigure(file)).toBeNull();
  expect(await findFigure(file)).not.toBeNull();
  expect(await findPublicFigure(other.file)).not.toBeNull();
  await desk.database.setClock("2031-01-01T09:00:00Z");
  expect(await findPublicFigure(other.file)).toBeNull();
});

test("an image has one address for staff and one for readers, and may be kept but is asked for again", async () => {
  const sha256 = "e".repeat(64);
  expect(paths.deskFigure(sha256)).toBe(`${figureFolders.staff}${sha256}`);
  expect(paths.figure(sha256)).toBe(`${figureFolders.readers}${sha256}`);
  const image = {
    sha256,
    mediaType: "image/png",
    bytes: Buffer.from("bytes"),
  };
  const ask = (held?: string) =>
    imageResponse(
      new Request("https://example.org/", {
        headers: held ? { "If-None-Match": held } : {},
      }),
      image,
      "public",
    );
  const first = ask();
  expect(first.status).toBe(200);
  expect(first.headers.get("Cache-Control")).toBe(
    "public, max-age=0, must-revalidate",
  );
  expect(await first.text()).toBe("bytes");
  const tag = first.headers.get("ETag") ?? "";
  expect(ask(`W/${tag}`).status).toBe(304);
  expect(ask('"other"').status).toBe(200);
});

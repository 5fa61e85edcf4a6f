import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type PagePlay, type World } from "../support/world";
import { listMailsOf, pass } from "./passes";

let world: World;
let page: PagePlay;
let comment = "";
beforeAll(async () => {
  world = await createWorld();
  page = await world.play("mlh1", { slug: `page-${randomUUID()}` }).write();
  await page.submit();
  await page.assign("maya", "jonas", "clinician");
  comment = await page.mustFix(
    "jonas",
    "Loss of MLH1 in a tumour",
    "Say in how many.",
  );
});
afterAll(() => world.drop());

/** The one mail of a kind about the page, without a word of what was written. */
async function mailOf(kind: string) {
  await pass();
  const [mail, ...others] = await listMailsOf(world, kind, page.pageId);
  expect(others).toEqual([]);
  expect(mail?.plainText).not.toMatch(/how many|About half|settled/);
  const links = mail?.plainText?.match(/https?:\S+/g) ?? [];
  return { to: mail?.to, subject: mail?.subject, links };
}

test("an answer reaches the reviewer who raised the comment, at their review", async () => {
  const answer = "About half, see below.";
  await world.stage.act("tom", "reply_to_comment", comment, answer);
  expect(await mailOf("comment_answered")).toEqual({
    to: "jonas",
    subject: "MLH1: Tom Bryce answered your comment",
    links: [
      expect.stringMatching(
        new RegExp(`/desk/reviews/[0-9a-f-]{36}#remark-${comment}$`),
      ),
    ],
  });
});

test("somebody on the team who is named reads on beside the draft", async () => {
  const { stage } = world;
  await stage.act(
    "jonas",
    "reply_to_comment",
    ...[comment, "Then it is settled?", [stage.idOf("tom")]],
  );
  expect(await mailOf("mentioned")).toEqual({
    to: "tom",
    subject: "MLH1: Jonas Lindqvist named you in a comment",
    links: [
      expect.stringMatching(
        new RegExp(`/desk/pages/page-[0-9a-f-]+/comments#remark-${comment}$`),
      ),
    ],
  });
});

test("whoever closed a comment hears that it is open again", async () => {
  await world.stage.act("maya", "close_comment", comment, "It is settled.");
  await world.stage.act("daniel", "close_comment", comment, "Settled indeed.");
  await world.stage.act("jonas", "reopen_comment", comment, "Not settled.");
  await pass();
  const mails = await listMailsOf(world, "comment_reopened", page.pageId);
  expect(mails.map(({ to }) => to)).toEqual(["daniel", "maya"]);
});

test("suggestions that were answered bring their maker back to them", async () => {
  const { stage, pageId } = { stage: world.stage, pageId: page.pageId };
  const [draft] = await world.rows<{
    id: string;
    revision: number;
    content: string;
  }>(
    "SELECT id, revision, content FROM desk.draft WHERE page_id = $1 AND closed_at IS NULL",
    [pageId],
  );
  if (!draft) throw new Error("the page has no draft");
  const { id } = await stage.act<{ id: string }>(
    "jonas",
    "save_suggestions",
    ...[draft.id, draft.revision, null, draft.content],
  );
  await stage.act("tom", "close_suggestions", id);
  expect(await mailOf("suggestions_answered")).toMatchObject({
    to: "jonas",
    links: [expect.stringMatching(/\/desk\/pages\/page-[^/]+\/suggestions$/)],
  });
});

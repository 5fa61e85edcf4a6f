import { afterEach, expect, test } from "vitest";
import {
  findPublicDesk,
  findPublicPage,
  findPublicVersion,
  listPublicPages,
  listPublicReviewers,
  listPublicVersions,
  searchPublicPages,
} from "~/data/public-site.server";
import { createTestDatabase } from "../support/database";
import { createWorld, type PagePlay, type World } from "../support/world";
import {
  everythingPublic,
  hidden,
  readersView,
  reviewDates,
  shown,
  wordsOf,
} from "./readers";

let world: World;
afterEach(() => world.drop());

const withdraw = (page: PagePlay, type: string, isPermanent = false) =>
  world.stage.act(
    "maya",
    "withdraw",
    ...[page.pageId, type, isPermanent, "A figure was retracted."],
  );

test("a live page shows its text, its dates and who signed it, and nothing of the desk", async () => {
  world = await createWorld();
  const play = await world.published("ros1");
  const { slug } = play.page;
  expect(await readersView(slug)).toMatchObject({ ...shown, state: "live" });
  expect(await findPublicPage(slug)).toMatchObject({
    contentSha256: play.version.sha,
    versionNumber: 1,
    lastReviewedOn: "2026-03-02",
    evidenceCheckedTo: "2026-03-02",
    nextReviewDue: "2027-03-02",
    graceEndsOn: "2027-04-01",
    publishedOn: "2026-03-02",
    daysOverdue: null,
  });
  const reviewers = await listPublicReviewers(slug);
  expect(reviewers.map(({ name, expertise }) => [name, expertise])).toEqual([
    ["Dr Jonas Lindqvist", "clinician"],
    ["Dr Li Na Chen", "laboratory_scientist"],
    ["Owen Price", "medical_editor"],
  ]);
  const said = await everythingPublic(world);
  expect(said).not.toContain("@example.org");
  expect(said).not.toContain(play.pageId);
});

test("a draft, a version in review and an approved one are in no view", async () => {
  world = await createWorld();
  const draft = await world.play("mlh1").write();
  const inReview = await world.play("egfr").write();
  await inReview.submit();
  const approved = await world.approved("ros1");
  for (const play of [draft, inReview, approved]) {
    expect(await findPublicPage(play.page.slug)).toBeNull();
    expect(await findPublicVersion(play.page.slug, 1)).toBeNull();
    expect(await everythingPublic(world)).not.toContain(wordsOf(play, 2));
  }
  expect(await reviewDates()).toEqual([]);
});

test("an overdue page keeps its text, and says for how many days it has been late", async () => {
  world = await createWorld();
  const { slug } = (await world.published("ros1")).page;
  await world.database.setClock("2027-03-12T09:00:00Z");
  expect(await readersView(slug)).toMatchObject({
    ...shown,
    state: "overdue",
    isOverdueInDates: true,
    daysOverdue: 10,
  });
});

test("a page past its grace says why it is withheld, and its text is in no view", async () => {
  world = await createWorld();
  const play = await world.published("ros1");
  const { slug } = play.page;
  const words = wordsOf(play, 2);
  expect(await everythingPublic(world)).toContain(words);
  expect(await searchPublicPages(words.split(" "))).toHaveLength(1);
  await world.database.setClock("2027-04-02T09:00:00Z");
  expect(await readersView(slug)).toMatchObject({
    ...hidden,
    state: "withheld",
  });
  expect(await findPublicPage(slug)).toMatchObject({
    withheldBecause: "past_grace",
    title: play.content.title,
    nextReviewDue: "2027-03-02",
    withheldBlocks: [],
  });
  expect(await everythingPublic(world)).not.toContain(words);
  expect(await searchPublicPages(words.split(" "))).toEqual([]);
  expect(await listPublicReviewers(slug)).toEqual([]);
});

test("a withdrawn page keeps its address, title and dates without its text, until a second editor reinstates it", async () => {
  world = await createWorld();
  const play = await world.published("ros1");
  const { slug } = play.page;
  await world.database.setClock("2026-05-04T09:00:00Z");
  await withdraw(play, "error");
  expect(await readersView(slug)).toMatchObject({
    ...hidden,
    state: "withdrawn",
    isOverdueInDates: null,
  });
  expect(await findPublicPage(slug)).toMatchObject({
    withdrawnOn: "2026-05-04",
    withdrawalType: "error",
    withdrawalReason: null,
    contentSha256: play.version.sha,
  });
  expect(await everythingPublic(world)).not.toContain(wordsOf(play, 2));
  await world.stage.check(play.version.id);
  await world.stage.act(
    "daniel",
    "reinstate",
    ...[play.pageId, "The figure stands after all."],
  );
  expect(await readersView(slug)).toMatchObject({ ...shown, state: "live" });
  expect(await findPublicPage(slug)).toMatchObject({
    lastReviewedOn: "2026-03-02",
    nextReviewDue: "2027-03-02",
  });
});

test("a retraction keeps its reason in public", async () => {
  world = await createWorld();
  const play = await world.published("ros1");
  await withdraw(play, "unsafe", true);
  expect(await findPublicPage(play.page.slug)).toMatchObject({
    state: "withdrawn",
    withdrawalType: "unsafe",
    withdrawalReason: "A figure was retracted.",
    content: null,
  });
});

test("an archived page keeps its address without its text", async () => {
  world = await createWorld();
  const play = await world.published("ros1");
  const reason = "Its subject is covered elsewhere.";
  await world.stage.act("maya", "archive_page", play.pageId, reason);
  expect(await readersView(play.page.slug)).toMatchObject({
    ...hidden,
    state: "archived",
  });
  const said = await everythingPublic(world);
  expect(said).not.toContain(wordsOf(play, 2));
  expect(said).not.toContain(reason);
});

test("a confidential page is not there at all until its day", async () => {
  world = await createWorld();
  const play = await world.published("ros1");
  await world.stage.act(
    "maya",
    "set_confidential_until",
    ...[play.pageId, "2026-04-01"],
  );
  await world.database.setClock("2026-03-31T22:59:30Z");
  expect(await findPublicPage(play.page.slug)).toBeNull();
  expect(await findPublicVersion(play.page.slug, 1)).toBeNull();
  expect(await everythingPublic(world)).not.toContain(play.page.slug);
  await world.database.setClock("2026-03-31T23:00:00Z");
  expect(await readersView(play.page.slug)).toMatchObject({
    ...shown,
    state: "live",
  });
});

test("a list that goes on after a confidential page says no more than after none", async () => {
  world = await createWorld();
  const shownPage = await world.published("mlh1");
  const secret = await world.published("ros1");
  const draft = await world.play("sdhb").write();
  await world.stage.act(
    "maya",
    "set_confidential_until",
    ...[secret.pageId, "2026-04-01"],
  );
  for (const after of ["no-such-page", secret.page.slug, draft.page.slug])
    expect(
      (await listPublicPages({ after })).map(({ slug }) => slug),
      after,
    ).toEqual([shownPage.page.slug]);
});

test("a replaced version keeps its address and text, and says since when it is replaced", async () => {
  world = await createWorld();
  const play = await world.published("ros1");
  const { slug } = play.page;
  const first = play.version.sha;
  await world.database.setClock("2026-06-01T09:00:00Z");
  await play.rewrite((content) => ({ ...content, changeNote: "New tags." }));
  await play.submit();
  await (await world.reviewed(play)).publish("daniel");
  expect(await findPublicVersion(slug, 1)).toMatchObject({
    isCurrent: false,
    endedOn: "2026-06-01",
    endedBecause: "replaced",
    contentSha256: first,
    content: expect.stringContaining(wordsOf(play, 2)),
  });
  expect(await findPublicVersion(slug, 2)).toMatchObject({
    isCurrent: true,
    endedOn: null,
    changeNote: "New tags.",
  });
  const versions = await listPublicVersions(slug);
  expect(versions.map(({ number }) => number)).toEqual([2, 1]);
  await withdraw(play, "unsafe");
  for (const number of [1, 2]) {
    expect(await findPublicVersion(slug, number)).toMatchObject({
      content: null,
      pageState: "withdrawn",
    });
  }
});

test("a draft of something new changes nothing that readers get", async () => {
  world = await createWorld();
  const play = await world.published("ros1");
  const before = await everythingPublic(world);
  await play.rewrite((content) => ({ ...content, title: "A secret title" }));
  await play.submit();
  expect(await everythingPublic(world)).toBe(before);
});

test("pages are found by every word of the query in title, topic or text, and listed by gene", async () => {
  world = await createWorld();
  const { slug } = (await world.published("ros1")).page;
  await world.published("mlh1");
  const slugs = (rows: { slug: string }[]) => rows.map((row) => row.slug);
  expect(slugs(await listPublicPages())).toHaveLength(2);
  expect(slugs(await listPublicPages({ gene: "ROS1" }))).toEqual([slug]);
  expect(slugs(await searchPublicPages(["ros1", "lung"]))).toEqual([slug]);
  expect(await searchPublicPages(["ros1", "colonoscopy"])).toEqual([]);
  expect(await searchPublicPages(["100%_of_nothing"])).toEqual([]);
});

test("a desk without settings shows nobody anything", async () => {
  world = await createWorld();
  const database = await createTestDatabase({ isEmpty: true });
  try {
    expect(await findPublicDesk()).toBeNull();
    expect(await listPublicPages()).toEqual([]);
    expect(await reviewDates()).toEqual([]);
  } finally {
    await database.drop();
  }
});

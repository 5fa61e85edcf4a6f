import { afterEach, describe, expect, test } from "vitest";
import { blockIdOf } from "~/content/page-content";
import {
  findPublicPage,
  findPublicVersion,
  listPublicNotices,
  listPublicReviewers,
  searchPublicPages,
} from "~/data/public-site.server";
import type { RevocationKind } from "~/domain/words";
import {
  createWorld,
  type DemoName,
  type PagePlay,
  type World,
} from "../support/world";
import {
  everythingPublic,
  hidden,
  readersView,
  shown,
  wordsOf,
} from "./readers";

let world: World;
afterEach(() => world.drop());

function blockId({ content }: PagePlay, place: number): string {
  const block = content.body.content[place];
  return (block && blockIdOf(block)) ?? "";
}

async function withhold(play: PagePlay, place: number): Promise<string> {
  return world.stage.act<string>(
    "maya",
    "withhold_block",
    ...[play.pageId, blockId(play, place), "The figure is in doubt."],
  );
}

async function revoke(play: PagePlay, by: DemoName, kind: RevocationKind) {
  await world.stage.act(
    by,
    "revoke_approval",
    await world.stage.grant(by, "revoke_approval", play.version.sha),
    await world.decisionOf(play, by),
    ...[kind, "Said for the editors alone."],
  );
}

describe("a withheld block", () => {
  test("has its words in no view, of no version, and a bare marker in its place", async () => {
    world = await createWorld();
    const play = await world.published("ros1");
    const { slug } = play.page;
    const words = wordsOf(play, 2);
    await world.database.setClock("2026-06-01T09:00:00Z");
    await play.rewrite((content) => ({ ...content, changeNote: "New tags." }));
    await play.submit();
    await (await world.reviewed(play)).publish("daniel");
    expect(await everythingPublic(world)).toContain(words);
    await withhold(play, 2);
    const said = await everythingPublic(world);
    expect(said).not.toContain(words);
    expect(said).not.toContain("The figure is in doubt.");
    expect(await searchPublicPages(words.split(" "))).toEqual([]);
    const page = await findPublicPage(slug);
    expect(page).toMatchObject({
      state: "live",
      withheldBlocks: [blockId(play, 2)],
      content: expect.stringContaining("withheldBlock"),
    });
    expect(page?.content).toContain(wordsOf(play, 1));
    const before = await findPublicVersion(slug, 1);
    expect(before?.content).toContain("withheldBlock");
  });

  test("is shown again when a second editor returns it", async () => {
    world = await createWorld();
    const play = await world.published("ros1");
    const withheld = await withhold(play, 2);
    await world.stage.act(
      "daniel",
      "return_block",
      ...[withheld, "The figure was confirmed."],
    );
    const page = await findPublicPage(play.page.slug);
    expect(page?.withheldBlocks).toEqual([]);
    expect(page?.content).toContain(wordsOf(play, 2));
  });

  test("stays withheld when a new version brings the same words again", async () => {
    world = await createWorld();
    const play = await world.published("ros1");
    await withhold(play, 2);
    await world.database.setClock("2026-06-01T09:00:00Z");
    await play.rereview("daniel");
    await (await world.reviewed(play)).publish("daniel");
    expect(await everythingPublic(world)).not.toContain(wordsOf(play, 2));
    expect(await findPublicPage(play.page.slug)).toMatchObject({
      versionNumber: 2,
      withheldBlocks: [blockId(play, 2)],
    });
  });
});

describe("an approval taken back after publication", () => {
  test("as unsafe hides the page and every version of it at once", async () => {
    world = await createWorld();
    const play = await world.published("ros1");
    await revoke(play, "lina", "unsafe");
    expect(await readersView(play.page.slug)).toMatchObject({
      ...hidden,
      state: "withheld",
      isOverdueInDates: false,
    });
    expect(await findPublicPage(play.page.slug)).toMatchObject({
      withheldBecause: "approval_revoked",
    });
    const said = await everythingPublic(world);
    expect(said).not.toContain(wordsOf(play, 2));
    expect(said).not.toContain("Said for the editors alone.");
  });

  test.each<RevocationKind>(["no_longer_stand_behind", "remove_my_name"])(
    "as %s puts up a notice at once and hides the page after 14 days",
    async (kind) => {
      world = await createWorld();
      const play = await world.published("ros1");
      const { slug } = play.page;
      await revoke(play, "lina", kind);
      expect(await readersView(slug)).toMatchObject({
        ...shown,
        state: "live",
      });
      expect(await listPublicNotices(slug)).toEqual([
        { type: "name_removed", putUpOn: "2026-03-02" },
      ]);
      const reviewers = await listPublicReviewers(slug);
      expect(reviewers.map(({ name }) => name)).toEqual([
        "Dr Jonas Lindqvist",
        "Owen Price",
      ]);
      await world.database.setClock("2026-03-16T23:59:30Z");
      expect(await readersView(slug)).toMatchObject({
        ...shown,
        state: "live",
      });
      await world.database.setClock("2026-03-17T00:00:00Z");
      expect(await readersView(slug)).toMatchObject({
        ...hidden,
        state: "withheld",
      });
      expect(await findPublicPage(slug)).toMatchObject({
        withheldBecause: "approval_revoked",
      });
    },
  );

  test("does not hide a page that a new full review has replaced since", async () => {
    world = await createWorld();
    const play = await world.published("ros1");
    await revoke(play, "lina", "no_longer_stand_behind");
    await world.database.setClock("2026-03-10T09:00:00Z");
    await play.rereview("maya");
    await play.reviewedBy(
      "maya",
      ["marta", "laboratory_scientist"],
      ["jonas", "clinician"],
      ["owen", "medical_editor"],
    );
    await play.publish("daniel");
    await world.database.setClock("2026-06-01T09:00:00Z");
    expect(await readersView(play.page.slug, 2)).toMatchObject({
      ...shown,
      state: "live",
    });
    expect(await listPublicNotices(play.page.slug)).toEqual([]);
  });

  test("of an earlier version as unsafe takes that version's text away, and leaves the page", async () => {
    world = await createWorld();
    const play = await world.published("ros1");
    const { slug } = play.page;
    const { sha } = play.version;
    const decision = await world.decisionOf(play, "lina");
    await world.database.setClock("2026-06-01T09:00:00Z");
    await play.rewrite((content) => ({ ...content, changeNote: "New tags." }));
    await play.submit();
    await (await world.reviewed(play)).publish("daniel");
    await world.stage.act(
      "lina",
      "revoke_approval",
      await world.stage.grant("lina", "revoke_approval", sha),
      ...[decision, "unsafe", "It named a wrong drug."],
    );
    expect(await readersView(slug, 2)).toMatchObject({ ...shown });
    expect(await findPublicVersion(slug, 1)).toMatchObject({ content: null });
  });
});

describe("a notice", () => {
  test("stands above the page from its day until it is taken down", async () => {
    world = await createWorld();
    const play = await world.published("ros1");
    const notice = await world.stage.act<string>(
      "maya",
      "put_up_notice",
      ...[play.pageId, "evidence_changed", "A trial reported."],
    );
    expect(await listPublicNotices(play.page.slug)).toEqual([
      { type: "evidence_changed", putUpOn: "2026-03-02" },
    ]);
    expect(await everythingPublic(world)).not.toContain("A trial reported.");
    await world.stage.act(
      "daniel",
      "take_down_notice",
      ...[notice, "The page was corrected."],
    );
    expect(await listPublicNotices(play.page.slug)).toEqual([]);
  });
});

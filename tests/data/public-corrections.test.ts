import { afterEach, expect, test } from "vitest";
import { blockIdOf } from "~/content/page-content";
import { blockText } from "~/content/plain-text";
import {
  findPublicPage,
  findPublicVersion,
  listPublicCorrections,
  listPublicReviewers,
} from "~/data/public-site.server";
import { brca1Correction } from "../../prisma/demo/pages/brca1-hereditary-breast-and-ovarian-cancer";
import { createWorld, type PagePlay, type World } from "../support/world";
import { everythingPublic } from "./readers";

let world: World;
afterEach(() => world.drop());

const { find, replace, reason } = brca1Correction;
const reviewed = "2026-03-02T09:00:00Z";
const corrected = "2026-04-10T09:00:00Z";

/** The BRCA1 page, live, with one block put right by a safety correction. */
async function correctedPage(): Promise<{ play: PagePlay; blockId: string }> {
  world = await createWorld({ at: reviewed });
  const play = await world.published("brca1");
  await world.database.setClock(corrected);
  const block = play.content.body.content.find((each) =>
    blockText(each).includes(find),
  );
  const blockId = (block && blockIdOf(block)) ?? "";
  await world.stage.act(
    "tom",
    "open_correction",
    play.pageId,
    [blockId],
    reason,
  );
  await play.rewrite(
    (content) => ({
      ...content,
      changeNote: reason,
      body: {
        type: "doc",
        content: content.body.content.map((each) =>
          blockIdOf(each) === blockId ? exchanged(each) : each,
        ),
      },
    }),
    "correction",
  );
  await play.submit("correction", "clinician");
  await play.reviewedBy("maya", ["ngozi", "clinician"], ["daniel", "editor"]);
  await play.publish("maya");
  return { play, blockId };
}

/** The same block with other words in it. */
function exchanged<Node>(block: Node): Node {
  return JSON.parse(JSON.stringify(block).replace(find, replace)) as Node;
}

test("a safety correction shows its block before and after, with its reason", async () => {
  const { play, blockId } = await correctedPage();
  const corrections = await listPublicCorrections(play.page.slug);
  expect(corrections).toHaveLength(1);
  const [correction] = corrections;
  expect(correction).toMatchObject({
    number: 2,
    publishedOn: "2026-04-10",
    reason,
    blockId,
  });
  expect(correction?.before && blockText(correction.before)).toContain(find);
  expect(correction?.after && blockText(correction.after)).toContain(replace);
});

test("a safety correction leaves last reviewed alone and makes a full review due within 30 days", async () => {
  const { play } = await correctedPage();
  expect(await findPublicPage(play.page.slug)).toMatchObject({
    state: "due_soon",
    versionNumber: 2,
    roundKind: "safety_correction",
    lastReviewedOn: "2026-03-02",
    nextReviewDue: "2026-05-10",
    publishedOn: "2026-04-10",
  });
  const signers = await listPublicReviewers(play.page.slug);
  expect(
    signers.map(({ name, versionNumber }) => [versionNumber, name]),
  ).toEqual([
    [1, "Dr Jonas Lindqvist"],
    [1, "Dr Li Na Chen"],
    [1, "Owen Price"],
    [2, "Dr Daniel Reyes"],
    [2, "Prof. Ngozi Eze"],
  ]);
});

test("the version that was corrected keeps its address and says that it was replaced", async () => {
  const { play } = await correctedPage();
  expect(await findPublicVersion(play.page.slug, 1)).toMatchObject({
    isCurrent: false,
    endedOn: "2026-04-10",
    endedBecause: "replaced",
  });
  expect(await findPublicVersion(play.page.slug, 2)).toMatchObject({
    isCurrent: true,
    correctionReason: reason,
  });
});

test("a correction is shown for twelve months to the day, also after a new full review", async () => {
  const { play } = await correctedPage();
  await world.database.setClock("2026-05-05T09:00:00Z");
  await play.rereview("maya");
  await world.reviewed(play);
  await play.publish("daniel");
  const { slug } = play.page;
  expect(await listPublicCorrections(slug)).toHaveLength(1);
  await world.database.setClock("2027-04-09T22:59:30Z");
  expect(await listPublicCorrections(slug)).toHaveLength(1);
  await world.database.setClock("2027-04-09T23:00:00Z");
  expect(await listPublicCorrections(slug)).toEqual([]);
});

test("the words before and after vanish with the page, and with a block that is withheld", async () => {
  const { play, blockId } = await correctedPage();
  const { slug } = play.page;
  const withheld = await world.stage.act<string>(
    "maya",
    "withhold_block",
    ...[play.pageId, blockId, "Still in doubt."],
  );
  expect(await listPublicCorrections(slug)).toEqual([]);
  const said = await everythingPublic(world);
  expect(said).not.toContain(replace);
  expect(said).not.toContain(find);
  await world.stage.act(
    "daniel",
    "return_block",
    ...[withheld, "It is certain now."],
  );
  expect(await listPublicCorrections(slug)).toHaveLength(1);
  await world.stage.act(
    "maya",
    "withdraw",
    ...[play.pageId, "unsafe", false, "More was wrong."],
  );
  expect(await listPublicCorrections(slug)).toEqual([]);
});

import type { TestDatabase } from "../support/database";
import type { Desk } from "../model/desk";
import { firstDoc, paragraph } from "../model/documents";
import type { Page, Person, Version } from "../model/facts";
import { makeHistory, makeWorldIn } from "../model/make-world";
import {
  createPage,
  openRereview,
  saveDraft,
  submitVersion,
} from "../model/page-steps";
import { answerInterests } from "../model/people-steps";
import { publish, recordRun, withdraw } from "../model/publication-steps";
import { assign, respond, sign } from "../model/review-steps";
import { plusDays } from "../model/calendar";
import { outcomeOf, type Step } from "../model/step";

/** A desk at work: one page in each state that is worth attacking. */
export type Scene = {
  desk: Desk;
  /** Live, with a re-review that lacks its second approval. */
  live: Page;
  rereview: Version;
  /** Approved by all and checked: one act away from the public. */
  ready: Version;
  /** Written and submitted by Moe, one reviewer accepted, nobody signed. */
  waiting: Version;
  withdrawn: Page;
  who(first: string): Person;
};

/** Plays the scene on a migrated database through the ordinary functions. */
export async function playScene(db: TestDatabase): Promise<Scene> {
  const world = await makeWorldIn(db);
  const desk = await makeHistory(db, world, "scene", () => true);
  const play = playerOf(desk);
  const { who, take } = play;

  const live = await play.newPage("live");
  await play.approveAll(await play.submit(live));
  await play.publishNewest(live);
  await take(openRereview(desk, who("eva"), live));
  const rereview = newestOf(live);
  await play.approve(rereview, "lars", "laboratory_scientist");

  const ready = await play.newPage("ready");
  await play.approveAll(await play.submit(ready));
  await play.check(newestOf(ready));

  const waiting = await play.newPage("waiting");
  const version = await play.submit(waiting, "moe");
  await take(
    assign(
      desk,
      who("eva"),
      version,
      "laboratory_scientist",
      who("lars"),
      null,
    ),
  );
  const [asked] = version.round.assignments;
  if (asked) await take(respond(desk, who("lars"), version, asked, "accept"));
  await take(
    recordRun(desk, version, "rules-1", [
      { rule: "P2", severity: "blocks", excerpt: "no author", blockId: null },
    ]),
  );

  const withdrawn = await play.newPage("withdrawn");
  await play.approveAll(await play.submit(withdrawn));
  await play.publishNewest(withdrawn);
  await take(withdraw(desk, who("eva"), withdrawn, "error", false));
  return {
    ...{ desk, live, rereview, withdrawn, waiting: version, who },
    ready: newestOf(ready),
  };
}

export function newestOf(page: Page): Version {
  const version = page.versions.at(-1);
  if (!version) throw new Error(`${page.slug} has no version`);
  return version;
}

/** Plays the steps of the model, each of which has to go through. */
export function playerOf(desk: Desk) {
  const who = (first: string): Person => {
    const found = desk.history.people.find((p) =>
      p.name.startsWith(`${first} `),
    );
    if (!found) throw new Error(`nobody is called ${first}`);
    return found;
  };
  const take = async (step: Step): Promise<void> => {
    const outcome = await outcomeOf(step.call);
    if (!outcome.isAccepted)
      throw new Error(
        `${step.says}: ${outcome.code} ${outcome.blockers.join()}`,
      );
    step.follow(outcome.answer);
  };
  const newPage = async (slug: string): Promise<Page> => {
    const doc = firstDoc("gene_summary", who("ann"), 3, slug);
    const mark = desk.history.people[0]?.name.split(" ")[1] ?? "";
    await take(
      createPage(desk, who("ann"), who("ann"), `${mark}-${slug}`, doc, null),
    );
    const page = desk.history.pages.at(-1);
    if (!page) throw new Error("no page");
    for (const first of ["ann", "lars", "lucy", "mary", "moe"])
      await take(answerInterests(desk, who(first), page, "none"));
    return page;
  };
  const submit = async (page: Page, by = "ann"): Promise<Version> => {
    const [draft] = page.drafts;
    if (!draft) throw new Error("no draft");
    const words = `Words ${draft.revision}.`;
    const [, ...rest] = draft.doc.body.content;
    const content = [paragraph("b0", words), ...rest];
    const doc = { ...draft.doc, body: { type: "doc" as const, content } };
    await take(saveDraft(desk, who(by), page, "main", doc, false));
    await take(
      submitVersion(desk, who(by), page, {
        ...{ line: "main", kind: "full_review", scope: [] },
        ...{ expertise: null, confirms: false },
      }),
    );
    return newestOf(page);
  };
  const approve = async (version: Version, first: string, as: string) => {
    const reviewer = who(first);
    await take(assign(desk, who("eva"), version, as, reviewer, null));
    const asked = version.round.assignments.at(-1);
    if (!asked) throw new Error("nobody was asked");
    await take(respond(desk, reviewer, version, asked, "accept"));
    await take(
      sign(desk, reviewer, version, asked, {
        ...{ verdict: "approve", due: null, grant: "none" },
        evidence: plusDays(desk.today(), -3),
        seesOtherWords: false,
      }),
    );
  };
  const approveAll = async (version: Version) => {
    await approve(version, "lars", "laboratory_scientist");
    await approve(version, "mary", "medical_editor");
  };
  const check = (version: Version) =>
    take(recordRun(desk, version, "rules-1", []));
  const publishNewest = async (page: Page) => {
    await check(newestOf(page));
    await take(publish(desk, who("eva"), newestOf(page)));
  };
  return {
    ...{ who, take, newPage, submit, approve, approveAll },
    ...{ check, publishNewest },
  };
}

import { differences } from "../model/compare";
import type { Desk } from "../model/desk";
import { take } from "../model/histories";
import { makeHistory, makeWorldIn } from "../model/make-world";
import { publish, withdraw } from "../model/publication-steps";
import { raiseMustFix, revoke } from "../model/review-steps";
import { makeSet, publishSet } from "../model/set-steps";
import type { Decision, Version } from "../model/facts";
import type { Step } from "../model/step";
import type { TestDatabase } from "../support/database";
import { newestOf, playerOf } from "./scene";

type Player = ReturnType<typeof playerOf> & { desk: Desk };

/**
 * What random histories come to only now and then, played on purpose: what
 * happens on the way has to go through, and each step that is yielded is
 * compared with the model, the page of each with it.
 */
const stories: ((on: Player) => AsyncGenerator<Step>)[] = [
  async function* takenBackBeforePublication(on) {
    const version = await on.submit(await on.newPage("taken-back"));
    await on.approveAll(version);
    const approval = approvalOf(version, "mary");
    const { desk } = on;
    const kind = "no_longer_stand_behind";
    yield revoke(desk, approval.person, approval, kind, "none");
    yield publish(desk, on.who("eva"), version);
  },
  async function* calledUnsafeWhenLive(on) {
    const page = await on.newPage("unsafe");
    await on.approveAll(await on.submit(page));
    await on.publishNewest(page);
    const approval = approvalOf(newestOf(page), "lars");
    yield revoke(on.desk, approval.person, approval, "unsafe", "none");
  },
  async function* underAMustFix(on) {
    const version = await on.submit(await on.newPage("must-fix"));
    await on.approveAll(version);
    await on.check(version);
    yield raiseMustFix(on.desk, on.who("eva"), version);
    yield publish(on.desk, on.who("eva"), version);
  },
  async function* inASet(on) {
    const { desk, who } = on;
    const pages = [await on.newPage("one"), await on.newPage("other")];
    for (const page of pages) {
      await on.approveAll(await on.submit(page));
      await on.check(newestOf(page));
    }
    yield makeSet(desk, who("eva"), pages);
    const [one, other] = pages.map(newestOf);
    const [page] = pages;
    if (!one || !other || !page?.set) throw new Error("there is no set");
    yield publish(desk, who("eva"), one);
    yield publishSet(desk, who("eva"), page.set, [one, other]);
    yield withdraw(desk, who("eva"), page, "error", false);
  },
];

function approvalOf(version: Version, first: string): Decision {
  const approval = version.decisions.find(({ person }) =>
    person.name.startsWith(`${first} `),
  );
  if (!approval) throw new Error(`${first} approved nothing`);
  return approval;
}

/** Tells every story; what the desk does otherwise than the model. */
export async function tellStories(
  db: TestDatabase,
): Promise<{ steps: number; disagreements: string[] }> {
  const world = await makeWorldIn(db);
  const desk = await makeHistory(db, world, "story", () => true);
  const tally = { accepted: 0, publications: 0 };
  const disagreements: string[] = [];
  let steps = 0;
  for (const story of stories) {
    const told = [story.name];
    const faults: string[] = [];
    for await (const step of story({ ...playerOf(desk), desk })) {
      steps += 1;
      faults.push(...(await take(desk, step, told, tally)));
      for (const page of desk.history.pages)
        faults.push(...(await differences(desk, page, true)));
      if (faults.length > 0) break;
    }
    if (faults.length > 0)
      disagreements.push([...told, ...faults].join("\n  "));
  }
  return { steps, disagreements };
}

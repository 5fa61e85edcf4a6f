import { differences } from "./compare";
import { moveClock, passMidnight, type Desk } from "./desk";
import { firstDoc } from "./documents";
import { givingOf, nextSensible } from "./guide";
import { endHistory, makeHistory, makeWorld } from "./make-world";
import { createPage } from "./page-steps";
import { isConfidential } from "./knowing";
import { listingFaults } from "./listing";
import { randomFrom, type Random } from "./random";
import { outcomeOf, type Step } from "./step";
import { anything } from "./wander";
import { whileAway } from "./wander-away";
import { withDoses } from "./wander-doses";
import { inSecret } from "./wander-secret";
import { inSets } from "./wander-sets";

export type Tally = {
  runs: number;
  commands: number;
  accepted: number;
  publications: number;
  disagreements: string[];
};

const starts = ["2027-02-20", "2028-02-26", "2027-03-25", "2026-10-22"];
const kinds = [
  ...["clinician_page", "gene_summary", "gene_summary"],
  ...["patient_explainer", "patient_qa"],
];
/** What some histories are about besides; most are about nothing more. */
const scenes = {
  ...{ away: whileAway, doses: withDoses },
  ...{ secret: inSecret, sets: inSets },
};
export type Scene = keyof typeof scenes;
type Play = Scene | null;
const plays: Play[] = [
  ...Array.from({ length: 24 }, () => null),
  ...(["away", "away", "doses", "secret", "sets"] as const),
];
const wanted = process.env["MODEL_PLAY"] as Scene | undefined;

/** What is done to each database first; and what all histories are to be about. */
type Special = {
  prepare?(db: Desk["db"]): Promise<void>;
  only?: Scene | undefined;
};

/** So many commands a history, or there are more histories. */
const commandsEach = 16;

/** So many histories share a database, one after the other. */
const perDatabase = 40;

/**
 * Random histories from a seed, until so many runs with enough commands are
 * through or the first disagreement. The same seed and number give the same history again.
 */
export async function runHistories(
  seed: number,
  runs: number,
  { prepare, only = wanted }: Special = {},
): Promise<Tally> {
  const tally: Tally = {
    ...{ runs: 0, commands: 0, accepted: 0, publications: 0 },
    disagreements: [],
  };
  const isThrough = () =>
    tally.runs >= runs && tally.commands >= runs * commandsEach;
  for (let batch = 0; !isThrough(); batch += 1) {
    const random = randomFrom(seed * 7_919 + batch);
    const hour = `${random.pick(["06:12", "13:40", "22:55"])}:00Z`;
    const { db, world } = await makeWorld(`${random.pick(starts)}T${hour}`);
    try {
      await prepare?.(db);
      for (let n = 0; n < perDatabase && !isThrough(); n += 1) {
        const mark = `r${batch}-${n}`;
        const desk = await makeHistory(db, world, mark, () =>
          random.happens(0.93),
        );
        await runOne(desk, random, mark, tally, `seed ${seed}`, only);
        tally.runs += 1;
        if (tally.disagreements.length > 0) return tally;
        await endHistory(desk);
      }
    } finally {
      await db.drop();
    }
  }
  return tally;
}

async function runOne(
  desk: Desk,
  random: Random,
  mark: string,
  tally: Tally,
  seed: string,
  only: Scene | undefined,
): Promise<void> {
  const told: string[] = [];
  const play = only ?? random.pick(plays);
  const [from, to] =
    play === "sets" || play === "doses"
      ? ([28, 40] as const)
      : random.happens(0.13)
        ? ([25, 44] as const)
        : ([8, 15] as const);
  const length = random.whole(from, to);
  const boldness = random.pick([0.06, 0.15, 0.3]);
  for (let n = 0; n < length; n += 1) {
    await passMidnight(desk);
    if (n > 1 && random.happens(0.1)) {
      const seconds = leap(random);
      told.push(`${(seconds / 86_400).toFixed(2)} days pass`);
      await moveClock(desk, seconds);
      tally.commands += 1;
      await passMidnight(desk);
    }
    const step = chooseStep(desk, random, mark, boldness, play);
    if (!step) continue;
    const before = tally.accepted;
    const faults = await take(desk, step, told, tally);
    // A refusal changed nothing, or the next look shows it.
    const isLast = n === length - 1;
    if (tally.accepted > before || isLast || random.happens(0.3))
      for (const page of desk.history.pages)
        faults.push(
          ...(await differences(desk, page, isLast || random.happens(0.3))),
        );
    if (isLast || n % 9 === 4) faults.push(...(await listingFaults(desk)));
    tally.commands += 1;
    if (faults.length > 0) {
      tally.disagreements.push(
        [`${seed}, history ${mark}:`, ...told, ...faults].join("\n  "),
      );
      return;
    }
  }
}

/** Takes a step and follows it in the model; where the two disagree about it. */
export async function take(
  desk: Desk,
  step: Step,
  told: string[],
  tally: Pick<Tally, "accepted" | "publications">,
): Promise<string[]> {
  const faults: string[] = [];
  told.push(step.says);
  if (step.shown) {
    const { query, values, codes } = step.shown;
    const { rows } = await desk.db.app.query<{ code: string }>(query, values);
    const found = rows.map(({ code }) => code).sort();
    if (found.join() !== [...codes].sort().join())
      faults.push(`the desk lists ${found.join()}, the model ${codes.join()}`);
  }
  const outcome = await outcomeOf(step.call).catch((error: unknown) => {
    faults.push(`an accident: ${String(error)}`);
    return null;
  });
  if (!outcome) return faults;
  if (outcome.isAccepted !== step.isAllowed)
    faults.push(
      `the desk ${outcome.isAccepted ? "accepts" : `refuses (${outcome.code} ${outcome.blockers.join()})`}, the model does not`,
    );
  else if (outcome.isAccepted) {
    const before = desk.history.pages.flatMap((p) => p.publications).length;
    step.follow(outcome.answer);
    const after = desk.history.pages.flatMap((p) => p.publications).length;
    tally.accepted += 1;
    tally.publications += after - before;
  } else if (step.blockers) {
    const found = [...new Set(outcome.blockers)].sort().join();
    const expected = [...step.blockers].sort().join();
    if (found !== expected)
      faults.push(`blockers: the desk says ${found}, the model ${expected}`);
  }
  return faults;
}

function chooseStep(
  desk: Desk,
  random: Random,
  mark: string,
  boldness: number,
  play: Play,
): Step | null {
  const { pages, people } = desk.history;
  const [ann, ben, eva, tom] = people;
  const enough = play === "sets" ? 2 : 1;
  const isMore = pages.length === enough && random.happens(0.01);
  if (pages.length < enough || isMore) {
    if (!ann || !ben || !eva || !tom) throw new Error("the cast is missing");
    const doc = firstDoc(
      random.pick(
        play === "sets" || play === "doses" ? ["gene_summary"] : kinds,
      ),
      random.pick([ann, ben]),
      random.whole(2, 4),
      `${mark} ${pages.length}`,
      play === "doses" ? ` ${givingOf(random)}` : "",
    );
    const imported = random.happens(0.25)
      ? { isElsewhere: random.happens(0.5) }
      : null;
    const uma = people.find((p) => p.part === "uma") ?? ann;
    const who = random.pick([ann, ann, eva, eva, uma, random.pick(people)]);
    const owner = random.pick([ann, eva, tom]);
    const slug = `page-${mark}-${pages.length}`;
    return createPage(desk, who, owner, slug, doc, imported);
  }
  const page = random.pick(pages);
  if (isConfidential(desk, page) && random.happens(0.3)) {
    const step = inSecret(desk, page, random);
    if (step) return step;
  }
  if (play && random.happens(0.35)) {
    const step = scenes[play](desk, page, random);
    if (step) return step;
  }
  if (random.happens(boldness)) return anything(desk, page, random);
  return nextSensible(desk, page, random) ?? anything(desk, page, random);
}

/** From a minute to two years, mostly days, in odd seconds. */
function leap(random: Random): number {
  const [from, to] = random.pick([
    [60, 3_000] as const,
    [40_000, 170_000] as const,
    [86_400, 20 * 86_400] as const,
    [20 * 86_400, 90 * 86_400] as const,
    [90 * 86_400, 730 * 86_400] as const,
  ]);
  return random.whole(from, to);
}

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../support/world";
import { desk } from "./desk";
import { ownPage } from "../support/own-page";

type Gate = {
  page: string;
  version: number | null;
  publishable: boolean;
  blockers: { code: string; message: string; who: string; where: string }[];
};

let world: World;
let folder: string;
beforeAll(async () => {
  world = await createWorld();
  folder = await mkdtemp(join(tmpdir(), "desk-gate-"));
  await writeFile(join(folder, "page.txt"), ownPage);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await world.drop();
});

async function gateOf(slug: string) {
  const run = await desk(["gate", slug, "--json"]);
  return { ...run, gate: run.json as Gate };
}

test("an imported page that was never submitted is refused with every reason there is", async () => {
  await desk([
    ...["import", join(folder, "page.txt")],
    ...["--as", "maya.okafor@example.org"],
  ]);
  const slug = "ros1-fusions-in-lung-cancer";
  const { code, err, gate } = await gateOf(slug);
  expect(code).toBe(1);
  expect(err).toMatch(/never submitted: not publishable, for \d+ reasons\.\n$/);
  expect(gate).toMatchObject({ page: slug, version: null, publishable: false });
  const messages = gate.blockers.map(({ message }) => message);
  expect(messages).toEqual([
    "No version has been submitted for review yet.",
    "An approval of this exact text is missing: clinician.",
    "An approval of this exact text is missing: laboratory scientist.",
    "An approval of this exact text is missing: medical editor.",
    "By its source its review was due on 4 May 2023. Only a full review can be published now.",
    "The page does not say yet: where it applies, which person wrote it, how AI was used and what changed.",
    expect.stringMatching(/^The check P2 found: /),
    expect.stringMatching(/^The check P19 found: /),
    expect.stringMatching(/^The check C1 found: /),
    "The check G1 found: G2023R: residue 2023 of ROS1 is Y; did you mean G2032R?",
    expect.stringMatching(/^The check T1 found: .*For clinicians/),
    expect.stringMatching(/^The check T1 found: .*For patients/),
  ]);
  expect(gate.blockers).toContainEqual({
    code: "nothing_submitted",
    message: "No version has been submitted for review yet.",
    who: "author",
    where: `/desk/pages/${slug}`,
  });
  for (const { code: blocker, where } of gate.blockers)
    if (blocker === "metadata_missing")
      expect(where).toBe(`/desk/pages/${slug}/details`);
});

test("a version is held back by what its round lacks, and is let through with all of it", async () => {
  const play = await world.play("sdhb").write();
  await play.submit();
  const { slug } = play.page;
  const before = await gateOf(slug);
  expect(before.code).toBe(1);
  expect(before.gate.version).toBe(1);
  expect(before.gate.blockers.map(({ code }) => code)).toEqual([
    "approvals_missing",
    "approvals_missing",
  ]);
  await play.assign("maya", "marta", "laboratory_scientist");
  const asked = await gateOf(slug);
  expect(asked.gate.blockers[0]).toMatchObject({
    code: "round_open",
    who: "Marta Kowalska",
    where: `/desk/pages/${slug}/review`,
  });
  await play.accept("marta");
  await play.approve("marta");
  await play.reviewedBy("maya", ["owen", "medical_editor"]);
  const after = await gateOf(slug);
  expect(after).toMatchObject({ code: 0, err: "" });
  expect(after.gate).toEqual({
    ...{ page: slug, version: 1, publishable: true, blockers: [] },
  });
});

test("the gate runs checks that are a day old, as publishing does", async () => {
  const play = await world.approved("tp53");
  await world.database.advance("25 hours");
  const { gate } = await gateOf(play.page.slug);
  expect(gate.blockers).toEqual([]);
});

test("an address without a page is said to have none", async () => {
  const { code, out, err } = await desk(["gate", "nowhere"]);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toBe('There is no page "nowhere".\n');
});

test("the checks of a draft and of a file block, warn and say what was not run", async () => {
  const onFile = await desk(["check", join(folder, "page.txt"), "--json"]);
  expect(onFile.code).toBe(1);
  const run = onFile.json as {
    findings: { rule: string; severity: string }[];
    notRun: { rule: string }[];
  };
  expect(run.findings).toContainEqual(
    expect.objectContaining({ rule: "G1", severity: "blocks" }),
  );
  expect(run.notRun.map(({ rule }) => rule)).toContain("R5");
  const slug = world.play("sdhb").page.slug;
  const onDraft = await desk(["check", slug]);
  expect(onDraft).toMatchObject({ code: 0, err: "" });
  expect(onDraft.out).toContain("Not run  R5");
  const missing = await desk(["check", "not-there.txt"]);
  expect(missing).toMatchObject({ code: 1, out: "" });
  expect(missing.err).toBe("not-there.txt: There is no such file.\n");
  expect((await desk(["check", "not-there"])).code).toBe(1);
});

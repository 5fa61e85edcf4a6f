import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../support/world";
import { desk } from "./desk";

let world: World;
let folder: string;
const anchor = () => join(folder, "anchor.json");

beforeAll(async () => {
  world = await createWorld();
  folder = await mkdtemp(join(tmpdir(), "desk-verify-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await world.drop();
});

/** Does to the chain what only the owner of the database can, and undoes it. */
async function tampered(statement: string, look: () => Promise<void>) {
  const { owner } = world.database;
  await owner.query("CREATE TABLE desk.kept AS TABLE desk.audit_event");
  await owner.query("ALTER TABLE desk.audit_event DISABLE TRIGGER USER");
  try {
    await owner.query(statement);
    await look();
  } finally {
    await owner.query("DELETE FROM desk.audit_event");
    await owner.query("INSERT INTO desk.audit_event SELECT * FROM desk.kept");
    await owner.query("ALTER TABLE desk.audit_event ENABLE TRIGGER USER");
    await owner.query("DROP TABLE desk.kept");
  }
}

test("a chain nobody touched holds, and the moves of the clock are listed", async () => {
  await world.published("sdhb");
  const { code, err, json } = await desk([
    ...["audit", "verify", "--anchor", anchor(), "--json"],
  ]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const [{ rows } = { rows: 0 }] = await world.rows<{ rows: number }>(
    "SELECT count(*)::integer AS rows FROM desk.audit_event",
  );
  expect(rows).toBeGreaterThan(10);
  expect(json).toMatchObject({ ok: true, rows, broken: null });
  const { clockMoves } = json as { clockMoves: { from: string; to: string }[] };
  expect(clockMoves).toHaveLength(1);
  expect(clockMoves[0]).toMatchObject({ from: "00:00:00" });
  expect(JSON.parse(await readFile(anchor(), "utf8"))).toMatchObject({
    seq: rows,
  });
});

test.each([
  [
    "a changed word",
    "UPDATE desk.audit_event SET act = 'nothing' WHERE seq = 7",
    7,
  ],
  [
    "a changed moment",
    "UPDATE desk.audit_event SET at = at + interval '1 microsecond' WHERE seq = 5",
    5,
  ],
  ["a row taken out", "DELETE FROM desk.audit_event WHERE seq = 6", 7],
  ["a first row taken out", "DELETE FROM desk.audit_event WHERE seq = 1", 2],
  [
    "a row written anew with its own hash",
    "WITH anew AS (SELECT desk.audit_hash(ROW(seq, at, actor_id, real_actor, 'nothing'::text, page_id, payload, prev_hash, hash)::desk.audit_event) AS hash FROM desk.audit_event WHERE seq = 4) UPDATE desk.audit_event e SET act = 'nothing', hash = anew.hash FROM anew WHERE e.seq = 4",
    5,
  ],
])("%s is found, and the first bad row named", async (_, statement, seq) => {
  await tampered(statement, async () => {
    const { code, err } = await desk(["audit", "verify"]);
    expect(code).toBe(1);
    expect(err).toContain(`Row ${String(seq)} `);
  });
});

test("an anchor shows an end cut off and a chain that is another", async () => {
  const kept = await readFile(anchor(), "utf8");
  await tampered(
    "DELETE FROM desk.audit_event WHERE seq > (SELECT max(seq) - 2 FROM desk.audit_event)",
    async () => {
      expect((await desk(["audit", "verify"])).code).toBe(0);
      const { code, err } = await desk([
        "audit",
        "verify",
        "--anchor",
        anchor(),
      ]);
      expect(code).toBe(1);
      expect(err).toContain("the chain ends at row");
    },
  );
  expect(await readFile(anchor(), "utf8")).toBe(kept);
  const other = JSON.stringify({ seq: 3, hash: "0".repeat(64) });
  await writeFile(join(folder, "other.json"), other);
  const { code, err } = await desk([
    ...["audit", "verify", "--anchor", join(folder, "other.json")],
  ]);
  expect(code).toBe(1);
  expect(err).toContain("Row 3 (");
  await writeFile(join(folder, "odd.json"), "[]");
  const odd = await desk([
    ...["audit", "verify", "--anchor", join(folder, "odd.json")],
  ]);
  expect(odd.code).toBe(2);
});

test("what is served is what was signed, withheld blocks taken out", async () => {
  const play = await world.published("tp53");
  const [block] = play.content.body.content;
  await world.stage.act(
    "maya",
    "withhold_block",
    ...[play.pageId, block?.attrs?.id ?? "", "Under discussion."],
  );
  const { code, json } = await desk(["live", "verify", "--json"]);
  expect(code).toBe(0);
  const pages = json as { page: string; withheldBlocks: string[] }[];
  expect(pages).toHaveLength(2);
  expect(pages.find(({ page }) => page === play.page.slug)).toMatchObject({
    ...{ ok: true, signedSha256: play.version.sha },
    withheldBlocks: [block?.attrs?.id],
  });
  const { out } = await desk(["live", "verify"]);
  expect(out).toContain("1 withheld block taken out");
});

test("a text that is not the signed one is found, withheld blocks or not", async () => {
  const { owner } = world.database;
  for (const beginning of ["sdhb", "tp53"]) {
    const [{ definition } = { definition: "" }] = await world.rows<{
      definition: string;
    }>("SELECT pg_get_functiondef('desk.strip_blocks'::regproc) AS definition");
    const served = definition.replace(
      "SELECT CASE WHEN",
      "SELECT CASE WHEN p_content LIKE '%' || '" +
        (beginning === "sdhb" ? "SDHB" : "TP53") +
        "' || '%' THEN replace(p_content, 'the', 'teh') WHEN",
    );
    expect(served).not.toBe(definition);
    await owner.query(served);
    const { code, err } = await desk(["live", "verify"]);
    expect(code).toBe(1);
    expect(err).toContain(beginning);
    await owner.query(definition);
  }
  expect((await desk(["live", "verify"])).code).toBe(0);
});

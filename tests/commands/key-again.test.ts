import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keyAgain } from "~/commands/key-again.server";
import { listSignBlockers } from "~/data/gate.server";
import { listKeyAgain } from "~/data/key-again.server";
import { listDecisionRecords } from "~/data/short-forms.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  ask,
  openReviewDesk,
  refusalOf,
  resubmit,
  type ReviewDesk,
  sign,
  submitPage,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;
beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openReviewDesk(database);
});
afterAll(() => database.drop());

async function valuesIn(line: string) {
  const { rows } = await database.owner.query<{ kind: string; said: string }>(
    "SELECT kind, said FROM desk.values_in($1) ORDER BY n",
    [line],
  );
  return rows.map(({ kind, said }) => `${kind}: ${said}`);
}

async function plain(kind: string, text: string): Promise<string> {
  const { rows } = await database.owner.query<{ plain: string }>(
    "SELECT desk.plain_value($1, $2) AS plain",
    [kind, text],
  );
  return rows[0]?.plain ?? "";
}

test.each([
  ["Take 600 mg twice a day.", ["dose: 600 mg"]],
  [
    "Give 5–10 mg/kg per day, then 2.5 mg.",
    ["dose: 5–10 mg/kg per day", "dose: 2.5 mg"],
  ],
  [
    "Vitamin D 1,000 IU or 25 micrograms.",
    ["dose: 1,000 IU", "dose: 25 micrograms"],
  ],
  [
    "The risk is 45% (range 38 to 60 per cent).",
    ["percentage: 45%", "percentage: 38 to 60 per cent"],
  ],
  [
    "Offer MRI from 25 years, every six months.",
    ["age: 25 years", "age: six months"],
  ],
  [
    "Screen people aged 40 and over and 5-year-olds.",
    ["age: aged 40", "age: 5-year"],
  ],
  [
    "The variant G2032R, also p.(Gly2032Arg), c.6094G>A.",
    ["variant: G2032R", "variant: p.(Gly2032Arg)", "variant: c.6094G>A"],
  ],
  [
    "Test DPYD*2A and rs3918290 first.",
    ["variant: DPYD*2A", "variant: rs3918290"],
  ],
  ["BRCA1 on chromosome 17, in 3 families and 2 trials.", []],
  ["T4N2 disease in SDHB, stage 2, PMID 12345678.", []],
])("finds the values of “%s”", async (line, found) => {
  expect(await valuesIn(line)).toEqual(found);
});

test.each([
  ["dose", "600 mg", "600mg"],
  ["dose", "5–10 mg/kg per day", "5 to 10 mg / kg / day"],
  ["dose", "1,000 IU", "1000 iu"],
  ["dose", "25 micrograms", "25 µg"],
  ["dose", "25 micrograms", "25micrograms"],
  ["age", "12 years", "12years"],
  ["age", "from 12 to 18 years", "from 12to18years"],
  ["dose", "2·5 mg", "2,5 mg"],
  ["percentage", "45 per cent", "45%"],
  ["age", "six months", "6 months"],
  ["age", "aged 40", "40"],
  ["age", "25 years", "25 y"],
  ["variant", "p.(Gly2032Arg)", "p. (Gly2032Arg)"],
])("a %s written “%s” and “%s” is the same", async (kind, one, other) => {
  expect(await plain(kind, one)).toBe(await plain(kind, other));
});

test.each([
  ["dose", "600 mg", "60 mg"],
  ["dose", "600 mg", "600 μg"],
  ["dose", "2.5 mg", "25 mg"],
  ["dose", "1,000 IU", "1.000 IU"],
  ["dose", "≥ 5 mg", "≤ 5 mg"],
  ["dose", "5–10 mg", "5 mg"],
  ["age", "6 months", "6 weeks"],
  ["percentage", "45%", "54%"],
  ["variant", "G2032R", "G2023R"],
  ["variant", "c.35G>T", "c.35g>t"],
])("a %s written “%s” and “%s” differs", async (kind, one, other) => {
  expect(await plain(kind, one)).not.toBe(await plain(kind, other));
});

describe("before an approval", () => {
  const first = "Offer MRI from 25 years. Olaparib 300 mg twice a day.";
  const second = "Offer MRI from 30 years. Olaparib 300 mg twice a day.";

  /** A page whose second version changes an age, in front of its scientist. */
  async function changed(next = second) {
    const page = await submitPage(database, desk.author, first);
    const asked = await ask(
      desk.editor,
      page,
      desk.scientist,
      "laboratory_scientist",
    );
    valueOf(await sign(database, desk.scientist, asked, page.sha));
    const version = await resubmit(database, desk.author, page.pageId, next);
    const assignmentId = await ask(
      desk.editor,
      version,
      desk.scientist,
      "laboratory_scientist",
    );
    return { ...version, assignmentId };
  }
  const codes = async (id: string, sha: string) =>
    (await listSignBlockers(id, sha)).map(({ code }) => code);
  const type = async (id: string, sha: string, text: string) => {
    const [item] = await listKeyAgain(id);
    return keyAgain(desk.scientist.sessionId, {
      assignmentId: id,
      contentSha256: sha,
      typed: { [item?.itemId ?? ""]: text },
    });
  };

  test("only what changed since the reviewer's own approval is asked for, with its sentence", async () => {
    const { assignmentId } = await changed();
    expect(await listKeyAgain(assignmentId)).toMatchObject([
      {
        kind: "age",
        said: "30 years",
        before: "Offer MRI from ",
        after: ".",
        isKeyed: false,
      },
    ]);
  });

  test("years are an age where the text names none, and no other unit is", async () => {
    const { assignmentId, sha } = await changed(
      "Offer MRI from the age of 30. Olaparib 300 mg twice a day.",
    );
    for (const wrong of ["30 months", "31 years"])
      expect(valueOf(await type(assignmentId, sha, wrong))).toMatchObject([
        { said: "age of 30", typed: wrong },
      ]);
    expect(valueOf(await type(assignmentId, sha, "30 years"))).toEqual([]);
  });

  test("an approval is refused until the value is keyed, a request for changes is not", async () => {
    const { assignmentId, sha } = await changed();
    expect(await codes(assignmentId, sha)).toEqual(["key_again"]);
    expect(
      refusalOf(await sign(database, desk.scientist, assignmentId, sha)),
    ).toBe("key_again");
    valueOf(
      await sign(
        database,
        desk.scientist,
        assignmentId,
        sha,
        "request_changes",
      ),
    );
  });

  test("a mismatch is told with both, kept, and still holds the approval back", async () => {
    const { assignmentId, sha } = await changed();
    expect(valueOf(await type(assignmentId, sha, "25 years"))).toMatchObject([
      { said: "30 years", typed: "25 years" },
    ]);
    expect(await codes(assignmentId, sha)).toEqual(["key_again"]);
    expect(valueOf(await type(assignmentId, sha, "30 y"))).toEqual([]);
    expect(await codes(assignmentId, sha)).toEqual([]);
    const id = valueOf(await sign(database, desk.scientist, assignmentId, sha));
    const records = await listDecisionRecords(await versionOf(assignmentId));
    expect(records).toMatchObject([
      {
        decisionId: id,
        keyed: [
          { typed: "25 years", isEqual: false },
          { typed: "30 y", isEqual: true },
        ],
      },
    ]);
  });

  test("the last thing typed counts, so that a match is undone by a later mismatch", async () => {
    const { assignmentId, sha } = await changed();
    valueOf(await type(assignmentId, sha, "30 years"));
    valueOf(await type(assignmentId, sha, "3 years"));
    expect(await codes(assignmentId, sha)).toEqual(["key_again"]);
  });

  test("two doses that changed places are both keyed, and a reworded sentence beside is too", async () => {
    const page = "Give drugA 20 mg daily, then drugB 40 mg daily.";
    const swapped = "Give drugA 40 mg daily, then drugB 20 mg daily.";
    const one = await submitPage(database, desk.author, page);
    const asked = await ask(
      desk.editor,
      one,
      desk.scientist,
      "laboratory_scientist",
    );
    valueOf(await sign(database, desk.scientist, asked, one.sha));
    const two = await resubmit(database, desk.author, one.pageId, swapped);
    const again = await ask(
      desk.editor,
      two,
      desk.scientist,
      "laboratory_scientist",
    );
    expect((await listKeyAgain(again)).map(({ said }) => said)).toEqual([
      "40 mg",
      "20 mg",
    ]);
  });

  test("nobody keys for another, on another text or after the round closed", async () => {
    const { assignmentId, sha, pageId } = await changed();
    const other = { assignmentId, contentSha256: sha, typed: {} };
    expect(
      refusalOf(await keyAgain(desk.otherScientist.sessionId, other)),
    ).toBe("not_found");
    expect(
      refusalOf(await type(assignmentId, "0".repeat(64), "30 years")),
    ).toBe("stale_version");
    await resubmit(database, desk.author, pageId, first);
    expect(refusalOf(await type(assignmentId, sha, "30 years"))).toBe(
      "round_closed",
    );
  });

  test("what was typed can be changed by nobody", async () => {
    const { assignmentId, sha } = await changed();
    valueOf(await type(assignmentId, sha, "30 years"));
    await expect(
      database.owner.query("UPDATE desk.keyed_value SET is_equal = true"),
    ).rejects.toThrow(/immutable/);
  });

  async function versionOf(assignmentId: string) {
    const { rows } = await database.owner.query<{ id: string }>(
      "SELECT r.version_id AS id FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id WHERE a.id = $1",
      [assignmentId],
    );
    return rows[0]?.id ?? "";
  }
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { reportMistake } from "~/commands/report-mistake.server";
import { setConfidentialUntil } from "~/commands/set-confidential-until.server";
import { findWatchItem, listWatchItems } from "~/data/watch-items.server";
import { action } from "~/routes/_public.pages.$slug.report/route";
import { listMailsOf, pass } from "../jobs/passes";
import { createWorld, type PagePlay, type World } from "../support/world";
import { refusalOf } from "./review-desk";

let world: World;
let page: PagePlay;
beforeAll(async () => {
  world = await createWorld({ at: "2026-03-02T09:00:00Z" });
  page = await world.published("mlh1");
});
afterAll(() => world.drop());

const readAt = "https://desk.example/pages/mlh1/v/1";
const report = (what: string, slug = page.page.slug) =>
  reportMistake(slug, { what, readAt });
const items = async () =>
  (await listWatchItems(world.stage.idOf("maya"), true)).filter(
    ({ kind }) => kind === "reader_report",
  );
const count = async (what: string) =>
  (await world.rows(`SELECT FROM desk.${what}`)).length;

test("a reader's report is a watch item of the page from nobody, told to the editors, and moves no date", async () => {
  expect(refusalOf(await report("The risk in the table is not 5 %."))).toBe(
    "done",
  );
  // Sent twice by an impatient thumb, or from two tabs at once.
  await Promise.all(
    [1, 2, 3].map(() => report("The risk in the table is not 5 %.")),
  );
  const [item, ...others] = await items();
  expect(others).toEqual([]);
  expect(item).toMatchObject({
    ...{ subjectKind: "page", subjectLabel: page.page.slug, via: "reader" },
    what: "The risk in the table is not 5 %.",
    ...{ address: readAt, raisedBy: null, waiting: 1, touched: 1 },
    triageBy: "2026-03-03",
  });
  const told = await world.rows(
    "SELECT FROM desk.alert WHERE kind = 'watch_item' AND props ->> 'itemId' = $1",
    [item?.id],
  );
  expect(told.length).toBeGreaterThan(1);
  expect(await count("due_brought_forward")).toBe(0);
  const [kept] = await world.rows<{ said: string }>(
    "SELECT payload::text AS said FROM desk.audit_event WHERE act = 'raise_watch_item'",
  );
  expect(kept?.said).not.toContain("5 %");
  // Nobody has looked at the words, and they may name a patient.
  await pass();
  const mails = await listMailsOf(world, "watch_item");
  expect(mails.length).toBeGreaterThan(1);
  for (const { plainText, html } of mails) {
    expect(plainText).toContain("which nobody has checked");
    expect(`${plainText ?? ""} ${html ?? ""}`).not.toContain("5 %");
  }
});

test("an address that readers have no text of is not found, whether a page stands there or not", async () => {
  const hidden = world.play("fbn1");
  await hidden.write();
  const secret = await world.published("brca2");
  const before = await count("watch_item");
  expect(
    refusalOf(
      await setConfidentialUntil(
        ...([world.stage.sessions.get("maya") ?? "", secret.pageId] as const),
        "2026-06-01",
      ),
    ),
  ).toBe("done");
  for (const slug of ["no-such-page", hidden.page.slug, secret.page.slug])
    expect(refusalOf(await report("Something is wrong here.", slug))).toBe(
      "not_found",
    );
  expect(refusalOf(await report("   "))).toBe("report_missing");
  expect(refusalOf(await report("x".repeat(1_501)))).toBe("report_missing");
  expect(await count("watch_item")).toBe(before);
});

test("ten reports of one page in a day are taken and no more, also at once; the next day takes others", async () => {
  const said = await Promise.all(
    Array.from({ length: 14 }, (_, n) =>
      report(`Mistake number ${String(n)}.`),
    ),
  );
  expect(said.filter(({ ok }) => ok)).toHaveLength(9);
  expect(new Set(said.map(refusalOf))).toEqual(
    new Set(["done", "too_many_reports"]),
  );
  await world.database.setClock("2026-03-03T18:00:00Z");
  expect(refusalOf(await report("One more mistake."))).toBe("done");
});

/** What the form answers to one address of readers. */
async function send(fields: Record<string, string>, from = "192.0.2.7") {
  const answer = await action({
    request: new Request("http://desk.example/pages/x/report", {
      ...{ method: "POST", body: new URLSearchParams(fields) },
    }),
    params: { slug: page.page.slug },
    // The rest of the context is the server's own.
    context: { clientAddress: from } as never,
  });
  if (answer instanceof Response)
    return { status: answer.status, to: answer.headers.get("Location") };
  if (!("data" in answer)) throw new Error("this is no answer");
  const { errors, typed } = answer.data;
  return { status: answer.init?.status, errors, typed };
}

test("the form says what it cannot take, keeps what was typed, and takes so many from one address", async () => {
  expect(await send({ what: "wrong", where: "Risks" })).toMatchObject({
    status: 422,
    errors: [
      {
        name: "what",
        sentence: "Say what is wrong, in 10 to 1,000 characters.",
      },
    ],
    typed: { what: "wrong", where: "Risks" },
  });
  const fields = { what: "This is out of date.", where: "Risks" };
  const tries = 10;
  for (let n = 0; n < tries; n += 1)
    expect(await send(fields)).toEqual({
      ...{ status: 303, to: `/pages/${page.page.slug}/report?sent=1` },
    });
  expect(await send(fields)).toMatchObject({
    ...{ status: 429, typed: fields },
    errors: [{ name: "", sentence: expect.stringMatching(/^Many reports/) }],
  });
  expect(await send(fields, "198.51.100.9")).toMatchObject({ status: 303 });
  const [first] = (await items()).filter(({ what }) =>
    what.startsWith("Risks"),
  );
  expect(
    await findWatchItem(first?.id ?? "", world.stage.idOf("owen")),
  ).toMatchObject({ what: "Risks: This is out of date." });
});

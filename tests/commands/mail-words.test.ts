import { afterAll, beforeAll, expect, test } from "vitest";
import {
  returnToShippedWords,
  writeMailWords,
} from "~/commands/write-mail-words.server";
import { listSavedWords } from "~/data/mail-words.server";
import type { MailWords } from "~/domain/mail-words";
import { deliverMails } from "~/jobs/deliver-mails.server";
import { mailWordsDesk, previewMail } from "~/jobs/preview-mail.server";
import { performOnWords } from "~/routes/desk.admin.mail.$kind._index/perform.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  join,
  openReviewDesk,
  refusalOf,
  type ReviewDesk,
  type Someone,
  submitPage,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;
let admin: Someone;
beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openReviewDesk(database);
  admin = await join(database, "Ada Admin", ["admin"]);
});
afterAll(() => database.drop());

const kind = "version_submitted";
const words = { opening: "Dear all at {desk}.", closing: "Thank you." };

const write = (
  by: Partial<MailWords & { kind: string; base: number }>,
  who = admin,
) =>
  writeMailWords(
    who.sessionId,
    { kind, base: 0, ...words, ...by },
    mailWordsDesk.findFaults,
  );
const kept = async (of = kind) =>
  (await listSavedWords(of)).map(({ opening, closing }) => ({
    ...{ opening, closing },
  }));

/** What leaves of one kind when a version is submitted now. */
async function sent(): Promise<string> {
  await submitPage(database, desk.author);
  const texts: string[] = [];
  await deliverMails((mail) => {
    texts.push(mail.text);
    return Promise.resolve({ outcome: "sent", answer: "250 OK" });
  });
  return (
    texts.find((text) => text.includes("reviewers are needed")) ??
    texts[0] ??
    ""
  );
}

test("words that would break a mail are refused with every fault, and nothing is kept", async () => {
  const outcome = await write({
    opening: "{reviewBy} {who",
    closing: "a.example",
  });
  expect(outcome).toMatchObject({
    because: "mail_words_faulty",
    detail: {
      wordsFaults: [
        { field: "opening", fault: "of_other_mails" },
        { field: "opening", fault: "unclosed" },
        { field: "closing", fault: "address" },
      ],
    },
  });
  expect(refusalOf(await write({ kind: "no_such_mail" }))).toBe(
    "mail_words_faulty",
  );
  expect(refusalOf(await write({ opening: "", closing: " \n" }))).toBe(
    "mail_words_missing",
  );
  expect(await kept()).toEqual([]);
});

test("only admins write them", async () => {
  const editor = await join(database, "Edda Editor", [
    ...(["editor", "clinical_lead", "author"] as const),
  ]);
  expect(refusalOf(await write({}, editor))).toBe("not_an_admin");
  const back = await returnToShippedWords(editor.sessionId, kind, 0);
  expect(refusalOf(back)).toBe("not_an_admin");
  await expect(
    database.app.query(
      "INSERT INTO desk.mail_words (kind, number, opening, closing, written_by) VALUES ('published', 1, 'a', '', $1)",
      [admin.id],
    ),
  ).rejects.toThrow(/permission denied/);
});

test("kept words stand in the next mail, and the shipped ones come back by an act", async () => {
  expect(valueOf(await write({}))).toBe(1);
  // Sent twice by a doubled click: one saving.
  expect(valueOf(await write({}))).toBe(1);
  const signature = {
    kind: "every_mail",
    opening: "",
    closing: "The editors\n020 7946 0000",
  };
  expect(valueOf(await write(signature))).toBe(1);
  const text = await sent();
  expect(text).toMatch(/,\n\nDear all at [^{]+\.\n\n/);
  expect(text).toContain(
    "\n\nThank you.\n\nThe editors\n020 7946 0000\n\n-----\n",
  );
  const preview = await previewMail(kind, "sample", admin.id, {
    opening: "New.",
    closing: "",
  });
  expect(preview?.text).toContain(",\n\nNew.\n\n");
  expect(preview?.text).not.toContain("Thank you.");
  expect(preview?.text).toContain("The editors\n020");
  expect(valueOf(await returnToShippedWords(admin.sessionId, kind, 1))).toBe(2);
  expect(valueOf(await returnToShippedWords(admin.sessionId, kind, 2))).toBe(2);
  expect(await kept()).toEqual([{ opening: "", closing: "" }, words]);
  expect(await sent()).not.toContain("Thank you.");
});

test("what another admin kept meanwhile is not written over, and what was kept cannot be changed", async () => {
  const other = await join(database, "Otto Admin", ["admin"]);
  const of = "mentioned";
  expect(valueOf(await write({ kind: of }, other))).toBe(1);
  const late = { kind: of, opening: "Mine.", base: 0 };
  expect(refusalOf(await write(late))).toBe("mail_words_changed");
  expect(refusalOf(await returnToShippedWords(admin.sessionId, of, 0))).toBe(
    "mail_words_changed",
  );
  expect(valueOf(await write({ ...late, base: 1 }))).toBe(2);
  const [newest, before] = await listSavedWords(of);
  expect([newest?.writtenBy, before?.writtenBy]).toEqual([
    ...["Ada Admin", "Otto Admin"],
  ]);
  await expect(
    database.owner.query("UPDATE desk.mail_words SET opening = 'x'"),
  ).rejects.toThrow("immutable");
  const { rows } = await database.owner.query<{ act: string; payload: string }>(
    "SELECT act, payload FROM desk.audit_event WHERE act IN ('write_mail_words', 'return_to_shipped_words') ORDER BY seq",
  );
  expect(rows.map(({ act }) => act)).toEqual([
    ...["write_mail_words", "write_mail_words", "return_to_shipped_words"],
    ...["write_mail_words", "write_mail_words"],
  ]);
  for (const { payload } of rows) expect(payload).not.toMatch(/Mine|Thank/);
});

test("the form looks before it keeps, keeps what was typed, and shows what another admin kept", async () => {
  const of = "withdrawn";
  const send = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return performOnWords(admin.sessionId, of, form, mailWordsDesk);
  };
  const typed = { opening: "For {page}.\r\nSorry.", closing: "", base: "0" };
  expect(await send({ ...typed, intent: "preview" })).toMatchObject({
    ...{ status: 200, errors: [], typed },
    words: { opening: "For {page}. Sorry.", closing: "" },
  });
  expect(await kept(of)).toEqual([]);
  for (const intent of ["preview", "write"])
    expect(
      await send({ ...typed, intent, closing: "www.x.org {due}" }),
    ).toMatchObject({
      ...{ status: 422, words: null },
      typed: { closing: "www.x.org {due}" },
      errors: [
        {
          name: "closing",
          sentence: expect.stringContaining("“www.x.org”") as string,
        },
        {
          name: "closing",
          sentence: expect.stringContaining("{due}") as string,
        },
      ],
    });
  expect(await send({ ...typed, intent: "write" })).toEqual({
    done: "words_written",
  });
  expect(
    await send({ ...typed, intent: "write", opening: "Mine." }),
  ).toMatchObject({
    ...{ status: 409, base: 1, typed: { opening: "Mine." } },
    theirs: { opening: "For {page}. Sorry.", writtenBy: "Ada Admin" },
  });
  expect(await send({ ...typed, base: "1", intent: "ship" })).toEqual({
    done: "words_shipped",
  });
});

test("words that a new release can no longer take are left out, the mail goes, and it is told", async () => {
  expect(valueOf(await write({ base: 2 }))).toBe(3);
  // As a release leaves them that no longer knows what they name.
  await database.owner.query(
    "INSERT INTO desk.mail_words (kind, number, opening, closing, written_by) VALUES ($1, 4, 'By {gone}.', 'Thank you.', $2), ('no_such_mail', 1, 'Old.', '', $2)",
    [kind, admin.id],
  );
  const text = await sent();
  expect(text).not.toMatch(/\{gone\}|Thank you\./);
  // The signature is whole, and stays.
  expect(text).toContain("The editors\n020 7946 0000");
  expect(await mailWordsDesk.listBroken()).toEqual([
    {
      kind: "no_such_mail",
      faults: [{ field: "opening", fault: "kind_gone", about: "no_such_mail" }],
    },
    { kind, faults: [{ field: "opening", fault: "unknown", about: "gone" }] },
  ]);
});

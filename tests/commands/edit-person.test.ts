import { afterAll, beforeAll, expect, test } from "vitest";
import { editOwnDetails } from "~/commands/edit-own-details.server";
import { editPerson, type PersonRecord } from "~/commands/edit-person.server";
import { deactivatePerson } from "~/commands/deactivate-person.server";
import { reactivatePerson } from "~/commands/reactivate-person.server";
import { assign } from "~/commands/assign.server";
import { setRoles } from "~/commands/set-roles.server";
import { canonicalContent } from "~/content/canonical";
import { runAct } from "~/data/act.server";
import { listCandidates } from "~/data/candidates.server";
import { findDraft } from "~/data/drafts.server";
import { findPerson } from "~/data/people.server";
import { appPool } from "~/data/pools.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  ask,
  openReviewDesk,
  publishPage,
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

const record = (changes: Partial<PersonRecord> = {}): PersonRecord => ({
  name: "Lars Lab",
  prefix: "Dr",
  credentials: "MBBS",
  affiliation: "",
  orcid: "",
  languages: [],
  capacity: 5,
  topics: [],
  ...changes,
});

const rowsOf = async <Row extends object>(
  query: string,
  values: unknown[] = [],
) => (await database.owner.query<Row>(query, values)).rows;

test("an editor puts a person's record right, and the audit says what changed without the words", async () => {
  const changed = record({
    credentials: "PhD, FRCPath",
    affiliation: "Harbour Laboratory",
    orcid: "0000-0002-1825-0097",
    languages: ["en", "cy"],
    capacity: 2,
    topics: [{ type: "gene", code: "HGNC:10681", label: "SDHB" }],
  });
  const outcome = await editPerson(
    desk.editor.sessionId,
    desk.scientist.id,
    changed,
  );
  expect(refusalOf(outcome)).toBe("done");
  expect(await findPerson(desk.scientist.id)).toMatchObject(changed);
  const [event] = await rowsOf<{ payload: string }>(
    "SELECT payload FROM desk.audit_event WHERE act = 'edit_person' ORDER BY seq DESC LIMIT 1",
  );
  expect(JSON.parse(event?.payload ?? "{}")).toMatchObject({
    person: desk.scientist.id,
    changed: [
      "credentials",
      "affiliation",
      "orcid",
      "languages",
      "capacity",
      "topics",
    ],
  });
  expect(event?.payload).not.toContain("Harbour");
});

test("an author corrects nobody, and a wrong check digit or a missing name is refused", async () => {
  const by = (sessionId: string, changes: Partial<PersonRecord>) =>
    editPerson(sessionId, desk.scientist.id, record(changes)).then(refusalOf);
  expect(await by(desk.author.sessionId, {})).toBe("not_an_editor");
  expect(
    await by(desk.editor.sessionId, { orcid: "0000-0002-1825-0098" }),
  ).toBe("invalid_orcid");
  expect(await by(desk.editor.sessionId, { name: " " })).toBe("name_missing");
  expect(await by(desk.editor.sessionId, { capacity: 51 })).toBe(
    "invalid_form",
  );
});

test.each([
  ["0000-0002-1825-0097", true],
  ["0000-0002-1694-233X", true],
  ["0000-0002-1694-2330", false],
  ["0000-0002-1825-009x", false],
  ["0000000218250097", false],
])("the database reads %s as an ORCID: %s", async (text, isOne) => {
  const [row] = await rowsOf<{ is: boolean }>(
    "SELECT desk.is_orcid($1) AS is",
    [text],
  );
  expect(row?.is).toBe(isOne);
});

test("people change what they say of themselves, never the name, credentials or affiliation they sign with", async () => {
  const before = await findPerson(desk.medicalEditor.id);
  const outcome = await editOwnDetails(desk.medicalEditor.sessionId, {
    ...record({
      name: "Somebody Else",
      credentials: "Professor of everything",
      affiliation: "Westside Press",
    }),
    capacity: 1,
  });
  expect(refusalOf(outcome)).toBe("done");
  expect(await findPerson(desk.medicalEditor.id)).toMatchObject({
    name: before?.name,
    credentials: before?.credentials,
    affiliation: before?.affiliation,
    capacity: 1,
  });
});

test("an editor, too, leaves their own affiliation to another", async () => {
  const before = await findPerson(desk.editor.id);
  const outcome = await editPerson(
    desk.editor.sessionId,
    desk.editor.id,
    record({ name: "Edda Renamed", affiliation: "Westside Press" }),
  );
  expect(refusalOf(outcome)).toBe("done");
  expect(await findPerson(desk.editor.id)).toMatchObject({
    name: "Edda Renamed",
    affiliation: before?.affiliation,
  });
});

test("a new affiliation, name and credentials alter no signature that readers see", async () => {
  valueOf(
    await editPerson(
      desk.editor.sessionId,
      desk.scientist.id,
      record({ affiliation: "First Hospital" }),
    ),
  );
  const page = await publishPage(database, desk);
  const seen = () =>
    database.public
      .query(
        `SELECT r.name, r.credentials, r.affiliation FROM desk.public_reviewer r
          WHERE r.expertise = 'laboratory_scientist'
            AND r.slug = (SELECT slug FROM desk.public_page WHERE content_sha256 = $1)`,
        [page.sha],
      )
      .then(({ rows }) => rows);
  const before = await seen();
  expect(before).toEqual([
    { name: "Dr Lars Lab", credentials: "MBBS", affiliation: "First Hospital" },
  ]);
  for (const affiliation of ["Second Hospital", "Third Hospital"])
    valueOf(
      await editPerson(
        desk.editor.sessionId,
        desk.scientist.id,
        record({ name: "Lars Labb", credentials: "PhD", affiliation }),
      ),
    );
  expect(await seen()).toEqual(before);
});

test("nobody gets at their own words by a new name or another ORCID", async () => {
  const others = await openReviewDesk(database);
  const page = await submitPage(database, others.author);
  valueOf(
    await setRoles(await admin(), others.author.id, {
      roles: ["author", "reviewer"],
      expertise: ["laboratory_scientist"],
    }),
  );
  await database.owner.query(
    "ALTER TABLE desk.version_contributor DISABLE TRIGGER immutable",
  );
  // As if they had been credited by name alone, long before they had an account.
  await database.owner.query(
    "DELETE FROM desk.version_contributor WHERE version_id = $1",
    [page.versionId],
  );
  const isCredited = async () =>
    (
      await rowsOf<{ is: boolean }>(
        `SELECT desk.credits_person($1, p) AS is FROM desk.person p WHERE p.id = $2`,
        [
          JSON.stringify({ credits: [{ name: others.author.name }] }),
          others.author.id,
        ],
      )
    )[0]?.is;
  expect(await isCredited()).toBe(true);
  valueOf(
    await editPerson(
      others.editor.sessionId,
      others.author.id,
      record({ name: "A. Newname" }),
    ),
  );
  expect(await isCredited()).toBe(true);
  await database.owner.query(
    "ALTER TABLE desk.version_contributor ENABLE TRIGGER immutable",
  );
  const asked = await assign(others.editor.sessionId, {
    roundId: page.roundId,
    expertise: "laboratory_scientist",
    reviewerId: others.author.id,
    respondBy: null,
    reviewBy: null,
  });
  expect(refusalOf(asked)).toBe("own_work");
});

test("an admin brings somebody back, once, with what they may do", async () => {
  const others = await openReviewDesk(database);
  const session = await admin();
  valueOf(await deactivatePerson(session, others.otherScientist.id, null));
  expect(
    refusalOf(
      await reactivatePerson(desk.editor.sessionId, others.otherScientist.id),
    ),
  ).toBe("not_an_admin");
  expect(
    refusalOf(await reactivatePerson(session, others.otherScientist.id)),
  ).toBe("done");
  expect(
    refusalOf(await reactivatePerson(session, others.otherScientist.id)),
  ).toBe("already_decided");
  expect(await findPerson(others.otherScientist.id)).toMatchObject({
    isActive: true,
    roles: ["reviewer"],
    expertise: ["laboratory_scientist"],
    deactivatedAt: null,
  });
});

test("the picker shows load, last review, usual days, shared topics and ties to the authors", async () => {
  const { pageId } = await submitPage(database, desk.author);
  // The credit spells the author otherwise, and names where she works too.
  const draft = await findDraft(pageId, "main");
  if (!draft) throw new Error("the page has no draft");
  const credits = draft.content.credits.map((credit) => ({
    ...credit,
    name: "Dr Ana Author",
    affiliation: "Riverside Infirmary",
  }));
  valueOf(
    await runAct<number>(appPool(), "save_draft", [
      ...[desk.author.sessionId, pageId, "main", draft.revision],
      canonicalContent({ ...draft.content, credits }),
    ]),
  );
  const page = await resubmit(database, desk.author, pageId, "SDHB on 1p36.");
  const other = await submitPage(database, desk.author, "SDHB again.");
  const assignmentId = await ask(
    desk.editor,
    other,
    desk.otherScientist,
    "laboratory_scientist",
  );
  await database.advance("3 days 2 hours");
  valueOf(await sign(database, desk.otherScientist, assignmentId, other.sha));
  valueOf(
    await editPerson(
      desk.editor.sessionId,
      desk.author.id,
      record({ name: "Ana Author", affiliation: "Riverside Infirmary" }),
    ),
  );
  valueOf(
    await editPerson(
      desk.editor.sessionId,
      desk.otherScientist.id,
      record({
        name: "Lena Lab",
        affiliation: " riverside infirmary",
        languages: ["cy"],
        capacity: 1,
        topics: [
          { type: "gene", code: "HGNC:10681", label: "SDHB" },
          { type: "gene", code: "HGNC:1100", label: "BRCA1" },
        ],
      }),
    ),
  );
  const found = await listCandidates(page.roundId, "laboratory_scientist");
  const lena = found.find(({ id }) => id === desk.otherScientist.id);
  const [today] = await rowsOf<{ day: string }>("SELECT desk.today() AS day");
  expect(lena).toMatchObject({
    openReviews: 0,
    capacity: 1,
    lastReviewOn: today?.day,
    usualDays: 4,
    sharedTopics: ["SDHB"],
    sameAffiliation: ["Ana Author"],
    creditedWith: [],
    readsLanguage: false,
    blockers: [],
  });
});

test("who has room and no tie to the authors stands before who has not", async () => {
  const page = await submitPage(database, desk.author);
  const order = async () =>
    (await listCandidates(page.roundId, "laboratory_scientist"))
      .map(({ id }) => id)
      .filter((id) => [desk.scientist.id, desk.otherScientist.id].includes(id));
  // Lena works with the author; Lars does not.
  expect(await order()).toEqual([desk.scientist.id, desk.otherScientist.id]);
  valueOf(
    await editPerson(
      desk.editor.sessionId,
      desk.scientist.id,
      record({ capacity: 0 }),
    ),
  );
  expect(await order()).toEqual([desk.otherScientist.id, desk.scientist.id]);
});

/** A session of an admin who joins for this. */
async function admin(): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    `SELECT desk.insert_person(gen_random_uuid() || '@example.org', 'Ada Admin', '', '', '', NULL, '{admin}', '{}', NULL, 'test') AS id`,
  );
  const session = `session-${row?.id ?? ""}`;
  await database.owner.query(
    "INSERT INTO desk.session (id, user_id, expires_at, absolute_expires_at) VALUES ($1, $2, 'infinity', 'infinity')",
    [session, row?.id],
  );
  return session;
}

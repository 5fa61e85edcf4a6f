import { afterAll, beforeAll, expect, test } from "vitest";
import { archivePage } from "~/commands/archive-page.server";
import { createPage } from "~/commands/create-page.server";
import { nameConfidentialReader } from "~/commands/name-confidential-reader.server";
import { reinstate } from "~/commands/reinstate.server";
import { renamePage } from "~/commands/rename-page.server";
import { setConfidentialUntil } from "~/commands/set-confidential-until.server";
import { withdraw } from "~/commands/withdraw.server";
import { listAuditEvents } from "~/data/audit-events.server";
import { listNeeds } from "~/data/desk-needs.server";
import { listMails } from "~/data/mailbox.server";
import { listPages } from "~/data/list-pages.server";
import { findPage, findPresentSlug } from "~/data/pages.server";
import { findPresentAddress, findPublicPage } from "~/data/public-site.server";
import { pageAccess } from "~/policy/pages";
import {
  makeCompletePage,
  openDesk,
  publishVersion,
  refusalOf,
  type Signed,
  submitMain,
  type TestDesk,
  valueOf,
} from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

const rows = async <Row extends object>(
  query: string,
  values: unknown[] = [],
): Promise<Row[]> => (await desk.database.owner.query<Row>(query, values)).rows;

const told = async (kind: string, pageId: string) =>
  (
    await rows<{ id: string }>(
      "SELECT recipient_id AS id FROM desk.mail WHERE kind = $1 AND page_id = $2",
      [kind, pageId],
    )
  ).map(({ id }) => id);

async function live(slug: string): Promise<string> {
  const pageId = await makeCompletePage(desk.author, slug);
  await publishVersion(desk, pageId, await submitMain(desk.author, pageId));
  return pageId;
}

const rename = (pageId: string, slug: string, by = desk.editor) =>
  renamePage(by.sessionId, { pageId, slug, reason: "A better address." });

test("a renamed page keeps its old addresses for ever, and no page gets one again", async () => {
  const pageId = await live("first-address");
  expect(refusalOf(await rename(pageId, "second-address"))).toBe("done");
  expect(refusalOf(await rename(pageId, "third-address"))).toBe("done");
  for (const old of ["first-address", "second-address"]) {
    expect(await findPublicPage(old)).toBeNull();
    expect(await findPresentAddress(old)).toBe("third-address");
    expect(await findPresentSlug(old)).toBe("third-address");
    expect(refusalOf(await rename(pageId, old))).toBe("slug_taken");
    const taken = createPage(desk.other.sessionId, {
      slug: old,
      title: "Another",
      kind: "gene_summary",
      audience: "clinicians",
      language: "en-GB",
      jurisdictions: [],
      topics: [],
      ownerId: desk.other.id,
      collectionId: null,
      credits: [],
      hasSections: false,
    });
    expect(refusalOf(await taken)).toBe("slug_taken");
  }
  expect(await findPublicPage("third-address")).not.toBeNull();
  expect(await findPresentAddress("third-address")).toBeNull();
  expect(await findPresentAddress("never-there")).toBeNull();
});

test("renaming is an editor's act with a reason; it is recorded and its people are told", async () => {
  const pageId = await live("told-of-renaming");
  const attempts: [string, string, Signed, string][] = [
    ["not an Address", "Fine.", desk.editor, "invalid_slug"],
    ["a".repeat(121), "Fine.", desk.editor, "invalid_slug"],
    ["told-of-renaming", "Fine.", desk.editor, "slug_taken"],
    ["new-place", " ", desk.editor, "reason_missing"],
    ["new-place", "Fine.", desk.author, "not_an_editor"],
  ];
  for (const [slug, reason, by, because] of attempts)
    expect(
      refusalOf(await renamePage(by.sessionId, { pageId, slug, reason })),
    ).toBe(because);
  expect(refusalOf(await rename(pageId, "new-place"))).toBe("done");
  const people = [desk.author.id, desk.scientist.id, desk.medicalEditor.id];
  expect((await told("page_renamed", pageId)).sort()).toEqual(people.sort());
  const [event] = await rows<{ payload: string }>(
    "SELECT payload FROM desk.audit_event WHERE act = 'rename' AND page_id = $1",
    [pageId],
  );
  expect(JSON.parse(event?.payload ?? "{}")).toMatchObject({
    from: "told-of-renaming",
    to: "new-place",
  });
  expect(event?.payload).not.toContain("better");
});

test("of twelve pages renamed to one address at once, one gets it", async () => {
  const pages = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      makeCompletePage(desk.author, `crowd-${String(n)}`),
    ),
  );
  const outcomes = await Promise.all(
    pages.map((pageId) => rename(pageId, "the-one-address")),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(
    outcomes.filter((outcome) => refusalOf(outcome) === "slug_taken"),
  ).toHaveLength(11);
});

test("an address of a page that readers may not know of leads nowhere", async () => {
  const pageId = await makeCompletePage(desk.author, "secret-plan");
  expect(refusalOf(await rename(pageId, "secret-plan-b"))).toBe("done");
  expect(await findPresentAddress("secret-plan")).toBeNull();
});

test("no statement of the application changes or frees an address", async () => {
  for (const statement of [
    "DELETE FROM desk.page_address",
    "UPDATE desk.page_address SET slug = slug || '-x'",
    "UPDATE desk.page SET slug = 'mine'",
  ])
    await expect(desk.database.app.query(statement)).rejects.toThrow(
      /permission denied/,
    );
});

test("reinstating needs a second editor, brings the same text, and tells its people", async () => {
  const pageId = await live("back-again");
  const before = await findPublicPage("back-again");
  valueOf(
    await withdraw(desk.editor.sessionId, {
      pageId,
      type: "error",
      isPermanent: false,
      reason: "A wrong dose.",
    }),
  );
  expect(await findPublicPage("back-again")).toMatchObject({ content: null });
  expect(
    refusalOf(await reinstate(desk.editor.sessionId, pageId, "It was right.")),
  ).toBe("same_editor");
  expect(
    refusalOf(await reinstate(desk.second.sessionId, pageId, "It was right.")),
  ).toBe("done");
  const after = await findPublicPage("back-again");
  expect(after?.contentSha256).toBe(before?.contentSha256);
  expect(after?.lastReviewedOn).toBe(before?.lastReviewedOn);
  expect((await told("reinstated", pageId)).sort()).toEqual(
    [desk.author.id, desk.scientist.id, desk.medicalEditor.id].sort(),
  );
});

test("archiving tells those who wrote and reviewed, once", async () => {
  const pageId = await live("to-archive");
  valueOf(await archivePage(desk.editor.sessionId, pageId, "Merged."));
  await archivePage(desk.editor.sessionId, pageId, "Merged.");
  expect(await told("page_archived", pageId)).toHaveLength(3);
});

test("a confidential page is there for its people and the editors named, and for nobody else", async () => {
  const pageId = await makeCompletePage(desk.author, "embargoed");
  const versionId = await submitMain(desk.author, pageId);
  const listed = async ({ id }: Signed, seesAll: boolean) => {
    const filter = { state: null, kind: null, ownerId: null, q: "" };
    const { pages } = await listPages({ personId: id, seesAll }, filter, {
      limit: 100,
      offset: 0,
    });
    return pages.some(({ slug }) => slug === "embargoed");
  };
  const needed = async ({ id }: Signed) => {
    const viewer = { personId: id, seesAll: true, isEditor: true };
    const { needs } = await listNeeds(viewer, 100);
    return needs.some(({ slug }) => slug === "embargoed");
  };
  const access = async ({ id }: Signed) => {
    const page = await findPage("embargoed", id);
    return page && pageAccess({ id, roles: ["editor", "admin"] }, page);
  };
  expect(await listed(desk.second, true)).toBe(true);
  const [until] = await rows<{ day: string }>(
    "SELECT desk.today() + 30 AS day",
  );
  const day = until?.day ?? "";
  valueOf(await setConfidentialUntil(desk.editor.sessionId, pageId, day));
  expect(await listed(desk.editor, true)).toBe(true);
  expect(await listed(desk.author, false)).toBe(true);
  expect(await listed(desk.second, true)).toBe(false);
  expect(await needed(desk.editor)).toBe(true);
  expect(await needed(desk.second)).toBe(false);
  expect(await access(desk.editor)).toBe("write");
  expect(await access(desk.second)).toBeNull();
  // Nobody who was not named can lift it, or name themselves.
  expect(
    refusalOf(await setConfidentialUntil(desk.second.sessionId, pageId, null)),
  ).toBe("not_found");
  const name = (by: Signed, who: Signed) =>
    nameConfidentialReader(by.sessionId, pageId, who.id);
  expect(refusalOf(await name(desk.second, desk.second))).toBe("not_found");
  expect(refusalOf(await name(desk.editor, desk.author))).toBe("not_an_editor");
  // Mails raised while it is confidential reach nobody else, nor does their list.
  const taken = "SELECT desk.take_back($1, $2)";
  await rows(taken, [desk.editor.sessionId, versionId]);
  await submitMain(desk.author, pageId);
  expect(await told("version_submitted", pageId)).not.toHaveLength(0);
  const since = await rows<{ id: string }>(
    `SELECT m.recipient_id AS id FROM desk.mail m WHERE m.page_id = $1 AND m.kind = 'version_submitted'
        AND m.queued_at > (SELECT max(at) FROM desk.audit_event WHERE act = 'set_confidential_until' AND page_id = $1)`,
    [pageId],
  );
  expect(since.map(({ id }) => id)).not.toContain(desk.second.id);
  const about = await rows<{ id: string }>(
    "SELECT id FROM desk.mail WHERE page_id = $1",
    [pageId],
  );
  const shownTo = async ({ id: viewerId }: Signed) => {
    const { mails } = await listMails({ recipientId: null, viewerId, page: 1 });
    return mails.filter(({ id }) => about.some((mail) => mail.id === id));
  };
  expect(await shownTo(desk.editor)).not.toEqual([]);
  expect(await shownTo(desk.second)).toEqual([]);
  const recorded = async ({ id: viewerId }: Signed) => {
    const part = { before: null, after: null, act: null, viewerId };
    const { events } = await listAuditEvents(part);
    return events.filter(({ pageSlug }) => pageSlug === "embargoed");
  };
  expect(await recorded(desk.editor)).not.toEqual([]);
  expect(await recorded(desk.second)).toEqual([]);
  expect(refusalOf(await name(desk.editor, desk.second))).toBe("done");
  expect(await listed(desk.second, true)).toBe(true);
  expect(await access(desk.second)).toBe("write");
  await desk.database.advance("30 days");
  await rows("DELETE FROM desk.confidential_reader WHERE person_id = $1", [
    desk.second.id,
  ]);
  expect(await listed(desk.second, true)).toBe(true);
});

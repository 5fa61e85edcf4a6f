import { emptyContent } from "~/content/empty-content";
import type { Body, PageContent } from "~/content/page-content";
import { changeDetails } from "~/commands/change-details.server";
import { createPage } from "~/commands/create-page.server";
import { saveDraft } from "~/commands/save-draft.server";
import { submitForReview } from "~/commands/submit-for-review.server";
import { findDraft } from "~/data/drafts.server";
import type { Outcome } from "~/domain/outcome";
import type { Expertise, Role } from "~/domain/words";
import { createTestDatabase, type TestDatabase } from "../support/database";

export type Signed = { id: string; name: string; sessionId: string };

/** A migrated database with people who are signed in, for tests of an author's acts. */
export async function openDesk() {
  const database = await createTestDatabase();
  await database.setClock("2026-03-02T09:00:00Z");
  const people = {
    author: await join(database, "Ada Author", ["author"]),
    other: await join(database, "Otto Other", ["author"]),
    editor: await join(database, "Edda Editor", ["editor"]),
    second: await join(database, "Egon Editor", ["editor", "admin"]),
    clinician: await join(
      database,
      "Clara Clinician",
      ["reviewer"],
      ["clinician"],
    ),
    scientist: await join(
      database,
      "Sven Scientist",
      ["reviewer"],
      ["laboratory_scientist"],
    ),
    medicalEditor: await join(
      database,
      "Mira Medical",
      ["reviewer"],
      ["medical_editor"],
    ),
  };
  return { database, ...people };
}

export type TestDesk = Awaited<ReturnType<typeof openDesk>>;

async function join(
  database: TestDatabase,
  name: string,
  roles: Role[],
  expertise: Expertise[] = [],
): Promise<Signed> {
  const email = `${name.toLowerCase().replace(" ", ".")}@example.org`;
  const { rows } = await database.auth.query<{ id: string }>(
    "SELECT desk.operator_add_person($1, $2, 'Dr', 'MD', '', NULL, $3, $4) AS id",
    [email, name, roles, expertise],
  );
  const id = rows[0]?.id ?? "";
  const sessionId = `session of ${name}`;
  await database.auth.query(
    "INSERT INTO desk.session (id, user_id, expires_at, absolute_expires_at) VALUES ($1, $2, desk.clock() + interval '5 years', desk.clock() + interval '5 years')",
    [sessionId, id],
  );
  // Whoever puts a page out has declared their interests.
  if (roles.includes("editor"))
    await database.app.query("SELECT desk.declare_interests($1, true, '')", [
      sessionId,
    ]);
  return { id, name, sessionId };
}

/** The value of an act that must go through. */
export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.because}`);
  return outcome.value;
}

/** Why an act was refused; "done" when it was not. */
export function refusalOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? "done" : outcome.because;
}

export const twoParagraphs: Body = {
  type: "doc",
  content: [
    {
      type: "heading",
      attrs: { level: 2 },
      content: [{ type: "text", text: "Overview" }],
    },
    {
      type: "paragraph",
      content: [{ type: "text", text: "ROS1 fusions are rare." }],
    },
    {
      type: "paragraph",
      content: [{ type: "text", text: "Refer to the genomics hub." }],
    },
  ],
};

/** A page with nothing written in it. Gives its id. */
export async function makePage(
  by: Signed,
  slug: string,
  given: Partial<Parameters<typeof createPage>[1]> = {},
): Promise<string> {
  const page = {
    slug,
    title: "ROS1-rearranged lung cancer",
    kind: "gene_summary" as const,
    audience: "clinicians" as const,
    language: "en-GB",
    jurisdictions: ["GB-ENG"],
    topics: [{ type: "gene" as const, code: "HGNC:10261", label: "ROS1" }],
    ownerId: by.id,
    collectionId: null,
    credits: [creditFor(by)],
    hasSections: false,
  };
  return valueOf(await createPage(by.sessionId, { ...page, ...given }));
}

function creditFor({ id, name }: Signed): PageContent["credits"][number] {
  const credit = { name, role: "author" as const, credentials: "MD" };
  const rest = { affiliation: "", orcid: null, from: null, until: null };
  return { ...credit, ...rest, personId: id };
}

/** A page with a text and all it must say of itself, ready to be submitted. */
export async function makeCompletePage(
  by: Signed,
  slug: string,
): Promise<string> {
  const pageId = await makePage(by, slug);
  const written = await saveDraft(by.sessionId, {
    pageId,
    line: "main",
    baseRevision: 1,
    body: twoParagraphs,
  });
  await changeDetails(by.sessionId, {
    pageId,
    line: "main",
    baseRevision: valueOf(written).revision,
    details: {
      changeNote: "First version.",
      aiUse: { ...emptyContent("gene_summary").aiUse, level: "none" },
    },
  });
  return pageId;
}

/** Submits the main draft as it stands for a full review. Gives the version's id. */
export async function submitMain(by: Signed, pageId: string): Promise<string> {
  return valueOf(
    await submitForReview(by.sessionId, {
      pageId,
      line: "main",
      baseRevision: await revisionOf(pageId),
      kind: "full_review",
      scope: [],
      expertise: null,
      isConfirmed: false,
    }),
  );
}

export async function revisionOf(
  pageId: string,
  line: "main" | "correction" = "main",
): Promise<number> {
  return (await findDraft(pageId, line))?.revision ?? 0;
}

/** Has the version approved by everybody the rules ask for, and published. */
export async function publishVersion(
  desk: TestDesk,
  pageId: string,
  versionId: string,
): Promise<string> {
  await approveVersion(desk, pageId, versionId);
  const { rows } = await desk.database.app.query<{ id: string }>(
    "SELECT desk.publish($1, $2) AS id",
    [desk.editor.sessionId, versionId],
  );
  return rows[0]?.id ?? "";
}

/** Has the version approved by everybody the rules ask for. */
export async function approveVersion(
  desk: TestDesk,
  pageId: string,
  versionId: string,
): Promise<void> {
  await declare(desk, desk.author, pageId);
  const { rows } = await desk.database.app.query<{
    expertise: string;
    id: string;
  }>(
    `SELECT n.expertise, r.id FROM desk.review_round r JOIN desk.round_need n ON n.round_id = r.id
      WHERE r.version_id = $1 ORDER BY n.step, n.expertise`,
    [versionId],
  );
  const reviewers = new Map([
    ["clinician", desk.clinician],
    ["laboratory_scientist", desk.scientist],
    ["medical_editor", desk.medicalEditor],
    ["editor", desk.second],
  ]);
  for (const { expertise, id } of rows) {
    const reviewer = reviewers.get(expertise);
    if (!reviewer) throw new Error(`nobody reviews as ${expertise}`);
    await declare(desk, reviewer, pageId);
    await decide(
      desk,
      reviewer,
      { versionId, roundId: id, expertise },
      "approve",
    );
  }
}

/** Asks a reviewer, who accepts and signs. */
export async function decide(
  { database, editor }: TestDesk,
  reviewer: Signed,
  seat: { versionId: string; roundId: string; expertise: string },
  verdict: "approve" | "request_changes",
): Promise<void> {
  const { rows } = await database.app.query<{ id: string; sha: string }>(
    `SELECT desk.assign($1, $2, $3, $4, NULL, NULL, NULL) AS id,
            (SELECT content_sha256 FROM desk.version WHERE id = $5) AS sha`,
    [
      editor.sessionId,
      seat.roundId,
      seat.expertise,
      reviewer.id,
      seat.versionId,
    ],
  );
  const { id, sha } = rows[0] ?? { id: "", sha: "" };
  await database.app.query("SELECT desk.accept_assignment($1, $2)", [
    reviewer.sessionId,
    id,
  ]);
  await database.auth.query(
    `INSERT INTO desk.signing_grant (id, person_id, session_id, act, content_sha256, method)
     VALUES ($1, $2, $3, 'sign_decision', $4, 'password')`,
    [`grant ${id}`, reviewer.id, reviewer.sessionId, sha],
  );
  await database.app.query(
    `SELECT desk.sign_decision($1, $2, $3, $4, $5, 'I have read it.', $6, desk.today(), NULL,
       (SELECT jsonb_object_agg(id, 'yes') FROM desk.questions_for($7)))`,
    [
      reviewer.sessionId,
      `grant ${id}`,
      id,
      sha,
      verdict,
      verdict === "approve" ? "" : "Not yet.",
      seat.versionId,
    ],
  );
}

/** The yearly declaration and the answer for one page: none. */
export async function declare(
  { database }: TestDesk,
  { sessionId }: Signed,
  pageId: string,
): Promise<void> {
  await database.app.query("SELECT desk.declare_interests($1, true, '')", [
    sessionId,
  ]);
  await database.app.query("SELECT desk.answer_interests($1, $2, 'none', '')", [
    sessionId,
    pageId,
  ]);
}

import { randomUUID } from "node:crypto";
import { acceptAssignment } from "~/commands/accept-assignment.server";
import { answerInterests } from "~/commands/answer-interests.server";
import { assign } from "~/commands/assign.server";
import { createPage } from "~/commands/create-page.server";
import { publish } from "~/commands/publish.server";
import { signDecision } from "~/commands/sign-decision.server";
import { submitForReview } from "~/commands/submit-for-review.server";
import { canonicalContent } from "~/content/canonical";
import type { Block, PageContent } from "~/content/page-content";
import { runAct } from "~/data/act.server";
import { recordGrant, type SigningAct } from "~/data/credentials.server";
import { findDraft } from "~/data/drafts.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { Expertise, FormAnswer, Role, Verdict } from "~/domain/words";
import { hashToken, makeToken } from "~/lib/token.server";
import type { TestDatabase } from "../support/database";

export type Someone = { id: string; name: string; sessionId: string };

/** The value of an act that has to go through; says which refusal it met. */
export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(
    `refused: ${outcome.because} ${JSON.stringify(outcome.detail)}`,
  );
}

/** The refusal of an act that must not go through; "done" when it did. */
export function refusalOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? "done" : outcome.because;
}

/** Signs somebody up and in, with a declaration of interests for the year. */
export async function join(
  database: TestDatabase,
  name: string,
  roles: Role[],
  expertise: Expertise[] = [],
): Promise<Someone> {
  const { rows } = await database.owner.query<{ id: string }>(
    "SELECT desk.insert_person($1, $2, 'Dr', 'MBBS', '', NULL, $3, $4, NULL, 'test') AS id",
    [`${randomUUID()}@example.org`, name, roles, expertise],
  );
  const id = rows[0]?.id ?? "";
  const sessionId = hashToken(makeToken());
  await database.owner.query(
    "INSERT INTO desk.session (id, user_id, expires_at, absolute_expires_at) VALUES ($1, $2, 'infinity', 'infinity')",
    [sessionId, id],
  );
  await database.owner.query(
    "INSERT INTO desk.interest_declaration (person_id, has_none, statement, valid_until) VALUES ($1, true, '', desk.today() + 365)",
    [id],
  );
  return { id, name, sessionId };
}

/** A grant for one signature, as the password would give it. */
export async function grantFor(
  { id, sessionId }: Someone,
  act: SigningAct,
  contentSha256: string,
): Promise<string> {
  const grant = hashToken(makeToken());
  await recordGrant({ id: grant, personId: id, sessionId, act, contentSha256 });
  return grant;
}

export type Submitted = {
  pageId: string;
  versionId: string;
  roundId: string;
  sha: string;
};

/** A gene summary by `author`, answered for by them and in front of its reviewers. */
export async function submitPage(
  database: TestDatabase,
  author: Someone,
  text = "SDHB is a gene on chromosome 1.",
): Promise<Submitted> {
  const pageId = valueOf(
    await createPage(author.sessionId, {
      slug: `page-${randomUUID()}`,
      title: "SDHB",
      kind: "gene_summary",
      audience: "clinicians",
      language: "en-GB",
      jurisdictions: ["GB-ENG"],
      topics: [{ type: "gene", code: "HGNC:10681", label: "SDHB" }],
      ownerId: author.id,
      collectionId: null,
      hasSections: false,
      credits: [
        {
          personId: author.id,
          name: author.name,
          role: "author",
          credentials: "MBBS",
          affiliation: "",
          orcid: null,
          from: null,
          until: null,
        },
      ],
    }),
  );
  valueOf(await answerInterests(author.sessionId, noInterests(pageId)));
  return resubmit(database, author, pageId, text);
}

/** Writes a text into the main draft and submits it for a full review. */
export async function resubmit(
  database: TestDatabase,
  author: Someone,
  pageId: string,
  text: string,
): Promise<Submitted> {
  const draft = await findDraft(pageId, "main");
  if (!draft) throw new Error("the page has no draft");
  const content: PageContent = {
    ...draft.content,
    changeNote: "Written for the tests.",
    aiUse: { ...draft.content.aiUse, level: "none" },
    body: { type: "doc", content: blocksOf(text) },
  };
  const revision = valueOf(
    await runAct<number>(appPool(), "save_draft", [
      ...[author.sessionId, pageId, "main"],
      ...[draft.revision, canonicalContent(content)],
    ]),
  );
  const versionId = valueOf(
    await submitForReview(author.sessionId, {
      pageId,
      line: "main",
      baseRevision: revision,
      kind: "full_review",
      scope: [],
      expertise: null,
      isConfirmed: false,
    }),
  );
  return { pageId, versionId, ...(await roundOf(database, versionId)) };
}

/** The round and the hash of a version. */
async function roundOf(database: TestDatabase, versionId: string) {
  const { rows } = await database.owner.query<{ roundId: string; sha: string }>(
    `SELECT r.id AS "roundId", v.content_sha256 AS sha FROM desk.review_round r
       JOIN desk.version v ON v.id = r.version_id WHERE v.id = $1`,
    [versionId],
  );
  const [row] = rows;
  if (!row) throw new Error("the version has no round");
  return row;
}

/** Asks somebody, who accepts and has no interests in the page. */
export async function ask(
  editor: Someone,
  { roundId, pageId }: Submitted,
  reviewer: Someone,
  expertise: Expertise,
  answersDecisionId: string | null = null,
): Promise<string> {
  const assignmentId = valueOf(
    await assign(editor.sessionId, {
      roundId,
      expertise,
      reviewerId: reviewer.id,
      respondBy: null,
      reviewBy: null,
      answersDecisionId,
    }),
  );
  valueOf(await acceptAssignment(reviewer.sessionId, assignmentId));
  valueOf(await answerInterests(reviewer.sessionId, noInterests(pageId)));
  return assignmentId;
}

/** Signs a verdict with a grant of its own. */
export async function sign(
  database: TestDatabase,
  reviewer: Someone,
  assignmentId: string,
  sha: string,
  verdict: Verdict = "approve",
  seenDecisionId: string | null = null,
  comment = verdict === "approve" ? "" : "The position is wrong.",
): Promise<Outcome<string>> {
  const { rows } = await database.owner.query<{
    today: string;
    answers: Record<string, FormAnswer>;
  }>(
    `SELECT desk.today()::text AS today, (SELECT jsonb_object_agg(q.id, 'yes') FROM desk.assignment a
        JOIN desk.review_round r ON r.id = a.round_id, desk.questions_for(r.version_id) q WHERE a.id = $1) AS answers`,
    [assignmentId],
  );
  return signDecision(
    reviewer.sessionId,
    await grantFor(reviewer, "sign_decision", sha),
    {
      assignmentId,
      contentSha256: sha,
      verdict,
      meaning: "I have read this version.",
      comment,
      evidenceCheckedTo: verdict === "approve" ? (rows[0]?.today ?? "") : null,
      nextReviewDue: null,
      seenDecisionId,
      answers: verdict === "approve" ? (rows[0]?.answers ?? null) : null,
    },
  );
}

/** The people of a gene summary: it asks for a laboratory scientist and a medical editor. */
export async function openReviewDesk(database: TestDatabase) {
  return {
    author: await join(database, "Ana Author", ["author"]),
    editor: await join(database, "Eva Editor", ["editor"]),
    secondEditor: await join(database, "Ed Second", ["editor"]),
    scientist: await join(
      database,
      "Lars Lab",
      ["reviewer"],
      ["laboratory_scientist"],
    ),
    otherScientist: await join(
      database,
      "Lena Lab",
      ["reviewer"],
      ["laboratory_scientist"],
    ),
    medicalEditor: await join(
      database,
      "Mia Medical",
      ["reviewer"],
      ["medical_editor"],
    ),
  };
}

export type ReviewDesk = Awaited<ReturnType<typeof openReviewDesk>>;

/** A page that both reviewers approved, with their decisions. */
export async function approvePage(
  database: TestDatabase,
  desk: ReviewDesk,
  text?: string,
) {
  const page = await submitPage(database, desk.author, text);
  const asked = {
    scientist: await ask(
      desk.editor,
      page,
      desk.scientist,
      "laboratory_scientist",
    ),
    medicalEditor: await ask(
      desk.editor,
      page,
      desk.medicalEditor,
      "medical_editor",
    ),
  };
  const decisionId = valueOf(
    await sign(database, desk.scientist, asked.scientist, page.sha),
  );
  valueOf(
    await sign(database, desk.medicalEditor, asked.medicalEditor, page.sha),
  );
  return { ...page, ...asked, decisionId };
}

/** A page that is live. */
export async function publishPage(database: TestDatabase, desk: ReviewDesk) {
  const page = await approvePage(database, desk);
  const publicationId = valueOf(
    await publish(desk.editor.sessionId, page.versionId),
  );
  return { ...page, publicationId };
}

function blocksOf(text: string): Block[] {
  return [
    {
      type: "heading",
      attrs: { id: "aaaaaaaaaa", level: 2 },
      content: [{ type: "text", text: "The gene" }],
    },
    {
      type: "paragraph",
      attrs: { id: "bbbbbbbbbb" },
      content: [{ type: "text", text }],
    },
  ];
}

function noInterests(pageId: string) {
  return { pageId, level: "none", details: "" } as const;
}

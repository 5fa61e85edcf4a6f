import { z } from "zod";
import { outsideAnswer } from "~/commands/outside-answer.server";
import { outsideConfirmClaims } from "~/commands/outside-confirm-claims.server";
import { outsideInterests } from "~/commands/outside-interests.server";
import { outsideKeyAgain } from "~/commands/outside-key-again.server";
import { outsideReaffirm } from "~/commands/outside-reaffirm.server";
import { outsideRequestCode } from "~/commands/outside-request-code.server";
import { outsideRevoke } from "~/commands/outside-revoke.server";
import { outsideSign } from "~/commands/outside-sign.server";
import {
  findOutsideSigning,
  type OutsideSigning,
} from "~/data/outside-signing.server";
import { listSections } from "~/data/section-standing.server";
import type { RefusalCode } from "~/domain/refusals";
import { interestKinds, interestLevels } from "~/domain/words";
import { optionalLine, optionalText, parseForm } from "~/lib/parse-form";
import { done, type Performed, wrong } from "~/lib/performed";
import { approvalMeaning, verdictMeanings } from "~/wording/labels";
import { refusals } from "~/wording/refusals";
import { refusedForm, refusedSignature } from "~/wording/refused-form";
import {
  codeForm,
  outsideDecisionForm,
  outsideReaffirmForm,
  outsideRevocationForm,
  ownCodeForm,
} from "../desk.reviews.$assignmentId._index/forms";
import { isOfParts } from "../desk.reviews.$assignmentId._index/load-review.server";
import { readApproval } from "../desk.reviews.$assignmentId._index/read-approval.server";

/** Who signs from outside: their session, and whom it is of. */
export type OutsideSigner = { sessionId: string; personId: string };

const interests = z
  .object({
    level: z.enum(interestLevels, {
      error: "Choose what holds for you and this page.",
    }),
    entity: optionalLine(200),
    kind: z
      .enum(["", ...interestKinds])
      .default("")
      .transform((kind) => (kind === "" ? null : kind)),
    since: optionalLine(7),
    details: optionalText(2000),
  })
  .superRefine(({ level, entity, kind, since, details }, context) => {
    if (level === "none") return;
    const needed: [string, boolean, string][] = [
      ["entity", entity !== "", "Name the company or body."],
      ["kind", kind !== null, "Choose what ties you to it."],
      [
        "since",
        /^\d{4}-(0[1-9]|1[0-2])$/.test(since),
        "Give the month since when, such as 2025-03.",
      ],
      ["details", details !== "", "Say what the interest is."],
    ];
    for (const [name, isThere, message] of needed)
      if (!isThere) context.addIssue({ code: "custom", path: [name], message });
  });

/** The acts of an outside expert who is asked for a signature. */
export async function performSigning(
  signer: OutsideSigner,
  form: FormData,
): Promise<Performed> {
  const intent = String(form.get("intent"));
  if (intent === "outside_interests") return answerInterests(signer, form);
  if (intent === "outside_code") return requestCode(signer, form);
  if (intent === "outside_sign") return sign(signer, form);
  if (intent === "outside_own_code") return requestOwnCode(signer, form);
  if (intent === "outside_reaffirm") return reaffirm(signer, form);
  if (intent === "outside_revoke") return revoke(signer, form);
  const accepts = intent === "outside_accept";
  const outcome = await outsideAnswer(signer.sessionId, accepts);
  if (outcome.ok) return done(accepts ? "accepted" : "declined");
  const { status, errors } = refusedForm(outcome, {}, "");
  return wrong(intent, status, errors, {});
}

async function answerInterests(
  { sessionId }: OutsideSigner,
  form: FormData,
): Promise<Performed> {
  const read = parseForm(interests, form);
  if (!read.ok) return wrong("outside_interests", 422, read.errors, read.typed);
  const outcome = await outsideInterests(sessionId, read.values);
  if (outcome.ok) return done("interests_kept");
  const fields = {
    interests_found: "level",
    interests_refused: "level",
    entries_invalid: "since",
  } as const;
  const { status, errors } = refusedForm(outcome, fields, "details");
  return wrong("outside_interests", status, errors, read.typed);
}

/** Has a code mailed; the form comes back as it was typed. */
async function requestCode(
  { sessionId }: OutsideSigner,
  form: FormData,
): Promise<Performed> {
  const read = parseForm(codeForm, form);
  if (!read.ok) return wrong("outside_code", 422, read.errors, read.typed);
  const { sha, verdict } = read.values;
  const outcome = await outsideRequestCode(sessionId, sha, verdict);
  if (outcome.ok) return wrong("outside_code", 200, [], read.typed);
  const { status, errors } = refusedForm(outcome, {}, "verdict");
  return wrong("outside_code", status, errors, read.typed);
}

/** The same for what is done about one's own approval. */
async function requestOwnCode(
  { sessionId }: OutsideSigner,
  form: FormData,
): Promise<Performed> {
  const read = parseForm(ownCodeForm, form);
  if (!read.ok) return wrong("outside_own_code", 422, read.errors, read.typed);
  const { sha, act } = read.values;
  const outcome = await outsideRequestCode(
    ...([sessionId, sha, act === "revoke" ? "revoke_approval" : act] as const),
  );
  if (outcome.ok) return wrong("outside_own_code", 200, [], read.typed);
  const { status, errors } = refusedForm(outcome, {}, "code");
  return wrong("outside_own_code", status, errors, read.typed);
}

const codeFields: Partial<Record<RefusalCode, string>> = {
  wrong_code: "code",
  code_expired: "code",
  code_spent: "code",
  code_missing: "code",
};

async function reaffirm(
  { sessionId, personId }: OutsideSigner,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(outsideReaffirmForm, sent);
  if (!form.ok) return wrong("outside_reaffirm", 422, form.errors, form.typed);
  const { sha, code } = form.values;
  const signing = await findOutsideSigning(sessionId, personId);
  const outcome = await outsideReaffirm(
    ...([
      sessionId,
      { id: signing?.codeId ?? null, typed: code },
      sha,
    ] as const),
  );
  if (outcome.ok) return done("reaffirmed");
  const { status, errors } = refusedForm(outcome, codeFields, "code");
  return wrong("outside_reaffirm", status, errors, form.typed);
}

async function revoke(
  { sessionId, personId }: OutsideSigner,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(outsideRevocationForm, sent);
  if (!form.ok) return wrong("outside_revoke", 422, form.errors, form.typed);
  const { sha, code, kind, reason } = form.values;
  const signing = await findOutsideSigning(sessionId, personId);
  const outcome = await outsideRevoke(
    ...([sessionId, { id: signing?.codeId ?? null, typed: code }] as const),
    { contentSha256: sha, kind, reason },
  );
  if (outcome.ok || outcome.because === "already_decided")
    return done("revoked");
  const { status, errors } = refusedForm(outcome, codeFields, "reason");
  return wrong("outside_revoke", status, errors, form.typed);
}

const decisionFields: Partial<Record<RefusalCode, string>> = {
  reason_missing: "comment",
  answer_unexplained: "comment",
  evidence_day_missing: "evidenceCheckedTo",
  day_out_of_range: "nextReviewDue",
  ...codeFields,
};

async function sign(
  { sessionId, personId }: OutsideSigner,
  sent: FormData,
): Promise<Performed> {
  const signing = await findOutsideSigning(sessionId, personId);
  const form = parseForm(outsideDecisionForm, sent);
  if (!signing)
    return wrong(
      ...(["outside_sign", 409] as const),
      [{ name: "", sentence: refusals.link_revoked.sentence }],
      form.typed,
    );
  const { review } = signing;
  const asked =
    sent.get("verdict") === "approve"
      ? await readApproval(actsOf(sessionId, signing), review, sent)
      : { errors: [], answers: null };
  if (!form.ok || asked.errors.length > 0) {
    const errors = [...asked.errors, ...(form.ok ? [] : form.errors)];
    return wrong("outside_sign", 422, errors, form.typed);
  }
  const { sha, seen, verdict, filledDue, code, ...rest } = form.values;
  const signed = await outsideSign(
    sessionId,
    { id: signing.codeId, typed: code },
    {
      ...rest,
      nextReviewDue:
        rest.nextReviewDue === filledDue ? null : rest.nextReviewDue,
      assignmentId: review.id,
      contentSha256: sha,
      verdict,
      meaning:
        verdict === "approve"
          ? approvalMeaning(
              isOfParts(review, await listSections(review.versionId)),
            )
          : verdictMeanings[verdict],
      seenDecisionId: seen,
      answers: asked.answers,
    },
  );
  if (signed.ok || signed.because === "already_decided") return done("signed");
  const { status, errors } = refusedSignature(signed, decisionFields);
  return wrong("outside_sign", status, errors, form.typed);
}

function actsOf(sessionId: string, { review }: OutsideSigning) {
  const { contentSha256 } = review;
  return {
    keyAgain: (typed: Record<string, string>) =>
      outsideKeyAgain(sessionId, contentSha256, typed),
    confirmClaims: (day: string, sources: Record<string, string>) =>
      outsideConfirmClaims(sessionId, { contentSha256, day, sources }),
  };
}

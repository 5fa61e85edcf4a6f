/**
 * The words of the product, one name for each thing. The same names stand in
 * the database, the routes, the mails and the command line.
 */

export const roles = [
  "author",
  "reviewer",
  "editor",
  "clinical_lead",
  "admin",
] as const;
export type Role = (typeof roles)[number];

/** What a reviewer is asked for. */
export const expertises = [
  "clinician",
  "laboratory_scientist",
  "pharmacist",
  "genetic_counsellor",
  "medical_editor",
  "lived_experience",
] as const;
export type Expertise = (typeof expertises)[number];

/** What a round can ask for: an expertise, an editor, or a second person. */
export type Need = Expertise | "editor" | "colleague";

export const pageKinds = [
  "clinician_page",
  "gene_summary",
  "patient_explainer",
  "patient_qa",
  "glossary",
] as const;
export type PageKind = (typeof pageKinds)[number];

export const audiences = ["clinicians", "patients", "public"] as const;
export type Audience = (typeof audiences)[number];

export const roundKinds = [
  "full_review",
  "update",
  "safety_correction",
  "copy_fix",
] as const;
export type RoundKind = (typeof roundKinds)[number];

/** Where the newest work on a page stands. Worked out, never stored. */
export const deskStates = [
  "none",
  "draft",
  "in_review",
  "changes_requested",
  "approved",
  "scheduled",
] as const;
export type DeskState = (typeof deskStates)[number];

/** What readers get. Worked out from facts and today's day, never stored. */
export const publicStates = [
  "none",
  "elsewhere",
  "live",
  "due_soon",
  "overdue",
  "withheld",
  "withdrawn",
  "archived",
] as const;
export type PublicState = (typeof publicStates)[number];

export const aiLevels = [
  "none",
  "language",
  "draft_assist",
  "generated",
  "unknown",
] as const;
export type AiLevel = (typeof aiLevels)[number];

export const withdrawalTypes = [
  "unsafe",
  "error",
  "out_of_date",
  "replaced",
  "merged",
  "legal",
] as const;
export type WithdrawalType = (typeof withdrawalTypes)[number];

/** Notices are fixed sentences by type; readers never see typed clinical words. */
export const noticeTypes = [
  "under_correction",
  "evidence_changed",
  "funding_changed",
  "safety_notice",
  "name_removed",
] as const;
export type NoticeType = (typeof noticeTypes)[number];

export const assignmentStates = [
  "invited",
  "accepted",
  "declined",
  "lapsed",
  "done",
  "dismissed",
] as const;
export type AssignmentState = (typeof assignmentStates)[number];

export const verdicts = ["approve", "request_changes"] as const;
export type Verdict = (typeof verdicts)[number];

/** What an outside expert confirms with a mailed code, each with one of its own. */
export type OutsideAct = Verdict | "reaffirm" | "revoke_approval";

/** Answers to a question of the short form that goes with an approval. */
export const formAnswers = ["yes", "no", "not_my_field"] as const;
export type FormAnswer = (typeof formAnswers)[number];

export const revocationKinds = [
  "unsafe",
  "no_longer_stand_behind",
  "remove_my_name",
] as const;
export type RevocationKind = (typeof revocationKinds)[number];

/** An answer about interests for one page; product.md section 4. */
export const interestLevels = ["none", "institutional", "personal"] as const;
export type InterestLevel = (typeof interestLevels)[number];

/** What ties a person to an entity, in the terms of the ICMJE disclosure form. */
export const interestKinds = [
  "employment",
  "consultancy",
  "honoraria",
  "grant",
  "shares",
  "patent",
  "unpaid_role",
  "other",
] as const;
export type InterestKind = (typeof interestKinds)[number];

/** Whose an interest is: the person's own, or their institution's. */
export const interestScopes = ["personal", "institutional"] as const;
export type InterestScope = (typeof interestScopes)[number];

/** How a person's interests in one page stand, as the gate works it out. */
export const interestStandings = [
  "none",
  "institutional_accepted",
  "institutional_open",
  "institutional_refused",
  "personal",
  "undeclared",
  "declaration_expired",
  "unanswered",
] as const;
export type InterestStanding = (typeof interestStandings)[number];

/** What an outside expert would do with the version that they read. */
export const outsideAdvices = [
  "publish",
  "publish_after_changes",
  "do_not_publish",
] as const;
export type OutsideAdvice = (typeof outsideAdvices)[number];

export const severities = ["blocks", "warns", "hints"] as const;
export type Severity = (typeof severities)[number];

export const commentKinds = [
  "question",
  "must_fix",
  "consider",
  "praise",
] as const;
export type CommentKind = (typeof commentKinds)[number];

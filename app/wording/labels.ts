import type {
  AiLevel,
  AssignmentState,
  Audience,
  CommentKind,
  Expertise,
  FormAnswer,
  InterestKind,
  InterestLevel,
  InterestScope,
  OutsideAdvice,
  PageKind,
  RevocationKind,
  Role,
  RoundKind,
  Severity,
  Verdict,
  WithdrawalType,
} from "~/domain/words";

export const roleLabels = {
  author: "Author",
  reviewer: "Reviewer",
  editor: "Editor",
  clinical_lead: "Clinical lead",
  admin: "Admin",
} as const satisfies Record<Role, string>;

export const expertiseLabels = {
  clinician: "Clinician",
  laboratory_scientist: "Laboratory scientist",
  pharmacist: "Pharmacist",
  genetic_counsellor: "Genetic counsellor",
  medical_editor: "Medical editor",
  lived_experience: "Lived experience",
} as const satisfies Record<Expertise, string>;

const needLabels: Record<string, string> = {
  ...expertiseLabels,
  editor: "Editor",
  colleague: "A second person",
};

/** What a round asks for: an expertise, an editor, or a second person. */
export function needLabel(expertise: string): string {
  return needLabels[expertise] ?? expertise.replaceAll("_", " ");
}

export const pageKindLabels = {
  clinician_page: "Clinician page",
  gene_summary: "Gene summary",
  patient_explainer: "Patient explainer",
  patient_qa: "Patient Q&A",
  glossary: "Glossary entry",
} as const satisfies Record<PageKind, string>;

export const audienceLabels = {
  clinicians: "For clinicians",
  patients: "For patients and families",
  public: "For everyone",
} as const satisfies Record<Audience, string>;

export const roundKindLabels = {
  full_review: "Full review",
  update: "Update",
  safety_correction: "Safety correction",
  copy_fix: "Copy fix",
} as const satisfies Record<RoundKind, string>;

/** What each kind of review covers, for the person who is choosing one. */
export const roundKindMeanings = {
  full_review:
    "The whole page, changed or not. The only kind that moves the review date.",
  update:
    "Some parts of the page; the rest stays as it is. The review date does not move.",
  safety_correction:
    "An urgent change to some parts of the live page, signed by one reviewer and one editor. A full review follows within 30 days.",
  copy_fix:
    "Spelling and the like, with nothing clinical in it. One other person confirms.",
} as const satisfies Record<RoundKind, string>;

export const assignmentStateLabels = {
  invited: "Invited",
  accepted: "Reviewing",
  declined: "Declined",
  lapsed: "No answer",
  done: "Decided",
  dismissed: "Dismissed",
} as const satisfies Record<AssignmentState, string>;

export const verdictLabels = {
  approve: "Approved",
  request_changes: "Requested changes",
} as const satisfies Record<Verdict, string>;

export const formAnswerLabels = {
  yes: "Yes",
  no: "No",
  not_my_field: "Not my field",
} as const satisfies Record<FormAnswer, string>;

/** What a signature means, in the words that the signer sees and readers get. */
export const verdictMeanings = {
  approve:
    "I have read this version in full within my expertise and approve it for publication.",
  request_changes:
    "I have read this version within my expertise, and it must change before it is published.",
} as const satisfies Record<Verdict, string>;

/**
 * What an approval means, in the words that the signer sees and readers get: of
 * a whole version, or of the parts that a round asked this reviewer to read
 * (product.md, section 3: kinds of review).
 */
export function approvalMeaning(isOfParts: boolean): string {
  return isOfParts
    ? "I have read the parts of this version that I was asked to review, within my expertise, and approve them for publication."
    : verdictMeanings.approve;
}

export const withdrawalLabels = {
  unsafe: "Unsafe to use",
  error: "Holds an error",
  out_of_date: "Out of date",
  replaced: "Replaced by another page",
  merged: "Merged into another page",
  legal: "For legal reasons",
} as const satisfies Record<WithdrawalType, string>;

export const revocationLabels = {
  unsafe: "The text is unsafe",
  no_longer_stand_behind: "I no longer stand behind it",
  remove_my_name: "Remove my name",
} as const satisfies Record<RevocationKind, string>;

/** What follows from each way of revoking, said before anybody presses. */
export const revocationConsequences = {
  unsafe: "The page is hidden at once and the editors are told.",
  no_longer_stand_behind:
    "A notice goes up now. After 14 days the page is hidden unless its other approvals are enough.",
  remove_my_name:
    "Your name is taken down and a notice goes up. After 14 days the page is hidden unless its other approvals are enough.",
} as const satisfies Record<RevocationKind, string>;

export const interestLabels = {
  none: "No interests",
  institutional: "Institutional funding or an unpaid role",
  personal: "Personal payment, shares or a patent",
} as const satisfies Record<InterestLevel, string>;

export const interestKindLabels = {
  employment: "Employment",
  consultancy: "Consultancy or advisory board",
  honoraria: "Honoraria, travel or hospitality",
  grant: "Grant or research funding",
  shares: "Shares or options",
  patent: "Patent or royalties",
  unpaid_role: "Unpaid role",
  other: "Something else",
} as const satisfies Record<InterestKind, string>;

export const interestScopeLabels = {
  personal: "Paid to me, or mine",
  institutional: "Paid to my institution",
} as const satisfies Record<InterestScope, string>;

export const outsideAdviceLabels = {
  publish: "Publish as it is",
  publish_after_changes: "Publish after changes",
  do_not_publish: "Do not publish",
} as const satisfies Record<OutsideAdvice, string>;

export const aiLevelLabels = {
  none: "No AI used",
  language: "AI helped with language only",
  draft_assist: "AI helped to draft parts",
  generated: "AI wrote the first draft",
  unknown: "Not known (nothing can be published)",
} as const satisfies Record<AiLevel, string>;

export const severityLabels = {
  blocks: "Blocks",
  warns: "Warning",
  hints: "Hint",
} as const satisfies Record<Severity, string>;

export const commentKindLabels = {
  question: "Question",
  must_fix: "Must fix",
  consider: "Consider",
  praise: "Praise",
} as const satisfies Record<CommentKind, string>;

import type {
  DeskState,
  PageKind,
  PublicState,
  RoundKind,
  WithdrawalType,
} from "~/domain/words";

/** A page as it stands today: one row of `desk.page_overview`. */
export type PageFacts = {
  id: string;
  slug: string;
  kind: PageKind;
  language: string;
  title: string;
  /** Symbols among the topics, for italics in the title. */
  genes: string[];
  ownerId: string | null;
  ownerName: string | null;
  isOwnerActive: boolean | null;
  collectionId: string | null;
  collectionName: string | null;
  createdAt: Date;
  archivedAt: Date | null;
  draftId: string | null;
  draftRevision: number | null;
  draftUpdatedAt: Date | null;
  newestVersionId: string | null;
  newestNumber: number | null;
  submittedAt: Date | null;
  roundId: string | null;
  roundKind: RoundKind | null;
  deskState: DeskState;
  publicState: PublicState;
  publicationId: string | null;
  publicVersionId: string | null;
  lastReviewedOn: string | null;
  evidenceCheckedTo: string | null;
  nextReviewDue: string | null;
  graceEndsOn: string | null;
  daysOverdue: number | null;
  publishedOn: string | null;
  withdrawalType: WithdrawalType | null;
  withdrawnOn: string | null;
  correctionDraftId: string | null;
  correctionVersionId: string | null;
  correctionState: DeskState | null;
};

/** The columns of `PageFacts` from `desk.page_overview o`. */
export const pageColumns = `
  o.page_id AS id, o.slug, o.kind, o.language, o.title, o.genes,
  o.owner_id AS "ownerId", o.owner_name AS "ownerName", o.is_owner_active AS "isOwnerActive",
  o.collection_id AS "collectionId", o.collection_name AS "collectionName",
  o.created_at AS "createdAt", o.archived_at AS "archivedAt",
  o.draft_id AS "draftId", o.draft_revision AS "draftRevision", o.draft_updated_at AS "draftUpdatedAt",
  o.newest_version_id AS "newestVersionId", o.newest_number AS "newestNumber",
  o.submitted_at AS "submittedAt", o.round_id AS "roundId", o.round_kind AS "roundKind",
  o.desk_state AS "deskState", o.public_state AS "publicState",
  o.publication_id AS "publicationId", o.public_version_id AS "publicVersionId",
  o.last_reviewed_on AS "lastReviewedOn", o.evidence_checked_to AS "evidenceCheckedTo",
  o.next_review_due AS "nextReviewDue", o.grace_ends_on AS "graceEndsOn",
  o.days_overdue AS "daysOverdue", o.published_on AS "publishedOn",
  o.withdrawal_type AS "withdrawalType", o.withdrawn_on AS "withdrawnOn",
  o.correction_draft_id AS "correctionDraftId", o.correction_version_id AS "correctionVersionId",
  o.correction_state AS "correctionState"`;

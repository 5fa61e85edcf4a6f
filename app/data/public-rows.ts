import type { Block } from "~/content/page-content";
import type {
  Audience,
  Expertise,
  InterestLevel,
  InterestStanding,
  NoticeType,
  PageKind,
  RoundKind,
  WithdrawalType,
} from "~/domain/words";

/**
 * What readers see, read as the database's public role: it knows the public
 * views and nothing else, so that a draft cannot leak even by mistake. Days
 * are 'YYYY-MM-DD'; `content` is canonical JSON, null when there is no text to
 * show.
 */
export type PublicPage = {
  slug: string;
  title: string;
  kind: PageKind;
  audience: Audience;
  language: string;
  jurisdictions: string[];
  topics: { type: string; code: string | null; label: string }[];
  state:
    "live" | "due_soon" | "overdue" | "withheld" | "withdrawn" | "archived";
  withheldBecause: "past_grace" | "approval_revoked" | "set_fell" | null;
  content: string | null;
  contentSha256: string;
  versionNumber: number;
  roundKind: RoundKind;
  lastReviewedOn: string;
  evidenceCheckedTo: string;
  nextReviewDue: string;
  graceEndsOn: string;
  daysOverdue: number | null;
  publishedOn: string;
  withdrawnOn: string | null;
  withdrawalType: WithdrawalType | null;
  withdrawalReason: string | null;
  withheldBlocks: string[];
  today: string;
};

/** A page as lists and searches have it. */
export type PublicListRow = Pick<
  PublicPage,
  | "slug"
  | "title"
  | "kind"
  | "audience"
  | "topics"
  | "state"
  | "lastReviewedOn"
  | "nextReviewDue"
>;

/** A page as programs list it, to see which copies of theirs are old. */
export type PublishedRow = PublicListRow &
  Pick<
    PublicPage,
    "language" | "publishedOn" | "versionNumber" | "contentSha256"
  > & { isOverdue: boolean };

export type PublicVersion = {
  number: number;
  title: string;
  contentSha256: string;
  roundKind: RoundKind;
  lastReviewedOn: string;
  nextReviewDue: string;
  publishedOn: string;
  endedOn: string | null;
  endedBecause: "replaced" | "withdrawn" | "archived" | null;
  pageState: PublicPage["state"];
  isCurrent: boolean;
  content: string | null;
  changeNote: string | null;
  correctionReason: string | null;
};

export type PublicReviewer = {
  name: string;
  credentials: string;
  affiliation: string;
  orcid: string | null;
  expertise: Expertise | "editor" | "colleague";
  roundKind: RoundKind;
  versionNumber: number;
  meaning: string;
  signedOn: string;
  evidenceCheckedTo: string;
  interests: InterestLevel | null;
  interestsDetails: string | null;
  interestsReason: string | null;
};

/** How the interests of a signer or an author stood when the page went out. */
export type PublicInterest = {
  capacity: "author" | "reviewer";
  versionNumber: number;
  name: string;
  /** Of authors, as credits name them. */
  personId: string | null;
  standing: InterestStanding;
  details: string;
  reason: string | null;
};

export type PublicNotice = { type: NoticeType; putUpOn: string };

export type PublicCorrection = {
  number: number;
  publishedOn: string;
  reason: string;
  blockId: string;
  before: Block | null;
  after: Block | null;
};

export type PublicReviewDate = {
  slug: string;
  title: string;
  gene: string | null;
  lastReviewed: string;
  nextDue: string;
  overdue: boolean;
  state: PublicPage["state"];
};

/** One thing that happened to a page in public, once; `id` outlives a new address. */
export type PublicEvent = {
  id: string;
  what: "published" | "updated" | "reinstated" | "withdrawn";
  at: Date;
  onDay: string;
  slug: string;
  title: string;
  kind: PageKind;
  versionNumber: number;
  roundKind: RoundKind;
  lastReviewedOn: string;
  nextReviewDue: string;
  withdrawalType: WithdrawalType | null;
};

export type PublicDesk = {
  deskName: string;
  timeZone: string;
  mode: "live" | "demo" | "test";
  today: string;
  isClockMoved: boolean;
};

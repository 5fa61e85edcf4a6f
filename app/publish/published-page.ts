import type { PublicNoticeFacts } from "~/wording/public-notices";
import { publicNotices } from "~/wording/public-notices";
import {
  authorInterests,
  type KeptInterest,
  signerInterests,
  type SignerInterests,
} from "~/wording/public-interests";
import { statusLine } from "~/wording/public-page";
import type { Audience, NoticeType, PageKind, RoundKind } from "~/domain/words";
import { correctionText } from "./correction-text";
import { genesOf } from "./listed-page";
import { readerText } from "./reader-text";

type Page = PublicNoticeFacts & {
  slug: string;
  title: string;
  kind: PageKind;
  audience: Audience;
  language: string;
  jurisdictions: string[];
  topics: { type: string; code: string | null; label: string }[];
  content: string | null;
  contentSha256: string;
  versionNumber: number;
  evidenceCheckedTo: string;
  graceEndsOn: string;
  daysOverdue: number | null;
  withheldBlocks: string[];
  today: string;
};

type Signer = SignerInterests & {
  name: string;
  credentials: string;
  affiliation: string;
  orcid: string | null;
  expertise: string;
  roundKind: RoundKind;
  versionNumber: number;
  meaning: string;
  signedOn: string;
  evidenceCheckedTo: string;
};

type About = {
  signers: readonly Signer[];
  interests: readonly KeptInterest[];
  notices: readonly { type: NoticeType; putUpOn: string }[];
  corrections: readonly Parameters<typeof correctionText>[0][];
  /** The sections that changed since the full review, by name. */
  updated: readonly string[];
  /** Where readers have the page. */
  url: string;
};

/** A page as readers have it today, for programs: nothing that its own screen does not show. */
export function publishedPage<Known extends Page>(page: Known, about: About) {
  const { signers, interests, notices, corrections, updated, url } = about;
  const text = page.content === null ? null : readerText(page.content);
  return {
    slug: page.slug,
    url,
    title: page.title,
    kind: page.kind,
    audience: page.audience,
    language: page.language,
    jurisdictions: page.jurisdictions,
    topics: page.topics,
    genes: genesOf(page.topics),
    state: page.state as Known["state"],
    overdue: page.daysOverdue !== null,
    daysOverdue: page.daysOverdue,
    lastReviewed: page.lastReviewedOn,
    evidenceCheckedTo: page.evidenceCheckedTo,
    nextDue: page.nextReviewDue,
    shownUntil: page.graceEndsOn,
    publishedOn: page.publishedOn,
    today: page.today,
    statusLine: statusLine(page),
    notices: publicNotices(page, notices, updated).map(
      ({ nextSteps, ...notice }) => ({ ...notice, nextSteps: [...nextSteps] }),
    ),
    withheldBecause: page.withheldBecause as Known["withheldBecause"],
    withdrawn:
      page.withdrawnOn === null
        ? null
        : {
            on: page.withdrawnOn,
            type: page.withdrawalType,
            reason: page.withdrawalReason,
          },
    version: page.versionNumber,
    roundKind: page.roundKind,
    contentSha256: page.contentSha256,
    isAsSigned: page.content !== null && page.withheldBlocks.length === 0,
    withheldBlocks: page.withheldBlocks,
    // As it is stored: its keys in the order in which they were hashed.
    content:
      page.content === null
        ? null
        : (JSON.parse(page.content) as Record<string, unknown>),
    html: text && text.html,
    aiSentence: text && text.aiSentence,
    authors: (text?.authors ?? []).map(({ personId, ...author }) => ({
      ...author,
      interests: authorInterests({ personId }, interests),
    })),
    reviewers: signers.map((signer) => ({
      name: signer.name,
      credentials: signer.credentials,
      affiliation: signer.affiliation,
      orcid: signer.orcid,
      expertise: signer.expertise,
      roundKind: signer.roundKind,
      version: signer.versionNumber,
      meaning: signer.meaning,
      signedOn: signer.signedOn,
      evidenceCheckedTo: signer.evidenceCheckedTo,
      interests: signerInterests(signer, interests),
    })),
    corrections: corrections
      .map(correctionText)
      .map(({ key: _, ...correction }) => correction),
  };
}

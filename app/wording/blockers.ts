import type { Blocker, BlockerCode, BlockerDetail } from "~/domain/blockers";
import { dayInWords } from "./days";
import { interestsSentence } from "./interests";
import { needLabel } from "./labels";
import { listInWords } from "./places";

type Wording = {
  /** One sentence that says what stands in the way. */
  sentence: (detail: BlockerDetail) => string;
  /** Who can clear it, as a reader of the list would name them. */
  who: string;
  /** The screen of the page where it is cleared; "" is its overview. */
  screen: "" | "write" | "details" | "review" | "checks" | "publish" | "public";
};

/** Every reason not to publish, in words, with who clears it and where. */
const blockerWording = {
  nothing_submitted: {
    sentence: () => "No version has been submitted for review yet.",
    who: "author, by submitting for review",
    screen: "",
  },
  not_latest: {
    sentence: ({ newest }) =>
      `A newer version of this text has been submitted${newest ? `: version ${String(newest)}` : ""}.`,
    who: "editor, by publishing the newer version",
    screen: "review",
  },
  base_moved: {
    sentence: ({ live }) =>
      live === false
        ? "The page said something else after this version was based on it, or nothing of it is live; the last words must be brought in first."
        : "The live page changed after this version was based on it; the new words must be brought in first.",
    who: "author",
    screen: "",
  },
  round_open: {
    sentence: ({ person, expertise, state }) =>
      person && expertise
        ? `${person} (${needLabel(expertise).toLowerCase()}) ${state === "accepted" ? "has accepted and not decided yet" : "has not answered the request yet"}.`
        : "The review round has not finished.",
    who: "the reviewer, or an editor by dismissing the request",
    screen: "review",
  },
  round_closed: {
    sentence: ({ because }) =>
      because === "published"
        ? "This version has been published already."
        : "The review round of this version was taken back or superseded.",
    who: "author, by submitting again",
    screen: "review",
  },
  approvals_missing: {
    sentence: ({ expertise, lacking }) =>
      expertise
        ? `${lacking && lacking > 1 ? `${String(lacking)} approvals of this exact text are` : "An approval of this exact text is"} missing: ${needLabel(expertise).toLowerCase()}.`
        : "An approval that the review rules ask for is missing.",
    who: "reviewers, or an editor by assigning them",
    screen: "review",
  },
  outsider_missing: {
    sentence: ({ because }) =>
      because === "author_unknown"
        ? "The rules ask for an approver from outside the authors’ institution, and the institution of an author is not known."
        : "The rules ask for an approver from outside the authors’ institution; none of those who approved is known to work elsewhere.",
    who: "author, by giving each author’s institution, or an editor by assigning somebody from outside",
    screen: "review",
  },
  section_unsigned: {
    sentence: ({ expertise, sections }) =>
      `${expertise ? `Nobody has signed for ${needLabel(expertise).toLowerCase()}` : "Nobody has signed"}${sections?.length ? `: ${listInWords(sections)}` : " a section of this text"}.`,
    who: "a reviewer of that expertise, by signing this version again",
    screen: "review",
  },
  own_work: {
    sentence: ({ person }) =>
      `${person ?? "A reviewer"} approved words that were their own.`,
    who: "editor, by assigning another reviewer",
    screen: "review",
  },
  same_person_twice: {
    sentence: ({ person }) =>
      `${person ?? "One person"} would fill two expertises.`,
    who: "editor, by assigning another reviewer",
    screen: "review",
  },
  interests: {
    sentence: interestsSentence,
    who: "the person named, or an editor",
    screen: "review",
  },
  approval_revoked: {
    sentence: ({ person, kind }) =>
      `${person ?? "A reviewer"} revoked their approval of this version${kind === "unsafe" ? " as unsafe" : ""}.`,
    who: "author with a new version, or reviewers with a new decision",
    screen: "review",
  },
  approval_expired: {
    sentence: ({ person }) =>
      `The approval ${person ? `of ${person} ` : ""}is too old; the same text can be reaffirmed.`,
    who: "the reviewer who signed",
    screen: "review",
  },
  changes_requested: {
    sentence: ({ person, expertise }) =>
      `${person ?? "A reviewer"}${expertise ? ` (${needLabel(expertise).toLowerCase()})` : ""} requested changes to this version.`,
    who: "author with a new version, or an adjudicator",
    screen: "review",
  },
  comments_open: {
    sentence: ({ count }) =>
      count && count > 1
        ? `${String(count)} must-fix comments are open.`
        : "A must-fix comment is open.",
    who: "whoever raised it, or two editors",
    screen: "review",
  },
  findings_blocking: {
    sentence: ({ rule, message }) =>
      rule
        ? `The check ${rule} found: ${message ?? "a fault that blocks publication"}`
        : "The editorial checks have not been run on this text in the last 24 hours.",
    who: "author, by correcting the text",
    screen: "checks",
  },
  scope_exceeded: {
    sentence: ({ rule }) =>
      rule
        ? "This copy fix touches a number, a name, a date or a word that changes meaning."
        : "This version changes parts of the page that its review round does not cover.",
    who: "author, or an editor by opening a full review",
    screen: "write",
  },
  overdue: {
    sentence: ({ due, stated }) =>
      `${overdueSince(due, stated)} Only a full review can be published now.`,
    who: "reviewers, with a full review",
    screen: "review",
  },
  due_mismatch: {
    sentence: ({ due }) =>
      `The next review date is not what the rules and the approvals give${due ? `: ${dayInWords(due)}` : ""}.`,
    who: "editor",
    screen: "publish",
  },
  metadata_missing: {
    sentence: ({ missing }) =>
      missing?.length
        ? `The page does not say yet: ${listInWords(missing.map(fieldName))}.`
        : "Facts about the page are missing.",
    who: "author or editor",
    screen: "details",
  },
  owner_inactive: {
    sentence: () =>
      "Nobody answers for this page: it has no owner, or its owner has left the desk.",
    who: "editor, by handing the page over",
    screen: "details",
  },
  withdrawn: {
    sentence: () => "This text was withdrawn.",
    who: "a second editor, by reinstating it",
    screen: "public",
  },
  archived: {
    sentence: () => "The page is archived.",
    who: "nobody: an archived page stays as it was",
    screen: "public",
  },
  set_incomplete: {
    sentence: ({ page, because }) =>
      `This page is published together with ${page ? `“${page}”` : because === "confidential" ? "a confidential page" : "the others of its set"}, which ${setMemberWords[because ?? ""] ?? "is not ready"}.`,
    who: "editor, by publishing the set in one act once all of it is ready",
    screen: "publish",
  },
  scheduled_later: {
    sentence: () => "The page is scheduled for a later time.",
    who: "the clock, or an editor by cancelling the schedule",
    screen: "publish",
  },
  confidential_until: {
    sentence: ({ day }) =>
      `This text is confidential${day ? ` until ${dayInWords(day)}` : ""}.`,
    who: "the clock, or an editor",
    screen: "publish",
  },
  clock_behind: {
    sentence: () =>
      "The desk's clock is more than five minutes behind its own records.",
    who: "admin",
    screen: "",
  },
} as const satisfies Record<BlockerCode, Wording>;

function overdueSince(due?: string, isStated?: boolean): string {
  const day = due ? dayInWords(due) : null;
  if (isStated && day) return `By its source its review was due on ${day}.`;
  return `The review date${day ? `, ${day},` : ""} has passed.`;
}

const setMemberWords: Record<string, string> = {
  in_review: "is in review",
  not_live: "is not live yet",
  withheld: "is withheld from readers",
  withdrawn: "is withdrawn",
  together: "is ready too: publish the set together",
  confidential: "is not ready for readers",
  not_ready: "could not go out at that hour as it stands",
  unscheduled: "is no longer scheduled with it",
};

const fieldNames: Record<string, string> = {
  title: "its title",
  text: "any text",
  owner: "who owns it",
  kind: "the kind of page that it was created as",
  language: "the language that it was created in",
  audience: "whom it is for",
  jurisdiction: "where it applies",
  topic: "what it is about",
  human_author: "which person wrote it",
  ai_use: "how AI was used",
  ai_verifier: "which tool was used, when, and who verified its words",
  change_note: "what changed",
};

/** A missing fact about a page, in words that finish "The page does not say yet …". */
export function fieldName(field: string): string {
  return fieldNames[field] ?? field.replaceAll("_", " ");
}

export type WordedBlocker = {
  code: BlockerCode;
  sentence: string;
  who: string;
  screen: Wording["screen"];
};

/** A blocker ready for a screen, the command line or the API. */
export function wordBlocker(
  blocker: Pick<Blocker, "code" | "detail">,
): WordedBlocker {
  const { sentence, who, screen } = blockerWording[blocker.code];
  return {
    code: blocker.code,
    sentence: sentence(blocker.detail),
    who,
    screen,
  };
}

import type { NeedKind } from "~/domain/needs";
import type { RefusalCode } from "~/domain/refusals";
import type { Role } from "~/domain/words";

/** Whoever asks, with the roles they hold. */
export type Asker = { id: string; roles: readonly Role[] };

/** How one person stands to one page. */
export type PageTies = {
  isOwner: boolean;
  isAuthor: boolean;
  /** The page is confidential and this person was not named for it. */
  isKeptFrom?: boolean;
  /** Versions that this person is, or was, asked to review. */
  reviewsVersionIds: readonly string[];
};

export const pageAccesses = ["write", "read", "review"] as const;
export type PageAccess = (typeof pageAccesses)[number];

/** Editors and clinical leads work on every page. */
export function isEditor({ roles }: Asker): boolean {
  return roles.includes("editor") || roles.includes("clinical_lead");
}

/** Editors, clinical leads and admins see every page of the desk. */
export function seesEveryPage(asker: Asker): boolean {
  return isEditor(asker) || asker.roles.includes("admin");
}

/**
 * What a person may do with a page: owner, authors and editors write it,
 * admins read it, a reviewer sees the versions that they were asked to review.
 * Of a confidential page editors and admins know only once they are named.
 * Null: for anybody else the page is not there.
 */
export function pageAccess(asker: Asker, ties: PageTies): PageAccess | null {
  if (ties.isOwner || ties.isAuthor) return "write";
  if (!ties.isKeptFrom && isEditor(asker)) return "write";
  if (!ties.isKeptFrom && seesEveryPage(asker)) return "read";
  return ties.reviewsVersionIds.length > 0 ? "review" : null;
}

/** A reviewer sees their own versions; everybody else who knows of the page sees all. */
export function mayNotSeeVersion(
  asker: Asker,
  ties: PageTies,
  versionId: string,
): RefusalCode | null {
  const access = pageAccess(asker, ties);
  if (access === null) return "not_found";
  if (access !== "review") return null;
  return ties.reviewsVersionIds.includes(versionId) ? null : "not_found";
}

/** Authors and editors create pages. */
export function mayNotCreatePage(asker: Asker): RefusalCode | null {
  return asker.roles.includes("author") || isEditor(asker)
    ? null
    : "not_an_author";
}

/** The owner hands a page over, or an editor does. */
export function mayNotHandOver(
  asker: Asker,
  ties: PageTies,
): RefusalCode | null {
  return ties.isOwner || isEditor(asker) ? null : "not_your_page";
}

/**
 * An editor puts a matter away for some days; the owner of a page puts away that
 * its review is due or overdue. It leaves their own desk alone; `desk.snooze`
 * holds the same.
 */
export function maySnooze(
  asker: Asker,
  page: { isOwner: boolean },
  need: NeedKind,
): boolean {
  return (
    isEditor(asker) || (page.isOwner && (need === "due" || need === "overdue"))
  );
}

/** An editor decides on an institutional interest, never on their own. */
export function mayNotRuleOnInterests(
  asker: Asker,
  answer: { personId: string },
): RefusalCode | null {
  if (!isEditor(asker)) return "not_an_editor";
  return answer.personId === asker.id ? "own_work" : null;
}

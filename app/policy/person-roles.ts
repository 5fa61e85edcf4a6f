import type { RefusalCode } from "~/domain/refusals";
import type { Role } from "~/domain/words";

/** Whoever acts, as far as these rules look: the roles they hold. */
export type RoleHolder = { roles: readonly Role[] };

/** Whether a person holds at least one of the named roles. */
export function hasAnyRole(
  { roles }: RoleHolder,
  ...wanted: readonly Role[]
): boolean {
  return wanted.some((role) => roles.includes(role));
}

/**
 * Minutes without a request after which a person has to sign in again: 30 for
 * whoever can sign, publish or change who may; 8 hours for authors, whose
 * writing is long and has no legal weight (gate.md, product.md section 10).
 */
export function idleMinutes(roles: readonly Role[]): number {
  const isAuthorOnly =
    roles.length > 0 && roles.every((role) => role === "author");
  return isAuthorOnly ? 8 * 60 : 30;
}

/** The list of people is for those who assign, lead or run the desk. */
export function mayNotListPeople(person: RoleHolder): RefusalCode | null {
  const may = hasAnyRole(person, "editor", "clinical_lead", "admin");
  return may ? null : "not_an_editor";
}

/** An admin invites anybody; an editor invites authors and reviewers only. */
export function mayNotInvite(
  person: RoleHolder,
  invitedRoles: readonly Role[] = [],
): RefusalCode | null {
  if (hasAnyRole(person, "admin")) return null;
  if (!hasAnyRole(person, "editor")) return "not_an_editor";
  const isWithinReach = invitedRoles.every((role) =>
    editorInvites.includes(role),
  );
  return isWithinReach ? null : "not_an_admin";
}

/** The roles that an editor may give in an invitation. */
export const editorInvites: readonly Role[] = ["author", "reviewer"];

/** Roles, expertise, accounts and the settings of the desk are the admin's. */
export function mayNotRunDesk(person: RoleHolder): RefusalCode | null {
  return hasAnyRole(person, "admin") ? null : "not_an_admin";
}

/** The clinical lead is accountable for content, and so for what its reviews ask. */
export function mayNotSetRules(person: RoleHolder): RefusalCode | null {
  return hasAnyRole(person, "clinical_lead") ? null : "not_a_clinical_lead";
}

/** The record of acts is open to those who answer for them. */
export function mayNotReadAudit(person: RoleHolder): RefusalCode | null {
  const may = hasAnyRole(person, "editor", "clinical_lead", "admin");
  return may ? null : "not_an_editor";
}

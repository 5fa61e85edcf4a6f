import type { RefusalCode } from "~/domain/refusals";
import { hasAnyRole, type RoleHolder } from "./person-roles";

/** Editors, leads and admins see every mail of the desk; everybody else their own. */
export function mayReadAllMails(person: RoleHolder): boolean {
  return hasAnyRole(person, "editor", "clinical_lead", "admin");
}

/** Mails that let their bearer in, or sign. */
const keys = new Set([
  "invitation_to_desk",
  "outside_invitation",
  "outside_code",
]);

/**
 * The words of a mail are for whoever may see the mail. Some hold a key, such
 * as the link of an invitation that makes its bearer that person: their words are shown to admins only,
 * and only while the desk has no mail server to send it.
 */
export function mayNotReadWords(
  person: RoleHolder,
  mail: { kind: string; state: string },
): RefusalCode | null {
  if (!keys.has(mail.kind)) return null;
  return hasAnyRole(person, "admin") && mail.state === "kept"
    ? null
    : "not_an_admin";
}

import type { RefusalCode } from "~/domain/refusals";
import { hasAnyRole, type RoleHolder } from "./person-roles";

/** Editors, leads and admins see every mail of the desk; everybody else their own. */
export function mayReadAllMails(person: RoleHolder): boolean {
  return hasAnyRole(person, "editor", "clinical_lead", "admin");
}

/**
 * The words of a mail are for whoever may see the mail. An invitation holds a
 * link that makes its bearer that person: its words are shown to admins only,
 * and only while the desk has no mail server to send it.
 */
export function mayNotReadWords(
  person: RoleHolder,
  mail: { kind: string; state: string },
): RefusalCode | null {
  if (mail.kind !== "invitation_to_desk") return null;
  return hasAnyRole(person, "admin") && mail.state === "kept"
    ? null
    : "not_an_admin";
}

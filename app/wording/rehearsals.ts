import type { Role } from "~/domain/words";

const sentences: Record<Role, string> = {
  author: "Nobody could be given a page to write.",
  reviewer: "Nobody could be asked to review.",
  editor: "Nobody could assign, publish, or hear that a page is overdue.",
  clinical_lead:
    "Nobody could change review rules, and reminders to the clinical lead would reach nobody.",
  admin: "Nobody could run the desk.",
};

/** What follows when nobody holds a role any more. */
export function wordRoleEmptied(role: Role): string {
  return `${sentences[role]} Give somebody this role first.`;
}

import type { Role } from "~/domain/words";

/** What each role lets somebody do, for whoever gives it. */
export const roleMeanings = {
  author: "Writes pages and submits them for review.",
  reviewer: "Is asked to review by name, and signs.",
  editor: "Assigns reviewers, publishes, withdraws, invites.",
  clinical_lead: "Answers for the content; does all that an editor does.",
  admin: "Answers for the system: people, roles, settings.",
} as const satisfies Record<Role, string>;

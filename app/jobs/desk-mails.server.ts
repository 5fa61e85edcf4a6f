import { getExtensionFacts } from "~/data/desk-mail-facts.server";
import { getAssignmentFacts } from "~/data/mail-facts.server";
import { paths } from "~/lib/paths";
import { renderMail } from "~/mail/render.server";
import { here, type Maker, pageOf, shared } from "./mail-parts.server";
import { optionalTextProp, textProp } from "./mail-props";

/** Mails of what an editor does from the desk, and of the desk's own reminders. */
export const deskMails: Record<string, Maker> = {
  async review_reminder(mail, to) {
    const assignmentId = textProp(mail, "assignmentId");
    const { state, ...facts } = await getAssignmentFacts(assignmentId);
    // Whoever answered, was released or whose round closed is left in peace.
    if (!facts.isRoundOpen || (state !== "invited" && state !== "accepted"))
      return null;
    return renderMail("review_reminder", {
      ...shared(to, here(paths.review(assignmentId))),
      ...facts,
      state,
      today: to.today,
      remindedBy: optionalTextProp(mail, "remindedBy"),
      page: await pageOf(mail),
    });
  },
  async review_by_extended(mail, to) {
    const assignmentId = textProp(mail, "assignmentId");
    const { state, ...facts } = await getAssignmentFacts(assignmentId);
    if (!facts.isRoundOpen || (state !== "invited" && state !== "accepted"))
      return null;
    return renderMail("review_by_extended", {
      ...shared(to, here(paths.review(assignmentId))),
      ...facts,
      ...(await getExtensionFacts(textProp(mail, "extensionId"))),
      page: await pageOf(mail),
    });
  },
};

import { getExtensionFacts } from "~/data/desk-mail-facts.server";
import { getAssignmentFacts, getPageFacts } from "~/data/mail-facts.server";
import { findWatchMailFacts } from "~/data/watch-items.server";
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
  async watch_item(mail, to) {
    const itemId = textProp(mail, "itemId");
    const facts = await findWatchMailFacts(itemId, mail.recipientId);
    // Triaged meanwhile, or on pages that are not theirs to know of.
    if (!facts || facts.pageIds.length === 0) return null;
    const { pageIds, ...said } = facts;
    return renderMail("watch_item", {
      ...shared(to, here(paths.watchItem(itemId))),
      ...said,
      pages: await Promise.all(pageIds.slice(0, 50).map(getPageFacts)),
    });
  },
};

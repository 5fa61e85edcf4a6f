import { getExtensionFacts } from "~/data/desk-mail-facts.server";
import { recordOutsideKey } from "~/data/invitation-keys.server";
import { getAssignmentFacts, getPageFacts } from "~/data/mail-facts.server";
import { findSigningLink } from "~/data/outside-mail-facts.server";
import { findWatchMailFacts } from "~/data/watch-items.server";
import { paths } from "~/lib/paths";
import { renderMail } from "~/mail/render.server";
import {
  here,
  keyFor,
  type Maker,
  pageOf,
  type Reader,
  shared,
} from "./mail-parts.server";
import { optionalTextProp, textProp } from "./mail-props";

/** Mails of what an editor does from the desk, and of the desk's own reminders. */
export const deskMails: Record<string, Maker> = {
  async review_reminder(mail, to) {
    const assignmentId = textProp(mail, "assignmentId");
    const { state, ...facts } = await getAssignmentFacts(assignmentId);
    // Whoever answered, was released or whose round closed is left in peace.
    if (!facts.isRoundOpen || (state !== "invited" && state !== "accepted"))
      return null;
    const url = await whereToAnswer(assignmentId, to);
    if (!url) return null;
    return renderMail("review_reminder", {
      ...shared(to, url),
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
    const url = await whereToAnswer(assignmentId, to);
    if (!url) return null;
    return renderMail("review_by_extended", {
      ...shared(to, url),
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
    const { pageIds, via, what, ...said } = facts;
    return renderMail("watch_item", {
      ...shared(to, here(paths.watchItem(itemId))),
      ...said,
      // A reader's words, which nobody has looked at, stay on the desk.
      what: via === "reader" ? null : what,
      pages: await Promise.all(pageIds.slice(0, 50).map(getPageFacts)),
    });
  },
};

/**
 * Where a reviewer answers: at their review, or by a link of their own where
 * they have no account. Null where that link leads nowhere any more.
 */
async function whereToAnswer(
  assignmentId: string,
  to: Reader,
): Promise<string | null> {
  const linkId = await findSigningLink(assignmentId);
  if (!linkId) return to.isOutside ? null : here(paths.review(assignmentId));
  const token = await keyFor(to, (key) => recordOutsideKey(linkId, key));
  return token && here(paths.outside(token));
}

import { getColleagueFacts } from "~/data/colleague-facts.server";
import { getAssignmentFacts } from "~/data/mail-facts.server";
import type { ClaimedMail } from "~/data/outbox.server";
import { recordAssignmentLink } from "~/data/review-requests.server";
import { paths } from "~/lib/paths";
import { hashToken, makeToken } from "~/lib/token.server";
import { renderMail } from "~/mail/render.server";
import {
  here,
  type Maker,
  pageOf,
  screenOf,
  shared,
} from "./mail-parts.server";
import { optionalTextProp, textProp } from "./mail-props";

/** The mails about who is asked to review and what they answer. */
export const assignmentMails: Record<string, Maker> = {
  async review_requested(mail, to) {
    const assignmentId = textProp(mail, "assignmentId");
    const facts = await getAssignmentFacts(assignmentId);
    if (facts.state !== "invited" || !facts.isRoundOpen) return null;
    const page = await pageOf(mail);
    // Made as the mail leaves, so that only its hash is ever stored.
    const token = makeToken();
    if (!(await recordAssignmentLink(assignmentId, hashToken(token))))
      return null;
    return renderMail("review_requested", {
      ...shared(to, here(paths.reviewRequest(token))),
      ...facts,
      page,
    });
  },
  async assignment_accepted(mail, to) {
    const page = await pageOf(mail);
    return renderMail("assignment_accepted", {
      ...shared(to, screenOf(page, "review")),
      ...(await getAssignmentFacts(textProp(mail, "assignmentId"))),
      page,
    });
  },
  async assignment_declined(mail, to) {
    const page = await pageOf(mail);
    return renderMail("assignment_declined", {
      ...shared(to, screenOf(page, "review")),
      ...(await getAssignmentFacts(textProp(mail, "assignmentId"))),
      nextName: await nextNameOf(mail),
      page,
    });
  },
  async assignment_lapsed(mail, to) {
    const page = await pageOf(mail);
    return renderMail("assignment_lapsed", {
      ...shared(to, screenOf(page, "review")),
      ...(await getAssignmentFacts(textProp(mail, "assignmentId"))),
      nextName: await nextNameOf(mail),
      page,
    });
  },
  async colleague_proposed(mail, to) {
    const page = await pageOf(mail);
    const facts = await getColleagueFacts(textProp(mail, "colleagueId"));
    if (facts.isSettled) return null;
    return renderMail("colleague_proposed", {
      ...shared(to, screenOf(page, "review")),
      ...(await getAssignmentFacts(facts.assignmentId)),
      ...facts,
      page,
    });
  },
};

/** Who was asked in somebody's place, where the mail names one. */
async function nextNameOf(mail: ClaimedMail): Promise<string | null> {
  const nextId = optionalTextProp(mail, "nextId");
  return nextId && (await getAssignmentFacts(nextId)).reviewerName;
}

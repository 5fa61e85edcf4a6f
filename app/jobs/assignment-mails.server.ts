import { getColleagueFacts } from "~/data/colleague-facts.server";
import { wasToldOfRequest } from "~/data/ended-requests.server";
import {
  getAssignmentFacts,
  getRecipientFacts,
} from "~/data/mail-facts.server";
import type { ClaimedMail } from "~/data/outbox.server";
import { recordAssignmentLink } from "~/data/review-requests.server";
import { paths } from "~/lib/paths";
import { renderMail } from "~/mail/render.server";
import {
  here,
  keyFor,
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
    const token = await keyFor(to, (key) =>
      recordAssignmentLink(assignmentId, key),
    );
    if (!token) return null;
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
  async review_handed_over(mail, to) {
    const page = await pageOf(mail);
    const facts = await getAssignmentFacts(textProp(mail, "assignmentId"));
    const deputy = await getAssignmentFacts(textProp(mail, "toId"));
    const isReviewer = facts.reviewerId === mail.recipientId;
    return renderMail("review_handed_over", {
      ...shared(
        to,
        isReviewer ? here(paths.reviews()) : screenOf(page, "review"),
      ),
      ...facts,
      deputyName: deputy.reviewerName,
      because:
        textProp(mail, "because") === "departure" ? "departure" : "absence",
      isReviewer,
      page,
    });
  },
  async review_dismissed(mail, to) {
    const page = await pageOf(mail);
    const assignmentId = textProp(mail, "assignmentId");
    if (!(await wasToldOfRequest(assignmentId))) return null;
    return renderMail("review_dismissed", {
      ...shared(to, here(paths.review(assignmentId))),
      ...(await getAssignmentFacts(assignmentId)),
      dismissedBy: textProp(mail, "by"),
      page,
    });
  },
  async no_holder(mail, to) {
    const page = await pageOf(mail);
    const what = textProp(mail, "what");
    const assignmentId = optionalTextProp(mail, "assignmentId");
    const personName = assignmentId
      ? (await getAssignmentFacts(assignmentId)).reviewerName
      : (await getRecipientFacts(textProp(mail, "personId"))).name;
    if (what !== "page" && what !== "schedule" && what !== "review")
      return null;
    return renderMail("no_holder", {
      ...shared(to, screenOf(page, noHolderScreens[what])),
      page,
      what,
      personName,
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

const noHolderScreens = {
  review: "review",
  page: "details",
  schedule: "publish",
} as const;

/** Who was asked in somebody's place, where the mail names one. */
async function nextNameOf(mail: ClaimedMail): Promise<string | null> {
  const nextId = optionalTextProp(mail, "nextId");
  return nextId && (await getAssignmentFacts(nextId)).reviewerName;
}

import { mayKnowOf } from "~/data/confidential-readers.server";
import { recordInvitationKey } from "~/data/invitation-keys.server";
import { getLostMailFacts } from "~/data/lost-mail-facts.server";
import { listPublishedTogether } from "~/data/desk-mail-facts.server";
import {
  getCommentFacts,
  getDecisionFacts,
  getDiscussionFacts,
  getDraftOf,
  getPersonFacts,
  getPublicationFacts,
  getScheduleFacts,
  getVersionFacts,
  type RecipientFacts,
} from "~/data/mail-facts.server";
import { listMailTies } from "~/data/mail-ties.server";
import type { ClaimedMail } from "~/data/outbox.server";
import { addDays } from "~/domain/days";
import { mayBeTold } from "~/domain/mail-access";
import type { OwnWords } from "~/domain/mail-words";
import { paths } from "~/lib/paths";
import { findOwnWords } from "~/mail/own-words.server";
import { renderMail, type RenderedMail } from "~/mail/render.server";
import { assignmentMails } from "./assignment-mails.server";
import { deskMails } from "./desk-mails.server";
import { digestMails } from "./digest-mails.server";
import { letterMails } from "./letter-mails.server";
import { outsideMails } from "./outside-mails.server";
import {
  here,
  keyFor,
  type Maker,
  pageOf,
  type Reader,
  screenOf,
  shared,
} from "./mail-parts.server";
import { takingBackMails } from "./taking-back-mails.server";
import { optionalTextProp, textProp, textsProp } from "./mail-props";

/**
 * The words of one mail, from the facts as they stand when it is sent; null
 * when its reason is gone or its reader may no longer be told. A preview has
 * words of its own and makes no key that works.
 */
export async function makeMailContent(
  mail: ClaimedMail,
  recipient: RecipientFacts,
  preview?: { own: OwnWords },
): Promise<RenderedMail | null> {
  const make = makers[mail.kind];
  if (!make) throw new Error(`there is no mail of the kind ${mail.kind}`);
  if (!recipient.isActive) return null;
  // Looked at again when it is sent: the page may have become confidential,
  // and whoever was to be told may have nothing to do with it any more.
  if (mail.pageId && !(await mayKnowOf(mail.pageId, mail.recipientId)))
    return null;
  const ties = await listMailTies(mail.recipientId, mail.pageId);
  if (!mayBeTold(mail.kind, ties)) return null;
  const own = preview?.own ?? (await findOwnWords(mail.kind));
  return make(mail, { ...recipient, own, isPreview: preview !== undefined });
}

const makers: Record<string, Maker> = {
  ...deskMails,
  ...digestMails,
  ...letterMails,
  ...takingBackMails,
  ...outsideMails,
  async invitation_to_desk(mail, to) {
    const person = await getPersonFacts(mail.recipientId);
    const invitedBy = optionalTextProp(mail, "invitedById");
    const token = await keyFor(to, (key) =>
      recordInvitationKey(mail.recipientId, invitedBy, key),
    );
    if (!token) return null;
    return renderMail("invitation_to_desk", {
      ...shared(to, here(paths.invitation(token))),
      ...person,
      inviterName: optionalTextProp(mail, "invitedBy") ?? to.deskName,
      linkEndsOn: addDays(to.today, 14),
    });
  },
  ...assignmentMails,
  async changes_requested(mail, to) {
    const page = await pageOf(mail);
    return renderMail("changes_requested", {
      ...shared(to, screenOf(page, "review")),
      ...(await getDecisionFacts(textProp(mail, "decisionId"))),
      page,
    });
  },
  async approval_revoked(mail, to) {
    const page = await pageOf(mail);
    const { revocationKind, ...facts } = await getDecisionFacts(
      textProp(mail, "decisionId"),
    );
    if (!revocationKind) return null;
    return renderMail("approval_revoked", {
      ...shared(to, screenOf(page, "public")),
      ...facts,
      revocationKind,
      page,
    });
  },
  async version_submitted(mail, to) {
    const page = await pageOf(mail);
    return renderMail("version_submitted", {
      ...shared(to, screenOf(page, "review")),
      ...(await getVersionFacts(textProp(mail, "versionId"))),
      page,
    });
  },
  async approved_by_all(mail, to) {
    const page = await pageOf(mail);
    const facts = await getVersionFacts(textProp(mail, "versionId"));
    return renderMail("approved_by_all", {
      ...shared(to, screenOf(page, "publish")),
      ...facts,
      approvalsCountUntil: facts.approvalsCountUntil ?? to.today,
      page,
    });
  },
  async published(mail, to) {
    const page = await pageOf(mail);
    const publicationId = textProp(mail, "publicationId");
    return renderMail("published", {
      ...shared(to, here(paths.page(page.slug))),
      ...(await getPublicationFacts(publicationId)),
      together: await listPublishedTogether(
        ...([textsProp(mail, "together"), publicationId] as const),
        mail.recipientId,
      ),
      page,
    });
  },
  async schedule_refused(mail, to) {
    const page = await pageOf(mail);
    return renderMail("schedule_refused", {
      ...shared(to, screenOf(page, "publish")),
      ...(await getScheduleFacts(textProp(mail, "scheduleId"))),
      page,
    });
  },
  async comment_closed(mail, to) {
    const page = await pageOf(mail);
    return renderMail("comment_closed", {
      ...shared(to, screenOf(page, "review")),
      ...(await getCommentFacts(textProp(mail, "commentId"))),
      page,
    });
  },
  async comment_answered(mail, to) {
    const told = await discussionOf(mail, to, "commentId");
    return renderMail("comment_answered", told);
  },
  async comment_reopened(mail, to) {
    const told = await discussionOf(mail, to, "commentId");
    return renderMail("comment_reopened", told);
  },
  async mentioned(mail, to) {
    return renderMail("mentioned", await discussionOf(mail, to, "commentId"));
  },
  async suggestions_answered(mail, to) {
    const told = await discussionOf(mail, to, "setId");
    return renderMail("suggestions_answered", told);
  },
  async mail_bounced(mail, to) {
    const page = mail.pageId ? await pageOf(mail) : null;
    return renderMail("mail_bounced", {
      ...shared(to, here(paths.people())),
      ...(await getLostMailFacts(textProp(mail, "mailId"))),
      about: page && { page, mark: "in_review" },
    });
  },
};

/** Who spoke, and where this reader reads on: in their review, or at the page. */
async function discussionOf(
  mail: ClaimedMail,
  to: Reader,
  about: "commentId" | "setId",
) {
  const id = textProp(mail, about);
  const { draftId } = await getDraftOf(id);
  const { by, assignmentId } = await getDiscussionFacts(
    draftId,
    textProp(mail, "personId"),
    mail.recipientId,
  );
  const page = await pageOf(mail);
  if (about === "setId")
    return { ...shared(to, screenOf(page, "suggestions")), page, by };
  const beside = assignmentId
    ? paths.review(assignmentId)
    : paths.comments(page.slug);
  const url = here(`${beside}#remark-${id}`);
  return { ...shared(to, url), page, by };
}

import { getRecipientFacts } from "~/data/mail-facts.server";
import { findLastMailOf } from "~/data/mailbox.server";
import type { ClaimedMail } from "~/data/outbox.server";
import type { ListMailTemplates, PreviewMail } from "~/domain/mail-preview";
import {
  listSamples,
  renderSample,
  type RenderedMail,
} from "~/mail/render.server";
import { calendarOf } from "./mail-calendar.server";
import { makeMailContent } from "./mail-content.server";

/** Mails that hold a key: making one again would make a key that works. */
const keys = new Set([
  "invitation_to_desk",
  "outside_invitation",
  "outside_code",
  "review_requested",
]);

/** Every template with the subject of its sample. */
export const listMailTemplates: ListMailTemplates = () => listSamples();

/**
 * One mail as it would leave now, from its sample or from the last mail of its
 * kind about which the viewer may know. Null when there is no such kind, when
 * the desk wrote none yet, when its reason is gone, or when it holds a key.
 */
export const previewMail: PreviewMail = async (kind, source, viewerId) => {
  if (source === "sample") {
    const rendered = await renderSample(kind);
    return rendered && previewOf(sampleMail(kind), rendered, "Sample desk");
  }
  const mail = keys.has(kind) ? null : await findLastMailOf(kind, viewerId);
  if (!mail) return null;
  const to = await getRecipientFacts(mail.recipientId);
  const rendered = await makeMailContent(mail, to);
  return rendered && previewOf(mail, rendered, to.deskName);
};

function previewOf(mail: ClaimedMail, rendered: RenderedMail, desk: string) {
  const { subject, html, text } = rendered;
  return { subject, html, text, calendar: calendarOf(mail, rendered, desk) };
}

function sampleMail(kind: string): ClaimedMail {
  return {
    id: "sample",
    kind,
    recipientId: "sample",
    pageId: null,
    props: {},
    messageId: "<sample@imprimatur.desk>",
    attempt: 0,
  };
}

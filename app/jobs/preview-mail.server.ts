import { getRecipientFacts } from "~/data/mail-facts.server";
import { listLastMailsOf } from "~/data/mailbox.server";
import type { ClaimedMail } from "~/data/outbox.server";
import type {
  ListMailTemplates,
  MailWordsDesk,
  PreviewMail,
} from "~/domain/mail-preview";
import { type MailWords, signatureKind } from "~/domain/mail-words";
import {
  findOwnWords,
  findOwnWordsFaults,
  knownPlaceholders,
  listBrokenWords,
} from "~/mail/own-words.server";
import {
  listSamples,
  renderSample,
  type RenderedMail,
} from "~/mail/render.server";
import { calendarOf } from "./mail-calendar.server";
import { makeMailContent } from "./mail-content.server";

/** Every template with the subject of its sample. */
export const listMailTemplates: ListMailTemplates = () => listSamples();

/** What the templates know of the desk's own words. */
export const mailWordsDesk: MailWordsDesk = {
  placeholdersOf: knownPlaceholders,
  findFaults: findOwnWordsFaults,
  listBroken: listBrokenWords,
};

/**
 * One mail as it would leave now, from its sample or from the last mail of its
 * kind about which the viewer may know; with the words given, or those that
 * hold. Where a mail holds a key, a preview has one that opens nothing. Null
 * when there is no such kind, when the desk wrote none yet, or when the reasons
 * of the newest are gone.
 */
export const previewMail: PreviewMail = async (of, source, viewerId, words) => {
  // A signature stands under every mail: it is looked at under a request.
  const kind = of === signatureKind ? "review_requested" : of;
  const own = { ...(await findOwnWords(kind)), ...ownOf(of, words) };
  if (source === "sample") {
    const rendered = await renderSample(kind, own);
    return rendered && previewOf(sampleMail(kind), rendered, "Sample desk");
  }
  for (const mail of await listLastMailsOf(kind, viewerId, enough)) {
    const to = await getRecipientFacts(mail.recipientId);
    const rendered = await makeMailContent(mail, to, { own });
    if (rendered) return previewOf(mail, rendered, to.deskName);
  }
  return null;
};

/** So many of the newest mails are tried: the reason of the last may be gone. */
const enough = 10;

function ownOf(kind: string, words: MailWords | undefined) {
  if (!words) return {};
  return kind === signatureKind ? { signature: words.closing } : words;
}

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

import "@remix-run/node";
import type {
  ListMailTemplates,
  MailWordsDesk,
  PreviewMail,
} from "~/domain/mail-preview";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }

  /** What the server round Remix gives to every loader and action. */
  interface AppLoadContext {
    /** For every script of this response; the header names the same one. */
    cspNonce: string;
    /** Shown to the person as the reference code, and in the log. */
    requestId: string;
    /** Who is asking, as the socket or the trusted proxy says; for limits. */
    clientAddress: string;
    /** Mails as they would leave now: rendering belongs to the server, not to a screen. */
    previewMail: PreviewMail;
    listMailTemplates: ListMailTemplates;
    mailWords: MailWordsDesk;
  }
}

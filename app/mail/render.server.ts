import { render } from "react-email";
import {
  mailTemplates,
  type MailKind,
  type MailProps,
  type MailTemplate,
} from "../../emails/kinds";
import { letterText } from "../../emails/letter-text";

export type RenderedMail = { subject: string; html: string; text: string };

/**
 * A mail of one kind, ready to be kept in the outbox: its subject, and the
 * same content as HTML and as plain text. Depends on nothing but the props, so
 * that it can be rendered again with the same result.
 */
export async function renderMail<Kind extends MailKind>(
  kind: Kind,
  props: MailProps[Kind],
): Promise<RenderedMail> {
  const template: MailTemplate<MailProps[Kind]> = mailTemplates[kind];
  return {
    subject: template.subject(props),
    html: await render(template.default(props)),
    text: letterText(template.letter(props), props),
  };
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/auth/require-person.server";
import { findMail } from "~/data/mailbox.server";
import { mailDocument } from "~/lib/mail-document";
import { isUuid } from "~/lib/uuid";
import { mayNotReadWords, mayReadAllMails } from "~/policy/mails";

/** One mail as a mail program shows it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const id = params["id"] ?? "";
  const mail = isUuid(id)
    ? await findMail(id, mayReadAllMails(person) ? null : person.id, person.id)
    : null;
  if (!mail?.html || mayNotReadWords(person, mail)) {
    throw new Response(null, { status: 404 });
  }
  return mailDocument(mail.html);
}

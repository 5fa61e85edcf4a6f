import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/auth/require-person.server";
import { findMail } from "~/data/mailbox.server";
import { isUuid } from "~/lib/uuid";
import { mayNotReadWords, mayReadAllMails } from "~/policy/mails";

/** Mails carry their styles inline; nothing else of them may do anything. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-popups allow-top-navigation-by-user-activation";

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
  return new Response(mail.html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
    },
  });
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/auth/require-person.server";
import { MomentText } from "~/components/day-text";
import { DefinitionRows } from "~/components/definition-rows";
import { Panel } from "~/components/layout";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { findMail } from "~/data/mailbox.server";
import { getDeskDay } from "~/data/pages.server";
import { paths } from "~/lib/paths";
import { isUuid } from "~/lib/uuid";
import { mayNotReadWords, mayReadAllMails } from "~/policy/mails";
import { mailKindLabel, mailStateLabel } from "~/wording/mails";

export const handle = { noScript: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.mail.subject ?? "Mail"} · Imprimatur` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const id = params["id"] ?? "";
  const found = isUuid(id)
    ? await findMail(id, mayReadAllMails(person) ? null : person.id, person.id)
    : null;
  if (!found) throw new Response(null, { status: 404 });
  const { html, plainText, ...mail } = found;
  const isReadable = mayNotReadWords(person, mail) === null;
  const { timeZone } = await getDeskDay();
  return {
    mail,
    words: isReadable ? plainText : null,
    hasHtml: isReadable && html !== null,
    isReadable,
    timeZone,
  };
}

export default function MailScreen() {
  const { mail, words, hasHtml, isReadable, timeZone } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title={mail.subject ?? mailKindLabel(mail.kind)}
        above={<a href={paths.mailbox()}>Mailbox</a>}
      />
      <DefinitionRows
        rows={[
          {
            term: "To",
            detail: `${mail.recipientName}, ${mail.recipientEmail}`,
          },
          {
            term: "Written",
            detail: (
              <MomentText at={new Date(mail.queuedAt)} timeZone={timeZone} />
            ),
          },
          { term: "State", detail: mailStateLabel(mail.state) },
          ...(mail.lastError
            ? [{ term: "Answer", detail: mail.lastError }]
            : []),
        ]}
      />
      <div className="mt-6 max-w-measure">
        {words && (
          <Panel>
            <pre className="font-sans whitespace-pre-wrap">
              <Linked text={words} />
            </pre>
          </Panel>
        )}
        {hasHtml && (
          <p className="mt-3">
            <a href={paths.mailHtml(mail.id)}>
              See it as its recipient&rsquo;s mail program shows it
            </a>
          </p>
        )}
        {!isReadable && (
          <Notice tone="info" title="The words of this mail are not shown">
            <p>
              An invitation holds a link that works as a key. It is shown to
              admins, and only on a desk without a mail server.
            </p>
          </Notice>
        )}
        {isReadable && !words && (
          <Notice tone="info" title="Not written yet">
            <p>The words are made when the mail leaves.</p>
          </Notice>
        )}
      </div>
    </>
  );
}

/** The text with its one link made a link. */
function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={`${String(index)} ${part}`} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}

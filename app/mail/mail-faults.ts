import type { MailCheck } from "~/domain/mail-words";
import type { MailProps, MailKind } from "../../emails/kinds";
import { leadOf, type PageRef } from "../../emails/letter";
import type { RenderedMail } from "./render.server";
import { wordsOf, wordsOfHtml } from "./words-of-html";

type Props = MailProps[MailKind];

/** Where a subject is cut by no mail program worth the name. */
const longestSubject = 110;
/** Gmail cuts a mail at 102 kilobytes and hides the rest, its footer first. */
const longestHtml = 100_000;
const longestText = 8_000;

/**
 * What is wrong with a mail made from sample facts: nothing, for every mail
 * that is shipped or saved. The subject is one line that begins with the gene,
 * or with the desk for want of a page; both forms say the same words in the
 * same order; there is one link, in both, and nothing is fetched; no brace and
 * no missing fact is left; it greets, says why it came, how to stop it and whom
 * a reply reaches; it is neither a stub nor longer than mail programs show.
 */
export function findMailFaults(mail: RenderedMail, props: Props): MailCheck[] {
  return checks
    .filter(([, isSound]) => !isSound(mail, props))
    .map(([check]) => check);
}

type IsSound = (mail: RenderedMail, props: Props) => boolean;

const checks: [MailCheck, IsSound][] = [
  [
    "subject",
    ({ subject }, props) =>
      leadsOf(props).some((lead) => subject.startsWith(`${lead}: `)) &&
      subject.length <= longestSubject &&
      !/[\r\n]|\bnull\b/.test(subject),
  ],
  [
    "same_words",
    ({ html, text }, { url }) =>
      wordsOfHtml(html).join(" ") ===
      wordsOf(text.replace(`:\n${url}`, "")).join(" "),
  ],
  [
    "one_link",
    ({ html, text }, { url }) =>
      [...html.matchAll(/href="([^"]*)"/g)].map(([, it]) => it).join(" ") ===
        url.replaceAll("&", "&amp;") &&
      text.split(url).length === 2 &&
      text.match(/[a-z]+:\/\//gi)?.length === 1,
  ],
  [
    "fetches",
    ({ html }) => !/<img|<link|<script|@import|url\(|src=/.test(html),
  ],
  [
    "leftover",
    ({ subject, text, html }) =>
      !/[{}]|\bundefined\b|\[object /.test(
        `${subject} ${text} ${wordsOfHtml(html).join(" ")}`,
      ),
  ],
  [
    "frame",
    ({ text }, { recipientName, desk }) => {
      const footer = text.split("\n-----\n").at(-1) ?? "";
      return (
        text.includes(`Dear ${recipientName},`) &&
        footer.includes("You get this because ") &&
        /stop|do nothing/.test(footer) &&
        footer.includes(desk.replyTo)
      );
    },
  ],
  [
    "length",
    ({ html, text }) =>
      wordsOf(text).length > 40 &&
      text.length <= longestText &&
      Buffer.byteLength(html) <= longestHtml,
  ],
];

/** What a subject may begin with: the gene of a page it is about, or the desk where that is not one page. */
function leadsOf(props: Props): string[] {
  const pages = pagesOf(props);
  const leads = pages.map((page) => leadOf(page));
  return pages.length === 1 ? leads : [...leads, props.desk.name];
}

function pagesOf(props: Props): PageRef[] {
  if ("page" in props) return [props.page];
  if ("pages" in props) return props.pages;
  if ("items" in props) return props.items.map(({ page }) => page);
  return "about" in props && props.about ? [props.about.page] : [];
}

import { collapseSpaces } from "~/lib/text-spaces";

const chrome = [
  /^skip to (?:the )?(?:main )?(?:content|navigation)$/i,
  /^(?:public )?beta\b.*\bfeedback\b/i,
  /^(?:[↑^⇧] ?)?(?:back|return|go|scroll) to (?:the )?top$/i,
  /^(?:read|learn|show|see|view|find out) (?:more|all|less)$|^read$|^more$/i,
  /^(?:share|print|e-?mail|save|download|copy link|bookmark)(?: this)?(?: page| article| pdf)?$/i,
  /^(?:menu|search|home|close|open menu|navigation|breadcrumbs?|log ?in|log ?out|sign (?:in|up|out)|register|subscribe|contact us|accept(?: all)?(?: cookies)?|cookie settings|next|previous)$/i,
  /^(?:©|\(c\)|copyright)\s?.*(?:19|20)\d\d/i,
  /^all rights reserved\.?$/i,
  /^was this (?:page|article|information) helpful/i,
  /^(?:upload|connect) your records\b/i,
  /\bbased on your records\b/i,
  /^get (?:guidance|answers) specific to your case$/i,
];

const disclaimers = [
  /^(?:medical |legal )?disclaimer\b/i,
  /^for (?:informational|information|educational)(?: and educational)? purposes(?: only)?\.?$/i,
  /\bis for (?:general )?(?:informational|information|educational)(?: and educational)? purposes\b/i,
  /\b(?:is|are) not (?:intended (?:as|to be) )?(?:medical advice|a substitute for (?:professional )?medical)\b/i,
  /\b(?:does|do) not constitute (?:professional )?medical advice\b/i,
  /^this (?:is|contains) general information\b/i,
];

/** A line of the site round the text, such as "Skip to main content": no part of what the page says. */
export function isChrome(line: string): boolean {
  const text = collapseSpaces(line);
  return text.length <= 200 && chrome.some((pattern) => pattern.test(text));
}

/** A line that limits what the page is for: no medical advice, for information only. */
export function isDisclaimer(line: string): boolean {
  const text = collapseSpaces(line);
  return (
    text.length <= 1500 && disclaimers.some((pattern) => pattern.test(text))
  );
}

const longestHeading = 90;

/** A short line without an end mark may be a heading; whether it is depends on its neighbours. */
export function looksLikeHeading(line: string): boolean {
  const text = collapseSpaces(line);
  return (
    text !== "" &&
    text.length <= longestHeading &&
    text.split(" ").length <= 14 &&
    /^["'“‘(]?[\p{Lu}\p{N}\p{Lo}]/u.test(text) &&
    !/[.,;:!…"”]$/.test(text) &&
    !/[.!?] \p{Lu}/u.test(text)
  );
}

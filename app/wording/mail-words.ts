import {
  longestWords,
  type MailCheck,
  type Placeholder,
  signatureKind,
  signatureLines,
  type WordsFault,
} from "~/domain/mail-words";

/** What stands where a name in braces is written. */
export const placeholderLabels = {
  person: "who reads the mail",
  desk: "the name of the desk",
  gene: "the gene, or the title of a page without one",
  page: "the title of the page",
  version: "the number of the version",
  by: "who did what the mail tells of, or who asks",
  reviewer: "the reviewer the mail is about",
  deputy: "who stands in",
  colleague: "the colleague who was proposed",
  expert: "the outside expert",
  holder: "who held it",
  expertise: "the expertise that is asked for",
  respondBy: "the day to answer by",
  reviewBy: "the day to review by",
  due: "the day of the next review",
  lastReviewed: "the day of the last full review",
  until: "the last day it holds",
  triageBy: "the day to triage by",
  set: "the name of the set",
} satisfies Record<Placeholder, string>;

const broken = {
  subject: "the subject would no longer begin with the gene on one line",
  same_words: "its two forms, HTML and plain text, would not say the same",
  one_link: "it would have another link than its button",
  fetches: "it would fetch something from elsewhere",
  leftover: "a brace or a missing fact would be left in it",
  frame:
    "the greeting, the reason it came, how to stop it or whom a reply reaches would be missing",
  length: "it would be too short or too long for a mail program to show",
} satisfies Record<MailCheck, string>;

/** One fault of words as a sentence that says what to do. */
export function wordsFaultInWords(
  kind: string,
  { field, fault, about }: WordsFault,
  known: readonly Placeholder[],
): string {
  const where = fieldLabel(kind, field);
  const list = known.map((name) => `{${name}}`).join(", ");
  switch (fault) {
    case "too_long":
      return `${where} has ${about} characters. Use at most ${String(longestWords)}.`;
    case "empty_line":
      return `${where} is one paragraph: take out the empty line.`;
    case "too_many_lines":
      return `${where} has at most ${String(signatureLines)} lines.`;
    case "unseen":
      return `${where} holds a character that is not seen, such as one that turns the direction of writing. Type it anew.`;
    case "markup":
      return `${where} holds “${about}”. Mails take plain words; markup would be shown as it is typed.`;
    case "address":
      return `${where} holds “${about}”, which mail programs make a link of. A mail has one link, its button. If it is no address, put a space after the full stop.`;
    case "unknown":
      return `${where}: there is no {${about}}. This mail knows ${list}.`;
    case "of_other_mails":
      return `${where}: {${about}} stands in other kinds of mail, this one does not know it. It knows ${list}.`;
    case "unclosed":
      return `${where}: a brace stands alone near “${about}”. Names of facts stand between two braces, as {desk}; other braces cannot be used.`;
    case "kind_gone":
      return "The product sends no such mail any more.";
    default: {
      // The rest of the codes are the checks of a whole mail.
      const check = fault.replace("mail_", "") as MailCheck;
      return `With these words the mail cannot be sent: ${broken[check]}.`;
    }
  }
}

/** The field as its label says it. */
function fieldLabel(kind: string, field: WordsFault["field"]): string {
  if (kind === signatureKind) return "The signature";
  return field === "opening" ? "The opening" : "The closing";
}

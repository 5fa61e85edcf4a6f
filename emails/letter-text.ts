import { pageKindLabels } from "~/wording/labels";
import type { Letter, LetterSection, PageRef, Shared } from "./letter";
import { markWords, replyWords } from "./letter-words";

/**
 * The plain-text part of a mail: the same words in the same order as
 * `LetterLayout` draws, lines unwrapped, with the link written out.
 */
export function letterText(letter: Letter, shared: Shared): string {
  const { about } = letter;
  return [
    shared.desk.name,
    letter.heading,
    about && `${pageLine(about.page)}\n${markWords[about.mark]}`,
    `Dear ${shared.recipientName},`,
    shared.own?.opening,
    ...letter.paragraphs,
    letter.facts.map(({ label, value }) => `${label}: ${value}`).join("\n"),
    ...letter.sections.flatMap(sectionText),
    `${letter.ask}:\n${shared.url}`,
    letter.note,
    shared.own?.closing,
    shared.own?.signature,
    "-----",
    `${letter.why} ${letter.stop}`,
    replyWords(shared.desk),
  ]
    .filter((part) => part)
    .join("\n\n")
    .concat("\n");
}

function sectionText({ heading, items }: LetterSection): string[] {
  return [
    `${heading}\n${"=".repeat(heading.length)}`,
    ...items.map(({ page, lines }) => [pageLine(page), ...lines].join("\n")),
  ];
}

function pageLine(page: PageRef): string {
  const gene = page.gene ? `${page.gene} · ` : "";
  return `${gene}${page.title} (${pageKindLabels[page.kind]})`;
}

import { note } from "../source";
import type { ReportFinding } from "../report";
import { authorOf, dayOf } from "./tracked-changes";
import { wordAttribute, wordElements, wordName, wordsIn } from "./word-xml";

/** A comment that somebody made in Word, with the words it stands beside. */
export type WordComment = {
  id: string;
  by: string;
  /** `YYYY-MM-DD`; null when not stated. */
  on: string | null;
  text: string;
  /** The words marked for it; empty when it stands at a place only. */
  quotation: string;
  /** What stands just before and after in the same paragraph. */
  prefix: string;
  suffix: string;
};

const contextLength = 32;
/** More than a person writes beside one text; the form sends no more. */
export const mostComments = 500;
export const longestText = 20_000;

/**
 * The first 500 comments of a Word document, their words and quotations at
 * most 20,000 characters long, and the others as left out. The words come from
 * the document as it is given, so settle its tracked changes first.
 */
export function readWordComments(
  comments: Document,
  document: Document,
): { comments: WordComment[]; dropped: ReportFinding[] } {
  const all = commentsIn(comments, document);
  const dropped = all
    .slice(mostComments)
    .map(({ by, text }) =>
      note(
        "I3",
        "warns",
        "A file's first 500 comments are read; this one comes after them.",
        `${by}: ${text}`.slice(0, 300),
      ),
    );
  return { comments: all.slice(0, mostComments), dropped };
}

function commentsIn(comments: Document, document: Document): WordComment[] {
  const places = placesOf(document);
  return wordElements(comments, "comment").flatMap((element) => {
    const id = wordAttribute(element, "id");
    const text = wordElements(element, "p")
      .map((paragraph) => wordsIn(paragraph).trim())
      .filter((line) => line !== "")
      .join("\n");
    if (id === null || text === "") return [];
    return [
      {
        id: id.slice(0, longestText),
        text: text.slice(0, longestText),
        by: authorOf(element),
        on: dayOf(wordAttribute(element, "date")),
        ...(places.get(id) ?? { quotation: "", prefix: "", suffix: "" }),
      },
    ];
  });
}

type Place = Pick<WordComment, "quotation" | "prefix" | "suffix">;

function placesOf(document: Document): Map<string, Place> {
  let text = "";
  const starts = new Map<string, number>();
  const ends = new Map<string, number>();
  for (const element of wordElements(document, ...readNames)) {
    const name = wordName(element) ?? "";
    const id = wordAttribute(element, "id") ?? "";
    if (name === "commentRangeStart") starts.set(id, text.length);
    else if (name === "commentRangeEnd") ends.set(id, text.length);
    else if (name === "p") text += "\n";
    else if (name === "t") text += element.textContent ?? "";
    else text += " ";
  }
  const places = new Map<string, Place>();
  for (const [id, start] of starts) {
    const end = Math.min(ends.get(id) ?? start, start + longestText);
    const before = text.slice(Math.max(0, start - contextLength), start);
    const after = text.slice(end, end + contextLength);
    places.set(id, {
      quotation: text.slice(start, end).trim(),
      prefix: before.slice(before.lastIndexOf("\n") + 1),
      suffix: after.split("\n")[0] ?? "",
    });
  }
  return places;
}

const readNames = ["p", "t", "tab", "br", "cr"].concat(
  "commentRangeStart",
  "commentRangeEnd",
);

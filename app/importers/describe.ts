import { findGeneMentions } from "~/content/gene-mentions";
import type { Topic } from "~/content/page-content";
import { findDates, asStated, type OrderOfFigures } from "./read-dates";
import type { Statement } from "./read-statement";
import type { DateKind, ReportFinding, StatedDate } from "./report";
import { note } from "./source";

/** Approved symbols and their HGNC ids; `knownGenes` of the checks or the loaded table. */
export type GeneTable = ReadonlyMap<string, { hgncId: string }>;

/** Approved symbols that title and text name, the title's first, without duplicates. */
export function genesIn(title: string, text: string, genes: GeneTable) {
  const isSymbol = (symbol: string) => genes.has(symbol);
  const mentions = findGeneMentions(`${title}\n\n${text}`, isSymbol);
  return [...new Set(mentions.map(({ symbol }) => symbol))];
}

/** The genes that the title names become topics; without one, the gene named in most lines, if one stands out. */
export function topicsOf(
  title: string,
  text: string,
  genes: GeneTable,
): Topic[] {
  const isSymbol = (symbol: string) => genes.has(symbol);
  const mentions = findGeneMentions(`${title}\n\n${text}`, isSymbol);
  const inTitle = mentions.filter(({ start }) => start < title.length);
  const symbols =
    inTitle.length > 0
      ? inTitle.map(({ symbol }) => symbol)
      : standingOut(mentions.map(({ symbol }) => symbol));
  return [...new Set(symbols)].map((label) => ({
    type: "gene",
    code: genes.get(label)?.hgncId ?? null,
    label,
  }));
}

function standingOut(symbols: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const symbol of symbols)
    counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  const stands = first && first[1] >= 3 && first[1] >= 2 * (second?.[1] ?? 0);
  return stands ? [first[0]] : [];
}

/** All dates that statements hold, in order, with the ends of people's parts. */
export function statedDates(
  statements: readonly Statement[],
  order: OrderOfFigures,
): StatedDate[] {
  return statements.flatMap(({ raw, dates, people }) => {
    if (people.every(({ until }) => until === null)) return dates;
    const ends = [
      ...raw.matchAll(/\((?:through|until|till|up to|to)\s+([^()]+)\)/gi),
    ];
    const until = ends.flatMap(([, text = ""]) =>
      findDates(text, order).map((date) => asStated(date, "until")),
    );
    return [...dates, ...until];
  });
}

/**
 * The one date of a kind that stands for the page: the most precise, then the
 * latest; of review dates the earliest, so that a page is not taken for
 * current on the better of two.
 */
export function dateOf(
  kind: DateKind,
  dates: readonly StatedDate[],
): string | null {
  const ofKind = dates.filter((date) => date.kind === kind);
  const sign = kind === "next_review_due" ? 1 : -1;
  const [first] = ofKind.sort(
    (a, b) => b.on.length - a.on.length || sign * (a.on < b.on ? -1 : 1),
  );
  return first?.on ?? null;
}

/** What there is to say about the statements of a source. */
export function statementFindings(
  statements: readonly Statement[],
): ReportFinding[] {
  const dates = statements.flatMap((statement) => statement.dates);
  const people = statements.flatMap((statement) => statement.people);
  const others = statements.flatMap(({ tools, organisations }) => [
    ...tools.map((name) => ({ name, what: "a program" })),
    ...organisations.map((name) => ({ name, what: "an organisation" })),
  ]);
  return [
    ...dates
      .filter(({ ambiguous }) => ambiguous)
      .map(({ raw, on }) =>
        note(
          "T10",
          "warns",
          `${raw} is read as ${on}; day and month could be swapped.`,
          raw,
        ),
      ),
    ...dates
      .filter(({ kind }) => kind === "review")
      .map(({ raw }) =>
        note(
          "I6",
          "warns",
          "This review date may be the last or the next one; it counts as neither.",
          raw,
        ),
      ),
    ...others.map(({ name, what }) =>
      note(
        "I8",
        "warns",
        `${name} is ${what}, not a person; nobody is credited for it.`,
        name,
      ),
    ),
    ...people
      .filter(({ name }) => !name.includes(" "))
      .map(({ name }) =>
        note(
          "I8",
          "warns",
          `${name} is not a full name; find out who is meant.`,
          name,
        ),
      ),
  ];
}

/** What of a paste did not go in, by kind. */
export type Losses = {
  pictures: number;
  /** Addresses that may not stand on a page; their words stayed. */
  links: number;
  /** Scripts, handlers, frames and forms. */
  programs: number;
  /** Tables inside tables or lists: their rows became lines. */
  tables: number;
  /** Remarks of a word processor. */
  comments: number;
  /** Text that its writer had struck out with changes tracked. */
  deletions: number;
  /** Numbers that led to another page's references. */
  references: number;
  invisible: number;
  /** Blocks for which the page had no room. */
  tooMuch: number;
};

export const noLosses: Losses = {
  pictures: 0,
  links: 0,
  programs: 0,
  tables: 0,
  comments: 0,
  deletions: 0,
  references: 0,
  invisible: 0,
  tooMuch: 0,
};

const leftOut: [keyof Losses, string, string][] = [
  [
    "pictures",
    "picture (add it as a figure)",
    "pictures (add them as figures)",
  ],
  ["programs", "part of a program", "parts of a program"],
  ["comments", "comment", "comments"],
  ["deletions", "struck-out passage", "struck-out passages"],
  [
    "references",
    "reference number (cite the source)",
    "reference numbers (cite the sources)",
  ],
  [
    "tooMuch",
    "block that is more than a page can hold",
    "blocks that are more than a page can hold",
  ],
];
const cleaned: [keyof Losses, string, string][] = [
  [
    "links",
    "link that may not stand on a page kept only its words",
    "links that may not stand on a page kept only their words",
  ],
  [
    "tables",
    "table inside another part became lines",
    "tables inside other parts became lines",
  ],
  [
    "invisible",
    "invisible character was taken out",
    "invisible characters were taken out",
  ],
];

/** What a paste lost, in sentences for its author; null when nothing. */
export function lossesInWords(losses: Losses): string | null {
  const out = leftOut.flatMap((kind) => counted(losses, kind));
  const sentences = [
    ...(out.length > 0 ? [`Pasted without ${inRow(out)}.`] : []),
    ...cleaned.flatMap((kind) =>
      counted(losses, kind).map((words) => `${words}.`),
    ),
  ];
  return sentences.length === 0 ? null : sentences.join(" ");
}

function counted(
  losses: Losses,
  [kind, one, many]: [keyof Losses, string, string],
): string[] {
  const count = losses[kind];
  if (count === 0) return [];
  return [`${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`];
}

function inRow(words: string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2
    ? last
    : `${words.slice(0, -1).join(", ")} and ${last}`;
}

import { blockOf } from "./documents";
import type { Doc } from "./facts";

const spell = (value: unknown) => JSON.stringify(value) ?? "nothing";

/**
 * Taking in the live text by the book: what the draft left alone follows the
 * live version, what the draft alone changed stays; nothing is left to choose.
 */
export function isPlainMerge(
  base: Doc | null,
  draft: Doc,
  live: Doc,
  made: Doc,
): boolean {
  const ids = new Set(
    [base, draft, live].flatMap(
      (doc) => doc?.body.content.map(({ attrs }) => attrs.id) ?? [],
    ),
  );
  for (const id of ids) {
    const [was, mine, theirs, is] = [base, draft, live, made].map((doc) =>
      spell(doc ? blockOf(doc, id) : undefined),
    );
    if (mine !== was && theirs !== was && mine !== theirs) return false;
    if (is !== (mine === was ? theirs : mine)) return false;
  }
  const common = (of: Doc, other: Doc) =>
    of.body.content
      .map(({ attrs }) => attrs.id)
      .filter((id) => blockOf(other, id));
  return spell(common(draft, made)) === spell(common(made, draft));
}

/** The plain merge itself, with the live version's text where both changed. */
export function merged(base: Doc | null, draft: Doc, live: Doc): Doc {
  const choose = (id: string) => {
    const was = base ? spell(blockOf(base, id)) : "nothing";
    const mine = blockOf(draft, id);
    return spell(mine) === was ? blockOf(live, id) : mine;
  };
  const order = [
    ...draft.body.content,
    ...live.body.content.filter((b) => !blockOf(draft, b.attrs.id)),
  ];
  return {
    ...draft,
    body: {
      type: "doc",
      content: order.flatMap(({ attrs }) => choose(attrs.id) ?? []),
    },
  };
}

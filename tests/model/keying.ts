import { blockOf } from "./documents";
import type { Assignment, Block, Person, Version } from "./facts";
import { liveOf } from "./standing";

/** One value that a reviewer types anew; said differently it is the same. */
export type KeyedValue = { blockId: string; plain: string };

/** The values that the model's own words have: doses, ages, shares, variants. */
const value = /\d+(?:\.\d+)? ?(?:mg|years|%)|[A-Z]\d{4}[A-Z]/g;
const plainly = (said: string) => said.replaceAll(" ", "");

const valuesOf = (block: Block | undefined): string[] =>
  (block?.content ?? []).flatMap(({ text }) =>
    [...text.matchAll(value)].map(([said]) => plainly(said)),
  );

/** What a reviewer has seen and signed of this line, or else readers have. */
function baseOf(version: Version, person: Person): Version | null {
  const { page, draft, number } = version;
  const signed = page.versions.filter(
    (v) =>
      v.draft.line === draft.line &&
      v.number < number &&
      v.decisions.some(
        (d) => d.person === person && d.verdict === "approve" && !d.revoked,
      ),
  );
  const live = liveOf(page)?.version;
  return (
    [...signed, ...(live && live !== version ? [live] : [])]
      .sort((a, b) => a.number - b.number)
      .at(-1) ?? null
  );
}

/** Each value that was changed, to be keyed again; a first text has none here. */
export function dueToKey(version: Version, person: Person): KeyedValue[] {
  const base = baseOf(version, person);
  if (!base) return [];
  return version.doc.body.content.flatMap((block) => {
    const before = blockOf(base.doc, block.attrs.id);
    if (JSON.stringify(before) === JSON.stringify(block)) return [];
    const known = valuesOf(before);
    return [...new Set(valuesOf(block))]
      .filter((plain) => !known.includes(plain))
      .map((plain) => ({ blockId: block.attrs.id, plain }));
  });
}

export const nameOf = ({ blockId, plain }: KeyedValue): string =>
  `${blockId} ${plain}`;

/** What still stops this reviewer: not keyed, or last keyed differently. */
export const openToKey = (
  version: Version,
  { reviewer, keyed }: Assignment,
): KeyedValue[] =>
  dueToKey(version, reviewer).filter(
    (each) => keyed.get(nameOf(each)) !== true,
  );

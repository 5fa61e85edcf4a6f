import type { PlacedMark } from "~/content/anchors/mark-places";
import { blockPlace } from "~/content/block-place";
import type { PageContent } from "~/content/page-content";
import { references } from "~/content/references";
import { valuePlace } from "~/content/value-place";
import type { KeyAgainItem } from "~/data/key-again.server";
import { keyMarkName, keyTitle } from "~/wording/key-again";

/** The values to key as marks in the text, each leading to its field. */
export function keyMarks(
  values: readonly KeyAgainItem[],
  content: PageContent,
): PlacedMark[] {
  return values.flatMap((value, index) => {
    const place = valuePlace(content, value);
    if (!place) return [];
    const number = index + 1;
    return [
      {
        ...place,
        cardId: `field-key-${value.itemId}`,
        name: keyMarkName(value.kind, number, value.isKeyed),
        keyNumber: number,
      },
    ];
  });
}

/**
 * What the screen shows of the values to key, beside a text in which they are
 * marked: never a value itself, unless it was keyed.
 */
export function valuesToKey(
  values: readonly KeyAgainItem[],
  content: PageContent,
  html: string,
) {
  const numbered = references(content);
  return values.map((whole) => {
    const { said, ...value } = withoutAge(whole);
    const others = values.filter(
      (each) => each !== whole && each.blockId === value.blockId,
    );
    const own = `at-field-key-${value.itemId}`;
    return {
      ...value,
      before: blanked(value.before, others),
      after: blanked(value.after, others),
      title: keyTitle(value.kind, blockPlace(content, value.blockId)),
      // Within a link, or where words repeat, a value has no place of its own.
      textId: html.includes(`id="${own}"`) ? own : `b-${value.blockId}`,
      said: value.isKeyed ? said : null,
      sources: numbered
        .filter(({ blockIds }) => blockIds.includes(value.blockId))
        .map(({ number }) => number),
    };
  });
}

/** "age of 25" as "25" after "age of": the gap is for the number. */
function withoutAge(value: KeyAgainItem): KeyAgainItem {
  const [age] = ageBegins.exec(value.said) ?? [""];
  return {
    ...value,
    before: value.before + age,
    said: value.said.slice(age.length),
  };
}

const ageBegins = /^(?:ages?|aged)\s+(?:of\s+)?/i;

/** Words without the other values that are still to be typed: no gap tells of another. */
function blanked(words: string, others: readonly KeyAgainItem[]): string {
  return others.reduce(
    (rest, { said, isKeyed }) =>
      isKeyed ? rest : rest.replaceAll(asWords(said), "▢"),
    words,
  );
}

/** A value in running words, and not within a longer number or word. */
function asWords(said: string): RegExp {
  const value = said
    .replace(ageBegins, "")
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}.,])${value}(?![\p{L}\p{N}])`,
    "gu",
  );
}

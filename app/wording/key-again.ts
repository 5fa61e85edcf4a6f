/** What a value is called that is keyed again. */
export const keyedKindLabels = {
  dose: "Dose",
  percentage: "Percentage",
  age: "Age or interval",
  variant: "Variant",
} as const;

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"];

/** "“Treatment”, second paragraph"; the kind alone where there is only one. */
function placeInWords({
  section,
  name,
  nth,
  of,
}: {
  section: string;
  name: string;
  nth: number;
  of: number;
}): string {
  const kind = name.toLowerCase();
  const which =
    of === 1 ? kind : `${ordinals[nth - 1] ?? `no. ${String(nth)}`} ${kind}`;
  return `“${section}”, ${which}`;
}

/** "Dose in “Treatment”, second paragraph": what a value to key is called. */
export function keyTitle(
  kind: keyof typeof keyedKindLabels,
  place: Parameters<typeof placeInWords>[0] | null,
): string {
  const label = keyedKindLabels[kind];
  return place ? `${label} in ${placeInWords(place)}` : label;
}

/** What the mark of such a value in the text is called. */
export function keyMarkName(
  kind: keyof typeof keyedKindLabels,
  number: number,
  isKeyed: boolean,
): string {
  return `Value ${String(number)} to type again, ${keyedKindLabels[kind].toLowerCase()}${isKeyed ? ", done" : ""}: to its field`;
}

/** A value that was typed otherwise than the text has it: both, and the way on. */
export function mismatchSentence(typed: string, said: string): string {
  return `You typed “${typed}”; this version says “${said}”. Look at the source again. If the source agrees with you, request changes; if it agrees with the text, type it once more.`;
}

/** Said at a value that was not typed yet. */
export function notKeyedSentence(
  kind: keyof typeof keyedKindLabels,
  number: number,
): string {
  return `Type value ${String(number)}, the ${keyedKindLabels[kind].toLowerCase()}, as the source gives it.`;
}

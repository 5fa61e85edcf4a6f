/** What a bar stands for, as the axis sees it. */
type Measured = { values: readonly (number | null)[]; limit?: number };

/** The height of a bar: what its parts come to. */
export function heightOf({ values }: Measured): number {
  return values.reduce<number>((all, value) => all + (value ?? 0), 0);
}

/**
 * How high an axis has to reach: to the highest bar, and to those limits that
 * are at most half as high again. A limit far above would press the bars into a
 * line; it is said in words.
 */
function greatestOf(bars: readonly Measured[]): number {
  const highest = Math.max(1, ...bars.map(heightOf));
  const limits = bars.flatMap(({ limit }) =>
    limit !== undefined && limit <= highest * 1.5 ? [limit] : [],
  );
  return Math.max(highest, ...limits);
}

/** Where the axis of these bars ends. */
export function axisTop(bars: readonly Measured[]): number {
  return axisMarks(greatestOf(bars)).at(-1) ?? 1;
}

/** The marks of the axis that these bars need, or of one up to a known top. */
export function marksFor(bars: readonly Measured[], top?: number): number[] {
  return axisMarks(top ?? greatestOf(bars));
}

/**
 * The marks of an axis from nothing to at least the greatest value: at most six
 * of them, at equal steps of 1, 2 or 5 times a power of ten, never parts of one.
 */
function axisMarks(greatest: number): number[] {
  const least = Math.max(1, greatest) / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const step =
    [1, 2, 5, 10].map((times) => times * power).find((each) => each >= least) ??
    10 * power;
  const count = Math.max(1, Math.ceil(greatest / step));
  return Array.from({ length: count + 1 }, (_, mark) => mark * step);
}

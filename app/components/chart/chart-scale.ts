/**
 * The marks of an axis from nothing to at least the greatest value: at most six
 * of them, at equal steps of 1, 2 or 5 times a power of ten, never parts of one.
 */
export function axisMarks(greatest: number): number[] {
  const least = Math.max(1, greatest) / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const step =
    [1, 2, 5, 10].map((times) => times * power).find((each) => each >= least) ??
    10 * power;
  const count = Math.max(1, Math.ceil(greatest / step));
  return Array.from({ length: count + 1 }, (_, mark) => mark * step);
}

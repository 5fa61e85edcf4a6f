/** All of them, the one of this name first; a name that nothing bears fails. */
export function beginningWith<Each>(
  first: string | undefined,
  all: readonly Each[],
  nameOf: (each: Each) => string,
): readonly Each[] {
  if (first === undefined) return all;
  const found = all.filter((each) => nameOf(each) === first);
  if (found.length === 0) throw new Error(`nothing is called ${first}`);
  return [...found, ...all.filter((each) => nameOf(each) !== first)];
}

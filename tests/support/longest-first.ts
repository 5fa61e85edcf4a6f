import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The longest of the proofs and of the database tests, which everything else
 * fits beside. Without them the largest files come first, and those that are
 * short and lay down many pages last.
 */
const longest = [
  "/model/first-half.",
  "/model/second-half.",
  "/proofs/mutants.",
  "/proofs/races.",
  ...["/data/list-plans.", "/jobs/digests.", "/data/due-reminders."],
  ...["/prisma/drift.", "/cli/reference.", "/data/public-site."],
];

/** Begins with what takes longest, so that no worker is left alone with it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((part) => moduleId.includes(part));
      return place < 0 ? longest.length : place;
    };
    return sorted
      .map((file, n) => ({ file, n }))
      .sort((a, b) => rank(a.file) - rank(b.file) || a.n - b.n)
      .map(({ file }) => file);
  }
}

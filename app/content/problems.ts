/** One thing wrong with content that was sent, and where. */
export type Problem = {
  /** Such as `body.content[3].attrs.level`. */
  path: string;
  code: ProblemCode;
  /** A sentence for the person who sent it. */
  message: string;
};

export const problemCodes = [
  "not_an_object",
  "unknown_field",
  "missing",
  "wrong_type",
  "wrong_value",
  "too_long",
  "too_many",
  "unknown_node",
  "unknown_mark",
  "not_allowed_here",
  "link_not_allowed",
  "too_deep",
  "too_many_nodes",
  "too_large",
  "characters_removed",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

const mostProblems = 50;

/** Collects what is wrong and what was cleaned while content is read. */
export class Report {
  readonly problems: Problem[] = [];
  /** Not refusals: invisible characters that were taken out. */
  readonly cleaned: Problem[] = [];

  refuse(path: string, code: ProblemCode, message: string): null {
    if (this.problems.length < mostProblems)
      this.problems.push({ path, code, message });
    return null;
  }

  noteCleaned(path: string, removed: number): void {
    if (removed === 0 || this.cleaned.length >= mostProblems) return;
    const what =
      removed === 1
        ? "1 invisible character was taken out."
        : `${removed} invisible characters were taken out.`;
    this.cleaned.push({ path, code: "characters_removed", message: what });
  }
}

/** True for what JSON calls an object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

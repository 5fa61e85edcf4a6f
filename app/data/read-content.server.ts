import type { PageContent } from "~/content/page-content";
import { parsePageContent } from "~/content/parse-page-content";

/**
 * The document that a draft or a version holds. It was checked when it was
 * stored, so one that cannot be read is an accident and is thrown.
 */
export function readContent(stored: string): PageContent {
  const parsed = parsePageContent(JSON.parse(stored));
  if (!parsed.ok) {
    const [problem] = parsed.problems;
    throw new Error(
      `stored content cannot be read: ${problem?.path ?? ""} ${problem?.message ?? ""}`,
    );
  }
  return parsed.content;
}

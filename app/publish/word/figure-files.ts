import type { PageContent } from "~/content/page-content";

/** The images that a page shows, by their hashes, each once. */
export function figureFiles(content: PageContent): string[] {
  const files = content.body.content.flatMap((block) =>
    block.type === "figure" ? (block.attrs.file ?? []) : [],
  );
  return [...new Set(files)];
}

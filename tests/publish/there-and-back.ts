import { expect } from "vitest";
import { knownGenes } from "~/checks/known-facts";
import type { PageContent } from "~/content/page-content";
import { readWordUpload } from "~/importers/word/read-word-upload";
import { writeWordFile } from "~/publish/word/write-word-file";

export const status = {
  standing: "Draft, as saved on 21 November 2026",
  warning: "Not approved.",
};

/** A page as a Word file, and read from it again. */
export async function thereAndBack(content: PageContent): Promise<PageContent> {
  const bytes = await writeWordFile(content, status);
  const read = await readWordUpload("page.docx", bytes, {
    genes: knownGenes,
    known: content.body,
  });
  if ("error" in read) throw new Error(read.error);
  expect(read.dropped.filter(({ rule }) => rule === "I3")).toEqual([]);
  return { ...content, body: read.base };
}

import { importPage } from "~/commands/import-page.server";
import {
  readingOptions,
  type ReadingOptions,
} from "~/commands/reading-options.server";
import { importFile, isRefused } from "~/importers";
import { mostBytes } from "~/importers/limits";
import { factsStated, statedElsewhere } from "~/importers/page-history";
import { wordRefusal } from "~/wording/refusals";

export type FileResult = {
  file: string;
  /** Null when it was refused. */
  page: {
    slug: string;
    title: string;
    isKindTold: boolean;
    nextReviewDue: string | null;
    isOverdue: boolean;
    blocking: number;
  } | null;
  /** Why it was refused, in one sentence; null when it was not. */
  error: string | null;
};

/** Takes files in one after the other; a bad one does not keep the others out. */
export async function takeInFiles(
  sessionId: string,
  files: readonly File[],
): Promise<FileResult[]> {
  const reading = await readingOptions();
  const results: FileResult[] = [];
  for (const file of files) {
    results.push(await takeIn(sessionId, file, reading));
  }
  return results;
}

async function takeIn(
  sessionId: string,
  file: File,
  reading: ReadingOptions,
): Promise<FileResult> {
  // One byte too many is enough to see that it is too large.
  const bytes = await file.slice(0, mostBytes + 1).arrayBuffer();
  const imported = await importFile(file.name, new Uint8Array(bytes), reading);
  if (isRefused(imported)) return { ...imported, page: null };
  const { content, report } = imported;
  const entered = await importPage(sessionId, {
    content,
    facts: factsStated(report),
    elsewhere: statedElsewhere(report),
  });
  if (!entered.ok) {
    const error = wordRefusal(entered.because).sentence;
    return { file: file.name, page: null, error };
  }
  const { title, kind, nextReviewDue, overdue, findings } = report;
  const blocking = findings.filter(({ severity }) => severity === "blocks");
  return {
    file: file.name,
    error: null,
    page: {
      ...{ slug: entered.value.slug, title, nextReviewDue },
      isKindTold: kind !== null,
      isOverdue: overdue ?? false,
      blocking: blocking.length,
    },
  };
}

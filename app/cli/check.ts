import { stat } from "node:fs/promises";
import type { CheckRun } from "~/checks";
import { checkDraft } from "~/commands/check-draft.server";
import { readingOptions } from "~/commands/reading-options.server";
import type { PageContent } from "~/content/page-content";
import { findDraft } from "~/data/drafts.server";
import { findNewestWork } from "~/data/newest-work.server";
import { importFile, isRefused } from "~/importers";
import { type Answer, type Command, onlyOne, saidNo } from "./command";
import { findingLines } from "./finding-text";
import { readFileOf } from "./read-file";

type ToCheck = { about: object; content: PageContent; isImported: boolean };

/** `desk check`: the editorial checks on a page's draft or on a file. Nothing is recorded. */
export const check: Command = {
  name: "check",
  usage: "SLUG|FILE",
  options: {},
  async run(given) {
    const what = onlyOne(given, "page or file");
    const found = (await isFile(what)) ? await fromFile(what) : await at(what);
    if ("json" in found) return found;
    const { about, content, isImported } = found;
    return answerFor(about, await checkDraft(content, isImported));
  },
};

/** What looks like a file is one, so that a missing one is called missing. */
async function isFile(what: string): Promise<boolean> {
  if (/[./\\]/.test(what)) return true;
  return stat(what).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function fromFile(file: string): Promise<ToCheck | Answer> {
  const read = await readFileOf(file);
  if ("error" in read) return refusedFile(file, read.error);
  const { check: _, ...options } = await readingOptions();
  const imported = await importFile(file, read.bytes, options);
  if (isRefused(imported)) return refusedFile(file, imported.error);
  return { about: { file }, content: imported.content, isImported: true };
}

function refusedFile(file: string, error: string): Answer {
  return { text: "", json: { file, error }, no: [`${file}: ${error}`] };
}

async function at(slug: string): Promise<ToCheck | Answer> {
  const work = await findNewestWork(slug);
  const draft = work && (await findDraft(work.pageId, "main"));
  if (!draft) return noPageAt(slug);
  const { isImported } = work;
  return { about: { page: slug }, content: draft.content, isImported };
}

/** No page has this address. */
export function noPageAt(slug: string): Answer {
  return saidNo({ because: "not_found" }, `There is no page "${slug}".`);
}

function answerFor(about: object, run: CheckRun): Answer {
  const { rulesVersion, findings, notRun, reference } = run;
  const blocking = findings.filter(({ severity }) => severity === "blocks");
  const lines = [
    ...findingLines(findings),
    ...notRun.map(
      ({ rule, because }) => `Not run  ${rule.padEnd(4)} ${because}`,
    ),
    `Checked by the rules of ${rulesVersion}${reference.map(({ set, version }) => `, ${set} of ${version}`).join("")}.`,
  ];
  return {
    json: { ...about, rulesVersion, findings, notRun, reference },
    text: lines.join("\n"),
    no:
      blocking.length > 0
        ? [`${String(blocking.length)} of these findings block publication.`]
        : [],
  };
}

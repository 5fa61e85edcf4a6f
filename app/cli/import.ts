import { z } from "zod";
import { importPage } from "~/commands/import-page.server";
import {
  readingOptions,
  type ReadingOptions,
} from "~/commands/reading-options.server";
import {
  importFile,
  type Imported,
  isRefused,
  type RefusedFile,
} from "~/importers";
import { factsStated, statedElsewhere } from "~/importers/page-history";
import { wordRefusal } from "~/wording/refusals";
import { type Answer, type Command, parseGiven } from "./command";
import { reportForPrograms, reportText } from "./import-report";
import { progressBar } from "./progress";
import { readFileOf } from "./read-file";
import { inSessionOf, whyNobody } from "./session-of";

const schema = z.object({
  as: z.string().optional(),
  "dry-run": z.boolean().default(false),
});

/** What became of one file: `page` is its address at the desk, null when only looked at. */
type Taken = Imported & { page: string | null };

/** `desk import`: one draft a file, or with `--dry-run` only the report. */
export const importCommand: Command = {
  name: "import",
  usage: "FILE… [--as EMAIL] [--dry-run]",
  options: { as: { type: "string" }, "dry-run": { type: "boolean" } },
  async run({ positionals, options }, io) {
    const known = z.object({
      files: z
        .array(z.string())
        .min(1, { error: "Name at least one file to import." }),
      as: z.string({
        error:
          "Say who enters the pages with --as EMAIL, or only look with --dry-run.",
      }),
    });
    const { as, "dry-run": isDryRun } = parseGiven(schema, options);
    const { files } = parseGiven(known, {
      files: positionals,
      as: isDryRun ? "" : as,
    });
    const enteredBy = isDryRun ? null : (as ?? null);
    const refusal = enteredBy === null ? null : await whyNobody(enteredBy);
    if (refusal) return refusal;
    const reading = await readingOptions();
    const results: (Taken | RefusedFile)[] = [];
    const progress = progressBar(io, files.length);
    for (const file of files) {
      progress.show(results.length);
      results.push(await takeIn(file, reading, enteredBy));
    }
    progress.show(results.length);
    progress.end();
    return answerFor(results);
  },
};

async function takeIn(
  file: string,
  reading: ReadingOptions,
  enteredBy: string | null,
): Promise<Taken | RefusedFile> {
  const read = await readFileOf(file);
  if ("error" in read) return { file, error: read.error };
  const imported = await importFile(file, read.bytes, reading);
  if (isRefused(imported)) return imported;
  if (enteredBy === null) return { ...imported, page: null };
  const entered = await enter(imported, enteredBy);
  return entered.ok
    ? { ...imported, page: entered.value.slug }
    : { file, error: wordRefusal(entered.because).sentence };
}

/** A session for each file, so that none runs out on the way. */
async function enter({ content, report }: Imported, email: string) {
  return inSessionOf(email, (sessionId) =>
    importPage(sessionId, {
      content,
      facts: factsStated(report),
      elsewhere: statedElsewhere(report),
    }),
  );
}

function answerFor(results: readonly (Taken | RefusedFile)[]): Answer {
  const taken = results.filter((result) => "report" in result);
  const refused = results.filter((result) => "error" in result);
  return {
    json: results.map((result) =>
      "error" in result
        ? result
        : {
            ...reportForPrograms(result.report),
            ...(result.page === null ? {} : { page: result.page }),
          },
    ),
    text: taken
      .map(({ report, page }) => reportText(report, page))
      .join("\n\n"),
    no: refused.map(({ file, error }) => `${file}: ${error}`),
  };
}

import { basename, extname } from "node:path";
import { z } from "zod";
import {
  type LineRead,
  readBacklogLine,
} from "~/commands/read-backlog-line.server";
import { pageKinds } from "~/domain/words";
import {
  type CalendarProblem,
  type ReviewCalendar,
  readReviewCalendar,
} from "~/importers/review-calendar";
import { Refused } from "~/importers/report";
import { wordRefusal } from "~/wording/refusals";
import {
  type Answer,
  type Command,
  onlyOne,
  parseGiven,
  WronglyUsed,
} from "./command";
import { progressBar } from "./progress";
import { readFileOf } from "./read-file";
import { inSessionOf, whyNobody } from "./session-of";

const schema = z.object({
  as: z.string({ error: "Say who enters the pages with --as EMAIL." }),
  calendar: z.string().trim().min(1).max(200).optional(),
  kind: z
    .enum(pageKinds, { error: `--kind is one of ${pageKinds.join(", ")}.` })
    .default("clinician_page"),
  address: z
    .url({
      protocol: /^https?$/,
      error: "--address takes a web address; each line's key is put after it.",
    })
    .optional(),
});

type Counts = Record<LineRead, number>;

/**
 * `desk import-backlog`: each line of a review calendar as a page published
 * elsewhere. What cannot be read is told with its line; the others go in.
 * `--calendar` names the calendar that the file is a copy of: its name without
 * ending, unless another is given.
 */
export const importBacklog: Command = {
  name: "import-backlog",
  usage: "FILE --as EMAIL [--calendar NAME] [--kind KIND] [--address URL]",
  options: {
    as: { type: "string" },
    calendar: { type: "string" },
    kind: { type: "string" },
    address: { type: "string" },
  },
  async run(given, io) {
    const file = onlyOne(given, "file");
    const { as, kind, address, ...named } = parseGiven(schema, given.options);
    const calendar = named.calendar ?? basename(file, extname(file));
    if (calendar.length > 200)
      throw new WronglyUsed("A calendar's name has at most 200 characters.");
    const refusal = await whyNobody(as);
    if (refusal) return refusal;
    const read = await readCalendar(file, address);
    if (typeof read === "string") return refusedFile(file, read);
    const counts: Counts = { added: 0, restated: 0, unchanged: 0 };
    const problems = [...read.problems];
    const progress = progressBar(io, read.lines.length);
    for (const { line, ...page } of read.lines) {
      progress.show(counts.added + counts.restated + counts.unchanged);
      const entered = await inSessionOf(as, (sessionId) =>
        readBacklogLine(sessionId, calendar, page, kind),
      );
      if (entered.ok) counts[entered.value] += 1;
      else
        problems.push({ line, message: wordRefusal(entered.because).sentence });
    }
    progress.end();
    problems.sort((one, other) => one.line - other.line);
    return answerFor(file, calendar, counts, problems);
  },
};

async function readCalendar(
  file: string,
  address: string | undefined,
): Promise<ReviewCalendar | string> {
  const read = await readFileOf(file);
  if ("error" in read) return read.error;
  const base = address?.replace(/\/?$/, "/");
  try {
    return readReviewCalendar(read.bytes, (key) =>
      base === undefined ? null : `${base}${encodeURIComponent(key)}`,
    );
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}

function refusedFile(file: string, error: string): Answer {
  return { text: "", json: { file, error }, no: [`${file}: ${error}`] };
}

function answerFor(
  file: string,
  calendar: string,
  counts: Counts,
  problems: CalendarProblem[],
): Answer {
  const { added, restated, unchanged } = counts;
  const of = (number: number) => number.toLocaleString("en-GB");
  return {
    json: { file, calendar, ...counts, problems },
    text: `Read ${calendar} from ${file}: ${of(added)} added to the backlog, ${of(restated)} restated, ${of(unchanged)} unchanged.`,
    no: problems.map(
      ({ line, message }) => `${file}, line ${String(line)}: ${message}`,
    ),
  };
}

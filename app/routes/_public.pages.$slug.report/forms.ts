import { z } from "zod";
import { optionalLine } from "~/lib/parse-form";
import { refusals } from "~/wording/refusals";

const sentence = refusals.report_missing.sentence;

/** What a reader says is wrong; the place stands first for whoever decides. */
export const reportForm = z
  .object({
    where: optionalLine(200),
    what: z
      .string({ error: sentence })
      .trim()
      .min(10, { error: sentence })
      .max(1_000, { error: sentence }),
  })
  .transform(({ where, what }) => ({
    what: where === "" ? what : `${where}: ${what}`,
  }));

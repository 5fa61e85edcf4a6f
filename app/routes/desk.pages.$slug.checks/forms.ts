import { z } from "zod";
import { lineOf } from "~/lib/parse-form";
import { refusals } from "~/wording/refusals";

export const versionForm = z.object({ versionId: z.uuid() });

export const setAsideForm = z.object({
  findingId: z.uuid(),
  whyRight: lineOf(refusals.reason_missing.sentence, 5000),
});

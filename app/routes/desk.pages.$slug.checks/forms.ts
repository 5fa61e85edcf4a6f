import { z } from "zod";
import { textOf } from "~/lib/parse-form";
import { refusals } from "~/wording/refusals";

export const versionForm = z.object({ versionId: z.uuid() });

export const setAsideForm = z.object({
  findingId: z.uuid(),
  whyRight: textOf(refusals.reason_missing.sentence, 5000),
});

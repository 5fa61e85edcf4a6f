import { z } from "zod";
import { blockerCodes } from "~/domain/blockers";

/** What stands between the newest work on a page and its publication. */
export const gateAnswerForPrograms = z.strictObject({
  page: z.string(),
  version: z.int().nullable().describe("Null while none was submitted."),
  publishable: z.boolean(),
  blockers: z.array(
    z.strictObject({
      code: z.enum(blockerCodes),
      message: z.string(),
      who: z.string().describe("Who can clear it: a role or a person."),
      where: z.string().describe("The path of the screen where."),
    }),
  ),
});
export type GateAnswerForPrograms = z.output<typeof gateAnswerForPrograms>;

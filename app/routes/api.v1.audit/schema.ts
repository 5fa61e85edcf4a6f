import { z } from "zod";

const place = "Send the number of an entry: nextAfter of the answer before.";

export const auditQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,15}$/, { error: place })
    .describe("The entries after this number; without it, from the first.")
    .default("0")
    .transform(Number),
});

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const entry = z.strictObject({
  seq: z.int(),
  prevHash: hash,
  hash: hash.describe(
    "SHA-256 of seq, at, actorId, realActor, act, pageId, payload and prevHash, one a line (no line after the last), what is null as an empty line.",
  ),
  isWithheld: z
    .boolean()
    .describe(
      "It is about a confidential page that this person may not know of. The chain still goes through its hash.",
    ),
  at: z.string().nullable().describe("UTC, to the microsecond."),
  act: z.string().nullable(),
  actorId: z.uuid().nullable(),
  actor: z.string().nullable().describe("The person’s name as it is now."),
  realActor: z
    .string()
    .nullable()
    .describe("Who stood behind an act without a person, such as operator."),
  pageId: z.uuid().nullable(),
  page: z.string().nullable().describe("Where the page stands now."),
  payload: z
    .string()
    .nullable()
    .describe(
      "JSON, exactly as hashed. Of free text only its hash stands here.",
    ),
});

export const auditAnswer = z.strictObject({
  entries: z.array(entry).describe("In the order in which they were recorded."),
  nextAfter: z.int().describe("Send it as after, now or later, to go on."),
  hasMore: z.boolean(),
});
export type AuditAnswer = z.output<typeof auditAnswer>;

import { z } from "zod";
import { roundKinds } from "~/domain/words";
import { pageAccesses } from "~/policy/pages";
import { deskPageSummary } from "../api.v1.pages._index/schema";

/** How one page of the desk stands; none of its text. */
export const deskPageAnswer = z.strictObject({
  ...deskPageSummary.shape,
  access: z
    .enum(pageAccesses)
    .describe("What the token’s person may do with it at the desk."),
  authors: z.array(z.string()),
  confidentialUntil: z.iso
    .date()
    .nullable()
    .describe("Until that day readers do not know of it."),
  roundKind: z.enum(roundKinds).nullable(),
  submittedAt: z.iso.datetime().nullable(),
  draft: z
    .strictObject({ revision: z.int(), updatedAt: z.iso.datetime() })
    .nullable()
    .describe("Null where none is open, and for who only reviews the page."),
  evidenceCheckedTo: z.iso.date().nullable(),
  publishedOn: z.iso.date().nullable(),
});
export type DeskPageAnswer = z.output<typeof deskPageAnswer>;

import { z } from "zod";
import { isDay } from "~/domain/days";
import { reminderRecipients } from "~/domain/reminder-schedule";
import { deskStates, pageKinds, publicStates } from "~/domain/words";
import { cursorOf } from "~/lib/cursor";
import { slugForm } from "../_public.api.v1.published._index/schema";

export const overdueQuery = z.strictObject({
  cursor: cursorOf(z.tuple([z.string().refine(isDay), slugForm])),
});

const seat = z.strictObject({
  name: z.string(),
  expertise: z.string(),
  state: z.enum(["invited", "accepted"]),
  by: z.iso.date().describe("Invited: the day to answer by; else to review."),
});

const overduePage = z.strictObject({
  slug: z.string(),
  title: z.string(),
  kind: z.enum(pageKinds),
  genes: z.array(z.string()),
  place: z
    .enum(["here", "elsewhere"])
    .describe("elsewhere: not served by this desk, by its source’s own dates."),
  url: z.string().nullable().describe("Where it is read."),
  deskUrl: z.url(),
  state: z.enum(publicStates),
  lastReviewed: z
    .string()
    .nullable()
    .describe("Elsewhere as precise as its source is, such as 2018-01."),
  nextDue: z.iso.date(),
  daysOverdue: z.int(),
  withheldFrom: z.iso
    .date()
    .nullable()
    .describe(
      "From when its date leaves readers without text; null elsewhere.",
    ),
  owner: z.string().nullable(),
  deskState: z.enum(deskStates),
  holder: z.strictObject({
    who: z
      .string()
      .describe("Empty where it is an office, which `what` names."),
    what: z.string(),
  }),
  reviewers: z.array(seat),
  next: z.array(z.string()).describe("What happens by itself, in words."),
  reminder: z
    .strictObject({
      on: z.iso.date(),
      to: z.array(z.enum(reminderRecipients)),
    })
    .nullable(),
});

export const overdueAnswer = z.strictObject({
  today: z.iso.date().describe("In the desk’s time zone."),
  pages: z.array(overduePage),
  nextCursor: z.string().nullable().describe("Null on the last part."),
});
export type OverdueAnswer = z.output<typeof overdueAnswer>;

import { z } from "zod";
import { listOverduePages } from "~/data/overdue-pages.server";
import { isDay } from "~/domain/days";
import { dayInWords } from "~/wording/days";
import { type Command, nothing, parseGiven } from "./command";
import { table } from "./table";

const schema = z.object({
  on: z
    .string()
    .refine(isDay, { error: "--on takes a day, such as 2026-03-01." })
    .optional(),
});

/** `desk overdue`: pages past their date, by our dates or by those of their source. */
export const overdue: Command = {
  name: "overdue",
  usage: "[--on YYYY-MM-DD]",
  options: { on: { type: "string" } },
  async run(given) {
    nothing(given);
    const { on } = parseGiven(schema, given.options);
    const pages = await listOverduePages(on ?? null);
    return {
      json: pages.map(({ slug, title, owner, place, ...dates }) => ({
        page: slug,
        ...{ title, owner, place },
        ...dates,
        overdueSince: dates.nextReviewDue,
      })),
      text:
        pages.length === 0
          ? "No page is overdue."
          : table(
              ["Page", "Overdue since", "Days", "Owner", ""],
              pages.map((page) => [
                page.slug,
                dayInWords(page.nextReviewDue),
                String(page.daysOverdue),
                page.owner ?? "nobody",
                page.place === "elsewhere"
                  ? "published elsewhere, by its source's own date"
                  : "",
              ]),
            ),
    };
  },
};

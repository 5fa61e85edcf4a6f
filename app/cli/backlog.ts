import { getBacklogPlan } from "~/data/backlog-plan.server";
import { backlogInOneLine } from "~/wording/backlog";
import { dayInWords } from "~/wording/days";
import { type Command, nothing } from "./command";
import { table } from "./table";

/** `desk backlog`: the plan for pages published elsewhere, confidential ones left out. */
export const backlog: Command = {
  name: "backlog",
  usage: "",
  options: {},
  async run(given) {
    nothing(given);
    const { entries, weeks, zeroOn } = await getBacklogPlan(null);
    const isOverdue = entries.filter((entry) => entry.isOverdueThere).length;
    return {
      json: {
        ...{ pages: entries.length, overdueAtSource: isOverdue, zeroOn, weeks },
        turns: entries.map(({ slug, title, startsOn, endsOn, ...entry }) => ({
          page: slug,
          ...{ title, startsOn, endsOn, risk: entry.risk },
          readersPerMonth: entry.readersPerMonth,
          statedNextReview: entry.saidNextDue,
          means: entry.nextDue,
          overdueAtSource: entry.isOverdueThere,
          lacks: entry.lacks,
        })),
      },
      text: [
        backlogInOneLine({ pages: entries.length, isOverdue, zeroOn }),
        ...(entries.length === 0
          ? []
          : [
              table(
                ["Page", "Begins", "Ends", "Its source says"],
                entries.map(({ slug, startsOn, endsOn, saidNextDue }) => [
                  slug,
                  startsOn === null ? "" : dayInWords(startsOn),
                  endsOn === null ? "no room" : dayInWords(endsOn),
                  saidNextDue ?? "",
                ]),
              ),
            ]),
      ].join("\n"),
    };
  },
};

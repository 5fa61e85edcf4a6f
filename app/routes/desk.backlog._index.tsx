import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireRole } from "~/auth/require-person.server";
import { BacklogTable } from "~/components/backlog/backlog-table";
import { BacklogWeeks } from "~/components/backlog/backlog-weeks";
import { BurnDownChart } from "~/components/burn-down-chart";
import { Stack } from "~/components/layout";
import { Notice } from "~/components/notice";
import { PageHeading, Section } from "~/components/page-heading";
import { Pagination } from "~/components/pagination";
import { getBacklogPlan } from "~/data/backlog-plan.server";
import { paths } from "~/lib/paths";
import { isEditor } from "~/policy/pages";
import { wordActDone } from "~/wording/acts-done";
import { backlogInOneLine } from "~/wording/backlog";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "Backlog · Imprimatur" }];

const perScreen = 50;
const query = z.object({
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
  done: z.string().nullable(),
});

/** Pages published elsewhere: their order, their turns, and the day of the last. */
export async function loader({ request }: LoaderFunctionArgs) {
  const roles = ["editor", "clinical_lead", "admin"] as const;
  const { person } = await requireRole(request, ...roles);
  const asked = new URL(request.url).searchParams;
  const { page, done } = query.parse({
    page: asked.get("page") ?? 1,
    done: asked.get("done"),
  });
  const { entries, weeks, zeroOn } = await getBacklogPlan(person.id);
  const before = (page - 1) * perScreen;
  return {
    ...{ weeks, zeroOn, page, before },
    pages: entries.length,
    isOverdue: entries.filter((entry) => entry.isOverdueThere).length,
    stuck: entries.filter(({ endsOn }) => endsOn === null).length,
    rows: entries.slice(before, before + perScreen),
    maySet: isEditor(person),
    done: wordActDone(done),
  };
}

export default function Backlog() {
  const known = useLoaderData<typeof loader>();
  const { weeks, pages, page, before, rows, stuck, done } = known;
  const line = backlogInOneLine(known);
  const last = before + rows.length;
  return (
    <>
      <PageHeading title="Backlog" below={line} />
      <Stack gap="loose">
        {done && <Notice tone="done" title={done} isAnswer />}
        {stuck > 0 && (
          <Notice
            tone="warn"
            title={`${String(stuck)} of these pages ${stuck === 1 ? "has" : "have"} no place, so there is no day on which none is left.`}
          >
            Each says below what it lacks. Reviewers are invited, and what they
            take at a time is set, under <a href={paths.people()}>People</a>.
          </Notice>
        )}
        {pages > 0 && (
          <Section id="plan" title="When the last is done">
            <Stack>
              <BurnDownChart weeks={weeks} pages={pages} label={line} />
              <BacklogWeeks weeks={weeks} />
            </Stack>
          </Section>
        )}
        <Section
          id="order"
          title="The order"
          below="The higher risk first, then more readers in steps of ten, then the longest past its own date. Each page begins in the first week with room for everybody whom its review rules ask for; reviews that are open or fall due here come first."
        >
          <BacklogTable {...known} />
          {pages > perScreen && (
            <Pagination
              summary={`Pages ${String(before + 1)} to ${String(last)} of ${String(pages)}`}
              {...(page > 1 && { previousHref: paths.backlog(page - 1) })}
              {...(last < pages && { nextHref: paths.backlog(page + 1) })}
            />
          )}
        </Section>
      </Stack>
    </>
  );
}

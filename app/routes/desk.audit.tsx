import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireRole } from "~/auth/require-person.server";
import { AuditTable } from "~/components/audit-table";
import { Button } from "~/components/button";
import { Select } from "~/components/choice-fields";
import { PageHeading } from "~/components/page-heading";
import { Pagination } from "~/components/pagination";
import { listAuditEvents, listRecordedActs } from "~/data/audit-events.server";
import { getDeskDay } from "~/data/pages.server";
import { paths } from "~/lib/paths";
import { auditActInWords } from "~/wording/audit-acts";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "Audit · Imprimatur" }];

const entry = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .nullable()
  .catch(null);
const query = z.object({
  before: entry,
  after: entry,
  act: z.string().regex(/^\w+$/).nullable().catch(null),
});

/** The record of acts, a page at a time, newest first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requireRole(
    request,
    "editor",
    "clinical_lead",
    "admin",
  );
  const asked = new URL(request.url).searchParams;
  const part = query.parse({
    before: asked.get("before"),
    after: asked.get("after"),
    act: asked.get("act"),
  });
  const [{ events, hasMore }, acts, { timeZone }] = await Promise.all([
    listAuditEvents({ ...part, viewerId: person.id }),
    listRecordedActs(),
    getDeskDay(),
  ]);
  const { before, after, act } = part;
  const hasNewer = after === null ? before !== null : hasMore;
  const hasOlder = after === null ? hasMore : true;
  return { events, hasNewer, hasOlder, acts, timeZone, act };
}

export default function Audit() {
  const { events, hasNewer, hasOlder, acts, timeZone, act } =
    useLoaderData<typeof loader>();
  const first = events[0]?.seq;
  const last = events.at(-1)?.seq;
  return (
    <>
      <PageHeading
        title="Audit"
        below="Every act on this desk, in the order in which it was recorded. Nothing here can be changed; each entry seals the one before it."
      />
      <form method="get" className="mb-5 flex flex-wrap items-end gap-3">
        <Select
          name="act"
          label="Act"
          isOptional
          value={act ?? ""}
          emptyLabel="Every act"
          options={acts.map((value) => ({
            value,
            label: auditActInWords(value),
          }))}
        />
        <Button>Show</Button>
      </form>
      <AuditTable events={events} timeZone={timeZone} />
      {first !== undefined && last !== undefined && (
        <Pagination
          summary={`Entries ${String(first)} to ${String(last)}`}
          previousHref={
            hasNewer ? paths.audit({ act, after: first }) : undefined
          }
          nextHref={hasOlder ? paths.audit({ act, before: last }) : undefined}
        />
      )}
    </>
  );
}

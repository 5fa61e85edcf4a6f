import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireRole } from "~/auth/require-person.server";
import { Button, ButtonLink } from "~/components/button";
import { PageHeading } from "~/components/page-heading";
import { Pagination } from "~/components/pagination";
import { PeopleTable } from "~/components/people-table";
import { TextField } from "~/components/text-field";
import { listNotJoined } from "~/data/accounts.server";
import { listPeople, peoplePerPage } from "~/data/people.server";
import { paths } from "~/lib/paths";
import { mayNotInvite } from "~/policy/person-roles";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "People · Imprimatur" }];

const query = z.object({
  q: z.string().trim().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const roles = ["editor", "clinical_lead", "admin"] as const;
  const { person } = await requireRole(request, ...roles);
  const asked = new URL(request.url).searchParams;
  const { q, page } = query.parse({
    q: asked.get("q"),
    page: asked.get("page") ?? 1,
  });
  const { people, total } = await listPeople({ query: q, page });
  const notJoined = await listNotJoined(people.map(({ id }) => id));
  const mayInvite = mayNotInvite(person) === null;
  const before = (page - 1) * peoplePerPage;
  return { people, notJoined, total, q, page, before, mayInvite };
}

export default function People() {
  const { people, notJoined, total, q, page, before, mayInvite } =
    useLoaderData<typeof loader>();
  const last = before + people.length;
  const isMore = last < total;
  return (
    <>
      <PageHeading
        title="People"
        below="Who writes, reviews, edits and runs this desk, and what they hold now."
        action={
          mayInvite && (
            <ButtonLink tone="primary" href={paths.invite()}>
              Invite a person
            </ButtonLink>
          )
        }
      />
      <form
        method="get"
        role="search"
        className="mb-5 flex flex-wrap items-end gap-3"
      >
        <TextField
          name="q"
          label="Name, address or affiliation"
          type="search"
          isOptional
          value={q}
          width="medium"
        />
        <Button>Find</Button>
      </form>
      <p className="mb-4">
        <a href={paths.noReviewerOrOwner()}>Pages with no reviewer or owner</a>
      </p>
      <PeopleTable people={people} notJoined={notJoined} />
      {people.length > 0 && (
        <Pagination
          summary={`${String(before + 1)} to ${String(last)} of ${String(total)}`}
          previousHref={
            page > 1 ? paths.people({ query: q, page: page - 1 }) : undefined
          }
          nextHref={
            isMore ? paths.people({ query: q, page: page + 1 }) : undefined
          }
        />
      )}
    </>
  );
}

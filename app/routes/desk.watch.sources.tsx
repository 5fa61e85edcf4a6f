import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireRole } from "~/auth/require-person.server";
import { Button } from "~/components/button";
import { Select } from "~/components/choice-fields";
import { PageHeading } from "~/components/page-heading";
import { Pagination } from "~/components/pagination";
import { TextField } from "~/components/text-field";
import { SourceTable } from "~/components/watch/source-table";
import { WatchTabs } from "~/components/watch/watch-tabs";
import { listSources } from "~/data/source-register.server";
import { watchSubjects } from "~/domain/watch-items";
import { paths } from "~/lib/paths";
import { watchSubjectLabels } from "~/wording/watch-items";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "Sources · Imprimatur" }];

const perScreen = 50;
const kinds = watchSubjects.filter((kind) => kind !== "page");
const query = z.object({
  q: z.string().trim().max(200).catch(""),
  kind: z.enum(kinds).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});

/** What live texts rest on, as far as this person may know of them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const roles = ["editor", "clinical_lead", "reviewer", "author"] as const;
  const { person } = await requireRole(request, ...roles);
  const asked = new URL(request.url).searchParams;
  const { q, kind, page } = query.parse({
    q: asked.get("q") ?? "",
    kind: asked.get("kind"),
    page: asked.get("page") ?? 1,
  });
  const offset = (page - 1) * perScreen;
  const found = await listSources(person.id, {
    ...{ kind, words: q, limit: perScreen, offset },
  });
  const sources = found.slice(0, perScreen);
  return { q, kind, page, offset, sources, hasMore: found.length > perScreen };
}

export default function Sources() {
  const { q, kind, page, offset, sources, hasMore } =
    useLoaderData<typeof loader>();
  const to = (other: number) => paths.sources({ q, kind, page: other });
  return (
    <>
      <PageHeading
        title="Sources"
        below="What live texts cite, link, mark or name. An event about one of them touches the pages that rest on it."
      />
      <WatchTabs current="sources" />
      <form
        method="get"
        role="search"
        className="mb-5 flex flex-wrap items-end gap-3"
      >
        <TextField name="q" label="Name or identifier" value={q} isOptional />
        <Select
          name="kind"
          label="Kind"
          isOptional
          value={kind ?? ""}
          emptyLabel="Every kind"
          options={kinds.map((value) => ({
            value,
            label: watchSubjectLabels[value],
          }))}
        />
        <Button>Show</Button>
      </form>
      <SourceTable sources={sources} />
      {sources.length > 0 && (
        <Pagination
          summary={`Sources ${String(offset + 1)} to ${String(offset + sources.length)}`}
          previousHref={page > 1 ? to(page - 1) : undefined}
          nextHref={hasMore ? to(page + 1) : undefined}
        />
      )}
    </>
  );
}

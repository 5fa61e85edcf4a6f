import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/auth/require-person.server";
import { createPage } from "~/commands/create-page.server";
import { readGenes } from "~/commands/find-genes.server";
import { PageHeading } from "~/components/page-heading";
import { NewPageForm } from "~/components/pages/new-page-form";
import { creditOf, listColleagues } from "~/data/page-team.server";
import { listCollections } from "~/data/pages.server";
import type { RefusalCode } from "~/domain/refusals";
import { paths } from "~/lib/paths";
import { slugFrom } from "~/lib/slug";
import { mayNotCreatePage } from "~/policy/pages";
import { refusedForm } from "~/wording/refused-form";
import { readNewPage } from "./read-new-page";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "New page · Imprimatur" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  if (mayNotCreatePage(person)) throw new Response(null, { status: 403 });
  const [colleagues, collections] = await Promise.all([
    listColleagues(),
    listCollections(),
  ]);
  return { personId: person.id, colleagues, collections };
}

export async function action({ request }: ActionFunctionArgs) {
  const { person, sessionId } = await requirePerson(request);
  const form = readNewPage(await request.formData());
  if (!form.ok) return data(form, { status: 422 });
  const {
    slug: wanted,
    owner,
    collection,
    genes,
    begin,
    ...page
  } = form.values;
  const slug = wanted || slugFrom(page.title);
  const outcome = await createPage(sessionId, {
    ...page,
    slug,
    topics: await readGenes(genes),
    ownerId: owner,
    collectionId: collection,
    hasSections: begin === "sections",
    credits: person.roles.includes("author") ? await creditOf(person.id) : [],
  });
  if (outcome.ok) return redirect(paths.deskPageAct(slug, "write"), 303);
  const { status, errors } = refusedForm(outcome, fieldsOfRefusals, "title");
  return data({ errors, typed: { ...form.typed, slug } }, { status });
}

const fieldsOfRefusals: Partial<Record<RefusalCode, string>> = {
  slug_taken: "slug",
  invalid_slug: "slug",
  owner_required: "owner",
};

/** A page begins with what it is about, for whom, where, and who answers for it. */
export default function NewPage() {
  const known = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeading
        title="New page"
        above={<a href={paths.pages()}>Pages</a>}
        below="All of this can be changed until the first version is submitted, save the address."
      />
      <NewPageForm
        {...known}
        errors={answer?.errors ?? []}
        typed={answer?.typed ?? {}}
      />
    </>
  );
}

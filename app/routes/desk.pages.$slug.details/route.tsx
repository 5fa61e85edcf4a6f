import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePage } from "~/auth/require-page.server";
import { DetailsScreen } from "~/components/pages/details-screen";
import { findDraft } from "~/data/drafts.server";
import { listAuthors, listColleagues } from "~/data/page-team.server";
import { listCollections } from "~/data/pages.server";
import { typedFormOf } from "~/lib/form-rows";
import { paths } from "~/lib/paths";
import { mayNotHandOver } from "~/policy/pages";
import { performTeamAct } from "./perform-team-act.server";
import { saveSection } from "./save-section.server";
import { detailsSections, teamActs } from "./sections";
import { markOf } from "./seen.server";

export const handle = { noScript: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePage(request, params.slug, "read");
  const { page, access, person } = asked;
  const draft = await findDraft(page.id, "main");
  if (!draft) throw new Response(null, { status: 404 });
  const [authors, colleagues, collections] = await Promise.all([
    listAuthors(page.id),
    listColleagues(),
    listCollections(),
  ]);
  const { body: _text, ...details } = draft.content;
  const marks = Object.fromEntries(
    detailsSections.map((section) => [
      section,
      markOf(section, draft.content, page.collectionId),
    ]),
  );
  return {
    details,
    marks,
    authors,
    colleagues,
    collections,
    collectionId: page.collectionId,
    ownerId: page.ownerId,
    isKindFixed: page.newestVersionId !== null,
    canWrite: access === "write",
    mayHandOver: mayNotHandOver(person, page) === null,
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await requirePage(request, params.slug, "write");
  const form = await request.formData();
  const intent = form.get("intent");
  const section = detailsSections.find((name) => name === intent);
  const teamAct = teamActs.find((name) => name === intent);
  const refused = section
    ? await saveSection(asked, section, form)
    : teamAct
      ? await performTeamAct(asked, teamAct, form)
      : null;
  const part = section ?? teamAct ?? "about";
  if (!refused) {
    const here = paths.deskPageAct(asked.page.slug, "details");
    return redirect(`${here}?saved=${part}#${part}`, 303);
  }
  const { status, ...answer } = refused;
  return data({ part, typed: typedFormOf(form), ...answer }, { status });
}

/** All that a page says of itself besides its text, in plain forms. */
export default function Details() {
  const known = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <DetailsScreen {...known} answer={answer ?? null} />;
}

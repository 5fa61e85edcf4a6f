import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePage } from "~/auth/require-page.server";
import { Stack } from "~/components/layout";
import { Section } from "~/components/page-heading";
import { PageText } from "~/components/page-text";
import { AnswerErrors } from "~/components/review/answer-errors";
import { AnswerNotice } from "~/components/review/answer-notice";
import { paths } from "~/lib/paths";
import { isEditor } from "~/policy/pages";
import { ActForm } from "./act-form";
import { ActsSection } from "./acts-section";
import { loadPublic } from "./load-public.server";
import { NoticesSection } from "./notices-section";
import { perform } from "./perform.server";
import { StandingSection } from "./standing-section";
import { WithheldSection } from "./withheld-section";

export const handle = { noScript: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, person, access } = await requirePage(
    request,
    params.slug,
    "read",
  );
  const query = new URL(request.url).searchParams;
  return {
    ...(await loadPublic(page)),
    personId: person.id,
    mayEdit: isEditor(person),
    mayWrite: access === "write",
    act: query.get("act"),
    about: query.get("about"),
    done: query.get("done"),
  };
}

/** Performs one act on what is public; each has its reason and its consequence. */
export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await requirePage(request, params.slug, "write");
  const performed = await perform(asked, await request.formData());
  if (!performed) throw new Response(null, { status: 404 });
  if (!performed.ok) return data(performed, { status: performed.status });
  const { slug } = asked.page;
  const next = paths.deskPageAct(
    slug,
    performed.done === "rereview" ? "review" : "public",
  );
  return redirect(`${next}?done=${performed.done}`, 303);
}

/** What readers get of this page today, and every act on it. */
export default function PagePublic() {
  const known = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  return (
    <>
      {!answer && <AnswerNotice done={known.done} />}
      <AnswerErrors errors={answer?.errors ?? []} />
      <Stack gap="loose">
        <ActForm known={known} answer={answer} />
        <StandingSection known={known} />
        <NoticesSection known={known} />
        <WithheldSection known={known} />
        <ActsSection known={known} />
        {known.html !== null && (
          <Section title="The text as readers get it">
            <details className="panel px-4 py-3 sm:px-8">
              <summary className="cursor-pointer">Show the text</summary>
              <div className="py-4">
                <PageText html={known.html} />
              </div>
            </details>
          </Section>
        )}
      </Stack>
    </>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SuggestionsScreen } from "~/components/suggestions/suggestions-screen";
import { requireDraftReader } from "~/auth/require-draft-reader.server";
import { getDeskDay } from "~/data/pages.server";
import { paths } from "~/lib/paths";
import { wordRefusal } from "~/wording/refusals";
import { wordAnswerDone } from "~/wording/suggestions";
import { loadSuggestions, previewAccepted } from "./load-suggestions.server";
import { performAnswer } from "./perform.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requireDraftReader(request, params.slug);
  const { page, access, person, draft } = asked;
  const query = new URL(request.url).searchParams;
  const preview = query.get("preview");
  const [known, day] = await Promise.all([
    loadSuggestions(draft),
    getDeskDay(),
  ]);
  return {
    ...known,
    slug: page.slug,
    canWrite: access === "write" && page.archivedAt === null,
    personId: person.id,
    timeZone: day.timeZone,
    done: wordAnswerDone(query.get("done")),
    preview:
      preview === null
        ? null
        : await previewAccepted(draft, preview === "all" ? null : preview),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { page, sessionId, draft } = await requireDraftReader(
    request,
    params.slug,
  );
  const form = await request.formData();
  const performed = await performAnswer(sessionId, draft, form);
  if (performed.ok) {
    const isOwn = form.get("own") === "yes";
    const word =
      performed.value === "closed" && isOwn ? "withdrawn" : performed.value;
    const next = String(form.get("next") ?? "");
    const anchor = /^[\w-]{1,80}$/.test(next) ? `#${next}` : "";
    return redirect(`${paths.suggestions(page.slug, word)}${anchor}`, 303);
  }
  const { status, sentence } = wordRefusal(performed.because);
  const typed = String(form.get("reason") ?? "");
  const refusal = { sentence, change: performed.change ?? "", typed };
  return data({ refusal }, { status });
}

/** What people suggest for the draft, each change to be accepted or declined. */
export default function Suggestions() {
  const known = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SuggestionsScreen {...known} refusal={answer?.refusal ?? null} />;
}

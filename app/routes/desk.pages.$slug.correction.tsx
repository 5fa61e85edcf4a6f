import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePage } from "~/auth/require-page.server";
import { dropCorrection } from "~/commands/drop-correction.server";
import { openCorrection } from "~/commands/open-correction.server";
import { editedDraft } from "~/components/pages/edited-draft";
import { CorrectionScreen } from "~/components/pages/correction-screen";
import { blockChoices } from "~/content/block-names";
import { renderHtml } from "~/content/render-html";
import { findDraft, findLiveText } from "~/data/drafts.server";
import { getDeskDay } from "~/data/pages.server";
import type { RefusalCode } from "~/domain/refusals";
import { parseForm, textOf } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { refusedForm } from "~/wording/refused-form";

export const handle = { editor: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePage(request, params.slug, "read");
  const { page, access, person } = asked;
  const [draft, live, day] = await Promise.all([
    findDraft(page.id, "correction"),
    findLiveText(page.id),
    getDeskDay(),
  ]);
  if (!draft && !live) throw new Response(null, { status: 404 });
  return {
    slug: page.slug,
    canWrite: access === "write",
    state: page.correctionState,
    versionId: page.correctionVersionId,
    timeZone: day.timeZone,
    person: { id: person.id, email: person.email },
    blocks: live ? blockChoices(live.content) : [],
    draft: draft && editedDraft(draft),
    reason: draft?.reason ?? "",
    scope: draft?.scope ?? [],
    html: draft ? renderHtml(draft.content, { citations: "named" }) : "",
  };
}

const opening = z.object({
  reason: textOf("Say why the live text is unsafe.", 5_000),
  scope: z.preprocess(
    (sent) => (sent === undefined ? [] : [sent].flat()),
    z
      .array(z.string().max(40))
      .min(1, { error: "Choose the blocks that are to be corrected." }),
  ),
});

export async function action({ request, params }: ActionFunctionArgs) {
  const { page, sessionId } = await requirePage(request, params.slug, "write");
  const form = await request.formData();
  const here = paths.deskPageAct(page.slug, "correction");
  if (form.get("intent") === "drop") {
    const dropped = await dropCorrection(sessionId, page.id);
    if (dropped.ok)
      return redirect(
        `${paths.deskPage(page.slug)}?done=correction_dropped`,
        303,
      );
    const { status, errors } = refusedForm(dropped, {}, "reason");
    return data({ errors, typed: {} }, { status });
  }
  const read = parseForm(opening, form);
  if (!read.ok) return data(read, { status: 422 });
  const opened = await openCorrection(sessionId, {
    pageId: page.id,
    ...read.values,
  });
  if (opened.ok) return redirect(here, 303);
  const { status, errors } = refusedForm(opened, fieldsOfRefusals, "reason");
  return data({ errors, typed: read.typed }, { status });
}

const fieldsOfRefusals: Partial<Record<RefusalCode, string>> = {
  scope_missing: "scope",
};

/** The urgent path for words that are unsafe: opened, written and submitted by itself. */
export default function Correction() {
  const known = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <CorrectionScreen
      {...known}
      errors={answer?.errors ?? []}
      typed={answer?.typed ?? {}}
    />
  );
}

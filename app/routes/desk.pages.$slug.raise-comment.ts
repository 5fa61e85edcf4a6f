import type { ActionFunctionArgs } from "@remix-run/node";
import { requireDraftReader } from "~/auth/require-draft-reader.server";
import { performComment } from "./desk.pages.$slug.comments/perform-comment.server";

/** A comment on the draft, begun inside the editor; the same act as the form's. */
export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await requireDraftReader(request, params.slug);
  const sent = await request.formData();
  if (sent.get("intent") !== "raise_comment")
    throw new Response(null, { status: 400 });
  const performed = await performComment(
    asked,
    { draftId: asked.draft.id },
    sent,
  );
  if (performed?.ok) return Response.json({ ok: true });
  const { errors = [], status = 400 } = performed ?? {};
  return Response.json({ ok: false, errors }, { status });
}

/** Nothing is shown at this address. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

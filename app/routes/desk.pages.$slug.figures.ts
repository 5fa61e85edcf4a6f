import type { ActionFunctionArgs } from "@remix-run/node";
import { requirePage } from "~/auth/require-page.server";
import { storeFigure } from "~/commands/store-figure.server";
import { mostImageBytes } from "~/lib/prepare-image.server";
import { paths } from "~/lib/paths";
import { wordRefusal } from "~/wording/refusals";

/**
 * Keeps an image of the editor's: multipart, in the field `file`. 201 with its
 * hash, size and address, or the refusal with its sentence, as JSON. The form
 * for those without the editor is the page's `add-figure`.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const { page, sessionId } = await requirePage(request, params.slug, "write");
  const form = await request.formData().catch(() => null);
  const sent = form?.get("file");
  const file = sent instanceof File ? sent : null;
  // One byte too many is enough to see that it is too large.
  const bytes = await file?.slice(0, mostImageBytes + 1).arrayBuffer();
  const image = new Uint8Array(bytes ?? []);
  const stored = await storeFigure(sessionId, page.id, image);
  if (stored.ok) {
    const url = paths.deskFigure(stored.value.file);
    return Response.json({ ok: true, ...stored.value, url }, { status: 201 });
  }
  const { status, sentence } = wordRefusal(stored.because);
  return Response.json(
    { ok: false, because: stored.because, message: sentence },
    { status },
  );
}

/** Nothing is shown at this address. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/auth/require-person.server";
import { isSha256 } from "~/content/attribute-rules";
import { findFigureFor } from "~/data/figures.server";
import { imageResponse } from "~/lib/image-response";

/** An image that the desk holds, for whoever may read a page that holds it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const { sha256 } = params;
  const figure = isSha256(sha256)
    ? await findFigureFor(sha256, person.id)
    : null;
  if (!figure || !sha256) throw new Response(null, { status: 404 });
  return imageResponse(request, { sha256, ...figure }, "private");
}

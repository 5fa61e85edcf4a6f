import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/auth/require-person.server";
import { isSha256 } from "~/content/attribute-rules";
import { findFigure } from "~/data/figures.server";
import { imageResponse } from "~/lib/image-response";

/** An image that the desk holds, for whoever is signed in and knows its hash. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePerson(request);
  const { sha256 } = params;
  const figure = isSha256(sha256) ? await findFigure(sha256) : null;
  if (!figure || !sha256) throw new Response(null, { status: 404 });
  return imageResponse(request, { sha256, ...figure }, "private");
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPublicFigure } from "~/data/public-site.server";
import { imageResponse } from "~/lib/image-response";

/** An image of a text that readers are shown today; 404 for every other. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const sha256 = params["sha256"] ?? "";
  const figure = await findPublicFigure(sha256);
  if (!figure) throw new Response(null, { status: 404 });
  return imageResponse(request, { sha256, ...figure }, "public");
}

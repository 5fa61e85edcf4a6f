import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/auth/require-person.server";
import { findGenes } from "~/commands/find-genes.server";

/** Genes that fit what was typed, for the editor's dialog. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json({ genes: await findGenes(typed) });
}

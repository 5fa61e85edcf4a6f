import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/auth/require-person.server";
import { blockText } from "~/content/plain-text";
import { listApprovedVersions } from "~/data/components.server";

/** The newest approved version of each reusable text, for the editor to insert. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  const seen = new Set<string>();
  const components = (await listApprovedVersions()).flatMap((version) => {
    const { slug, number, kind, name, content } = version;
    if (seen.has(slug)) return [];
    seen.add(slug);
    const words = content.map((block) => blockText(block)).join(" ");
    return [{ name: slug, version: number, kind, title: name, words, content }];
  });
  return Response.json({ components });
}

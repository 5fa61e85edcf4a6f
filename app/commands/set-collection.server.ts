import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import { slugFrom } from "~/lib/slug";

/** Makes a collection, or changes the name and lead of the one of this address. */
export async function setCollection(
  sessionId: string,
  {
    slug,
    name,
    leadId,
  }: { slug?: string; name: string; leadId: string | null },
): Promise<Outcome<string>> {
  return runAct(appPool(), "set_collection", [
    sessionId,
    slug ?? slugFrom(name),
    name,
    leadId,
  ]);
}

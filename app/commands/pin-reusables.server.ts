import { reusablesToLookUp } from "~/checks/look-up";
import type { Body } from "~/content/page-content";
import { listApprovedVersions } from "~/data/components.server";
import { done, type Outcome, refused } from "~/domain/outcome";

/**
 * The body with the approved words in every reusable text, whatever was sent:
 * a page pins a version, and nobody writes in it. Refused when a version is not
 * approved or of another kind.
 */
export async function pinReusables(body: Body): Promise<Outcome<Body>> {
  const names = reusablesToLookUp({ body });
  if (names.length === 0) return done(body);
  const approved = await listApprovedVersions(names);
  const content: Body["content"] = [];
  for (const block of body.content) {
    if (block.type !== "reusable") {
      content.push(block);
      continue;
    }
    const { component, version, kind } = block.attrs;
    const held = approved.find(
      ({ slug, number }) => slug === component && number === version,
    );
    if (held?.kind !== kind) return refused("reusable_unknown");
    content.push({ ...block, content: held.content });
  }
  return done({ ...body, content });
}

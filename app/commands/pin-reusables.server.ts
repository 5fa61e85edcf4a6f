import { reusablesToLookUp } from "~/checks/look-up";
import type { Body } from "~/content/page-content";
import {
  listApprovedVersions,
  type ReusableVersion,
} from "~/data/components.server";
import { done, type Outcome, refused } from "~/domain/outcome";

/**
 * The body with the approved words in every reusable text, whatever was sent:
 * a page pins a version, and nobody writes in it. Refused when a version is not
 * approved or of another kind.
 */
export async function pinReusables(body: Body): Promise<Outcome<Body>> {
  return pinAs(body, await findApproved([body]));
}

/** The approved words of every reusable text in some bodies. */
export async function findApproved(
  bodies: readonly Body[],
): Promise<ReusableVersion[]> {
  const names = bodies.flatMap((body) => reusablesToLookUp({ body }));
  return listApprovedVersions([...new Set(names)]);
}

/** The body as `pinReusables` makes it, with approved words that were read before. */
export function pinAs(
  body: Body,
  approved: readonly ReusableVersion[],
): Outcome<Body> {
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

import { findPage, type PageWithTies } from "~/data/pages.server";
import { type PageAccess, pageAccess } from "~/policy/pages";
import { requirePerson } from "./require-person.server";
import type { SignedIn } from "./session.server";

export type PageAsked = SignedIn & {
  page: PageWithTies;
  access: PageAccess;
};

/**
 * Who asks, the page they ask for and what they may do with it. Throws 404
 * where the page, or the access asked for, is not theirs to know of.
 */
export async function requirePage(
  request: Request,
  slug: string | undefined,
  least: PageAccess = "review",
): Promise<PageAsked> {
  const asking = await requirePerson(request);
  const page = slug ? await findPage(slug, asking.person.id) : null;
  const access = page && pageAccess(asking.person, page);
  if (!page || !access || !reaches[least].includes(access)) {
    throw new Response(null, { status: 404 });
  }
  return { ...asking, page, access };
}

/** Writing includes reading, and reading includes what a reviewer sees. */
const reaches: Record<PageAccess, readonly PageAccess[]> = {
  write: ["write"],
  read: ["write", "read"],
  review: ["write", "read", "review"],
};

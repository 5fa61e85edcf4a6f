import { redirect } from "@remix-run/node";
import {
  findPage,
  findPresentSlug,
  type PageWithTies,
} from "~/data/pages.server";
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
  const page = slug ? await findAt(slug, asking.person.id) : null;
  const access = page && pageAccess(asking.person, page);
  if (!page || !access || !reaches[least].includes(access)) {
    throw new Response(null, { status: 404 });
  }
  if (page.slug !== slug && request.method === "GET") {
    throw redirect(atPresent(request, slug ?? "", page.slug), 301);
  }
  return { ...asking, page, access };
}

/** The page at an address of the desk, also at one that it had before. */
async function findAt(slug: string, personId: string) {
  const page = await findPage(slug, personId);
  if (page) return page;
  const present = await findPresentSlug(slug);
  return present === null ? null : findPage(present, personId);
}

function atPresent(request: Request, old: string, present: string): string {
  const { pathname, search } = new URL(request.url);
  const from = `/desk/pages/${encodeURIComponent(old)}`;
  const rest = pathname.startsWith(from) ? pathname.slice(from.length) : "";
  return `/desk/pages/${encodeURIComponent(present)}${rest}${search}`;
}

/** Writing includes reading, and reading includes what a reviewer sees. */
const reaches: Record<PageAccess, readonly PageAccess[]> = {
  write: ["write"],
  read: ["write", "read"],
  review: ["write", "read", "review"],
};

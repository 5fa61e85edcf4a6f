import { requireToken } from "~/auth/require-token.server";
import {
  findPage,
  findPresentSlug,
  type PageWithTies,
} from "~/data/pages.server";
import type { TokenReader } from "~/data/token-reader.server";
import { environment } from "~/lib/environment.server";
import { absolute } from "~/lib/paths";
import { problem } from "~/lib/problem";
import { type PageAccess, pageAccess } from "~/policy/pages";
import { slugForm } from "../_public.api.v1.published._index/schema";

type Found = { page: PageWithTies; access: PageAccess };

/**
 * The page that a program asks for, and what its person may do with it; or what
 * it is answered instead: 404 where it is not theirs to know of, 301 where it
 * has another address now.
 */
export async function findPageForToken(
  request: Request,
  slug: string | undefined,
  pathOf: (slug: string) => string,
): Promise<Found | Response> {
  const reader = await requireToken(request);
  if (reader instanceof Response) return reader;
  const asked = slugForm.safeParse(slug);
  if (!asked.success) return missing();
  const found = await knownAt(asked.data, reader);
  if (found) return found;
  const present = await findPresentSlug(asked.data);
  if (present === null || !(await knownAt(present, reader))) return missing();
  const to = absolute(environment().origin, pathOf(present));
  return problem(301, "moved", `This page is now at ${to}.`, {
    headers: { Location: to },
  });
}

async function knownAt(slug: string, reader: TokenReader) {
  const page = await findPage(slug, reader.id);
  const access = page && pageAccess(reader, page);
  return page && access ? { page, access } : null;
}

/** 404 for what is not there, and for what is not theirs to know of. */
export function missing(): Response {
  return problem(
    404,
    "not_found",
    "There is no such page that this person may know of.",
  );
}

import { redirect } from "@remix-run/node";

/**
 * What a reader gets at an address without a page: 301 to where the page
 * stands now when it was renamed, the rest of the address kept, else 404.
 */
export function movedOrMissing(
  request: Request,
  slug: string,
  present: string | null,
): Response {
  if (present === null) return new Response(null, { status: 404 });
  const { pathname, search } = new URL(request.url);
  const old = `/pages/${encodeURIComponent(slug)}`;
  const rest = pathname.startsWith(old) ? pathname.slice(old.length) : "";
  return redirect(`/pages/${encodeURIComponent(present)}${rest}${search}`, 301);
}

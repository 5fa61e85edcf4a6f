import { redirect } from "@remix-run/node";
import type { Role } from "~/domain/words";
import { paths } from "~/lib/paths";
import { hasAnyRole } from "~/policy/person-roles";
import { findSignedIn, type SignedIn } from "./session.server";

/**
 * Who is asking. Whoever is signed out is sent to the sign-in screen, which
 * leads back here; a script is told so with 401 instead. Throws a Response.
 */
export async function requirePerson(request: Request): Promise<SignedIn> {
  const signedIn = await findSignedIn(request);
  if (signedIn) return signedIn;
  if (isFromScript(request)) {
    throw Response.json(
      { ok: false, because: "not_signed_in" },
      { status: 401 },
    );
  }
  const { pathname, search } = new URL(request.url);
  throw redirect(paths.signIn(`${pathname}${search}`), 303);
}

/** As `requirePerson`; 403 for whoever holds none of the roles. */
export async function requireRole(
  request: Request,
  ...roles: readonly [Role, ...Role[]]
): Promise<SignedIn> {
  const signedIn = await requirePerson(request);
  if (!hasAnyRole(signedIn.person, ...roles)) {
    throw new Response(null, { status: 403 });
  }
  return signedIn;
}

/** A request of the editor or another script, which cannot show a screen. */
function isFromScript(request: Request): boolean {
  return (request.headers.get("Accept") ?? "").includes("application/json");
}

import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { closeSession } from "~/auth/session.server";
import { paths } from "~/lib/paths";

/** Signs this browser out; the token is worth nothing from then on. */
export async function action({ request }: ActionFunctionArgs) {
  const setCookie = await closeSession(request);
  return redirect(paths.signIn(), {
    status: 303,
    headers: { "Set-Cookie": setCookie },
  });
}

/** Whoever opens the address instead of pressing the button stays signed in. */
export function loader() {
  return redirect(paths.desk(), 303);
}

import type { MetaFunction } from "@remix-run/node";
import { ErrorScreen, errorTitle } from "~/components/error-screen";

export const handle = { noScript: true };

export const meta: MetaFunction = ({ error }) => [{ title: errorTitle(error) }];

/** Any address that no other route knows. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export function action(): never {
  throw new Response(null, { status: 405 });
}

export default ErrorScreen;

export { ErrorScreen as ErrorBoundary };

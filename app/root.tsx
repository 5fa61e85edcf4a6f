import "~/styles/app.css";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorScreen, errorTitle } from "~/components/error-screen";
import { useNonce } from "~/lib/nonce";

export function loader({ context }: LoaderFunctionArgs) {
  return { requestId: context.requestId };
}

export const meta: MetaFunction = ({ error }) => [
  { title: error ? errorTitle(error) : "Imprimatur" },
];

/** The document. A route with `handle = { noScript: true }` gets no script. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const hasScript = !useMatches().some(({ handle }) => isWithoutScript(handle));
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {hasScript && <ScrollRestoration nonce={nonce} />}
        {hasScript && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export const ErrorBoundary = ErrorScreen;

function isWithoutScript(handle: unknown): boolean {
  return (
    handle instanceof Object && "noScript" in handle && handle.noScript === true
  );
}

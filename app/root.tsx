import "~/styles/app.css";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  UNSAFE_RemixContext,
  useMatches,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { ErrorScreen, errorTitle } from "~/components/error-screen";
import { useNonce } from "~/lib/nonce";

export function loader({ context }: LoaderFunctionArgs) {
  return { requestId: context.requestId };
}

export const meta: MetaFunction = ({ error }) => [
  { title: error ? errorTitle(error) : "Imprimatur" },
];

/**
 * The document. A route with `handle = { noScript: true }` gets no script, one
 * with `handle = { editor: true }` the editor's and not Remix's.
 */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const matches = useMatches();
  const has = (mark: "noScript" | "editor") =>
    matches.some(({ handle }) => isMarked(handle, mark));
  const hasEditor = has("editor");
  const hasScript = !hasEditor && !has("noScript");
  const isStaff = matches.some(
    ({ id, data }) => id === "routes/desk" && data !== undefined,
  );
  return (
    <html lang="en-GB" className={lookOf({ isStaff, hasEditor })}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {hasEditor && <EditorScript nonce={nonce} />}
        {hasScript && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export const ErrorBoundary = ErrorScreen;

/** The entry script by itself; it finds no Remix and starts the editor. */
function EditorScript({ nonce }: { nonce: string }) {
  const manifest = useContext(UNSAFE_RemixContext)?.manifest;
  if (!manifest) return null;
  const { entry, hmr } = manifest;
  return (
    <>
      {entry.imports.map((href) => (
        <link key={href} rel="modulepreload" href={href} />
      ))}
      {hmr?.runtime && (
        <script
          type="module"
          nonce={nonce}
          dangerouslySetInnerHTML={{
            __html: `import ${JSON.stringify(hmr.runtime)};`,
          }}
        />
      )}
      <script type="module" nonce={nonce} src={entry.module} />
    </>
  );
}

/**
 * Said here and not asked by `:has()`, for which a browser styles the whole
 * document again whenever something in it changes: at every key in the editor.
 */
function lookOf(is: { isStaff: boolean; hasEditor: boolean }) {
  const names = [is.isStaff && "for-staff", is.hasEditor && "for-writing"];
  return names.filter(Boolean).join(" ") || undefined;
}

function isMarked(handle: unknown, mark: string): boolean {
  return (
    handle instanceof Object &&
    Object.entries(handle).some(
      ([name, value]) => name === mark && value === true,
    )
  );
}

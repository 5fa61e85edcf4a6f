import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { rememberFailedRequests } from "~/lib/failed-request";

/** Gives a screen that Remix drew its behaviour in the browser. */
export function hydrate(): void {
  rememberFailedRequests();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  });
}

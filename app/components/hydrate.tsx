import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { rememberFailedRequests } from "~/lib/failed-request";
import { leaveLinksWithinToTheBrowser } from "~/lib/links-within";

/** Gives a screen that Remix drew its behaviour in the browser. */
export function hydrate(): void {
  rememberFailedRequests();
  leaveLinksWithinToTheBrowser();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  });
}

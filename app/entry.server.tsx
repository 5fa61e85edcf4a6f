import { PassThrough } from "node:stream";
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { logAccident } from "~/lib/log.server";
import { NonceProvider } from "~/lib/nonce";

export const streamTimeout = 15_000;

/**
 * Draws one page. People get it as it is made; crawlers, and readers of pages
 * without script, get it whole.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { cspNonce, requestId }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let hasBegun = false;
    let answeredStatus = status;
    const send = () => {
      hasBegun = true;
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(
        new Response(createReadableStreamFromReadable(body), {
          headers,
          status: answeredStatus,
        }),
      );
      pipe(body);
    };
    const isWhole =
      isWithoutScript(remix) || isbot(request.headers.get("user-agent"));
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={cspNonce}>
        <RemixServer context={remix} url={request.url} nonce={cspNonce} />
      </NonceProvider>,
      {
        nonce: cspNonce,
        [isWhole ? "onAllReady" : "onShellReady"]: send,
        onShellError: reject,
        onError(error: unknown) {
          answeredStatus = 500;
          // Before the shell is sent `onShellError` tells of it.
          if (hasBegun)
            logAccident(error, {
              act: `draw ${new URL(request.url).pathname}`,
              requestId,
            });
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

/** Logs what broke, under the code that the person sees. */
export const handleError: HandleErrorFunction = (
  error,
  { request, context },
) => {
  if (request.signal.aborted || isRefusal(error)) return;
  const act = `${request.method} ${new URL(request.url).pathname}`;
  logAccident(error, { act, requestId: context.requestId });
};

/** A status that a route, or Remix for it, answered with on purpose. */
function isRefusal(error: unknown): boolean {
  return isRouteErrorResponse(error) && error.status < 500;
}

function isWithoutScript({ routeModules, staticHandlerContext }: EntryContext) {
  return staticHandlerContext.matches.some(({ route }) => {
    const handle: unknown = routeModules[route.id]?.handle;
    return handle instanceof Object && "noScript" in handle;
  });
}

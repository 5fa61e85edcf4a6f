import type { RequestHandler, Response } from "express";
import { beforeHeaders } from "./before-headers.server";
import { contextOf } from "./request-context.server";

const twoYears = 60 * 60 * 24 * 730;

/**
 * The headers that limit what a page of ours can be made to do. Scripts and
 * styles are ours or carry the nonce; style attributes are not allowed at all.
 * Development needs Vite's own socket and style elements.
 */
export function securityHeaders({
  isHttps,
  isDevelopment,
}: {
  isHttps: boolean;
  isDevelopment: boolean;
}): RequestHandler {
  return (request, response, next) => {
    const { cspNonce } = contextOf(response);
    const policy = [
      "default-src 'none'",
      `script-src 'self' 'nonce-${cspNonce}'`,
      isDevelopment
        ? "style-src 'self' 'unsafe-inline'"
        : `style-src 'self' 'nonce-${cspNonce}'`,
      "img-src 'self' data:",
      "font-src 'self'",
      `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
      "manifest-src 'self'",
      // Mails carry their styles inline; their previews stand in frames without scripts.
      ...(request.path.startsWith("/desk/admin/mail/")
        ? ["style-src-attr 'unsafe-inline'"]
        : []),
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      ...(isHttps ? ["upgrade-insecure-requests"] : []),
    ];
    response.setHeader("Content-Security-Policy", policy.join("; "));
    beforeHeaders(response, () => keepOwnPolicy(response));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader(
      "Permissions-Policy",
      "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    );
    if (isHttps) {
      response.setHeader(
        "Strict-Transport-Security",
        `max-age=${String(twoYears)}`,
      );
    }
    if (request.path.startsWith("/desk")) {
      response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }
    next();
  };
}

/**
 * A route that shows a stranger's document has a policy of its own. Remix adds
 * it to ours, and a browser would hold the document to both.
 */
function keepOwnPolicy(response: Response): void {
  const policies = response.getHeader("Content-Security-Policy");
  const own = Array.isArray(policies) ? policies.at(-1) : undefined;
  if (own) response.setHeader("Content-Security-Policy", own);
}

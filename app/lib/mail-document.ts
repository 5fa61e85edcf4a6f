/** Mails carry their styles inline; nothing else of them may do anything. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-popups allow-top-navigation-by-user-activation";

/** The HTML part of a mail as a document of its own, in which nothing runs. */
export function mailDocument(html: string): Response {
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
    },
  });
}

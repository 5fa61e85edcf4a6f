import "@remix-run/node";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }

  /** What the server round Remix gives to every loader and action. */
  interface AppLoadContext {
    /** For every script of this response; the header names the same one. */
    cspNonce: string;
    /** Shown to the person as the reference code, and in the log. */
    requestId: string;
    /** Who is asking, as the socket or the trusted proxy says; for limits. */
    clientAddress: string;
  }
}

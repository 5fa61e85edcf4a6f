import { lookup, type LookupAddress } from "node:dns";
import { lookup as resolveName } from "node:dns/promises";
import { request, type RequestOptions } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicIp } from "./private-address";

/** What may be reached, and how a server proves who it is; a test says otherwise. */
export type Reach = {
  isAllowed: (address: string) => boolean;
  resolve: (host: string) => Promise<string[]>;
  tls: Pick<RequestOptions, "rejectUnauthorized">;
  /** Milliseconds until a program that says nothing is left. */
  patience: number;
};

const publicInternet: Reach = {
  isAllowed: isPublicIp,
  resolve: async (host) =>
    (await resolveName(host, { all: true })).map(({ address }) => address),
  tls: {},
  patience: 10_000,
};

/**
 * Why an address cannot be told anything, or null: it is not https, has a name
 * or password in it, its name is unknown, or it leads into a private network.
 */
export async function whyNotReachable(
  text: string,
  { isAllowed, resolve }: Pick<Reach, "isAllowed" | "resolve"> = publicInternet,
): Promise<
  "webhook_not_https" | "webhook_unresolved" | "webhook_private" | null
> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== "https:" || url.username || url.password)
    return "webhook_not_https";
  const host = hostOf(url);
  const addresses = isIP(host) ? [host] : await resolve(host).catch(() => []);
  if (addresses.length === 0) return "webhook_unresolved";
  return addresses.every(isAllowed) ? null : "webhook_private";
}

export type PostAnswer = {
  outcome: "sent" | "retry" | "failed";
  answer: string;
};

/**
 * Sends one body to one address. The connection is made only to an address
 * that is allowed at that moment, so that a name which leads elsewhere since it
 * was added reaches nothing; no redirect is followed. 2xx is sent; 410 and a
 * private address are given up at once; everything else is worth another try.
 */
export function postWebhook(
  url: string,
  body: string,
  headers: Record<string, string>,
  reach: Reach = publicInternet,
): Promise<PostAnswer> {
  const target = new URL(url);
  const host = hostOf(target);
  if (isIP(host) && !reach.isAllowed(host)) return Promise.resolve(isPrivate);
  return new Promise((done) => {
    const sending = request(
      target,
      {
        ...reach.tls,
        method: "POST",
        agent: false,
        lookup: guarded(reach.isAllowed),
        signal: AbortSignal.timeout(reach.patience),
        headers: { ...headers, "Content-Length": Buffer.byteLength(body) },
      },
      (response) => {
        const status = response.statusCode ?? 0;
        response.destroy();
        done(answerTo(status));
      },
    );
    sending.on("error", (error: Error & { code?: string }) => {
      const sentence = sentences[error.code ?? error.name];
      done(
        error.code === "EPRIVATE"
          ? isPrivate
          : {
              outcome: "retry",
              answer: sentence ?? "It could not be reached.",
            },
      );
    });
    // An answer of 101 gives neither a response nor an error, only an end.
    sending.on("close", () => {
      done({ outcome: "retry", answer: "It closed without an answer." });
    });
    sending.end(body);
  });
}

const isPrivate: PostAnswer = {
  outcome: "failed",
  answer: "Not sent: the address leads into a private network.",
};

const sentences: Record<string, string> = {
  ENOTFOUND: "Its name was not found.",
  EAI_AGAIN: "Its name could not be looked up.",
  ABORT_ERR: "It did not answer in time.",
  ECONNREFUSED: "It refused the connection.",
};

function answerTo(status: number): PostAnswer {
  const answer = `It answered ${String(status)}.`;
  if (status >= 200 && status < 300) return { outcome: "sent", answer };
  if (status >= 300 && status < 400)
    return {
      outcome: "retry",
      answer: `${answer} Redirects are not followed.`,
    };
  return { outcome: status === 410 ? "failed" : "retry", answer };
}

/** Looks a name up for a connection, and gives none of it when any is not allowed. */
function guarded(isAllowed: Reach["isAllowed"]): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses: LookupAddress[] = error ? [] : found;
      const [first] = addresses;
      if (error || !first) {
        callback(error ?? refusal("ENOTFOUND"), "", 0);
      } else if (!addresses.every(({ address }) => isAllowed(address))) {
        callback(refusal("EPRIVATE"), "", 0);
      } else if (options.all) {
        callback(null, addresses);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}

function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A host as the system knows it: an IPv6 address without its brackets. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}

export type SmtpSettings = {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps:`). */
  isTls: boolean;
  /** Stop rather than go on without TLS. */
  mustUpgrade: boolean;
  login: { user: string; password: string } | null;
};

/**
 * Reads SMTP_URL: `smtp://[user:password@]host[:port]`, or `smtps://` for TLS
 * from the first byte; ports 587 and 465 when none is given. A password never
 * travels without TLS, unless the server is on this machine. Throws RangeError
 * with one sentence that does not repeat the URL, which may hold a password.
 */
export function parseSmtpUrl(text: string): SmtpSettings {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !["smtp:", "smtps:"].includes(url.protocol) || !url.hostname)
    throw new RangeError(
      "SMTP_URL must be smtp://host:port or smtps://host:port",
    );
  if (!["", "/"].includes(url.pathname) || url.search || url.hash)
    throw new RangeError("SMTP_URL must end after the host and port");
  const isTls = url.protocol === "smtps:";
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const login = url.username
    ? { user: decoded(url.username), password: decoded(url.password) }
    : null;
  const isHere = ["localhost", "127.0.0.1", "::1"].includes(host);
  return {
    host,
    port: Number(url.port) || (isTls ? 465 : 587),
    isTls,
    mustUpgrade: !isTls && login !== null && !isHere,
    login,
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new RangeError(
      "SMTP_URL has a % in its user or password that must be written %25",
    );
  }
}

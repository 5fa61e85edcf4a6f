export type SendFailure = {
  outcome: "temporary_failure" | "permanent_failure";
  /** One sentence for editors, with the server's own words when it gave any. */
  reason: string;
};

/** What nodemailer puts on its errors; every field may be missing. */
type SmtpError = Error & {
  code: string;
  command?: unknown;
  response?: unknown;
  permanent?: unknown;
};

/**
 * What a failed sending means for this mail. Permanent only when the server
 * answered 5xx (RFC 5321, 4.2.1) to this recipient or this message; such an
 * answer earlier on, to our greeting, sign-in or sender address, is about the
 * desk and may be mended, so the mail waits. So does everything without an
 * answer: refused, dropped, timed out, no TLS. A connection that drops after
 * the message was sent is temporary too; the repeat carries the same
 * Message-ID. Returns null for an error that is not about sending.
 */
export function failureOf(error: unknown): SendFailure | null {
  if (!isSmtpError(error)) return null;
  const stage = typeof error.command === "string" ? error.command : "";
  const isAboutThisMail = stage === "RCPT TO" || stage === "DATA";
  return {
    outcome:
      isAboutThisMail && error.permanent === true
        ? "permanent_failure"
        : "temporary_failure",
    reason: `${sentenceFor(error.code, stage)}${answerOf(error)}`,
  };
}

function isSmtpError(error: unknown): error is SmtpError {
  return (
    error instanceof Error && "code" in error && typeof error.code === "string"
  );
}

const bySender = "The mail server refused the desk's own address";
const sentencesByStage: Record<string, string> = {
  "MAIL FROM": bySender,
  "RCPT TO": "The mail server refused the recipient's address",
  DATA: "The mail server refused the message",
};
const sentencesByCode: Record<string, string> = {
  EAUTH: "The mail server refused the desk's sign-in",
  ENOAUTH: "The mail server asks for a sign-in and SMTP_URL has none",
  ETIMEDOUT: "The mail server did not answer in time",
  EDNS: "The mail server's name was not found",
  ETLS: "No safe connection to the mail server could be made",
  ESOCKET: "The mail server could not be reached",
  ECONNECTION: "The mail server closed the connection",
};

function sentenceFor(code: string, stage: string): string {
  return (
    sentencesByCode[code] ??
    sentencesByStage[stage] ??
    "The mail server did not take the mail"
  );
}

/** The server's answer is a stranger's text: one line, cut short. */
function answerOf({ response }: SmtpError): string {
  if (typeof response !== "string") return ".";
  const line = response.replace(/[\p{C}\p{Z}]+/gu, " ").trim();
  return line === "" ? "." : `: ${line.slice(0, 300)}`;
}

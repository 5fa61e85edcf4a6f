import type { Body } from "~/content/page-content";
import { parseBody } from "~/content/parse-page-content";
import { isRecord } from "~/content/problems";

/** The draft as somebody else has saved it meanwhile. */
export type Theirs = {
  revision: number;
  body: Body;
  savedBy: string;
  /** ISO 8601. */
  savedAt: string;
};

/** What came of one try to save. */
export type SaveReply =
  | { kind: "saved"; revision: number; savedAt: string; body: Body | null }
  | { kind: "stale"; theirs: Theirs }
  | { kind: "signed_out" }
  /** The text is not as it may be; the next change tries again. */
  | { kind: "invalid"; sentences: string[] }
  /** The draft can no longer be written in; trying again is of no use. */
  | { kind: "closed"; sentence: string }
  /** No answer, or one of a server in trouble: try again later. */
  | { kind: "unreachable" };

const closedSentences: Record<number, string> = {
  403: "You may no longer write in this draft.",
  404: "This draft is no longer here for you.",
  409: "This draft is closed for writing.",
};

/**
 * Reads the desk's answer to a save. Whatever is not understood counts as
 * unreachable, so that nothing is ever taken for saved by mistake.
 */
export function readSaveReply(status: number, answer: unknown): SaveReply {
  const reply = isRecord(answer) ? answer : {};
  if (status === 401) return { kind: "signed_out" };
  if (status === 200) return readSaved(reply);
  if (status === 409 && reply.because === "stale_save") return readStale(reply);
  if (status === 413 || status === 422)
    return { kind: "invalid", sentences: problemSentences(reply) };
  const closed = closedSentences[status];
  if (closed === undefined) return { kind: "unreachable" };
  const message = typeof reply.message === "string" ? reply.message : closed;
  return { kind: "closed", sentence: message };
}

/** What the writer is told about an answer, where it says anything. */
export function sentencesOf(reply: SaveReply): string[] {
  if (reply.kind === "invalid") return reply.sentences;
  return reply.kind === "closed" ? [reply.sentence] : [];
}

function readSaved(reply: Record<string, unknown>): SaveReply {
  const { ok, revision, savedAt } = reply;
  if (ok !== true || !isRevision(revision) || typeof savedAt !== "string")
    return { kind: "unreachable" };
  return { kind: "saved", revision, savedAt, body: bodyOf(reply.content) };
}

function readStale({ draft }: Record<string, unknown>): SaveReply {
  if (!isRecord(draft)) return { kind: "unreachable" };
  const { revision, savedBy, savedAt } = draft;
  const body = bodyOf(draft.content);
  if (
    body === null ||
    !isRevision(revision) ||
    typeof savedBy !== "string" ||
    typeof savedAt !== "string"
  )
    return { kind: "unreachable" };
  return { kind: "stale", theirs: { revision, body, savedBy, savedAt } };
}

/** Only the body is the editor's; other forms edit the rest of the content. */
function bodyOf(content: unknown): Body | null {
  const parsed = isRecord(content) ? parseBody(content.body) : null;
  return parsed?.ok ? parsed.content : null;
}

function isRevision(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value);
}

function problemSentences({
  problems,
  message,
}: Record<string, unknown>): string[] {
  const listed = Array.isArray(problems)
    ? problems.flatMap((problem: unknown) =>
        isRecord(problem) && typeof problem.message === "string"
          ? [problem.message]
          : [],
      )
    : [];
  if (listed.length > 0) return [...new Set(listed)].slice(0, 5);
  return [
    typeof message === "string"
      ? message
      : "The desk cannot take this text as it is.",
  ];
}

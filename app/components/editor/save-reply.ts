import type { Block, Body } from "~/content/page-content";
import { parseBody } from "~/content/parse-page-content";
import { isRecord } from "~/content/problems";
import type { BlockClash } from "./clash-block";
import type { Meeting } from "./save-state";

/** What came of a request that did not go through. */
export type Trouble =
  | { kind: "signed_out" }
  /** The text is not as it may be; the next change tries again. */
  | { kind: "invalid"; sentences: string[] }
  /** The draft can no longer be written in; trying again is of no use. */
  | { kind: "closed"; sentence: string }
  /** No answer, or one of a server in trouble: try again later. */
  | { kind: "unreachable" };

/** What came of one try to save. */
export type SaveReply =
  | { kind: "saved"; revision: number; savedAt: string; body: Body | null }
  /** The draft as it stands by now, saved by somebody else or by ourselves. */
  | { kind: "stale"; met: Meeting }
  | Trouble;

/** What came of one try to merge. */
export type MergeReply =
  | {
      kind: "merged";
      body: Body;
      clashes: BlockClash[];
      met: Meeting;
      /** The other save was this person's own, from another tab or device. */
      isOwn: boolean;
      /** The desk had stored what was sent without an answer. */
      hasUnanswered: boolean;
    }
  | Trouble;

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
  if (status === 200) return readSaved(reply);
  if (status === 409 && reply.because === "stale_save") return readStale(reply);
  return readTrouble(status, reply);
}

/** Reads the desk's answer to a merge, as strictly. */
export function readMergeReply(status: number, answer: unknown): MergeReply {
  const reply = isRecord(answer) ? answer : {};
  if (status !== 200) return readTrouble(status, reply);
  const body = checkedBody(reply.body);
  const met = readDraft(reply.draft);
  const clashes = readClashes(reply.clashes);
  if (reply.ok !== true || body === null || met === null || clashes === null)
    return { kind: "unreachable" };
  const isOwn = reply.isOwn === true;
  const hasUnanswered = reply.hasUnanswered === true;
  return { kind: "merged", body, clashes, met, isOwn, hasUnanswered };
}

/** What the writer is told about an answer, where it says anything. */
export function sentencesOf(reply: Trouble): string[] {
  if (reply.kind === "invalid") return reply.sentences;
  return reply.kind === "closed" ? [reply.sentence] : [];
}

function readTrouble(status: number, reply: Record<string, unknown>): Trouble {
  if (status === 401) return { kind: "signed_out" };
  if (status === 413 || status === 422)
    return { kind: "invalid", sentences: problemSentences(reply) };
  const closed = closedSentences[status];
  if (closed === undefined) return { kind: "unreachable" };
  const message = typeof reply.message === "string" ? reply.message : closed;
  return { kind: "closed", sentence: message };
}

function readSaved(reply: Record<string, unknown>): SaveReply {
  const { ok, revision, savedAt } = reply;
  if (ok !== true || !isRevision(revision) || typeof savedAt !== "string")
    return { kind: "unreachable" };
  return { kind: "saved", revision, savedAt, body: bodyOf(reply.content) };
}

/** Without the other text there is nothing to merge with: no retry would help. */
function readStale(reply: Record<string, unknown>): SaveReply {
  if (!("draft" in reply)) return readTrouble(409, reply);
  const met = readDraft(reply.draft);
  return met === null ? { kind: "unreachable" } : { kind: "stale", met };
}

function readDraft(draft: unknown): Meeting | null {
  if (!isRecord(draft)) return null;
  const { revision, savedBy, savedAt } = draft;
  const body = bodyOf(draft.content);
  if (
    body === null ||
    !isRevision(revision) ||
    typeof savedBy !== "string" ||
    typeof savedAt !== "string"
  )
    return null;
  return { revision, body, savedBy, savedAt };
}

function readClashes(value: unknown): BlockClash[] | null {
  if (!Array.isArray(value)) return null;
  const clashes: BlockClash[] = [];
  for (const clash of value as unknown[]) {
    if (!isRecord(clash) || typeof clash.blockId !== "string") return null;
    const mine = readBlock(clash.mine);
    const theirs = readBlock(clash.theirs);
    if (mine === undefined || theirs === undefined) return null;
    clashes.push({ blockId: clash.blockId, mine, theirs });
  }
  return clashes;
}

/** Null for a block that is gone there, undefined for what is no block. */
function readBlock(value: unknown): Block | null | undefined {
  if (value === null) return null;
  return checkedBody({ type: "doc", content: [value] })?.content[0];
}

/** Only the body is the editor's; other forms edit the rest of the content. */
function bodyOf(content: unknown): Body | null {
  return isRecord(content) ? checkedBody(content.body) : null;
}

function checkedBody(body: unknown): Body | null {
  const parsed = parseBody(body);
  return parsed.ok ? parsed.content : null;
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

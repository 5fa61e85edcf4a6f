import { leaveOutKnown } from "~/content/known-blocks";
import type { Body } from "~/content/page-content";
import { isRecord } from "~/content/problems";
import {
  type MergeReply,
  readMergeReply,
  readSaveReply,
  type SaveReply,
} from "./save-reply";
import type { MergeRequest } from "./save-state";

const patience = 20_000;

/** Sends the body to the desk once. Never throws. */
export function sendBody(
  saveUrl: string,
  baseRevision: number,
  body: Body,
): Promise<SaveReply> {
  return ask(saveUrl, { baseRevision, body }, readSaveReply);
}

/** Asks the desk to merge a text with what others saved. Never throws. */
export function sendMerge(
  saveUrl: string,
  { baseRevision, base, unanswered, body }: MergeRequest,
): Promise<MergeReply> {
  const wanted = {
    baseRevision,
    base: base && leaveOutKnown(base, body),
    unanswered: unanswered && leaveOutKnown(unanswered, body),
    body,
  };
  return ask(saveUrl, wanted, readMergeReply);
}

/** What a browser still sends for a page that is gone, in bytes. */
const largestLast = 60_000;

/**
 * The request that outlives the page: blocks that the desk has go as their
 * ids. Null when so much is new that the browser would not send it.
 */
export function lastRequest(
  baseRevision: number,
  body: Body,
  confirmed: Body | null,
): string | null {
  const short = leaveOutKnown(body, confirmed);
  const request = JSON.stringify({ baseRevision, body: short });
  return new Blob([request]).size <= largestLast ? request : null;
}

/** Sends it without waiting for an answer. Never throws. */
export function sendLastRequest(saveUrl: string, request: string): void {
  fetch(saveUrl, { ...asJson(request), keepalive: true }).catch(noop);
}

const noop = () => undefined;

async function ask<Reply>(
  url: string,
  wanted: unknown,
  read: (status: number, answer: unknown) => Reply,
): Promise<Reply | { kind: "signed_out" } | { kind: "unreachable" }> {
  try {
    const response = await fetch(url, {
      ...asJson(JSON.stringify(wanted)),
      signal: AbortSignal.timeout(patience),
    });
    // A redirect is the desk's way to the sign-in screen.
    if (response.type === "opaqueredirect") return { kind: "signed_out" };
    return read(response.status, await jsonOf(response));
  } catch {
    return { kind: "unreachable" };
  }
}

function asJson(body: string): RequestInit {
  return {
    method: "POST",
    credentials: "same-origin",
    redirect: "manual",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body,
  };
}

export type SignInReply = { ok: true } | { ok: false; sentence: string };

/** Signs in from the layer over the text. Never throws. */
export async function sendSignIn(
  signInUrl: string,
  email: string,
  password: string,
): Promise<SignInReply> {
  try {
    const response = await fetch(signInUrl, {
      method: "POST",
      credentials: "same-origin",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ email, password }),
      signal: AbortSignal.timeout(patience),
    });
    const answer = await jsonOf(response);
    if (response.ok && isRecord(answer) && answer.ok === true)
      return { ok: true };
    const message = isRecord(answer) ? answer.message : null;
    return {
      ok: false,
      sentence:
        typeof message === "string"
          ? message
          : "That e-mail address and password do not go together.",
    };
  } catch {
    return {
      ok: false,
      sentence: "The desk cannot be reached. Your text is still kept here.",
    };
  }
}

export type GeneSuggestion = {
  symbol: string;
  hgncId: string;
  name: string;
  /** The symbol, alias or old symbol that fitted what was typed. */
  matched: string;
};

/** Genes that fit what was typed; null when the list cannot be reached. */
export async function findGenes(
  genesUrl: string,
  typed: string,
  signal: AbortSignal,
): Promise<GeneSuggestion[] | null> {
  try {
    const response = await fetch(
      `${genesUrl}?${new URLSearchParams({ q: typed }).toString()}`,
      { headers: { Accept: "application/json" }, signal },
    );
    const answer = response.ok ? await jsonOf(response) : null;
    if (!isRecord(answer) || !Array.isArray(answer.genes)) return null;
    return answer.genes.filter(isSuggestion).slice(0, 8);
  } catch {
    return null;
  }
}

function isSuggestion(value: unknown): value is GeneSuggestion {
  return (
    isRecord(value) &&
    typeof value.symbol === "string" &&
    typeof value.hgncId === "string" &&
    typeof value.name === "string" &&
    typeof value.matched === "string"
  );
}

async function jsonOf(response: Response): Promise<unknown> {
  const type = response.headers.get("Content-Type") ?? "";
  return type.includes("json") ? ((await response.json()) as unknown) : null;
}

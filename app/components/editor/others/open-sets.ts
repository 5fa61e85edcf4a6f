import type { Block } from "~/content/page-content";
import { isRecord } from "~/content/problems";
import type { OpenPlace } from "~/content/suggestions/open-places";
import type { SuggestionCardFacts } from "../../suggestions/suggestion-facts";

/** One other person's open suggestions for the draft, as the desk tells them. */
export type OpenSet = {
  setId: string;
  setRevision: number;
  madeBy: string;
  madeById: string;
  cards: SuggestionCardFacts[];
  places: OpenPlace[];
  /** The blocks that the places count in, as the set knows them. */
  blocks: Block[];
};

export type OpenSets = { mark: string | null; sets: OpenSet[] };

export type AnswerReply =
  { ok: true; done: string } | { ok: false; sentence: string };

const patience = 20_000;

/** What others suggest now; null when nothing changed since, or no answer came. Never throws. */
export async function lookAtSets(
  url: string,
  known: string | null,
): Promise<OpenSets | null> {
  try {
    const asked = known === null ? "" : `?known=${encodeURIComponent(known)}`;
    const response = await fetch(`${url}${asked}`, { ...request() });
    if (response.status !== 200) return null;
    const answer: unknown = await response.json();
    if (!isRecord(answer) || answer.ok !== true) return null;
    // Our own desk made it, from sets of this type; a day came as text.
    const { mark, sets } = answer as unknown as OpenSets;
    return { mark, sets: sets.map(withDays) };
  } catch {
    return null;
  }
}

function withDays(set: OpenSet): OpenSet {
  const cards = set.cards.map((card) => ({
    ...card,
    madeAt: new Date(card.madeAt),
  }));
  return { ...set, cards };
}

/** Sends one answer, as the form on the screen of suggestions would. Never throws. */
export async function sendAnswer(
  url: string,
  form: FormData,
): Promise<AnswerReply> {
  try {
    const response = await fetch(url, {
      ...{ ...request(), method: "POST", body: form },
    });
    if (response.type === "opaqueredirect" || response.status === 401)
      return {
        ok: false,
        sentence: "You are signed out. Sign in, then answer.",
      };
    const answer: unknown = await response.json();
    if (!isRecord(answer)) return notReached;
    if (answer.ok === true && typeof answer.done === "string")
      return { ok: true, done: answer.done };
    const { message } = answer;
    return typeof message === "string"
      ? { ok: false, sentence: message }
      : notReached;
  } catch {
    return notReached;
  }
}

const notReached = {
  ok: false,
  sentence: "The desk cannot be reached, so nothing was answered. Try again.",
} as const;

function request(): RequestInit {
  return {
    credentials: "same-origin",
    redirect: "manual",
    headers: { Accept: "application/json" },
    signal: AbortSignal.timeout(patience),
  };
}

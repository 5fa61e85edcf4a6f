import { isSameText } from "~/content/canonical";
import type { Body } from "~/content/page-content";
import type { BlockClash } from "./clash-block";
import type { Trouble } from "./save-reply";
import type { AutosaveSetting, Known, Meeting } from "./save-state";

/** What came of one try to bring a text to the desk. */
export type Attempted =
  | { kind: "stored"; body: Body; savedAt: string; isRepeat: boolean }
  /** It is to go again at once, on a newer revision or with what stands now. */
  | { kind: "again"; mergedWith: string | null }
  | { kind: "clash"; clashes: BlockClash[]; met: Meeting }
  | Trouble;

const again = { kind: "again", mergedWith: null } as const;

/**
 * One request, and the merge that it may ask for. A body without an answer is
 * sent again, the same, before any other. Keeps `known` as the desk answers.
 */
export async function attemptSave(
  setting: AutosaveSetting,
  known: Known,
  current: Body,
): Promise<Attempted> {
  if (known.isToMerge) return merge(setting, known);
  const isRepeat = known.unanswered !== null;
  const body = (known.unanswered ??= current);
  const reply = await setting.send(known.revision, body);
  if (reply.kind === "saved") {
    const { revision, savedAt } = reply;
    return stored(known, revision, reply.body ?? body, savedAt, isRepeat);
  }
  if (reply.kind !== "stale") return noted(known, reply);
  const { met } = reply;
  if (isSameText(body, met.body))
    return stored(known, met.revision, met.body, met.savedAt, isRepeat);
  if (!isRepeat) known.unanswered = null;
  if (known.confirmed && isSameText(known.confirmed, met.body)) {
    Object.assign(known, { revision: met.revision, confirmed: met.body });
    known.unanswered = null;
    return again;
  }
  return merge(setting, known);
}

async function merge(
  setting: AutosaveSetting,
  known: Known,
): Promise<Attempted> {
  const reading = setting.read();
  if (!reading.ok) return again;
  const reply = await setting.merge({
    baseRevision: known.revision,
    base: known.confirmed,
    unanswered: known.unanswered,
    body: reading.body,
  });
  if (reply.kind !== "merged") return noted(known, reply);
  // Typed into the very words that came in: with what stands now, again.
  if (!setting.onMerged(reply.body)) return again;
  known.isToMerge = false;
  const { met, clashes, isOwn, hasUnanswered } = reply;
  if (clashes.length === 0) {
    Object.assign(known, { revision: met.revision, confirmed: met.body });
    known.unanswered = null;
    return { kind: "again", mergedWith: isOwn ? null : met.savedBy };
  }
  // Until the choice the base stays: what is kept here clashes again if the
  // tab is closed, and cannot go over the other words by itself.
  if (hasUnanswered) known.confirmed = known.unanswered;
  known.unanswered = null;
  return { kind: "clash", clashes, met };
}

function stored(
  known: Known,
  revision: number,
  body: Body,
  savedAt: string,
  isRepeat: boolean,
): Attempted {
  Object.assign(known, { revision, confirmed: body, unanswered: null });
  return { kind: "stored", body, savedAt, isRepeat };
}

/** Only a request without an answer may have been stored. */
function noted(known: Known, trouble: Trouble): Trouble {
  if (trouble.kind !== "unreachable") known.unanswered = null;
  return trouble;
}

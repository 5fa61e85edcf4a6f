import { isSameText } from "~/content/canonical";
import type { Body } from "~/content/page-content";
import { blockById, type BlockClash, type ClashChoice } from "./clash-block";
import type { KeptText } from "./journal";
import { NamedTimers } from "./named-timers";
import { changedBlockCount } from "./save-count";
import { sentencesOf, type MergeReply, type Trouble } from "./save-reply";
import {
  atStart,
  type AutosaveSetting,
  type Known,
  type SavePhase,
  type SaveState,
} from "./save-state";

/** Milliseconds. */
export const pauseBeforeSave = 900;
export const longestUnsaved = 10_000;
const pauseBeforeJournal = 250;
const longestUnkept = 1_000;
const retryPauses = [2_000, 5_000, 10_000, 30_000];
const mergedIsShownFor = 8_000;
const shortestOutageToTell = 5_000;
const mostRebases = 3;

/** Phases in which another request would be of no use. */
const restingPhases = new Set<SavePhase>(["saved", "clash", "closed"]);

/** What is to follow a request: nothing, or the next one at once. */
type Next = "done" | "again";

/**
 * Saves a draft while somebody writes: 0.9 s after typing stops, at least
 * every 10 s, one request at a time, each naming the revision it started
 * from. Unsaved words are in the journal 0.25 s after typing stops, at the
 * latest after 1 s, and stay there until the desk has them. A save without an
 * answer is sent again, the same, until there is one. A stale save is merged
 * by the desk with what was saved meanwhile; where both changed the same words
 * nothing is saved until the writer has chosen, and what is not chosen is set
 * aside in the journal.
 */
export class Autosave {
  readonly #setting: AutosaveSetting;
  readonly #known: Known;
  readonly #timers = new NamedTimers();
  readonly #listeners = new Set<() => void>();
  #state: SaveState = atStart;
  #changes = 0;
  #unansweredAt = 0;
  #unsavedSince: string | null = null;
  #outage: { since: string; base: Body | null; isLong: boolean } | null = null;
  #mergedWith: string | null = null;
  #inFlight: Promise<void> | null = null;
  #isAgain = false;
  #retries = 0;
  #isStopped = false;

  constructor(setting: AutosaveSetting) {
    const { revision, body } = setting;
    this.#setting = setting;
    this.#known = { revision, confirmed: body, unanswered: null };
  }

  readonly getState = (): SaveState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  noteChange(): void {
    this.#changes += 1;
    this.#unsavedSince ??= this.#setting.now().toISOString();
    const timers = this.#timers;
    const keep = () => void this.writeJournal();
    timers.start("journal", pauseBeforeJournal, keep);
    timers.startOnce("longest unkept", longestUnkept, keep);
    const { phase } = this.#state;
    if (phase === "clash" || phase === "signed_out" || phase === "closed")
      return;
    if (phase === "unreachable" && timers.isRunning("retry")) return;
    if (phase === "saved" || phase === "invalid")
      this.#set({ phase: "unsaved", sentences: [] });
    const save = () => void this.saveNow();
    timers.start("pause", pauseBeforeSave, save);
    timers.startOnce("longest", longestUnsaved, save);
  }

  /** Saves what is unsaved; answers when nothing is in flight any more. */
  saveNow(): Promise<void> {
    this.#timers.cancel("pause", "longest", "retry");
    const { phase } = this.#state;
    if (this.#isStopped || phase === "clash" || phase === "closed")
      return Promise.resolve();
    if (this.#inFlight !== null) {
      this.#isAgain = true;
      return this.#inFlight;
    }
    if (phase === "saved") return Promise.resolve();
    this.#inFlight = this.#attempts().finally(() => {
      this.#inFlight = null;
    });
    return this.#inFlight;
  }

  async writeJournal(): Promise<void> {
    this.#timers.cancel("journal", "longest unkept");
    const { read, journal, now } = this.#setting;
    const reading = read();
    if (!reading.ok) return;
    const { revision, confirmed } = this.#known;
    const isKeptHere = await journal.keepUnsaved({
      baseRevision: revision,
      base: confirmed,
      body: reading.body,
      writtenBy: null,
      writtenAt: now().toISOString(),
    });
    if (isKeptHere !== this.#state.isKeptHere) this.#set({ isKeptHere });
  }

  /** What is on the screen, or null when it is not as it may be. */
  currentBody(): Body | null {
    const reading = this.#setting.read();
    return reading.ok ? reading.body : null;
  }

  /** A clash is decided; after the last one the text is saved as it stands. */
  async choose(clash: BlockClash, choice: ClashChoice): Promise<void> {
    const { met, clashes } = this.#state;
    if (met === null || !clashes.includes(clash)) return;
    const mine = blockById(this.currentBody(), clash.blockId);
    const left = { mine: clash.theirs, theirs: mine, both: null }[choice];
    this.#setting.onChosen(clash, choice, met.body);
    const rest = clashes.filter((other) => other !== clash);
    if (rest.length === 0) {
      this.#known.revision = met.revision;
      this.#known.confirmed = met.body;
      this.#set({ phase: "unsaved", clashes: [], met: null });
    } else this.#set({ clashes: rest });
    if (left !== null)
      await this.#setting.journal.setAside("not_chosen", {
        baseRevision: met.revision,
        base: null,
        body: { type: "doc", content: [left] },
        writtenBy: choice === "mine" ? met.savedBy : null,
        writtenAt: this.#setting.now().toISOString(),
      });
    await this.writeJournal();
    if (rest.length === 0) await this.saveNow();
  }

  /** The kept text is on the screen: it merges with what was saved since. */
  restored({ baseRevision, base, writtenAt }: KeptText): void {
    const known = this.#known;
    if (base !== null || baseRevision !== known.revision)
      known.confirmed = base;
    known.revision = baseRevision;
    known.unanswered = null;
    this.#outage = { since: writtenAt, base, isLong: true };
    this.noteChange();
  }

  /** Another form on the screen saved: its revision counts if the text is ours. */
  adopt(revision: number, body: Body): void {
    const { confirmed } = this.#known;
    if (
      revision > this.#known.revision &&
      confirmed &&
      isSameText(body, confirmed)
    )
      this.#known.revision = revision;
  }

  async signedIn(): Promise<void> {
    this.#set({ phase: "unsaved" });
    await this.saveNow();
  }

  forgetSent(): void {
    this.#set({ sent: null });
  }

  /** The page goes: one last request, whose answer nobody waits for. */
  sendLast(): void {
    const body = this.isBeingWritten() ? this.currentBody() : null;
    const { revision, confirmed, unanswered } = this.#known;
    if (body === null) return;
    const isSent = this.#setting.sendLast(revision, body, confirmed);
    if (!isSent || unanswered !== null) return;
    this.#known.unanswered = body;
    this.#unansweredAt = this.#changes;
  }

  /** True while words are unsaved and nothing stands in the way of a save. */
  isBeingWritten(): boolean {
    const { phase } = this.#state;
    return phase === "unsaved" || phase === "saving";
  }

  /** True while words are unsaved that a last request would not save. */
  isAtRisk(): boolean {
    if (this.#state.phase === "saved") return false;
    const body = this.isBeingWritten() ? this.currentBody() : null;
    const { confirmed } = this.#known;
    return body === null || !this.#setting.isShort(body, confirmed);
  }

  /** Sends what is unsaved, then ends. */
  async stop(): Promise<void> {
    if (this.#state.phase !== "saved")
      await Promise.all([this.writeJournal(), this.saveNow()]);
    this.#isStopped = true;
    this.#timers.cancelAll();
  }

  async #attempts(): Promise<void> {
    for (let rebases = 0; ;) {
      this.#isAgain = false;
      const next = await this.#attempt();
      if (next === "again") rebases += 1;
      if (this.#isStopped || restingPhases.has(this.#state.phase)) return;
      if (this.#isAgain && rebases <= mostRebases) continue;
      if (next === "done") return;
      if (rebases <= mostRebases) continue;
      this.#timers.start("pause", pauseBeforeSave, () => void this.saveNow());
      return;
    }
  }

  /** One request, and the merge that it may ask for. */
  async #attempt(): Promise<Next> {
    const reading = this.#setting.read();
    if (!reading.ok) {
      this.#set({ phase: "invalid", sentences: reading.sentences });
      return "done";
    }
    if (this.#state.phase !== "unreachable")
      this.#set({ phase: "saving", sentences: [] });
    const known = this.#known;
    const isRepeat = known.unanswered !== null;
    if (!isRepeat) this.#unansweredAt = this.#changes;
    const sentAt = this.#unansweredAt;
    const body = (known.unanswered ??= reading.body);
    const reply = await this.#setting.send(known.revision, body);
    if (reply.kind === "saved") {
      known.revision = reply.revision;
      await this.#settle(reply.body ?? body, sentAt, reply.savedAt);
      return this.#hasWaited(isRepeat);
    }
    if (reply.kind !== "stale") return this.#trouble(reply);
    const { met } = reply;
    if (isSameText(body, met.body)) {
      known.revision = met.revision;
      await this.#settle(met.body, sentAt, met.savedAt);
      return this.#hasWaited(isRepeat);
    }
    if (!isRepeat) known.unanswered = null;
    if (known.confirmed && isSameText(known.confirmed, met.body)) {
      known.revision = met.revision;
      known.confirmed = met.body;
      known.unanswered = null;
      return "again";
    }
    return this.#merge();
  }

  async #merge(): Promise<Next> {
    const known = this.#known;
    const body = this.currentBody();
    if (body === null) return "again";
    const reply = await this.#setting.merge({
      baseRevision: known.revision,
      base: known.confirmed,
      unanswered: known.unanswered,
      body,
    });
    if (reply.kind !== "merged") return this.#trouble(reply);
    // Typed into the very words that came in: with what stands now, again.
    if (!this.#setting.onMerged(reply.body)) return "again";
    return this.#meet(reply);
  }

  async #meet(reply: Extract<MergeReply, { kind: "merged" }>): Promise<Next> {
    const known = this.#known;
    const { met, clashes, isOwn, hasUnanswered } = reply;
    if (clashes.length === 0) {
      known.revision = met.revision;
      known.confirmed = met.body;
      known.unanswered = null;
      if (!isOwn) this.#mergedWith = met.savedBy;
      return "again";
    }
    // Until the choice the base stays: what is kept here clashes again if the
    // tab is closed, and cannot go over the other words by itself.
    if (hasUnanswered) known.confirmed = known.unanswered;
    known.unanswered = null;
    this.#set({ phase: "clash", clashes, met });
    await this.writeJournal();
    return "done";
  }

  async #trouble(reply: Trouble): Promise<Next> {
    const { kind } = reply;
    if (kind === "unreachable") this.#retryLater();
    else this.#known.unanswered = null;
    if (kind === "unreachable" || kind === "signed_out") this.#noteOutage();
    this.#set({ phase: kind, sentences: sentencesOf(reply) });
    await this.writeJournal();
    return "done";
  }

  async #settle(stored: Body, sentAt: number, savedAt: string): Promise<void> {
    this.#known.confirmed = stored;
    this.#known.unanswered = null;
    this.#retries = 0;
    this.#setting.onStored(stored);
    if (this.#changes === sentAt) {
      this.#timers.cancel("journal", "longest unkept");
      await this.#setting.journal.clearUnsaved();
    }
    if (this.#changes !== sentAt) {
      this.#set({ phase: "unsaved", savedAt });
      void this.writeJournal();
      this.#timers.start("pause", pauseBeforeSave, () => void this.saveNow());
      return;
    }
    this.#unsavedSince = null;
    const mergedWith = this.#mergedWith ?? this.#state.mergedWith;
    if (this.#mergedWith !== null)
      this.#timers.start("merged", mergedIsShownFor, () =>
        this.#set({ mergedWith: null }),
      );
    this.#mergedWith = null;
    const sent = this.#endOutage(stored, savedAt) ?? this.#state.sent;
    this.#set({ phase: "saved", savedAt, isKeptHere: true, mergedWith, sent });
  }

  /** What was written behind words that were sent twice has waited enough. */
  #hasWaited(isRepeat: boolean): Next {
    return isRepeat && this.#state.phase === "unsaved" ? "again" : "done";
  }

  #noteOutage(): void {
    if (this.#outage !== null) return;
    const since = this.#unsavedSince ?? this.#setting.now().toISOString();
    const outage = { since, base: this.#known.confirmed, isLong: false };
    this.#outage = outage;
    this.#timers.start("outage", shortestOutageToTell, () => {
      outage.isLong = true;
    });
  }

  #endOutage(stored: Body, savedAt: string): SaveState["sent"] {
    const outage = this.#outage;
    this.#outage = null;
    this.#timers.cancel("outage");
    if (outage === null || !outage.isLong) return null;
    const blocks = changedBlockCount(outage.base, stored);
    return { since: outage.since, savedAt, blocks };
  }

  #retryLater(): void {
    const last = retryPauses.length - 1;
    const pause = retryPauses[Math.min(this.#retries, last)] ?? pauseBeforeSave;
    this.#retries += 1;
    this.#timers.start("retry", pause, () => void this.saveNow());
  }

  #set(change: Partial<SaveState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

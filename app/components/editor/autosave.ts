import { isSameText } from "~/content/canonical";
import type { Body } from "~/content/page-content";
import { clashChoices } from "./clash-choices";
import type { KeptText } from "./journal";
import { NamedTimers } from "./named-timers";
import { sentencesOf, type Theirs } from "./save-reply";
import {
  atStart,
  type AutosaveSetting,
  type Known,
  type SaveState,
} from "./save-state";

/** Milliseconds. */
export const pauseBeforeSave = 900;
export const longestUnsaved = 10_000;
const pauseBeforeJournal = 250;
const retryPauses = [2_000, 5_000, 10_000, 30_000];
const mostRebases = 3;

/**
 * Saves a draft while somebody writes: 0.9 s after typing stops, at least
 * every 10 s, one request at a time, each naming the revision it started
 * from. Unsaved words are in the journal within 0.25 s and stay there until
 * the desk has them. A stale save whose other side is our own earlier one, or
 * left the text alone, goes again by itself; any other waits for a choice, and
 * what is not chosen is set aside in the journal.
 */
export class Autosave {
  readonly #setting: AutosaveSetting;
  readonly #known: Known;
  readonly #choices: ReturnType<typeof clashChoices>;
  readonly #timers = new NamedTimers();
  readonly #listeners = new Set<() => void>();
  #state: SaveState = atStart;
  #changes = 0;
  #inFlight: Promise<void> | null = null;
  #isAgain = false;
  #retries = 0;
  #isStopped = false;

  constructor(setting: AutosaveSetting) {
    const { revision, body, journal, read, now } = setting;
    this.#setting = setting;
    this.#known = { revision, confirmed: body, unanswered: null };
    this.#choices = clashChoices(this.#known, journal, read, now);
  }

  readonly getState = (): SaveState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  noteChange(): void {
    this.#changes += 1;
    const timers = this.#timers;
    timers.start("journal", pauseBeforeJournal, () => void this.writeJournal());
    const { phase } = this.#state;
    if (phase === "clash" || phase === "signed_out" || phase === "closed")
      return;
    if (phase === "unreachable" && timers.isRunning("retry")) return;
    if (phase === "saved" || phase === "invalid")
      this.#set({ phase: "unsaved", sentences: [] });
    timers.start("pause", pauseBeforeSave, () => void this.saveNow());
    if (!timers.isRunning("longest"))
      timers.start("longest", longestUnsaved, () => void this.saveNow());
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
    this.#timers.cancel("journal");
    const { read, journal, now } = this.#setting;
    const reading = read();
    if (!reading.ok) return;
    const isKeptHere = await journal.keepUnsaved({
      baseRevision: this.#known.revision,
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

  /** Ours goes over theirs as a new save; theirs is set aside. */
  async keepMine(): Promise<void> {
    const { theirs } = this.#state;
    if (theirs === null) return;
    const isKeptHere = await this.#choices.keepMine(theirs);
    this.#set({ phase: "unsaved", theirs: null, isKeptHere });
    await this.saveNow();
  }

  /** Theirs stands and ours is set aside. The caller shows the body it gives. */
  async takeTheirs(): Promise<Body | null> {
    const { theirs } = this.#state;
    if (theirs === null) return null;
    const isKeptHere = await this.#choices.takeTheirs(theirs);
    this.#timers.cancelAll();
    const { savedAt } = theirs;
    this.#set({ phase: "saved", savedAt, theirs: null, isKeptHere });
    return theirs.body;
  }

  /** The kept text is on the screen; from an older base the desk will ask. */
  restored({ baseRevision }: KeptText): void {
    if (baseRevision !== this.#known.revision) {
      this.#known.revision = baseRevision;
      this.#known.confirmed = null;
    }
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
      const isRebased = await this.#attempt();
      if (isRebased) rebases += 1;
      const goesAgain = this.#isAgain || (isRebased && rebases <= mostRebases);
      if (!goesAgain || this.#isStopped) return;
    }
  }

  /** One request. True when it is to go again on a newer revision. */
  async #attempt(): Promise<boolean> {
    const reading = this.#setting.read();
    if (!reading.ok) {
      this.#set({ phase: "invalid", sentences: reading.sentences });
      return false;
    }
    const sentAt = this.#changes;
    if (this.#state.phase !== "unreachable")
      this.#set({ phase: "saving", sentences: [] });
    const { body } = reading;
    const reply = await this.#setting.send(this.#known.revision, body);
    if (reply.kind === "saved") {
      this.#known.revision = reply.revision;
      await this.#settle(reply.body ?? body, sentAt, reply.savedAt);
      return false;
    }
    if (reply.kind === "stale") return this.#stale(body, sentAt, reply.theirs);
    if (reply.kind === "unreachable") {
      this.#known.unanswered = body;
      this.#retryLater();
    }
    this.#set({ phase: reply.kind, sentences: sentencesOf(reply) });
    await this.writeJournal();
    return false;
  }

  async #stale(sent: Body, sentAt: number, theirs: Theirs): Promise<boolean> {
    const { confirmed, unanswered } = this.#known;
    const isOn = (body: Body | null) =>
      body !== null && isSameText(body, theirs.body);
    if (isOn(sent)) {
      this.#known.revision = theirs.revision;
      await this.#settle(theirs.body, sentAt, theirs.savedAt);
      return false;
    }
    if (isOn(confirmed) || isOn(unanswered)) {
      this.#known.revision = theirs.revision;
      this.#known.confirmed = theirs.body;
      return true;
    }
    this.#set({ phase: "clash", theirs });
    await this.writeJournal();
    return false;
  }

  async #settle(stored: Body, sentAt: number, savedAt: string): Promise<void> {
    this.#known.confirmed = stored;
    this.#known.unanswered = null;
    this.#retries = 0;
    this.#setting.onStored(stored);
    const isCurrent = this.#changes === sentAt;
    if (isCurrent) {
      this.#timers.cancel("journal");
      await this.#setting.journal.clearUnsaved();
    }
    const phase = isCurrent && this.#changes === sentAt ? "saved" : "unsaved";
    this.#set({ phase, savedAt, isKeptHere: true, theirs: null });
    if (phase === "unsaved")
      this.#timers.start("pause", pauseBeforeSave, () => void this.saveNow());
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

import { isSameText } from "~/content/canonical";
import type { Body } from "~/content/page-content";
import type { BlockClash, ClashChoice } from "./clash-block";
import { leftByChoice } from "./clash-left";
import type { KeptText } from "./journal";
import { attemptSave } from "./save-attempt";
import { SaveGround } from "./save-ground";
import { Outage } from "./save-outage";
import {
  longestUnkept,
  longestUnsaved,
  mergedIsShownFor,
  pauseBeforeJournal,
  pauseBeforeRetry,
  pauseBeforeSave,
} from "./save-pauses";
import { sentencesOf, type Trouble } from "./save-reply";
import type { SavePhase } from "./save-state";
import { notChosenYet, nothingSetAside } from "./save-words";

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
export class Autosave extends SaveGround {
  #changes = 0;
  #unansweredAt = 0;
  #unsavedSince: string | null = null;
  readonly #outage = new Outage(this.timers);
  #mergedWith: string | null = null;
  #inFlight: Promise<void> | null = null;
  #isAgain = false;
  #retries = 0;
  #isStopped = false;

  noteChange(): void {
    this.#changes += 1;
    this.#unsavedSince ??= this.setting.now().toISOString();
    const keep = () => void this.writeJournal();
    this.timers.start("journal", pauseBeforeJournal, keep);
    this.timers.startOnce("longest unkept", longestUnkept, keep);
    const { phase } = this.getState();
    if (phase === "clash" || phase === "signed_out" || phase === "closed")
      return;
    if (phase === "unreachable" && this.timers.isRunning("retry")) return;
    if (phase === "saved" || phase === "invalid")
      this.store.set({ phase: "unsaved", sentences: [] });
    const save = () => void this.saveNow();
    this.timers.start("pause", pauseBeforeSave, save);
    this.timers.startOnce("longest", longestUnsaved, save);
  }

  /** Saves what is unsaved; answers when nothing is in flight any more. */
  saveNow(): Promise<void> {
    this.timers.cancel("pause", "longest", "retry");
    const { phase } = this.getState();
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

  /**
   * A clash is decided; after the last one the text is saved as it stands. It
   * stays open where the words left out could not be kept, or the screen
   * could not take the choice.
   */
  async choose(clash: BlockClash, choice: ClashChoice): Promise<void> {
    const { met, clashes } = this.getState();
    if (met === null || !clashes.includes(clash)) return;
    const left = leftByChoice(clash, choice, this.currentBody(), met);
    const isKept = left === null || (await this.#setAside(left));
    const now = this.getState().clashes;
    if (!now.includes(clash)) return;
    if (!isKept || !this.setting.onChosen(clash, choice, met.body)) {
      this.store.set({ sentences: [isKept ? notChosenYet : nothingSetAside] });
      return;
    }
    const rest = now.filter((other) => other !== clash);
    if (rest.length === 0) {
      this.known.revision = met.revision;
      this.known.confirmed = met.body;
      const nothing = { clashes: [], met: null, sentences: [] };
      this.store.set({ phase: "unsaved", ...nothing });
    } else this.store.set({ clashes: rest, sentences: [] });
    await this.writeJournal();
    if (rest.length === 0) await this.saveNow();
  }

  /** The kept text is on the screen: it merges with what was saved since. */
  restored({ baseRevision, base, writtenAt }: KeptText): void {
    const known = this.known;
    // Suggestions keep their revision while the text under them moves on.
    known.isToMerge =
      baseRevision === known.revision &&
      base !== null &&
      known.confirmed !== null &&
      !isSameText(base, known.confirmed);
    if (base !== null || baseRevision !== known.revision)
      known.confirmed = base;
    known.revision = baseRevision;
    known.unanswered = null;
    this.#outage.resume(writtenAt, base);
    this.noteChange();
  }

  /** The draft moved on at the desk by an act of this writer: it comes in at once. */
  bringIn(): Promise<void> {
    this.known.isToMerge = true;
    this.noteChange();
    return this.saveNow();
  }

  async signedIn(): Promise<void> {
    this.store.set({ phase: "unsaved" });
    await this.saveNow();
  }

  /** The page goes: one last request, whose answer nobody waits for. */
  sendLast(): void {
    const body = this.isBeingWritten() ? this.currentBody() : null;
    const { revision, confirmed, unanswered, isToMerge } = this.known;
    if (body === null || isToMerge) return;
    const isSent = this.setting.sendLast(revision, body, confirmed);
    if (!isSent || unanswered !== null) return;
    this.known.unanswered = body;
    this.#unansweredAt = this.#changes;
  }

  /** Sends what is unsaved, then ends. */
  async stop(): Promise<void> {
    if (this.getState().phase !== "saved")
      await Promise.all([this.writeJournal(), this.saveNow()]);
    this.#isStopped = true;
    this.timers.cancelAll();
  }

  #setAside(left: NonNullable<ReturnType<typeof leftByChoice>>) {
    const writtenAt = this.setting.now().toISOString();
    return this.setting.journal.setAside("not_chosen", { ...left, writtenAt });
  }

  async #attempts(): Promise<void> {
    for (let rebases = 0; ;) {
      this.#isAgain = false;
      const next = await this.#attempt();
      if (next === "again") rebases += 1;
      if (this.#isStopped || restingPhases.has(this.getState().phase)) return;
      if (this.#isAgain && rebases <= mostRebases) continue;
      if (next === "done") return;
      if (rebases <= mostRebases) continue;
      this.timers.start("pause", pauseBeforeSave, () => void this.saveNow());
      return;
    }
  }

  async #attempt(): Promise<Next> {
    const reading = this.setting.read();
    if (!reading.ok) {
      this.store.set({ phase: "invalid", sentences: reading.sentences });
      return "done";
    }
    if (this.getState().phase !== "unreachable")
      this.store.set({ phase: "saving", sentences: [] });
    const known = this.known;
    if (known.unanswered === null) this.#unansweredAt = this.#changes;
    const sentAt = this.#unansweredAt;
    const outcome = await attemptSave(this.setting, known, reading.body);
    if (outcome.kind === "stored") {
      await this.#settle(outcome.body, sentAt, outcome.savedAt);
      // What was written behind words that were sent twice has waited enough.
      const hasWaited = outcome.isRepeat && this.getState().phase === "unsaved";
      return hasWaited ? "again" : "done";
    }
    if (outcome.kind === "again") {
      this.#mergedWith = outcome.mergedWith ?? this.#mergedWith;
      return "again";
    }
    if (outcome.kind === "clash") {
      const { clashes, met } = outcome;
      this.store.set({ phase: "clash", clashes, met });
    } else this.#noteTrouble(outcome);
    await this.writeJournal();
    return "done";
  }

  #noteTrouble(trouble: Trouble): void {
    const { kind } = trouble;
    if (kind === "unreachable") {
      const pause = pauseBeforeRetry(this.#retries++);
      this.timers.start("retry", pause, () => void this.saveNow());
    }
    if (kind === "unreachable" || kind === "signed_out") {
      const now = this.setting.now().toISOString();
      this.#outage.begin(this.#unsavedSince ?? now, this.known.confirmed);
    }
    this.store.set({ phase: kind, sentences: sentencesOf(trouble) });
  }

  async #settle(stored: Body, sentAt: number, savedAt: string): Promise<void> {
    this.#retries = 0;
    this.setting.onStored(stored);
    if (this.#changes === sentAt) {
      this.timers.cancel("journal", "longest unkept");
      await this.setting.journal.clearUnsaved();
    }
    if (this.#changes !== sentAt) {
      this.store.set({ phase: "unsaved", savedAt });
      void this.writeJournal();
      this.timers.start("pause", pauseBeforeSave, () => void this.saveNow());
      return;
    }
    this.#unsavedSince = null;
    const mergedWith = this.#mergedWith ?? this.getState().mergedWith;
    if (this.#mergedWith !== null)
      this.timers.start("merged", mergedIsShownFor, () =>
        this.store.set({ mergedWith: null }),
      );
    this.#mergedWith = null;
    const sent = this.#outage.end(stored, savedAt) ?? this.getState().sent;
    this.store.set({
      phase: "saved",
      savedAt,
      isKeptHere: true,
      mergedWith,
      sent,
    });
  }
}

import { isSameText } from "~/content/canonical";
import type { Body } from "~/content/page-content";
import { NamedTimers } from "./named-timers";
import type { AutosaveSetting, Known } from "./save-state";
import { SaveStore } from "./save-store";

/** What an autosave stands on: what it knows of the desk, keeps here and tells. */
export class SaveGround {
  protected readonly setting: AutosaveSetting;
  protected readonly known: Known;
  protected readonly timers = new NamedTimers();
  protected readonly store = new SaveStore();
  readonly getState = this.store.get;
  readonly subscribe = this.store.subscribe;

  constructor(setting: AutosaveSetting) {
    const { revision, body } = setting;
    this.setting = setting;
    this.known = {
      revision,
      confirmed: body,
      unanswered: null,
      isToMerge: false,
    };
  }

  /** Keeps what is on the screen on this device; false when it cannot. */
  async writeJournal(): Promise<boolean> {
    this.timers.cancel("journal", "longest unkept");
    const { read, journal, now } = this.setting;
    const reading = read();
    if (!reading.ok) return false;
    const { revision, confirmed } = this.known;
    const isKeptHere = await journal.keepUnsaved({
      baseRevision: revision,
      base: confirmed,
      body: reading.body,
      writtenBy: null,
      writtenAt: now().toISOString(),
    });
    if (isKeptHere !== this.getState().isKeptHere)
      this.store.set({ isKeptHere });
    return isKeptHere;
  }

  /** What is on the screen, or null when it is not as it may be. */
  currentBody(): Body | null {
    const reading = this.setting.read();
    return reading.ok ? reading.body : null;
  }

  /** Another form on the screen saved: its revision counts if the text is ours. */
  adopt(revision: number, body: Body): void {
    const { confirmed } = this.known;
    if (
      revision > this.known.revision &&
      confirmed &&
      isSameText(body, confirmed)
    )
      this.known.revision = revision;
  }

  forgetSent(): void {
    this.store.set({ sent: null });
  }

  /** True while words are unsaved and nothing stands in the way of a save. */
  isBeingWritten(): boolean {
    const { phase } = this.getState();
    return phase === "unsaved" || phase === "saving";
  }

  /** True while words are unsaved that a last request would not save. */
  isAtRisk(): boolean {
    if (this.getState().phase === "saved") return false;
    const body = this.isBeingWritten() ? this.currentBody() : null;
    const { confirmed, isToMerge } = this.known;
    return isToMerge || body === null || !this.setting.isShort(body, confirmed);
  }
}

/** Timers by name: starting one again puts it off. */
export class NamedTimers {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  start(name: string, pause: number, act: () => void): void {
    this.cancel(name);
    const timer = setTimeout(() => {
      this.#timers.delete(name);
      act();
    }, pause);
    this.#timers.set(name, timer);
  }

  /** Starts one unless it is running: it cannot be put off. */
  startOnce(name: string, pause: number, act: () => void): void {
    if (!this.isRunning(name)) this.start(name, pause, act);
  }

  isRunning(name: string): boolean {
    return this.#timers.has(name);
  }

  cancel(...names: string[]): void {
    for (const name of names) {
      clearTimeout(this.#timers.get(name));
      this.#timers.delete(name);
    }
  }

  cancelAll(): void {
    this.cancel(...this.#timers.keys());
  }
}

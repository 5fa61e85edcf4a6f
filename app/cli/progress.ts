import type { Io } from "./command";

const fewest = 10;
const barWidth = 30;

export type Progress = { show: (done: number) => void; end: () => void };

/** A bar on standard error for many things, where somebody watches; else nothing. */
export function progressBar(io: Io, total: number): Progress {
  if (!io.isWatched || total < fewest) return silent;
  return {
    show: (done) => {
      const filled = Math.round((done / total) * barWidth);
      const bar = "#".repeat(filled).padEnd(barWidth, "-");
      io.err(`\r[${bar}] ${String(done)}/${String(total)}`);
    },
    end: () => {
      io.err("\n");
    },
  };
}

/** A count on standard error where the end is not known, and somebody watches. */
export function progressCount(io: Io, what: string): Progress {
  if (!io.isWatched) return silent;
  return {
    show: (done) => {
      io.err(`\r${done.toLocaleString("en-GB")} ${what}`);
    },
    end: () => {
      io.err("\n");
    },
  };
}

const silent: Progress = { show: () => undefined, end: () => undefined };

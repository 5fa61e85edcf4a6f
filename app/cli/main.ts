import { text } from "node:stream/consumers";
import { closeConnections } from "~/data/pools.server";
import { run } from "./run";

// Whoever reads may stop reading, as `| head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  out: (words) => process.stdout.write(words),
  err: (words) => process.stderr.write(words),
  isWatched: process.stderr.isTTY,
  readInput: () => text(process.stdin),
});
await closeConnections();

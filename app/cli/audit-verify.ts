import { readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import {
  type AuditVerdict,
  type ChainAnchor,
  verifyAudit,
} from "~/commands/verify-audit.server";
import { type Command, nothing, parseGiven, WronglyUsed } from "./command";

const schema = z.object({ anchor: z.string().optional() });
const anchorSchema = z.object({
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** `desk audit verify`: replays the chain; keeps an anchor outside the database where asked. */
export const auditVerify: Command = {
  name: "audit verify",
  usage: "[--anchor FILE]",
  options: { anchor: { type: "string" } },
  async run(given) {
    nothing(given);
    const { anchor: file } = parseGiven(schema, given.options);
    const anchor = file === undefined ? null : await readAnchor(file);
    const verdict = await verifyAudit(anchor);
    const { broken, newest } = verdict;
    if (file !== undefined && broken === null && newest !== null) {
      await writeAnchor(file, newest);
    }
    return {
      json: { ok: broken === null, ...verdict, anchor },
      text: textOf(verdict, anchor),
      no:
        broken === null
          ? []
          : [
              `Row ${String(broken.seq)}${broken.act && ` (${broken.act})`} does not hold: ${broken.because}.`,
            ],
    };
  },
};

function textOf(
  { rows, newest, broken, clockMoves }: AuditVerdict,
  anchor: ChainAnchor | null,
): string {
  const moves = clockMoves.map(
    ({ seq, at, from, to }) =>
      `Row ${String(seq)}, ${at}: the clock was moved from ${from} to ${to}.`,
  );
  const whole =
    newest === null
      ? "The chain is empty."
      : `The chain holds: ${String(rows)} rows, the last ${newest.hash}.`;
  const since =
    anchor === null
      ? []
      : [`It goes on from the anchor, row ${String(anchor.seq)}.`];
  return [...moves, ...(broken === null ? [whole, ...since] : [])].join("\n");
}

/** The anchor in a file; null when there is no such file yet. */
async function readAnchor(file: string): Promise<ChainAnchor | null> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    const isMissing =
      error instanceof Error && "code" in error && error.code === "ENOENT";
    if (isMissing) return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return anchorSchema.parse(JSON.parse(text));
  } catch {
    throw new WronglyUsed(`${file} is not an anchor of this command.`);
  }
}

/** Beside and renamed, so that a full disk does not cost the old anchor. */
async function writeAnchor(file: string, anchor: ChainAnchor): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(anchor)}\n`);
  await rename(`${file}.new`, file);
}

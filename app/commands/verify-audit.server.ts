import { createHash } from "node:crypto";
import { z } from "zod";
import { readAuditChain, type ChainRow } from "~/data/audit-chain.server";

/** A row to come back to: kept outside the database, it shows a chain cut short or written anew. */
export type ChainAnchor = { seq: number; hash: string };

export type ClockMove = { seq: number; at: string; from: string; to: string };

export type AuditVerdict = {
  rows: number;
  /** The last row that held; null for an empty chain. */
  newest: ChainAnchor | null;
  /** The first row that does not hold, and why; null when all do. */
  broken: { seq: number; act: string; because: string } | null;
  /** How far the desk's clock was ever moved, in the order of the chain. */
  clockMoves: ClockMove[];
};

const noHash = "0".repeat(64);

/**
 * Replays the chain of audit events from its first row: each number is one
 * more than the last, each row names the hash of the one before it, and its
 * own hash is worked out again here, without the database. With an anchor, the
 * row of that number must be there with that hash. Stops at the first bad row.
 */
export async function verifyAudit(
  anchor: ChainAnchor | null,
): Promise<AuditVerdict> {
  const clockMoves: ClockMove[] = [];
  let newest: ChainAnchor | null = null;
  for await (const row of readAuditChain()) {
    const seq = Number(row.seq);
    const because = whyBroken(row, newest, anchor);
    if (because !== null) {
      const broken = { seq, act: row.act, because };
      return { rows: newest?.seq ?? 0, newest, broken, clockMoves };
    }
    newest = { seq, hash: row.hash };
    if (row.act === "move_clock") clockMoves.push(clockMove(row));
  }
  const rows = newest?.seq ?? 0;
  const broken =
    anchor !== null && anchor.seq > rows
      ? {
          seq: rows + 1,
          act: "",
          because: `the chain ends at row ${String(rows)}, but row ${String(anchor.seq)} was there when the anchor was written`,
        }
      : null;
  return { rows, newest, broken, clockMoves };
}

function whyBroken(
  row: ChainRow,
  before: ChainAnchor | null,
  anchor: ChainAnchor | null,
): string | null {
  const expected = (before?.seq ?? 0) + 1;
  if (Number(row.seq) !== expected) return `row ${String(expected)} is missing`;
  if (row.prevHash !== (before?.hash ?? noHash))
    return "it does not follow the row before it";
  if (row.hash !== hashOf(row)) return "its hash is not that of what it says";
  if (anchor?.seq === expected && anchor.hash !== row.hash)
    return "it is not the row that the anchor names";
  return null;
}

/** SHA-256 of the fields, one a line, as `desk.audit_hash` has them. */
function hashOf(row: ChainRow): string {
  const fields = [
    ...[row.seq, row.at, row.actorId, row.realActor],
    ...[row.act, row.pageId, row.payload, row.prevHash],
  ];
  return createHash("sha256").update(fields.join("\n"), "utf8").digest("hex");
}

const movePayload = z.object({ from: z.string(), to: z.string() });

function clockMove({ seq, at, payload }: ChainRow): ClockMove {
  const { from, to } = movePayload.parse(JSON.parse(payload));
  return { seq: Number(seq), at, from, to };
}

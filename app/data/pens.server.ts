import { appPool } from "./pools.server";

/** Who holds the pen of a draft, who asks for it, and from whom it was taken. */
export type Pen = {
  heldById: string;
  heldBy: string;
  takenAt: Date;
  seenAt: Date;
  /** Whole minutes since its holder was seen, by the desk's clock. */
  minutesAgo: number;
  /** False once its holder was not seen for two minutes: anybody who writes may take it. */
  isHeld: boolean;
  askedById: string | null;
  askedBy: string | null;
  takenFromId: string | null;
  takenReason: string;
};

/** The pen of a draft; null when nobody took it. */
export async function findPen(draftId: string): Promise<Pen | null> {
  const { rows } = await appPool().query<Pen>(
    `SELECT n.held_by AS "heldById", h.name AS "heldBy", n.taken_at AS "takenAt", n.seen_at AS "seenAt",
            floor(extract(epoch FROM desk.clock() - n.seen_at) / 60)::integer AS "minutesAgo",
            h.is_active AND n.seen_at > desk.clock() - interval '2 minutes' AS "isHeld",
            n.asked_by AS "askedById", a.name AS "askedBy", n.taken_from AS "takenFromId", n.taken_reason AS "takenReason"
       FROM desk.pen n JOIN desk.person h ON h.id = n.held_by LEFT JOIN desk.person a ON a.id = n.asked_by
      WHERE n.draft_id = $1`,
    [draftId],
  );
  return rows[0] ?? null;
}

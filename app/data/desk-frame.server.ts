import type { Day } from "~/domain/days";
import { appPool } from "./pools.server";

/** What the frame round every staff screen tells. */
export type DeskFrame = {
  deskName: string;
  mode: "live" | "demo" | "test";
  isClockMoved: boolean;
  areAlertsAlive: boolean;
  /** Reviews that this person was asked for and has not decided. */
  openReviews: number;
  /** The last day of this person's declaration of interests; null without one in force. */
  interestsUntil: Day | null;
};

/** The frame as one person sees it now. */
export async function getDeskFrame(personId: string): Promise<DeskFrame> {
  const { rows } = await appPool().query<DeskFrame>(
    `SELECT s.desk_name AS "deskName", s.mode, c.by_interval <> '0' AS "isClockMoved",
            h.is_alive AS "areAlertsAlive",
            (SELECT count(*)::integer FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id
              WHERE a.reviewer_id = $1 AND a.state IN ('invited', 'accepted') AND r.closed_at IS NULL) AS "openReviews",
            (SELECT max(i.valid_until) FROM desk.interest_declaration i
              WHERE i.person_id = $1 AND i.valid_until >= desk.today()) AS "interestsUntil"
       FROM desk.desk_setting s, desk.clock_offset c, desk.alert_health() h`,
    [personId],
  );
  const [frame] = rows;
  if (!frame) throw new Error("the desk has no settings");
  return frame;
}

/** The name of the desk and whether it is the sample, for who is not signed in. */
export async function getDeskName(): Promise<
  Pick<DeskFrame, "deskName" | "mode">
> {
  const { rows } = await appPool().query<Pick<DeskFrame, "deskName" | "mode">>(
    `SELECT desk_name AS "deskName", mode FROM desk.desk_setting`,
  );
  const [row] = rows;
  if (!row) throw new Error("the desk has no settings");
  return row;
}

import type { Day } from "~/domain/days";
import type { AlertTroubles } from "~/domain/alert-troubles";
import { appPool } from "./pools.server";

/** What the frame round every staff screen tells. */
export type DeskFrame = {
  deskName: string;
  mode: "live" | "demo" | "test";
  isClockMoved: boolean;
  alerts: AlertTroubles;
  timeZone: string;
  /** Reviews that this person was asked for and has not decided. */
  openReviews: number;
  /** The last day of this person's declaration of interests; null without one in force. */
  interestsUntil: Day | null;
};

/** The frame as one person sees it now. */
export async function getDeskFrame(personId: string): Promise<DeskFrame> {
  const { rows } = await appPool().query<
    Omit<DeskFrame, "alerts"> & AlertTroubles
  >(
    `SELECT s.desk_name AS "deskName", s.mode, c.by_interval <> '0' AS "isClockMoved",
            s.time_zone AS "timeZone", h.troubles, h.last_success_at AS "lastSuccessAt",
            h.oldest_unsent_at AS "oldestUnsentAt", h.failed_mails AS "failedMails",
            (SELECT count(*)::integer FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id
              WHERE a.reviewer_id = $1 AND a.state IN ('invited', 'accepted') AND r.closed_at IS NULL) AS "openReviews",
            (SELECT max(i.valid_until) FROM desk.interest_declaration i
              WHERE i.person_id = $1 AND i.valid_until >= desk.today()) AS "interestsUntil"
       FROM desk.desk_setting s, desk.clock_offset c, desk.alert_health() h`,
    [personId],
  );
  const [row] = rows;
  if (!row) throw new Error("the desk has no settings");
  const { troubles, lastSuccessAt, oldestUnsentAt, failedMails, ...frame } =
    row;
  const alerts = { troubles, lastSuccessAt, oldestUnsentAt, failedMails };
  return { ...frame, alerts };
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

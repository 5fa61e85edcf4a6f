import { appPool } from "./pools.server";

export type DateOrder = "day_first" | "month_first";

export type DeskSettings = {
  deskName: string;
  timeZone: string;
  dateOrder: DateOrder;
  senderAddress: string;
};

/** The settings of the desk that an admin may change. */
export async function getDeskSettings(): Promise<DeskSettings> {
  const { rows } = await appPool().query<DeskSettings>(
    `SELECT desk_name AS "deskName", time_zone AS "timeZone", date_order AS "dateOrder", sender_address AS "senderAddress"
       FROM desk.desk_setting`,
  );
  const [settings] = rows;
  if (!settings) throw new Error("the desk has no settings");
  return settings;
}

import { appPool } from "./pools.server";

/** How this desk reads a file today: its day and its order of figures. */
export type ReadingSettings = {
  today: string;
  dateOrder: "day_first" | "month_first";
};

/** The desk's settings as an import needs them; throws when it has none. */
export async function getReadingSettings(): Promise<ReadingSettings> {
  const { rows } = await appPool().query<ReadingSettings>(
    `SELECT desk.today() AS today, date_order AS "dateOrder" FROM desk.desk_setting`,
  );
  const [settings] = rows;
  if (!settings) throw new Error("the desk has no settings");
  return settings;
}

/** Is a review that was due on this day, 'YYYY-MM-DD', overdue today? */
export async function isReviewOverdue(due: string): Promise<boolean> {
  const { rows } = await appPool().query<{ is: boolean }>(
    `SELECT desk.is_overdue($1::date, desk.today()) AS "is"`,
    [due],
  );
  return rows[0]?.is ?? true;
}

/** Every approved symbol of the genes in use with its HGNC id; null when none are loaded. */
export async function findApprovedSymbols(): Promise<Map<
  string,
  { hgncId: string }
> | null> {
  const { rows } = await appPool().query<{ symbol: string; hgncId: string }>(
    `SELECT symbol, hgnc_id AS "hgncId" FROM desk.reference_gene
      WHERE status = 'approved' AND set_id = (
        SELECT id FROM desk.reference_set WHERE kind = 'genes' AND finished_at IS NOT NULL
         ORDER BY finished_at DESC LIMIT 1)`,
  );
  if (rows.length === 0) return null;
  return new Map(rows.map(({ symbol, hgncId }) => [symbol, { hgncId }]));
}

/** Addresses that begin like this one and are taken. */
export async function listTakenSlugs(beginning: string): Promise<Set<string>> {
  const { rows } = await appPool().query<{ slug: string }>(
    "SELECT slug FROM desk.page WHERE starts_with(slug, $1)",
    [beginning],
  );
  return new Set(rows.map(({ slug }) => slug));
}

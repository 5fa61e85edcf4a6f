import { appPool } from "./pools.server";

export type FoundGene = {
  symbol: string;
  hgncId: string;
  name: string;
  /** The symbol, alias or old symbol that fitted what was typed. */
  matched: string;
};

/**
 * Approved genes of the loaded set whose symbol, alias or old symbol begins
 * with what was typed, an exact fit first: at most eight. Null when no set of
 * genes has been loaded.
 */
export async function searchGenes(typed: string): Promise<FoundGene[] | null> {
  const { rows: sets } = await appPool().query<{ id: string }>(
    `SELECT id FROM desk.reference_set WHERE kind = 'genes' AND finished_at IS NOT NULL
      ORDER BY finished_at DESC, id LIMIT 1`,
  );
  const [set] = sets;
  if (!set) return null;
  const { rows } = await appPool().query<FoundGene>(
    `WITH found AS (
       SELECT g.symbol, g.hgnc_id, g.name, g.symbol AS matched, 1 AS rank FROM desk.reference_gene g
        WHERE g.set_id = $1 AND g.status = 'approved' AND upper(g.symbol) LIKE $2
       UNION ALL
       SELECT g.symbol, g.hgnc_id, g.name, other.word, 2 FROM desk.reference_gene g
        CROSS JOIN LATERAL unnest(g.previous_symbols || g.aliases) other(word)
        WHERE g.set_id = $1 AND g.status = 'approved' AND upper(other.word) LIKE $2
     ), best AS (
       SELECT DISTINCT ON (hgnc_id) * FROM found ORDER BY hgnc_id, rank, length(matched)
     )
     SELECT symbol, hgnc_id AS "hgncId", name, matched FROM best
      ORDER BY (upper(matched) = $3) DESC, rank, length(matched), symbol LIMIT 8`,
    [set.id, `${escapeLike(typed.toUpperCase())}%`, typed.toUpperCase()],
  );
  return rows;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

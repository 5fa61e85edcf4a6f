import { type KnownGene, knownGenes } from "~/checks/known-facts";
import type { Topic } from "~/content/page-content";
import { type FoundGene, searchGenes } from "~/data/gene-search.server";

/**
 * Genes whose symbol, alias or old symbol begins with what was typed, an exact
 * fit first: from the loaded reference data, or from the well-known facts while
 * none is loaded. At most eight.
 */
export async function findGenes(typed: string): Promise<FoundGene[]> {
  const words = typed.trim().slice(0, 40);
  if (words === "") return [];
  return (await searchGenes(words)) ?? fromKnownFacts(words.toUpperCase());
}

/** The approved gene of exactly this symbol; null when there is none. */
async function findGeneBySymbol(symbol: string): Promise<FoundGene | null> {
  const found = await findGenes(symbol);
  return found.find((gene) => gene.symbol === symbol) ?? null;
}

/**
 * A topic as it was typed, with the code of HGNC where it names an approved
 * symbol and has none yet.
 */
export async function withGeneCode(topic: Topic): Promise<Topic> {
  if (topic.type !== "gene" || topic.code !== null) return topic;
  const gene = await findGeneBySymbol(topic.label);
  return { ...topic, code: gene?.hgncId ?? null };
}

/** Gene symbols typed with commas or spaces between them, as topics with their codes. */
export async function readGenes(typed: string): Promise<Topic[]> {
  const symbols = typed.split(/[\s,;]+/).filter((symbol) => symbol !== "");
  return Promise.all(
    [...new Set(symbols)].map((label) =>
      withGeneCode({ type: "gene", code: null, label }),
    ),
  );
}

function fromKnownFacts(typed: string): FoundGene[] {
  return [...knownGenes.values()]
    .flatMap((gene) => matchOf(gene, typed))
    .sort(
      (one, other) =>
        one.matched.length - other.matched.length ||
        one.symbol.localeCompare(other.symbol, "en-GB"),
    )
    .slice(0, 8);
}

function matchOf(gene: KnownGene, typed: string): FoundGene[] {
  const { symbol, hgncId, name, aliases } = gene;
  const matched = [symbol, ...aliases].find((word) =>
    word.toUpperCase().startsWith(typed),
  );
  return matched ? [{ symbol, hgncId, name, matched }] : [];
}

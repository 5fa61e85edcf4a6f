import { pmidsToLookUp, symbolsToLookUp } from "~/checks/look-up";
import type { ProteinSequence, Reference } from "~/checks/reference";
import {
  referenceSets,
  retractionNatures,
  type RetractionNature,
} from "~/checks/reference/rows";
import type { PageContent } from "~/content/page-content";
import {
  listApprovedGenes,
  listLoadedSets,
  listProteins,
  listRetractions,
  type LoadedSet,
} from "~/data/reference.server";

/** The rows of the loaded reference sets that the checks of this content need. */
export async function loadCheckReference(
  content: PageContent,
): Promise<Reference> {
  const sets = await listLoadedSets();
  const find = (kind: string) => sets.find((set) => set.kind === kind);
  const symbols = symbolsToLookUp(content);
  return {
    loaded: referenceSets.flatMap((set) => {
      const held = find(set);
      return held ? [{ set, version: held.version }] : [];
    }),
    genes: await genesOf(find("genes"), symbols),
    proteins: await proteinsOf(find("proteins"), symbols),
    retractions: await retractionsOf(
      find("retractions"),
      pmidsToLookUp(content),
    ),
  };
}

async function genesOf(set: LoadedSet | undefined, symbols: string[]) {
  const rows = set ? await listApprovedGenes(set.id, symbols) : [];
  return new Map(rows.map((gene) => [gene.symbol, gene]));
}

async function proteinsOf(set: LoadedSet | undefined, symbols: string[]) {
  const proteins = new Map<string, ProteinSequence[]>();
  for (const row of set ? await listProteins(set.id, symbols) : []) {
    const { symbol, ...sequence } = row;
    proteins.set(symbol, [...(proteins.get(symbol) ?? []), sequence]);
  }
  return proteins;
}

async function retractionsOf(set: LoadedSet | undefined, pmids: string[]) {
  const rows = set ? await listRetractions(set.id, pmids) : [];
  return new Map(
    rows.flatMap(({ pmid, nature }) =>
      isNature(nature) ? [[pmid, nature] as const] : [],
    ),
  );
}

function isNature(text: string): text is RetractionNature {
  return (retractionNatures as readonly string[]).includes(text);
}

import {
  figuresToLookUp,
  pmidsToLookUp,
  reusablesToLookUp,
  symbolsToLookUp,
} from "~/checks/look-up";
import type {
  ApprovedReusable,
  ProteinSequence,
  Reference,
} from "~/checks/reference";
import {
  referenceSets,
  retractionNatures,
  type RetractionNature,
} from "~/checks/reference/rows";
import type { PageContent } from "~/content/page-content";
import { listApprovedVersions } from "~/data/components.server";
import { listHeldFigures } from "~/data/figures.server";
import {
  listApprovedGenes,
  listLoadedSets,
  listProteins,
  listRetractions,
  type LoadedSet,
} from "~/data/reference.server";

/** What the checks of this content need to know of the reference sets and of the desk. */
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
    figures: new Set(await listHeldFigures(figuresToLookUp(content))),
    reusables: await reusablesOf(reusablesToLookUp(content)),
  };
}

async function reusablesOf(names: string[]) {
  const reusables = new Map<string, ApprovedReusable>();
  for (const { slug, name, kind, ...version } of await listApprovedVersions(
    names,
  )) {
    const versions = [...(reusables.get(slug)?.versions ?? []), version];
    reusables.set(slug, { name, kind, versions });
  }
  return reusables;
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

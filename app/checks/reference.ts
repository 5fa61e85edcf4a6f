import type { Inner, ReusableKind } from "~/content/page-content";
import type { ReferenceSetName, RetractionNature } from "./reference/rows";

export type GeneFact = { symbol: string; hgncId: string; name: string };
export type ProteinSequence = { accession: string; sequence: string };

/** A reusable text of the desk with the versions of it that were approved. */
export type ApprovedReusable = {
  name: string;
  kind: ReusableKind;
  versions: readonly { number: number; content: readonly Inner[] }[];
};

/**
 * The reference data that rules are run against. `loaded` says which sets the
 * desk has and of which version; the maps need hold only what the content
 * mentions (see `symbolsToLookUp` and `pmidsToLookUp`), by approved symbol
 * and by PMID; of the desk's own, which images it holds and which reusable
 * texts are approved, by their names.
 */
export type Reference = {
  loaded: readonly { set: ReferenceSetName; version: string }[];
  genes: ReadonlyMap<string, GeneFact>;
  proteins: ReadonlyMap<string, readonly ProteinSequence[]>;
  retractions: ReadonlyMap<string, RetractionNature>;
  figures: ReadonlySet<string>;
  reusables: ReadonlyMap<string, ApprovedReusable>;
};

/** Nothing is loaded: rules use the well-known facts or are not run. */
export const noReference: Reference = {
  loaded: [],
  genes: new Map(),
  proteins: new Map(),
  retractions: new Map(),
  figures: new Set(),
  reusables: new Map(),
};

/** The version of a loaded set; null when the set is not loaded. */
export function versionOf(
  reference: Reference,
  set: ReferenceSetName,
): string | null {
  return reference.loaded.find((loaded) => loaded.set === set)?.version ?? null;
}

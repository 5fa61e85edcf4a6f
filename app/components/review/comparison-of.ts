import { blockName } from "~/content/block-names";
import {
  changedBlocks,
  changedMetadata,
  type BlockChangeKind,
} from "~/content/changed-blocks";
import { compareBodies } from "~/content/compare/compare-bodies";
import type { Change } from "~/content/compare/comparison";
import {
  countParts,
  totalParts,
  type PartCount,
  type SectionCount,
} from "~/content/compare/count-parts";
import {
  elementId,
  renderComparison,
} from "~/content/compare/render-comparison";
import { element } from "~/content/escape-html";
import {
  blockIdOf,
  type Block,
  type MetadataField,
  type PageContent,
} from "~/content/page-content";
import { changeTitle, comparisonWords, namedHarms } from "~/wording/comparison";

/** One change for the list beside a comparison. */
export type ListedChange = {
  id: string;
  /** The element of the comparison that shows it. */
  anchor: string;
  title: string;
  kind: Change["kind"];
  before: string;
  after: string;
  /** The kinds of what it touches that a copy fix may not; none for wording. */
  harms: string[];
};

/** All that screens show of what differs between two texts of a page. */
export type ComparisonShown = {
  html: string;
  changes: ListedChange[];
  parts: PartCount[];
  sections: SectionCount[];
  /** Every kind of harm of every change. */
  harms: string[];
  metadata: MetadataField[];
  /** The blocks that differ, for choosing what a smaller review is about. */
  blocks: { id: string; name: string; change: BlockChangeKind }[];
};

/** Compares two texts of a page for a screen. Throws RangeError when a block has no id of its own. */
export function comparisonOf(
  base: PageContent,
  next: PageContent,
  options: { foldsUnchanged?: boolean } = {},
): ComparisonShown {
  const comparison = compareBodies(base.body, next.body);
  const sections = countParts(comparison);
  return {
    html: element(
      "div",
      { class: "page-text comparison", lang: next.language },
      renderComparison(comparison, { words: comparisonWords, ...options }),
    ),
    changes: comparison.changes.map(listed),
    parts: totalParts(sections),
    sections,
    harms: [
      ...new Set(
        comparison.changes.flatMap(({ harms }) =>
          harms.map(({ kind }) => kind),
        ),
      ),
    ],
    metadata: changedMetadata(base, next),
    blocks: changedBlocks(base, next).map(({ id, change }) => ({
      id,
      change,
      name: nameOf(blockWithId(next, id) ?? blockWithId(base, id)),
    })),
  };
}

function listed(change: Change): ListedChange {
  const { id, kind, before, after, harms } = change;
  return {
    id,
    anchor: elementId(id),
    title: changeTitle(change),
    kind,
    before: short(before),
    after: short(after),
    harms: namedHarms(harms.map((harm) => harm.kind)),
  };
}

const longestShown = 160;

/** Long enough to know the place by; the comparison has the rest. */
function short(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= longestShown) return line;
  const cut = line.lastIndexOf(" ", longestShown);
  return `${line.slice(0, cut > 0 ? cut : longestShown)} …`;
}

function blockWithId(content: PageContent, id: string): Block | undefined {
  return content.body.content.find((block) => blockIdOf(block) === id);
}

function nameOf(block: Block | undefined): string {
  return block ? blockName(block) : "";
}

import type { PageContent } from "~/content/page-content";
import type { Severity } from "~/domain/words";
import type { CheckedBlock } from "./checked-blocks";
import type { Reference } from "./reference";
import type { ReferenceSetName } from "./reference/rows";

/**
 * What a rule found. `excerpt` is the original's; `start` and `end` are offsets
 * in the block's text (see CheckedBlock), null when the finding is about the
 * block or the page as a whole. `suggestion` replaces the excerpt.
 */
export type Finding = {
  rule: string;
  severity: Severity;
  message: string;
  excerpt: string;
  suggestion: string | null;
  blockId: string | null;
  start: number | null;
  end: number | null;
};

export type CheckInput = {
  content: PageContent;
  blocks: readonly CheckedBlock[];
  reference: Reference;
  /** A day, YYYY-MM-DD, in the desk's time zone. */
  today: string;
  /** The draft came from a file: gaps may be the capture's fault, not the author's. */
  isImported: boolean;
};

/** One editorial check of checks.md; `severity` is the gravest it can give. */
export type Rule = {
  id: string;
  severity: Severity;
  title: string;
  needs: readonly ReferenceSetName[];
  /**
   * What the rule still does without the sets it needs, as a clause: "only
   * well-known residues were compared". Null when it does not run then.
   */
  without: string | null;
  run: (input: CheckInput) => Finding[];
};

/** A finding about a place in a block; offsets are of the block's normalised text. */
export function findingAt(
  block: CheckedBlock,
  span: { start: number; end: number },
  about: Pick<Finding, "rule" | "severity" | "message"> & {
    suggestion?: string | null;
  },
): Finding {
  const start = block.normal.toOriginal(span.start);
  const end = block.normal.toOriginal(span.end);
  return {
    suggestion: null,
    ...about,
    excerpt: block.text.slice(start, end),
    blockId: block.id,
    start,
    end,
  };
}

/** A finding about a whole block; about the whole page without one. */
export function findingOn(
  block: CheckedBlock | null,
  about: Pick<Finding, "rule" | "severity" | "message">,
): Finding {
  return {
    ...about,
    excerpt: block === null ? "" : shorten(block.text),
    suggestion: null,
    blockId: block?.id ?? null,
    start: null,
    end: null,
  };
}

function shorten(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 159)}…`;
}

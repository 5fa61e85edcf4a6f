import { giveBlockIds } from "~/content/block-ids";
import { emptyContent } from "~/content/empty-content";
import type { Block, PageContent, Topic } from "~/content/page-content";
import { parsePageContent } from "~/content/parse-page-content";
import type { PageKind } from "~/domain/words";
import type { Entry } from "./entries";
import { Refused, type ReportFinding } from "./report";
import { note } from "./source";

export type ContentFacts = {
  title: string;
  kind: PageKind;
  language: string;
  topics: Topic[];
  tags: string[];
  ai: { tool: string | null } | null;
};

/**
 * The page that an import makes: the source's words in order, without its
 * title and its statements. Nobody is credited and no review is claimed, since
 * people are matched by people. A page that says it was generated is recorded
 * so, without drafter and verifier; of any other the AI use is unknown. Checked
 * like content from outside; throws Refused when the desk cannot hold it.
 */
export function makeContent(
  entries: readonly Entry[],
  facts: ContentFacts,
): { content: PageContent; findings: ReportFinding[] } {
  const { ai, kind, ...known } = facts;
  const empty = emptyContent(kind);
  const blocks = toBlocks(entries);
  const parsed = parsePageContent({
    ...empty,
    ...known,
    aiUse: ai
      ? { ...empty.aiUse, level: "generated", tool: ai.tool }
      : empty.aiUse,
    body: {
      type: "doc",
      content: blocks.length > 0 ? blocks : empty.body.content,
    },
  });
  if (!parsed.ok) throw new Refused(parsed.problems[0]?.message);
  const places = parsed.cleaned.length;
  const findings =
    places === 0
      ? []
      : [
          note(
            "I3",
            "hints",
            `Invisible characters were taken out (in ${places === 1 ? "1 place" : `${places} places`}).`,
          ),
        ];
  return { content: giveBlockIds(parsed.content), findings };
}

/** The blocks that entries make: neighbours in one wrapper are one block. */
export function toBlocks(entries: readonly Entry[]): Block[] {
  const blocks: Block[] = [];
  let open: Entry["wrap"] = null;
  for (const { node, wrap, statement } of entries) {
    if (node === null) {
      if (statement === null) open = null;
      continue;
    }
    const last = blocks.at(-1);
    if (wrap === null || node.type === "faqItem") blocks.push(node);
    else if (open === wrap && last?.type === wrap) last.content.push(node);
    else if (wrap === "clinicalScenario")
      blocks.push({
        type: wrap,
        attrs: { basis: "unstated" },
        content: [node],
      });
    else blocks.push({ type: wrap, content: [node] });
    open = wrap;
  }
  return blocks;
}

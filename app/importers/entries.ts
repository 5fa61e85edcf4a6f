import type {
  BulletList,
  Inner,
  OrderedList,
  Table,
} from "~/content/page-content";
import { blockText, inlineText } from "~/content/plain-text";
import {
  itemText,
  linesStatement,
  splitList,
  tableStatements,
} from "./block-statements";
import { isChrome, isDisclaimer } from "./line-kinds";
import type { OrderOfFigures } from "./read-dates";
import { readPeople } from "./read-people";
import { emptyStatement, type Statement } from "./read-statement";
import { announcedRole } from "./statement-labels";
import type { ReportBlockKind, StatedRole } from "./report";
import type { SourceBlock } from "./source";
import {
  isDisclaimerHeading,
  isQuestionsHeading,
  isScenarioHeading,
  isSourcesHeading,
} from "./standing-headings";

/** Wrappers that the importer makes; neighbours in the same one become one block. */
export type Wrap = "clinicalScenario" | "questionsToAsk" | "disclaimer";

/**
 * One part of the source, in order: what kind it is, its words, the node that
 * the page will hold (null for the title and for statements, which are
 * history), the wrapper it goes into, and the statement if it is one.
 */
export type Entry = {
  kind: ReportBlockKind;
  text: string;
  node: SourceBlock["node"] | null;
  wrap: Wrap | null;
  statement: Statement | null;
};

type Section = Wrap | "sources" | null;
type State = { section: Section; names: StatedRole | null };

/** Tells for each part of a source what it is. Every part comes out once, in order. */
export function readEntries(
  blocks: readonly SourceBlock[],
  order: OrderOfFigures,
): Entry[] {
  const state: State = { section: null, names: null };
  return blocks.flatMap((block, index) =>
    readBlock(block, blocks[index + 1], state, order),
  );
}

function readBlock(
  block: SourceBlock,
  next: SourceBlock | undefined,
  state: State,
  order: OrderOfFigures,
): Entry[] {
  const { node, role } = block;
  switch (node.type) {
    case "heading":
    case "paragraph": {
      const statement =
        role === "title" ? null : lineStatement(block, next, state, order);
      if (statement) return [history(statement)];
      state.names = null;
      return [readLine(block, state)];
    }
    case "bulletList":
    case "orderedList":
      return splitList(node, state.names, order).flatMap((part) => {
        if (!("type" in part)) return [history(part)];
        state.names = null;
        return [listEntry(part, role, state)];
      });
    case "table": {
      const rows = tableStatements(node, order);
      if (rows) return rows.map(history);
      return [entry(role === "chrome" ? "other" : "table", node)];
    }
    case "faqItem":
      return [entry("faq_item", node)];
    case "blockquote":
      return [
        entry(role === "chrome" ? "other" : "prose", node, wrapOf(state)),
      ];
  }
}

/** The statement of a paragraph or heading; a heading that announces names is one if names follow. */
function lineStatement(
  block: SourceBlock,
  next: SourceBlock | undefined,
  state: State,
  order: OrderOfFigures,
): Statement | null {
  const text = inlineText(block.node);
  if (state.names !== null) {
    const parties = readPeople(text, state.names);
    if (parties) return { ...emptyStatement(text), ...parties };
  }
  const statement = linesStatement(text, order);
  if (statement) return statement;
  const role = announcedRole(text);
  if (role === null || next === undefined) return null;
  const names =
    next.node.type === "bulletList" || next.node.type === "orderedList"
      ? next.node.content.map(itemText)
      : [inlineText(next.node)];
  if (!names.every((name) => readPeople(name, role))) return null;
  state.names = role;
  return emptyStatement(text);
}

function readLine({ node, role }: SourceBlock, state: State): Entry {
  const text = inlineText(node);
  if (role === "title") return { ...entry("heading", node), node: null };
  if (role === "chrome" || isChrome(text)) return entry("other", node);
  if (node.type === "heading") {
    state.section = sectionOf(text);
    return entry("heading", node);
  }
  if (isDisclaimer(text)) return entry("disclaimer", node, "disclaimer");
  const wrap = wrapOf(state);
  if (wrap === "clinicalScenario")
    return entry("clinical_scenario", node, wrap);
  if (wrap === "disclaimer") return entry("disclaimer", node, wrap);
  return entry(
    state.section === "sources" ? "source_guidelines" : "prose",
    node,
  );
}

function listEntry(
  list: BulletList | OrderedList,
  role: SourceBlock["role"],
  state: State,
): Entry {
  if (
    role === "chrome" ||
    list.content.every((item) => isChrome(itemText(item)))
  )
    return entry("other", list);
  const wrap = wrapOf(state);
  if (wrap === "questionsToAsk") return entry("questions_to_ask", list, wrap);
  if (wrap === "clinicalScenario")
    return entry("clinical_scenario", list, wrap);
  if (wrap === "disclaimer") return entry("disclaimer", list, wrap);
  return entry(
    state.section === "sources" ? "source_guidelines" : "list",
    list,
  );
}

function sectionOf(heading: string): Section {
  if (isScenarioHeading(heading)) return "clinicalScenario";
  if (isDisclaimerHeading(heading)) return "disclaimer";
  if (isQuestionsHeading(heading)) return "questionsToAsk";
  return isSourcesHeading(heading) ? "sources" : null;
}

function wrapOf({ section }: State): Wrap | null {
  return section === "sources" ? null : section;
}

function history(statement: Statement): Entry {
  return {
    kind: "other",
    text: statement.raw,
    node: null,
    wrap: null,
    statement,
  };
}

function entry(
  kind: ReportBlockKind,
  node: Inner | SourceBlock["node"],
  wrap: Wrap | null = null,
): Entry {
  const text =
    node.type === "table"
      ? [node.attrs.caption, ...node.content.map(rowText)]
          .filter(Boolean)
          .join("\n")
      : blockText(node);
  return { kind, text, node, wrap, statement: null };
}

function rowText(row: Table["content"][number]): string {
  const cells = (row.content ?? []).map((cell) => cell.content.map(blockText));
  return cells.map((texts) => texts.join(" ")).join(" | ");
}

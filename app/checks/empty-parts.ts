import {
  blockLabels,
  listLabels,
  reusableLabels,
  scenarioLabels,
} from "~/content/block-labels";
import type { Block, ContentNode } from "~/content/page-content";
import { nodesOfType, textOf } from "./checked-blocks";

/**
 * What stands empty in a block, a sentence each: a list item without words, a
 * question or answer that is missing, a labelled block (key message, what to
 * do, scenario, timeline entry) that says nothing, a timeline entry without
 * date, a resource without title or address. A plain empty paragraph is none:
 * readers see nothing of it.
 */
export function emptyParts(block: Block, isImported: boolean): string[] {
  const items = nodesOfType(block, "listItem").filter(isSilent).length;
  return [...emptyItems(items, isImported), ...emptyBlock(block)];
}

function emptyItems(count: number, isImported: boolean): string[] {
  if (count === 0) return [];
  const items = count === 1 ? "A list item is" : `${count} list items are`;
  return [
    isImported
      ? `${items} empty: lost when the page was captured.`
      : `${items} empty.`,
  ];
}

function emptyBlock(block: Block): string[] {
  switch (block.type) {
    case "faqItem": {
      const [question, answer] = block.content;
      return [
        ...(isSilent(question) ? ["A question is missing."] : []),
        ...(isSilent(answer) ? ["An answer is missing."] : []),
      ];
    }
    case "keyMessage":
    case "whatToDo":
    case "questionsToAsk":
    case "callout":
    case "disclaimer":
      return isSilent(block) ? [nothingUnder(blockLabels[block.type])] : [];
    case "clinicalScenario":
      return isSilent(block)
        ? [nothingUnder(scenarioLabels[block.attrs.basis])]
        : [];
    case "reusable":
      return isSilent(block)
        ? [nothingUnder(reusableLabels[block.attrs.kind])]
        : [];
    case "timelineEntry":
      return [
        ...(block.attrs.when === "" ? ["A timeline entry has no date."] : []),
        ...(isSilent(block) ? ["A timeline entry says nothing."] : []),
      ];
    case "resourceList":
      return block.content.some(
        ({ attrs }) => attrs.title.trim() === "" || attrs.url === "",
      )
        ? [
            `A resource under “${listLabels.resourceList}” lacks its title or address.`,
          ]
        : [];
    default:
      return [];
  }
}

function nothingUnder(label: string): string {
  return `Nothing is written under “${label}”.`;
}

function isSilent(node: ContentNode): boolean {
  return textOf(node).trim() === "";
}

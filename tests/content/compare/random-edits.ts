import type { AnyNode } from "~/content/compare/any-node";
import { holdsText } from "~/content/compare/any-node";
import type { Body } from "~/content/page-content";
import { oneOf, type Random } from "./random";
import {
  ifValid,
  randomBlock,
  randomCell,
  randomInline,
  randomItem,
  randomRow,
  randomWords,
} from "./random-pages";

/** A body after some random edits, each as a person could make it. */
export function edited(body: Body, edits: number, random: Random): Body {
  let current = body;
  let made = 0;
  for (let tries = 0; made < edits && tries < edits * 20; tries += 1) {
    const next = ifValid(editOnce(current, random));
    if (next === null) continue;
    current = next;
    made += 1;
  }
  return current;
}

function editOnce(body: Body, random: Random): AnyNode[] {
  const blocks = structuredClone(body.content) as AnyNode[];
  switch (random(12)) {
    case 0:
      blocks.splice(
        random(blocks.length + 1),
        0,
        fresh(randomBlock(random), random),
      );
      return blocks;
    case 1:
      blocks.splice(random(blocks.length), 1);
      return blocks;
    case 2: {
      const [moved] = blocks.splice(random(blocks.length), 1);
      if (moved) blocks.splice(random(blocks.length + 1), 0, moved);
      return blocks;
    }
    case 3:
      return splitOne(blocks, random);
    case 4:
      return joinTwo(blocks, random);
    case 5:
      return retypeOne(blocks, random);
    case 6:
      editList(blocks, random);
      return blocks;
    case 7:
      editTable(blocks, random);
      return blocks;
    case 8:
      editAttributes(blocks, random);
      return blocks;
    default:
      editWords(blocks, random);
      return blocks;
  }
}

/** New blocks have an id after the first save and none before. */
function fresh(block: AnyNode, random: Random): AnyNode {
  const id = random(2) === 0 ? null : `n${random(1_000_000)}`;
  return { ...block, attrs: { ...block.attrs, id } };
}

function all(
  nodes: readonly AnyNode[],
  is: (node: AnyNode) => boolean,
): AnyNode[] {
  return nodes.flatMap((node) => [
    ...(is(node) ? [node] : []),
    ...all(node.content ?? [], is),
  ]);
}

function some(
  blocks: readonly AnyNode[],
  random: Random,
  is: (node: AnyNode) => boolean,
): AnyNode | null {
  const found = all(blocks, is);
  return found.length > 0 ? oneOf(random, found) : null;
}

function editWords(blocks: AnyNode[], random: Random): void {
  const target = some(blocks, random, holdsText);
  if (!target) return;
  const content = (target.content ??= []);
  const place = random(content.length + 1);
  const inline = content[place];
  const action = random(7);
  if (action === 0 || !inline) {
    content.splice(place, 0, randomInline(random));
    return;
  }
  if (action === 1) {
    content.splice(place, 1);
    return;
  }
  if (inline.type !== "text" || inline.text === undefined) {
    content[place] = randomInline(random);
    return;
  }
  const { text } = inline;
  const from = random(text.length + 1);
  const to = Math.min(text.length, from + random(20));
  if (action === 2) {
    const marked: AnyNode = {
      ...inline,
      text: text.slice(from, to),
      marks: [{ type: oneOf(random, ["bold", "italic"]) }],
    };
    const parts = [
      { ...inline, text: text.slice(0, from) },
      marked,
      { ...inline, text: text.slice(to) },
    ];
    content.splice(place, 1, ...parts);
    return;
  }
  // Typing stops at any letter, also inside a number or a name.
  const typed = oneOf(random, [
    "",
    "",
    ` ${randomWords(random, 4)} `,
    "9",
    "0",
    " not ",
    "-",
    "x",
  ]);
  inline.text =
    text.slice(0, from) + typed + text.slice(action === 3 ? from : to);
}

function splitOne(blocks: AnyNode[], random: Random): AnyNode[] {
  const index = random(blocks.length);
  const block = blocks[index];
  if (!block) return blocks;
  if (!holdsText(block)) {
    const item = some([block], random, ({ type }) => type === "listItem");
    const lists = all(
      [block],
      ({ content }) => !!item && !!content?.includes(item),
    );
    const paragraph = item?.content?.[0];
    const content = lists[0]?.content;
    if (!item || !paragraph || !content) return blocks;
    const [first, second] = halves(paragraph, random);
    content.splice(
      content.indexOf(item),
      1,
      { ...item, content: [first] },
      { type: "listItem", content: [second] },
    );
    return blocks;
  }
  const [first, second] = halves(block, random);
  // An editor leaves the id on both halves; a saved page has given the second its own.
  const halved = random(2) === 0 ? second : fresh(second, random);
  return blocks.toSpliced(index, 1, first, halved);
}

function halves(node: AnyNode, random: Random): [AnyNode, AnyNode] {
  const content = node.content ?? [];
  const place = random(content.length + 1);
  const inline = content[place];
  const [before, after] = [content.slice(0, place), content.slice(place + 1)];
  if (inline?.text !== undefined) {
    const cut = random(inline.text.length);
    before.push({ ...inline, text: inline.text.slice(0, cut) });
    after.unshift({ ...inline, text: inline.text.slice(cut) });
  } else if (inline) after.unshift(inline);
  return [
    { ...node, content: before },
    { ...node, content: after },
  ];
}

function joinTwo(blocks: AnyNode[], random: Random): AnyNode[] {
  const index = random(blocks.length);
  const [one, other] = [blocks[index], blocks[index + 1]];
  if (!one || !other || !holdsText(one) || !holdsText(other)) return blocks;
  const content = [...(one.content ?? []), ...(other.content ?? [])];
  return blocks.toSpliced(index, 2, { ...one, content });
}

function retypeOne(blocks: AnyNode[], random: Random): AnyNode[] {
  const index = random(blocks.length);
  const block = blocks[index];
  if (!block) return blocks;
  const attrs = { id: block.attrs?.["id"] };
  if (block.type === "paragraph" && random(2) === 0) {
    const next = blocks
      .slice(index)
      .findIndex(({ type }) => type !== "paragraph");
    const taken = blocks.slice(index, next < 0 ? undefined : index + next);
    const content: AnyNode[] = taken.map(({ content: inside }) => ({
      type: "listItem",
      content: [{ type: "paragraph", ...(inside && { content: inside }) }],
    }));
    return blocks.toSpliced(index, taken.length, {
      type: "bulletList",
      attrs: { id: null },
      content,
    });
  }
  if (block.type === "paragraph") {
    return blocks.toSpliced(index, 1, {
      ...block,
      type: "heading",
      attrs: { ...attrs, level: 2 },
    });
  }
  if (block.type === "heading")
    return blocks.toSpliced(index, 1, { ...block, type: "paragraph", attrs });
  if (block.type === "bulletList")
    return blocks.toSpliced(index, 1, {
      ...block,
      type: "orderedList",
      attrs: { ...attrs, start: 1 },
    });
  if (block.type === "keyMessage" || block.type === "callout")
    return blocks.toSpliced(index, 1, { ...block, type: "whatToDo" });
  return blocks;
}

function editList(blocks: AnyNode[], random: Random): void {
  const list = some(
    blocks,
    random,
    ({ type }) => type === "bulletList" || type === "orderedList",
  );
  const items = list?.content;
  if (!items) return;
  const action = random(3);
  if (action === 0)
    items.splice(random(items.length + 1), 0, randomItem(random));
  else if (action === 1) items.splice(random(items.length), 1);
  else {
    const [moved] = items.splice(random(items.length), 1);
    if (moved) items.splice(random(items.length + 1), 0, moved);
  }
}

function editTable(blocks: AnyNode[], random: Random): void {
  const table = some(blocks, random, ({ type }) => type === "table");
  const rows = table?.content;
  if (!rows) return;
  const width = rows[0]?.content?.length ?? 1;
  switch (random(4)) {
    case 0:
      rows.splice(1 + random(rows.length), 0, randomRow(random, width));
      return;
    case 1:
      if (rows.length > 1) rows.splice(1 + random(rows.length - 1), 1);
      return;
    case 2: {
      const place = random(width + 1);
      for (const row of rows)
        row.content?.splice(
          place,
          0,
          randomCell(random, row.content[0]?.type ?? "tableCell"),
        );
      return;
    }
    default: {
      const place = random(width);
      if (width > 1) for (const row of rows) row.content?.splice(place, 1);
    }
  }
}

function editAttributes(blocks: AnyNode[], random: Random): void {
  const node = some(
    blocks,
    random,
    ({ attrs, type }) =>
      type !== "tableCell" &&
      type !== "tableHeader" &&
      Object.keys(attrs ?? {}).length > 0,
  );
  if (!node) return;
  const names = Object.keys(node.attrs ?? {}).filter((name) => name !== "id");
  if (names.length === 0) return;
  const name = oneOf(random, names);
  const value = oneOf<string | number>(random, [
    1,
    2,
    3,
    randomWords(random, 4),
    "consent",
    "2020",
  ]);
  node.attrs = { ...node.attrs, [name]: value };
}

import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import {
  Plugin,
  PluginKey,
  type EditorState,
  type Transaction,
} from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { Block, Body } from "~/content/page-content";
import type { promptsFor } from "~/content/templates/prompts-for";
import type { PageKind } from "~/domain/words";

type Drawn = {
  hints: DecorationSet;
  /** What the template asks for; null until its script is there. */
  ask: ((body: Body) => ReturnType<typeof promptsFor>) | null;
};

const key = new PluginKey<Drawn>("hints");

/**
 * Words that stand where something can be written and vanish on typing: a
 * template's prompt in an empty section, what an empty heading, question,
 * answer or caption is for, and a quiet sign on a question without its answer.
 * They are drawn only: no page can hold them (UA2).
 */
export const Hints = Extension.create<{ kind: PageKind | null }>({
  name: "hints",
  addOptions: () => ({ kind: null }),
  addProseMirrorPlugins() {
    const { kind } = this.options;
    let isAsked = false;
    return [
      new Plugin<Drawn>({
        key,
        state: {
          init: (_, { doc }) => ({ hints: drawHints(doc, null), ask: null }),
          apply: (change, drawn, before) => {
            const ask = (change.getMeta(key) ?? drawn.ask) as Drawn["ask"];
            if (!change.docChanged && ask === drawn.ask) return drawn;
            const hints =
              ask === drawn.ask && isWordsOnly(change, before)
                ? drawn.hints.map(change.mapping, change.doc)
                : drawHints(change.doc, ask);
            return { hints, ask };
          },
        },
        props: {
          decorations: (state) => {
            const hints = key.getState(state)?.hints ?? DecorationSet.empty;
            const here = atCursor(state);
            return here === null || hints.find(here.from, here.to).length > 0
              ? hints
              : hints.add(state.doc, [here]);
          },
        },
        view: (view) => {
          if (kind !== null && !isAsked && hasEmptyBlock(view.state.doc)) {
            isAsked = true;
            void askTemplate(view, kind);
          }
          return {};
        },
      }),
    ];
  },
});

/** A page with nothing left to fill needs no prompts. */
function hasEmptyBlock(doc: Node): boolean {
  return doc.children.some(({ textContent }) => textContent === "");
}

async function askTemplate(view: EditorView, kind: PageKind): Promise<void> {
  const found = await import("~/content/templates/prompts-for").catch(
    () => null,
  );
  if (found === null || view.isDestroyed) return;
  const ask: Drawn["ask"] = (body) => found.promptsFor(body, kind);
  view.dispatch(view.state.tr.setMeta(key, ask).setMeta("addToHistory", false));
}

/** Typing in a text that had words and has words moves hints, no more. */
function isWordsOnly(change: Transaction, { doc, selection }: EditorState) {
  const was = selection.$from.parent;
  const is = change.selection.$from.parent;
  return (
    change.steps.length === 1 &&
    was.isTextblock &&
    was.type === is.type &&
    was.content.size > 1 &&
    is.content.size > 1 &&
    doc.childCount === change.doc.childCount &&
    Math.abs(doc.content.size - change.doc.content.size) <= 1
  );
}

/** The hints over a document; `ask` has what its template wants, once it is there. */
export function drawHints(doc: Node, ask: Drawn["ask"]): DecorationSet {
  const hints: Decoration[] = [];
  const prompts = new Map(
    ask?.(bodyOf(doc)).map(({ index, prompt }) => [index, prompt]),
  );
  doc.forEach((block, at, index) => {
    const { name } = block.type;
    const prompt = prompts.get(index);
    if (name === "faqItem") hints.push(...inQuestion(block, at, prompt));
    else if (prompt !== undefined)
      hints.push(...inFirstText(block, at, prompt));
    else if (block.content.size > 0) return;
    else if (name === "heading") hints.push(hint(block, at, "Heading"));
    else if (name === "figure") hints.push(hint(block, at, "Caption"));
  });
  return DecorationSet.create(doc, hints);
}

const stored = new WeakMap<Node, Block>();

/** Blocks that did not change are not written out again. */
function bodyOf(doc: Node): Body {
  const content = doc.children.map((node) => {
    // The editor's schema is made from the table that `Block` is typed from.
    const block = stored.get(node) ?? (node.toJSON() as Block);
    stored.set(node, block);
    return block;
  });
  return { type: "doc", content };
}

function inFirstText(block: Node, at: number, words: string): Decoration[] {
  if (block.isTextblock) return [hint(block, at, words)];
  const first = block.firstChild;
  return first ? inFirstText(first, at + 1, words) : [];
}

function inQuestion(item: Node, at: number, prompt?: string): Decoration[] {
  const question = item.firstChild;
  const answer = item.lastChild;
  if (!question || !answer) return [];
  const isAsked = question.content.size > 0;
  const isAnswered = !isEmpty(answer);
  const hints: Decoration[] = [];
  if (!isAsked) hints.push(hint(question, at + 1, prompt ?? "The question"));
  if (!isAnswered)
    hints.push(
      ...inFirstText(answer, at + 1 + question.nodeSize, "The answer"),
    );
  if (isAsked !== isAnswered)
    hints.push(
      Decoration.node(at, at + item.nodeSize, {
        class: "is-incomplete",
        "data-lacks": isAsked ? "Needs an answer" : "Needs a question",
      }),
    );
  return hints;
}

function isEmpty(node: Node): boolean {
  return node.childCount === 1 && node.firstChild?.content.size === 0;
}

/** The empty paragraph at the cursor says what can be done. */
function atCursor(state: EditorState): Decoration | null {
  const { $from, empty } = state.selection;
  const { parent } = $from;
  const isHere =
    empty && parent.type.name === "paragraph" && parent.content.size === 0;
  return isHere
    ? hint(parent, $from.before(), "Write, or press / for blocks")
    : null;
}

function hint(node: Node, at: number, words: string): Decoration {
  return Decoration.node(at, at + node.nodeSize, {
    class: "is-empty",
    "data-placeholder": words,
  });
}

import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { compareBodies } from "~/content/compare/compare-bodies";
import type { Comparison } from "~/content/compare/comparison";
import type { Body } from "~/content/page-content";
import { parseBody } from "~/content/parse-page-content";
import { goTo, nextFrom, walkStep } from "../go-to";
import { writeLetter } from "../write-letter";
import { type ProposalPlace, proposalPlaces } from "./proposal-places";

/** A proposal as it stands on the screen: what differs from the base, and where. */
export type Proposal = { comparison: Comparison; places: ProposalPlace[] };

type Shown = { marks: DecorationSet; proposal: Proposal | null };
const key = new PluginKey<Shown>("proposal");
/** Milliseconds after the last key; nothing is compared while somebody types. */
const pause = 350;

/**
 * Marks in the text what it proposes: added words and blocks, and the removed
 * words where they stood. Worked out again whenever typing stops; between
 * that, marks move with the text. Alt and an arrow go from change to change.
 */
export function proposalMarks(
  base: Body,
  onProposal: (proposal: Proposal) => void,
): Plugin {
  return new Plugin<Shown>({
    key,
    state: {
      init: () => ({ marks: DecorationSet.empty, proposal: null }),
      apply: (transaction, known) => {
        const found = transaction.getMeta(key) as Proposal | undefined;
        if (found)
          return {
            proposal: found,
            marks: DecorationSet.create(
              transaction.doc,
              found.places.map(drawn),
            ),
          };
        return transaction.docChanged
          ? {
              proposal: known.proposal,
              marks: known.marks.map(transaction.mapping, transaction.doc),
            }
          : known;
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      handleKeyDown: (view, event) => {
        const step = walkStep(event);
        return step !== 0 && walk(view, step);
      },
      handleKeyPress: (view, event) =>
        isAtMark(view) && writeLetter(view, event),
    },
    view: (view) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const look = () => {
        const parsed = parseBody(view.state.doc.toJSON());
        if (!parsed.ok) return;
        const comparison = compareBodies(base, parsed.content);
        const size = view.state.doc.content.size;
        const places = proposalPlaces(comparison, size) ?? [];
        const proposal = { comparison, places };
        const transaction = view.state.tr
          .setMeta(key, proposal)
          .setMeta("addToHistory", false);
        view.dispatch(transaction);
        onProposal(proposal);
      };
      timer = setTimeout(look, 0);
      return {
        update: (_, before) => {
          if (view.state.doc === before.doc) return;
          clearTimeout(timer);
          timer = setTimeout(look, pause);
        },
        destroy: () => clearTimeout(timer),
      };
    },
  });
}

function drawn(place: ProposalPlace): Decoration {
  const { change } = place;
  const spec = { change: change.id };
  switch (place.kind) {
    case "words":
      return Decoration.inline(
        place.from,
        place.to,
        { nodeName: "ins", class: "proposal-added" },
        // What is typed on behind added words is added too.
        { ...spec, inclusiveEnd: true },
      );
    case "block": {
      const look = change.kind === "insert" ? "added" : "other";
      const attributes = { class: `proposal-block proposal-block-${look}` };
      return Decoration.node(place.from, place.to, attributes, spec);
    }
    case "removed":
      return Decoration.widget(
        place.at,
        () => {
          const gone = document.createElement("del");
          gone.className = "proposal-removed";
          gone.contentEditable = "false";
          gone.textContent = place.words;
          return gone;
        },
        { ...spec, side: -1, ignoreSelection: true, key: change.id },
      );
  }
}

/** Whether the cursor, or what is selected, is in a mark or right beside it. */
function isAtMark({ state }: EditorView): boolean {
  const { from, to } = state.selection;
  return (key.getState(state)?.marks.find(from, to).length ?? 0) > 0;
}

/** Goes to the next or the last change from where the cursor is. */
function walk(view: EditorView, step: 1 | -1): boolean {
  const places = key.getState(view.state)?.proposal?.places ?? [];
  const starts = places.map(startOf);
  const next = nextFrom(view, starts, step);
  if (next !== null) goTo(view, next);
  return starts.length > 0;
}

export function startOf(place: ProposalPlace): number {
  return place.kind === "removed" ? place.at : place.from;
}

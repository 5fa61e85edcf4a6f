import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { DecorationSet, type EditorView } from "@tiptap/pm/view";
import { goTo, nextFrom, walkStep } from "../go-to";
import { fromDeskMeta } from "../server-ids";
import { writeLetter } from "../write-letter";
import { draw } from "./draw-place";
import { isMet, type Placed } from "./place-sets";

/** What is drawn: the places of open suggestions, and the one that is looked at. */
export type ShownOthers = {
  places: readonly Placed[];
  current: string | null;
};
type Shown = ShownOthers & { marks: DecorationSet };

const key = new PluginKey<Shown>("others");
const none: Shown = { places: [], current: null, marks: DecorationSet.empty };

type Doings = {
  /** Told whenever the places are other ones, or the one looked at is. */
  onShown: (shown: ShownOthers) => void;
  /** The writer goes from a place in the text to its card. */
  onOpen: (key: string) => void;
};

/**
 * Draws in the text what others suggest for it. Nothing is compared here: a
 * place moves with the text, and one whose words are typed in says so. Alt and
 * an arrow walk from one to the next, Alt+Enter goes to the card.
 */
export function othersMarks({ onShown, onOpen }: Doings): Plugin<Shown> {
  return new Plugin<Shown>({
    key,
    state: { init: () => none, apply: (change, known) => next(change, known) },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      handleKeyDown: (view, event) => {
        const step = walkStep(event);
        if (step !== 0) return walk(view, step);
        const isOpening =
          event.altKey && event.key === "Enter" && !event.ctrlKey;
        const current = isOpening ? nearest(view) : null;
        if (current === null) return false;
        onOpen(current);
        return true;
      },
      handleKeyPress: (view, event) =>
        isAtPlace(view) && writeLetter(view, event),
      handleDOMEvents: {
        click: (view, event) => {
          const mark =
            event.target instanceof Element
              ? event.target.closest("[data-others]")
              : null;
          const pressed = mark?.getAttribute("data-others");
          if (pressed) look(view, pressed);
          return false;
        },
      },
    },
    view: () => ({
      update: (view, before) => {
        const now = key.getState(view.state) ?? none;
        const known = key.getState(before) ?? none;
        if (now.marks !== known.marks && isOther(now, known)) onShown(now);
      },
    }),
  });
}

/** Draws other places: the sets are others than before. */
export function showPlaces(view: EditorView, places: readonly Placed[]): void {
  tell(view, { places });
}

/** Draws one place as the one that is looked at; none for null. */
export function look(view: EditorView, current: string | null): void {
  if (key.getState(view.state)?.current !== current) tell(view, { current });
}

function tell(view: EditorView, change: Partial<ShownOthers>): void {
  const { tr } = view.state;
  view.dispatch(tr.setMeta(key, change).setMeta("addToHistory", false));
}

function next(change: Transaction, known: Shown): Shown {
  const told = change.getMeta(key) as Partial<ShownOthers> | undefined;
  if (!told && !change.docChanged) return known;
  if (told?.places) return drawn(change.doc, { ...known, ...told });
  const places = change.docChanged ? moved(change, known.places) : known.places;
  const isTyped = places.some(
    ({ isTouched }, index) => isTouched !== known.places[index]?.isTouched,
  );
  if (told || isTyped) return drawn(change.doc, { ...known, ...told, places });
  return {
    ...{ places, current: known.current },
    marks: known.marks.map(change.mapping, change.doc),
  };
}

function drawn(doc: Node, { places, current }: ShownOthers): Shown {
  const marks = places.flatMap((place) => draw(doc, place, current));
  return { places, current, marks: DecorationSet.create(doc, marks) };
}

/** Places after a change of the text; those whose words this writer touched know it. */
function moved(change: Transaction, places: readonly Placed[]): Placed[] {
  const isFromDesk = change.getMeta(fromDeskMeta) === true;
  return places.map((place) => {
    let { from, to, isTouched } = place;
    for (const map of change.mapping.maps) {
      if (!isFromDesk && place.kind !== "block")
        isTouched ||= isMet(map, { from, to });
      from = map.map(from, 1);
      to = Math.max(from, map.map(to, -1));
    }
    return { ...place, from, to, isTouched };
  });
}

/** What the screen beside the text shows differs, not only where it stands. */
function isOther(now: Shown, known: Shown): boolean {
  return (
    now.current !== known.current ||
    now.places.length !== known.places.length ||
    now.places.some(
      (place, index) =>
        place.key !== known.places[index]?.key ||
        place.isTouched !== known.places[index]?.isTouched,
    )
  );
}

/** Goes to the next or the last place from where the cursor is. */
function walk(view: EditorView, step: 1 | -1): boolean {
  const places = key.getState(view.state)?.places ?? [];
  const starts = places.map(({ from }) => from);
  const start = nextFrom(view, starts, step);
  const place = places.find(({ from }) => from === start);
  if (start !== null && place) {
    look(view, place.key);
    goTo(view, start);
  }
  return places.length > 0;
}

/** Whether the cursor, or what is selected, is in a drawn place or right beside it. */
function isAtPlace({ state }: EditorView): boolean {
  const { from, to } = state.selection;
  const places = key.getState(state)?.places ?? [];
  return places.some((place) => place.from <= to && place.to >= from);
}

/** The place that is looked at, else the first at or after the cursor. */
function nearest(view: EditorView): string | null {
  const { places = [], current = null } = key.getState(view.state) ?? {};
  if (places.some((place) => place.key === current)) return current;
  const { from } = view.state.selection;
  const at = places.find((place) => place.to >= from) ?? places[0];
  return at?.key ?? null;
}

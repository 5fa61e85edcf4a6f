import { suggestedIn } from "~/commands/answer-suggestions.server";
import { canonical } from "~/content/canonical";
import { compareBodies } from "~/content/compare/compare-bodies";
import type { Change } from "~/content/compare/comparison";
import { renderComparison } from "~/content/compare/render-comparison";
import { element } from "~/content/escape-html";
import { blockName } from "~/content/block-names";
import {
  blockIdOf,
  type Block,
  type PageContent,
} from "~/content/page-content";
import { blockText } from "~/content/plain-text";
import { renderHtml } from "~/content/render-html";
import {
  clashingChanges,
  type Standing,
  standingOf,
  withChanges,
} from "~/content/suggestions/standing";
import type { Draft } from "~/data/drafts.server";
import {
  listOpenSuggestions,
  type SuggestionSet,
} from "~/data/suggestions.server";
import { comparisonWords } from "~/wording/comparison";

/** One suggested change as its card shows it. */
export type SuggestionFacts = Pick<
  Change,
  "id" | "kind" | "before" | "after" | "sentenceBefore" | "sentenceAfter"
> & {
  setId: string;
  setRevision: number;
  madeBy: string;
  madeById: string;
  via: "suggesting" | "word";
  madeAt: Date;
  harms: string[];
  /** Both texts where the draft changed the same words; else null. */
  clash: { draftHtml: string | null; theirsHtml: string | null } | null;
};

/** The suggestions at one place of the text. */
export type SuggestionPlace = {
  key: string;
  name: string;
  /** The block with each person's suggestions marked in it. */
  texts: { madeBy: string; html: string }[];
  cards: SuggestionFacts[];
};

/**
 * Everything suggested for a draft, by place in the text, several people's
 * side by side; what was decided; and each person's set as a whole.
 */
export async function loadSuggestions(draft: Draft) {
  const sets = await listOpenSuggestions(draft.id);
  const standings = sets.map((set) => ({
    set,
    standing: standingOf(suggestedIn(set)),
  }));
  const cards = standings.flatMap(({ set, standing }) =>
    cardsOf(draft.content, set, standing),
  );
  return {
    revision: draft.revision,
    places: placesOf(draft.content, standings, cards),
    people: standings.map(({ set, standing }) => ({
      setId: set.id,
      setRevision: set.revision,
      madeBy: set.madeBy,
      madeById: set.madeById,
      via: set.via,
      updatedAt: set.updatedAt,
      open: standing.open.length,
      inAll: standing.comparison.changes.length,
      /** Slips of spelling and the like, which rule T14 calls harmless. */
      harmless: standing.open.filter(({ harms }) => harms.length === 0).length,
    })),
    decided: sets
      .flatMap((set) =>
        set.decisions
          .filter(({ verdict }) => verdict !== "undone")
          .map((decision) => ({
            ...decision,
            setId: set.id,
            setRevision: set.revision,
            madeBy: set.madeBy,
          })),
      )
      .sort((one, other) => other.decidedAt.localeCompare(one.decidedAt)),
  };
}

/** The draft as it would read with everything open of one person, or of all, accepted. */
export async function previewAccepted(draft: Draft, setId: string | null) {
  const sets = await listOpenSuggestions(draft.id);
  let { body } = draft.content;
  for (const set of sets) {
    if (setId !== null && set.id !== setId) continue;
    const standing = standingOf(suggestedIn(set));
    const ids = standing.open.map(({ id }) => id);
    body = withChanges(body, standing, ids).body;
  }
  return renderHtml({ ...draft.content, body });
}

/** A card for each open change of a set, in the order of the text. */
export function cardsOf(
  content: PageContent,
  set: SuggestionSet,
  standing: Standing,
): SuggestionFacts[] {
  const clashing = clashingChanges(content.body, standing);
  return standing.open.map((change) => ({
    ...{ id: change.id, kind: change.kind },
    ...{ before: change.before, after: change.after },
    sentenceBefore: change.sentenceBefore,
    sentenceAfter: change.sentenceAfter,
    ...{ setId: set.id, setRevision: set.revision, via: set.via },
    ...{ madeBy: set.madeBy, madeById: set.madeById, madeAt: set.updatedAt },
    harms: [...new Set(change.harms.map(({ kind }) => kind))],
    clash: clashing.has(change.id)
      ? clashOf(content, standing, change.id)
      : null,
  }));
}

function clashOf(content: PageContent, standing: Standing, id: string) {
  const [clash] = withChanges(content.body, standing, [id]).clashes;
  const html = (block: Block | null | undefined) =>
    block ? renderOne(content, block) : null;
  return { draftHtml: html(clash?.mine), theirsHtml: html(clash?.theirs) };
}

type Known = { set: SuggestionSet; standing: Standing };

/** Cards by the block that they touch, in the order of the draft; what is new stands after what it follows. */
function placesOf(
  content: PageContent,
  standings: readonly Known[],
  cards: readonly SuggestionFacts[],
): SuggestionPlace[] {
  const blocks = content.body.content;
  const places = new Map<string, SuggestionPlace & { at: number }>();
  for (const { set, standing } of standings) {
    let last = -1;
    for (const change of standing.open) {
      const found = blocks.findIndex(
        (block) =>
          change.blockId !== null && blockIdOf(block) === change.blockId,
      );
      if (found >= 0) last = found;
      const card = cards.find(
        ({ id, setId }) => id === change.id && setId === set.id,
      );
      if (!card) continue;
      const block = blocks[found];
      const key =
        blockIdOf(block ?? { type: "paragraph" }) ??
        `new-${canonical([change.after]).slice(0, 200)}`;
      const place = places.get(key) ?? {
        ...{ key, at: found >= 0 ? found : last + 0.5, cards: [] },
        name: block ? placeName(block) : "New in the text",
        texts: [],
      };
      place.cards.push(card);
      if (place.texts.every(({ madeBy }) => madeBy !== set.madeBy))
        place.texts.push({
          madeBy: set.madeBy,
          html: markedBlock(content, standing, block ?? null, change),
        });
      places.set(key, place);
    }
  }
  return [...places.values()]
    .sort((one, other) => one.at - other.at)
    .map(({ at: _, ...place }) => place);
}

/** One block of the draft with all that one person suggests for it marked. */
function markedBlock(
  content: PageContent,
  standing: Standing,
  block: Block | null,
  change: Change,
): string {
  const id = block ? blockIdOf(block) : change.blockId;
  const ids = standing.open.map((open) => open.id);
  const { body } = withChanges(content.body, standing, ids);
  const after = body.content.filter((each) => blockIdOf(each) === id);
  const comparison = compareBodies(
    { type: "doc", content: block ? [block] : [] },
    { type: "doc", content: after },
  );
  const html = renderComparison(comparison, { words: comparisonWords });
  const attributes = { class: "page-text comparison", lang: content.language };
  // Several people's blocks stand on one screen, so none keeps its element id.
  return element("div", attributes, html.replace(/ id="[^"]*"/g, ""));
}

function placeName(block: Block): string {
  const words = blockText(block).replace(/\s+/g, " ").slice(0, 60);
  return words === "" ? blockName(block) : `${blockName(block)}: ${words}`;
}

function renderOne(content: PageContent, block: Block): string {
  // Only the id among a block's attributes changes, so its type stays true.
  const bare = { ...block, attrs: { ...block.attrs, id: null } } as Block;
  return renderHtml(
    { ...content, body: { type: "doc", content: [bare] } },
    { citations: "named" },
  );
}

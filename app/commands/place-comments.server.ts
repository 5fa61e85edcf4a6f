import type { Anchor } from "~/content/anchors/anchor";
import type { Place } from "~/content/anchors/find-quotation";
import { locateAnchors } from "~/content/anchors/locate-anchors";
import type { PlacedMark } from "~/content/anchors/mark-places";
import { blockIdOf, type Body } from "~/content/page-content";
import type { Comment } from "~/data/comments.server";
import { findDraftText } from "~/data/drafts.server";
import { findVersionBody } from "~/data/versions.server";

/** A comment as it stands in one text. */
export type PlacedComment = Comment & {
  place: Place | null;
  /** The words it was about are gone from this text. */
  isDetached: boolean;
  /** Its number in the text; null for one that is closed or has no place. */
  number: number | null;
};

export type CommentsInText = { comments: PlacedComment[]; marks: PlacedMark[] };

/**
 * Finds every comment in a text that may have been rewritten since: those that
 * are open and have a place are numbered in the order of the text and marked
 * there; those whose words are gone are told apart. `draftId` is the draft
 * that the text is of, or was made from; `nameOf` says what a mark is called.
 */
export async function placeComments(
  comments: readonly Comment[],
  body: Body,
  draftId: string,
  nameOf: (comment: Comment) => string,
): Promise<CommentsInText> {
  const places = await findPlaces(comments, body, draftId);
  const blocks = body.content.map(blockIdOf);
  const order = ({ blockId, start }: Place) =>
    blocks.indexOf(blockId) * 1_000_000 + start;
  const marked = comments
    .flatMap((comment) => {
      const place = places.get(comment.id);
      return place && !comment.isClosed ? [{ comment, place }] : [];
    })
    .sort((a, b) => order(a.place) - order(b.place));
  return {
    comments: comments.map((comment) => {
      const place = places.get(comment.id) ?? null;
      const number = marked.findIndex((each) => each.comment === comment) + 1;
      return {
        ...comment,
        place,
        isDetached: isDetached(comment, place, blocks),
        number: number === 0 ? null : number,
      };
    }),
    marks: marked.map(({ comment, place }) => ({
      ...place,
      cardId: `remark-${comment.id}`,
      name: nameOf(comment),
    })),
  };
}

async function findPlaces(
  comments: readonly Comment[],
  body: Body,
  draftId: string,
): Promise<Map<string, Place | null>> {
  const byText = new Map<string, (Comment & Anchor)[]>();
  for (const comment of comments) {
    const key =
      comment.versionId ?? `revision ${String(comment.draftRevision)}`;
    const others = byText.get(key) ?? [];
    if (isAnchored(comment)) byText.set(key, [...others, comment]);
  }
  const places = new Map<string, Place | null>();
  for (const anchored of byText.values()) {
    const base = await findTextOf(anchored[0], draftId);
    const found = locateAnchors(base, body, anchored);
    for (const [index, { id }] of anchored.entries())
      places.set(id, found[index] ?? null);
  }
  return places;
}

function isAnchored(comment: Comment): comment is Comment & Anchor {
  return (
    comment.start !== null && comment.end !== null && comment.blockId !== null
  );
}

/** The text that a comment was made on, as far as it was kept. */
async function findTextOf(
  comment: Comment | undefined,
  draftId: string,
): Promise<Body | null> {
  if (!comment) return null;
  if (comment.versionId) return findVersionBody(comment.versionId);
  const revision = comment.draftRevision ?? 0;
  const text = await findDraftText(draftId, revision);
  return text?.body ?? null;
}

function isDetached(
  comment: Comment,
  place: Place | null,
  blocks: readonly (string | null)[],
): boolean {
  if (isAnchored(comment)) return place === null;
  return comment.blockId !== null && !blocks.includes(comment.blockId);
}

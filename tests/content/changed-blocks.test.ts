import fc from "fast-check";
import { expect, test } from "vitest";
import { giveBlockIds } from "~/content/block-ids";
import { changedBlocks, changedMetadata } from "~/content/changed-blocks";
import { paragraph, plainContent } from "./random-content";

const page = (...ids: string[]) =>
  plainContent(ids.map((id) => paragraph(id, `text of ${id}`)));

test("added, removed and changed blocks are named", () => {
  const next = plainContent([
    paragraph("a", "text of a"),
    paragraph("new", "new"),
    paragraph("b", "other"),
  ]);
  expect(changedBlocks(page("a", "b", "c"), next)).toEqual([
    { id: "new", change: "added" },
    { id: "b", change: "changed" },
    { id: "c", change: "removed" },
  ]);
});

test("one block carried elsewhere is the only one that moved", () => {
  expect(
    changedBlocks(page("a", "b", "c", "d"), page("b", "c", "d", "a")),
  ).toEqual([{ id: "a", change: "moved" }]);
});

test("the blocks not named as moved stand in the same order, for any shuffle", () => {
  const ids = Array.from({ length: 9 }, (_, index) => `n${index}`);
  const shuffles = fc.property(
    fc.shuffledSubarray(ids, { minLength: 9 }),
    (order) => {
      const moved = changedBlocks(page(...ids), page(...order));
      const stayed = order.filter(
        (id) => !moved.some((change) => change.id === id),
      );
      expect(stayed).toEqual([...stayed].sort());
    },
  );
  fc.assert(shuffles, { numRuns: 500 });
});

test("a mark alone is a change; a metadata field is named", () => {
  const base = page("a");
  const bold = plainContent([
    {
      type: "paragraph",
      attrs: { id: "a" },
      content: [{ type: "text", text: "text of a", marks: [{ type: "bold" }] }],
    },
  ]);
  expect(changedBlocks(base, bold)).toEqual([{ id: "a", change: "changed" }]);
  expect(changedMetadata(base, { ...base, title: "x", tags: ["y"] })).toEqual([
    "title",
    "tags",
  ]);
});

test("blocks without ids or with the same id cannot be compared", () => {
  const without = plainContent([{ type: "paragraph" }]);
  expect(() => changedBlocks(without, without)).toThrow(RangeError);
  expect(() => changedBlocks(page("a", "a"), page("a"))).toThrow(RangeError);
});

test("of two blocks with one id the first keeps it", () => {
  let count = 0;
  const given = giveBlockIds(
    page("a", "a", "new1"),
    () => `new${(count += 1)}`,
  );
  expect(given.body.content.map((block) => block.attrs?.id)).toEqual([
    "a",
    "new2",
    "new1",
  ]);
});

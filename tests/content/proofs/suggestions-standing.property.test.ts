import fc from "fast-check";
import { expect, test } from "vitest";
import { giveBlockIds } from "~/content/block-ids";
import { isSameText } from "~/content/canonical";
import type { Body, PageContent } from "~/content/page-content";
import { parseBody, parsePageContent } from "~/content/parse-page-content";
import {
  rebased,
  standingOf,
  withChanges,
  withoutChange,
} from "~/content/suggestions/standing";
import { randomContent } from "../random-content";

function parsed(value: unknown): PageContent {
  const read = parsePageContent(value);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return giveBlockIds(read.content);
}

/** What a page would be after somebody else's hand: some blocks gone, some new. */
function mixed(one: PageContent, other: PageContent): Body {
  const content = [...other.body.content, ...one.body.content.slice(1)];
  return giveBlockIds({ ...one, body: { type: "doc", content } }).body;
}

test("random suggestions accepted one by one, in any order, give the proposed text, and undone the base", () => {
  let decisions = 0;
  fc.assert(
    fc.property(
      randomContent,
      randomContent,
      fc.array(fc.nat(), { minLength: 1, maxLength: 20 }),
      (one, other, order) => {
        const base = parsed(one);
        const proposed = mixed(base, parsed(other));
        const all = standingOf({
          ...{ base: base.body, proposed, decided: new Map() },
        });
        const decided = new Map<string, "accepted" | "declined">();
        const waiting = all.open.map(({ id }) => id);
        let draft = base.body;
        for (let turn = 0; waiting.length > 0; turn += 1) {
          const at = (order[turn % order.length] ?? 0) % waiting.length;
          const [id = ""] = waiting.splice(at, 1);
          const standing = standingOf({ base: base.body, proposed, decided });
          const made = withChanges(draft, standing, [id]);
          expect(made.clashes).toEqual([]);
          expect(parseBody(made.body).ok).toBe(true);
          draft = made.body;
          decided.set(id, "accepted");
          decisions += 1;
        }
        expect(isSameText(draft, proposed)).toBe(true);
        for (const id of [...decided.keys()]) {
          const standing = standingOf({ base: base.body, proposed, decided });
          const undone = withoutChange(draft, standing, id);
          expect(undone.clashes).toEqual([]);
          draft = undone.body;
          decided.delete(id);
        }
        expect(isSameText(draft, base.body)).toBe(true);
        expect(isSameText(rebased(base.body, all), proposed)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
  console.info(`${String(decisions)} suggestions were accepted and undone`);
  expect(decisions).toBeGreaterThan(200);
}, 120_000);

import fc from "fast-check";
import { expect, test } from "vitest";
import { type SpreadCandidate, spreadDays, spreadSeats } from "~/domain/spread";

const person = (
  id: string,
  given: Partial<SpreadCandidate> = {},
): SpreadCandidate => ({
  id,
  openReviews: 0,
  capacity: 3,
  canBeAsked: true,
  isForEditor: false,
  isSecondChoice: false,
  ...given,
});

test("the seat that only one person can take is given to them before they are used up", () => {
  const both = person("both", { capacity: 1 });
  expect(
    spreadSeats([
      { key: "a", roundId: "1", candidates: [both, person("other")] },
      { key: "b", roundId: "2", candidates: [both] },
    ]),
  ).toEqual(
    new Map([
      ["b", "both"],
      ["a", "other"],
    ]),
  );
});

test("whoever has ties to the authors is given a seat only when nobody else has room", () => {
  const tied = person("tied", { isSecondChoice: true });
  const free = person("free", { capacity: 1 });
  const candidates = [tied, free];
  expect([
    ...spreadSeats([
      { key: "a", roundId: "1", candidates },
      { key: "b", roundId: "2", candidates },
    ]).values(),
  ]).toEqual(["free", "tied"]);
});

const candidates = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom("a", "b", "c", "d", "e"),
    openReviews: fc.nat(4),
    capacity: fc.integer({ min: 1, max: 5 }),
    canBeAsked: fc.boolean(),
    isForEditor: fc.boolean(),
    isSecondChoice: fc.boolean(),
  }),
  { selector: ({ id }) => id },
);

test("nobody gets a seat they may not have, over their capacity or twice in a round", () => {
  fc.assert(
    fc.property(
      candidates,
      fc.array(fc.tuple(fc.nat(5), fc.subarray(["a", "b", "c", "d", "e"])), {
        maxLength: 20,
      }),
      (people, wanted) => {
        const seats = wanted.map(([round, ids], place) => ({
          key: String(place),
          roundId: String(round),
          candidates: people.filter(({ id }) => ids.includes(id)),
        }));
        const answer = spreadSeats(seats);
        expect(answer.size).toBe(seats.length);
        const pairs = seats.flatMap(({ key, roundId, candidates: asked }) => {
          const id = answer.get(key);
          if (!id) return [];
          const who = asked.find((each) => each.id === id);
          expect(who?.canBeAsked && !who.isForEditor).toBe(true);
          return `${roundId} ${id}`;
        });
        expect(new Set(pairs).size).toBe(pairs.length);
        for (const { id, openReviews, capacity } of people) {
          const given = [...answer.values()].filter((each) => each === id);
          if (given.length > 0)
            expect(openReviews + given.length).toBeLessThanOrEqual(capacity);
        }
        // Nobody who had room for an empty seat was passed over.
        for (const { key, roundId, candidates: asked } of seats) {
          if (answer.get(key) !== null) continue;
          for (const who of asked) {
            const given = [...answer.values()].filter(
              (each) => each === who.id,
            );
            expect(
              !who.canBeAsked ||
                who.isForEditor ||
                who.openReviews + given.length >= who.capacity ||
                pairs.includes(`${roundId} ${who.id}`),
            ).toBe(true);
          }
        }
      },
    ),
  );
});

test("nobody has two reviews due on one day while there are days left", () => {
  const workingDays = ["2026-11-26", "2026-11-27", "2026-11-30", "2026-12-01"];
  const on = (key: string, personId: string) => ({
    key,
    personId,
    reviewBy: "2026-11-26",
  });
  expect(
    spreadDays(
      [on("1", "ada"), on("2", "ada"), on("3", "bo"), on("4", "ada")],
      [{ personId: "ada", day: "2026-11-27" }],
      workingDays,
    ),
  ).toEqual(
    new Map([
      ["1", "2026-11-26"],
      ["2", "2026-11-30"],
      ["3", "2026-11-26"],
      ["4", "2026-12-01"],
    ]),
  );
  expect(
    spreadDays([on("1", "ada"), on("2", "ada")], [], []).get("2"),
    "the rules' day when no other is known",
  ).toBe("2026-11-26");
});

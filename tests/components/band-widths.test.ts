import fc from "fast-check";
import { expect, test } from "vitest";
import {
  bandStateOf,
  bandText,
  bandWidths,
  leastShare,
} from "~/components/band-widths";
import { deskStates, publicStates } from "~/domain/words";

const lengths = fc.array(fc.double({ min: -10, max: 1e6, noNaN: true }), {
  minLength: 1,
  maxLength: 60,
});

test("bands fill the bar from end to end without gap or overlap", () => {
  fc.assert(
    fc.property(lengths, (given) => {
      const bands = bandWidths(given);
      let end = 0;
      for (const band of bands) {
        expect(band.start).toBeCloseTo(end, 6);
        end = band.start + band.width;
      }
      expect(end).toBeCloseTo(100, 6);
    }),
  );
});

test("no band is too thin to be seen, and a longer section is never narrower", () => {
  fc.assert(
    fc.property(lengths, (given) => {
      const floor = Math.min(leastShare, 100 / given.length);
      const bands = bandWidths(given);
      bands.forEach((band, index) => {
        expect(band.width).toBeGreaterThanOrEqual(floor - 1e-9);
        bands.forEach((other, place) => {
          if ((given[index] ?? 0) > (given[place] ?? 0))
            expect(band.width).toBeGreaterThanOrEqual(other.width - 1e-9);
        });
      });
    }),
  );
});

test("a page without sections has an empty bar", () => {
  expect(bandWidths([])).toEqual([]);
  expect(bandText([])).toBe("No sections yet");
});

test("the bar says in words what it shows", () => {
  const band = (label: string, state: "review" | "approved") => ({
    label,
    state,
    length: 1,
  });
  expect(bandText([band("Testing", "review")])).toBe("1 section, in review");
  expect(bandText([band("A", "review"), band("B", "review")])).toBe(
    "2 sections, all in review",
  );
  expect(bandText([band("A", "approved"), band("B", "review")])).toBe(
    "2 sections: A approved, B in review",
  );
});

test("only approved or published text is a solid band", () => {
  for (const desk of deskStates)
    for (const publicly of publicStates) {
      const isSigned =
        desk === "none"
          ? ["live", "due_soon", "overdue", "archived"].includes(publicly)
          : ["approved", "scheduled"].includes(desk);
      expect(bandStateOf(desk, publicly) === "approved").toBe(isSigned);
    }
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalise } from "~/checks/normalise";
import { sentencesOf } from "~/checks/sentences";

describe("normalising", () => {
  test("dashes, spaces, quotes and wide letters become plain", () => {
    expect(normalise("1\u20132\u00a0\u201cＡ\u201d\u200b x\u00ad").text).toBe(
      '1-2 "A" x',
    );
  });

  test("raised digits do not become part of the word before them", () => {
    expect(normalise("G2032R²").text).toBe("G2032R²");
  });

  test("offsets rise, lead into the original and end with it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (original) => {
        const { text, toOriginal } = normalise(original);
        let last = 0;
        for (let offset = 0; offset <= text.length; offset++) {
          expect(toOriginal(offset)).toBeGreaterThanOrEqual(last);
          last = toOriginal(offset);
        }
        expect(last).toBe(original.length);
      }),
    );
  });

  test("plain English stays as it is, each character at its place", () => {
    const plain = fc.string({ unit: fc.constantFrom(..."abc XYZ 123-.,'\n") });
    fc.assert(
      fc.property(plain, (original) => {
        const { text, toOriginal } = normalise(original);
        expect(text).toBe(original);
        expect(toOriginal(text.length >> 1)).toBe(text.length >> 1);
      }),
    );
  });
});

describe("sentences", () => {
  const split = (text: string) =>
    sentencesOf(text).map(({ start, end }) => text.slice(start, end));

  test("abbreviations and initials do not end one", () => {
    expect(
      split("See Ou et al. 2019 for more, e.g. ALK. Dr. A. Lee says so. Yes!"),
    ).toEqual([
      "See Ou et al. 2019 for more, e.g. ALK.",
      "Dr. A. Lee says so.",
      "Yes!",
    ]);
  });

  test("they cover every word in order", () => {
    const text = fc.string({ unit: fc.constantFrom(..."aA. ?!\n1)") });
    fc.assert(
      fc.property(text, (original) => {
        const joined = split(original).join("").replace(/\s/g, "");
        expect(joined).toBe(original.replace(/\s/g, ""));
      }),
    );
  });
});

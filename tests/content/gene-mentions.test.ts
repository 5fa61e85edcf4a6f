import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findGeneMentions } from "~/content/gene-mentions";

const symbols = new Set(
  "ROS1 CD74 ALK EGFR BRCA1 BRCA2 NTRK1 NTRK2 NTRK3 HLA-A NHS PDF FH MET".split(
    " ",
  ),
);
const genesIn = (text: string) =>
  findGeneMentions(text, (symbol) => symbols.has(symbol)).map(
    ({ symbol }) => symbol,
  );

describe("gene symbols in a text", () => {
  test.each([
    ["CD74-ROS1 and ROS1-rearranged", ["CD74", "ROS1", "ROS1"]],
    ["BRCA1/2 and NTRK1/2/3", ["BRCA1", "BRCA2", "NTRK1", "NTRK2", "NTRK3"]],
    ["(NTRK1, NTRK2, and NTRK3)", ["NTRK1", "NTRK2", "NTRK3"]],
    ["HLA-A-positive", ["HLA-A"]],
    ["ros1, XROS1 and ROS12", []],
    ["The NHS gene panel as a PDF", []],
    ["A clinic for FH, from the FH service", []],
    ["Carriers of an FH gene variant; FH is rare", ["FH", "FH"]],
    ["We MET in the ALK clinic", []],
    ["ALK-positive disease, unlike ALK", ["ALK", "ALK"]],
    ["EGFR L858R", ["EGFR"]],
  ])("%s", (text, expected) => {
    expect(genesIn(text)).toEqual(expected);
  });

  test("a mention's offsets hold its symbol, or the digit that stands for it", () => {
    const piece = fc.constantFrom(...symbols, " ", "-", "/", "2", "gene", ",");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const isSymbol = (symbol: string) => symbols.has(symbol);
        for (const found of findGeneMentions(text, isSymbol)) {
          const there = text.slice(found.start, found.end);
          expect(there === found.symbol || found.symbol.endsWith(there)).toBe(
            true,
          );
        }
      }),
    );
  });
});

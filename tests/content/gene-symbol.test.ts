import { expect, test } from "vitest";
import { readGeneSymbol } from "~/content/gene-symbol";

test.each([
  ["ROS1", "ROS1"],
  ["hla-a", "HLA-A"],
  ["MT-TL1", "MT-TL1"],
  ["c9ORF72", "C9orf72"],
  ["CXorf21", "CXorf21"],
  ["", null],
  ["1A", null],
  ["ROS 1", null],
  ["ROS1\n", null],
  ["p.G2032R", null],
  ["A".repeat(26), null],
])("%j is read as %j", (typed, symbol) => {
  expect(readGeneSymbol(typed)).toBe(symbol);
});

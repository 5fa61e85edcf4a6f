import { expect, test } from "vitest";
import { titleParts } from "~/components/gene-name";
import { initialsOf, ringCount, ringOf } from "~/components/person-ring";

const genesOf = (title: string, genes: string[]) =>
  titleParts(title, genes)
    .filter((part) => part.isGene)
    .map((part) => part.text);

test("a gene symbol in a title is found as a whole word only", () => {
  expect(genesOf("ROS1-rearranged lung cancer", ["ROS1"])).toEqual(["ROS1"]);
  expect(genesOf("METABOLIC disease and MET", ["MET"])).toEqual(["MET"]);
  expect(genesOf("BRCA10 is no gene", ["BRCA1"])).toEqual([]);
});

test("the longer of two symbols wins, and marks in a symbol are only marks", () => {
  expect(genesOf("EML4::ALK and ALK", ["ALK", "EML4::ALK"])).toEqual([
    "EML4::ALK",
    "ALK",
  ]);
  expect(genesOf("HLA-A or HLA.A", ["HLA.A"])).toEqual(["HLA.A"]);
});

test("a title keeps every letter when it is split", () => {
  const title = "MLH1, MSH2 and PMS2: Lynch syndrome";
  const parts = titleParts(title, ["PMS2", "MLH1", "MSH2", ""]);
  expect(parts.map((part) => part.text).join("")).toBe(title);
});

test("initials leave titles out and know letters beyond ASCII", () => {
  expect(initialsOf("Prof. Leonie Marsh")).toBe("LM");
  expect(initialsOf("Ángel de Íñiguez")).toBe("ÁÍ");
  expect(initialsOf("Maya")).toBe("M");
  expect(initialsOf("Dr")).toBe("D");
  expect(initialsOf("")).toBe("");
});

test("a person always has the same ring, and all rings are used", () => {
  const keys = Array.from({ length: 200 }, (_, index) => `person ${index}`);
  const rings = keys.map(ringOf);
  expect(rings).toEqual(keys.map(ringOf));
  expect(new Set(rings).size).toBe(ringCount);
});

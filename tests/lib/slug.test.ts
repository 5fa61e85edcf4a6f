import { expect, test } from "vitest";
import { slugFrom } from "~/lib/slug";

test("an address is made of small letters, figures and single hyphens", () => {
  expect(slugFrom("ROS1-rearranged lung cancer")).toBe(
    "ros1-rearranged-lung-cancer",
  );
  expect(slugFrom("  BRCA2: what men’s tests mean? ")).toBe(
    "brca2-what-mens-tests-mean",
  );
  expect(slugFrom("Ménétrier’s disease")).toBe("menetriers-disease");
});

test("a long title is cut between words", () => {
  const slug = slugFrom("gene ".repeat(40));
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(slug).toMatch(/^(gene-)*gene$/);
});

test("one endless word is cut, and signs alone make no address", () => {
  expect(slugFrom("a".repeat(200))).toHaveLength(80);
  expect(slugFrom("…?! 基因")).toBe("");
});

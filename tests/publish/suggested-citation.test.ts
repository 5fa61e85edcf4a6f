import { expect, test } from "vitest";
import type { Credit } from "~/content/page-content";
import { suggestedCitation } from "~/publish/suggested-citation";
import { creditMonths } from "~/wording/credit-months";

const credit = (name: string, fields: Partial<Credit> = {}): Credit => ({
  ...{ personId: null, name, role: "author", credentials: "MD" },
  ...{ affiliation: "", orcid: null, from: null, until: null },
  ...fields,
});

const version = {
  title: "TP53 and Li-Fraumeni syndrome",
  versionNumber: 3,
  publishedOn: "2027-03-03",
  publisher: "Gene pages",
  address: "https://example.org/pages/tp53/v/3",
};

test("a citation names this version's authors in their order, its number, day and lasting address", () => {
  expect(
    suggestedCitation(
      [
        credit("Dr Tom Bryce", { until: "2014-04" }),
        credit("Ada Example", { role: "contributor" }),
        credit("Dr Amira Haddad"),
      ],
      version,
    ),
  ).toBe(
    "Dr Tom Bryce, Dr Amira Haddad. TP53 and Li-Fraumeni syndrome. Gene pages, version 3, 3 March 2027. https://example.org/pages/tp53/v/3",
  );
});

test("a title that is a question keeps its mark, and a page without authors cites none", () => {
  const title = "Is it inherited?";
  expect(suggestedCitation([], { ...version, title })).toBe(
    "Is it inherited? Gene pages, version 3, 3 March 2027. https://example.org/pages/tp53/v/3",
  );
});

test.each([
  [null, null, ""],
  ["2012-03", null, "from March 2012"],
  [null, "2014-04", "through April 2014"],
  ["2012-03", "2014-04", "March 2012 to April 2014"],
  ["2014-04", "2014-04", "April 2014"],
])("a credit from %s until %s reads %j", (from, until, words) => {
  expect(creditMonths({ from, until })).toBe(words);
});

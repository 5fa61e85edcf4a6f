import { expect, test } from "vitest";
import { isOrcid, tidyOrcid } from "~/domain/orcid";

test.each([
  "0000-0002-1825-0097",
  "0000-0001-5109-3700",
  "0000-0002-1694-233X",
])("%s is an ORCID iD", (text) => {
  expect(isOrcid(text)).toBe(true);
});

test.each([
  "",
  "0000-0002-1825-0098",
  "0000-0002-1825-009",
  "0000000218250097",
  "0000-0002-1694-2330",
])("%s is none", (text) => {
  expect(isOrcid(text)).toBe(false);
});

test("one mistyped digit is always noticed", () => {
  const right = "0000-0002-1825-0097";
  for (const [at, digit] of [...right].entries()) {
    if (digit === "-") continue;
    for (const other of "0123456789") {
      if (other === digit) continue;
      const typed = right.slice(0, at) + other + right.slice(at + 1);
      expect(isOrcid(typed), typed).toBe(false);
    }
  }
});

test.each([
  "https://orcid.org/0000-0002-1694-233x",
  "orcid.org/0000-0002-1694-233X",
  " 000000021694233X ",
  "0000 0002 1694 233x",
])("%s is tidied up", (text) => {
  expect(tidyOrcid(text)).toBe("0000-0002-1694-233X");
});

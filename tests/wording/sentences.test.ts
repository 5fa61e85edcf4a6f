import { expect, test } from "vitest";
import { blockerCodes } from "~/domain/blockers";
import { isRefusalCode, refusalCodes } from "~/domain/refusals";
import { aiLevels } from "~/domain/words";
import { wordBlocker } from "~/wording/blockers";
import { noticeSentences, overdueSentence } from "~/wording/notices";
import { listInWords, placesInWords } from "~/wording/places";
import {
  aiSentence,
  sheetLine,
  sheetWarning,
  statusLine,
} from "~/wording/public-page";
import { refusals, wordRefusal } from "~/wording/refusals";

test("every refusal answers with a known status and whole sentences", () => {
  expect(Object.keys(refusals).sort()).toEqual([...refusalCodes].sort());
  for (const code of refusalCodes) {
    const { status, sentence } = wordRefusal(code);
    expect([401, 403, 404, 409, 422, 429]).toContain(status);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toContain("!");
    expect(sentence).not.toContain("_");
  }
});

test("what a person may not know of reads like what does not exist", () => {
  for (const code of ["gone", "not_your_page"] as const)
    expect(wordRefusal(code)).toEqual(wordRefusal("not_found"));
});

test("an error of the database is not mistaken for a refusal", () => {
  expect(isRefusalCode("own_work")).toBe(true);
  expect(isRefusalCode("deadlock detected")).toBe(false);
});

test("every blocker has a sentence without detail, and says who can clear it", () => {
  for (const code of blockerCodes) {
    const worded = wordBlocker({ code, detail: {} });
    expect(worded.sentence).toMatch(/^[A-Z].*\.$/);
    expect(worded.sentence).not.toContain("undefined");
    expect(worded.who.length).toBeGreaterThan(3);
  }
});

test("a blocker names the expertise, people, facts and days it is told", () => {
  const { sentence } = wordBlocker({
    code: "round_open",
    detail: { person: "Dr Novak", expertise: "medical_editor" },
  });
  expect(sentence).toContain("Dr Novak (medical editor)");
  expect(
    wordBlocker({
      code: "metadata_missing",
      detail: { missing: ["owner", "ai_use"] },
    }).sentence,
  ).toContain("who owns it and how AI was used");
  expect(
    wordBlocker({ code: "overdue", detail: { due: "2023-05-04" } }).sentence,
  ).toContain("4 May 2023");
});

test("a sheet of paper says first what a reader of it must know", () => {
  const status = "Next review due 4 May 2023";
  expect(sheetLine(status, 3, sheetWarning("live"))).toBe(
    "Next review due 4 May 2023 · Version 3",
  );
  expect(sheetLine(status, 3, sheetWarning("overdue"))).toBe(
    "Overdue for review · Next review due 4 May 2023 · Version 3",
  );
  expect(sheetWarning("withheld")).toBe("Text not shown");
});

test("the public status line reads as the design states it", () => {
  const facts = {
    audience: "clinicians" as const,
    jurisdictions: ["GB-ENG", "GB-WLS"],
    lastReviewedOn: "2022-05-04",
    evidenceCheckedTo: "2022-04-12",
    nextReviewDue: "2023-05-04",
  };
  expect(statusLine(facts)).toBe(
    "For clinicians · England and Wales · Reviewed in full on 4 May 2022, evidence checked to 12 April 2022 · Next review due 4 May 2023",
  );
  expect(statusLine({ ...facts, evidenceCheckedTo: null })).not.toContain(
    "evidence",
  );
});

test("the AI sentence never claims a check that nobody made", () => {
  for (const level of aiLevels) {
    const record = { level, tool: null, usedOn: null, verifier: null };
    expect(aiSentence(record)).not.toMatch(/checked every statement/);
  }
  expect(
    aiSentence({
      level: "draft_assist",
      tool: "Writer 2",
      usedOn: "2026-02",
      verifier: "Dr Novak",
    }),
  ).toBe(
    "An AI tool (Writer 2) was used in February 2026 to help draft parts of this page. Dr Novak checked every statement.",
  );
});

test("the four nations together are the United Kingdom", () => {
  const nations = ["GB-ENG", "GB-SCT", "GB-NIR", "GB-WLS"];
  expect(placesInWords(nations)).toBe("United Kingdom");
  expect(placesInWords([...nations, "IE"])).toBe("United Kingdom and Ireland");
  expect(placesInWords(["XX"])).toBe("XX");
  expect(listInWords(["a", "b", "c"])).toBe("a, b and c");
});

test("public notices give no clinical value", () => {
  for (const sentence of Object.values(noticeSentences))
    expect(sentence).not.toMatch(/\d/);
  expect(overdueSentence("2023-05-04")).toContain("4 May 2023");
});

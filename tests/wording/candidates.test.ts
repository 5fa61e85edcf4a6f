import { expect, test } from "vitest";
import {
  candidateFacts,
  candidateTies,
  loadInWords,
} from "~/wording/candidates";

const nobody = {
  openReviews: 0,
  capacity: 3,
  lastReviewOn: null,
  usualDays: null,
  sharedTopics: [],
  sameAffiliation: [],
  creditedWith: [],
  readsLanguage: null,
  interests: [],
  awayUntil: null,
  isOutside: false,
};

test("the load says when there is no room for more", () => {
  expect(loadInWords({ ...nobody, openReviews: 2 })).toBe(
    "2 of 3 reviews open",
  );
  expect(loadInWords({ ...nobody, openReviews: 3 })).toBe(
    "3 of 3 reviews open: no room for more",
  );
});

test("experience, speed and topics stand in one line", () => {
  expect(candidateFacts(nobody)).toEqual([
    "has not signed here yet",
    "no topic in common",
  ]);
  expect(
    candidateFacts({
      ...nobody,
      lastReviewOn: "2026-03-04",
      usualDays: 1,
      sharedTopics: ["BRCA1", "BRCA2"],
    }),
  ).toEqual([
    "last signed 4 March 2026",
    "usually 1 day",
    "shares BRCA1 and BRCA2",
  ]);
});

test("ties to the authors and a language not named are said in sentences", () => {
  expect(candidateTies(nobody, "en-GB")).toEqual([]);
  expect(
    candidateTies(
      {
        ...nobody,
        sameAffiliation: ["Tom Bryce"],
        creditedWith: ["Amira Haddad"],
        readsLanguage: false,
        interests: ["Roche (entrectinib)"],
        awayUntil: "2026-03-20",
      },
      "cy",
    ),
  ).toEqual([
    "Away until 20 March 2026: the request goes to their deputy.",
    "Declared an interest in Roche (entrectinib).",
    "Same affiliation as Tom Bryce.",
    "Credited with Amira Haddad in the last three years.",
    "Does not name Welsh among their languages.",
  ]);
});

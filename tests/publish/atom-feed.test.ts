import { DOMParser } from "@xmldom/xmldom";
import { expect, test } from "vitest";
import { writeAtomFeed, type FeedEvent } from "~/publish/atom-feed";

const event: FeedEvent = {
  id: "0b6f5a3e-1c1f-4d61-9d1a-000000000001",
  what: "published",
  at: new Date("2026-03-02T09:30:00Z"),
  onDay: "2026-03-02",
  slug: "ros1",
  title: 'A <b> & "c"\u0007\u{1F9EC}',
  kind: "clinician_page",
  versionNumber: 3,
  roundKind: "full_review",
  lastReviewedOn: "2026-03-01",
  nextReviewDue: "2027-03-01",
  withdrawalType: null,
};
const write = (events: FeedEvent[]) =>
  writeAtomFeed({
    origin: "https://desk.example.org",
    deskName: "Genes & more",
    since: new Date("2026-01-01T00:00:00Z"),
    events,
  });

function parsed(text: string) {
  const problems: string[] = [];
  const document = new DOMParser({
    onError: (_level: string, message: string) => problems.push(message),
    errorHandler: (_level: string, message: string) => problems.push(message),
  } as ConstructorParameters<typeof DOMParser>[0]).parseFromString(
    text,
    "text/xml",
  );
  expect(problems).toEqual([]);
  return document;
}

test("each entry has what RFC 4287 asks for, and titles stay words", () => {
  const withdrawn = { ...event, what: "withdrawn", withdrawalType: "error" };
  const document = parsed(write([withdrawn as FeedEvent, event]));
  const entries = [...Array(2).keys()].map((index) =>
    document.getElementsByTagName("entry").item(index),
  );
  const textOf = (index: number, name: string) =>
    entries[index]?.getElementsByTagName(name).item(0)?.textContent;
  for (const name of ["id", "title", "updated", "summary"])
    for (const index of [0, 1]) expect(textOf(index, name)).toBeTruthy();
  expect(textOf(0, "id")).not.toBe(textOf(1, "id"));
  expect(textOf(1, "title")).toBe('Published: A <b> & "c" \u{1F9EC}');
  expect(textOf(1, "summary")).toBe(
    "Clinician page, version 3 of 2 March 2026. Reviewed in full on 1 March 2026, next review due 1 March 2027.",
  );
  expect(document.getElementsByTagName("updated").item(0)?.textContent).toBe(
    "2026-03-02T09:30:00.000Z",
  );
});

test("a desk on which nothing happened has a feed all the same", () => {
  const document = parsed(write([]));
  expect(document.getElementsByTagName("entry")).toHaveLength(0);
  expect(document.getElementsByTagName("updated").item(0)?.textContent).toBe(
    "2026-01-01T00:00:00.000Z",
  );
});

import { expect, test } from "vitest";
import { readWatchSubject } from "~/content/watch-subject";
import { type WatchSubject, watchSubjects } from "~/domain/watch-items";

const right: Record<WatchSubject, [string, string]> = {
  pmid: [" 28632866 ", "28632866"],
  doi: ["10.1056/NEJMoa1406766", "10.1056/nejmoa1406766"],
  nct: ["nct01970865", "NCT01970865"],
  guideline: ["NICE   NG122", "NICE NG122"],
  url: ["https://example.org/a", "https://example.org/a"],
  gene: ["HLA-A", "HLA-A"],
  variant: ["p.Gly2032Arg", "p.Gly2032Arg"],
  therapy: ["crizotinib", "crizotinib"],
  page: ["https://desk.example.org/pages/ros1-lung/", "ros1-lung"],
};
const wrong: Record<WatchSubject, string> = {
  pmid: "PMC28632866",
  doi: "doi",
  nct: "NCT12",
  guideline: "–",
  url: "javascript:alert(1)",
  gene: "ROS1 ALK",
  variant: "G2032",
  therapy: "ab",
  page: "Not A Page",
};

test.each(watchSubjects)("a %s is read in its form, or not at all", (kind) => {
  const [typed, read] = right[kind];
  expect(readWatchSubject(kind, typed)).toBe(read);
  expect(readWatchSubject(kind, wrong[kind])).toBeNull();
  expect(readWatchSubject(kind, "   ")).toBeNull();
});

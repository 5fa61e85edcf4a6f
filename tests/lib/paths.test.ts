import { expect, test } from "vitest";
import { absolute, isPublicAddress, paths, safeReturnPath } from "~/lib/paths";

test("the public addresses are the ones promised", () => {
  expect([
    paths.page("ros1"),
    paths.pageHistory("ros1"),
    paths.pageVersion("ros1", 3),
    paths.pageOn("ros1", "2026-03-01"),
    paths.pageStatusImage("ros1"),
    paths.gene("HLA-B"),
    paths.search("BRCA 1"),
    paths.calendar("abc"),
  ]).toEqual([
    "/pages/ros1",
    "/pages/ros1/history",
    "/pages/ros1/v/3",
    "/pages/ros1/on/2026-03-01",
    "/pages/ros1/status.svg",
    "/genes/HLA-B",
    "/search?q=BRCA+1",
    "/calendar/abc.ics",
  ]);
});

test("what is put into an address cannot leave its place", () => {
  expect(paths.page("../desk?x=1#y")).toBe("/pages/..%2Fdesk%3Fx%3D1%23y");
});

test("the desk, a calendar and an invitation are not shared between readers", () => {
  for (const path of ["/", "/pages/ros1", "/feed.atom", "/verify"]) {
    expect(isPublicAddress(path)).toBe(true);
  }
  for (const path of [
    "/desk",
    "/desk/pages/ros1",
    "/calendar/a.ics",
    "/sign-in",
  ]) {
    expect(isPublicAddress(path)).toBe(false);
  }
});

test("after signing in nobody is sent to another site", () => {
  expect(safeReturnPath("/desk/reviews/1?x=2")).toBe("/desk/reviews/1?x=2");
  for (const to of [
    ...[
      "//evil.example.org",
      "/\\evil.example.org",
      "https://evil.example.org",
    ],
    ...["/\t/evil.example.org", "desk", "", null, undefined],
  ]) {
    expect(safeReturnPath(to)).toBe("/desk");
  }
});

test("a whole address keeps the origin it was given", () => {
  expect(absolute("https://desk.example.org", paths.page("ros1"))).toBe(
    "https://desk.example.org/pages/ros1",
  );
});

import { expect, test } from "vitest";
import { isFromOurPages } from "~/server/origin-check.server";

const ours = "https://desk.example.org";
const post = { method: "POST", fetchSite: undefined, origin: undefined };

test("reading needs no proof of where it comes from", () => {
  for (const method of ["GET", "HEAD", "OPTIONS"]) {
    const request = { ...post, method, fetchSite: "cross-site" };
    expect(isFromOurPages(request, ours)).toBe(true);
  }
});

test.each(["cross-site", "same-site", "none"])(
  "a change that the browser calls %s is refused, whatever the Origin says",
  (fetchSite) => {
    const request = { ...post, fetchSite, origin: ours };
    expect(isFromOurPages(request, ours)).toBe(false);
  },
);

test("a change that the browser calls same-origin goes through", () => {
  const request = { ...post, fetchSite: "same-origin" };
  expect(isFromOurPages(request, ours)).toBe(true);
});

test("a browser that does not say is judged by the Origin", () => {
  expect(isFromOurPages({ ...post, origin: ours }, ours)).toBe(true);
  for (const origin of [
    "https://evil.example.org",
    "http://desk.example.org",
    "https://desk.example.org.evil.example.org",
    "null",
  ]) {
    expect(isFromOurPages({ ...post, origin }, ours)).toBe(false);
  }
});

test("a change with neither header is refused, for every method that changes", () => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "PROPFIND"]) {
    expect(isFromOurPages({ ...post, method }, ours)).toBe(false);
  }
});

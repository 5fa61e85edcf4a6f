import { expect, test } from "vitest";
import type { Role } from "~/domain/words";
import {
  mayNotCreatePage,
  mayNotHandOver,
  mayNotRuleOnInterests,
  mayNotSeeVersion,
  pageAccess,
  seesEveryPage,
} from "~/policy/pages";

const asker = (...roles: Role[]) => ({ id: "me", roles });
const stranger = { isOwner: false, isAuthor: false, reviewsVersionIds: [] };
const owner = { ...stranger, isOwner: true };
const author = { ...stranger, isAuthor: true };
const reviewer = { ...stranger, reviewsVersionIds: ["v1"] };

test("owner, authors, editors and clinical leads write a page", () => {
  expect(pageAccess(asker(), owner)).toBe("write");
  expect(pageAccess(asker("author"), author)).toBe("write");
  expect(pageAccess(asker("editor"), stranger)).toBe("write");
  expect(pageAccess(asker("clinical_lead"), stranger)).toBe("write");
});

test("an admin reads every page, a reviewer sees theirs, and for others it is not there", () => {
  expect(pageAccess(asker("admin"), stranger)).toBe("read");
  expect(pageAccess(asker("reviewer"), reviewer)).toBe("review");
  expect(pageAccess(asker("reviewer"), stranger)).toBeNull();
  expect(pageAccess(asker("author"), stranger)).toBeNull();
  expect(seesEveryPage(asker("author", "reviewer"))).toBe(false);
});

test("a reviewer sees the versions they were asked for and no other", () => {
  const me = asker("reviewer");
  expect(mayNotSeeVersion(me, reviewer, "v1")).toBeNull();
  expect(mayNotSeeVersion(me, reviewer, "v2")).toBe("not_found");
  expect(mayNotSeeVersion(me, stranger, "v1")).toBe("not_found");
  expect(mayNotSeeVersion(asker("author"), author, "v2")).toBeNull();
});

test("authors and editors create pages, reviewers and admins do not", () => {
  expect(mayNotCreatePage(asker("author"))).toBeNull();
  expect(mayNotCreatePage(asker("editor"))).toBeNull();
  expect(mayNotCreatePage(asker("reviewer", "admin"))).toBe("not_an_author");
});

test("the owner or an editor hands a page over, an author of it does not", () => {
  expect(mayNotHandOver(asker("author"), owner)).toBeNull();
  expect(mayNotHandOver(asker("editor"), stranger)).toBeNull();
  expect(mayNotHandOver(asker("author"), author)).toBe("not_your_page");
});

test("an editor rules on the interests of others", () => {
  const answer = { personId: "somebody" };
  expect(mayNotRuleOnInterests(asker("editor"), answer)).toBeNull();
  expect(mayNotRuleOnInterests(asker("editor"), { personId: "me" })).toBe(
    "own_work",
  );
  expect(mayNotRuleOnInterests(asker("admin"), answer)).toBe("not_an_editor");
});

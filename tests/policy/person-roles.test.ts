import { expect, test } from "vitest";
import type { Role } from "~/domain/words";
import {
  idleMinutes,
  mayNotInvite,
  mayNotListPeople,
  mayNotReadAudit,
  mayNotRunDesk,
} from "~/policy/person-roles";

test.each<[Role[], number]>([
  [["author"], 480],
  [["reviewer"], 30],
  [["editor"], 30],
  [["clinical_lead"], 30],
  [["admin"], 30],
  [["author", "reviewer"], 30],
  [[], 30],
])("whoever is %s may be idle for %i minutes", (roles, minutes) => {
  expect(idleMinutes(roles)).toBe(minutes);
});

test("an editor invites authors and reviewers, an admin anybody", () => {
  const editor = { roles: ["editor"] as const };
  expect(mayNotInvite(editor, ["author", "reviewer"])).toBeNull();
  expect(mayNotInvite(editor, ["author", "editor"])).toBe("not_an_admin");
  expect(mayNotInvite({ roles: ["admin"] }, ["admin"])).toBeNull();
  expect(mayNotInvite({ roles: ["clinical_lead"] })).toBe("not_an_editor");
});

test("people and the audit are for those who lead; the desk itself for admins", () => {
  for (const role of ["editor", "clinical_lead", "admin"] as const) {
    expect(mayNotListPeople({ roles: [role] })).toBeNull();
    expect(mayNotReadAudit({ roles: [role] })).toBeNull();
  }
  for (const role of ["author", "reviewer"] as const) {
    expect(mayNotListPeople({ roles: [role] })).toBe("not_an_editor");
    expect(mayNotReadAudit({ roles: [role] })).toBe("not_an_editor");
  }
  expect(mayNotRunDesk({ roles: ["editor", "clinical_lead"] })).toBe(
    "not_an_admin",
  );
  expect(mayNotRunDesk({ roles: ["admin"] })).toBeNull();
});

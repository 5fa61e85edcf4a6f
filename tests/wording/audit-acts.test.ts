import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import {
  auditActInWords,
  auditActorInWords,
  auditFacts,
} from "~/wording/audit-acts";

const migrations = fileURLToPath(
  new URL("../../prisma/migrations/", import.meta.url),
);

/** Every act that SQL records under a name of its own. */
function recordedActs(): string[] {
  const sql = readdirSync(migrations, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${migrations}${name}/migration.sql`)
    .map((file) => readFileSync(file, "utf8"));
  const names = sql.flatMap((text) => [
    ...text.matchAll(/record_audit\('([a-z_]+)'/g),
  ]);
  return [...new Set(names.map(([, name]) => name ?? ""))];
}

test("every act that the database records has words of its own", () => {
  const acts = recordedActs();
  expect(acts.length).toBeGreaterThan(40);
  const wordless = acts.filter(
    (act) => auditActInWords(act) === act.replaceAll("_", " "),
  );
  expect(wordless).toEqual([]);
});

test("the particulars leave out ids, hashes and what is nested", () => {
  expect(
    auditFacts({
      person: "0b5c0f9e-1d2c-4c5b-9d8e-0123456789ab",
      roles: ["clinical_lead", "admin"],
      number: 3,
      review_by: "2026-12-02",
      reason_sha256: "a".repeat(64),
      before: { roles: [] },
      has_none: true,
      because: null,
    }),
  ).toBe(
    "roles: clinical lead, admin · number: 3 · review by: 2 December 2026 · nothing to declare: yes",
  );
});

test("what no person did is put down to the operator or the desk", () => {
  expect(auditActorInWords("Ada", null)).toBe("Ada");
  expect(auditActorInWords(null, "operator")).toBe("The operator");
  expect(auditActorInWords(null, null)).toBe("The desk");
});

import type { Expertise, Role } from "~/domain/words";
import { run } from "~/cli/run";
import type { TestDatabase } from "../support/database";

/** What one command printed, and its exit code. */
export type Run = { code: number; out: string; err: string; json: unknown };

/** Runs `desk …` as a program would, without a process of its own. */
export async function desk(
  argv: string[],
  { input = "", isWatched = false } = {},
): Promise<Run> {
  let out = "";
  let err = "";
  const code = await run(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    isWatched,
    readInput: () => Promise.resolve(input),
  });
  const isJson = argv.includes("--json") && out !== "";
  return { code, out, err, json: isJson ? JSON.parse(out) : null };
}

/** Adds a person as the operator does; gives their id. */
export async function addPerson(
  { auth }: TestDatabase,
  email: string,
  roles: Role[],
  expertise: Expertise[] = [],
): Promise<string> {
  const { rows } = await auth.query<{ id: string }>(
    "SELECT desk.operator_add_person($1, $2, '', 'MD', '', NULL, $3, $4) AS id",
    [email, email.split("@")[0], roles, expertise],
  );
  return rows[0]?.id ?? "";
}

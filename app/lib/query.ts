import type { z } from "zod";
import { problem, type ProblemField } from "./problem";

/**
 * Reads what stands after the question mark by a strict schema whose messages
 * are whole sentences; 422 with one entry for each parameter that is wrong, not
 * known, or there twice.
 */
export function readQuery<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  headers: Record<string, string> = {},
): z.output<Schema> | Response {
  const asked = new URL(request.url).searchParams;
  const twice = [...new Set(asked.keys())]
    .filter((name) => asked.getAll(name).length > 1)
    .map((field) => ({ field, message: "Give it once." }));
  const read = schema.safeParse(Object.fromEntries(asked));
  if (read.success && twice.length === 0) return read.data;
  const wrong = read.success ? [] : read.error.issues.flatMap(fieldsOf);
  const errors = new Map(
    [...wrong, ...twice].reverse().map((each) => [each.field, each]),
  );
  const sentence = "A parameter after the question mark is wrong.";
  return problem(422, "invalid_query", sentence, {
    errors: [...errors.values()].reverse(),
    headers,
  });
}

function fieldsOf(issue: z.core.$ZodIssue): ProblemField[] {
  if (issue.code !== "unrecognized_keys")
    return [{ field: issue.path.join("."), message: issue.message }];
  const message = "There is no such parameter here.";
  return issue.keys.map((field) => ({ field, message }));
}

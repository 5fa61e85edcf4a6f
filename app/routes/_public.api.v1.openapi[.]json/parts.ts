import { z } from "zod";

/** An error for programs (RFC 9457), with an entry for each field that is wrong. */
const problemAnswer = z.object({
  type: z.string(),
  title: z.string().describe("A stable code."),
  status: z.int(),
  detail: z.string().describe("One sentence for people."),
  errors: z
    .array(z.object({ field: z.string(), message: z.string() }))
    .optional(),
});

/** What is sent stands as it goes in, before anything is filled in or read from it. */
export const schemaOf = (schema: z.ZodType) => {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: "input" });
  return described;
};

const typed = (description: string, type: string, schema: z.ZodType) => ({
  description,
  content: { [type]: { schema: schemaOf(schema) } },
});

/** An answer in JSON. */
export const answer = (description: string, schema: z.ZodType) =>
  typed(description, "application/json", schema);

/** An answer that says no; `more` stands beside what each such answer has. */
export const refusal = (description: string, more: z.ZodRawShape = {}) =>
  typed(
    description,
    "application/problem+json",
    z.object({ ...problemAnswer.shape, ...more }),
  );

/** What stands after the question mark, from the schema that reads it. */
export const parametersOf = (query: z.ZodObject) =>
  Object.entries(query.shape).map(([name, field]) => {
    const { description, ...schema } = schemaOf(field as z.ZodType);
    const about = description ? { description } : {};
    return { ...{ name, in: "query" }, required: false, ...about, schema };
  });

/** The page that an address names. */
export const slugParameter = {
  ...{ name: "slug", in: "path", required: true },
  description: "The address of a page, without what stands before it.",
  schema: { type: "string" },
};

/** What every address that is read with a token may answer besides. */
export const tokenRefusals = {
  401: refusal("No token that works came with it."),
  405: refusal("It is only read: GET or HEAD."),
  429: refusal("Too many in a short time; see Retry-After."),
};

export const onlyReadRefusal = { 405: tokenRefusals[405] };

export const wrongQuery = {
  422: refusal("A parameter is wrong, not known, or there twice."),
};

/** Each is asked for again, and costs no bytes while it is the same. */
export const notChanged = {
  304: { description: "Nothing changed since the ETag in If-None-Match." },
};

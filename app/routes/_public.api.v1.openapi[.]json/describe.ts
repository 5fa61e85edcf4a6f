import { z } from "zod";
import { watchItemAnswer, watchItemBody } from "../api.v1.watch-items/schema";
import { reviewDatesAnswer } from "../_public.api.v1.review-dates/schema";

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
const schemaOf = (schema: z.ZodType) => {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: "input" });
  return described;
};

const answer = (description: string, type: string, schema: z.ZodType) => ({
  description,
  content: { [type]: { schema: schemaOf(schema) } },
});
const refusal = (description: string) =>
  answer(description, "application/problem+json", problemAnswer);

/**
 * What `/api/v1` takes and answers, as OpenAPI 3.1, from the schemas that its
 * routes parse with. `origin` is the address of this desk.
 */
export function describeApi(origin: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Imprimatur",
      version: "1",
      description:
        "Errors are application/problem+json (RFC 9457); bad input is 422 with one entry per field. Nothing is half done.",
    },
    servers: [{ url: `${origin}/api/v1` }],
    paths: {
      "/openapi.json": {
        get: {
          ...{ operationId: "describeApi", summary: "This description" },
          responses: {
            200: answer("OpenAPI 3.1.", "application/json", z.looseObject({})),
          },
        },
      },
      "/review-dates": {
        get: {
          operationId: "listReviewDates",
          summary: "Last reviewed and next review due of every public page",
          responses: {
            200: answer(
              ...(["By address.", "application/json"] as const),
              reviewDatesAnswer,
            ),
          },
        },
      },
      "/watch-items": {
        post: {
          operationId: "raiseWatchItem",
          summary: "Enter an outside event that may make pages wrong",
          description:
            "The desk finds the pages whose texts rest on it and tells the editors; no date moves. The same onceKey twice is one item.",
          security: [{ token: [] }],
          requestBody: {
            required: true,
            content: {
              "application/json": { schema: schemaOf(watchItemBody) },
            },
          },
          responses: {
            201: answer("Kept.", "application/json", watchItemAnswer),
            400: refusal("What was sent is not JSON."),
            401: refusal("No token that works came with it."),
            403: refusal("This token may not write, or its person may not."),
            405: refusal("Only POST is taken."),
            413: refusal("More than 64 kB."),
            415: refusal("Not application/json."),
            422: refusal("Something in it is wrong."),
            429: refusal("Too many in a short time; see Retry-After."),
          },
        },
      },
    },
    components: {
      securitySchemes: {
        token: {
          ...{ type: "http", scheme: "bearer" },
          description:
            "Made on the desk’s server with: desk token create --email E --scope write",
        },
      },
    },
  };
}

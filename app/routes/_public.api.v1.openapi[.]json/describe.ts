import { z } from "zod";
import { watchItemAnswer, watchItemBody } from "../api.v1.watch-items/schema";
import { answer, onlyReadRefusal, refusal, schemaOf } from "./parts";
import { deskReading, publicReading } from "./reading";

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
        "Errors are application/problem+json (RFC 9457); bad input is 422 with one entry per field. Nothing is half done. Days are YYYY-MM-DD in the desk’s time zone. Answers may grow new members; leave alone those that you do not know.",
    },
    servers: [{ url: `${origin}/api/v1` }],
    paths: {
      "/openapi.json": {
        get: {
          ...{ operationId: "describeApi", summary: "This description" },
          responses: {
            200: answer("OpenAPI 3.1.", z.looseObject({})),
            ...onlyReadRefusal,
          },
        },
      },
      ...publicReading,
      ...deskReading,
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
            201: answer("Kept.", watchItemAnswer),
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
            "Made on the desk’s server with: desk token create --email E --scope read. It acts for that person, with the roles they hold at the moment. What may write may read, and what may sign may do both; a token works for a year, or until: desk token end ID.",
        },
      },
    },
  };
}

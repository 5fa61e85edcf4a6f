/** What is wrong with one field of what a program sent. */
export type ProblemField = { field: string; message: string };

type More = {
  errors?: ProblemField[];
  headers?: Record<string, string>;
  /** What else a program may want to know; stands beside the sentence. */
  members?: Record<string, unknown>;
};

/**
 * An error for programs in the form of RFC 9457: the status, a stable code, one
 * sentence, and an entry for each field that is wrong.
 */
export function problem(
  status: number,
  code: string,
  detail: string,
  { errors, headers, members }: More = {},
): Response {
  const type = "about:blank";
  const body = { type, title: code, status, detail, errors, ...members };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": "no-store",
      ...headers,
    },
  });
}

/** 405 at an address that is only read. */
export function onlyRead(): Response {
  const sentence = "This address is only read: send GET or HEAD.";
  return problem(405, "method_not_allowed", sentence, {
    headers: { Allow: "GET, HEAD" },
  });
}

/** What is wrong with one field of what a program sent. */
export type ProblemField = { field: string; message: string };

/**
 * An error for programs in the form of RFC 9457: the status, a stable code, one
 * sentence, and an entry for each field that is wrong.
 */
export function problem(
  status: number,
  code: string,
  detail: string,
  more: { errors?: ProblemField[]; headers?: Record<string, string> } = {},
): Response {
  const { errors, headers } = more;
  const body = { type: "about:blank", title: code, status, detail, errors };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": "no-store",
      ...headers,
    },
  });
}

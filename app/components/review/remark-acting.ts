/** The form that stands open under a remark: which one, and under which. */
export type RemarkActing = { act: "reply" | "close" | "reopen"; id: string };

const acts = ["reply", "close", "reopen"] as const;

/** The open form that an address names, as `?reply=<id>` does. */
export function actingIn(query: URLSearchParams): RemarkActing | null {
  for (const act of acts) {
    const id = query.get(act);
    if (id) return { act, id };
  }
  return null;
}

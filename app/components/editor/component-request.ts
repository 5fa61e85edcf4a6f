import type { ReusableKind } from "~/content/page-content";
import { reusableKinds } from "~/content/page-content";
import { isRecord } from "~/content/problems";

/** A reusable text in its approved version; `content` as in the body of a page. */
export type Component = {
  name: string;
  version: number;
  kind: ReusableKind;
  title: string;
  /** Its words, to choose by. */
  words: string;
  content: unknown[];
};

/** The reusable texts that may be put in; null when they cannot be reached. */
export async function listComponents(
  componentsUrl: string,
  signal: AbortSignal,
): Promise<Component[] | null> {
  try {
    const response = await fetch(componentsUrl, {
      headers: { Accept: "application/json" },
      signal,
    });
    const answer: unknown = response.ok ? await response.json() : null;
    if (!isRecord(answer) || !Array.isArray(answer.components)) return null;
    return answer.components.flatMap((each: unknown) => readComponent(each));
  } catch {
    return null;
  }
}

function readComponent(value: unknown): Component[] {
  if (!isRecord(value)) return [];
  const { name, version, title, words, content } = value;
  const kind = reusableKinds.find((known) => known === value.kind);
  const isRead =
    typeof name === "string" &&
    typeof version === "number" &&
    typeof title === "string" &&
    typeof words === "string" &&
    Array.isArray(content);
  return isRead && kind !== undefined
    ? [{ name, version, kind, title, words, content }]
    : [];
}

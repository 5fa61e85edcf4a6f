import { canonical } from "~/content/canonical";
import type { Paragraph, ReusableKind } from "~/content/page-content";
import { parseBody } from "~/content/parse-page-content";
import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import { type Outcome, refused } from "~/domain/outcome";

export type ReusableText = {
  /** As pages name it; one that is known gets its next version. */
  slug: string;
  kind: ReusableKind;
  name: string;
  /** Paragraphs, an empty line between them. */
  text: string;
};

/** Writes a version of a reusable text; gives its number. It waits for approval. */
export async function writeReusable(
  sessionId: string,
  { slug, kind, name, text }: ReusableText,
): Promise<Outcome<number>> {
  const parsed = parseBody({ type: "doc", content: paragraphsOf(text) });
  if (!parsed.ok) return refused("invalid_content");
  return runAct(appPool(), "write_component", [
    sessionId,
    slug,
    kind,
    name,
    canonical(parsed.content.content.map(withoutAttributes)),
  ]);
}

function paragraphsOf(text: string): Paragraph[] {
  return text
    .split(/(?:\r?\n[^\S\n]*){2,}/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => ({
      type: "paragraph",
      content: [{ type: "text", text: paragraph }],
    }));
}

/** Inside a reusable block no node has an id. */
function withoutAttributes({ type, ...rest }: { type: string }): unknown {
  return { ...rest, type, attrs: undefined };
}

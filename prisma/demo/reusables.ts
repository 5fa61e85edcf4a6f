import { canonical } from "~/content/canonical";
import type { Block, Inner, ReusableKind } from "~/content/page-content";
import type { DemoName } from "./people";
import type { Stage } from "./stage";
import { paragraph } from "./write";

type DemoReusable = {
  slug: string;
  kind: ReusableKind;
  name: string;
  content: Inner[];
  writer: DemoName;
};

export const generalDisclaimer: DemoReusable = {
  slug: "general-disclaimer",
  kind: "disclaimer",
  name: "General disclaimer",
  content: [
    paragraph(
      "This page is written for health professionals in the places that it names. It supports clinical judgement and does not replace it, and it is not advice about any one person.",
    ),
  ],
  writer: "tom",
};

const languageNotice: DemoReusable = {
  slug: "ai-language-check",
  kind: "ai_notice",
  name: "AI used for language",
  content: [
    paragraph(
      "A language model was used to check spelling and style. It wrote no sentence of this page, and a person read every change that it proposed.",
    ),
  ],
  writer: "amira",
};

/** The reusable texts of the demo, each written by an author and approved by the clinical lead. */
export async function playReusables(stage: Stage): Promise<void> {
  for (const text of [generalDisclaimer, languageNotice]) {
    const { slug, kind, name, content, writer } = text;
    const words = canonical(content);
    const number = await stage.act<number>(
      writer,
      "write_component",
      ...[slug, kind, name, words],
    );
    const { sha } = await stage.one<{ sha: string }>(
      "SELECT desk.content_hash($1) AS sha",
      [words],
    );
    await stage.act(
      "ruth",
      "approve_component",
      ...[slug, number, sha, "Agreed by the editorial board for every page."],
    );
  }
}

/** The first version of a reusable text as a page pins it. */
export function pinned({ slug, kind, content }: DemoReusable): Block {
  return {
    type: "reusable",
    attrs: { component: slug, version: 1, kind },
    content,
  };
}

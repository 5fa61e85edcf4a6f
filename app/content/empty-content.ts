import type { Audience, PageKind } from "~/domain/words";
import { giveBlockIds, randomBlockId } from "./block-ids";
import type { PageContent } from "./page-content";

const audienceOf = {
  clinician_page: "clinicians",
  gene_summary: "clinicians",
  patient_explainer: "patients",
  patient_qa: "patients",
  glossary: "public",
} as const satisfies Record<PageKind, Audience>;

/**
 * A new page with nothing written: one empty paragraph, the usual audience of
 * its kind, British English. The AI-use record says unknown, which stops
 * publication until somebody answers it.
 */
export function emptyContent(
  kind: PageKind,
  known: Partial<Omit<PageContent, "schema" | "kind" | "body">> = {},
  newId: () => string = randomBlockId,
): PageContent {
  return giveBlockIds(
    {
      schema: 1,
      title: "",
      audience: audienceOf[kind],
      language: "en-GB",
      jurisdictions: [],
      topics: [],
      tags: [],
      credits: [],
      aiUse: {
        level: "unknown",
        tool: null,
        usedOn: null,
        drafterId: null,
        verifierId: null,
      },
      changeNote: "",
      ...known,
      kind,
      body: { type: "doc", content: [{ type: "paragraph" }] },
    },
    newId,
  );
}

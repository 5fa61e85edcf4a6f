import type { Block, Topic } from "~/content/page-content";
import type { PageKind } from "~/domain/words";

/** One page of the demo as its author first wrote it. */
export type DemoPage = {
  slug: string;
  kind: PageKind;
  title: string;
  topics: Topic[];
  /** ISO 3166 codes, such as GB-ENG. */
  jurisdictions: string[];
  tags: string[];
  blocks: Block[];
};

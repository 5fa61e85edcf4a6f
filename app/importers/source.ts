import type {
  FaqItem,
  Heading,
  Inline,
  Prose,
  Table,
} from "~/content/page-content";
import type { ReportFinding } from "./report";

/** `title` is the page's title, `chrome` a part of the site round it. */
export type SourceBlock = {
  node: Heading | Prose | Table | FaqItem;
  role: "body" | "chrome" | "title";
};

/** What every format is read into before it is known what the lines mean. */
export type SourceDocument = {
  blocks: SourceBlock[];
  /** The title that the file states besides its text, such as HTML's <title>. */
  fileTitle: string | null;
  language: string | null;
  findings: ReportFinding[];
};

export function textNodes(text: string): Inline[] {
  return text === "" ? [] : [{ type: "text", text }];
}

export function body(node: SourceBlock["node"]): SourceBlock {
  return { node, role: "body" };
}

export function note(
  rule: string,
  severity: ReportFinding["severity"],
  message: string,
  excerpt = "",
): ReportFinding {
  return { rule, severity, message, excerpt, suggestion: null };
}

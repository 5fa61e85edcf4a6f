import { record, type Reader } from "./fields";
import type { Body, PageContent } from "./page-content";
import { readBody } from "./parse-body";
import { metadataShape } from "./parse-metadata";
import { Report, type Problem } from "./problems";

export type Parsed<T> =
  | { ok: true; content: T; cleaned: Problem[] }
  | { ok: false; problems: Problem[] };

const schemaNumber: Reader<1> = (report, value, path) =>
  value === 1
    ? 1
    : report.refuse(path, "wrong_value", "This form of content is number 1.");

const pageContent: Reader<PageContent> = record({
  schema: schemaNumber,
  ...metadataShape,
  body: readBody,
});

/**
 * Checks content that came from outside, strictly: unknown nodes, marks,
 * attributes and fields are refused, links are allow-listed, depth (50), nodes
 * (20,000) and text (2 MB) are bounded. The content given back is in stored
 * form. `cleaned` lists places where invisible characters were taken out.
 * Ids are not given here: see `giveBlockIds`.
 */
export function parsePageContent(value: unknown): Parsed<PageContent> {
  return parsed(pageContent, value);
}

/** The same check for a body alone, which is what the editor saves. */
export function parseBody(value: unknown): Parsed<Body> {
  const report = new Report();
  const body = readBody(report, value);
  return body === null
    ? { ok: false, problems: report.problems }
    : { ok: true, content: body, cleaned: report.cleaned };
}

function parsed<T>(read: Reader<T>, value: unknown): Parsed<T> {
  const report = new Report();
  const content = read(report, value, "");
  return content === null
    ? { ok: false, problems: report.problems }
    : { ok: true, content, cleaned: report.cleaned };
}

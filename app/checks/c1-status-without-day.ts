import type { PageKind } from "~/domain/words";
import type { CheckedBlock } from "./checked-blocks";
import { findingAt, type Rule } from "./rule";
import { sentencesOf } from "./sentences";

const status =
  /\b(?:funded|recommended|approved|licensed|authori[sz]ed|reimbursed|commissioned|available)\b/i;
const time =
  /\b(?:currently|at present|presently|at the moment|now|to date)\b/i;
/** "as of 3 May 2022", "since 2021", "(June 2020)". */
const asOf =
  /\b(?:as of|as at|at|on|since|from|in|until|to|updated|checked)\b[^.;]{0,24}\b(?:19|20)\d\d\b|\((?:[^()]{0,24}\s)?(?:19|20)\d\d\)/i;
const kinds: readonly PageKind[] = [
  "clinician_page",
  "patient_explainer",
  "patient_qa",
];

/**
 * C1: a sentence that says something is funded, recommended, approved or the
 * like "now" must say as of when, since it stops being true by itself. A date
 * with its year in the sentence is enough. Blocks on clinician and patient
 * pages, warns elsewhere.
 */
export const statusWithoutDay: Rule = {
  id: "C1",
  severity: "blocks",
  title: "A status claim says as of when",
  needs: [],
  without: null,
  run: ({ content, blocks }) =>
    blocks.filter(isBody).flatMap((block) =>
      sentencesOf(block.normal.text).flatMap((sentence) => {
        const text = block.normal.text.slice(sentence.start, sentence.end);
        if (!status.test(text) || !time.test(text) || asOf.test(text))
          return [];
        return findingAt(block, sentence, {
          rule: "C1",
          severity: kinds.includes(content.kind) ? "blocks" : "warns",
          message: `“${time.exec(text)?.[0]}” ages: say as of which day this holds, such as “as of 4 May 2022”.`,
        });
      }),
    ),
};

function isBody({ node }: CheckedBlock): boolean {
  return node.type !== "disclaimer" && node.type !== "heading";
}

import { findingOn, type Rule } from "./rule";

/**
 * P19: a clinical scenario says that it is fictional or that the patient's
 * consent is on file; a story of unstated origin may be a real person's.
 */
export const scenarioBasis: Rule = {
  id: "P19",
  severity: "blocks",
  title: "A clinical scenario is fictional or has consent",
  needs: [],
  without: null,
  run: ({ blocks }) =>
    blocks
      .filter(
        ({ node }) =>
          node.type === "clinicalScenario" && node.attrs.basis === "unstated",
      )
      .map((block) =>
        findingOn(block, {
          rule: "P19",
          severity: "blocks",
          message:
            "Say whether this scenario is fictional or the patient's consent is on file.",
        }),
      ),
};

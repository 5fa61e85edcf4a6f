import type { RefusalCode } from "~/domain/refusals";
import type { TriageOutcome } from "~/domain/watch-items";
import { type Asker, isEditor } from "./pages";

/**
 * Which decisions are offered to a person: that there is no effect to reviewers
 * (whether they are eligible for this page is asked when they sign); an earlier
 * review and a safety correction to editors and to the page's own people;
 * withhold and withdraw to editors. `desk.triage_watch_item` holds the rules.
 */
export function mayNotTriage(
  person: Asker,
  page: { isOwn: boolean },
  outcome: TriageOutcome,
): RefusalCode | null {
  switch (outcome) {
    case "no_effect":
      return person.roles.includes("reviewer") ? null : "not_a_reviewer";
    case "review_brought_forward":
    case "safety_correction":
      return page.isOwn || isEditor(person) ? null : "not_your_page";
    default:
      return isEditor(person) ? null : "not_an_editor";
  }
}

import { acceptByLink } from "~/commands/accept-by-link.server";
import { declineByLink } from "~/commands/decline-by-link.server";
import { proposeByLink } from "~/commands/propose-by-link.server";
import { renewReviewRequest } from "~/commands/renew-review-request.server";
import type { Outcome } from "~/domain/outcome";
import { parseForm } from "~/lib/parse-form";
import { done, type Performed, wrong } from "~/lib/performed";
import { refusedForm } from "~/wording/refused-form";
import {
  colleagueFields,
  colleagueForm,
  declineForm,
  proposalOf,
} from "./forms";

/** Performs the answer that a form of the request names; null for no such act. */
export async function perform(
  token: string,
  sent: FormData,
): Promise<Performed | null> {
  switch (sent.get("intent")) {
    case "accept":
      return press("accept", "accepted", await acceptByLink(token));
    case "renew":
      return press("renew", "renewed", await renewReviewRequest(token));
    case "decline": {
      const form = parseForm(declineForm, sent);
      if (!form.ok) return wrong("decline", 422, form.errors, form.typed);
      const { declineReason } = form.values;
      return press(
        "decline",
        "declined",
        await declineByLink(token, declineReason),
      );
    }
    case "propose":
      return propose(token, sent);
    default:
      return null;
  }
}

/** A second press, or a second tab, is shown how the request stands now. */
function press(intent: string, word: string, outcome: Outcome): Performed {
  if (outcome.ok || outcome.because === "not_invited") return done(word);
  const { status, errors } = refusedForm(outcome, {}, intent);
  return wrong(intent, status, errors, {});
}

async function propose(token: string, sent: FormData): Promise<Performed> {
  const form = parseForm(colleagueForm, sent);
  if (!form.ok) return wrong("propose", 422, form.errors, form.typed);
  const outcome = await proposeByLink(token, proposalOf(form.values));
  if (outcome.ok) return done("proposed");
  const { status, errors } = refusedForm(
    outcome,
    colleagueFields,
    "colleagueName",
  );
  return wrong("propose", status, errors, form.typed);
}

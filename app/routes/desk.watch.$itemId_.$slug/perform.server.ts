import type { z } from "zod";
import type { SignedIn } from "~/auth/session.server";
import { grantSignature } from "~/auth/signing-grant.server";
import {
  type Triage,
  triageWatchItem,
} from "~/commands/triage-watch-item.server";
import type { RefusalCode } from "~/domain/refusals";
import type { TriageOutcome } from "~/domain/watch-items";
import { parseForm } from "~/lib/parse-form";
import { done, type Performed, wrong } from "~/lib/performed";
import { hashToken } from "~/lib/token.server";
import { refusedForm, refusedPassword } from "~/wording/refused-form";
import { triageForms } from "./forms";

type About = { itemId: string; pageId: string };
type Typed = {
  [Outcome in TriageOutcome]: z.output<(typeof triageForms)[Outcome]>;
};

const fields: Partial<Record<RefusalCode, string>> = {
  day_out_of_range: "due",
  scope_missing: "blockIds",
  grant_missing: "password",
  grant_expired: "password",
};

/** Decides about one page, as the form of this outcome says. */
export async function perform(
  { person, sessionId, address }: SignedIn & { address: string },
  about: About,
  outcome: TriageOutcome,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(triageForms[outcome], sent);
  if (!form.ok) return wrong(outcome, 422, form.errors, form.typed);
  const typed: Partial<Typed[TriageOutcome]> = form.values;
  const { sha: contentSha256, reason } = form.values;
  let grant: string | null = null;
  if ("password" in form.values) {
    const confirmed = await grantSignature({
      ...{ person, sessionId, address },
      act: "triage_watch_item",
      contentSha256: hashToken(`${about.itemId} ${contentSha256}`),
      password: form.values.password,
    });
    if (!confirmed.ok) {
      const { status, errors } = refusedPassword(confirmed);
      return wrong(outcome, status, errors, form.typed);
    }
    grant = confirmed.value;
  }
  const triage: Triage = {
    ...{ ...about, contentSha256, outcome, reason, grant },
    due: "due" in typed ? (typed.due ?? null) : null,
    blockIds: "blockIds" in typed ? (typed.blockIds ?? []) : [],
    withdrawalType: "type" in typed ? (typed.type ?? null) : null,
  };
  const result = await triageWatchItem(sessionId, triage);
  if (result.ok) return done("triaged");
  if (result.because === "already_triaged") return done("triaged_already");
  const { status, errors } = refusedForm(result, fields, "reason");
  return wrong(outcome, status, errors, form.typed);
}

import { z } from "zod";
import { askOutsideToSign } from "~/commands/ask-outside-to-sign.server";
import { endVerification } from "~/commands/end-verification.server";
import { inviteOutsideExpert } from "~/commands/invite-outside-expert.server";
import { renewOutsideLink } from "~/commands/renew-outside-link.server";
import { revokeOutsideLink } from "~/commands/revoke-outside-link.server";
import { verifyExpert } from "~/commands/verify-expert.server";
import type { Outcome } from "~/domain/outcome";
import type { RefusalCode } from "~/domain/refusals";
import { expertises } from "~/domain/words";
import { isMailAddress } from "~/lib/mail-address";
import { lineOf, optionalLine, parseForm, textOf } from "~/lib/parse-form";
import { done, type Performed, wrong } from "~/lib/performed";
import { refusals } from "~/wording/refusals";
import { refusedForm } from "~/wording/refused-form";

const days = "Choose between 1 and 60 days.";
const again = { error: "Open this screen again." };
const expertise = z.enum(expertises, {
  error: refusals.expertise_missing.sentence,
});

const invitation = z.object({
  versionId: z.uuid(again),
  name: lineOf("Give the person's name."),
  email: lineOf("Give the address that the link goes to.", 254).refine(
    isMailAddress,
    { error: "That is not an e-mail address." },
  ),
  credentials: optionalLine(),
  affiliation: optionalLine(),
  days: z.coerce
    .number({ error: days })
    .int({ error: days })
    .min(1, { error: days })
    .max(60, { error: days }),
});
const revocation = z.object({ linkId: z.uuid(again) });
const verification = z.object({
  linkId: z.uuid(again),
  personId: z.uuid(again),
  expertise,
  how: textOf(refusals.how_missing.sentence, 2000),
});
const ending = z.object({
  verificationId: z.uuid(again),
  reason: textOf(refusals.reason_missing.sentence, 2000),
});
const signature = z.object({ linkId: z.uuid(again), signsAs: expertise });

/**
 * One act of an editor about people from outside. What was refused comes back
 * with the form that it is about: the link's id, or `invite`.
 */
export async function performForOutside(
  sessionId: string,
  form: FormData,
): Promise<Performed> {
  const linkId = String(form.get("linkId") ?? "");
  switch (form.get("intent")) {
    case "revoke_outside_link":
      return perform(form, revocation, linkId, "link_revoked", (values) =>
        revokeOutsideLink(sessionId, values.linkId),
      );
    case "renew_outside_link":
      return perform(form, revocation, linkId, "link_renewed", (values) =>
        renewOutsideLink(sessionId, values.linkId, 21),
      );
    case "verify_expert":
      return perform(form, verification, linkId, "verified", (values) =>
        verifyExpert(sessionId, values),
      );
    case "end_verification":
      return perform(form, ending, linkId, "verification_ended", (values) =>
        endVerification(sessionId, values.verificationId, values.reason),
      );
    case "ask_outside_to_sign":
      return perform(form, signature, linkId, "asked_to_sign", (values) =>
        askOutsideToSign(sessionId, {
          ...{ linkId: values.linkId, expertise: values.signsAs, days: 21 },
        }),
      );
    default:
      return perform(form, invitation, "invite", "invited", (values) =>
        inviteOutsideExpert(sessionId, values),
      );
  }
}

const fields: Partial<Record<RefusalCode, string>> = {
  has_account: "email",
  own_work: "email",
  how_missing: "how",
};

async function perform<Values>(
  form: FormData,
  schema: z.ZodType<Values>,
  about: string,
  word: string,
  act: (values: Values) => Promise<Outcome<unknown>>,
): Promise<Performed> {
  const read = parseForm(schema, form);
  if (!read.ok) return wrong(about, 422, read.errors, read.typed);
  const outcome = await act(read.values);
  if (outcome.ok) return done(word);
  const { status, errors } = refusedForm(
    outcome,
    about === "invite" ? fields : {},
    about === "invite" ? "name" : "",
  );
  return wrong(about, status, errors, read.typed);
}

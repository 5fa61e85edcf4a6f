import { dropRemark } from "~/commands/drop-remark.server";
import { keepRemark } from "~/commands/keep-remark.server";
import { sendRemark } from "~/commands/send-remark.server";
import type { OwnReview } from "~/data/reviews.server";
import { parseForm } from "~/lib/parse-form";
import { done, type Performed, wrong } from "~/lib/performed";
import { refusedForm } from "~/wording/refused-form";
import { commentForm } from "../desk.pages.$slug.comments/comment-forms";
import { remarkIdForm } from "./forms";

/** Acts on remarks that nobody else sees yet: keep one, send one now, throw one away. */
export async function performPrivate(
  sessionId: string,
  { versionId }: OwnReview,
  sent: FormData,
): Promise<Performed> {
  if (sent.get("intent") === "keep_remark")
    return keep(sessionId, versionId, sent);
  const form = parseForm(remarkIdForm, sent);
  if (!form.ok) return wrong("private_remark", 422, form.errors, {});
  const { remarkId } = form.values;
  const isSent = sent.get("intent") === "send_remark";
  const outcome = await (isSent ? sendRemark : dropRemark)(sessionId, remarkId);
  // A second press finds it gone, as the first one wanted.
  if (outcome.ok || outcome.because === "not_found")
    return done(`${isSent ? "remark_sent" : "remark_dropped"}#remarks`);
  const { status, errors } = refusedForm(outcome, {}, "");
  return wrong("private_remark", status, errors, {});
}

async function keep(
  sessionId: string,
  versionId: string,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(commentForm, sent);
  if (!form.ok) return wrong("keep_remark", 422, form.errors, form.typed);
  const { remark: body, ...rest } = form.values;
  const outcome = await keepRemark(sessionId, { ...rest, body, versionId });
  if (outcome.ok) return done("remark_kept#remarks");
  const { status, errors } = refusedForm(
    outcome,
    { mention_unknown: "mentionIds" },
    "remark",
  );
  return wrong("keep_remark", status, errors, form.typed);
}

import { isBlockerCode } from "~/domain/blockers";
import type { Refused } from "~/domain/outcome";
import type { RefusalCode } from "~/domain/refusals";
import { wordBlocker } from "./blockers";
import { wordRefusal } from "./refusals";
import { wordSignBlocker } from "./review";

export type RefusedForm = {
  status: number;
  /** At the field it is about; with the name "" where it is about none. */
  errors: { name: string; sentence: string }[];
};

/**
 * A refusal as a form shows it: its status, and its sentence at the field that
 * it is about. What was typed wrong (422) is at the first field unless another
 * is named; a refusal of who or when is about no field.
 */
export function refusedForm(
  { because }: Refused,
  fields: Partial<Record<RefusalCode, string>>,
  first: string,
): RefusedForm {
  const { status, sentence } = wordRefusal(because);
  const name = fields[because] ?? (status === 422 ? first : "");
  return { status, errors: [{ name, sentence }] };
}

/** The same of a signature: said to whoever signs, not to an editor who chooses a reviewer. */
export function refusedSignature(
  refused: Refused,
  fields: Partial<Record<RefusalCode, string>>,
): RefusedForm {
  if (refused.because !== "lacks_expertise")
    return refusedForm(refused, fields, "verdict");
  const { status } = wordRefusal(refused.because);
  const { sentence } = wordSignBlocker({ code: refused.because, detail: {} });
  return { status, errors: [{ name: "", sentence }] };
}

/** Every blocker that came with a refusal, in words. */
export function refusedBlockers({ detail }: Refused): RefusedForm["errors"] {
  return (detail.blockers ?? [])
    .filter(({ code }) => isBlockerCode(code))
    .map((blocker) => ({ name: "", sentence: wordBlocker(blocker).sentence }));
}

/** What the password field says when the confirmation fails. */
export function refusedPassword({ because }: Refused): RefusedForm {
  const { status, sentence } = wordRefusal(because);
  return {
    status,
    errors: [
      {
        name: "password",
        sentence:
          because === "wrong_sign_in"
            ? "That is not your password. Nothing was signed."
            : sentence,
      },
    ],
  };
}

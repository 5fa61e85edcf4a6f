import { wordActDone } from "~/wording/acts-done";
import { Notice } from "../notice";

/** Says once more what the act before this screen did; nothing without one. */
export function AnswerNotice({ done }: { done: string | null }) {
  const sentence = wordActDone(done);
  return sentence ? (
    <div className="mb-6">
      <Notice tone="done" title={sentence} isAnswer />
    </div>
  ) : null;
}

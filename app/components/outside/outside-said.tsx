import { dayInWords } from "~/wording/days";
import { outsideAdviceLabels } from "~/wording/labels";
import { Notice } from "../notice";
import type { Voice } from "./outside-voices";

type Said = Pick<
  Voice,
  | "linkId"
  | "name"
  | "credentials"
  | "recommendation"
  | "recommendationComment"
  | "recommendedOn"
  | "comments"
>;

/** What outside experts said of one version, before somebody signs or publishes it. */
export function OutsideSaid({ said }: { said: readonly Said[] }) {
  return said.map((voice) => (
    <Notice
      key={voice.linkId}
      tone={voice.recommendation === "publish" ? "info" : "warn"}
      title={`${[voice.name, voice.credentials].filter(Boolean).join(", ")}, from outside the desk${
        voice.recommendation
          ? `: ${outsideAdviceLabels[voice.recommendation].toLowerCase()}`
          : ""
      }`}
    >
      {voice.recommendationComment && <p>{voice.recommendationComment}</p>}
      {voice.comments.length > 0 && (
        <ul className="grid list-disc gap-1 pl-5">
          {voice.comments.map(({ id, quotation, body }) => (
            <li key={id}>
              {quotation && <q>{quotation}</q>} {body}
            </li>
          ))}
        </ul>
      )}
      <p className="text-small text-ink-2">
        {voice.recommendedOn && `${dayInWords(voice.recommendedOn)}. `}
        An opinion: it is no approval and stops nothing.
      </p>
    </Notice>
  ));
}

import type { ReactNode } from "react";
import type { OutsideAdvice, Verdict } from "~/domain/words";
import { dayInWords } from "~/wording/days";
import {
  needLabel,
  outsideAdviceLabels,
  verdictLabels,
} from "~/wording/labels";
import { outsideLinkStates } from "~/wording/outside";
import { Button } from "../button";
import { EmptyState } from "../empty-state";

export type Voice = {
  linkId: string;
  personId: string;
  versionId: string;
  signsAs: string | null;
  signed: Verdict | null;
  signedOn: string | null;
  name: string;
  credentials: string;
  affiliation: string;
  versionNumber: number;
  invitedBy: string;
  invitedOn: string;
  expiresOn: string;
  state: keyof typeof outsideLinkStates;
  comments: readonly { id: string; quotation: string; body: string }[];
  recommendation: OutsideAdvice | null;
  recommendationComment: string;
  recommendedOn: string | null;
};

type Props = {
  voices: readonly Voice[];
  mayRevoke: boolean;
  /** What an editor may do about a person beside their words. */
  actsOn?: (voice: Voice) => ReactNode;
};

/** Every outside expert of a page with what they said and how their link stands. */
export function OutsideVoices({ voices, mayRevoke, actsOn }: Props) {
  if (voices.length === 0)
    return (
      <EmptyState title="Opinions from outside will be listed here">
        Nobody outside the desk has been asked about this page yet. An editor
        sends them a link to one version.
      </EmptyState>
    );
  return (
    <ul className="panel divide-y divide-rule">
      {voices.map((voice) => (
        <li key={voice.linkId} className="grid gap-2 p-4">
          <OneVoice voice={voice} mayRevoke={mayRevoke} />
          {actsOn?.(voice)}
        </li>
      ))}
    </ul>
  );
}

function OneVoice({ voice, mayRevoke }: { voice: Voice; mayRevoke: boolean }) {
  const { recommendation, state } = voice;
  const who = [voice.name, voice.credentials, voice.affiliation];
  const isWorking = state === "waits" || state === "opened";
  return (
    <>
      <p className="font-bold">{who.filter(Boolean).join(", ")}</p>
      <p className="text-small text-ink-2">
        Version {voice.versionNumber} · asked by {voice.invitedBy} on{" "}
        {dayInWords(voice.invitedOn)} · {outsideLinkStates[state]}
        {isWorking && `, works until ${dayInWords(voice.expiresOn)}`}
      </p>
      {voice.signsAs && (
        <p>
          {voice.signed && voice.signedOn ? (
            <>
              Signed as {needLabel(voice.signsAs).toLowerCase()} on{" "}
              {dayInWords(voice.signedOn)}:{" "}
              <strong>{verdictLabels[voice.signed]}</strong>
            </>
          ) : (
            <>Asked to sign as {needLabel(voice.signsAs).toLowerCase()}</>
          )}
        </p>
      )}
      {recommendation && (
        <div className="max-w-measure">
          <p>
            Recommends: <strong>{outsideAdviceLabels[recommendation]}</strong>
            {voice.recommendedOn && ` (${dayInWords(voice.recommendedOn)})`}
          </p>
          <p className="whitespace-pre-line">{voice.recommendationComment}</p>
        </div>
      )}
      {voice.comments.length > 0 && (
        <ul className="grid max-w-measure gap-2">
          {voice.comments.map(({ id, quotation, body }) => (
            <li key={id} className="border-l-4 border-edge pl-3">
              {quotation && <p className="text-ink-2">“{quotation}”</p>}
              <p className="whitespace-pre-line">{body}</p>
            </li>
          ))}
        </ul>
      )}
      {mayRevoke && state === "over" && (
        <form method="post">
          <input type="hidden" name="intent" value="renew_outside_link" />
          <input type="hidden" name="linkId" value={voice.linkId} />
          <Button isSmall aria-label={`Send ${voice.name} a new link`}>
            Send a new link
          </Button>
        </form>
      )}
      {mayRevoke && isWorking && (
        <form method="post">
          <input type="hidden" name="intent" value="revoke_outside_link" />
          <input type="hidden" name="linkId" value={voice.linkId} />
          <Button isSmall aria-label={`Take back the link of ${voice.name}`}>
            Take the link back
          </Button>
        </form>
      )}
    </>
  );
}

import { useCallback, useEffect, useRef, useState } from "react";
import { actOnPen, lookAtPen, type PenAct, releasePen } from "./pen-requests";
import type { Pen } from "./pen-state";
import type { Writing } from "./use-writing";

/** Milliseconds. The desk lets a pen lapse that was not seen for two minutes. */
const pauseBetweenLooks = 10_000;
const pauseBetweenSigns = 20_000;
/** Who thinks for so long keeps the pen. */
const longestThought = 120_000;

export type UsedPen = {
  pen: Pen | null;
  act: (act: PenAct, reason?: string) => Promise<void>;
};

/**
 * The pen goes to whoever writes first, is shown to the others, and is put
 * down on leaving or by falling silent. It never stops anybody from typing:
 * what two people write is merged.
 */
export function usePen(
  penUrl: string,
  onWritten: Writing["onWritten"],
): UsedPen {
  const [pen, setPen] = useState<Pen | null>(null);
  const wroteAt = useRef(-Infinity);
  const isMine = pen?.holder?.isMe === true;
  const isFree = pen !== null && pen.holder === null;

  const act = useCallback(
    async (name: PenAct, reason?: string) => {
      const answer = await actOnPen(penUrl, name, reason);
      if (answer !== null) setPen(answer);
    },
    [penUrl],
  );

  useEffect(() => {
    let signedAt = -Infinity;
    return onWritten(() => {
      const now = performance.now();
      wroteAt.current = now;
      if (now - signedAt < pauseBetweenSigns) return;
      signedAt = now;
      void act("write");
    });
  }, [onWritten, act]);

  useEffect(() => {
    const look = async () => {
      if (document.visibilityState === "hidden") return;
      const isThinking = performance.now() - wroteAt.current < longestThought;
      const answer = await ((isMine || isFree) && isThinking
        ? actOnPen(penUrl, "write")
        : lookAtPen(penUrl));
      if (answer !== null) setPen(answer);
    };
    const timer = setInterval(() => void look(), pauseBetweenLooks);
    return () => clearInterval(timer);
  }, [penUrl, isMine, isFree]);

  useEffect(() => {
    void lookAtPen(penUrl).then((answer) => {
      if (answer !== null) setPen((known) => known ?? answer);
    });
  }, [penUrl]);

  useEffect(() => {
    if (!isMine) return;
    const release = () => releasePen(penUrl);
    window.addEventListener("pagehide", release);
    return () => window.removeEventListener("pagehide", release);
  }, [penUrl, isMine]);

  return { pen, act };
}

import { useCallback, useEffect, useRef, useState } from "react";
import { lookAtSets, type OpenSet } from "./open-sets";

/** Milliseconds between two looks while the screen is seen. */
const pauseBetweenLooks = 10_000;

/**
 * What others suggest, kept up to date while the text is on the screen:
 * somebody writes on, somebody else answers, the text under it moves.
 */
export function useOpenSets(url: string): {
  sets: readonly OpenSet[];
  lookAgain: () => Promise<void>;
} {
  const [sets, setSets] = useState<readonly OpenSet[]>([]);
  const mark = useRef<string | null>(null);
  const lookAgain = useCallback(async () => {
    const found = await lookAtSets(url, mark.current);
    if (found === null) return;
    mark.current = found.mark;
    setSets(found.sets);
  }, [url]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== "hidden") void lookAgain();
    };
    look();
    const timer = setInterval(look, pauseBetweenLooks);
    window.addEventListener("focus", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", look);
    };
  }, [lookAgain]);
  return { sets, lookAgain };
}

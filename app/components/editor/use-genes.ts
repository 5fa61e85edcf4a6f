import { useEffect, useState } from "react";
import { findGenes, type GeneSuggestion } from "./desk-requests";

const pauseBeforeAsking = 150;

/** Suggestions for what is typed, asked for when typing pauses. */
export function useGenes(genesUrl: string, typed: string) {
  const [answer, setAnswer] = useState<{
    genes: GeneSuggestion[];
    isReached: boolean;
  }>({ genes: [], isReached: true });

  useEffect(() => {
    const text = typed.trim();
    if (text === "") {
      setAnswer({ genes: [], isReached: true });
      return;
    }
    const asking = new AbortController();
    const timer = setTimeout(() => {
      void findGenes(genesUrl, text, asking.signal).then((genes) => {
        if (asking.signal.aborted) return;
        setAnswer({ genes: genes ?? [], isReached: genes !== null });
      });
    }, pauseBeforeAsking);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [genesUrl, typed]);

  return answer;
}

import { useEffect, useState } from "react";
import { findGenes, type GeneSuggestion } from "./desk-requests";

const pauseBeforeAsking = 150;

type Found = { asked: string; genes: GeneSuggestion[]; isReached: boolean };

/** Suggestions for what is typed, asked for when typing pauses. */
export function useGenes(genesUrl: string, typed: string) {
  const [found, setFound] = useState<Found>({
    asked: "",
    genes: [],
    isReached: true,
  });
  const text = typed.trim();

  useEffect(() => {
    if (text === "") {
      setFound({ asked: "", genes: [], isReached: true });
      return;
    }
    const asking = new AbortController();
    const timer = setTimeout(() => {
      void findGenes(genesUrl, text, asking.signal).then((genes) => {
        if (asking.signal.aborted) return;
        setFound({
          asked: text,
          genes: genes ?? [],
          isReached: genes !== null,
        });
      });
    }, pauseBeforeAsking);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [genesUrl, text]);

  return { ...found, isComing: found.asked !== text };
}

import {
  type FormEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { suggestionCount } from "~/wording/suggestions";
import { cardId, SuggestionCard } from "../../suggestions/suggestion-card";
import { useCardKeys } from "../../suggestions/use-card-keys";
import { goTo } from "../go-to";
import type { ListProps } from "../later-list";
import { handsOf } from "./hands";
import { OthersPeople } from "./others-people";
import { look } from "./others-marks";
import { keyOf } from "./place-sets";
import { useAnswers } from "./use-answers";
import { useOpenSets } from "./use-open-sets";
import { useOthersMarks } from "./use-others-marks";

/** What others suggest for the text that is written here: drawn in it, answered beside it. */
export function List(props: ListProps) {
  return props.others ? <Others {...props} url={props.others.url} /> : null;
}

function Others(props: ListProps & { url: string }) {
  const { editor, writing, say, timeZone, url } = props;
  const list = useRef<HTMLDivElement>(null);
  const { sets, lookAgain } = useOpenSets(url);
  const goToCard = useRef<string | null>(null);
  const [, setAsked] = useState(0);
  const openCard = useCallback(
    (key: string) => {
      goToCard.current = key;
      setAsked((count) => count + 1);
      look(editor.view, key);
    },
    [editor],
  );
  const shown = useOthersMarks(editor, sets, openCard);
  const answers = useAnswers({ url, writing, lookAgain });
  useCardKeys(list, true);
  useTouchedSentence(shown.places, say);

  const placeOf = new Map(shown.places.map((place) => [place.key, place]));
  const startOf = (key: string) =>
    placeOf.get(key)?.from ?? Number.MAX_SAFE_INTEGER;
  const cards = sets
    .flatMap((set) => set.cards)
    .map((card) => ({ card, key: keyOf(card.setId, card.id) }))
    .sort((one, other) => startOf(one.key) - startOf(other.key));
  const at = cards.findIndex(({ key }) => key === shown.current);

  useEffect(() => {
    const wanted = goToCard.current;
    if (wanted === null) return;
    const box = [
      ...(list.current?.querySelectorAll<HTMLElement>("[data-key]") ?? []),
    ].find((each) => each.dataset["key"] === wanted);
    const card = box?.querySelector<HTMLElement>("[data-suggestion]");
    if (!card || box?.dataset["current"] !== "true") return;
    goToCard.current = null;
    card.focus();
  });

  useEffect(() => {
    if (shown.current === null) return;
    const marks = editor.view.dom.querySelectorAll("[data-others]");
    const mark = [...marks].find(
      (each) => each.getAttribute("data-others") === shown.current,
    );
    mark?.scrollIntoView({ block: "nearest" });
  }, [editor, shown.current]);

  if (sets.length === 0) return null;
  const show = (key: string | undefined) => {
    if (key !== undefined) look(editor.view, key);
  };
  const backToText = () => {
    const place = placeOf.get(shown.current ?? "");
    if (place) goTo(editor.view, place.from);
    else editor.view.focus();
  };
  const answer = (key: string, event: FormEvent) => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const index = cards.findIndex((each) => each.key === key);
    const next = cards[index + 1] ?? cards[index - 1];
    void answers.send(key, new FormData(form, submitter)).then((isDone) => {
      if (!isDone) return;
      if (next) openCard(next.key);
      else editor.view.focus();
    });
  };
  return (
    <aside
      className="others"
      aria-label="Suggestions by others"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        backToText();
      }}
    >
      <div className="others-head">
        <h2 className="text-h3">Suggestions by others</h2>
        <p role="status" className="first-letter:uppercase">
          {suggestionCount(cards.length)}
          <span className="sr-only">
            {at >= 0 && `, number ${String(at + 1)} is shown`}
          </span>
        </p>
        <OthersPeople
          sets={sets}
          hands={handsOf(sets)}
          onClose={answers.send}
        />
        {cards.length > 0 && (
          <p className="others-walk">
            <button
              type="button"
              className="button button-secondary button-small"
              onClick={() =>
                show(cards[at < 0 ? cards.length - 1 : at - 1]?.key)
              }
            >
              Previous
            </button>
            <button
              type="button"
              className="button button-secondary button-small"
              onClick={() => show(cards[at + 1]?.key)}
            >
              Next
            </button>
            {at >= 0 && (
              <button
                type="button"
                className="button button-quiet button-small others-close"
                onClick={() => {
                  look(editor.view, null);
                  backToText();
                }}
              >
                Close
              </button>
            )}
          </p>
        )}
        {answers.said && (
          <p className="others-said" role="status">
            <span>{answers.said}</span>
            {answers.undo && (
              <button
                type="button"
                className="button button-quiet button-small"
                onClick={answers.undo}
              >
                Undo
              </button>
            )}
          </p>
        )}
      </div>
      <div ref={list} className="others-cards">
        {cards.map(({ card, key }) => (
          <div
            key={key}
            className="others-card"
            data-key={key}
            data-current={key === shown.current}
            onFocus={() => look(editor.view, key)}
            onSubmit={(event) => answer(key, event)}
          >
            {placeOf.get(key)?.isTouched && card.clash === null && (
              <p className="others-note">
                You changed these words, or the words beside them.
              </p>
            )}
            {!placeOf.has(key) && (
              <p className="others-note">
                The words that this is about are no longer in the text.
              </p>
            )}
            <SuggestionCard
              {...{ card, timeZone }}
              canWrite
              nextId={cardId(card)}
              refusal={
                answers.refusal?.key === key
                  ? { sentence: answers.refusal.sentence, typed: "" }
                  : null
              }
            />
          </div>
        ))}
      </div>
      {cards.length > 0 && (
        <p className="proposal-keys">
          <kbd>Alt</kbd>+<kbd>↓</kbd> and <kbd>Alt</kbd>+<kbd>↑</kbd> go from
          one to the next, <kbd>Alt</kbd>+<kbd>Enter</kbd> to its card; there{" "}
          <kbd>a</kbd> accepts, <kbd>x</kbd> declines, <kbd>Esc</kbd> goes back
          to the text.
        </p>
      )}
    </aside>
  );
}

/** Says once that the words being typed are words that somebody suggests to change. */
function useTouchedSentence(
  places: readonly { key: string; madeBy: string; isTouched: boolean }[],
  say: (sentence: string) => void,
): void {
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    const touched = places.filter(({ isTouched }) => isTouched);
    const isNew = touched.find(
      ({ key }) => known.current && !known.current.has(key),
    );
    if (places.length > 0 || known.current)
      known.current = new Set(touched.map(({ key }) => key));
    if (isNew)
      say(
        `You are writing in words that ${isNew.madeBy} suggests to change. Nothing of theirs is lost: the suggestion waits for your answer.`,
      );
  }, [places, say]);
}

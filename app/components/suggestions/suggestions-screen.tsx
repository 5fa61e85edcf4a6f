import { useRef } from "react";
import { paths } from "~/lib/paths";
import { suggestionCount } from "~/wording/suggestions";
import { ButtonLink, ButtonRow } from "../button";
import { EmptyState } from "../empty-state";
import { Stack, WithAside } from "../layout";
import { Notice } from "../notice";
import { Section } from "../page-heading";
import { PageText } from "../page-text";
import { DecidedList } from "./decided-list";
import { Suggesters } from "./suggesters";
import { cardId, SuggestionCard } from "./suggestion-card";
import type {
  DecidedFacts,
  SuggesterFacts,
  SuggestionCardFacts,
} from "./suggestion-facts";
import { useCardKeys } from "./use-card-keys";
import "./suggestions.css";

type Place = {
  key: string;
  name: string;
  texts: { madeBy: string; html: string }[];
  cards: SuggestionCardFacts[];
};

type Props = {
  slug: string;
  places: readonly Place[];
  people: readonly SuggesterFacts[];
  decided: readonly DecidedFacts[];
  personId: string;
  canWrite: boolean;
  timeZone: string;
  done: string | null;
  /** The text as it would read, when it was asked for. */
  preview: string | null;
  refusal: { sentence: string; change: string; typed: string } | null;
};

/** Suggestions by place in the text, several people's side by side. */
export function SuggestionsScreen(props: Props) {
  const { slug, places, people, canWrite, timeZone, refusal } = props;
  const list = useRef<HTMLDivElement>(null);
  useCardKeys(list, canWrite);
  const all = places.flatMap(({ cards }) => cards);
  const isOnCard = all.some(({ id }) => id === refusal?.change);
  const nextId = new Map(
    all.map((card, index) => {
      const next = all[index + 1] ?? all[index - 1];
      return [cardId(card), next ? cardId(next) : "suggestions"];
    }),
  );
  if (props.preview !== null)
    return <Preview slug={slug} html={props.preview} />;
  return (
    <Stack gap="loose">
      {props.done && <Notice tone="done" title={props.done} isAnswer />}
      {refusal && !isOnCard && (
        <Notice tone="stop" title={refusal.sentence} isAnswer />
      )}
      <WithAside
        aside={
          <Stack>
            <h2 className="text-h3">Who suggests</h2>
            <Suggesters {...props} people={people} />
            {people.length === 0 && <p>Nobody has suggestions open.</p>}
            <Keys canWrite={canWrite} />
          </Stack>
        }
      >
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-3">
          <h2 id="suggestions" className="text-h2 first-letter:uppercase">
            {suggestionCount(all.length)}
          </h2>
          <ButtonRow>
            {all.length > 0 && (
              <ButtonLink
                isSmall
                href={`${paths.suggestions(slug)}?preview=all`}
              >
                Read as if all were accepted
              </ButtonLink>
            )}
            <ButtonLink isSmall href={paths.suggest(slug)}>
              Suggest changes
            </ButtonLink>
          </ButtonRow>
        </div>
        {all.length === 0 && (
          <EmptyState title="Nothing waits for an answer">
            What people suggest for this draft, in the editor or in a Word file,
            stands here beside its place in the text.
          </EmptyState>
        )}
        <div ref={list} className="grid gap-6">
          {places.map((place) => (
            <section
              key={place.key}
              className="suggestion-place"
              aria-label={place.name}
            >
              <div className="suggestion-text">
                {place.texts.map(({ madeBy, html }) => (
                  <div key={madeBy}>
                    {place.texts.length > 1 && (
                      <p className="text-small text-ink-2">
                        As {madeBy} suggests it
                      </p>
                    )}
                    <PageText html={html} />
                  </div>
                ))}
              </div>
              <div className="suggestion-cards">
                {place.cards.map((card) => (
                  <SuggestionCard
                    key={`${card.setId}-${card.id}`}
                    {...{ card, timeZone, canWrite }}
                    nextId={nextId.get(cardId(card)) ?? "suggestions"}
                    refusal={refusal?.change === card.id ? refusal : null}
                  />
                ))}
              </div>
            </section>
          ))}
        </div>
      </WithAside>
      <Section id="answered" title="Answered">
        <DecidedList {...props} />
      </Section>
    </Stack>
  );
}

function Keys({ canWrite }: { canWrite: boolean }) {
  return (
    <p className="no-print text-small text-ink-2">
      <kbd>Alt</kbd>+<kbd>↓</kbd> and <kbd>Alt</kbd>+<kbd>↑</kbd>, or{" "}
      <kbd>j</kbd> and <kbd>k</kbd>, walk through the suggestions.
      {canWrite && (
        <>
          {" "}
          <kbd>a</kbd> accepts, <kbd>x</kbd> declines.
        </>
      )}
    </p>
  );
}

function Preview({ slug, html }: { slug: string; html: string }) {
  return (
    <>
      <Notice tone="info" title="This is how the draft would read.">
        <p>
          Nothing is accepted yet. Where the draft changed the same words
          meanwhile, its own are shown.{" "}
          <a href={paths.suggestions(slug)}>Back to the suggestions</a>
        </p>
      </Notice>
      <div className="panel mt-5 px-4 py-6 sm:px-8">
        <PageText html={html} />
      </div>
    </>
  );
}

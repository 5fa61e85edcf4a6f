import { changeKinds, harmTags } from "~/wording/suggestions";
import { Button } from "../button";
import { MomentText } from "../day-text";
import { Person } from "../person";
import { PageText } from "../page-text";
import { Tag } from "../tag";
import type { SuggestionCardFacts } from "./suggestion-facts";

type Props = {
  card: SuggestionCardFacts;
  timeZone: string;
  canWrite: boolean;
  /** The element to come back to after the answer. */
  nextId: string;
  refusal: { sentence: string; typed: string } | null;
};

/** One suggested change: who, what, the whole sentence, and the two answers. */
export function SuggestionCard(props: Props) {
  const { card, timeZone, canWrite, refusal } = props;
  const id = cardId(card);
  const kind = changeKinds[card.kind];
  return (
    <article
      id={id}
      tabIndex={-1}
      data-suggestion={card.id}
      className="suggestion-card"
      aria-labelledby={`${id}-by`}
    >
      <header className="suggestion-head">
        <h4 id={`${id}-by`} className="font-bold">
          <span className="sr-only">{kind}, suggested by </span>
          <Person name={card.madeBy} ringKey={card.madeById} size={24} />
        </h4>
        <span className="suggestion-kind">{kind}</span>
      </header>
      <BeforeAfter {...card} />
      <Sentence {...card} />
      {card.harms.length > 0 && (
        <p className="flex flex-wrap items-center gap-1.5 text-small">
          <span className="text-ink-2">Touches</span>
          {card.harms.map((harm) => (
            <Tag key={harm}>{harmTags[harm] ?? "wording"}</Tag>
          ))}
        </p>
      )}
      <p className="text-small text-ink-2">
        {card.via === "word" ? "From a Word file, " : ""}
        <MomentText at={card.madeAt} timeZone={timeZone} />
      </p>
      {refusal && (
        <p className="font-bold text-removed" role="alert">
          {refusal.sentence}
        </p>
      )}
      {canWrite && <AnswerForm {...props} />}
    </article>
  );
}

export function cardId({ setId, id }: { setId: string; id: string }): string {
  return `s-${setId.slice(0, 8)}-${id}`.replace(/[^\w-]/g, "-").slice(0, 80);
}

function BeforeAfter({ before, after, kind }: SuggestionCardFacts) {
  if (kind === "move")
    return <p className="suggestion-words">{after || before}</p>;
  return (
    <p className="suggestion-words">
      {before && (
        <del>
          <span className="sr-only">removed: </span>
          {before}
        </del>
      )}
      {before && after && <span aria-hidden="true"> → </span>}
      {after && (
        <ins>
          <span className="sr-only">added: </span>
          {after}
        </ins>
      )}
    </p>
  );
}

/** The whole sentence, changed words marked: a few words alone can look right and be wrong. */
function Sentence(card: SuggestionCardFacts) {
  const { before, after, sentenceBefore, sentenceAfter } = card;
  const isWhole = sentenceBefore === before && sentenceAfter === after;
  if (isWhole || (sentenceBefore === "" && sentenceAfter === "")) return null;
  const { start, removed, added, end } = laidOver(card);
  return (
    <p className="suggestion-sentence">
      {start}
      {removed && (
        <del>
          <span className="sr-only">removed: </span>
          {removed}
        </del>
      )}
      {added && (
        <ins>
          <span className="sr-only">added: </span>
          {added}
        </ins>
      )}
      {end}
    </p>
  );
}

/** Both sentences as one: what they share at both ends, cut only between words. */
function laidOver({ sentenceBefore, sentenceAfter }: SuggestionCardFacts) {
  const old = sentenceBefore.split(/(?<=\s)/);
  const now = sentenceAfter.split(/(?<=\s)/);
  let first = 0;
  while (first < Math.min(old.length, now.length) && old[first] === now[first])
    first += 1;
  let last = 0;
  while (
    last < Math.min(old.length, now.length) - first &&
    old.at(-1 - last) === now.at(-1 - last)
  )
    last += 1;
  return {
    start: now.slice(0, first).join(""),
    removed: old.slice(first, old.length - last).join(""),
    added: now.slice(first, now.length - last).join(""),
    end: now.slice(now.length - last).join(""),
  };
}

function AnswerForm({ card, nextId, refusal }: Props) {
  const id = cardId(card);
  return (
    <form method="post" className="grid gap-3">
      <input type="hidden" name="set" value={card.setId} />
      <input type="hidden" name="revision" value={card.setRevision} />
      <input type="hidden" name="change" value={card.id} />
      <input type="hidden" name="next" value={nextId} />
      {card.clash && <Choice clash={card.clash} name={id} />}
      <div className="flex flex-wrap gap-2">
        <Button name="act" value="accept" data-answer="accept">
          <span aria-hidden="true">✓ </span>Accept
        </Button>
        <Button name="act" value="decline" data-answer="decline">
          <span aria-hidden="true">✕ </span>Decline
        </Button>
      </div>
      <details open={refusal ? true : undefined}>
        <summary className="cursor-pointer text-small text-petrol">
          Give a reason
        </summary>
        <label className="mt-2 grid gap-1 text-small text-ink-2">
          Reason, kept with your answer
          <input
            name="reason"
            className="control"
            maxLength={2000}
            defaultValue={refusal?.typed ?? ""}
          />
        </label>
      </details>
    </form>
  );
}

const sides = [
  { value: "mine", label: "Keep the draft’s words" },
  { value: "theirs", label: "Take the suggested words" },
  { value: "both", label: "Keep both, to be edited" },
] as const;

/** The draft changed the same words meanwhile: both are shown, a person chooses. */
function Choice(props: {
  clash: NonNullable<SuggestionCardFacts["clash"]>;
  name: string;
}) {
  const { draftHtml, theirsHtml } = props.clash;
  return (
    <fieldset className="grid gap-3 border-t border-rule pt-3">
      <legend className="font-bold">
        The draft changed these words meanwhile
      </legend>
      <div className="grid gap-3">
        <div>
          <p className="text-small text-ink-2">The draft</p>
          {draftHtml ? <PageText html={draftHtml} /> : <p>Taken out</p>}
        </div>
        <div>
          <p className="text-small text-ink-2">Suggested</p>
          {theirsHtml ? <PageText html={theirsHtml} /> : <p>Taken out</p>}
        </div>
      </div>
      {sides.map(({ value, label }) => (
        <label key={value} className="flex items-center gap-2">
          <input type="radio" name="choice" value={value} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

import {
  type ApprovalFacts,
  conditionsOf,
  type Said,
  stillOpenInWords,
} from "~/wording/before-approving";
import type { Condition } from "~/wording/condition";
import { advicesOf } from "~/wording/worth-a-look";
import { StatusMark } from "../status-mark";

type Props = {
  facts: ApprovalFacts;
  /** What stands in the form now. */
  said: Said;
};

/** All that an approval waits for, by name and with its place; what is done is ticked. */
export function BeforeApproving({ facts, said }: Props) {
  const conditions = conditionsOf(facts, said);
  const advices = advicesOf(facts);
  const isOther = said("verdict") === "request_changes";
  return (
    <section
      id="before-approving"
      className="rounded border border-rule bg-desk p-4"
      aria-labelledby="before-approving-title"
    >
      <h3 id="before-approving-title" className="text-h3">
        Before you can approve
      </h3>
      <p className="text-ink-2">
        {isOther
          ? "To request changes you need none of this: only your note and who you are."
          : stillOpenInWords(conditions)}
      </p>
      <ul className="mt-3 grid gap-2">
        {conditions.map((each) => (
          <Line key={each.key} condition={each} />
        ))}
      </ul>
      {advices.length > 0 && (
        <>
          <h4 className="mt-4 font-bold">
            Worth a look; it does not stop your signature
          </h4>
          <ul className="mt-2 grid gap-2">
            {advices.map((each) => (
              <Line key={each.key} condition={each} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** At the button: how much is still open, with the way to what it is. */
export function StillOpen({ facts, said }: Props) {
  if (said("verdict") === "request_changes") return null;
  const conditions = conditionsOf(facts, said);
  const isOpen = conditions.some(({ isDone }) => !isDone);
  return (
    <p role="status">
      <strong>To approve:</strong> {stillOpenInWords(conditions)}{" "}
      {isOpen && <a href="#before-approving">See what</a>}
    </p>
  );
}

function Line({ condition }: { condition: Condition }) {
  const { isDone, open, done, parts } = condition;
  const left = parts.filter((each) => !each.isDone);
  return (
    <li className="condition">
      <span className={isDone ? "text-approved" : "text-ink-2"}>
        <StatusMark shape={isDone ? "disc_tick" : "dashed_ring"} />
      </span>
      <span className="min-w-0">
        <span className="sr-only">{isDone ? "Done: " : "Open: "}</span>
        <span className={isDone ? "text-ink-2" : undefined}>
          {isDone ? done : open}
        </span>
        {!isDone && left.length === 1 && left[0] && (
          <>
            {" · "}
            <a href={left[0].href}>{left[0].label}</a>
          </>
        )}
        {!isDone && left.length > 1 && (
          <ul className="mt-1 grid gap-x-4 gap-y-1">
            {left.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        )}
      </span>
    </li>
  );
}

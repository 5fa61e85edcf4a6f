import { Notice } from "./notice";
import { StatusMark } from "./status-mark";

export type BlockerItem = {
  code: string;
  sentence: string;
  /** Who can clear it. */
  who: string;
  where?: string;
  whereLabel?: string;
};

/** What passes by itself: nothing is wrong, it is only not time yet. */
const clockClears = new Set(["scheduled_later", "confidential_until"]);

type Props = { blockers: readonly BlockerItem[]; act?: string };

/** Every reason why not, at once: what, who can clear it, and where. */
export function Blockers({ blockers, act = "publish" }: Props) {
  if (blockers.length === 0)
    return (
      <Notice
        tone="done"
        title={`Nothing stands in the way: you may ${act}.`}
      />
    );
  const waits = blockers.every(({ code }) => clockClears.has(code));
  const isScheduled = blockers.some(({ code }) => code === "scheduled_later");
  const reasons =
    blockers.length === 1 ? "one reason" : `${blockers.length} reasons`;
  return (
    <section
      aria-labelledby="blockers"
      className={`panel overflow-hidden ${waits ? "" : "border-overdue"}`}
    >
      <h2
        id="blockers"
        className={`flex items-center gap-2 border-b border-rule px-4 py-3 text-h3 font-bold ${waits ? "" : "bg-removed-wash text-overdue"}`}
      >
        <StatusMark shape={waits ? "clock" : "octagon"} size={18} />
        {waits
          ? `It waits for its ${isScheduled ? "hour" : "day"}`
          : `Cannot ${act} yet: ${reasons}`}
      </h2>
      <ol>
        {blockers.map((blocker, index) => (
          <li
            key={`${blocker.code} ${index}`}
            className="grid gap-x-6 gap-y-1 border-t border-rule px-4 py-3 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div>
              <p>{blocker.sentence}</p>
              <p className="text-small text-ink-2">
                Can be cleared by: {blocker.who}{" "}
                <code className="ml-1 text-ink-3">{blocker.code}</code>
              </p>
            </div>
            {blocker.where && (
              <a href={blocker.where} className="self-center py-1">
                {blocker.whereLabel ?? "Go there"}
                <span className="sr-only">
                  {" "}
                  for {blocker.code.replaceAll("_", " ")}
                </span>
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

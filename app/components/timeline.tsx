import type { ReactNode } from "react";

export type TimelineEntry = {
  key: string;
  /** Usually a DayText or a MomentText. */
  when: ReactNode;
  /** Who did what: "Dr Novak submitted version 3". */
  title: ReactNode;
  detail?: ReactNode;
  /** Signed acts have a solid point. */
  isSigned?: boolean;
};

/** What happened, newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol>
      {entries.map((entry) => (
        <li
          key={entry.key}
          className={`timeline-item${entry.isSigned ? " timeline-item-signed" : ""}`}
        >
          <p className="font-bold">{entry.title}</p>
          <p className="text-small text-ink-2">{entry.when}</p>
          {entry.detail && <div className="mt-1">{entry.detail}</div>}
        </li>
      ))}
    </ol>
  );
}

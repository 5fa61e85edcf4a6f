import { useRouteLoaderData } from "@remix-run/react";
import { dayInWords } from "~/wording/days";

/** What the frame of every desk screen knows: by address, until which day. */
type Embargoes = { embargoes: Record<string, string> };

/** Beside a page in a list, while it is confidential: shape, word and colour. */
export function ConfidentialMark({ slug }: { slug: string }) {
  const frame = useRouteLoaderData<Embargoes>("routes/desk");
  const until = frame?.embargoes[slug];
  return until ? <ConfidentialUntil day={until} /> : null;
}

/** Only those who are named know of the page before this day. */
function ConfidentialUntil({ day }: { day: string }) {
  return (
    <span className="flex items-center gap-1.5 text-small font-bold text-ink">
      <svg
        className="flex-none"
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d="M5 7V4.6a3 3 0 0 1 6 0V7" />
        <path d="M2.8 7h10.4v7.2H2.8z" fill="currentColor" />
      </svg>
      <span>Confidential until {dayInWords(day)}</span>
    </span>
  );
}

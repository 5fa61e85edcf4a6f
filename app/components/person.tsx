import { initialsOf, ringOf } from "./person-ring";

type Props = {
  name: string;
  credentials?: string;
  /** A second line: what they do here, or since when they hold a page. */
  note?: string;
  href?: string;
  /** What the ring is drawn from; the name when absent. */
  ringKey?: string;
  size?: number;
};

/** Initials in one of six rings, beside the name: never colour alone. */
export function Person({
  name,
  credentials,
  note,
  href,
  ringKey,
  size,
}: Props) {
  return (
    <span className="inline-flex max-w-full items-center gap-2 align-middle">
      <PersonRing name={name} ringKey={ringKey ?? name} size={size} />
      <span className="min-w-0">
        {href ? <a href={href}>{name}</a> : <span>{name}</span>}
        {credentials && (
          <span className="person-credentials text-small"> {credentials}</span>
        )}
        {note && (
          <span className="person-credentials block text-small">{note}</span>
        )}
      </span>
    </span>
  );
}

const dashes = ["", "1.5 2.5", "6 2.5", "16 3", "9 2 2 2", ""] as const;

function PersonRing(props: { name: string; ringKey: string; size?: number }) {
  const ring = ringOf(props.ringKey);
  const size = props.size ?? 30;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      className="person-ring flex-none"
      aria-hidden="true"
    >
      <circle
        cx="16"
        cy="16"
        r="14.5"
        strokeWidth="2"
        strokeDasharray={dashes[ring] || undefined}
      />
      {ring === 5 && <circle cx="16" cy="16" r="11.5" strokeWidth="1" />}
      <text
        x="16"
        y="20.3"
        textAnchor="middle"
        fontSize={ring === 5 ? 10.5 : 12}
        fontWeight="640"
        fill="currentColor"
        stroke="none"
      >
        {initialsOf(props.name)}
      </text>
    </svg>
  );
}

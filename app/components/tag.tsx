import type { ReactNode } from "react";

/** A short label: a kind of page, a topic, a tag. */
export function Tag({
  children,
  href,
}: {
  children: ReactNode;
  href?: string;
}) {
  if (href)
    return (
      <a href={href} className="tag">
        {children}
      </a>
    );
  return <span className="tag">{children}</span>;
}

/** An id, a hash or a code, in the face made for telling 0 from O. */
export function Code({ value, short }: { value: string; short?: number }) {
  return (
    <code title={short ? value : undefined} className="break-all">
      {short ? value.slice(0, short) : value}
    </code>
  );
}

import type { ReactNode } from "react";

type Props = {
  /** What will appear here. */
  title: string;
  /** Why it is empty now. */
  children: ReactNode;
  /** The one thing to do about it. */
  action?: ReactNode;
};

/** Nothing yet: says what comes here, why it is empty, and what to do. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="panel border-dashed border-edge bg-transparent px-5 py-6">
      <p className="font-bold">{title}</p>
      <p className="max-w-measure text-ink-2">{children}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}

import type { ReactNode } from "react";

type Kids = { children: ReactNode };

/** A sheet of paper on the desk. */
export function Panel({ children, title }: Kids & { title?: string }) {
  return (
    <div className="panel p-4 sm:p-5">
      {title && <h2 className="mb-3 text-h3">{title}</h2>}
      {children}
    </div>
  );
}

/** Things under each other with one distance between them. */
export function Stack({ children, gap = "wide" }: Kids & { gap?: Gap }) {
  return <div className={`grid [&>section]:mt-0 ${gaps[gap]}`}>{children}</div>;
}
type Gap = "tight" | "wide" | "loose";
const gaps = { tight: "gap-2", wide: "gap-5", loose: "gap-8" } as const;

/** A form: one column, fields far enough apart to be told apart. */
export function FormStack({ children }: Kids) {
  return <div className="grid max-w-form gap-6">{children}</div>;
}

/** Cards side by side as far as they fit. */
export function CardGrid({ children }: Kids) {
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">{children}</div>
  );
}

/** The text and, where there is room, what belongs beside it. */
export function WithAside({
  children,
  aside,
  isAsideFirst = false,
}: Kids & {
  aside: ReactNode;
  /** Where there is no room beside the text, it comes before it. */
  isAsideFirst?: boolean;
}) {
  const text = <div className="min-w-0">{children}</div>;
  return (
    <div
      className={`grid ${isAsideFirst ? "gap-x-8 gap-y-5" : "gap-8"} xl:grid-cols-[minmax(0,1fr)_20rem]`}
    >
      {!isAsideFirst && text}
      <aside className={`min-w-0${isAsideFirst ? " xl:order-1" : ""}`}>
        {aside}
      </aside>
      {isAsideFirst && text}
    </div>
  );
}

type BarProps = Kids & {
  /** Hidden where there is room for the aside, which says the same. */
  isForNarrow?: boolean;
};

/** What to do next, within thumb's reach at the foot of a phone. */
export function BottomBar({ children, isForNarrow }: BarProps) {
  const look = isForNarrow ? "py-2 xl:hidden" : "py-3 sm:rounded sm:border";
  return (
    <div
      className={`no-print sticky bottom-0 z-5 -mx-4 mt-8 flex flex-wrap items-center gap-3 border-t border-edge bg-paper px-4 sm:mx-0 ${look}`}
    >
      {children}
    </div>
  );
}

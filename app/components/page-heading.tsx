import type { ReactNode } from "react";
import { GeneTitle } from "./gene-name";

type Props = {
  title: string;
  /** Symbols to set in italics inside the title. */
  genes?: readonly string[];
  /** Where this is: breadcrumb links or a few words. */
  above?: ReactNode;
  /** One sentence under the title. */
  below?: ReactNode;
  /** Status, dates and the like, beside the title. */
  aside?: ReactNode;
  /** The one primary action of the screen. */
  action?: ReactNode;
};

/** The head of a staff screen: one h1, one sentence, one primary action. */
export function PageHeading(props: Props) {
  const { title, genes, above, below, aside, action } = props;
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
      <div className="min-w-0 max-w-measure">
        {above && <div className="text-small text-ink-2">{above}</div>}
        <h1 className="text-h1">
          <GeneTitle title={title} genes={genes} />
        </h1>
        {below && <div className="mt-0.5 text-ink-2">{below}</div>}
      </div>
      {(aside || action) && (
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          {aside}
          {action}
        </div>
      )}
    </header>
  );
}

/** A section of a staff screen with its own heading. */
export function Section(props: {
  title: string;
  id?: string;
  below?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="mt-8 first:mt-0" aria-labelledby={props.id}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={props.id} className="text-h3">
          {props.title}
        </h2>
        {props.action}
      </div>
      {props.below && <p className="-mt-2 mb-3 text-ink-2">{props.below}</p>}
      {props.children}
    </section>
  );
}

import type { ReactNode } from "react";
import type { Band } from "./band-widths";
import { GeneTitle } from "./gene-name";
import { SectionBand } from "./section-band";

type Props = {
  status: ReactNode;
  title: string;
  genes?: readonly string[];
  titleHref?: string;
  /** Why this needs the person, in one sentence. */
  reason: ReactNode;
  /** Exactly one button or button link. */
  action: ReactNode;
  bands?: readonly Band[];
};

/** One decision: state, page, reason, one button. Its upper edge is the page's band. */
export function DecisionCard(props: Props) {
  const { status, title, genes, titleHref, reason, action, bands } = props;
  const name = <GeneTitle title={title} genes={genes} />;
  return (
    <article className="panel flex flex-col overflow-hidden">
      {bands && bands.length > 0 && (
        <SectionBand bands={bands} size="edge" label={title} />
      )}
      <div className="flex grow flex-col gap-2 p-4">
        <div>{status}</div>
        <h3 className="text-h3">
          {titleHref ? (
            <a href={titleHref} className="title-link">
              {name}
            </a>
          ) : (
            name
          )}
        </h3>
        <p className="grow text-ink-2">{reason}</p>
        <div className="mt-1">{action}</div>
      </div>
    </article>
  );
}

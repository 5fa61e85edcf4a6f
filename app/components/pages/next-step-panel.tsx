import type { ReactNode } from "react";
import { Button, ButtonLink, ButtonRow } from "../button";

type Props = {
  sentence: string;
  act: { label: string; href?: string; intent?: string } | null;
  /** Other things that can be done now, as quiet links or forms. */
  others?: ReactNode;
};

/** What is next on a page: one sentence, one primary act, the others beside it. */
export function NextStepPanel({ sentence, act, others }: Props) {
  return (
    <section
      aria-labelledby="next"
      className="panel mb-8 border-l-4 border-l-petrol p-4 sm:p-5"
    >
      <h2 id="next" className="text-small text-ink-2">
        What is next
      </h2>
      <p className="mt-0.5 max-w-measure text-h3">{sentence}</p>
      {(act || others) && (
        <div className="mt-4">
          <ButtonRow>
            {act?.href && (
              <ButtonLink tone="primary" href={act.href}>
                {act.label}
              </ButtonLink>
            )}
            {act?.intent && (
              <ActButton intent={act.intent} label={act.label} isPrimary />
            )}
            {others}
          </ButtonRow>
        </div>
      )}
    </section>
  );
}

/** One act as a form of its own, sent to the page's overview, which is an index route. */
export function ActButton(props: {
  intent: string;
  label: string;
  isPrimary?: boolean;
  hidden?: Readonly<Record<string, string>>;
}) {
  return (
    <form method="post" action="?index">
      <input type="hidden" name="intent" value={props.intent} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button tone={props.isPrimary ? "primary" : "secondary"}>
        {props.label}
      </Button>
    </form>
  );
}

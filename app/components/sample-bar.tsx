import { Button } from "./button";

export type SampleView = { value: string; label: string };

type Props = {
  /** Where the choice is posted, under the name `as`. */
  action: string;
  views: readonly SampleView[];
  /** The value of the view one has now. */
  current?: string;
};

/** On the sample desk only: one press shows it as someone else. */
export function SampleBar({ action, views, current }: Props) {
  return (
    <section aria-label="Sample content" className="banner banner-sample">
      <p>
        <strong>Sample content.</strong> See it as:
      </p>
      <form method="post" action={action} className="flex flex-wrap gap-2">
        {views.map((view) => (
          <Button
            key={view.value}
            isSmall
            name="as"
            value={view.value}
            aria-pressed={view.value === current}
          >
            {view.label}
          </Button>
        ))}
      </form>
    </section>
  );
}

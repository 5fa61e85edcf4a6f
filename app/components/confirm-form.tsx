import type { ReactNode } from "react";
import { Button, ButtonLink, type ButtonTone } from "./button";

type Props = {
  /** The act as a question or a name: "Withdraw this page". */
  title: string;
  /** What follows, one sentence each, said before anybody presses. */
  consequences: readonly ReactNode[];
  /** Where the form is sent; the present address when absent. */
  action?: string;
  /** The verb on the button: the same as the act. */
  act: string;
  tone?: Extract<ButtonTone, "primary" | "danger">;
  cancelHref: string;
  /** Values that travel with the form, such as the hash that was seen. */
  hidden?: Readonly<Record<string, string>>;
  /** Fields: a reason, a password. */
  children?: ReactNode;
};

/** A signed act: its consequence named, its own form, no way to do it by accident. */
export function ConfirmForm(props: Props) {
  const { title, consequences, action, act, tone = "primary" } = props;
  return (
    <section aria-labelledby="confirm" className="panel max-w-form p-5">
      <h2 id="confirm" className="text-h2">
        {title}
      </h2>
      <ul className="mt-2 grid list-disc gap-1 pl-5 marker:text-ink-3">
        {consequences.map((consequence, index) => (
          <li key={index}>{consequence}</li>
        ))}
      </ul>
      <form method="post" action={action} className="mt-5 grid gap-5">
        {Object.entries(props.hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {props.children}
        <div className="flex flex-wrap items-center gap-3 border-t border-rule pt-4">
          <Button tone={tone}>{act}</Button>
          <ButtonLink tone="quiet" href={props.cancelHref}>
            Go back
          </ButtonLink>
        </div>
      </form>
    </section>
  );
}

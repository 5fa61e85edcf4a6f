import { useEffect, useRef } from "react";
import { fieldId } from "./field";

export type FieldError = { name: string; sentence: string };

type Props = { errors: readonly FieldError[]; title?: string };

/**
 * Stands first on a form that came back: what is wrong, each with a link to its
 * field. Nothing is shown when nothing is wrong.
 */
export function ErrorSummary({
  errors,
  title = "There is something to put right",
}: Props) {
  const summary = useRef<HTMLDivElement>(null);
  const said = errors.map(({ sentence }) => sentence).join("\n");
  // A browser gives no focus by itself where the address names another place.
  useEffect(() => {
    if (said !== "") summary.current?.focus();
  }, [said]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={summary}
      role="alert"
      tabIndex={-1}
      autoFocus
      className="panel mb-6 max-w-form border-2 border-overdue p-4"
    >
      <h2 className="text-h3 font-bold text-overdue">{title}</h2>
      <ul className="mt-2 grid gap-1">
        {errors.map((error) => (
          <li key={`${error.name} ${error.sentence}`}>
            <a href={`#${fieldId(error.name)}`} className="text-overdue">
              {error.sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

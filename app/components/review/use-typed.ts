import { type RefObject, useEffect, useState } from "react";
import {
  errorFor,
  type FieldError,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";
import type { Said } from "~/wording/before-approving";

/**
 * What stands in a form, as it is typed; before the script runs, and without
 * it, what the server was sent. A field that was refused says nothing until it
 * is changed.
 */
export function useTyped(
  form: RefObject<HTMLFormElement | null>,
  sent: { typed: TypedForm; errors: readonly FieldError[] },
): Said {
  const [typed, setTyped] = useState<TypedForm>(sent.typed);
  useEffect(() => {
    const { current } = form;
    if (!current) return;
    const read = () => {
      setTyped(
        Object.fromEntries(
          [...new FormData(current)].map(([name, value]) => [
            name,
            // Of a password only that there is one.
            name === "password" && value ? "typed" : String(value),
          ]),
        ),
      );
    };
    read();
    current.addEventListener("input", read);
    current.addEventListener("change", read);
    return () => {
      current.removeEventListener("input", read);
      current.removeEventListener("change", read);
    };
  }, [form, sent.typed]);
  return (name) => {
    const now = typedText(typed, name);
    const isRefused = errorFor(sent.errors, name) !== undefined;
    return isRefused && now === typedText(sent.typed, name) ? "" : now;
  };
}

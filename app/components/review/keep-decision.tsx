import { type RefObject, useEffect, useState } from "react";
import {
  forgetDecision,
  keepDecision,
  readKeptDecision,
} from "./kept-decision";

type Props = {
  form: RefObject<HTMLFormElement | null>;
  /** The text that is decided on, as whom, and after which decision. */
  of: string;
  /** The form came back from the server with what was typed. */
  cameBack: boolean;
  /** Whether this screen has a script at all. */
  hasScript: boolean;
};

/**
 * Keeps what is entered in the form of a decision on this device until it is
 * signed, so that other buttons of the screen and a closed tab take nothing
 * away; says so. Without the script it says what to do instead.
 */
export function KeepDecision({ form, of, cameBack, hasScript }: Props) {
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    const { current } = form;
    if (!current) return;
    const keep = () => {
      keepDecision(of, current);
    };
    // What was typed before this script ran is newer than what was kept.
    const typed = entered(current);
    if (!cameBack) fill(current, readKeptDecision(of) ?? [], typed);
    if (cameBack || typed.size > 0) keep();
    setKept(true);
    current.addEventListener("input", keep);
    current.addEventListener("change", keep);
    return () => {
      current.removeEventListener("input", keep);
      current.removeEventListener("change", keep);
    };
  }, [form, of, cameBack]);
  if (isKept)
    return (
      <p className="text-small text-ink-2">
        What you enter here is kept on this device until you sign; your password
        is not.
      </p>
    );
  const notKept = (
    <p className="text-small text-ink-2">
      Fill in this form last: the other buttons of this screen empty it.
    </p>
  );
  return hasScript ? <noscript>{notKept}</noscript> : notKept;
}

/** Stands on the screen of a decision that is signed. */
export function ForgetDecision() {
  useEffect(forgetDecision, []);
  return null;
}

/** The names of the fields that no longer hold what the server sent. */
function entered(form: HTMLFormElement): ReadonlySet<string> {
  const names = new Set<string>();
  for (const field of form.elements) {
    if (!isField(field)) continue;
    const isAsSent =
      field instanceof HTMLInputElement && isChoice(field)
        ? field.checked === field.defaultChecked
        : field.value === field.defaultValue;
    if (!isAsSent) names.add(field.name);
  }
  return names;
}

function fill(
  form: HTMLFormElement,
  kept: readonly [string, string][],
  typed: ReadonlySet<string>,
): void {
  if (kept.length === 0) return;
  const values = new Map(kept);
  for (const field of form.elements) {
    if (!isField(field) || typed.has(field.name)) continue;
    if (field instanceof HTMLInputElement && isChoice(field))
      field.checked = values.get(field.name) === field.value;
    else {
      const value = values.get(field.name);
      if (value !== undefined) field.value = value;
    }
  }
}

function isChoice({ type }: HTMLInputElement): boolean {
  return type === "radio" || type === "checkbox";
}

function isField(
  field: Element,
): field is HTMLInputElement | HTMLTextAreaElement {
  return (
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && field.type !== "hidden")
  );
}

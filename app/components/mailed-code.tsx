import { Button } from "./button";
import { TextField } from "./text-field";

type Props = {
  /** The address, as it may be shown. */
  codeGoesTo: string;
  /** What the form is told when a code is asked for. */
  intent: string;
  /** What the code is good for, after "works for ten minutes, and". */
  goodFor: string;
  error: string | undefined;
  /** When the field is needed, beside "optional". */
  neededWhen?: string;
};

/** Asks for a code by mail and takes it: one form, so that what was typed beside it stays. */
export function MailedCode(props: Props) {
  const { codeGoesTo, intent, goodFor, error, neededWhen } = props;
  return (
    <>
      <div>
        <Button name="intent" value={intent}>
          Mail me a code
        </Button>
        <p className="mt-2 text-ink-2">
          It goes to {codeGoesTo} within a minute or two, works for ten minutes,
          and {goodFor}.
        </p>
      </div>
      <TextField
        name="code"
        label="Code from the mail"
        hint="Six digits."
        inputMode="numeric"
        autoComplete="one-time-code"
        width="short"
        isMono
        isOptional
        {...(neededWhen && { neededWhen })}
        error={error}
      />
    </>
  );
}

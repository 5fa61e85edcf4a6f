import type { PreviewSource } from "~/domain/mail-preview";
import {
  longestWords,
  type MailWords,
  type Placeholder,
  signatureKind,
  signatureLines,
} from "~/domain/mail-words";
import { errorFor, type FieldError } from "~/lib/parse-form";
import { placeholderLabels } from "~/wording/mail-words";
import { Button, ButtonRow } from "../button";
import { FormStack, Panel } from "../layout";
import { TextArea } from "../text-field";

type Props = {
  kind: string;
  source: PreviewSource;
  /** What the fields hold: what was typed, or the words that hold. */
  words: MailWords;
  /** The number of the words that hold. */
  base: number;
  known: readonly Placeholder[];
  errors: readonly FieldError[];
  /** The words that hold are the desk's own. */
  hasOwn: boolean;
};

/** An admin's words round those of the product: looked at before they are kept. */
export function WordsForm(props: Props) {
  const { kind, source, words, base, known, errors, hasOwn } = props;
  const isSignature = kind === signatureKind;
  return (
    <form method="post" action={`?from=${source}#preview`}>
      <input type="hidden" name="base" value={base} />
      <FormStack>
        {!isSignature && (
          <TextArea
            name="opening"
            label="Opening"
            hint={`A paragraph after the greeting, before what the product says. At most ${String(longestWords)} characters.`}
            rows={4}
            isOptional
            value={words.opening}
            error={errorFor(errors, "opening")}
          />
        )}
        <TextArea
          name="closing"
          label={isSignature ? "Signature" : "Closing"}
          hint={
            isSignature
              ? `Who writes and how to reach them, in at most ${String(signatureLines)} lines. It stands under every mail of the desk.`
              : `A paragraph below the button. At most ${String(longestWords)} characters.`
          }
          rows={4}
          isOptional
          value={words.closing}
          error={errorFor(errors, "closing")}
        />
        <Panel>
          <details>
            <summary className="min-h-6 cursor-pointer font-bold">
              Facts that these words may name
            </summary>
            <dl className="rows mt-3">
              {known.map((name) => (
                <div key={name}>
                  <dt className="font-mono">{`{${name}}`}</dt>
                  <dd>{placeholderLabels[name]}</dd>
                </div>
              ))}
            </dl>
          </details>
        </Panel>
        <ButtonRow>
          <Button name="intent" value="preview">
            Preview
          </Button>
          <Button tone="primary" name="intent" value="write">
            Keep these words
          </Button>
          {hasOwn && (
            <Button tone="quiet" name="intent" value="ship">
              Back to the shipped words
            </Button>
          )}
        </ButtonRow>
      </FormStack>
    </form>
  );
}

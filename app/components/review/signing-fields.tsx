import type { ReactNode } from "react";
import type { FieldError } from "~/lib/parse-form";
import { Button } from "../button";
import { MailedCode } from "../mailed-code";
import { PasswordAgain } from "../password-again";

type Props = {
  versionNumber: number;
  unsentRemarks: number;
  codeGoesTo: string | undefined;
  /** On the sample desk alone: what its people sign with. */
  samplePassword: string | undefined;
  error: string | undefined;
  /** What came back with the form. */
  errors: readonly FieldError[];
  /** What is said right before the button. */
  children: ReactNode;
};

/** What signing means, who one is, and the button. */
export function SigningFields(props: Props) {
  const { versionNumber, unsentRemarks, codeGoesTo, error, children } = props;
  return (
    <div className="grid gap-5">
      <p>
        You sign version {versionNumber} as it stands on this screen, with your
        name, credentials, the sentence of your verdict and the moment.
        {unsentRemarks > 0 &&
          ` ${unsentRemarks === 1 ? "Your remark goes" : `Your ${String(unsentRemarks)} remarks go`} out with it.`}{" "}
        A signature stays on record for good: you may decide again or revoke an
        approval later, and each is kept beside it.
      </p>
      {codeGoesTo ? (
        <SigningByCode codeGoesTo={codeGoesTo} error={error}>
          {children}
        </SigningByCode>
      ) : (
        <>
          <PasswordAgain
            samplePassword={props.samplePassword}
            isOnceMore={props.errors.length > 0}
            error={error}
          />
          {children}
          <div>
            <Button tone="primary">Sign this decision</Button>
          </div>
        </>
      )}
    </div>
  );
}

/** First a code by mail, then the code in its field: the form keeps what was typed. */
function SigningByCode(props: {
  codeGoesTo: string;
  error: string | undefined;
  children: ReactNode;
}) {
  return (
    <>
      <MailedCode
        codeGoesTo={props.codeGoesTo}
        intent="outside_code"
        goodFor="only for the verdict chosen above"
        neededWhen="needed to sign"
        error={props.error}
      />
      {props.children}
      <div>
        <Button tone="primary" name="intent" value="outside_sign">
          Sign this decision
        </Button>
      </div>
    </>
  );
}

import { TextField } from "./text-field";

type Props = {
  /** On the sample desk alone: what its people sign in and sign with. */
  samplePassword?: string;
  /** The form came back, and a password is never kept. */
  isOnceMore?: boolean;
  error?: string;
};

/** The password once more, before something is signed. */
export function PasswordAgain(props: Props) {
  const { samplePassword, isOnceMore, error } = props;
  return (
    <TextField
      name="password"
      label="Your password"
      hint={
        <>
          {isOnceMore
            ? "Nothing was signed. A password is never kept: enter it once more."
            : "To confirm that it is you."}
          {samplePassword && (
            <>
              {" "}
              On this sample desk it is <code>{samplePassword}</code> for
              everybody.
            </>
          )}
        </>
      }
      type="password"
      autoComplete="current-password"
      width="medium"
      error={error}
    />
  );
}

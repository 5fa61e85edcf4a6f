import { TextField } from "./text-field";

type Props = {
  /** On the sample desk alone: what its people sign in and sign with. */
  samplePassword?: string;
  error?: string;
};

/** The password once more, before something is signed. */
export function PasswordAgain({ samplePassword, error }: Props) {
  return (
    <TextField
      name="password"
      label="Your password"
      hint={
        <>
          To confirm that it is you.
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

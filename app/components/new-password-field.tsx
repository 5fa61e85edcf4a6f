import { shortestPassword } from "~/domain/password-rules";
import { TextField } from "./text-field";

/** A password that is being chosen; pasting and password managers are welcome. */
export function NewPasswordField({ error }: { error?: string }) {
  return (
    <TextField
      name="password"
      label="New password"
      type="password"
      autoComplete="new-password"
      hint={`At least ${String(shortestPassword)} characters. A few words in a row are easier to remember than signs.`}
      error={error}
    />
  );
}

import { useEffect, useState } from "react";
import { Dialog } from "./dialog";
import { sendSignIn } from "./desk-requests";
import { DialogField } from "./dialog-field";
import type { EditorProps } from "./editor-props";
import type { Writing } from "./use-writing";

type Props = Pick<EditorProps, "signInUrl" | "email"> & {
  writing: Writing;
};

/**
 * The session ended while somebody was writing: they sign in over the text,
 * which stays in the editor and on this device, and it is saved. They may put
 * it off and write on; the line above the text keeps saying so.
 */
export function SignInLayer({ writing, signInUrl, email }: Props) {
  const { state, autosave } = writing;
  const isOut = state.phase === "signed_out";
  const [isPutOff, setIsPutOff] = useState(false);
  useEffect(() => {
    if (!isOut) setIsPutOff(false);
  }, [isOut]);
  if (!isOut) return null;
  if (isPutOff)
    return (
      <p className="editor-bar">
        You are signed out. What you write is kept on this device.{" "}
        <button
          type="button"
          className="button button-small"
          onClick={() => setIsPutOff(false)}
        >
          Sign in
        </button>
      </p>
    );
  return (
    <SignInDialog
      signInUrl={signInUrl}
      knownEmail={email}
      onSignedIn={() => void autosave?.signedIn()}
      onClose={() => setIsPutOff(true)}
    />
  );
}

type DialogProps = {
  signInUrl: string;
  knownEmail: string;
  onSignedIn: () => void;
  onClose: () => void;
};

function SignInDialog(props: DialogProps) {
  const { signInUrl, knownEmail, onSignedIn, onClose } = props;
  const [email, setEmail] = useState(knownEmail);
  const [password, setPassword] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);

  const act = async () => {
    if (isAsking) return;
    setIsAsking(true);
    const reply = await sendSignIn(signInUrl, email, password);
    setIsAsking(false);
    if (reply.ok) onSignedIn();
    else setError(reply.sentence);
  };

  return (
    <Dialog
      title="Sign in again"
      act={isAsking ? "Signing in…" : "Sign in and save"}
      onAct={() => void act()}
      onClose={onClose}
      cancel="Not now"
    >
      <p>Your session has ended. Your text is kept here and saved next.</p>
      <DialogField
        label="E-mail address"
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <DialogField
        label="Password"
        type="password"
        name="password"
        autoComplete="current-password"
        data-first={knownEmail === "" ? undefined : true}
        value={password}
        error={error}
        onChange={(event) => setPassword(event.target.value)}
      />
    </Dialog>
  );
}

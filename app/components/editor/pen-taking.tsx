import { useState } from "react";
import { Dialog } from "./dialog";
import { DialogField } from "./dialog-field";

type Props = {
  holder: string;
  onTake: (reason: string) => void;
  onClose: () => void;
};

/** An editor takes the pen and says why; its holder reads it. */
export function PenTaking({ holder, onTake, onClose }: Props) {
  const [reason, setReason] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  return (
    <Dialog
      title="Take the pen"
      act="Take the pen"
      onClose={onClose}
      onAct={() => {
        if (reason.trim() === "") setIsMissing(true);
        else onTake(reason);
      }}
    >
      <p>
        {holder} is shown your reason and can still save what they have written;
        it is merged with yours.
      </p>
      <DialogField
        label="Reason"
        name="reason"
        data-first={true}
        maxLength={2000}
        value={reason}
        error={isMissing ? "Say why you take it." : null}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}

import { typedText, type TypedForm } from "~/lib/parse-form";
import { Button } from "../button";
import { TextArea } from "../text-field";

/** Declines with one press; a reason is there for whoever wants to give one. */
export function DeclineForm({ typed }: { typed: TypedForm }) {
  const reason = typedText(typed, "declineReason");
  return (
    <form method="post" className="decline-form">
      <input type="hidden" name="intent" value="decline" />
      <Button>Decline</Button>
      <details open={reason !== ""}>
        <summary className="min-h-6 cursor-pointer">Add why (optional)</summary>
        <div className="mt-2 max-w-form">
          <TextArea
            name="declineReason"
            label="Why you decline"
            hint="The editor reads it. It goes with “Decline”."
            rows={2}
            isOptional
            value={reason}
          />
        </div>
      </details>
    </form>
  );
}

import { paths } from "~/lib/paths";
import { Notice } from "./notice";

export type PersonAnswerName =
  "invited" | "roles" | "off" | "on" | "edited" | "away" | "back";

type Props = { name: PersonAnswerName; email: string; hasMailServer: boolean };

/** What an act on a person did, on their screen afterwards. */
export function PersonAnswer({ name, email, hasMailServer }: Props) {
  if (name === "roles") {
    return (
      <Notice tone="done" title="Roles and expertise are set." isAnswer>
        <p>They sign in again before they go on.</p>
      </Notice>
    );
  }
  if (name === "edited")
    return <Notice tone="done" title="The details are kept." isAnswer />;
  if (name === "away")
    return (
      <Notice tone="done" title="The absence is recorded." isAnswer>
        <p>
          From its first day, open and new requests go to the deputies named.
        </p>
      </Notice>
    );
  if (name === "back")
    return (
      <Notice tone="done" title="The absence is over." isAnswer>
        <p>What was handed over meanwhile stays with the deputies.</p>
      </Notice>
    );
  if (name === "on")
    return (
      <Notice tone="done" title="This account is switched on again." isAnswer>
        <p>
          They sign in with the password they had. What they held before was
          handed over and stays there.
        </p>
      </Notice>
    );
  if (name === "off") {
    return (
      <Notice tone="done" title="This account is switched off." isAnswer>
        <p>
          Whoever used it is signed out. What they held went where the list
          said; what nobody took is in the report of{" "}
          <a href={paths.noReviewerOrOwner()}>
            pages with no reviewer or owner
          </a>
          .
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="done" title={`An invitation to ${email} is queued.`} isAnswer>
      {!hasMailServer && (
        <p>
          This desk has no mail server, so the mail stays here: open it in the{" "}
          <a href={paths.mailbox()}>mailbox</a> and pass the link on.
        </p>
      )}
    </Notice>
  );
}

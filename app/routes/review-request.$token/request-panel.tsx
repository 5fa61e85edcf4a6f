import { Button, ButtonLink, ButtonRow } from "~/components/button";
import { Notice } from "~/components/notice";
import { ColleagueForm } from "~/components/review/colleague-form";
import { DeclineForm } from "~/components/review/decline-form";
import type { ReviewRequest } from "~/data/review-requests.server";
import { type Answer, answerOf } from "~/lib/performed";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";

type Props = { request: ReviewRequest; answer: Answer };

/** What can be answered now; declining needs one tap and asks for nothing. */
export function RequestPanel({ request, answer }: Props) {
  const { standing, state } = request;
  if (standing !== "open") return <Closed request={request} />;
  switch (state) {
    case "invited":
    case "lapsed":
      return (
        <div className="grid gap-6">
          <ButtonRow>
            <form method="post">
              <input type="hidden" name="intent" value="accept" />
              <Button tone="primary">Accept this review</Button>
            </form>
            <DeclineForm {...answerOf(answer, "decline")} />
          </ButtonRow>
          <Colleague answer={answer} mayDecline />
        </div>
      );
    case "accepted":
      return (
        <div className="grid gap-6">
          <Notice
            tone="done"
            title={`You accepted. The review is due by ${dayInWords(request.reviewBy)}.`}
          >
            <p>
              {request.hasJoined
                ? "Sign in to read the text, to remark and to sign."
                : "To read and sign you need a password: the desk’s invitation, in a mail of its own, has the link."}
            </p>
          </Notice>
          {request.hasJoined && (
            <div>
              <ButtonLink
                tone="primary"
                href={paths.signIn(paths.review(request.assignmentId))}
              >
                Sign in and read
              </ButtonLink>
            </div>
          )}
          <details open={answerOf(answer, "decline").errors.length > 0}>
            <summary className="min-h-6 cursor-pointer">
              I cannot do it after all
            </summary>
            <div className="mt-3">
              <DeclineForm {...answerOf(answer, "decline")} />
            </div>
          </details>
          <Colleague answer={answer} mayDecline />
        </div>
      );
    case "declined":
      return (
        <div className="grid gap-6">
          <Notice
            tone="info"
            title="You declined. The editor has been told; nothing else is needed."
          />
          <Colleague answer={answer} mayDecline={false} />
        </div>
      );
    case "done":
      return <Notice tone="done" title="Your decision is signed. Thank you." />;
    case "dismissed":
      return <Notice tone="info" title={closedWords.withdrawn} />;
  }
}

const closedWords = {
  withdrawn: "This request was withdrawn. Nothing is asked of you.",
  closed: "This review round is over. Nothing is asked of you.",
  off: "This account has been switched off. Nothing is asked of you.",
  expired: "This link has run out.",
} as const;

function Closed({ request }: { request: ReviewRequest }) {
  const { standing, state } = request;
  if (standing === "open") return null;
  return (
    <div className="grid gap-6">
      <Notice tone="info" title={closedWords[standing]} />
      {standing === "expired" && state === "invited" && (
        <form method="post">
          <input type="hidden" name="intent" value="renew" />
          <Button tone="primary">Send me a new link</Button>
        </form>
      )}
      {standing === "expired" && state !== "invited" && (
        <div>
          <ButtonLink href={paths.signIn(paths.review(request.assignmentId))}>
            Sign in
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

function Colleague(props: { answer: Answer; mayDecline: boolean }) {
  const sent = answerOf(props.answer, "propose");
  return (
    <details open={sent.errors.length > 0}>
      <summary className="cursor-pointer">Suggest a colleague</summary>
      <div className="mt-3">
        <ColleagueForm {...sent} mayDecline={props.mayDecline} />
      </div>
    </details>
  );
}

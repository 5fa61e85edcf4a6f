import type { ReactNode } from "react";
import { type Answer, answerOf } from "~/lib/performed";
import { errorFor, typedList, typedText } from "~/lib/parse-form";
import { Button, ButtonLink, ButtonRow } from "../button";
import { TextArea } from "../text-field";
import { MentionField } from "./mention-field";
import type { RemarkActing } from "./remark-acting";

/** What a person may do about remarks on one screen. */
export type Discussion = {
  /** The screen's address. */
  here: string;
  /** Where the forms are sent, when that is another screen. */
  postTo?: string;
  acting: RemarkActing | null;
  answer: Answer;
  /** Who can be named in an answer. */
  people: readonly { id: string; name: string }[];
};

type Remark = { id: string; body: string; isClosed: boolean };
type Props = { remark: Remark; mayClose: boolean; discussion: Discussion };

/** Reply, close, open again: a link to each, or the one form that was asked for. */
export function RemarkActs({ remark, mayClose, discussion }: Props) {
  const { acting, answer } = discussion;
  const { id, isClosed } = remark;
  const sent =
    answer?.typed["commentId"] === id ? intents[answer.intent] : null;
  const act = sent ?? (acting?.id === id ? acting.act : null);
  if (act === "reply") return <ReplyForm {...{ remark, discussion }} />;
  if (act === "close" && !isClosed)
    return <CloseForm {...{ remark, discussion }} />;
  if (act === "reopen" && isClosed)
    return <ReopenForm {...{ remark, discussion }} />;
  return (
    <>
      <ActLink {...{ remark, discussion }} act="reply" label="Reply" />
      {!isClosed && mayClose && (
        <ActLink {...{ remark, discussion }} act="close" label="Close" />
      )}
      {isClosed && (
        <ActLink {...{ remark, discussion }} act="reopen" label="Open again" />
      )}
    </>
  );
}

const intents: Record<string, RemarkActing["act"]> = {
  reply_to_comment: "reply",
  close_comment: "close",
  reopen_comment: "reopen",
};

type FormProps = { remark: Remark; discussion: Discussion };

function ActLink(
  props: FormProps & { act: RemarkActing["act"]; label: string },
) {
  const { remark, discussion, act, label } = props;
  return (
    <a
      className="remark-act"
      href={`${discussion.here}?${act}=${remark.id}#remark-${remark.id}`}
    >
      {label}
      <span className="sr-only"> “{remark.body.slice(0, 40)}”</span>
    </a>
  );
}

function ReplyForm({ remark, discussion }: FormProps) {
  const { errors, typed } = answerOf(discussion.answer, "reply_to_comment");
  return (
    <ActForm
      {...{ remark, discussion }}
      intent="reply_to_comment"
      button="Send the reply"
    >
      <TextArea
        name="reply"
        label="Reply"
        rows={3}
        error={errorFor(errors, "reply")}
        value={typedText(typed, "reply")}
      />
      <MentionField
        people={discussion.people}
        named={typedList(typed, "mentionIds")}
        error={errorFor(errors, "mentionIds")}
      />
    </ActForm>
  );
}

function CloseForm({ remark, discussion }: FormProps) {
  const { errors, typed } = answerOf(discussion.answer, "close_comment");
  return (
    <ActForm
      {...{ remark, discussion }}
      intent="close_comment"
      button="Close the comment"
    >
      <TextArea
        name="closeReason"
        label="Why it is closed"
        hint="The reason reaches whoever raised it. You may leave it out on your own comment."
        rows={2}
        isOptional
        error={errorFor(errors, "closeReason")}
        value={typedText(typed, "closeReason")}
      />
    </ActForm>
  );
}

function ReopenForm({ remark, discussion }: FormProps) {
  const { errors, typed } = answerOf(discussion.answer, "reopen_comment");
  return (
    <ActForm
      {...{ remark, discussion }}
      intent="reopen_comment"
      button="Open it again"
    >
      <TextArea
        name="reopenReason"
        label="Why it is not settled"
        hint="Whoever closed it is told. A must-fix blocks publication again."
        rows={2}
        error={errorFor(errors, "reopenReason")}
        value={typedText(typed, "reopenReason")}
      />
    </ActForm>
  );
}

type ActFormProps = FormProps & {
  intent: string;
  button: string;
  children: ReactNode;
};

function ActForm(props: ActFormProps) {
  const { remark, discussion, intent, button, children } = props;
  const { here, postTo } = discussion;
  return (
    <form
      method="post"
      action={postTo}
      className="grid w-full max-w-form gap-4"
    >
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="commentId" value={remark.id} />
      {postTo && <input type="hidden" name="back" value={here} />}
      {children}
      <ButtonRow>
        <Button>{button}</Button>
        <ButtonLink tone="quiet" href={`${here}#remark-${remark.id}`}>
          Cancel
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}

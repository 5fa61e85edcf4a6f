import { ButtonLink } from "~/components/button";
import { ConfirmForm } from "~/components/confirm-form";
import { Notice } from "~/components/notice";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { reminderLetter } from "~/wording/review-reminder";
import type { WaitingForm } from "~/data/waiting-reviewers.server";

type Props = { waiting: WaitingForm; editorName: string };

/** The letter as the reviewer will get it, and the button that sends it. */
export function RemindForm({ waiting, editorName }: Props) {
  const letter = reminderLetter({
    ...waiting,
    lead: waiting.genes[0] ?? waiting.title,
    remindedBy: editorName,
  });
  if (waiting.remindedOn === waiting.today)
    return (
      <Notice
        tone="info"
        title={`${waiting.name} was reminded today. The next reminder can go out tomorrow.`}
      >
        <ButtonLink href={paths.waiting(waiting.assignmentId, "stand-in")}>
          Ask a stand-in
        </ButtonLink>
      </Notice>
    );
  return (
    <div className="grid gap-5">
      <section
        aria-labelledby="letter"
        className="panel grid max-w-measure gap-2 p-4 sm:p-5"
      >
        <h2 id="letter" className="text-h3">
          The letter
        </h2>
        <p className="text-ink-2">To {waiting.name}</p>
        <p className="font-bold">{letter.subject}</p>
        <p>{letter.paragraph}</p>
        <p className="text-ink-2">Its one button: “{letter.ask}”.</p>
      </section>
      <ConfirmForm
        title={`Remind ${waiting.name}`}
        consequences={[
          "This letter goes out by mail at once.",
          waiting.remindedOn
            ? `The last reminder went out on ${dayInWords(waiting.remindedOn)}. One a day is the most.`
            : "Nobody has reminded them yet. One a day is the most.",
        ]}
        act="Send the reminder"
        cancelHref={paths.desk()}
      />
    </div>
  );
}

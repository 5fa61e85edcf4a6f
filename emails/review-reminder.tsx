import type { Day } from "~/domain/days";
import type { Need } from "~/domain/words";
import { needLabel } from "~/wording/labels";
import { type ReminderFacts, reminderLetter } from "~/wording/review-reminder";
import { leadOf, type Letter, type PageRef, type Shared } from "./letter";
import { LetterLayout } from "./letter-layout";
import { deadlineDay } from "./letter-words";

export type ReviewReminderProps = Shared & {
  page: PageRef;
  state: ReminderFacts["state"];
  versionNumber: number;
  expertise: Need;
  respondBy: Day;
  reviewBy: Day;
  today: Day;
  remindedBy: string | null;
};

const wordsOf = (props: ReviewReminderProps) =>
  reminderLetter({ ...props, lead: leadOf(props.page) });

export function subject(props: ReviewReminderProps): string {
  return wordsOf(props).subject;
}

export function letter(props: ReviewReminderProps): Letter {
  const { page, state, desk } = props;
  const { heading, paragraph, ask } = wordsOf(props);
  return {
    heading,
    about: { page, mark: "in_review" },
    paragraphs: [paragraph],
    facts: [
      ...(state === "invited"
        ? [{ label: "Answer by", value: deadlineDay(props.respondBy) }]
        : []),
      { label: "Review by", value: deadlineDay(props.reviewBy) },
      { label: "Your expertise", value: needLabel(props.expertise) },
      { label: "Version", value: String(props.versionNumber) },
    ],
    sections: [],
    ask,
    note: "Opening the link decides nothing.",
    why: `You get this because you are asked to review this page at ${desk.name}.`,
    stop: "The desk reminds at most once a day and stops when you answer, decline or sign. To stop it sooner, reply to this mail.",
  };
}

export default function ReviewReminder(props: ReviewReminderProps) {
  return (
    <LetterLayout
      subject={subject(props)}
      letter={letter(props)}
      shared={props}
    />
  );
}

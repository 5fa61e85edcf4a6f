import { noticeSentences, withheldBlockSentence } from "~/wording/notices";
import type { PublicKnown } from "./public-known";

type FormOf = {
  title: string;
  /** What follows, said before anybody presses. */
  consequences: string[];
  /** The verb on the button. */
  act: string;
  isDanger?: boolean;
  hidden?: Record<string, string>;
  reasonHint: string;
};

const keptWithTheAct =
  "Kept with the act, for the desk; readers do not see it.";

const fixed: Record<string, FormOf> = {
  withdraw: {
    title: "Withdraw this page",
    consequences: [
      "Readers get no text from this moment, on any address, feed or copy that we serve.",
      "Its owner, authors and reviewers are told.",
      "You cannot bring it back yourself: another editor reinstates it.",
    ],
    act: "Withdraw this page",
    isDanger: true,
    reasonHint:
      "Kept with the act. Readers see it only when the page is retracted for good.",
  },
  reinstate: {
    title: "Reinstate this page",
    consequences: [
      "The same text is live again at once, with the dates it had.",
      "The gate looks first: every approval must still stand, and the page must be in date.",
    ],
    act: "Reinstate this page",
    reasonHint: keptWithTheAct,
  },
  withhold: {
    title: "Withhold a block",
    consequences: [
      `Readers see at once, in its place: “${withheldBlockSentence}”`,
      "It comes back when another editor gives it back, or with other words through a safety correction.",
    ],
    act: "Withhold this block",
    isDanger: true,
    reasonHint: keptWithTheAct,
  },
  notice: {
    title: "Put up a notice",
    consequences: [
      "The sentence stands above the title at once, until somebody takes it down.",
      "Nobody writes clinical words into a notice: a new value goes by safety correction.",
    ],
    act: "Put up this notice",
    reasonHint: keptWithTheAct,
  },
  date: {
    title: "Bring the next review forward",
    consequences: [
      "Reminders and the public page follow the earlier day from now on.",
      "Nobody can push it back: only a new signed full review moves it later.",
    ],
    act: "Bring the date forward",
    reasonHint: keptWithTheAct,
  },
  rename: {
    title: "Rename this page",
    consequences: [
      "The page stands at the new address at once, on every surface.",
      "The old address leads there for ever, so that no link or citation breaks, and no page ever gets it again.",
      "Its owner, authors and reviewers are told. Its text and its dates do not change.",
    ],
    act: "Rename this page",
    reasonHint: keptWithTheAct,
  },
  archive: {
    title: "Archive this page",
    consequences: [
      "Nothing of it is public any more; an open review round and a schedule end.",
      "It stays in the history, and nothing more can be submitted. There is no undo.",
    ],
    act: "Archive this page",
    isDanger: true,
    reasonHint: keptWithTheAct,
  },
};

/** What the form of one act says; null when the act is unknown or not possible now. */
export function formFor(intent: string, known: PublicKnown): FormOf | null {
  const { standing, about } = known;
  if (intent === "return") return returnForm(known);
  if (intent === "take_down") return takeDownForm(known);
  const isPossible: Record<string, boolean> = {
    withdraw: known.mayEdit && standing.isLive,
    withhold: known.mayEdit && standing.isLive,
    notice: known.mayEdit && standing.publicationId !== null,
    reinstate: known.mayEdit && standing.state === "withdrawn",
    date: known.mayWrite && standing.isLive,
    rename: known.mayEdit,
    archive: known.mayEdit && standing.state !== "archived",
  };
  // Own words only: an address may hold "constructor".
  if (about !== null || !Object.hasOwn(isPossible, intent)) return null;
  return isPossible[intent] ? (fixed[intent] ?? null) : null;
}

function returnForm({ withheld, about, mayEdit }: PublicKnown): FormOf | null {
  const block = withheld.find(({ id }) => id === about);
  if (!block || !mayEdit) return null;
  return {
    title: "Give a block back",
    consequences: [
      `Readers see it again at once: “${block.label}”`,
      "Its words are those that were approved; nothing else changes.",
    ],
    act: "Give this block back",
    hidden: { withheldId: block.id },
    reasonHint: keptWithTheAct,
  };
}

function takeDownForm({ notices, about, mayEdit }: PublicKnown): FormOf | null {
  const notice = notices.find(({ id }) => id === about);
  if (!notice || !mayEdit || notice.takenDownOn) return null;
  return {
    title: "Take a notice down",
    consequences: [`Readers no longer see: “${noticeSentences[notice.type]}”`],
    act: "Take this notice down",
    hidden: { noticeId: notice.id },
    reasonHint: keptWithTheAct,
  };
}

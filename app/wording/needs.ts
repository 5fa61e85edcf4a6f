import { daysBetween } from "~/domain/days";
import type { NeedKind } from "~/domain/needs";
import { dayInWords, deadlineInWords, reviewDueInWords } from "./days";
import { needLabel } from "./labels";

/** What a matter that waits for somebody is about. */
export type NeedFacts = {
  kind: NeedKind;
  person: string | null;
  expertise: string | null;
  day: string | null;
  /** Of a review of one's own: the day by which it is to be decided. */
  reviewBy: string | null;
};

type Wording = {
  /** What the matter is, in a word or two. */
  word: string;
  reason: (facts: NeedFacts, today: string) => string;
  /** The verb on its one button. */
  act: string;
  /** The screen of the page where it is decided; "" is its overview, "own-review" the reviewer's, "remind" the letter to a late one, "watch" the list of watch items. */
  screen:
    | ""
    | "write"
    | "details"
    | "review"
    | "publish"
    | "interests"
    | "own-review"
    | "remind"
    | "watch";
};

const named = ({ person }: NeedFacts) => person ?? "A reviewer";
const asked = ({ expertise }: NeedFacts) =>
  expertise ? needLabel(expertise).toLowerCase() : "reviewer";
const due = ({ kind, day }: NeedFacts, today: string) =>
  day
    ? reviewDueInWords(
        today,
        day,
        kind === "overdue" ? daysBetween(day, today) : null,
      )
    : "due";
const deadline = ({ day }: NeedFacts, today: string) =>
  day ? deadlineInWords(today, day) : "";

/** The review has a day of its own, later than that of the answer. */
const reviewDay = ({ reviewBy }: NeedFacts) =>
  reviewBy ? ` The review itself has until ${dayInWords(reviewBy)}.` : "";

/** Every matter that can wait for somebody: why, and the one thing to do. */
export const needWording = {
  publish: {
    word: "Ready",
    reason: () => "Every approval is signed. Publish it or choose a time.",
    act: "Publish",
    screen: "publish",
  },
  publish_correction: {
    word: "Correction ready",
    reason: () =>
      "The safety correction is signed. Readers are waiting for it.",
    act: "Publish the correction",
    screen: "publish",
  },
  schedule_refused: {
    word: "Refused at its hour",
    reason: () => "The gate refused it at the scheduled time.",
    act: "See why",
    screen: "publish",
  },
  triage: {
    word: "Watch item",
    reason: (facts, today) =>
      `Something outside may make it wrong. Triage is ${deadline(facts, today)}.`,
    act: "Decide what it means",
    screen: "watch",
  },
  disagreement: {
    word: "Reviewers disagree",
    reason: () =>
      "One reviewer approved this version, another asked for changes.",
    act: "Read both",
    screen: "review",
  },
  assign: {
    word: "Nobody asked yet",
    reason: () => "The review rules ask for somebody who is not named yet.",
    act: "Assign reviewers",
    screen: "review",
  },
  assign_correction: {
    word: "Safety correction",
    reason: () => "A correction needs its reviewer and its editor named.",
    act: "Assign reviewers",
    screen: "review",
  },
  rule: {
    word: "Interest",
    reason: (facts) => `${named(facts)} declared an institutional interest.`,
    act: "Decide",
    screen: "interests",
  },
  late: {
    word: "Reviewer late",
    reason: (facts, today) =>
      `Still to answer or decide: ${named(facts)}, ${deadline(facts, today)}.`,
    act: "Remind",
    screen: "remind",
  },
  hand_over: {
    word: "No owner",
    reason: () => "Nobody who is still at the desk answers for this page.",
    act: "Name an owner",
    screen: "details",
  },
  overdue: {
    word: "Overdue",
    reason: (facts, today) =>
      `Its review is ${due(facts, today)}. Only a full review can be published.`,
    act: "Start the review",
    screen: "",
  },
  due: {
    word: "Due soon",
    reason: (facts, today) => `Its next review is ${due(facts, today)}.`,
    act: "Start the review",
    screen: "",
  },
  answer: {
    word: "Changes requested",
    reason: (facts) => `${named(facts)} asked for changes.`,
    act: "Answer",
    screen: "write",
  },
  respond: {
    word: "Review requested",
    reason: (facts, today) =>
      `You are asked as ${asked(facts)}. Say whether you can: ${deadline(facts, today)}.${reviewDay(facts)}`,
    act: "Accept or decline",
    screen: "own-review",
  },
  review: {
    word: "Your review",
    reason: (facts, today) =>
      `You accepted as ${asked(facts)}. Your decision is ${deadline(facts, today)}, by ${dayInWords(facts.day ?? today)}.`,
    act: "Read and decide",
    screen: "own-review",
  },
  write: {
    word: "Draft",
    reason: () => "You wrote here last. Your draft is where you left it.",
    act: "Go on writing",
    screen: "write",
  },
} as const satisfies Record<NeedKind, Wording>;

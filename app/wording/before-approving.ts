import { type Condition, one, several } from "./condition";
import { listInWords } from "./places";
import type { WordedSignBlocker } from "./review";

/** What an approval asks of its signer, as far as it is known before they type. */
export type ApprovalFacts = {
  /** What stands in the way of an approval, and not of a request for changes. */
  blockers: readonly WordedSignBlocker[];
  values: readonly { itemId: string; title: string; said: string | null }[];
  claims: readonly {
    claimId: string;
    sentence: string;
    isConfirmed: boolean;
  }[];
  questions: readonly { id: string; question: string }[];
  isAdjudicating: boolean;
  /** What the signature is confirmed by. */
  confirmedBy: "password" | "code";
  /** What is worth a look, and holds no signature back. */
  sections: readonly { anchor: string; label: string; isTicked: boolean }[];
  mustFix: readonly { id: string; raisedBy: string }[];
  blockingFindings: number;
};

/** What stands in a field of the form; "" for nothing, or for what was refused. */
export type Said = (name: string) => string;

/** Each thing that an approval needs, in the order of the form. */
export function conditionsOf(facts: ApprovalFacts, said: Said): Condition[] {
  return [
    ...interests(facts),
    ...standingInTheWay(facts),
    ...claims(facts, said),
    ...values(facts, said),
    ...questions(facts, said),
    ...note(facts, said),
    one({
      key: "evidence",
      open: "Name the day up to which you checked the evidence",
      done: "The day up to which you checked the evidence is named",
      field: "evidenceCheckedTo",
      isDone: said("evidenceCheckedTo") !== "",
    }),
    facts.confirmedBy === "password"
      ? one({
          key: "password",
          open: "Enter your password",
          done: "Your password is entered",
          field: "password",
          isDone: said("password") !== "",
        })
      : one({
          key: "code",
          open: "Have a code mailed, and enter it",
          done: "The code is entered",
          field: "code",
          isDone: said("code") !== "",
        }),
  ];
}

/** "3 things are still open." as the form and its list say it. */
export function stillOpenInWords(conditions: readonly Condition[]): string {
  const open = conditions.filter(({ isDone }) => !isDone).length;
  if (open === 0) return "Everything is there: you can approve.";
  return open === 1
    ? `1 thing of ${String(conditions.length)} is still open.`
    : `${String(open)} things of ${String(conditions.length)} are still open.`;
}

const clearedAt = {
  accept: { href: "#content", label: "To the request" },
  declaration: { href: "#interests", label: "Make your declaration" },
  interests: { href: "#interests", label: "Answer now" },
} as const;

function interests({ blockers }: ApprovalFacts): Condition[] {
  const missing = blockers.find(({ code }) => code === "interests_missing");
  const place = missing?.place ?? null;
  return [
    {
      key: "interests",
      open: missing ? withoutStop(missing.sentence) : "",
      done: "Your interests are declared for this page",
      isDone: missing === undefined,
      parts: place ? [{ ...clearedAt[place], isDone: false }] : [],
    },
  ];
}

/** What the signer cannot clear by themselves: only shown while it stands. */
function standingInTheWay({ blockers }: ApprovalFacts): Condition[] {
  return blockers
    .filter(({ code }) => code !== "interests_missing")
    .map(({ code, sentence }) => ({
      key: code,
      open: withoutStop(sentence),
      done: "",
      isDone: false,
      parts: [],
    }));
}

function claims({ claims: all }: ApprovalFacts, said: Said): Condition[] {
  if (all.length === 0) return [];
  return [
    several({
      key: "claims",
      open: () => "Confirm that these sentences are still true",
      done: "Every sentence that can go out of date is confirmed",
      parts: all.map(({ claimId, sentence, isConfirmed }, index) => ({
        label: `${String(index + 1)}. “${shortened(sentence)}”`,
        href: `#field-still-${claimId}`,
        isDone:
          isConfirmed ||
          (said(`still-${claimId}`) !== "" && said(`claim-${claimId}`) !== ""),
      })),
    }),
  ];
}

function values({ values: all }: ApprovalFacts, said: Said): Condition[] {
  if (all.length === 0) return [];
  return [
    several({
      key: "values",
      open: () => "Type again from the source",
      done:
        all.length === 1
          ? "The value is typed, and compared when you sign"
          : `All ${String(all.length)} values are typed, and compared when you sign`,
      parts: all.map(({ itemId, title, said: keyed }, index) => ({
        label: `${String(index + 1)}. ${title}`,
        href: `#field-key-${itemId}`,
        isDone: keyed !== null || said(`key-${itemId}`) !== "",
      })),
    }),
  ];
}

function questions({ questions: all }: ApprovalFacts, said: Said): Condition[] {
  if (all.length === 0) return [];
  return [
    several({
      key: "questions",
      open: (left) =>
        left === all.length
          ? `Answer the ${String(left)} questions of the short form`
          : "Answer the rest of the short form",
      done: "The short form is answered",
      isOneAtFirst: true,
      parts: all.map(({ id, question }, index) => ({
        label: `${String(index + 1)}. ${shortened(question)}`,
        href: `#field-answer-${id}`,
        isDone: said(`answer-${id}`) !== "",
      })),
    }),
  ];
}

/** Words are needed from whoever settles a disagreement or answers no. */
function note(
  { isAdjudicating, questions: all }: ApprovalFacts,
  said: Said,
): Condition[] {
  const noes = all.flatMap(({ id }, index) =>
    said(`answer-${id}`) === "no" ? [String(index + 1)] : [],
  );
  if (!isAdjudicating && noes.length === 0) return [];
  return [
    one({
      key: "note",
      open: isAdjudicating
        ? "Say in your note why you decide as you do"
        : `Say in your note why you answered no to question ${listInWords(noes)}`,
      done: "Your note says why",
      field: "comment",
      isDone: said("comment").trim() !== "",
    }),
  ];
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, "");
}

const longestShown = 64;

function shortened(sentence: string): string {
  if (sentence.length <= longestShown) return sentence;
  const cut = sentence.lastIndexOf(" ", longestShown);
  return `${sentence.slice(0, cut > 0 ? cut : longestShown)} …`;
}

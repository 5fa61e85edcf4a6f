import { isRecord } from "~/content/problems";

/** The pen of a draft as one writer sees it: who writes here, who asks. */
export type Pen = {
  /** Null while nobody has it. */
  holder: { name: string; isMe: boolean; minutesAgo: number } | null;
  /** Who asks the holder for it. */
  asker: { name: string; isMe: boolean } | null;
  /** Why an editor took it from this writer; null when none did. */
  takenBecause: string | null;
  /** This writer may take it from its holder, with a reason. */
  mayTake: boolean;
};

/** Reads the desk's answer; null for what is not understood. */
export function readPen(answer: unknown): Pen | null {
  if (!isRecord(answer) || answer.ok !== true || !isRecord(answer.pen))
    return null;
  const { holder, asker, takenBecause, mayTake } = answer.pen;
  const person = readPerson(holder);
  const ago = isRecord(holder) ? holder.minutesAgo : 0;
  return {
    holder: person && {
      ...person,
      minutesAgo: typeof ago === "number" ? ago : 0,
    },
    asker: readPerson(asker),
    takenBecause: typeof takenBecause === "string" ? takenBecause : null,
    mayTake: mayTake === true,
  };
}

function readPerson(value: unknown): { name: string; isMe: boolean } | null {
  return isRecord(value) && typeof value.name === "string"
    ? { name: value.name, isMe: value.isMe === true }
    : null;
}

/** "Dr Novak is writing here (2 min ago)". */
export function writingHere({ name, minutesAgo }: NonNullable<Pen["holder"]>) {
  const when = minutesAgo < 1 ? "now" : `${minutesAgo} min ago`;
  return `${name} is writing here (${when})`;
}

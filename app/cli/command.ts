import type { z } from "zod";
import type { Refused } from "~/domain/outcome";
import { wordRefusal } from "~/wording/refusals";

/** What a command reads and writes besides the database and its files. */
export type Io = {
  out: (text: string) => void;
  err: (text: string) => void;
  /** A person watches standard error, so that a progress bar is of use. */
  isWatched: boolean;
  /** All of standard input. */
  readInput: () => Promise<string>;
};

/**
 * How a command ended: the same for people and for programs. `no` are the
 * sentences with which the desk refused, for standard error; `broke` the one
 * why it could not do it at all.
 */
export type Answer = {
  text: string;
  json: unknown;
  no?: string[];
  broke?: string;
};

export type Given = {
  positionals: string[];
  options: Record<string, string | boolean | undefined>;
};

export type Command = {
  /** As it is typed: "people add". */
  name: string;
  /** What follows its name. */
  usage: string;
  options: Record<string, { type: "string" | "boolean" }>;
  run: (given: Given, io: Io) => Promise<Answer>;
};

/** The command line was used wrongly; the message says how, in one sentence. */
export class WronglyUsed extends Error {}

/** What was typed, by a schema whose messages are whole sentences; throws WronglyUsed. */
export function parseGiven<Schema extends z.ZodType>(
  schema: Schema,
  typed: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return parsed.data;
  throw new WronglyUsed(parsed.error.issues[0]?.message ?? "Wrongly used.");
}

/** The one thing that a command is about; throws WronglyUsed. */
export function onlyOne({ positionals }: Given, what: string): string {
  const [one, ...more] = positionals;
  if (one === undefined || more.length > 0) {
    throw new WronglyUsed(`Give one ${what}.`);
  }
  return one;
}

/** Throws WronglyUsed where a command takes nothing. */
export function nothing({ positionals }: Given): void {
  const [first] = positionals;
  if (first !== undefined) throw new WronglyUsed(`"${first}" is one too many.`);
}

/** The desk said no, in its own words or in better ones. */
export function saidNo(
  { because }: Pick<Refused, "because">,
  message = wordRefusal(because).sentence,
): Answer {
  return { text: "", json: { refused: because, message }, no: [message] };
}

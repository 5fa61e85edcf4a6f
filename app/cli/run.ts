import { parseArgs } from "node:util";
import { type Answer, type Command, type Io, WronglyUsed } from "./command";
import { commands } from "./commands";
import { usage, usageOf } from "./usage";

/** 0 done, 1 the desk said no, 2 used wrongly, 3 broke or wrong environment. */
export type ExitCode = 0 | 1 | 2 | 3;

/**
 * Runs one command. Its answer goes to standard output, as JSON and nothing
 * else with `--json`; refusals and errors go to standard error.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const isJson = argv.includes("--json");
  const words = argv.filter((word) => word !== "--json");
  if (isHelp(words[0])) {
    io.out(`${usage()}\n`);
    return 0;
  }
  const command = find(words);
  if (!command) {
    const [first] = words;
    const what = first ? `There is no command "${first}".\n` : "";
    io.err(`${what}${usage()}\n`);
    return 2;
  }
  try {
    const rest = words.slice(command.name.split(" ").length);
    if (rest.some((word) => word === "--help" || word === "-h")) {
      io.out(`${usageOf(command)}\n`);
      return 0;
    }
    return print(await command.run(parse(command, rest), io), isJson, io);
  } catch (error) {
    if (error instanceof WronglyUsed) {
      io.err(`${error.message}\nUsage: ${usageOf(command)}\n`);
      return 2;
    }
    io.err(`desk ${command.name} broke: ${explain(error)}\n`);
    return 3;
  }
}

function find(words: readonly string[]): Command | undefined {
  const [first, second] = words;
  return commands.find(
    ({ name }) => name === first || name === `${first ?? ""} ${second ?? ""}`,
  );
}

function parse(command: Command, args: string[]) {
  try {
    const { positionals, values } = parseArgs({
      args,
      options: command.options,
      allowPositionals: true,
    });
    return { positionals, options: { ...values } };
  } catch (error) {
    throw new WronglyUsed(error instanceof Error ? error.message : "");
  }
}

function print(answer: Answer, isJson: boolean, io: Io): ExitCode {
  const { text, json, no = [], broke } = answer;
  const body = isJson ? JSON.stringify(json, null, 2) : text;
  if (body !== "") io.out(`${body}\n`);
  for (const sentence of no) io.err(`${sentence}\n`);
  if (broke !== undefined) io.err(`${broke}\n`);
  if (broke !== undefined) return 3;
  return no.length > 0 ? 1 : 0;
}

/** Lost connections and the like are a sentence; anything else has its stack. */
function explain(error: unknown): string {
  if (error instanceof AggregateError) return explain(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  const isOfSystem = "code" in error && typeof error.code === "string";
  return isOfSystem ? error.message : (error.stack ?? error.message);
}

function isHelp(word: string | undefined): boolean {
  return word !== undefined && ["help", "--help", "-h"].includes(word);
}

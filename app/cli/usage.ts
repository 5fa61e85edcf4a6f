import type { Command } from "./command";
import { commands } from "./commands";

/** Answered before there is a build; named here so that one list holds all. */
const beforeTheBuild = ["db migrate", "db url --role app|auth|checks|public"];

/** How one command is typed. */
export function usageOf({ name, usage }: Pick<Command, "name" | "usage">) {
  return `desk ${name}${usage === "" ? "" : ` ${usage}`} [--json]`;
}

/** How every command is typed. */
export function usage(): string {
  return [
    "Usage: desk COMMAND [--json]",
    "",
    ...commands.map((command) => `  ${usageOf(command).slice(5)}`),
    ...beforeTheBuild.map((line) => `  ${line} [--json]`),
    "",
    "Exit: 0 done, 1 the desk said no, 2 used wrongly, 3 broke or wrong environment.",
  ].join("\n");
}

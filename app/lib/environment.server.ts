import {
  type Environment,
  parseEnvironment,
  WrongEnvironment,
} from "./environment-schema.mjs";

export type { Environment };

let read: Environment | undefined;

/**
 * The environment of this process, read once. A wrong value ends the process
 * with exit code 3 and one sentence on standard error that names the variable.
 */
export function environment(): Environment {
  read ??= readOrExit();
  return read;
}

function readOrExit(): Environment {
  try {
    return parseEnvironment(process.env);
  } catch (error) {
    if (!(error instanceof WrongEnvironment)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(error.exitCode);
  }
}

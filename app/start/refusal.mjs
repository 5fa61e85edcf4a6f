/** The start says no, in one sentence for standard error; exit code 3. */
export class StartRefusal extends Error {
  exitCode = 3;
}

/** Somebody stopped the start on the way. */
export class Stopped extends StartRefusal {
  /** @override */
  exitCode = 130;

  constructor() {
    super("Stopped.");
  }
}

/**
 * Prints why a program of this room ends and gives the exit code: a refusal
 * is its sentence alone, anything else is an accident with its stack.
 *
 * @param {unknown} error
 */
export function printFailure(error) {
  if (isRefusal(error)) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : error;
  process.stderr.write(`${text}\n`);
  return 1;
}

/**
 * @param {unknown} error
 * @returns {error is Error & { exitCode: number }}
 */
function isRefusal(error) {
  return (
    error instanceof Error &&
    "exitCode" in error &&
    typeof error.exitCode === "number"
  );
}

/**
 * A file system error as a sentence about a path, or null when it is none.
 *
 * @param {unknown} error
 * @param {string} path
 */
export function explainFolderError(error, path) {
  const code = codeOf(error);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return `DATA_DIR ${path} cannot be written to; give this user the right, or choose another folder.`;
  }
  if (code === "ENOENT") {
    return `DATA_DIR ${path} cannot be made there; choose another folder.`;
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return `DATA_DIR ${path} is a file, not a folder.`;
  }
  if (code === "ENOSPC") return `The disk of DATA_DIR ${path} is full.`;
  return null;
}

/**
 * The code of a system or PostgreSQL error; of several at once, the first.
 *
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function codeOf(error) {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

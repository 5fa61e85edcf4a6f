import { resolve } from "node:path";
import { parseEnvironment } from "../lib/environment-schema.mjs";
import { root } from "./run-program.mjs";

/**
 * The environment of a program of this room. The data folder is relative to
 * the repository, wherever the program was called from, and handed on whole.
 */
export function readStartEnvironment() {
  const environment = parseEnvironment(process.env);
  const dataDir = resolve(root, environment.dataDir);
  process.env["DATA_DIR"] = dataDir;
  return { ...environment, dataDir };
}

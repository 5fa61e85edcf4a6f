import { StartRefusal } from "./refusal.mjs";

/**
 * Throws `StartRefusal` for a Node that the desk does not run on: older than
 * 20.19, or 21, or 22 before 22.12.
 *
 * @param {string} [version]
 */
export function refuseOldNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isTaken =
    (major === 20 && minor >= 19) ||
    (major === 22 && minor >= 12) ||
    major > 22;
  if (isTaken) return;
  throw new StartRefusal(
    `This is Node ${version}; the desk needs 20.19 or newer, best 22 or 24.`,
  );
}

import { listReasons } from "~/commands/list-reasons.server";
import { findNewestWork } from "~/data/newest-work.server";
import type { Blocker, BlockerCode } from "~/domain/blockers";
import { paths } from "~/lib/paths";
import { wordBlocker } from "~/wording/blockers";
import { noPageAt } from "./check";
import { type Command, onlyOne, saidNo } from "./command";

/** Reasons that one person alone can clear: the one named. */
const theirs: readonly BlockerCode[] = [
  "round_open",
  "interests",
  "approval_expired",
];

/** `desk gate`: every reason why the newest work on a page may not be published now. */
export const gate: Command = {
  name: "gate",
  usage: "SLUG",
  options: {},
  async run(given) {
    const slug = onlyOne(given, "page");
    const work = await findNewestWork(slug);
    if (!work) return noPageAt(slug);
    const reasons = await listReasons(work);
    if (!reasons.ok) return saidNo(reasons);
    const blockers = reasons.value.map((blocker) => worded(slug, blocker));
    const what =
      work.versionNumber === null
        ? `${slug}, never submitted`
        : `${slug}, version ${String(work.versionNumber)}`;
    const publishable = blockers.length === 0;
    return {
      json: { page: slug, version: work.versionNumber, publishable, blockers },
      text: publishable
        ? `${what}: nothing stands in the way of publication.`
        : blockers
            .map(
              ({ code, message, who, where }) =>
                `${code}: ${message}\n  ${who} · ${where}`,
            )
            .join("\n"),
      no: publishable
        ? []
        : [
            `${what}: not publishable, for ${String(blockers.length)} ${blockers.length === 1 ? "reason" : "reasons"}.`,
          ],
    };
  },
};

function worded(slug: string, blocker: Blocker) {
  const { code, sentence, screen } = wordBlocker(blocker);
  const { person } = blocker.detail;
  const isTheirs = person !== undefined && theirs.includes(code);
  return {
    code,
    message: sentence,
    who: isTheirs && blocker.who !== "editor" ? person : blocker.who,
    where:
      screen === "" ? paths.deskPage(slug) : paths.deskPageAct(slug, screen),
  };
}

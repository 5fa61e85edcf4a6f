import { listReasons } from "~/commands/list-reasons.server";
import { findNewestWork } from "~/data/newest-work.server";
import { gateAnswer } from "~/publish/gate-answer";
import { noPageAt } from "./check";
import { type Command, onlyOne, saidNo } from "./command";

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
    const answer = gateAnswer({ ...work, slug }, reasons.value);
    const { blockers, publishable } = answer;
    const what =
      work.versionNumber === null
        ? `${slug}, never submitted`
        : `${slug}, version ${String(work.versionNumber)}`;
    return {
      json: answer,
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

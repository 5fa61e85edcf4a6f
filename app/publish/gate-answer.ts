import type { Blocker, BlockerCode } from "~/domain/blockers";
import { paths } from "~/lib/paths";
import { wordBlocker } from "~/wording/blockers";

/** Reasons that one person alone can clear: the one named. */
const theirs: readonly BlockerCode[] = [
  "round_open",
  "interests",
  "approval_expired",
];

/** Every reason why the newest work on a page may not be published now, for the command line and the API. */
export function gateAnswer(
  work: { slug: string; versionNumber: number | null },
  reasons: readonly Blocker[],
) {
  return {
    page: work.slug,
    version: work.versionNumber,
    publishable: reasons.length === 0,
    blockers: reasons.map((blocker) => worded(work.slug, blocker)),
  };
}

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

import type { PagePlay } from "./page-play";
import type { Stage } from "./stage";

/** A clinician whose hospital is paid for a study signs all the same: an editor ruled, in public words. */
export async function signWithInterest(
  stage: Stage,
  page: PagePlay,
): Promise<void> {
  await page.assign("maya", "jonas", "clinician");
  await page.accept("jonas");
  const answer = await stage.act<string>(
    "jonas",
    "answer_interests",
    ...[page.pageId, "institutional"],
    "Riverside Royal Infirmary is paid by a maker of medicines to recruit for a trial; I take no part in it.",
  );
  await stage.act(
    "maya",
    "rule_on_interests",
    ...[answer, true],
    "The trial pays the hospital and not the reviewer, and the other reviewers have no interests to declare.",
  );
  await page.approve("jonas");
}

/** Somebody without an account reads one version by a link, remarks and advises. */
export async function askOutside(stage: Stage, page: PagePlay): Promise<void> {
  const session = await stage.inviteOutside("maya", page.version.id, {
    email: "ines.duarte@example.org",
    name: "Ines Duarte",
    credentials: "MD, PhD",
    affiliation: "Hospital da Ribeira, Porto",
  });
  await stage.actOutside(
    session,
    "outside_comment",
    ...["", "Say from which age children of carriers are offered the test."],
  );
  await stage.actOutside(
    session,
    "outside_recommend",
    ...[page.version.sha, "publish_after_changes"],
    "Sound throughout. The age at which to begin is what families ask first, and it is missing.",
  );
}

/** The page for clinicians and the questions of their patients: what is published together falls together. */
export async function makeSet(
  stage: Stage,
  ...pages: PagePlay[]
): Promise<void> {
  await stage.act(
    "maya",
    "make_page_set",
    "BRCA1 and BRCA2, for clinicians and for families",
    pages.map(({ pageId }) => pageId),
  );
}

/** Confidential until the day on which it goes out: named readers only. */
export async function keepConfidential(
  stage: Stage,
  page: PagePlay,
): Promise<void> {
  const { day } = await stage.one<{ day: string }>(
    "SELECT desk.day_of(publish_at)::text AS day FROM desk.schedule WHERE page_id = $1",
    [page.pageId],
  );
  await stage.act("daniel", "set_confidential_until", page.pageId, day);
  await stage.act(
    "daniel",
    "name_confidential_reader",
    ...[page.pageId, stage.idOf("maya")],
  );
}

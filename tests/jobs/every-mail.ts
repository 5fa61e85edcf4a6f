import type { PagePlay, World } from "../support/world";

/**
 * Plays days at a desk that raise every kind of mail and deliver none: what
 * waits in the outbox, each with a reason that still holds. A new kind of mail
 * gets its act here.
 */
export async function raiseEveryMail(world: World): Promise<void> {
  await raisePublic(world);
  await raiseReview(world);
  await raiseAbsence(world);
  await raiseDiscussion(world);
  await raiseAnswer(world);
  await raiseSchedule(world);
  await raiseOfTheDesk(world);
  // Last, because a code is good for minutes.
  await raiseOutside(world);
}

/** What is public: published, an approval revoked, withdrawn, and one due soon. */
async function raisePublic(world: World): Promise<void> {
  const { stage } = world;
  await world.published("mlh1", { slug: "due-soon" });
  const silent = await inReview(world, "silent");
  await silent.assign("maya", "lina", "laboratory_scientist");
  await world.database.advance("310 days");
  const unanswered = await assignmentOf(world, silent, "lina");
  await world.rows("SELECT desk.lapse_assignment($1)", [unanswered]);
  await world.published("mlh1", { slug: "stays" });
  const page = await world.published("mlh1", { slug: "goes" });
  const grant = await stage.grant(
    ...(["jonas", "revoke_approval", page.version.sha] as const),
  );
  await stage.act(
    ...(["jonas", "revoke_approval", grant] as const),
    ...[await world.decisionOf(page, "jonas"), "remove_my_name", "I moved on."],
  );
  await stage.act("maya", "withdraw", page.pageId, "error", false, "Wrong.");
  const leaflet = await world.published("mlh1", { slug: "leaflet" });
  const clinical = await world.published("mlh1", { slug: "clinical" });
  const set = [leaflet.pageId, clinical.pageId];
  await stage.act("maya", "make_page_set", "MLH1 for everybody", set);
  await stage.act("maya", "withdraw", clinical.pageId, "error", false, "No.");
  const back = await world.published("mlh1", { slug: "comes-back" });
  await stage.act("maya", "withdraw", back.pageId, "error", false, "Wrong.");
  await stage.act("daniel", "reinstate", back.pageId, "It was right.");
  await stage.act("maya", "rename_page", back.pageId, "is-back", "A typo.");
  await stage.act("maya", "archive_page", silent.pageId, "Nobody needs it.");
}

async function inReview(world: World, slug: string): Promise<PagePlay> {
  const page = await world.play("mlh1", { slug }).write();
  return page.submit();
}

async function assignmentOf(
  world: World,
  page: PagePlay,
  name: "ngozi" | "lina" | "marta",
): Promise<string> {
  const [row] = await world.rows<{ id: string }>(
    "SELECT id FROM desk.assignment WHERE round_id = $1 AND reviewer_id = $2",
    [page.version.roundId, world.stage.idOf(name)],
  );
  return row?.id ?? "";
}

/** Asked, accepted, declined, reminded, given more time, changes requested. */
async function raiseReview(world: World): Promise<void> {
  const { stage } = world;
  const page = await inReview(world, "in-review");
  await page.assign("maya", "lina", "laboratory_scientist");
  await page.assign("maya", "marta", "laboratory_scientist");
  const declined = await assignmentOf(world, page, "marta");
  await stage.act("marta", "decline_assignment", declined, "");
  await stage.act(
    ...(["marta", "propose_colleague", declined, "Lee Park"] as const),
    ...["lee.park@example.org", "Knows the assay.", false],
  );
  const asked = await assignmentOf(world, page, "lina");
  const released = await inReview(world, "released");
  await released.assign("maya", "lina", "laboratory_scientist");
  await released.accept("lina");
  const dismissed = await assignmentOf(world, released, "lina");
  await stage.act("maya", "dismiss_assignment", dismissed);
  await stage.act("maya", "remind", asked);
  const { day } = await stage.one<{ day: string }>(
    "SELECT (desk.today() + 40)::text AS day",
    [],
  );
  await stage.act("maya", "extend_review_by", asked, day, "A holiday.");
  await page.assign("maya", "ngozi", "clinician");
  await page.accept("ngozi");
  await page.requestChanges("ngozi", "Say in how many.");
  const rested = await world.published("mlh1", { slug: "watched" });
  await stage.act(
    ...(["maya", "raise_watch_item", "reader_report", "page"] as const),
    ...[rested.page.slug, "A reader doubts it.", null, null, null],
  );
}

/** Somebody away: one review goes to their deputy, one has nobody to go to. */
async function raiseAbsence(world: World): Promise<void> {
  const { stage } = world;
  const days = await stage.one<{ from: string; until: string }>(
    "SELECT desk.today()::text AS from, (desk.today() + 3)::text AS until",
    [],
  );
  const deputy = { laboratory_scientist: stage.idOf("marta") };
  for (const [slug, deputies] of [
    ["handed-over", deputy],
    ["unheld", {}],
  ] as const) {
    const page = await inReview(world, slug);
    await page.assign("maya", "lina", "laboratory_scientist");
    const absence = await stage.act<string>(
      ...(["lina", "record_absence", stage.idOf("lina")] as const),
      ...[days.from, days.until, JSON.stringify(deputies)],
    );
    const asked = await assignmentOf(world, page, "lina");
    await world.rows("SELECT desk.hand_over_absent($1)", [asked]);
    await stage.act("lina", "end_absence", absence);
  }
}

/** A must-fix answered, closed and opened again, somebody named, suggestions. */
async function raiseDiscussion(world: World): Promise<void> {
  const { stage } = world;
  const page = await inReview(world, "discussed");
  await page.assign("maya", "jonas", "clinician");
  const comment = await page.mustFix(
    "jonas",
    "Loss of MLH1 in a tumour",
    "Say in how many.",
  );
  const named = [stage.idOf("tom")];
  await stage.act("tom", "reply_to_comment", comment, "About half.");
  await stage.act("jonas", "reply_to_comment", comment, "Is it?", named);
  await stage.act("maya", "close_comment", comment, "It is settled.");
  await stage.act("daniel", "close_comment", comment, "Settled indeed.");
  await stage.act("jonas", "reopen_comment", comment, "Not settled.");
  const draft = await stage.one<{
    id: string;
    revision: number;
    content: string;
  }>(
    "SELECT id, revision, content FROM desk.draft WHERE page_id = $1 AND closed_at IS NULL",
    [page.pageId],
  );
  const { id } = await stage.act<{ id: string }>(
    ...(["jonas", "save_suggestions", draft.id, draft.revision] as const),
    ...[null, draft.content],
  );
  await stage.act("tom", "close_suggestions", id);
}

/** A link for somebody without an account, and what they say. */
async function raiseOutside(world: World): Promise<void> {
  const page = await inReview(world, "read-outside");
  const [hash, session] = ["outside link", "outside session"];
  await world.database.auth.query(
    "SELECT desk.record_outside_key(desk.invite_outside_expert($1, $2, 'ines.duarte@example.org', 'Ines Duarte', '', '', 14), $3)",
    [world.stage.sessions.get("maya"), page.version.id, hash],
  );
  await world.database.auth.query("SELECT desk.open_outside_link($1, $2)", [
    ...[hash, session],
  ]);
  await world.database.app.query(
    "SELECT desk.outside_recommend($1, $2, 'publish', '')",
    [session, page.version.sha],
  );
  await raiseCode(world, page);
}

/** The same expert verified, asked to sign where the rules allow it, and asking for a code. */
async function raiseCode(world: World, page: PagePlay): Promise<void> {
  const { database, stage } = world;
  await database.owner.query(
    "ALTER TABLE desk.review_rules DISABLE TRIGGER USER",
  );
  await world.rows("UPDATE desk.review_rules SET allows_mailed_code = true");
  const { link, person } = await stage.one<{ link: string; person: string }>(
    "SELECT id AS link, person_id AS person FROM desk.outside_link WHERE page_id = $1",
    [page.pageId],
  );
  await stage.act(
    ...(["maya", "verify_expert", person, "clinician"] as const),
    "Called back at the hospital.",
  );
  const [hash, session] = ["signing link", "signing session"];
  await database.auth.query(
    "SELECT desk.record_outside_key(desk.ask_outside_to_sign($1, $2, 'clinician', 14), $3)",
    [stage.sessions.get("maya"), link, hash],
  );
  await database.auth.query("SELECT desk.open_outside_link($1, $2)", [
    ...[hash, session],
  ]);
  await world.rows("SELECT desk.outside_answer($1, true)", [session]);
  await world.rows("SELECT desk.outside_interests($1, 'none', '', '[]')", [
    session,
  ]);
  const asked = await stage.one<{ id: string; day: string }>(
    "SELECT id, (review_by + 20)::text AS day FROM desk.assignment WHERE reviewer_id = $1",
    [person],
  );
  await stage.act("maya", "remind", asked.id);
  await stage.act("maya", "extend_review_by", asked.id, asked.day, "A move.");
  await world.rows(
    "SELECT desk.outside_request_code($1, $2, 'request_changes')",
    [...[session, page.version.sha]],
  );
}

/** A reviewer's remark answered by the letter that goes with the next version. */
async function raiseAnswer(world: World): Promise<void> {
  const page = await inReview(world, "answered");
  await page.assign("maya", "jonas", "clinician");
  await page.mustFix("jonas", "Loss of MLH1 in a tumour", "Say in how many.");
  await page.rewrite((content) => ({
    ...content,
    changeNote: "Answers the reviewers.",
  }));
  await page.submit();
  const letter = [page.version.id, "Thank you.", "{}"];
  await world.stage.act("tom", "write_answer_letter", ...letter);
}

/** One schedule that its own hour refuses, and one that a rehearsal does. */
async function raiseSchedule(world: World): Promise<void> {
  const refused = await scheduled(world, "scheduled", "1 hour");
  const rehearsed = await scheduled(world, "rehearsed", "150 minutes");
  await world.database.advance("2 hours");
  await world.rows("SELECT desk.publish_due($1)", [refused]);
  await world.rows("SELECT desk.rehearse($1, '1 hour')", [rehearsed]);
}

/** A page scheduled to go out so long from now, that lost an approval since. */
async function scheduled(
  world: World,
  slug: string,
  from: string,
): Promise<string> {
  const { stage } = world;
  const page = await world.approved("mlh1", { slug });
  const { id, sha } = page.version;
  const { at } = await stage.one<{ at: Date }>(
    "SELECT desk.clock() + $1::interval AS at",
    [from],
  );
  const grant = await stage.grant("maya", "schedule", sha);
  const schedule = await stage.act<string>(
    ...(["maya", "schedule_publication", grant, id, sha, at] as const),
  );
  const answer = ["personal", "They pay me now."];
  await stage.act("jonas", "answer_interests", page.pageId, ...answer);
  return schedule;
}

/** An invitation, a mail that was given up, and the digest of the day. */
async function raiseOfTheDesk(world: World): Promise<void> {
  const { database, stage } = world;
  await database.auth.query("SELECT desk.record_invitation($1, $2)", [
    ...[stage.sessions.get("maya"), stage.idOf("priya")],
  ]);
  const [lost] = await world.rows<{ id: string }>(
    "SELECT id FROM desk.claim_mails(1)",
  );
  await world.rows(
    "SELECT desk.finish_mail($1, 1, 'failed', 'A subject', '', '', 'No such box')",
    [lost?.id],
  );
  await world.rows("SELECT desk.raise_due_alerts(), desk.remind_by_schedule()");
  await world.rows("SELECT desk.make_digests()");
}

import { countedApprovals, effectiveDue, shortOf } from "./approvals";
import { blockersOf } from "./blockers";
import { plusDays } from "./calendar";
import type { Desk } from "./desk";
import { paragraph, missingFrom } from "./documents";
import type { Doc, Draft, Page, Person, Version } from "./facts";
import { openToKey } from "./keying";
import { keyAgain } from "./keying-steps";
import { editorsOf } from "./make-world";
import { merged } from "./merge";
import {
  openCorrection,
  openDraft,
  openRereview,
  rebaseDraft,
  saveDraft,
  submitVersion,
} from "./page-steps";
import { answerInterests, declareInterests } from "./people-steps";
import { publish, recordRun, reinstate, schedule } from "./publication-steps";
import type { Random } from "./random";
import { lapse, lapsesOn, nameAlternates } from "./request-steps";
import {
  assign,
  closeMustFix,
  mayBeAsked,
  reaffirm,
  respond,
  revoke,
  sign,
} from "./review-steps";
import {
  holds,
  interestsOf,
  isOwnWork,
  latestOf,
  liveOf,
  mayWrite,
  newestDecisions,
  stopsPublisher,
} from "./standing";
import type { Step } from "./step";
import { passTo } from "./pass-time";

/**
 * The next sensible command on the way to a publication, as a good desk would
 * have it; null where nothing helps any more.
 */
export function nextSensible(
  desk: Desk,
  page: Page,
  random: Random,
): Step | null {
  if (page.isArchived) return null;
  const turn = upset(desk, page, random);
  if (turn) return turn;
  const open = page.versions.filter((v) => v.round.closed === null);
  const version = random.pickOrNull(open);
  const isBehind =
    version !== null &&
    liveOf(page) !== null &&
    version.basedOn !== liveOf(page);
  if (version && !isBehind) return inReview(desk, version, random);
  const last = page.publications.at(-1);
  if (last?.withdrawn && !last.withdrawn.isPermanent && random.happens(0.6)) {
    const others = editorsOf(desk).filter((p) => p.id !== last.withdrawn?.by);
    const editor = random.pickOrNull(others);
    const isChecked = !blockersOf(
      desk.history,
      last.version,
      desk.now(),
      last,
    ).has("findings_blocking");
    if (editor && isChecked) return reinstate(desk, editor, page);
    if (editor)
      return recordRun(desk, last.version, desk.history.world.checksRules, []);
  }
  return towardsSubmission(desk, page, random);
}

/** What befalls a live page now and then: its days pass, or trust does. */
function upset(desk: Desk, page: Page, random: Random): Step | null {
  const isPartial = page.versions.some(
    ({ round }) => round.closed === null && round.kind !== "full_review",
  );
  if (random.happens(isPartial ? 0.2 : 0.06)) return passTo(desk, page, random);
  const pending = (page.versions.at(-1)?.decisions ?? []).filter(
    ({ verdict, revoked }) => verdict === "approve" && revoked === null,
  );
  const approval = random.happens(0.08)
    ? random.pickOrNull(liveOf(page)?.approvals ?? [])
    : random.pickOrNull(random.happens(0.02) ? pending : []);
  if (!approval) return null;
  const kinds = ["unsafe", "unsafe", "no_longer_stand_behind"];
  const kind = random.pick([...kinds, "remove_my_name"]);
  return revoke(desk, approval.person, approval, kind, "none");
}

function towardsSubmission(
  desk: Desk,
  page: Page,
  random: Random,
): Step | null {
  const live = liveOf(page);
  const writers = desk.history.people.filter(
    (p) => p.isActive && mayWrite(p, page),
  );
  const writer = random.pickOrNull(writers);
  const main = openDraft(page, "main");
  if (!writer || !main) return null;
  const editor = random.pick([...editorsOf(desk), writer]);
  if (live && random.happens(0.25)) return openRereview(desk, editor, page);
  const correction = openDraft(page, "correction");
  if (live && !correction && random.happens(0.25)) {
    const block = random.pick(live.version.doc.body.content);
    return openCorrection(desk, writer, page, [block.attrs.id]);
  }
  const draft =
    correction?.basedOn === live && correction && random.happens(0.7)
      ? correction
      : main;
  if (live && draft === main && main.basedOn !== live)
    return rebaseDraft(
      desk,
      writer,
      page,
      merged(main.basedOn?.version.doc ?? null, main.doc, live.version.doc),
    );
  const newest = page.versions.filter((v) => v.draft === draft).at(-1);
  const lacks = missingFrom(desk.history, page, draft.doc).length > 0;
  const isStale =
    newest !== undefined && newest.draftRevision === draft.revision;
  if (lacks || isStale || (draft !== main && draft.revision === 1))
    return saveDraft(
      desk,
      writer,
      page,
      draft.line,
      improved(page, draft, writer, random),
      false,
    );
  return submission(desk, page, draft, editor, random);
}

function submission(
  desk: Desk,
  page: Page,
  draft: Draft,
  who: Person,
  random: Random,
): Step {
  const live = liveOf(page);
  const rules = desk.history.world.rules.get(page.kind);
  const clinical = (rules?.needs ?? []).filter(
    (n) => n.expertise !== "medical_editor",
  );
  const changed = draft.doc.body.content
    .filter(
      (b) =>
        !live?.version.doc.body.content.some(
          (c) => JSON.stringify(c) === JSON.stringify(b),
        ),
    )
    .map(({ attrs }) => attrs.id);
  const isPartial = live !== null && draft.line === "main";
  const kind =
    draft.line === "correction"
      ? "safety_correction"
      : isPartial && random.happens(0.6)
        ? random.pick(["update", "copy_fix"] as const)
        : "full_review";
  return submitVersion(desk, who, page, {
    line: draft.line,
    kind,
    scope: kind === "full_review" ? [] : changed,
    expertise:
      kind === "safety_correction"
        ? (random.pickOrNull(clinical)?.expertise ?? null)
        : null,
    confirms: random.happens(0.8),
  });
}

const givingWords = "We give";

/** A sentence with a value in it, whose other words are always the same. */
export function givingOf(random: Random): string {
  const same = ["20 mg", "20mg", "20 mg", "25 mg"];
  const value = random.pick([...same, "0.5 mg", "G2032R", "12 years", "30 %"]);
  return `${givingWords} ${value} a day.`;
}

/** The draft with what it lacks, and some new words. */
export function improved(
  page: Page,
  draft: Draft,
  writer: Person,
  random: Random,
): Doc {
  const { doc } = draft;
  const scoped = doc.body.content.filter(
    (b) => draft.line === "main" || draft.scope.includes(b.attrs.id),
  );
  const target = random.pickOrNull(scoped)?.attrs.id ?? "b0";
  const news = `New words ${draft.revision} of ${draft.line}, ${random.whole(1, 999)}.`;
  const hasDoses = JSON.stringify(doc.body).includes(givingWords);
  const words = hasDoses ? `${news} ${givingOf(random)}` : news;
  const content = doc.body.content.map((b) =>
    b.attrs.id === target ? paragraph(target, words) : b,
  );
  const head =
    draft.line === "correction"
      ? doc
      : {
          ...doc,
          title: doc.title || "A title again",
          kind: page.kind,
          language: page.language,
          audience: "clinicians",
          jurisdictions: ["GB-ENG"],
          topics:
            doc.topics.length > 0
              ? doc.topics
              : [{ type: "gene", code: null, label: "ROS1" }],
          credits: doc.credits.some((c) => c.role === "author" && c.personId)
            ? doc.credits
            : [{ personId: writer.id, name: writer.name, role: "author" }],
          aiUse: {
            level: "none",
            ...{ tool: null, usedOn: null, drafterId: null, verifierId: null },
          },
          changeNote: doc.changeNote || "Words again",
        };
  return {
    ...head,
    body: {
      type: "doc",
      content: content.length > 0 ? content : [paragraph("b0", words)],
    },
  };
}

function inReview(desk: Desk, version: Version, random: Random): Step | null {
  const { page, round } = version;
  const { people, world } = desk.history;
  const today = desk.today();
  const editor = random.pickOrNull(editorsOf(desk));
  if (!editor) return null;
  const undeclared = people.find(
    (p) =>
      p.isActive &&
      (version.doc.credits.some((c) => c.personId === p.id) ||
        round.assignments.some(
          (a) => a.reviewer === p && a.state === "accepted",
        )) &&
      interestsOf(p, page, today) === "missing",
  );
  if (undeclared && random.happens(0.8))
    return undeclared.declaredUntil === null || undeclared.declaredUntil < today
      ? declareInterests(desk, undeclared)
      : answerInterests(desk, undeclared, page, "none");
  const counted = countedApprovals(world, version, desk.now());
  const steps = round.needs
    .filter((n) => shortOf(version, counted).includes(n.expertise))
    .map(({ step }) => step);
  const due = round.needs.filter((n) => n.step === Math.min(...steps));
  for (const { expertise } of random.shuffled(due)) {
    if (!shortOf(version, counted).includes(expertise)) continue;
    const asked = round.assignments.filter((a) => a.expertise === expertise);
    const open = asked.find((a) => ["invited", "accepted"].includes(a.state));
    if (open?.state === "invited") {
      const isLate = lapsesOn(world, open.respondBy) <= today;
      if (isLate && random.happens(0.6)) return lapse(desk, version, open);
      const free = people.filter((p) =>
        mayBeAsked(desk, version, expertise, p),
      );
      if (free.length > 0 && random.happens(0.15))
        return nameAlternates(
          ...([desk, editor, version, expertise] as const),
          random.shuffled(free).slice(0, random.whole(1, 2)),
        );
      if (random.happens(0.06))
        return respond(desk, open.reviewer, version, open, "decline");
    }
    if (open?.state === "invited")
      return respond(desk, open.reviewer, version, open, "accept");
    if (open) return signing(desk, version, open, random);
    const aged = newestDecisions(version).find(
      (d) =>
        d.expertise === expertise &&
        d.verdict === "approve" &&
        !d.revoked &&
        !counted.includes(d) &&
        holds(d.person, expertise),
    );
    if (aged && random.happens(0.5))
      return reaffirm(desk, aged.person, aged, "none");
    const free = people.filter(
      (p) =>
        holds(p, expertise) &&
        (!isOwnWork(version, p) || random.happens(0.3)) &&
        interestsOf(p, page, today) !== "excluded" &&
        !round.assignments.some(
          (a) =>
            a.reviewer === p && !["declined", "dismissed"].includes(a.state),
        ),
    );
    const reviewer = random.pickOrNull(free);
    if (reviewer)
      return assign(desk, editor, version, expertise, reviewer, null);
  }
  return lastMile(desk, version, editor, random);
}

function lastMile(
  desk: Desk,
  version: Version,
  editor: Person,
  random: Random,
): Step {
  const { page, round } = version;
  const open = round.assignments.find((a) =>
    ["invited", "accepted"].includes(a.state),
  );
  if (open?.state === "accepted" && random.happens(0.7))
    return signing(desk, version, open, random);
  if (open) return respond(desk, editor, version, open, "dismiss");
  const comment = page.comments.find(
    (c) => c.version.draft === version.draft && !c.isClosed,
  );
  if (comment) return closeMustFix(desk, comment.raisedBy, comment);
  const request = newestDecisions(version).find(
    (d) => d.verdict === "request_changes",
  );
  const mind = round.assignments.find(
    (a) => a.reviewer === request?.person && a.state === "done",
  );
  if (mind && random.happens(0.5)) return signing(desk, version, mind, random);
  const blockers = blockersOf(desk.history, version, desk.now());
  if (blockers.has("outsider_missing") && random.happens(0.7)) {
    const outside = random.shuffled(round.needs).flatMap(({ expertise }) =>
      desk.history.people
        .filter((p) => p.affiliation === "South")
        .filter((p) => mayBeAsked(desk, version, expertise, p))
        .map((reviewer) => ({ expertise, reviewer })),
    );
    const asked = random.pickOrNull(outside);
    if (asked)
      return assign(
        ...([desk, editor, version, asked.expertise] as const),
        ...([asked.reviewer, null] as const),
      );
  }
  if (blockers.has("findings_blocking"))
    return recordRun(desk, version, desk.history.world.checksRules, []);
  if (
    stopsPublisher(editor, page, desk.today()) &&
    interestsOf(editor, page, desk.today()) === "missing" &&
    random.happens(0.8)
  )
    return declareInterests(desk, editor);
  if (random.happens(0.15))
    return schedule(desk, editor, version, random.whole(60, 864_000), "none");
  return publish(desk, editor, version);
}

function signing(
  desk: Desk,
  version: Version,
  assignment: Version["round"]["assignments"][number],
  random: Random,
): Step {
  const today = desk.today();
  if (openToKey(version, assignment).length > 0 && random.happens(0.8)) {
    const typing = [random.pick(["as_said", "otherwise"] as const)];
    return keyAgain(
      ...([desk, assignment.reviewer, version, assignment] as const),
      ...([typing, false] as const),
    );
  }
  const latest = latestOf(version.page);
  const soonest = latest ? effectiveDue(latest) : null;
  const isEarlier = random.happens(0.2);
  return sign(desk, assignment.reviewer, version, assignment, {
    verdict: random.happens(0.94) ? "approve" : "request_changes",
    evidence: plusDays(today, -random.whole(0, 60)),
    due: isEarlier
      ? plusDays(today, random.whole(1, soonest && soonest > today ? 40 : 25))
      : null,
    grant: "none",
    seesOtherWords: false,
  });
}

import { effectiveDue } from "./approvals";
import { plusDays } from "./calendar";
import type { Desk } from "./desk";
import { paragraph } from "./documents";
import type { Doc, Finding, Page, Person, Version } from "./facts";
import { improved } from "./guide";
import { merged } from "./merge";
import * as pages from "./page-steps";
import { passTo } from "./pass-time";
import * as people from "./people-steps";
import * as publications from "./publication-steps";
import type { Random } from "./random";
import * as requests from "./request-steps";
import * as reviews from "./review-steps";
import { isEditor, liveOf, mayWrite } from "./standing";
import type { GrantFault, Step } from "./step";

type Chooser = (desk: Desk, page: Page, random: Random) => Step | null;

const faults: GrantFault[] = [
  ...(["missing", "expired", "used", "other_person"] as const),
  ...(["other_session", "other_act", "other_hash"] as const),
];
const grantOf = (random: Random): GrantFault =>
  random.happens(0.6) ? "none" : random.pick(faults);

/** Mostly somebody who may, now and then anybody at all. */
function oneOf(
  desk: Desk,
  random: Random,
  may: (person: Person) => boolean,
): Person {
  const able = desk.history.people.filter((p) => p.isActive && may(p));
  return random.happens(0.8)
    ? (random.pickOrNull(able) ?? random.pick(desk.history.people))
    : random.pick(desk.history.people);
}

const version = (page: Page, random: Random): Version | null =>
  random.happens(0.7)
    ? (page.versions.at(-1) ?? null)
    : random.pickOrNull(page.versions);

const anyAssignment = (page: Page, random: Random) => {
  const all = page.versions.flatMap((v) =>
    v.round.assignments.map((assignment) => ({ v, assignment })),
  );
  return random.happens(0.7) ? (all.at(-1) ?? null) : random.pickOrNull(all);
};

/** A document changed in one way that a gate should notice, or not. */
function altered(desk: Desk, doc: Doc, random: Random): Doc {
  const content = doc.body.content;
  const body = (blocks: Doc["body"]["content"]): Doc => ({
    ...doc,
    body: { type: "doc", content: blocks },
  });
  const somebody = random.pick(desk.history.people);
  const changes: (() => Doc)[] = [
    () => body(content.slice(1)),
    () => body([...content].reverse()),
    () =>
      body([
        ...content,
        paragraph(`n${random.whole(100, 9_999)}`, "A new block."),
      ]),
    () => ({ ...doc, title: random.pick(["", "Another title"]) }),
    () => ({ ...doc, changeNote: random.pick(["", "Why it changed"]) }),
    () => ({ ...doc, topics: [] }),
    () => ({ ...doc, jurisdictions: [] }),
    () => ({ ...doc, audience: "nobody" }),
    () => ({ ...doc, language: "de" }),
    () => ({
      ...doc,
      credits: [
        ...doc.credits,
        {
          personId: random.happens(0.5) ? somebody.id : null,
          name: ` ${somebody.name.toUpperCase()}`.replace(" ", "  "),
          role: "contributor",
        },
      ],
    }),
    () => ({ ...doc, credits: doc.credits.slice(1) }),
    () => ({
      ...doc,
      aiUse: {
        level: random.pick([
          "unknown",
          "language",
          "draft_assist",
          "generated",
        ]),
        tool: random.pick(["A model", null]),
        usedOn: "2026-01-01",
        drafterId: random.pick([null, somebody.id]),
        verifierId: random.pick([null, random.pick(desk.history.people).id]),
      },
    }),
  ];
  return random.pick(changes)();
}

const lineOf = (page: Page, random: Random) =>
  pages.openDraft(page, "correction") && random.happens(0.5)
    ? "correction"
    : "main";

function findings(page: Page, random: Random): Omit<Finding, "id">[] {
  return Array.from({ length: random.whole(0, 2) }, () => ({
    rule: random.pick(["G1", "P2", "T14", "C3", "R2", "AI1"]),
    severity: random.pick(["blocks", "blocks", "warns", "hints"]),
    excerpt: random.pick(["20 mg", "G2023R"]),
    blockId: random.pick(["b0", "b1", null, "none-such"]),
  }));
}

const choosers: [weight: number, chooser: Chooser][] = [
  [4, (desk, page, random) => passTo(desk, page, random)],
  [
    6,
    (desk, page, random) => {
      const line = lineOf(page, random);
      const draft = pages.openDraft(page, line);
      const who = oneOf(desk, random, (p) => mayWrite(p, page));
      if (!draft) return null;
      const doc = random.happens(0.4)
        ? improved(page, draft, who, random)
        : random.happens(0.1)
          ? draft.doc
          : altered(desk, draft.doc, random);
      const isStale = random.happens(0.08);
      return pages.saveDraft(desk, who, page, line, doc, isStale);
    },
  ],
  [
    1,
    (desk, page, random) =>
      pages.changeAuthor(
        desk,
        oneOf(desk, random, (p) => mayWrite(p, page)),
        page,
        random.pick(desk.history.people),
        random.happens(0.7),
      ),
  ],
  [
    1,
    (desk, page, random) =>
      pages.handOver(
        desk,
        oneOf(desk, random, isEditor),
        page,
        random.pick(desk.history.people),
      ),
  ],
  [
    5,
    (desk, page, random) => {
      const live = liveOf(page);
      const blocks = live?.version.doc.body.content ?? [];
      const ids = blocks.map(({ attrs }) => attrs.id);
      const line = lineOf(page, random);
      return pages.submitVersion(
        desk,
        oneOf(desk, random, (p) => mayWrite(p, page)),
        page,
        {
          line,
          kind:
            line === "correction" && random.happens(0.8)
              ? "safety_correction"
              : random.pick(["full_review", "update", "copy_fix"] as const),
          scope: random.happens(0.2)
            ? ["(metadata)", "(order)", ...ids]
            : random.shuffled(ids).slice(0, random.whole(0, ids.length)),
          expertise: random.pick([
            ...["clinician", "laboratory_scientist", "medical_editor"],
            null,
          ]),
          confirms: random.happens(0.4),
        },
      );
    },
  ],
  [
    2,
    (desk, page, random) => {
      const of = version(page, random);
      const who = oneOf(desk, random, (p) => mayWrite(p, page));
      return of && pages.takeBack(desk, who, of);
    },
  ],
  [
    2,
    (desk, page, random) =>
      pages.openRereview(
        desk,
        oneOf(desk, random, (p) => mayWrite(p, page)),
        page,
      ),
  ],
  [
    3,
    (desk, page, random) => {
      const who = oneOf(desk, random, (p) => mayWrite(p, page));
      const scope = [random.pick(["b0", "b1", "b2", "none-such"])];
      return random.happens(0.75)
        ? pages.openCorrection(desk, who, page, scope)
        : pages.dropCorrection(desk, who, page);
    },
  ],
  [
    2,
    (desk, page, random) => {
      const draft = pages.openDraft(page, "main");
      const live = liveOf(page);
      if (!draft) return null;
      const base = draft.basedOn?.version.doc ?? null;
      const plain = live
        ? merged(base, draft.doc, live.version.doc)
        : draft.doc;
      const doc = random.pick([
        plain,
        { ...draft.doc, body: live?.version.doc.body ?? draft.doc.body },
        draft.doc,
        altered(desk, plain, random),
      ]);
      const who = oneOf(desk, random, (p) => mayWrite(p, page));
      return pages.rebaseDraft(desk, who, page, doc);
    },
  ],
  [
    6,
    (desk, page, random) => {
      const of = version(page, random);
      if (!of) return null;
      const asked = of.round.needs.map(({ expertise }) => expertise);
      const requests = of.decisions.filter(
        ({ verdict }) => verdict === "request_changes",
      );
      const request = random.happens(0.7) ? random.pickOrNull(requests) : null;
      const expertise =
        request && random.happens(0.9)
          ? request.expertise
          : random.pick([...asked, "pharmacist"]);
      const reviewer = oneOf(
        desk,
        random,
        (p) => p.expertise.has(expertise) || expertise === "colleague",
      );
      const who = oneOf(desk, random, isEditor);
      return reviews.assign(desk, who, of, expertise, reviewer, request);
    },
  ],
  [
    3,
    (desk, page, random) => {
      const found = anyAssignment(page, random);
      const response = random.pick(["accept", "decline", "dismiss"] as const);
      if (!found) return null;
      const { v, assignment } = found;
      const who =
        response === "dismiss"
          ? oneOf(desk, random, isEditor)
          : oneOf(desk, random, (p) => p === assignment.reviewer);
      return reviews.respond(desk, who, v, assignment, response);
    },
  ],
  [
    2,
    (desk, page, random) => {
      const of = version(page, random);
      if (!of) return null;
      const asked = of.round.needs.map(({ expertise }) => expertise);
      const expertise = random.pick(asked);
      const able = desk.history.people.filter((p) =>
        p.expertise.has(expertise),
      );
      return requests.nameAlternates(
        ...([desk, oneOf(desk, random, isEditor), of, expertise] as const),
        random.happens(0.9)
          ? random.shuffled(able).slice(0, random.whole(1, 3))
          : [random.pick(desk.history.people)],
      );
    },
  ],
  [
    6,
    (desk, page, random) => {
      const found = anyAssignment(page, random);
      if (!found) return null;
      const { v, assignment } = found;
      const who = oneOf(desk, random, isEditor);
      const able = desk.history.people.filter((p) =>
        p.expertise.has(assignment.expertise),
      );
      const other = random.pickOrNull(able) ?? who;
      const days = random.pick([-1, 0, 1, 14, 90, 366]);
      return random.pick([
        () => requests.lapse(desk, v, assignment),
        () => requests.standIn(desk, who, v, assignment, other),
        () =>
          requests.extendReviewBy(
            ...([desk, who, v, assignment] as const),
            plusDays(random.pick([desk.today(), assignment.reviewBy]), days),
          ),
      ])();
    },
  ],
  [
    7,
    (desk, page, random) => {
      const found = anyAssignment(page, random);
      if (!found) return null;
      const { v, assignment } = found;
      const today = desk.today();
      const who = random.happens(0.9)
        ? assignment.reviewer
        : random.pick(desk.history.people);
      const interval = v.round.rules.interval;
      return reviews.sign(desk, who, v, assignment, {
        verdict: random.happens(0.6) ? "approve" : "request_changes",
        evidence: random.happens(0.8)
          ? plusDays(today, -random.whole(0, 90))
          : random.pick([
              ...[null, plusDays(today, 1)],
              ...[plusDays(today, -365), plusDays(today, -366)],
            ]),
        due: random.happens(0.6)
          ? null
          : plusDays(today, random.pick([0, 1, 20, 31 * interval, 700])),
        grant: grantOf(random),
        seesOtherWords: random.happens(0.1),
      });
    },
  ],
  [
    2,
    (desk, page, random) => {
      const all = page.versions.flatMap((v) => v.decisions);
      const decision = random.pickOrNull(all);
      if (!decision) return null;
      const who = oneOf(desk, random, (p) => p === decision.person);
      return reviews.reaffirm(desk, who, decision, grantOf(random));
    },
  ],
  [
    5,
    (desk, page, random) => {
      const public_ = liveOf(page)?.approvals ?? [];
      const all = page.versions.flatMap((v) => v.decisions);
      const decision = random.pickOrNull(
        public_.length > 0 && random.happens(0.6) ? public_ : all,
      );
      if (!decision) return null;
      const who = oneOf(desk, random, (p) => p === decision.person);
      const kind = random.pick([
        ...["unsafe", "no_longer_stand_behind", "remove_my_name"],
      ]);
      return reviews.revoke(desk, who, decision, kind, grantOf(random));
    },
  ],
  [
    2,
    (desk, page, random) => {
      const of = version(page, random);
      if (!of) return null;
      const asked = of.round.assignments.map(({ reviewer }) => reviewer);
      const who = oneOf(desk, random, (p) => isEditor(p) || asked.includes(p));
      return reviews.raiseMustFix(desk, who, of);
    },
  ],
  [
    3,
    (desk, page, random) => {
      const comment = random.pickOrNull(page.comments);
      if (!comment) return null;
      const who = oneOf(
        desk,
        random,
        (p) => isEditor(p) || p.expertise.has(comment.expertise ?? ""),
      );
      return reviews.closeMustFix(desk, who, comment);
    },
  ],
  [
    2,
    (desk, page, random) =>
      people.answerInterests(
        desk,
        random.pick(desk.history.people),
        page,
        random.pick(["none", "none", "institutional", "personal"] as const),
      ),
  ],
  [
    1,
    (desk, page, random) =>
      people.declareInterests(desk, random.pick(desk.history.people)),
  ],
  [
    2,
    (desk, page, random) => {
      const answer = random.pickOrNull(
        page.answers.filter(({ level }) => level !== "none"),
      );
      const who = oneOf(desk, random, isEditor);
      const isAccepted = random.happens(0.7);
      return (
        answer && people.ruleOnInterests(desk, who, page, answer, isAccepted)
      );
    },
  ],
  [
    2,
    (desk, page, random) => {
      const whom = random.pick(desk.history.people);
      const roles = random.shuffled([
        ...["author", "reviewer", "editor", "clinical_lead"],
      ]);
      const expertise = random.shuffled([
        ...["clinician", "laboratory_scientist", "medical_editor"],
      ]);
      return people.setRoles(
        desk,
        oneOf(desk, random, (p) => p.roles.has("admin")),
        whom,
        [...roles.slice(0, random.whole(1, 2)), ...whom.roles].filter(
          (r, n, all) => all.indexOf(r) === n,
        ),
        expertise.slice(0, random.whole(0, 3)),
      );
    },
  ],
  [
    1,
    (desk, page, random) =>
      people.deactivate(
        desk,
        oneOf(desk, random, (p) => p.roles.has("admin")),
        random.pick(desk.history.people),
        random.happens(0.5) ? random.pick(desk.history.people) : null,
      ),
  ],
  [
    1,
    (desk, page, random) => {
      const kind = page.kind;
      const needs = desk.history.world.rules.get(kind)?.needs ?? [];
      return people.setReviewRules(
        desk,
        oneOf(desk, random, (p) => p.roles.has("clinical_lead")),
        kind,
        {
          interval: random.pick([1, 2, 6, 12, 24]),
          respond: 5,
          review: 14,
          signature: random.whole(20, 90),
          grace: random.pick([0, 7, 30, 180]),
          needs,
          asksOutsider: random.happens(0.25),
        },
      );
    },
  ],
  [
    3,
    (desk, page, random) => {
      const of = version(page, random);
      const rules = random.happens(0.9)
        ? desk.history.world.checksRules
        : "rules-0";
      return (
        of && publications.recordRun(desk, of, rules, findings(page, random))
      );
    },
  ],
  [
    3,
    (desk, page, random) => {
      const found = page.versions.flatMap((v) =>
        v.runs.flatMap((r) => r.findings.map((finding) => ({ v, finding }))),
      );
      const chosen = random.pickOrNull(found);
      if (!chosen) return null;
      const who = oneOf(desk, random, (p) => p.expertise.size > 0);
      return publications.setAside(desk, who, chosen.v, chosen.finding);
    },
  ],
  [
    5,
    (desk, page, random) => {
      const of = version(page, random);
      return (
        of && publications.publish(desk, oneOf(desk, random, isEditor), of)
      );
    },
  ],
  [
    2,
    (desk, page, random) => {
      const of = version(page, random);
      const seconds = random.pick([-60, 3_600, 86_400, 864_000]);
      const who = oneOf(desk, random, isEditor);
      return (
        of && publications.schedule(desk, who, of, seconds, grantOf(random))
      );
    },
  ],
  [
    3,
    (desk, page, random) => {
      const due = random.pickOrNull(page.schedules);
      if (!due) return null;
      return random.happens(0.7)
        ? publications.publishDue(desk, due)
        : publications.cancelSchedule(desk, oneOf(desk, random, isEditor), due);
    },
  ],
  [
    3,
    (desk, page, random) =>
      publications.withdraw(
        desk,
        oneOf(desk, random, isEditor),
        page,
        random.pick(["unsafe", "error", "out_of_date"]),
        random.happens(0.15),
      ),
  ],
  [
    2,
    (desk, page, random) =>
      publications.reinstate(desk, oneOf(desk, random, isEditor), page),
  ],
  [
    2,
    (desk, page, random) =>
      publications.withholdBlock(
        desk,
        oneOf(desk, random, isEditor),
        page,
        random.pick(["b0", "b1", "none-such"]),
      ),
  ],
  [
    1,
    (desk, page, random) => {
      const withheld = random.pickOrNull(page.withheld);
      const who = oneOf(desk, random, isEditor);
      return withheld && publications.returnBlock(desk, who, withheld);
    },
  ],
  [
    1,
    (desk, page, random) =>
      publications.putUpNotice(desk, oneOf(desk, random, isEditor), page),
  ],
  [
    3,
    (desk, page, random) => {
      const live = liveOf(page);
      const days = random.pick([13, 14, 30, 90, 200]);
      const day =
        live && random.happens(0.3)
          ? effectiveDue(live)
          : plusDays(desk.today(), days);
      const who = oneOf(desk, random, (p) => mayWrite(p, page));
      const bring =
        days === 30 || days === 200
          ? publications.triageForward
          : publications.bringForward;
      return bring(desk, who, page, day);
    },
  ],
  [
    0.3,
    (desk, page, random) =>
      publications.archive(desk, oneOf(desk, random, isEditor), page),
  ],
  [
    1,
    (desk, page, random) => {
      const used = random.pick([...desk.history.world.addresses]);
      const mark = `${page.id.slice(0, 8)}-${random.whole(1, 99)}`;
      const slug = random.pick([used, `named-${mark}`, `named-${mark}`, "No"]);
      const who = oneOf(desk, random, isEditor);
      return pages.renamePage(desk, who, page, slug);
    },
  ],
  [
    2,
    (desk, page, random) =>
      publications.nameConfidant(
        ...([desk, oneOf(desk, random, isEditor), page] as const),
        oneOf(desk, random, isEditor),
      ),
  ],
  [
    1,
    (desk, page, random) =>
      publications.keepConfidential(
        desk,
        oneOf(desk, random, isEditor),
        page,
        random.happens(0.5) ? null : plusDays(desk.today(), random.whole(0, 9)),
      ),
  ],
];

const total = choosers.reduce((sum, [weight]) => sum + weight, 0);

/** Any command at all, by anybody; null where its kind makes no sense yet. */
export function anything(desk: Desk, page: Page, random: Random): Step | null {
  let left = (random.whole(0, 9_999) / 10_000) * total;
  for (const [weight, chooser] of choosers) {
    left -= weight;
    if (left < 0) return chooser(desk, page, random);
  }
  return null;
}

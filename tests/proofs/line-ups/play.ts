import { plusDays } from "../../model/calendar";
import { deskOf } from "../../model/desk";
import { paragraph } from "../../model/documents";
import { spellDoc, type Doc, type Round, type World } from "../../model/facts";
import { addPeople, historyIn } from "../../model/make-world";
import * as pages from "../../model/page-steps";
import { publish, recordRun } from "../../model/publication-steps";
import * as reviews from "../../model/review-steps";
import { isEditor, isOnTeam } from "../../model/standing";
import type { TestDatabase } from "../../support/database";
import { cast, Stage, type Name } from "./stage";

type Suggestion = {
  set: { id: string; revision: number };
  words: string;
  before: Doc;
  proposed: Doc;
};

/** A line-up on its stage, played step by step: sent, asked, signed, published. */
export class Play extends Stage {
  static async open(
    db: TestDatabase,
    world: World,
    mark: string,
  ): Promise<Play> {
    const everybody = await addPeople(db, mark, cast);
    return new Play(deskOf(db, historyIn(world, everybody)), mark);
  }

  async submit(
    by: Name = "ann",
    kind: Round["kind"] = "full_review",
    more: Partial<pages.Submission> = {},
  ): Promise<void> {
    await this.take(
      pages.submitVersion(this.desk, this.who(by), this.page, {
        line: kind === "safety_correction" ? "correction" : "main",
        ...{ kind, scope: [], expertise: null, confirms: false },
        ...more,
      }),
    );
  }

  async ask(first: Name, as: string, answers: Name | null = null) {
    const { desk, version } = this;
    const request = version.decisions.find(
      (d) => answers !== null && d.person === this.who(answers),
    );
    await this.take(
      reviews.assign(
        ...([desk, this.who("eva"), version, as, this.who(first)] as const),
        request ?? null,
      ),
    );
  }

  async respond(
    first: Name,
    response: "accept" | "decline" | "dismiss",
  ): Promise<void> {
    const { desk, version } = this;
    const by = response === "dismiss" ? "eva" : first;
    const asked = this.assignmentOf(first);
    await this.take(
      reviews.respond(desk, this.who(by), version, asked, response),
    );
  }

  async sign(
    first: Name,
    verdict: "approve" | "request_changes" = "approve",
  ): Promise<void> {
    const { desk, version } = this;
    await this.take(
      reviews.sign(
        ...([
          desk,
          this.who(first),
          version,
          this.assignmentOf(first),
        ] as const),
        {
          ...{ verdict, due: null, grant: "none", seesOtherWords: false },
          evidence: plusDays(desk.today(), -3),
        },
      ),
    );
  }

  /** Asked, accepting and signing. */
  async review(
    first: Name,
    as: string,
    verdict: "approve" | "request_changes" = "approve",
  ): Promise<void> {
    await this.ask(first, as);
    await this.respond(first, "accept");
    await this.sign(first, verdict);
  }

  /** The panel of every clinician page: lab, clinician, then medical editor. */
  async publishWith(clinician: Name = "carl"): Promise<void> {
    await this.review("lars", "laboratory_scientist");
    await this.review(clinician, "clinician");
    await this.review("mary", "medical_editor");
    await this.publish();
  }

  async publish(): Promise<void> {
    const { desk, version } = this;
    await this.declare("eva");
    await this.take(recordRun(desk, version, "rules-1", []));
    await this.take(publish(desk, this.who("eva"), version));
  }

  /** Somebody without an account reads by a link, and recommends what they read. */
  async readOutside(first: Name): Promise<void> {
    const { desk, version } = this;
    const who = this.who(first);
    const [hash, session] = [`link ${who.id}`, `session ${who.id}`];
    const address = `${who.name.replaceAll(" ", ".")}@example.org`;
    await desk.db.auth.query(
      "SELECT desk.record_outside_key(desk.invite_outside_expert($1, $2, $3, $4, '', '', 14), $5)",
      [this.who("eva").session, version.id, address, who.name, hash],
    );
    await desk.db.auth.query("SELECT desk.open_outside_link($1, $2)", [
      ...[hash, session],
    ]);
    await desk.db.app.query(
      "SELECT desk.outside_recommend($1, $2, 'publish', '')",
      [session, version.sha],
    );
  }

  /** Whether the rules, as if they had always said so, let codes be mailed. */
  async letCodes(may: boolean): Promise<void> {
    await this.owner("ALTER TABLE desk.review_rules DISABLE TRIGGER USER");
    await this.owner(
      "UPDATE desk.review_rules SET allows_mailed_code = $1",
      may,
    );
    await this.owner("ALTER TABLE desk.review_rules ENABLE TRIGGER USER");
  }

  /** An editor verifies somebody who read by a link. */
  async verify(first: Name, as: string): Promise<string> {
    const { id } = this.who(first);
    return this.act("eva", "verify_expert", id, as, "Called back.");
  }

  async takeBack(by: Name): Promise<void> {
    await this.take(pages.takeBack(this.desk, this.who(by), this.version));
  }

  async rereview(by: Name): Promise<void> {
    await this.take(pages.openRereview(this.desk, this.who(by), this.page));
  }

  /** A safety correction of the first block, opened, written and submitted. */
  async correct(by: Name, words: string): Promise<void> {
    const { desk, page } = this;
    await this.take(pages.openCorrection(desk, this.who(by), page, ["b0"]));
    await this.save(by, words, "correction");
    await this.submit(by, "safety_correction", { expertise: "clinician" });
  }

  async revoke(first: Name, kind: string): Promise<void> {
    const { desk, version } = this;
    const decision = version.decisions.findLast(
      ({ person }) => person === this.who(first),
    );
    if (!decision) throw new Error(`${first} signed nothing`);
    await this.take(
      reviews.revoke(desk, this.who(first), decision, kind, "none"),
    );
  }

  /** A private copy with other words in the second block, for Ann to answer. */
  async suggest(first: Name, words: string): Promise<Suggestion> {
    const { desk, doc, page } = this;
    const who = this.who(first);
    if (!isEditor(who) && !isOnTeam(who, page)) {
      // Whoever suggests was asked to read an earlier version.
      if (page.versions.length === 0) await this.submit();
      await this.ask(first, [...who.expertise][0] ?? "");
    }
    const { rows } = await desk.db.owner.query<{
      id: string;
      revision: number;
    }>(
      "SELECT id, revision FROM desk.draft WHERE page_id = $1 AND line = 'main' AND closed_at IS NULL",
      [page.id],
    );
    const [head, , ...rest] = doc.body.content;
    if (!head || !rows[0]) throw new Error("there is no draft");
    const content = [head, paragraph("b1", words), ...rest];
    const proposed = { ...doc, body: { type: "doc" as const, content } };
    const { id, revision } = rows[0];
    const set = await this.act<{ id: string; revision: number }>(
      ...([first, "save_suggestions", id, revision, null] as const),
      spellDoc(proposed),
    );
    return { set, words, before: doc, proposed };
  }

  async decide(
    first: Name,
    { set, words, before, proposed }: Suggestion,
    verdict: "accepted" | "declined" | "undone",
  ): Promise<void> {
    const draft = pages.openDraft(this.page, "main");
    if (!draft) throw new Error("there is no draft");
    const made = { accepted: proposed, undone: before, declined: null }[
      verdict
    ];
    draft.revision = await this.act<number>(
      ...([first, "decide_suggestion", set.id, set.revision] as const),
      ...["b1", verdict, "So it reads better.", "", words, draft.revision],
      made && spellDoc(made),
    );
    draft.doc = made ?? draft.doc;
  }

  assignmentOf(first: Name) {
    const asked = this.version.round.assignments.findLast(
      ({ reviewer }) => reviewer === this.who(first),
    );
    if (!asked) throw new Error(`${first} was not asked`);
    return asked;
  }
}

import { makeAnchor } from "~/content/anchors/make-anchor";
import { giveBlockIds } from "~/content/block-ids";
import { canonicalContent } from "~/content/canonical";
import { parsePageContent } from "~/content/parse-page-content";
import { blockIdOf, type PageContent } from "~/content/page-content";
import type { Need } from "~/domain/words";
import type { DemoPage } from "./demo-page";
import { demoPeople, type DemoName } from "./people";
import type { Stage } from "./stage";

type Version = { id: string; sha: string; roundId: string };

/** One page of the demo on its way: written, sent, read, signed, published. */
export class PagePlay {
  pageId = "";
  content: PageContent;
  version: Version = { id: "", sha: "", roundId: "" };
  private readonly assignments = new Map<DemoName, string>();

  constructor(
    private readonly stage: Stage,
    readonly page: DemoPage,
    readonly author: DemoName,
  ) {
    const { email: _, name, prefix, ...person } = demoPeople[author];
    this.content = giveBlockIds({
      schema: 1,
      title: page.title,
      kind: page.kind,
      audience: page.kind.startsWith("patient") ? "patients" : "clinicians",
      language: "en-GB",
      jurisdictions: page.jurisdictions,
      topics: page.topics,
      tags: page.tags,
      credits: [
        {
          personId: stage.idOf(author),
          name: `${prefix} ${name}`,
          role: "author",
          credentials: person.credentials,
          affiliation: person.affiliation,
          orcid: null,
          from: null,
          until: null,
        },
      ],
      aiUse: {
        level: "none",
        tool: null,
        usedOn: null,
        drafterId: null,
        verifierId: null,
      },
      changeNote: "First version.",
      body: { type: "doc", content: page.blocks },
    });
  }

  /** Creates the page with its whole text, and the author answers for interests. */
  async write(collectionId: string | null = null): Promise<this> {
    const { author } = this;
    this.pageId = await this.stage.act(
      author,
      "create_page",
      ...[this.page.slug, this.page.kind, this.stage.idOf(author)],
      collectionId,
      stored(this.content),
    );
    await this.stage.act(author, "answer_interests", this.pageId, "none", "");
    return this;
  }

  /** Saves the text again after a change. */
  async rewrite(
    change: (content: PageContent) => PageContent,
    line: "main" | "correction" = "main",
  ): Promise<this> {
    this.content = giveBlockIds(change(this.content));
    await this.stage.act(
      this.author,
      "save_draft",
      ...[this.pageId, line, await this.revision(line)],
      stored(this.content),
    );
    return this;
  }

  /** Makes the version, opens its round and runs the checks. */
  async submit(
    line: "main" | "correction" = "main",
    expertise: Need | null = null,
  ): Promise<this> {
    const kind = line === "main" ? "full_review" : "safety_correction";
    const id = await this.stage.act<string>(
      this.author,
      "submit_version",
      ...[this.pageId, line, await this.revision(line), kind],
      ...[null, null, expertise],
    );
    return this.take(id);
  }

  /** A full review of the unchanged text, opened by an editor for the desk. */
  async rereview(by: DemoName): Promise<this> {
    return this.take(
      await this.stage.act<string>(by, "open_rereview", this.pageId),
    );
  }

  async assign(by: DemoName, reviewer: DemoName, expertise: Need) {
    const id = await this.stage.act<string>(
      by,
      "assign",
      ...[this.version.roundId, expertise, this.stage.idOf(reviewer)],
      ...[null, null],
    );
    this.assignments.set(reviewer, id);
    return this;
  }

  async dismiss(by: DemoName, reviewer: DemoName): Promise<void> {
    await this.stage.act(by, "dismiss_assignment", this.assigned(reviewer));
  }

  async accept(reviewer: DemoName): Promise<this> {
    const { stage, pageId } = this;
    await stage.act(reviewer, "accept_assignment", this.assigned(reviewer));
    await stage.act(reviewer, "answer_interests", pageId, "none", "");
    return this;
  }

  async approve(reviewer: DemoName, evidenceTo?: string): Promise<this> {
    await this.sign(reviewer, "approve", "", evidenceTo);
    return this;
  }

  async requestChanges(reviewer: DemoName, comment: string): Promise<this> {
    await this.sign(reviewer, "request_changes", comment);
    return this;
  }

  /** A must-fix at the words it is about. Gives its id. */
  async mustFix(
    reviewer: DemoName,
    quotation: string,
    body: string,
  ): Promise<string> {
    const [place] = this.content.body.content.flatMap((block) => {
      const blockId = blockIdOf(block) ?? "";
      const selected = { blockId, quotation, start: null };
      return makeAnchor(this.content.body, selected) ?? [];
    });
    if (!place) throw new Error("the demo's remark finds no words");
    return this.stage.act<string>(
      reviewer,
      "raise_comment",
      ...[this.version.id, "must_fix", place.blockId, place.quotation, body],
      ...[place.start, place.end, place.prefix, place.suffix],
    );
  }

  /** Everybody in turn: asked, accepting and approving. */
  async reviewedBy(
    editor: DemoName,
    ...reviewers: [DemoName, Need][]
  ): Promise<this> {
    for (const [reviewer, expertise] of reviewers) {
      await this.assign(editor, reviewer, expertise);
      await this.accept(reviewer);
      await this.approve(reviewer);
    }
    return this;
  }

  async publish(editor: DemoName): Promise<this> {
    await this.stage.check(this.version.id);
    await this.stage.act(editor, "publish", this.version.id);
    return this;
  }

  private async sign(
    reviewer: DemoName,
    verdict: "approve" | "request_changes",
    comment: string,
    evidenceTo?: string,
  ): Promise<void> {
    const { sha } = this.version;
    const { day } = await this.stage.one<{ day: string }>(
      "SELECT desk.today() AS day",
      [],
    );
    const meaning =
      verdict === "approve"
        ? "I read this version in full and stand behind it for publication."
        : "This version must change before it is published.";
    const assignment = this.assigned(reviewer);
    const answers =
      verdict === "approve"
        ? await this.fillIn(reviewer, assignment, evidenceTo ?? day)
        : null;
    await this.stage.act(
      reviewer,
      "sign_decision",
      await this.stage.grant(reviewer, "sign_decision", sha),
      ...[assignment, sha, verdict, meaning, comment],
      ...[evidenceTo ?? day, null, answers],
    );
  }

  /** Keys each value and confirms each claim as the source has it, and answers the short form. */
  private async fillIn(reviewer: DemoName, assignment: string, day: string) {
    const { typed, claims, answers } = await this.stage.one<
      Record<"typed" | "answers" | "claims", string>
    >(
      `SELECT (SELECT coalesce(jsonb_object_agg(item_id, said), '{}') FROM desk.key_again_open($1))::text AS typed,
              (SELECT coalesce(jsonb_object_agg(claim_id, 'The source cited beside it'), '{}') FROM desk.claims_open($1))::text AS claims,
              (SELECT jsonb_object_agg(id, 'yes') FROM desk.questions_for($2))::text AS answers`,
      [assignment, this.version.id],
    );
    const { sha } = this.version;
    await this.stage.act(reviewer, "key_again", assignment, sha, typed);
    await this.stage.act(
      reviewer,
      "confirm_claims",
      ...[assignment, sha, day, claims],
    );
    return answers;
  }

  private async take(id: string): Promise<this> {
    const row = await this.stage.one<{ sha: string; roundId: string }>(
      `SELECT v.content_sha256 AS sha, r.id AS "roundId" FROM desk.version v
         JOIN desk.review_round r ON r.version_id = v.id WHERE v.id = $1`,
      [id],
    );
    this.version = { id, ...row };
    await this.stage.check(id);
    return this;
  }

  private assigned(reviewer: DemoName): string {
    const id = this.assignments.get(reviewer);
    if (!id) throw new Error(`the demo asked ${reviewer} for nothing`);
    return id;
  }

  private async revision(line: "main" | "correction"): Promise<number> {
    const { revision } = await this.stage.one<{ revision: number }>(
      `SELECT revision FROM desk.draft WHERE page_id = $1 AND line = $2 AND closed_at IS NULL`,
      [this.pageId, line],
    );
    return revision;
  }
}

/** The document as the server would store it, after the check it makes of everybody's. */
function stored(content: PageContent): string {
  const parsed = parsePageContent(content);
  if (!parsed.ok) {
    throw new Error(`the demo wrote no document: ${JSON.stringify(parsed)}`);
  }
  return canonicalContent(parsed.content);
}

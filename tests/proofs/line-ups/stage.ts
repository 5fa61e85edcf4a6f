import { moveClock, type Desk } from "../../model/desk";
import { firstDoc, paragraph } from "../../model/documents";
import type { Doc, Page, Person, Version } from "../../model/facts";
import type { Cast } from "../../model/make-world";
import * as pages from "../../model/page-steps";
import * as people from "../../model/people-steps";
import { act, outcomeOf, type Step } from "../../model/step";

/** Everybody whom a line-up may need; most could be asked as a clinician. */
export const cast = {
  ann: [["author"], []],
  ben: [["author", "reviewer"], ["clinician"]],
  eva: [["editor"], []],
  edo: [["editor", "reviewer"], ["clinician"]],
  lea: [["clinical_lead", "reviewer"], ["clinician"]],
  adam: [["admin", "reviewer"], ["clinician"]],
  cleo: [["reviewer"], ["clinician"]],
  carl: [["reviewer"], ["clinician"]],
  lars: [["reviewer"], ["laboratory_scientist"]],
  lucy: [["reviewer"], ["laboratory_scientist", "clinician"]],
  mary: [["reviewer"], ["medical_editor"]],
  pip: [["reviewer"], ["pharmacist"]],
  ines: [[], []],
} satisfies Cast;

export type Name = keyof typeof cast;
/** The parts of the play that answer for their interests without being told. */
const answering = [
  ...(["ann", "ben", "edo", "lea", "adam", "cleo", "carl"] as const),
  ...(["lars", "lucy", "mary"] as const),
];

/** The stage of one line-up: its own people, one page and its words. */
export class Stage {
  page!: Page;

  constructor(
    readonly desk: Desk,
    private readonly mark: string,
  ) {}

  who(first: Name): Person {
    const found = this.desk.history.people.find((p) =>
      p.name.startsWith(`${first} `),
    );
    if (!found) throw new Error(`nobody is called ${first}`);
    return found;
  }

  get version(): Version {
    const version = this.page.versions.at(-1);
    if (!version) throw new Error("nothing was submitted");
    return version;
  }

  get doc(): Doc {
    const draft = pages.openDraft(this.page, "main");
    if (!draft) throw new Error("there is no draft");
    return draft.doc;
  }

  /** A step that has to go through. */
  async take(step: Step): Promise<void> {
    const outcome = await outcomeOf(step.call);
    if (!outcome.isAccepted)
      throw new Error(
        `${step.says}: ${outcome.code} ${outcome.blockers.join()}`,
      );
    step.follow(outcome.answer);
  }

  /** An act that the model knows nothing of. */
  async act<Value>(
    first: Name,
    name: string,
    ...values: unknown[]
  ): Promise<Value> {
    const { session } = this.who(first);
    // The caller names what the function gives.
    return (await act(this.desk.db.app, name, session, ...values)) as Value;
  }

  /** Rows written by the owner, for what came about before the desk was there. */
  async owner(query: string, ...values: unknown[]): Promise<void> {
    await this.desk.db.owner.query(query, values);
  }

  /** A clinician page by Ann; everybody declares and answers but for those named. */
  async begin({
    by = "ann",
    imported = false,
    undeclared = [],
    unanswered = [],
  }: {
    by?: Name;
    imported?: boolean;
    undeclared?: Name[];
    unanswered?: Name[];
  } = {}): Promise<void> {
    const doc = lengthened(
      firstDoc("clinician_page", this.who("ann"), 3, this.mark),
    );
    const from = imported ? { isElsewhere: false } : null;
    await this.take(
      pages.createPage(
        this.desk,
        this.who(by),
        this.who("ann"),
        `page-${this.mark}`,
        { ...doc, title: "A gene page" },
        from,
      ),
    );
    const [page] = this.desk.history.pages;
    if (!page) throw new Error("there is no page");
    this.page = page;
    for (const first of answering) {
      if (!undeclared.includes(first)) await this.declare(first);
      if (!unanswered.includes(first)) await this.answer(first, "none");
    }
  }

  async declare(first: Name): Promise<void> {
    await this.take(people.declareInterests(this.desk, this.who(first)));
  }

  async answer(
    first: Name,
    level: "none" | "institutional" | "personal",
  ): Promise<void> {
    const { desk, page } = this;
    await this.take(people.answerInterests(desk, this.who(first), page, level));
  }

  async rule(by: Name, of: Name, isAccepted: boolean): Promise<void> {
    const answers = this.page.answers.filter((a) => a.person === this.who(of));
    const answer = answers.at(-1);
    if (!answer) throw new Error("nothing was answered");
    await this.take(
      people.ruleOnInterests(
        ...([this.desk, this.who(by), this.page, answer, isAccepted] as const),
      ),
    );
  }

  /** Saves the draft with other words in its first block. */
  async save(
    first: Name,
    words: string,
    line: "main" | "correction" = "main",
  ): Promise<void> {
    const { doc } = pages.openDraft(this.page, line) ?? this;
    const [, ...rest] = doc.body.content;
    const content = [paragraph("b0", words), ...rest];
    await this.saveDoc(first, { ...doc, body: { type: "doc", content } }, line);
  }

  async saveDoc(
    first: Name,
    doc: Doc,
    line: "main" | "correction" = "main",
  ): Promise<void> {
    await this.take(
      pages.saveDraft(this.desk, this.who(first), this.page, line, doc, false),
    );
  }

  /** Writes a credit beside the author's; a person's id, a name or more. */
  async credit(first: Name, credit: object): Promise<void> {
    const { doc } = this;
    const credits = [
      ...doc.credits,
      { personId: null, name: "Nobody", role: "contributor", ...credit },
    ];
    await this.saveDoc(first, { ...doc, credits });
  }

  async addAuthor(first: Name): Promise<void> {
    const { desk, page } = this;
    await this.take(
      pages.changeAuthor(desk, this.who("ann"), page, this.who(first), true),
    );
  }

  async handOver(to: Name): Promise<void> {
    const { desk, page } = this;
    await this.take(pages.handOver(desk, this.who("eva"), page, this.who(to)));
  }

  /** A declaration with one entry: a company, what it is and whose. */
  async declareEntry(
    first: Name,
    entity: string,
    kind: string,
    scope: "personal" | "institutional",
  ): Promise<void> {
    const entry = { entity, kind, scope, fromMonth: "2026-01" };
    await this.act(
      ...([first, "declare_interests", false, ""] as const),
      JSON.stringify([entry]),
    );
  }

  /** What the clock does with a request of somebody who is away. */
  async handOverAbsent(request: string): Promise<void> {
    await act(this.desk.db.app, "hand_over_absent", request);
  }

  /** What an editor puts right in somebody's record. */
  async edit(first: Name, details: object): Promise<void> {
    const { id } = this.who(first);
    await this.act("eva", "edit_person", id, JSON.stringify(details));
  }

  async switchOff(first: Name): Promise<void> {
    const [adam, whom] = [this.who("adam"), this.who(first)];
    await this.take(people.deactivate(this.desk, adam, whom, null));
  }

  /** Roles and expertise as the admin gives them. */
  async setRoles(first: Name, roles: string[], expertise: string[]) {
    await this.take(
      people.setRoles(
        ...([this.desk, this.who("adam"), this.who(first)] as const),
        ...([roles, expertise] as const),
      ),
    );
  }

  async pass(days: number): Promise<void> {
    await moveClock(this.desk, days * 86_400);
  }
}

/** Blocks of thirty words and more, beside which three are few. */
function lengthened(doc: Doc): Doc {
  const filler = Array.from({ length: 30 }, () => "more").join(" ");
  const content = doc.body.content.map(({ attrs }) =>
    paragraph(attrs.id, `Words of ${attrs.id} and ${filler}.`),
  );
  return { ...doc, body: { type: "doc", content } };
}

import { randomBytes } from "node:crypto";
import type pg from "pg";
import type { Need, PageKind } from "~/domain/words";
import { PagePlay } from "../../prisma/demo/page-play";
import { demoPages } from "../../prisma/demo/pages";
import { demoPeople, type DemoName } from "../../prisma/demo/people";
import { Stage } from "../../prisma/demo/stage";
import { createTestDatabase, type TestDatabase } from "./database";

export type { DemoName, PagePlay };

/** Who reviews a page of each kind, in the order the review rules ask for. */
const panels = {
  clinician_page: [
    ["lina", "laboratory_scientist"],
    ["jonas", "clinician"],
    ["owen", "medical_editor"],
  ],
  gene_summary: [
    ["marta", "laboratory_scientist"],
    ["owen", "medical_editor"],
  ],
  patient_explainer: [
    ["jonas", "clinician"],
    ["sara", "medical_editor"],
  ],
  patient_qa: [
    ["jonas", "clinician"],
    ["ngozi", "clinician"],
  ],
  glossary: [
    ["ngozi", "clinician"],
    ["sara", "medical_editor"],
  ],
} satisfies Record<PageKind, [DemoName, Need][]>;

type Given = { author?: DemoName; slug?: string; collectionId?: string };

/**
 * The demo's people and pages on a database of the test's own: the same
 * people, the same acts through the same functions, and a clock that the test
 * sets. Everybody is signed in for good and has declared their interests.
 */
export class World {
  constructor(
    readonly database: TestDatabase,
    readonly stage: Stage,
    private owner: pg.PoolClient,
  ) {}

  /** A page of the demo, by the beginning of its slug, not yet written. */
  play(beginning: string, { author = "tom", slug }: Given = {}): PagePlay {
    const page = demoPages.find((each) => each.slug.startsWith(beginning));
    if (!page) throw new Error(`the demo has no page ${beginning}`);
    const itself = { ...page, slug: slug ?? page.slug };
    return new PagePlay(this.stage, itself, author);
  }

  /** A page written, sent, and approved by everybody its rules ask for. */
  async approved(beginning: string, given: Given = {}): Promise<PagePlay> {
    const play = this.play(beginning, given);
    await play.write(given.collectionId);
    await play.submit();
    return this.reviewed(play);
  }

  /** Everybody whom the rules ask for approves what was submitted last. */
  async reviewed(play: PagePlay): Promise<PagePlay> {
    return play.reviewedBy("maya", ...panels[play.page.kind]);
  }

  /** A page that is live, published today by the editor Maya. */
  async published(beginning: string, given: Given = {}): Promise<PagePlay> {
    return (await this.approved(beginning, given)).publish("maya");
  }

  /** Rows as the owner of the database sees them, for what no screen shows. */
  async rows<Row extends object>(
    query: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    const { rows } = await this.owner.query<Row>(query, values);
    return rows;
  }

  /** The approval of one person that a version has. */
  async decisionOf(play: PagePlay, reviewer: DemoName): Promise<string> {
    const [row] = await this.rows<{ id: string }>(
      "SELECT id FROM desk.decision WHERE version_id = $1 AND person_id = $2 ORDER BY seq DESC LIMIT 1",
      [play.version.id, this.stage.idOf(reviewer)],
    );
    if (!row) throw new Error(`${reviewer} decided nothing`);
    return row.id;
  }

  /** Keeps the desk as it stands; what it gives back restores that, once. */
  async backUp(): Promise<() => Promise<void>> {
    const restore = await this.alone(() => this.database.backUp());
    return () => this.alone(restore);
  }

  /** Does something for which nobody may be connected. */
  private async alone<Value>(act: () => Promise<Value>): Promise<Value> {
    this.owner.release(true);
    const value = await act();
    this.owner = await this.database.owner.connect();
    return value;
  }

  async drop(): Promise<void> {
    this.owner.release();
    await this.database.drop();
  }
}

/** Makes a world whose clock starts at a moment; drop it in `afterAll`. */
export async function createWorld({
  at = "2026-03-02T09:00:00Z",
  timeZone = "Europe/London",
} = {}): Promise<World> {
  const database = await createTestDatabase({ timeZone });
  await database.setClock(at);
  // One of the pool's, whose plans the next world finds warm.
  const owner = await database.owner.connect();
  const stage = new Stage(owner);
  for (const name of Object.keys(demoPeople)) {
    // The keys of a constant are its own names.
    await join(stage, owner, name as DemoName);
  }
  return new World(database, stage, owner);
}

async function join(stage: Stage, owner: pg.ClientBase, name: DemoName) {
  const person = demoPeople[name];
  const { rows } = await owner.query<{ id: string }>(
    "SELECT desk.insert_person($1, $2, $3, $4, $5, NULL, $6, $7, NULL, 'test') AS id",
    [
      ...[person.email, person.name, person.prefix, person.credentials],
      ...[person.affiliation, person.roles, person.expertise],
    ],
  );
  const id = rows[0]?.id ?? "";
  const session = randomBytes(32).toString("hex");
  await owner.query(
    "INSERT INTO desk.session (id, user_id, expires_at, absolute_expires_at) VALUES ($1, $2, 'infinity', 'infinity')",
    [session, id],
  );
  await owner.query(
    "INSERT INTO desk.interest_declaration (person_id, has_none, statement, valid_until) VALUES ($1, true, '', desk.today() + 3650)",
    [id],
  );
  stage.ids.set(name, id);
  stage.sessions.set(name, session);
}

import { effectiveDue } from "./approvals";
import { blockersOf } from "./blockers";
import type { Desk } from "./desk";
import type { Page } from "./facts";
import { deskState, publicState, withheldBlocks } from "./public-state";
import { latestOf } from "./standing";

type Shown = Record<string, unknown>;

const shows = ["live", "due_soon", "overdue"];
const hasAddress = [...shows, "withheld", "withdrawn", "archived"];

/** What desk and readers should see of a page now, as the model has it. */
function expectedOf(desk: Desk, page: Page, withGate: boolean): Shown {
  const now = desk.now();
  const latest = latestOf(page);
  const state = publicState(desk.history, page, now);
  const isPublic = latest !== null && hasAddress.includes(state);
  const hasText = shows.includes(state);
  const newest = page.versions.at(-1);
  return {
    public_state: state,
    desk_state: deskState(desk.history, page, "main", now),
    correction_state: deskState(desk.history, page, "correction", now),
    last_reviewed_on: latest?.lastReviewedOn ?? null,
    evidence_checked_to: latest?.evidence ?? null,
    next_review_due: latest ? effectiveDue(latest) : null,
    reader_state: isPublic ? state : null,
    reader_blocks: isPublic && hasText ? wordsFor(page) : null,
    blockers:
      newest && withGate
        ? [...blockersOf(desk.history, newest, now)].sort()
        : null,
  };
}

/** The blocks a reader gets, with those withheld as bare markers. */
function wordsFor(page: Page): string {
  const latest = latestOf(page);
  if (!latest) return "";
  const withheld = withheldBlocks(latest);
  return latest.version.doc.body.content
    .map((b) =>
      withheld.includes(b.attrs.id)
        ? `${b.attrs.id}: withheld`
        : `${b.attrs.id}: ${b.content.map((t) => t.text).join("")}`,
    )
    .join("\n");
}

type Document = {
  body: {
    content: {
      type: string;
      attrs: { id: string };
      content?: { text: string }[];
    }[];
  };
};

const standing =
  "public_state, desk_state, correction_state, last_reviewed_on::text, evidence_checked_to::text, next_review_due::text";
const blockers =
  "(SELECT coalesce(array_agg(DISTINCT code ORDER BY code), '{}') FROM desk.publish_blockers($2))";

/** What the desk says, in one question, whose plan a connection makes once. */
async function askApp({ db }: Desk, page: Page, withGate: boolean) {
  const newest = withGate ? page.versions.at(-1) : undefined;
  const { rows } = await db.app.query<Shown>({
    name: newest ? "standing and blockers" : "standing",
    text: `SELECT ${standing}, ${newest ? blockers : "NULL"} AS blockers FROM desk.page_overview WHERE page_id = $1`,
    values: newest ? [page.id, newest.id] : [page.id],
  });
  return rows[0];
}

async function foundOf(
  desk: Desk,
  page: Page,
  withGate: boolean,
): Promise<Shown> {
  const [desked, reader] = await Promise.all([
    askApp(desk, page, withGate),
    // Named, so that the plan of a large view is made once a connection.
    desk.db.public.query<{ state: string; content: string | null }>({
      name: "reader",
      text: "SELECT state, content FROM desk.public_page WHERE slug = $1",
      values: [page.slug],
    }),
  ]);
  const shown = reader.rows[0];
  const text = shown?.content;
  const words = text
    ? (JSON.parse(text) as Document).body.content
        .map((b) =>
          b.type === "withheldBlock"
            ? `${b.attrs.id}: withheld`
            : `${b.attrs.id}: ${(b.content ?? []).map((t) => t.text).join("")}`,
        )
        .join("\n")
    : null;
  return {
    ...desked,
    reader_state: shown?.state ?? null,
    reader_blocks: words,
  };
}

/**
 * Where model and database see a page differently; empty when they agree.
 * `withGate` asks for the list of blockers of the newest version too.
 */
export async function differences(
  desk: Desk,
  page: Page,
  withGate: boolean,
): Promise<string[]> {
  const found = await foundOf(desk, page, withGate);
  const expected = expectedOf(desk, page, withGate);
  return Object.keys(expected)
    .filter((k) => JSON.stringify(found[k]) !== JSON.stringify(expected[k]))
    .map(
      (k) =>
        `${page.slug} ${k}: the desk says ${JSON.stringify(found[k])}, the model ${JSON.stringify(expected[k])}`,
    );
}

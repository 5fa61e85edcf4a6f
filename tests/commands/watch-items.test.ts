import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import { endApiToken, makeApiToken } from "~/commands/api-tokens.server";
import { loadReference } from "~/commands/load-reference.server";
import {
  type RaisedItem,
  raiseWatchItem,
} from "~/commands/raise-watch-item.server";
import { setConfidentialUntil } from "~/commands/set-confidential-until.server";
import {
  type Triage,
  triageWatchItem,
} from "~/commands/triage-watch-item.server";
import { recordGrant } from "~/data/credentials.server";
import { raiseLateTriage } from "~/data/outbox.server";
import { findPublicStanding } from "~/data/publications.server";
import { listSources, type SourcesWanted } from "~/data/source-register.server";
import {
  countWaitingTriage,
  findWatchItem,
  listTouchedPages,
  listWatchItems,
} from "~/data/watch-items.server";
import { hashToken, makeToken } from "~/lib/token.server";
import { loader as reviewDates } from "~/routes/_public.api.v1.review-dates/route";
import { reviewDatesAnswer } from "~/routes/_public.api.v1.review-dates/schema";
import { describeApi } from "~/routes/_public.api.v1.openapi[.]json/describe";
import { action } from "~/routes/api.v1.watch-items/route";
import { watchItemAnswer } from "~/routes/api.v1.watch-items/schema";
import {
  createWorld,
  type DemoName,
  type PagePlay,
  type World,
} from "../support/world";
import { refusalOf, valueOf } from "./review-desk";

const monday = "2026-03-02T09:00:00Z";
let world: World;
let page: PagePlay;
let slugs = 0;

beforeAll(async () => {
  world = await createWorld({ at: monday });
  await publishPage();
});
beforeEach(() => world.database.setClock(monday));
afterAll(() => world.drop());

async function publishPage() {
  slugs += 1;
  page = await world.published("mlh1", { slug: `watched-${String(slugs)}` });
}

const sessionOf = (name: DemoName) => world.stage.sessions.get(name) ?? "";
const idOf = (name: DemoName) => world.stage.idOf(name);

const paper: RaisedItem = {
  ...{ kind: "retraction", subjectKind: "pmid", subject: "31337882" },
  what: "The journal retracted it.",
  ...{ address: null, happenedOn: null, onceKey: null },
};
const ofPage = (): RaisedItem => ({
  ...{ ...paper, kind: "reader_report", subjectKind: "page" },
  subject: page.page.slug,
});
const raise = (by: DemoName, item: Partial<RaisedItem> = {}) =>
  raiseWatchItem(sessionOf(by), { ...ofPage(), ...item });

async function grantFor(by: DemoName, itemId: string, sha: string) {
  const id = hashToken(makeToken());
  await recordGrant({
    ...{ id, personId: idOf(by), sessionId: sessionOf(by) },
    act: "triage_watch_item",
    contentSha256: hashToken(`${itemId} ${sha}`),
  });
  return id;
}

const triage = async (
  by: DemoName,
  itemId: string,
  wanted: Partial<Triage> & Pick<Triage, "outcome">,
) => {
  const contentSha256 = page.version.sha;
  return triageWatchItem(sessionOf(by), {
    ...{ itemId, pageId: page.pageId, contentSha256 },
    reason: "Read against the source.",
    ...{ due: null, blockIds: [], withdrawalType: null },
    grant:
      wanted.outcome === "no_effect"
        ? await grantFor(by, itemId, contentSha256)
        : null,
    ...wanted,
  });
};

const dayAfter = async (days: number) =>
  (
    await world.rows<{ day: string }>(
      "SELECT (desk.today() + $1::integer)::text AS day",
      [days],
    )
  )[0]?.day ?? "";
const waits = async (itemId: string) =>
  (
    await world.rows<{ triage_by: string | null }>(
      "SELECT triage_by::text FROM desk.watch_standing WHERE item_id = $1 AND page_id = $2 AND waits",
      [itemId, page.pageId],
    )
  )[0]?.triage_by ?? null;
const dueOf = async () =>
  (await findPublicStanding(page.pageId))?.nextReviewDue ?? "";

describe("raising", () => {
  test("an event is listed with the page and the blocks that rest on it, and waits one working day", async () => {
    const before = await dueOf();
    const itemId = valueOf(await raise("tom", paper));
    expect(await waits(itemId)).toBe("2026-03-03");
    const touched = await listTouchedPages(itemId, {
      ...{ personId: idOf("maya"), seesAll: true },
    });
    const own = touched.find(({ pageId }) => pageId === page.pageId);
    const cited = page.content.body.content.flatMap((block) =>
      JSON.stringify(block).includes("31337882") ? [block.attrs?.id] : [],
    );
    expect(cited).toHaveLength(1);
    expect(own).toMatchObject({ waits: true, outcome: null, blockIds: cited });
    // No machine, and no entry by hand, moves a date.
    expect(await dueOf()).toBe(before);
    await world.database.setClock("2026-03-06T16:00:00Z");
    expect(await waits(valueOf(await raise("tom")))).toBe("2026-03-09");
  });

  test("editors are told at once, and of a late triage once a week until it is done", async () => {
    const itemId = valueOf(await raise("tom"));
    const alerts = () =>
      world.rows<{ name: string; reason_key: string }>(
        `SELECT p.name, split_part(a.reason_key, ':', 1) || coalesce(':' || nullif(split_part(a.reason_key, ':', 3), p.id::text), '') AS reason_key
           FROM desk.alert a JOIN desk.person p ON p.id = a.recipient_id
          WHERE a.kind = 'watch_item' AND a.props ->> 'itemId' = $1 ORDER BY 2, 1`,
        [itemId],
      );
    const editors = await world.rows<{ name: string }>(
      "SELECT DISTINCT p.name FROM desk.person p JOIN desk.person_role r ON r.person_id = p.id WHERE r.role IN ('editor', 'clinical_lead') ORDER BY 1",
    );
    const told = (key: string) =>
      editors.map(({ name }) => ({ name, reason_key: key }));
    expect(await alerts()).toEqual(told("watch"));
    await world.database.setClock("2026-03-03T22:00:00Z");
    await raiseLateTriage();
    expect(await alerts()).toEqual(told("watch"));
    await world.database.setClock("2026-03-04T06:00:00Z");
    await Promise.all([raiseLateTriage(), raiseLateTriage()]);
    await raiseLateTriage();
    expect(await alerts()).toEqual([...told("watch"), ...told("watch_late:0")]);
    await world.database.setClock("2026-03-11T06:00:00Z");
    await raiseLateTriage();
    expect(await alerts()).toHaveLength(3 * editors.length);
    expect(
      refusalOf(await triage("jonas", itemId, { outcome: "no_effect" })),
    ).toBe("done");
    await world.database.setClock("2026-03-25T06:00:00Z");
    await raiseLateTriage();
    expect(await alerts()).toHaveLength(3 * editors.length);
  });

  test("what is typed wrong is refused with its reason, and nothing is kept", async () => {
    const count = () => world.rows("SELECT count(*) FROM desk.watch_item");
    const before = await count();
    const wrong: [string, Partial<RaisedItem>][] = [
      ["what_missing", { what: "  " }],
      ["what_missing", { what: "x".repeat(2001) }],
      ["subject_missing", { subjectKind: "guideline", subject: "–" }],
      ["subject_unknown", { subject: "no-such-page" }],
      ["day_not_past", { happenedOn: "2026-03-03" }],
      ["address_not_web", { address: "javascript:alert(1)" }],
      ["wrong_kind", { kind: "rumour" as "retraction" }],
    ];
    for (const [because, bad] of wrong)
      expect(refusalOf(await raise("tom", bad))).toBe(because);
    expect(await count()).toEqual(before);
  });

  test("the same key twice is one item, also from two tabs at once", async () => {
    const onceKey = `screen:${page.page.slug}`;
    const both = await Promise.all([
      raise("tom", { onceKey }),
      raise("tom", { onceKey }),
    ]);
    const [one, other] = both.map(valueOf);
    expect(one).toBe(other);
    expect(refusalOf(await raise("maya", { onceKey }))).toBe("invalid_form");
  });

  test("an item that no page rests on is kept and asks nobody", async () => {
    const itemId = valueOf(await raise("tom", { ...paper, subject: "99" }));
    expect(await findWatchItem(itemId, idOf("owen"))).toMatchObject({
      ...{ waiting: 0, touched: 0, triageBy: null },
    });
  });
});

describe("triage", () => {
  beforeEach(publishPage);

  test("no effect is signed by one eligible reviewer who wrote none of it", async () => {
    const itemId = valueOf(await raise("maya"));
    const attempt = (by: DemoName, more: Partial<Triage> = {}) =>
      triage(by, itemId, { outcome: "no_effect", ...more }).then(refusalOf);
    expect(await attempt("maya")).toBe("lacks_expertise");
    expect(await attempt("ngozi")).toBe("interests_missing");
    expect(await attempt("jonas", { grant: null })).toBe("grant_missing");
    const other = await grantFor("jonas", itemId, "0".repeat(64));
    expect(await attempt("jonas", { grant: other })).toBe("grant_missing");
    expect(await attempt("jonas", { reason: " " })).toBe("reason_missing");
    expect(await waits(itemId)).not.toBeNull();
    expect(await attempt("jonas")).toBe("done");
    expect(await attempt("lina")).toBe("already_triaged");
    expect(await waits(itemId)).toBeNull();
    const [kept] = await world.rows(
      "SELECT outcome, expertise, method, signed_name, content_sha256 FROM desk.watch_triage WHERE item_id = $1",
      [itemId],
    );
    expect(kept).toEqual({
      ...{ outcome: "no_effect", expertise: "clinician", method: "password" },
      signed_name: "Dr Jonas Lindqvist",
      content_sha256: page.version.sha,
    });
  });

  test("the author of the text cannot sign that it stands", async () => {
    const both = await world.rows<{ id: string }>(
      `INSERT INTO desk.person_role (person_id, role) VALUES ($1, 'reviewer') ON CONFLICT DO NOTHING RETURNING person_id AS id`,
      [idOf("tom")],
    );
    expect(both).toHaveLength(1);
    await world.rows(
      "INSERT INTO desk.person_expertise (person_id, expertise) VALUES ($1, 'clinician')",
      [idOf("tom")],
    );
    try {
      const itemId = valueOf(await raise("maya"));
      expect(
        refusalOf(await triage("tom", itemId, { outcome: "no_effect" })),
      ).toBe("own_work");
    } finally {
      await world.rows(
        "DELETE FROM desk.person_expertise WHERE person_id = $1",
        [idOf("tom")],
      );
      await world.rows(
        "DELETE FROM desk.person_role WHERE person_id = $1 AND role = 'reviewer'",
        [idOf("tom")],
      );
    }
  });

  test("a review is brought forward, never closer than 14 days and never later", async () => {
    const itemId = valueOf(await raise("maya"));
    const bring = async (by: DemoName, days: number) =>
      refusalOf(
        await triage(by, itemId, {
          outcome: "review_brought_forward",
          due: await dayAfter(days),
        }),
      );
    expect(await bring("maya", 13)).toBe("day_out_of_range");
    expect(await bring("maya", 4000)).toBe("day_out_of_range");
    expect(await bring("sara", 30)).toBe("not_your_page");
    expect(await waits(itemId)).not.toBeNull();
    expect(await bring("tom", 14)).toBe("done");
    expect(await dueOf()).toBe(await dayAfter(14));
    const [link] = await world.rows(
      `SELECT b.due_on::text, b.reason FROM desk.watch_triage t JOIN desk.due_brought_forward b ON b.id = t.brought_forward_id WHERE t.item_id = $1`,
      [itemId],
    );
    expect(link).toEqual({
      due_on: await dayAfter(14),
      reason: "Read against the source.",
    });
  });

  test("withhold and withdraw are an editor's, and do what those acts do", async () => {
    const blockIds = [page.content.body.content[0]?.attrs?.id ?? ""];
    const itemId = valueOf(await raise("maya"));
    const withhold = (by: DemoName, more: Partial<Triage> = {}) =>
      triage(by, itemId, { outcome: "withheld", blockIds, ...more }).then(
        refusalOf,
      );
    expect(await withhold("jonas")).toBe("not_an_editor");
    expect(await withhold("maya", { blockIds: [] })).toBe("scope_missing");
    expect(await withhold("maya", { blockIds: ["none"] })).toBe("not_found");
    expect(await withhold("maya")).toBe("done");
    const second = valueOf(await raise("maya"));
    expect(
      refusalOf(
        await triage("maya", second, {
          ...{ outcome: "withdrawn", withdrawalType: "unsafe" },
        }),
      ),
    ).toBe("done");
    expect(await findPublicStanding(page.pageId)).toMatchObject({
      ...{ state: "withdrawn", withdrawalType: "unsafe" },
    });
    const third = valueOf(await raise("maya"));
    expect(await waits(third)).toBeNull();
    expect(
      refusalOf(await triage("jonas", third, { outcome: "no_effect" })),
    ).toBe("not_live");
  });

  test("a safety correction opens the correction line, and one that is open takes more in", async () => {
    const blockIds = [page.content.body.content[0]?.attrs?.id ?? ""];
    const itemId = valueOf(await raise("maya"));
    const correct = (item: string, blocks = blockIds) =>
      triage("tom", item, {
        ...{ outcome: "safety_correction", blockIds: blocks },
      }).then(refusalOf);
    expect(await correct(itemId)).toBe("done");
    const second = valueOf(await raise("maya"));
    const outside = [page.content.body.content[1]?.attrs?.id ?? ""];
    expect(await correct(second, outside)).toBe("correction_open");
    expect(await correct(second)).toBe("done");
    const drafts = await world.rows(
      "SELECT DISTINCT draft_id FROM desk.watch_triage WHERE item_id = ANY ($1)",
      [[itemId, second]],
    );
    expect(drafts).toHaveLength(1);
  });

  test("of two tabs one decides; who saw another text decides nothing", async () => {
    const itemId = valueOf(await raise("maya"));
    const stale = { contentSha256: "0".repeat(64) };
    const due = await dayAfter(20);
    const bring = (by: DemoName, more: Partial<Triage> = {}) =>
      triage(by, itemId, { outcome: "review_brought_forward", due, ...more });
    expect(refusalOf(await bring("maya", stale))).toBe("text_moved_on");
    const both = await Promise.all([bring("maya"), bring("daniel")]);
    expect(both.map(refusalOf).sort()).toEqual(["already_triaged", "done"]);
    expect(
      await world.rows(
        `SELECT b.id FROM desk.due_brought_forward b JOIN desk.publication p ON p.id = b.publication_id WHERE p.page_id = $1`,
        [page.pageId],
      ),
    ).toHaveLength(1);
    const [event] = await world.rows<{ payload: string }>(
      "SELECT payload FROM desk.audit_event WHERE act = 'triage_watch_item' ORDER BY seq DESC LIMIT 1",
    );
    expect(event?.payload).not.toContain("Read against");
  });
});

test("of a confidential page only its own people hear, and only they decide", async () => {
  await publishPage();
  const itemId = valueOf(await raise("tom"));
  valueOf(
    await setConfidentialUntil(
      sessionOf("daniel"),
      page.pageId,
      await dayAfter(30),
    ),
  );
  const before = await countWaitingTriage(idOf("maya"));
  expect(await findWatchItem(itemId, idOf("maya"))).toBeNull();
  expect(await findWatchItem(itemId, idOf("daniel"))).toMatchObject({
    waiting: 1,
  });
  const second = valueOf(await raise("tom"));
  expect(refusalOf(await raise("maya"))).toBe("subject_unknown");
  const told = await world.rows<{ name: string }>(
    "SELECT p.name FROM desk.alert a JOIN desk.person p ON p.id = a.recipient_id WHERE a.props ->> 'itemId' = $1",
    [second],
  );
  expect(told.map(({ name }) => name)).toEqual(["Daniel Reyes"]);
  expect(await countWaitingTriage(idOf("maya"))).toBe(before);
  expect(
    refusalOf(
      await triage("maya", second, {
        ...{ outcome: "withdrawn", withdrawalType: "unsafe" },
      }),
    ),
  ).toBe("not_found");
  expect(
    (await listWatchItems(idOf("maya"), true)).some(({ id }) => id === second),
  ).toBe(false);
});

describe("newly loaded reference data", () => {
  beforeAll(publishPage);

  async function* bytes(text: string) {
    yield Buffer.from(text);
    await Promise.resolve();
  }
  const load = async (
    kind: "genes" | "retractions" | "drugs",
    name: string,
    lines: string[],
  ) => {
    const text = lines.join("\n");
    const loaded = await loadReference(
      kind,
      name,
      bytes(text),
      () => undefined,
    );
    if ("error" in loaded) throw new Error(loaded.error);
    return loaded.watchItems;
  };
  const itemsAbout = (key: string) =>
    world.rows(
      "SELECT kind, subject_kind, via, raised_by FROM desk.watch_item WHERE subject_key = $1 AND via = 'reference'",
      [key],
    );
  const columns =
    "hgnc_id\tsymbol\tstatus\tname\tlocation\talias_symbol\tprev_symbol\tlocus_type\tuniprot_ids";
  const gene = (id: string, symbol: string, previous = "") =>
    `HGNC:${id}\t${symbol}\tApproved\tA gene\t3p22\t\t${previous}\tgene with protein product\t`;

  test("a gene renamed, a paper retracted and a medicine gone are raised once each, and move no date", async () => {
    const before = await dueOf();
    expect(
      await load("genes", "hgnc_1.tsv", [
        columns,
        ...[gene("7127", "MLH1"), gene("7325", "MSH2"), gene("1097", "BRAF")],
      ]),
    ).toBe(0);
    const renamed = [
      columns,
      gene("7127", "MLHX", "MLH1"),
      ...[gene("7325", "MSH2"), gene("1097", "BRAF")],
    ];
    expect(await load("genes", "hgnc_2.tsv", renamed)).toBe(1);
    expect(await load("genes", "hgnc_2.tsv", renamed)).toBe(0);
    const machine = { via: "reference", raised_by: null };
    expect(await itemsAbout("MLH1")).toEqual([
      { kind: "gene_renamed", subject_kind: "gene", ...machine },
    ]);
    const notices = ["pmid", "31337882", "123"];
    expect(await load("retractions", "rw.txt", notices)).toBe(1);
    expect(await load("retractions", "rw.txt", notices)).toBe(0);
    expect(await itemsAbout("31337882")).toEqual([
      { kind: "retraction", subject_kind: "pmid", ...machine },
    ]);
    const list = (...names: string[]) => ["name\tncit_code", ...names];
    expect(
      await load(
        "drugs",
        "drugs_1.tsv",
        list("aspirin\tC287", "osimertinib\tC116377"),
      ),
    ).toBe(0);
    await world.published("egfr", { slug: `egfr-${page.page.slug}` });
    expect(await load("drugs", "drugs_2.tsv", list("aspirin\tC287"))).toBe(1);
    expect(await itemsAbout("osimertinib")).toEqual([
      { kind: "therapy_status", subject_kind: "therapy", ...machine },
    ]);
    const [item] = await world.rows<{ id: string }>(
      "SELECT id FROM desk.watch_item WHERE subject_key = 'MLH1' AND via = 'reference'",
    );
    expect(await waits(item?.id ?? "")).toBe("2026-03-03");
    expect(await dueOf()).toBe(before);
    expect(
      refusalOf(
        await triage("jonas", item?.id ?? "", { outcome: "no_effect" }),
      ),
    ).toBe("done");
  });
});

describe("by another program", () => {
  const { paths } = describeApi("https://desk.example");
  const described = paths["/watch-items"].post;

  const send = async (token: string | null, body: unknown, type?: string) => {
    const request = new Request("http://desk.test/api/v1/watch-items", {
      method: "POST",
      headers: {
        "Content-Type": type ?? "application/json",
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    const answer = await action({ request });
    const said = (await answer.json()) as {
      id?: string;
      url?: string;
      title?: string;
      errors?: { field: string }[];
    };
    // What the description of the API says that may come.
    expect(Object.keys(described.responses)).toContain(String(answer.status));
    if (answer.status === 201) watchItemAnswer.parse(said);
    return { status: answer.status, headers: answer.headers, ...said };
  };
  const body = () => ({
    kind: "safety_notice",
    subject: { kind: "page", id: page.page.slug },
    what: "The regulator warned of it.",
  });
  const tokenOf = async (name: DemoName, scope: "read" | "write" = "write") => {
    const [row] = await world.rows<{ email: string }>(
      "SELECT email FROM desk.person WHERE id = $1",
      [idOf(name)],
    );
    return valueOf(await makeApiToken(row?.email ?? "", scope));
  };

  test("a token enters an item for its person, once under one key", async () => {
    const { id: tokenId, token } = await tokenOf("tom");
    const first = await send(token, { ...body(), onceKey: "notice-7" });
    expect(first).toMatchObject({ status: 201 });
    expect(first.headers.get("Location")).toBe(first.url);
    expect((await send(token, { ...body(), onceKey: "notice-7" })).id).toBe(
      first.id,
    );
    expect(await findWatchItem(first.id ?? "", idOf("maya"))).toMatchObject({
      raisedBy: "Tom Bryce",
      waiting: 1,
    });
    valueOf(await endApiToken(tokenId));
    expect(refusalOf(await endApiToken(tokenId))).toBe("already_ended");
    expect((await send(token, body())).status).toBe(401);
  });

  test("no token, a wrong one, one that only reads, one out of date: refused", async () => {
    expect(await send(null, body())).toMatchObject({ status: 401 });
    expect(await send(makeToken(), body())).toMatchObject({ status: 401 });
    expect(await send("short", body())).toMatchObject({ status: 401 });
    const reading = await tokenOf("tom", "read");
    expect(await send(reading.token, body())).toMatchObject({ status: 403 });
    const { token } = await tokenOf("tom");
    await world.database.advance("366 days");
    expect(await send(token, body())).toMatchObject({ status: 401 });
  });

  test("bad input is named field by field, and nothing is kept", async () => {
    const { token } = await tokenOf("tom");
    const count = () => world.rows("SELECT count(*) FROM desk.watch_item");
    const before = await count();
    const about = (kind: string, id: unknown) => ({
      ...{ ...body(), subject: { kind, id } },
    });
    const wrong: [string, unknown][] = [
      ["kind", { ...body(), kind: "rumour" }],
      ["subject.kind", about("tweet", "1")],
      ["subject.id", about("pmid", "PMC123")],
      ["subject.id", about("gene", "R\u0000OS1")],
      ["subject.id", about("page", "no-such-page")],
      ["subject.id", about("pmid", 31337882)],
      ["what", { ...body(), what: "" }],
      ["happenedOn", { ...body(), happenedOn: "2026-02-30" }],
      ["happenedOn", { ...body(), happenedOn: "2999-01-01" }],
      ["address", { ...body(), address: "file:///etc/passwd" }],
      ["", { ...body(), isAdmin: true }],
      ["", [body()]],
    ];
    for (const [field, bad] of wrong) {
      const answer = await send(token, bad);
      expect(answer.status, JSON.stringify(bad)).toBe(422);
      expect(answer.errors?.map((each) => each.field)).toEqual([field]);
    }
    expect(await send(token, "{")).toMatchObject({ status: 400 });
    expect(await send(token, body(), "text/plain")).toMatchObject({
      status: 415,
    });
    expect(
      await send(token, { ...body(), what: "x".repeat(70_000) }),
    ).toMatchObject({ status: 413 });
    expect(await count()).toEqual(before);
  });

  test("the review dates of every public page come as they are described", async () => {
    const answer = await reviewDates();
    const dates = reviewDatesAnswer.parse(await answer.json());
    expect(dates.map(({ slug }) => slug)).toContain(page.page.slug);
  });

  test("a token that sends without end is told to wait", async () => {
    const { token } = await tokenOf("tom");
    const statuses = [];
    for (let sent = 0; sent < 61; sent += 1)
      statuses.push((await send(token, "{")).status);
    expect(statuses.at(0)).toBe(400);
    expect(statuses).toContain(429);
  });
});

describe("the source register as a list", () => {
  const wanted = { kind: null, words: "", limit: 500, offset: 0 };
  const sources = (by: DemoName, more: Partial<SourcesWanted> = {}) =>
    listSources(idOf(by), { ...wanted, ...more });

  test("has each source with its pages, its blocks and the items that wait", async () => {
    const [found, ...others] = await sources("tom", { words: "31337882" });
    expect(others).toEqual([]);
    const [now] = await world.rows<{ pages: number; checked: string }>(
      `SELECT count(DISTINCT p.page_id)::integer AS pages, min(p.evidence_checked_to)::text AS checked
         FROM desk.publication p JOIN desk.source_use u ON u.version_id = p.version_id
        WHERE p.ended_at IS NULL AND u.kind = 'pmid' AND u.key = '31337882'`,
    );
    expect(found).toMatchObject({
      ...{ kind: "pmid", key: "31337882", pages: now?.pages },
      ...{ blocks: now?.pages, checkedTo: now?.checked },
    });
    const named = found?.restingOn.map(({ slug }) => slug) ?? [];
    expect(named).toHaveLength(Math.min(10, now?.pages ?? 0));
    const before = found?.openItems ?? 0;
    valueOf(await raise("tom", paper));
    const [then] = await sources("tom", { words: "31337882" });
    expect(then?.openItems).toBe(before + 1);
  });

  test("is found by words and by kind, a part at a time, those of most pages first", async () => {
    const all = await sources("maya");
    const pages = all.map((each) => each.pages);
    expect(pages).toEqual([...pages].sort((a, b) => b - a));
    const genes = await sources("maya", { kind: "gene" });
    expect(genes).toEqual(all.filter(({ kind }) => kind === "gene"));
    expect(genes.map(({ key }) => key)).toContain("MLH1");
    expect(await sources("maya", { words: "no such source" })).toEqual([]);
    const few = await sources("maya", { limit: 2, offset: 1 });
    expect(few).toEqual(all.slice(1, 4));
  });

  test("tells nobody of a page that is not theirs to know of", async () => {
    const secret = await world.published("fbn1", { slug: "secret" });
    const named = async (by: DemoName) =>
      (await sources(by, { words: "FBN1" })).flatMap(({ restingOn }) =>
        restingOn.map(({ slug }) => slug),
      );
    expect(await named("ngozi")).toContain("secret");
    valueOf(
      await setConfidentialUntil(
        ...([sessionOf("maya"), secret.pageId, "2026-06-01"] as const),
      ),
    );
    expect(await named("ngozi")).not.toContain("secret");
    expect(await named("tom")).toContain("secret");
  });
});

test("the register holds what each block cites, links, marks or names", async () => {
  const text = (words: string) => ({ type: "text", text: words });
  const block = (id: string, ...content: object[]) => ({
    ...{ type: "paragraph", attrs: { id }, content },
  });
  const held = JSON.stringify({
    topics: [{ type: "gene", code: "HGNC:10261", label: "ROS1" }],
    body: {
      type: "doc",
      content: [
        block(
          "cited",
          text("It was shown"),
          ...["pmid:28632866", "doi:10.1000/ab", "guideline:NICE NG122"].map(
            (source) => ({
              type: "citation",
              attrs: {
                scheme: source.split(":")[0],
                id: source.split(":")[1],
                label: "",
              },
            }),
          ),
        ),
        block("named", text("ROS1 G2032R resists crizotinib, not KRAS alone.")),
        block(
          "marked",
          { type: "gene", attrs: { symbol: "ALK", hgncId: "HGNC:427" } },
          { type: "variant", attrs: { hgvs: "p.Gly2032Arg", gene: "ROS1" } },
          { type: "therapy", attrs: { name: "Crizotinib", code: null } },
          { type: "fusion", attrs: { fivePrime: "?", threePrime: "NTRK1" } },
          {
            ...text("here"),
            marks: [
              { type: "link", attrs: { href: "https://www.example.org/a/" } },
            ],
          },
        ),
        {
          type: "sourceGuidelines",
          attrs: { id: "listed" },
          content: [
            {
              type: "guideline",
              attrs: {
                ...{ organisation: "ESMO", title: "Lung: a guide" },
                ...{ version: "2", date: "", url: "" },
              },
            },
          ],
        },
      ],
    },
  });
  const rows = await world.rows<{ said: string }>(
    "SELECT block_id || ' ' || kind || ' ' || key AS said FROM desk.named_sources($1) ORDER BY 1",
    [held],
  );
  expect(rows.map(({ said }) => said)).toEqual([
    " gene ROS1",
    "cited doi 10.1000/ab",
    "cited guideline nice ng122",
    "cited pmid 28632866",
    "listed guideline esmo lung a guide 2",
    "marked gene ALK",
    "marked gene NTRK1",
    "marked gene ROS1",
    "marked therapy crizotinib",
    "marked url example.org/a",
    "marked variant p.Gly2032Arg",
    "named gene ROS1",
    "named therapy crizotinib",
  ]);
});

import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { endApiToken, makeApiToken } from "~/commands/api-tokens.server";
import { deactivateAsOperator } from "~/commands/deactivate-as-operator.server";
import { importPage } from "~/commands/import-page.server";
import { nameConfidentialReader } from "~/commands/name-confidential-reader.server";
import { renamePage } from "~/commands/rename-page.server";
import { setConfidentialUntil } from "~/commands/set-confidential-until.server";
import { setRoles } from "~/commands/set-roles.server";
import { withdraw } from "~/commands/withdraw.server";
import { blockIdOf } from "~/content/page-content";
import { emptyContent } from "~/content/empty-content";
import { listPublishBlockers } from "~/data/gate.server";
import { listPagesAfter, type PagePlace } from "~/data/list-pages.server";
import { listOverduePages } from "~/data/overdue-pages.server";
import type { PageFacts } from "~/data/page-columns.server";
import { makeToken } from "~/lib/token.server";
import { gateAnswer } from "~/publish/gate-answer";
import { describeApi } from "~/routes/_public.api.v1.openapi[.]json/describe";
import { loader as published } from "~/routes/_public.api.v1.published._index/route";
import { publishedAnswer } from "~/routes/_public.api.v1.published._index/schema";
import {
  action,
  loader as publishedPage,
} from "~/routes/_public.api.v1.published.$slug/route";
import { publishedPageAnswer } from "~/routes/_public.api.v1.published.$slug/schema";
import { loader as nothing } from "~/routes/api.v1.$";
import { loader as audit } from "~/routes/api.v1.audit/route";
import { auditAnswer } from "~/routes/api.v1.audit/schema";
import { loader as overdue } from "~/routes/api.v1.overdue/route";
import { overdueAnswer } from "~/routes/api.v1.overdue/schema";
import { loader as deskPages } from "~/routes/api.v1.pages._index/route";
import { pagesAnswer } from "~/routes/api.v1.pages._index/schema";
import { loader as deskPage } from "~/routes/api.v1.pages.$slug._index/route";
import { deskPageAnswer } from "~/routes/api.v1.pages.$slug._index/schema";
import { loader as blockers } from "~/routes/api.v1.pages.$slug.blockers/route";
import { gateAnswerForPrograms } from "~/routes/api.v1.pages.$slug.blockers/schema";
import {
  createWorld,
  type DemoName,
  type PagePlay,
  type World,
} from "../support/world";
import { join, type Someone, valueOf } from "../commands/review-desk";
import { wordsOf } from "./readers";

let world: World;
let late: PagePlay;
let secret: PagePlay;
let parted: PagePlay;
let draft: PagePlay;

const sessionOf = (name: DemoName) => world.stage.sessions.get(name) ?? "";

beforeAll(async () => {
  world = await createWorld({ at: "2026-03-02T09:00:00Z" });
  late = await world.published("ros1", { slug: "late-page" });
  secret = await world.published("mlh1", { slug: "secret-page" });
  await world.published("brca2", { slug: "withheld-page" });
  await world.database.setClock("2026-12-01T09:00:00Z");
  for (const name of ["fresh", "gone", "old", "parted"])
    parted = await world.published("ros1", { slug: `${name}-page` });
  const gone = await idAt("gone-page");
  valueOf(
    await withdraw(sessionOf("maya"), {
      ...{ pageId: gone, type: "out_of_date", isPermanent: false },
      reason: "Words for the editors alone.",
    }),
  );
  valueOf(
    await renamePage(sessionOf("maya"), {
      pageId: await idAt("old-page"),
      ...{ slug: "new-page", reason: "It has another name." },
    }),
  );
  const [, , withheld] = parted.content.body.content;
  await world.stage.act(
    ...(["maya", "withhold_block", parted.pageId] as const),
    (withheld && blockIdOf(withheld)) ?? "",
    "The figure is in doubt.",
  );
  draft = world.play("mlh1", { slug: "unsent-page", author: "amira" });
  await draft.write();
  valueOf(
    await importPage(sessionOf("maya"), {
      content: emptyContent("gene_summary", { title: "Elsewhere page" }),
      facts: [],
      elsewhere: {
        ...{ address: "https://www.example.org/page", lastReviewed: "2022-01" },
        nextDue: "2025-03-31",
      },
    }),
  );
  // Confidential is what was live and is past its date.
  await world.database.setClock("2027-03-20T09:00:00Z");
  valueOf(
    await setConfidentialUntil(
      ...([sessionOf("daniel"), secret.pageId, "2027-06-01"] as const),
    ),
  );
});
afterAll(() => world.drop());

async function idAt(slug: string): Promise<string> {
  const [row] = await world.rows<{ id: string }>(
    "SELECT id FROM desk.page WHERE slug = $1",
    [slug],
  );
  return row?.id ?? "";
}

async function tokenFor(id: string, scope: "read" | "write" = "read") {
  const [row] = await world.rows<{ email: string }>(
    "SELECT email FROM desk.person WHERE id = $1",
    [id],
  );
  return valueOf(await makeApiToken(row?.email ?? "", scope));
}
const tokenOf = async (name: DemoName, scope?: "read" | "write") =>
  (await tokenFor(world.stage.idOf(name), scope)).token;

const { paths } = describeApi("https://desk.example");
type Path = keyof typeof paths;
type Loader = (given: {
  request: Request;
  params: Record<string, string>;
}) => Promise<Response>;
type Problem = {
  status: number;
  title: string;
  detail: string;
  errors?: { field: string }[];
};

/** Asks as a program does; every answer is one that the description has. */
async function ask(
  path: Path,
  loader: Loader,
  { query = "", slug = "", token = "", headers = {} } = {},
) {
  const request = new Request(
    `http://desk.test/api/v1${path.replace("{slug}", slug)}${query}`,
    {
      headers: {
        ...headers,
        ...(token === "" ? {} : { Authorization: `Bearer ${token}` }),
      },
    },
  );
  const answer = await loader({ request, params: { slug } });
  const described = paths[path];
  expect(
    Object.keys("get" in described ? described.get.responses : {}),
  ).toContain(String(answer.status));
  const text = await answer.text();
  const isProblem = answer.status > 300 && answer.status !== 304;
  expect(answer.headers.get("Content-Type") ?? "").toMatch(
    answer.status === 304
      ? /^$/
      : isProblem
        ? "application/problem+json"
        : "application/json",
  );
  const said = (text === "" ? null : JSON.parse(text)) as Problem;
  if (isProblem) expect(said.detail).toMatch(/^[A-Z].*[.?]$/);
  return { status: answer.status, headers: answer.headers, text, said };
}

const read = <Schema extends z.ZodType>(
  schema: Schema,
  { status, said }: Awaited<ReturnType<typeof ask>>,
) => {
  expect(status, JSON.stringify(said)).toBe(200);
  return schema.parse(said);
};

const overdueFor = async (token: string) =>
  read(overdueAnswer, await ask("/overdue", overdue, { token }));
const slugsOf = ({ pages }: { pages: { slug: string }[] }) =>
  pages.map(({ slug }) => slug);

test("what is overdue is told as the command line has it, to each as far as they may know", async () => {
  const all = await listOverduePages(null);
  expect(slugsOf({ pages: all })).toEqual(
    expect.arrayContaining(["late-page", "secret-page", "withheld-page"]),
  );
  const named = await overdueFor(await tokenOf("daniel"));
  expect(named.pages).toHaveLength(all.length);
  for (const [nth, { slug, daysOverdue, ...page }] of all.entries())
    expect(named.pages[nth]).toMatchObject({
      ...{ slug, daysOverdue, title: page.title, place: page.place },
      ...{ nextDue: page.nextReviewDue, lastReviewed: page.lastReviewed },
      owner: page.owner,
    });
  expect(named).toMatchObject({ today: "2027-03-20", nextCursor: null });
  const at = (slug: string) => named.pages.find((each) => each.slug === slug);
  expect(at("late-page")).toMatchObject({
    ...{ state: "overdue", daysOverdue: 18, deskState: "none" },
    ...{ withheldFrom: "2027-04-02", holder: { what: "To start the review" } },
    url: "http://localhost:3000/pages/late-page",
    reminder: { on: "2027-03-24" },
  });
  expect(at("withheld-page")?.next[0]).toBe("Readers have no text now");
  expect(at("elsewhere-page")).toMatchObject({
    ...{ place: "elsewhere", url: "https://www.example.org/page" },
    ...{ lastReviewed: "2022-01", withheldFrom: null, reminder: null },
  });
  const others = slugsOf(named).filter((slug) => slug !== "secret-page");
  expect(slugsOf(await overdueFor(await tokenOf("maya")))).toEqual(others);
  expect(slugsOf(await overdueFor(await tokenOf("ruth")))).toEqual(others);
  // Its author knows of it, and of nothing that is not his own.
  const tom = slugsOf(await overdueFor(await tokenOf("tom", "write")));
  expect([...tom].sort()).toEqual([
    ...["late-page", "secret-page", "withheld-page"],
  ]);
  expect(slugsOf(await overdueFor(await tokenOf("amira")))).toEqual([]);
});

test("the record is whole for whoever may know of every page, and can be verified as it is described", async () => {
  const token = await tokenOf("daniel");
  type Entry = z.output<typeof auditAnswer>["entries"][number];
  const entries: Entry[] = [];
  const zeros = "0".repeat(64);
  for (let after = 0, hasMore = true; hasMore;) {
    const query = after === 0 ? "" : `?after=${String(after)}`;
    const part = read(
      auditAnswer,
      await ask("/audit", audit, { token, query }),
    );
    expect(part.entries.length).toBeLessThanOrEqual(100);
    entries.push(...part.entries);
    ({ nextAfter: after, hasMore } = part);
  }
  const [counted] = await world.rows<{ count: number }>(
    "SELECT count(*)::integer FROM desk.audit_event",
  );
  expect(entries).toHaveLength(counted?.count ?? -1);
  expect(entries.length).toBeGreaterThan(100);
  expect(entries.filter(({ isWithheld }) => isWithheld)).toEqual([]);
  for (const [nth, entry] of entries.entries()) {
    const { seq, at, actorId, realActor, act, pageId, payload } = entry;
    expect(entry.prevHash).toBe(entries[nth - 1]?.hash ?? zeros);
    const lines = [seq, at, actorId, realActor, act, pageId, payload];
    const said = [...lines, entry.prevHash].map((line) => line ?? "");
    expect(sha256(said.join("\n"))).toBe(entry.hash);
  }
  const last = entries.at(-1)?.seq ?? 0;
  expect(
    read(
      auditAnswer,
      await ask("/audit", audit, { token, query: `?after=${String(last)}` }),
    ),
  ).toEqual({ entries: [], nextAfter: last, hasMore: false });
});

test("of a confidential page the record tells others the hashes alone, and the chain goes through", async () => {
  const token = await tokenOf("maya");
  const wanted = await world.rows<{ seq: number }>(
    "SELECT seq::integer FROM desk.audit_event WHERE page_id = $1 ORDER BY seq",
    [secret.pageId],
  );
  expect(wanted.length).toBeGreaterThan(5);
  const hidden: number[] = [];
  let text = "";
  let before = "0".repeat(64);
  for (let after = 0, hasMore = true; hasMore;) {
    const query = `?after=${String(after)}`;
    const answer = await ask("/audit", audit, { token, query });
    const part = read(auditAnswer, answer);
    text += answer.text;
    for (const entry of part.entries) {
      expect(entry.prevHash).toBe(before);
      before = entry.hash;
      if (!entry.isWithheld) continue;
      hidden.push(entry.seq);
      expect([entry.act, entry.at, entry.actor, entry.payload]).toEqual([
        ...[null, null, null, null],
      ]);
    }
    ({ nextAfter: after, hasMore } = part);
  }
  expect(hidden).toEqual(wanted.map(({ seq }) => seq));
  for (const word of [secret.pageId, secret.page.slug, secret.version.id])
    expect(text).not.toContain(word);
  // Free text of acts stands there as its hash.
  for (const word of ["for the editors alone", "figure is in doubt"])
    expect(text).not.toContain(word);
});

test("whoever has no part in the record is refused, whatever their token", async () => {
  for (const name of ["tom", "jonas", "amira"] as const)
    expect(
      await ask("/audit", audit, { token: await tokenOf(name, "write") }),
    ).toMatchObject({ status: 403, said: { title: "not_an_editor" } });
});

test("a token reads what its person may at that moment, and nothing once it or they are gone", async () => {
  const editor: Someone = await join(world.database, "Nora Nye", ["editor"]);
  const { token } = await tokenFor(editor.id);
  const statuses = async (sent = token) => [
    (await ask("/audit", audit, { token: sent })).status,
    (await ask("/overdue", overdue, { token: sent })).status,
    (await ask("/pages", deskPages, { token: sent })).status,
  ];
  expect(await statuses()).toEqual([200, 200, 200]);
  expect(slugsOf(await overdueFor(token))).not.toContain("secret-page");
  valueOf(
    await nameConfidentialReader(
      ...([sessionOf("daniel"), secret.pageId, editor.id] as const),
    ),
  );
  expect(slugsOf(await overdueFor(token))).toContain("secret-page");
  valueOf(
    await setRoles(sessionOf("maya"), editor.id, {
      ...{ roles: ["author"], expertise: [] },
    }),
  );
  expect(await statuses()).toEqual([403, 200, 200]);
  expect(slugsOf(await overdueFor(token))).toEqual([]);
  const other = await tokenFor(editor.id);
  valueOf(await endApiToken(other.id));
  expect(await statuses(other.token)).toEqual([401, 401, 401]);
  valueOf(await deactivateAsOperator(editor.id, null));
  expect(await statuses()).toEqual([401, 401, 401]);
  const challenge = async (sent: string) => {
    const answer = await ask("/audit", audit, { token: sent });
    expect(answer.status).toBe(401);
    return answer.headers.get("WWW-Authenticate");
  };
  expect(await challenge("")).toBe('Bearer realm="desk"');
  for (const wrong of [makeToken(), "short", `${makeToken()}x`])
    expect(await challenge(wrong)).toContain('error="invalid_token"');
});

test("the pages of the desk are listed to each as the desk lists them, by state, gene and words", async () => {
  const list = async (name: DemoName, query = "") =>
    read(
      pagesAnswer,
      await ask("/pages", deskPages, { token: await tokenOf(name), query }),
    );
  const all = await list("daniel");
  expect([...slugsOf(all)].sort()).toEqual([
    ...["elsewhere-page", "fresh-page", "gone-page", "late-page", "new-page"],
    ...["parted-page", "secret-page", "unsent-page", "withheld-page"],
  ]);
  expect(slugsOf(all)[0]).toBe("withheld-page");
  expect(slugsOf(await list("maya"))).toEqual(
    slugsOf(all).filter((slug) => slug !== "secret-page"),
  );
  expect(slugsOf(await list("amira"))).toEqual(["unsent-page"]);
  expect(slugsOf(await list("tom"))).not.toContain("unsent-page");
  expect(slugsOf(await list("owen"))).not.toContain("unsent-page");
  expect(slugsOf(await list("daniel", "?state=overdue"))).toEqual([
    "late-page",
  ]);
  expect(slugsOf(await list("daniel", "?state=draft&gene=mlh1"))).toEqual([
    "unsent-page",
  ]);
  expect(slugsOf(await list("daniel", "?q=SECRET"))).toEqual(["secret-page"]);
  expect(slugsOf(await list("maya", "?q=SECRET"))).toEqual([]);
  expect(slugsOf(await list("daniel", "?gene=MLH"))).toEqual([]);
  const seen: string[] = [];
  let after: PagePlace | null = null;
  for (;;) {
    const part: (PageFacts & { place: PagePlace })[] = await listPagesAfter(
      { personId: world.stage.idOf("daniel"), seesAll: true },
      { state: null, gene: null, q: "", kind: null, ownerId: null },
      ...([after, 4] as const),
    );
    seen.push(...part.map(({ slug }) => slug));
    after = part.at(-1)?.place ?? null;
    if (part.length < 4) break;
  }
  expect(seen).toEqual(slugsOf(all));
});

test("one page of the desk tells how it stands, without its text, to those whose page it is", async () => {
  const one = async (name: DemoName, slug: string) =>
    ask("/pages/{slug}", deskPage, { token: await tokenOf(name), slug });
  const gate = async (name: DemoName, slug: string) =>
    ask("/pages/{slug}/blockers", blockers, {
      ...{ token: await tokenOf(name), slug },
    });
  const unsent = await one("amira", "unsent-page");
  expect(read(deskPageAnswer, unsent)).toMatchObject({
    ...{ access: "write", deskState: "draft", publicState: "none" },
    ...{ authors: ["Amira Haddad"], newestVersion: null },
  });
  expect(unsent.text).not.toContain(wordsOf(draft, 2));
  const reasons = await gate("amira", "unsent-page");
  expect(read(gateAnswerForPrograms, reasons)).toMatchObject({
    ...{ page: "unsent-page", version: null, publishable: false },
  });
  expect(read(gateAnswerForPrograms, await gate("maya", "late-page"))).toEqual(
    gateAnswer(
      { slug: "late-page", versionNumber: 1 },
      await listPublishBlockers(late.version.id),
    ),
  );
  // Who reviewed it knows of it, not of what stands in its way.
  expect(read(deskPageAnswer, await one("owen", "late-page"))).toMatchObject({
    ...{ access: "review", draft: null },
  });
  expect((await gate("owen", "late-page")).status).toBe(404);
  for (const [name, slug] of [
    ...(["maya", "tom", "owen"] as const).map(
      (each) =>
        [each, each === "maya" ? "secret-page" : "unsent-page"] as const,
    ),
    ...([
      ["amira", "secret-page"],
      ["amira", "late-page"],
      ["amira", "old-page"],
      ["daniel", "no-such-page"],
      ["daniel", "a\u0000b"],
    ] as const),
  ]) {
    const answers = [await one(name, slug), await gate(name, slug)];
    expect([name, slug, ...answers.map(({ status }) => status)]).toEqual([
      ...[name, slug, 404, 404],
    ]);
    expect(answers[0]?.text).toBe(answers[1]?.text);
  }
  expect(
    read(deskPageAnswer, await one("daniel", "secret-page")),
  ).toMatchObject({ confidentialUntil: "2027-06-01", publicState: "none" });
  for (const [asked, path] of [
    [await one("maya", "old-page"), "/new-page"],
    [await gate("maya", "old-page"), "/new-page/blockers"],
  ] as const)
    expect([asked.status, asked.headers.get("Location")]).toEqual([
      ...[301, `http://localhost:3000/api/v1/pages${path}`],
    ]);
});

test("readers' programs list what shows text, by address, on a gene, a part at a time", async () => {
  const list = async (query = "") =>
    read(publishedAnswer, await ask("/published", published, { query }));
  const all = await list();
  expect(slugsOf(all)).toEqual([
    ...["fresh-page", "late-page", "new-page", "parted-page"],
  ]);
  expect(all.nextCursor).toBeNull();
  expect(all.pages[1]).toMatchObject({
    ...{ state: "overdue", overdue: true, nextDue: "2027-03-02", version: 1 },
    contentSha256: late.version.sha,
    genes: ["ROS1"],
  });
  expect(slugsOf(await list("?gene=ros1"))).toEqual(slugsOf(all));
  expect(slugsOf(await list("?gene=MLH1"))).toEqual([]);
  const from = Buffer.from('["gone-page"]').toString("base64url");
  // From an address at which no page shows text any more.
  expect(slugsOf(await list(`?gene=ROS1&cursor=${from}`))).toEqual([
    ...["late-page", "new-page", "parted-page"],
  ]);
});

const pageAt = (slug: string, headers = {}) =>
  ask("/published/{slug}", publishedPage, { slug, headers });

test("a page comes with its text as it was signed, its people and what stands above it", async () => {
  const answer = await pageAt("late-page");
  const page = read(publishedPageAnswer, answer);
  expect(page).toMatchObject({
    ...{ overdue: true, daysOverdue: 18, shownUntil: "2027-04-01" },
    ...{ isAsSigned: true, contentSha256: late.version.sha },
    notices: [{ tone: "stop", title: "Overdue for review" }],
    authors: [{ name: "Dr Tom Bryce", role: "author" }],
  });
  expect(page.reviewers.map(({ name }) => name)).toContain(
    "Dr Jonas Lindqvist",
  );
  expect(sha256(JSON.stringify(page.content))).toBe(page.contentSha256);
  expect(page.html).toContain(wordsOf(late, 2));
  expect(answer.text).not.toMatch(/@example\.org/);
  const tag = answer.headers.get("ETag") ?? "";
  expect(answer.headers.get("Cache-Control")).toMatch(/max-age=0/);
  expect(await pageAt("late-page", { "If-None-Match": tag })).toMatchObject({
    ...{ status: 304, text: "" },
  });
  // The day alone makes another answer of it.
  await world.database.setClock("2027-03-21T00:00:00Z");
  const next = await pageAt("late-page", { "If-None-Match": tag });
  expect(read(publishedPageAnswer, next).daysOverdue).toBe(19);
  await world.database.setClock("2027-03-20T09:00:00Z");
});

test("what is withheld or withdrawn is not told, and why it is not is", async () => {
  const part = read(publishedPageAnswer, await pageAt("parted-page"));
  expect(part).toMatchObject({ isAsSigned: false });
  expect(part.withheldBlocks).toHaveLength(1);
  expect(JSON.stringify(part)).not.toContain(wordsOf(parted, 2));
  const none = { content: null, html: null, isAsSigned: false };
  expect(
    read(publishedPageAnswer, await pageAt("withheld-page")),
  ).toMatchObject({
    ...{ ...none, state: "withheld", withheldBecause: "past_grace" },
    notices: [{ title: "This text is not shown" }],
  });
  const gone = await pageAt("gone-page");
  expect(gone).toMatchObject({ status: 410, said: { title: "withdrawn" } });
  const { page } = gone.said as unknown as { page: unknown };
  expect(publishedPageAnswer.parse(page)).toMatchObject({
    ...{ ...none, authors: [], reviewers: [] },
    withdrawn: { on: "2026-12-01", type: "out_of_date", reason: null },
  });
  expect(gone.text).not.toContain("editors alone");
});

test("there is nothing at the address of a draft, of a confidential page or of no page; a renamed one is told", async () => {
  for (const slug of [
    ...[draft.page.slug, "secret-page", "elsewhere-page", "no-such-page"],
    ...["UPPER", "a\u0000b", "../x", ""],
  ]) {
    const answer = await pageAt(slug);
    expect([slug, answer.status]).toEqual([slug, 404]);
    expect(answer.text).toBe((await pageAt("nothing-here")).text);
  }
  const moved = await pageAt("old-page");
  expect([moved.status, moved.headers.get("Location")]).toEqual([
    ...[301, "http://localhost:3000/api/v1/published/new-page"],
  ]);
  const other = nothing();
  expect([other.status, other.headers.get("Content-Type")]).toEqual([
    ...[404, "application/problem+json; charset=utf-8"],
  ]);
});

test("a parameter that is wrong, unknown or there twice is named, and only reading is taken", async () => {
  const token = await tokenOf("maya");
  const cursorOf = (place: unknown) =>
    Buffer.from(JSON.stringify(place)).toString("base64url");
  const noDay = cursorOf(["2027-02-30", "late-page"]);
  const noDayThere = cursorOf(["2027-02-30", "", randomUUID()]);
  const cursors = ["xyz", "", "%00", cursorOf(["a b"]), cursorOf("late-page")];
  const wrong: [Path, Loader, string, string[]][] = [
    ["/published", published, "?gene=not%20a%20gene", ["gene"]],
    ["/published", published, "?gene=", ["gene"]],
    ["/published", published, "?gene=1&cursor=1", ["gene", "cursor"]],
    ["/published", published, "?gene=ALK&gene=RET", ["gene"]],
    ["/published", published, "?page=2", ["page"]],
    ["/overdue", overdue, "?cursor=xyz", ["cursor"]],
    ["/pages", deskPages, "?state=lost&q=%00", ["state", "q"]],
    ["/pages", deskPages, `?cursor=${noDay}`, ["cursor"]],
    ["/pages", deskPages, `?cursor=${noDayThere}`, ["cursor"]],
    ["/overdue", overdue, `?cursor=${noDay}`, ["cursor"]],
  ];
  for (const cursor of cursors)
    wrong.push(["/published", published, `?cursor=${cursor}`, ["cursor"]]);
  for (const after of ["-1", "1.5", "x", "9999999999999999"])
    wrong.push(["/audit", audit, `?after=${after}`, ["after"]]);
  for (const [path, loader, query, fields] of wrong) {
    const { status, said } = await ask(path, loader, { query, token });
    expect([query, status]).toEqual([query, 422]);
    expect(said.errors?.map(({ field }) => field)).toEqual(fields);
  }
  const refused = action();
  expect([refused.status, refused.headers.get("Allow")]).toEqual([
    ...[405, "GET, HEAD"],
  ]);
});

test("a token that asks without end is told to wait", async () => {
  const token = makeToken();
  let last = 0;
  for (let asked = 0; asked < 2_000 && last !== 429; asked += 1)
    last = (await ask("/overdue", overdue, { token })).status;
  expect(last).toBe(429);
});

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

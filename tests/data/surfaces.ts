import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import type { PublicPage } from "~/data/public-rows";
import { listOverduePages } from "~/data/overdue-pages.server";
import { loader as feed } from "~/routes/_public.feed[.]atom";
import { loader as gene } from "~/routes/_public.genes.$symbol";
import { loader as home } from "~/routes/_public._index";
import { loader as page } from "~/routes/_public.pages.$slug._index";
import { loader as version } from "~/routes/_public.pages.$slug.v.$number";
import { loader as apiPublishedPage } from "~/routes/_public.api.v1.published.$slug/route";
import { loader as apiPublished } from "~/routes/_public.api.v1.published._index/route";
import type { PublishedAnswer } from "~/routes/_public.api.v1.published._index/schema";
import type { PublishedPageAnswer } from "~/routes/_public.api.v1.published.$slug/schema";
import { loader as apiOverdue } from "~/routes/api.v1.overdue/route";
import type { OverdueAnswer } from "~/routes/api.v1.overdue/schema";
import { loader as apiReviewDates } from "~/routes/_public.api.v1.review-dates/route";
import { loader as reviewDates } from "~/routes/_public.review-dates[.]json";
import { loader as search } from "~/routes/_public.search";
import { loader as sitemap } from "~/routes/_public.sitemap[.]xml";
import { loader as calendar } from "~/routes/calendar.$file";
import { loader as desk } from "~/routes/desk._index";
import { loader as dates } from "~/routes/desk.dates._index";
import { loader as datesCalendar } from "~/routes/desk.dates.calendar";
import { loader as deskPage } from "~/routes/desk.pages.$slug";
import { loader as deskPages } from "~/routes/desk.pages._index";
import { sheetWarning, statusLine } from "~/wording/public-page";
import { makeApplication } from "~/server/application.server";
import { drain, listen } from "~/server/listen.server";

type Loader = (given: LoaderFunctionArgs) => unknown;

/** Each address with what answers it; the names of its groups are its parameters. */
const routes: [RegExp, Loader][] = [
  [/^\/pages\/(?<slug>[^/]+)$/, page],
  [/^\/pages\/(?<slug>[^/]+)\/v\/(?<number>\d+)$/, version],
  [/^\/genes\/(?<symbol>[^/]+)$/, gene],
  [/^\/search$/, search],
  [/^\/review-dates\.json$/, reviewDates],
  [/^\/api\/v1\/review-dates$/, apiReviewDates],
  [/^\/api\/v1\/published$/, apiPublished],
  [/^\/api\/v1\/published\/(?<slug>[^/]+)$/, apiPublishedPage],
  [/^\/api\/v1\/overdue$/, apiOverdue],
  [/^\/sitemap\.xml$/, sitemap],
  [/^\/feed\.atom$/, feed],
  [/^\/calendar\/(?<file>.+)$/, calendar],
  [/^\/desk$/, desk],
  [/^\/desk\/dates$/, dates],
  [/^\/desk\/dates\/calendar$/, datesCalendar],
  [/^\/desk\/pages$/, deskPages],
  [/^\/desk\/pages\/(?<slug>[^/]+)$/, deskPage],
  [/^\/$/, home],
];

/** One route for all: what the loader knows, as JSON, under the status it would answer with. */
async function answer(given: LoaderFunctionArgs): Promise<Response> {
  const { pathname } = new URL(given.request.url);
  for (const [path, loader] of routes) {
    const groups = path.exec(pathname);
    if (!groups) continue;
    const known = await loader({ ...given, params: { ...groups.groups } });
    if (known instanceof Response) return known;
    // What `data()` of Remix gives: the value beside its status and headers.
    const wrapped = known as { data?: unknown; init?: ResponseInit | null };
    return wrapped.init === undefined
      ? Response.json(known)
      : Response.json(wrapped.data, wrapped.init ?? undefined);
  }
  throw new Error(`no surface is at ${pathname}`);
}

const site = {
  entry: { module: { default: () => new Response() } },
  routes: {
    root: { id: "root", path: "*", module: { loader: answer } },
  },
  assets: {
    entry: { imports: [], module: "" },
    routes: {},
    url: "",
    version: "",
  },
  publicPath: "/",
  assetsBuildDirectory: "",
  future: {},
  isSpaMode: false,
} as unknown as ServerBuild; // What a build has besides, no answer here needs.

type Answer = { text: string; keeps: string };

/** The desk's server round the real routes, and a browser that keeps what it may. */
export class Surfaces {
  private readonly kept = new Map<string, Answer>();
  asked = 0;

  private constructor(
    private readonly server: Server,
    private readonly headers: Record<string, string>,
  ) {}

  /** As whoever has this cookie at the desk, and this token for programs. */
  static async open(cookie: string, token: string): Promise<Surfaces> {
    const nothing = () => Promise.resolve(null);
    const application = makeApplication({
      ...{ origin: "http://localhost:3000", mode: "test", files: [] },
      build: site,
      findUnreadiness: nothing,
      findAlertHealth: () =>
        Promise.resolve({ isAlive: true, lastError: null }),
      findPageHealth: () => Promise.resolve({ owner: 0, bench: 0 }),
    });
    return new Surfaces(await listen(application, 0), {
      ...{ Cookie: cookie, Authorization: `Bearer ${token}` },
    });
  }

  close = () => drain(this.server);

  /** As a browser or a shared cache gives it: from its copy while that may be used unasked. */
  async read(path: string): Promise<Answer> {
    const copy = this.kept.get(path);
    const mayUse =
      copy !== undefined && !/no-store|no-cache|max-age=0\b/.test(copy.keeps);
    if (mayUse) return copy;
    const { port } = this.server.address() as AddressInfo; // It listens.
    const response = await fetch(`http://127.0.0.1:${String(port)}${path}`, {
      headers: this.headers,
    });
    const answer = {
      text: await response.text(),
      keeps: response.headers.get("Cache-Control") ?? "",
    };
    if (response.status !== 200)
      throw new Error(
        `${path} answered ${String(response.status)}: ${answer.text.slice(0, 300)}`,
      );
    this.kept.set(path, answer);
    this.asked += 1;
    return answer;
  }
}

/** Every state that one page has on any surface, at this moment. */
export async function everySurface(
  surfaces: Surfaces,
  {
    slug,
    gene: symbol,
    token,
    dueOn,
  }: { slug: string; gene: string; token: string; dueOn: string },
) {
  const json = async <Value>(path: string) =>
    JSON.parse((await surfaces.read(path)).text) as Value;
  const names = async (path: string) =>
    (await surfaces.read(path)).text.includes(slug);
  type Dates = {
    slug: string;
    overdue: boolean;
    nextDue: string;
    state: string;
  }[];
  type Listed = { pages: { slug: string; publicState: string }[] };
  const reader = await json<{
    page: PublicPage;
    text: unknown;
    structured: { lastReviewed: string } | null;
  }>(`/pages/${slug}`);
  const signed = await json<{
    html: string | null;
    version: { pageState: string };
  }>(`/pages/${slug}/v/1`);
  const datesAt = async (path: string) =>
    (await json<Dates>(path)).find((each) => each.slug === slug);
  const listedDates = await datesAt("/review-dates.json");
  const apiDates = await datesAt("/api/v1/review-dates");
  const program = await json<PublishedPageAnswer>(`/api/v1/published/${slug}`);
  const copy = (await json<PublishedAnswer>("/api/v1/published")).pages.find(
    (each) => each.slug === slug,
  );
  const held = (await json<OverdueAnswer>("/api/v1/overdue")).pages.find(
    (each) => each.slug === slug,
  );
  const listed = (await json<Listed>("/desk/pages")).pages.find(
    (each) => each.slug === slug,
  );
  const own = await json<{ page: { publicState: string } }>(
    `/desk/pages/${slug}`,
  );
  const desk = await json<{
    needs: { slug: string; kind: string }[];
    late: { overdue: number; soon: number; pages: { slug: string }[] };
  }>("/desk?needs=all");
  const isAmong = (found: { slug: string }[]) =>
    found.some((each) => each.slug === slug);
  type Dated = { pages: { slug: string; nextReviewDue: string }[] };
  const overdue = await json<Dated & { counts: { overdue: number } }>(
    "/desk/dates",
  );
  const soon = await json<Dated>("/desk/dates?within=30");
  const month = await json<{
    entries: { slug: string; what: string; on: string; isOverdue: boolean }[];
  }>(`/desk/dates/calendar?month=${dueOn.slice(0, 7)}`);
  const entry = month.entries.find(
    (each) => each.slug === slug && each.what === "page_due",
  );
  const late = await listOverduePages(null);
  const inState = (state: string) => names(`/desk/pages?state=${state}`);
  return {
    state: {
      page: reader.page.state,
      version: signed.version.pageState,
      paper: sheetWarning(reader.page.state),
      dates: listedDates?.state,
      api: apiDates?.state,
      program: program.state,
      copy: copy?.state,
      held: held?.state,
      deskList: listed?.publicState,
      deskPage: own.page.publicState,
      filters: {
        due_soon: await inState("due_soon"),
        overdue: await inState("overdue"),
        withheld: await inState("withheld"),
      },
    },
    hasText: {
      page: reader.text !== null,
      version: signed.html !== null,
      structured: reader.structured !== null,
      program: program.content !== null && program.html !== null,
    },
    isListed: {
      home: await names("/"),
      gene: await names(`/genes/${symbol}`),
      search: await names(`/search?q=${symbol}`),
      sitemap: await names("/sitemap.xml"),
      copy: copy !== undefined,
    },
    isOverdue: {
      dates: listedDates?.overdue,
      api: apiDates?.overdue,
      program: program.overdue,
      held: held !== undefined,
      needs: desk.needs.some((n) => n.slug === slug && n.kind === "overdue"),
      home: isAmong(desk.late.pages) && desk.late.overdue === 1,
      deskDates: isAmong(overdue.pages) && overdue.counts.overdue === 1,
      deskCalendar: entry?.isOverdue,
      commandLine: isAmong(late),
    },
    isDueSoon: {
      home: desk.late.soon === 1,
      deskDates: isAmong(soon.pages),
    },
    due: {
      dates: listedDates?.nextDue,
      api: apiDates?.nextDue,
      program: program.nextDue,
      paper: statusLine(reader.page),
      deskDates: [...overdue.pages, ...soon.pages].find(
        (each) => each.slug === slug,
      )?.nextReviewDue,
      deskCalendar: entry?.on,
      calendar: (await surfaces.read(`/calendar/${token}.ics`)).text,
      feed: (await surfaces.read("/feed.atom")).text,
    },
    keeps: await Promise.all(
      [
        ...[`/pages/${slug}`, "/", "/feed.atom", "/desk", "/sitemap.xml"],
        ...[`/api/v1/published/${slug}`, "/api/v1/published"],
        ...["/api/v1/review-dates", "/api/v1/overdue"],
      ].map(async (path) => (await surfaces.read(path)).keeps),
    ),
  };
}

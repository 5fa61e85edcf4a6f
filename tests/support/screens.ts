import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type { DemoName } from "../../prisma/demo/people";
import { askAsOwner } from "./desk-owner";

/**
 * One screen of the demo and who looks at it; a reader is nobody signed in.
 * `route` is the file under app/routes that makes it.
 */
export type Screen = {
  route: string;
  path: string;
  as: DemoName | "reader";
  status?: number;
};

const screen = (
  as: Screen["as"],
  route: string,
  path: string,
  status = 200,
): Screen => ({ route, path, as, status });

const page = "/desk/pages";

/** Every screen of the demo, the pages of every state among them. */
export async function listScreens(): Promise<Screen[]> {
  const [ids] = await askAsOwner<Record<string, string>>(
    `SELECT (SELECT id FROM desk.person WHERE email = 'tom.bryce@example.org') AS person,
            (SELECT m.id FROM desk.mail m WHERE m.kind = 'review_due_digest' AND m.state = 'kept' ORDER BY m.queued_at DESC LIMIT 1) AS mail,
            (SELECT p.slug FROM desk.page_elsewhere e JOIN desk.page p ON p.id = e.page_id ORDER BY p.slug LIMIT 1) AS elsewhere,
            (SELECT v.id FROM desk.version v JOIN desk.page p ON p.id = v.page_id WHERE p.slug = 'ret-medullary-thyroid-cancer' LIMIT 1) AS version,
            (SELECT a.id FROM desk.assignment a JOIN desk.person p ON p.id = a.reviewer_id
              WHERE p.email = 'ngozi.eze@example.org' AND a.state = 'done' ORDER BY a.invited_at DESC LIMIT 1) AS signed,
            (SELECT a.id FROM desk.assignment a JOIN desk.person p ON p.id = a.reviewer_id
              WHERE p.email = 'daniel.reyes@example.org' AND a.state = 'invited' LIMIT 1) AS asked,
            (SELECT a.id FROM desk.assignment a JOIN desk.person p ON p.id = a.reviewer_id
              WHERE p.email = 'ngozi.eze@example.org' AND a.state = 'dismissed' LIMIT 1) AS ended,
            (SELECT a.id FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id AND r.closed_at IS NULL
              WHERE a.state IN ('invited', 'accepted') ORDER BY a.invited_at, a.id LIMIT 1) AS waiting,
            w.item_id AS watch, w.slug AS watched
       FROM (SELECT) one LEFT JOIN (SELECT s.item_id, p.slug FROM desk.watch_standing s JOIN desk.page p ON p.id = s.page_id
              WHERE s.waits ORDER BY s.triage_by, p.slug LIMIT 1) w ON true`,
  );
  const id = (name: string) => ids?.[name] ?? `no-${name}`;
  const brca1 = `${page}/brca1-hereditary-breast-and-ovarian-cancer`;
  const brca2 = `${page}/brca2-questions-for-men`;
  const fbn1 = `${page}/fbn1-marfan-syndrome`;
  const ldlr = `${page}/ldlr-familial-hypercholesterolaemia`;
  return [
    screen("reader", "_public._index", "/"),
    ...[
      "tp53-li-fraumeni-syndrome",
      "palb2-explained",
      "egfr-lung-cancer-resistance",
      "brca1-hereditary-breast-and-ovarian-cancer",
    ].map((slug) =>
      screen("reader", "_public.pages.$slug._index", `/pages/${slug}`),
    ),
    ...["ntrk-fusions-tumour-agnostic", "hfe-glossary"].map((slug) =>
      screen("reader", "_public.pages.$slug._index", `/pages/${slug}`, 410),
    ),
    screen(
      "reader",
      "_public.pages.$slug.history",
      "/pages/ldlr-familial-hypercholesterolaemia/history",
    ),
    ...["", "?sent=1"].map((sent) =>
      screen(
        ...(["reader", "_public.pages.$slug.report"] as const),
        `/pages/ldlr-familial-hypercholesterolaemia/report${sent}`,
      ),
    ),
    screen(
      "reader",
      "_public.pages.$slug.v.$number",
      "/pages/ldlr-familial-hypercholesterolaemia/v/1",
    ),
    screen("reader", "_public.genes.$symbol", "/genes/TP53"),
    screen("reader", "_public.search", "/search?q=cancer"),
    screen("reader", "$", "/nothing-here", 404),
    screen("reader", "sign-in", "/sign-in"),
    screen("reader", "set-up", "/set-up?token=none", 409),
    screen("reader", "invitation.$token", "/invitation/none", 404),
    screen("reader", "review-request.$token", "/review-request/none", 404),
    screen("reader", "outside.$token", "/outside/none", 404),
    screen("reader", "outside.review", "/outside/review", 401),
    screen("reader", "outside.certificate", "/outside/certificate", 404),
    screen("amira", "desk._index", "/desk"),
    screen("amira", "desk.pages._index", page),
    screen("amira", "desk.pages.new", `${page}/new`),
    screen("amira", "desk.interests", "/desk/interests"),
    screen("amira", "desk.pages.$slug._index", brca2),
    screen("amira", "desk.pages.$slug.write", `${brca2}/write`),
    screen("amira", "desk.pages.$slug.comments", `${brca2}/comments`),
    screen("amira", "desk.pages.$slug.wording", `${brca2}/wording?block=none`),
    screen("amira", "desk.pages.$slug.suggest", `${brca2}/suggest`),
    screen("amira", "desk.pages.$slug.suggestions", `${brca2}/suggestions`),
    screen("amira", "desk.pages.$slug.word", `${brca2}/word`),
    screen("amira", "desk.pages.$slug.details", `${brca2}/details`),
    screen("amira", "desk.pages.$slug.submit", `${brca2}/submit`),
    screen("amira", "desk.pages.$slug.interests", `${brca2}/interests`),
    screen("amira", "desk.pages.$slug.add-figure", `${brca2}/add-figure`),
    screen("tom", "desk.pages.$slug.correction", `${brca1}/correction`),
    screen("tom", "desk.pages.$slug.rebase", `${brca1}/rebase`),
    screen("daniel", "desk.reviews._index", "/desk/reviews"),
    screen(
      "daniel",
      "desk.reviews.$assignmentId._index",
      `/desk/reviews/${id("asked")}`,
    ),
    screen(
      "ngozi",
      "desk.reviews.$assignmentId._index",
      `/desk/reviews/${id("signed")}`,
    ),
    screen(
      "ngozi",
      "desk.reviews.$assignmentId._index",
      `/desk/reviews/${id("ended")}`,
    ),
    screen("ngozi", "desk.reviews._index", "/desk/reviews"),
    screen("maya", "desk._index", "/desk"),
    ...["remind", "stand-in", "extend"].map((act) =>
      screen(
        "maya",
        "desk.assignments.$assignmentId.$act",
        `/desk/assignments/${id("waiting")}/${act}`,
      ),
    ),
    screen("maya", "desk.assign", "/desk/assign"),
    screen("maya", "desk.pages.$slug.snooze", `${brca2}/snooze?need=assign`),
    screen("maya", "desk.pages.$slug.review", `${brca2}/review`),
    screen("maya", "desk.pages.$slug.outside", `${brca2}/outside`),
    screen("ngozi", "desk.reviews.done", "/desk/reviews/done"),
    screen("maya", "desk.pages.$slug.checks", `${brca2}/checks`),
    screen("maya", "desk.pages.$slug.publish", `${brca2}/publish`),
    screen("maya", "desk.pages.$slug.publish", `${fbn1}/publish`),
    screen("maya", "desk.pages.$slug.public", `${brca1}/public`),
    screen("maya", "desk.pages.$slug.public", `${brca1}/public?act=withdraw`),
    screen("maya", "desk.pages.$slug.history", `${brca1}/history`),
    screen("maya", "desk.pages.$slug.compare", `${ldlr}/compare?from=1&to=2`),
    screen(
      "maya",
      "desk.pages.$slug.versions.$versionId",
      `${page}/ret-medullary-thyroid-cancer/versions/${id("version")}`,
    ),
    screen("maya", "desk.people._index", "/desk/people"),
    screen("maya", "desk.people.invite", "/desk/people/invite"),
    screen("maya", "desk.people.$id", `/desk/people/${id("person")}`),
    screen(
      "maya",
      "desk.people.$id_.edit",
      `/desk/people/${id("person")}/edit`,
    ),
    screen(
      "maya",
      "desk.people.$id_.absence",
      `/desk/people/${id("person")}/absence`,
    ),
    screen(
      "maya",
      "desk.people.$id_.leave",
      `/desk/people/${id("person")}/leave`,
    ),
    screen(
      "maya",
      "desk.reports.no-reviewer-or-owner",
      "/desk/reports/no-reviewer-or-owner",
    ),
    screen("maya", "desk.dates._index", "/desk/dates"),
    screen("maya", "desk.dates._index", "/desk/dates?within=90"),
    ...["", "?show=list"].map((show) =>
      screen("maya", "desk.dates.calendar", `/desk/dates/calendar${show}`),
    ),
    screen("maya", "desk.dates.forecast", "/desk/dates/forecast"),
    screen("maya", "desk.dates.spread", "/desk/dates/spread"),
    screen("maya", "desk.dates.kept", "/desk/dates/kept"),
    screen("maya", "desk.settings", "/desk/settings"),
    screen("maya", "desk.rules._index", "/desk/rules"),
    screen("maya", "desk.rules.$kind", "/desk/rules/gene_summary"),
    screen("ruth", "desk.rules.$kind", "/desk/rules/clinician_page"),
    screen("maya", "desk.collections", "/desk/collections"),
    screen("tom", "desk.components._index", "/desk/components"),
    screen(
      "tom",
      "desk.components.$slug",
      "/desk/components/general-disclaimer",
    ),
    screen("maya", "desk.audit", "/desk/audit"),
    screen("maya", "desk.engine", "/desk/engine"),
    screen("maya", "desk.rehearsal", "/desk/rehearsal"),
    screen("ruth", "desk.rehearsal", "/desk/rehearsal"),
    screen("maya", "desk.backlog._index", "/desk/backlog"),
    screen("maya", "desk.backlog.$slug", `/desk/backlog/${id("elsewhere")}`),
    screen("tom", "desk.notifications", "/desk/notifications"),
    screen("reader", "stop-digests.$key", "/stop-digests/none"),
    screen("maya", "desk.import", "/desk/import"),
    screen("maya", "desk.mailbox._index", "/desk/mailbox"),
    screen("maya", "desk.mailbox.$id._index", `/desk/mailbox/${id("mail")}`),
    screen("maya", "desk.inbox", "/desk/inbox"),
    screen("daniel", "desk.calendars", "/desk/calendars"),
    screen("maya", "desk.admin.webhooks", "/desk/admin/webhooks"),
    screen("maya", "desk.watch._index", "/desk/watch"),
    screen("maya", "desk.watch.new", "/desk/watch/new"),
    screen("maya", "desk.watch.sources", "/desk/watch/sources"),
    screen("maya", "desk.watch.$itemId", `/desk/watch/${id("watch")}`),
    ...["review_brought_forward", "withheld", "withdrawn"].map((outcome) =>
      screen(
        "maya",
        "desk.watch.$itemId_.$slug",
        `/desk/watch/${id("watch")}/${id("watched")}?outcome=${outcome}`,
      ),
    ),
    screen(
      "jonas",
      "desk.watch.$itemId_.$slug",
      `/desk/watch/${id("watch")}/${id("watched")}?outcome=no_effect`,
    ),
    screen("maya", "desk.admin.mail._index", "/desk/admin/mail"),
    screen(
      "maya",
      "desk.admin.mail.$kind._index",
      "/desk/admin/mail/review_requested",
    ),
    screen(
      "daniel",
      "desk.admin.mail.$kind._index",
      "/desk/admin/mail/every_mail?from=desk",
    ),
    screen("maya", "desk.$", "/desk/nothing-here", 404),
  ];
}

/**
 * Routes that are no screens of their own: frames, answers to programs, and a
 * mail as mail programs show it, in which no script may run, not even axe.
 */
const notScreens = new Set([
  ...["desk.mailbox.$id.html", "desk.admin.mail.$kind.html"],
  ...["_public.figures.$sha256", "desk.figures.$sha256"],
  ...["desk.pages.$slug.figures", "desk.components[.]json"],
  ...["desk.pages.$slug.raise-comment", "api.v1.watch-items"],
  ...["_public.api.v1.openapi[.]json", "_public.api.v1.review-dates"],
  ...["_public.api.v1.published._index", "_public.api.v1.published.$slug"],
  ...["api.v1.overdue", "api.v1.audit", "api.v1.$", "api.v1.pages._index"],
  ...["api.v1.pages.$slug._index", "api.v1.pages.$slug.blockers"],
  ...["_public", "desk", "desk.pages.$slug", "see-it-as", "sign-out"],
  ...["_public.review-dates[.]json", "_public.sitemap[.]xml"],
  ...["desk.pages.$slug.save-draft", "desk.reference.genes", "sign-in[.]json"],
  ...["desk.pages.$slug.save-suggestions", "desk.pages.$slug.pen"],
  "desk.pages.$slug.open-suggestions",
  ...["desk.pages.$slug.draft[.]docx", "_public.feed[.]atom", "calendar.$file"],
  "desk.pages.$slug.versions.$versionId_.version[.]docx",
]);

/** The route files that make screens, as app/routes names them. */
export function listRoutes(): string[] {
  const folder = new URL("../../app/routes", import.meta.url).href;
  return readdirSync(fileURLToPath(folder))
    .filter((name) => name !== "README.md")
    .map((name) => name.replace(/\.tsx?$/, ""))
    .filter((name) => !notScreens.has(name));
}

/** What sticks out of a window of this width, by its tag and class. */
export function listSticksOut(shown: Page): Promise<string[]> {
  return shown.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((each) => each.getBoundingClientRect().right > width + 1)
      .map((each) => `${each.tagName.toLowerCase()}.${each.className}`)
      .slice(0, 5);
  });
}

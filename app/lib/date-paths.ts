import { segment, withQuery } from "./address-parts";

type WantedSources = { q?: string; kind?: string | null; page?: number };

/** Addresses of review dates, what may move them, and plans. A part of `paths`. */
export const datePaths = {
  /** The plan for pages published elsewhere, and one of them. */
  backlog: (page?: number, done?: string) =>
    withQuery("/desk/backlog", {
      page: page === undefined || page === 1 ? undefined : String(page),
      done,
    }),
  /** What would follow from a change, before anybody makes it: who leaves, or of which kind the interval changes, filled in. */
  rehearsal: (of: { person?: string; kind?: string } = {}) =>
    withQuery("/desk/rehearsal", of),
  backlogPage: (slug: string) => `/desk/backlog/${segment(slug)}`,
  /** Outside events that may make pages wrong. */
  watchItems: (only: { show?: "triaged" } = {}) =>
    withQuery("/desk/watch", only),
  newWatchItem: (about: { subjectKind?: string; subject?: string } = {}) =>
    withQuery("/desk/watch/new", about),
  /** What live texts rest on. */
  sources: ({ q, kind, page = 1 }: WantedSources = {}) =>
    withQuery("/desk/watch/sources", {
      q: q === "" ? undefined : q,
      kind: kind ?? undefined,
      page: page === 1 ? undefined : String(page),
    }),
  watchItem: (id: string, done?: string) =>
    withQuery(`/desk/watch/${segment(id)}`, { done }),
  /** The triage of one page that an item touches. */
  watchTriage: (id: string, slug: string, outcome?: string) =>
    withQuery(`/desk/watch/${segment(id)}/${segment(slug)}`, { outcome }),
  /** Review dates: what is overdue, or falls due within so many days. */
  dates: (within?: string) => withQuery("/desk/dates", { within }),
  datesCalendar: (only: { month?: string; show?: "list" } = {}) =>
    withQuery("/desk/dates/calendar", only),
  /** The load of the next 24 months, of everybody or one reviewer. */
  datesForecast: (reviewer?: string) =>
    withQuery("/desk/dates/forecast", { reviewer }),
  datesSpread: (ticked?: "all") => withQuery("/desk/dates/spread", { ticked }),
  datesKept: () => "/desk/dates/kept",
};

import { isFullyApproved } from "./public-state";
import type { Desk } from "./desk";
import { blockOf, changesOutside, holdsUpSubmission } from "./documents";
import {
  hashOf,
  spellDoc,
  type Doc,
  type Draft,
  type Page,
  type Person,
  type Publication,
  type Round,
  type Version,
} from "./facts";
import { mayAct } from "./knowing";
import { isPlainMerge } from "./merge";
import {
  isEditor,
  isOnTeam,
  latestOf,
  liveOf,
  mayWrite,
  publishedRevision,
} from "./standing";
import { act, type Step } from "./step";

export const openDraft = (page: Page, line: string): Draft | undefined =>
  page.drafts.find((d) => d.line === line && d.isOpen);

const mayCreate = (who: Person) =>
  who.isActive && (isEditor(who) || who.roles.has("author"));

export function createPage(
  desk: Desk,
  who: Person,
  owner: Person | null,
  slug: string,
  doc: Doc,
  imported: null | { isElsewhere: boolean },
): Step {
  const text = spellDoc(doc);
  return {
    says: `${who.name} ${imported ? "imports" : "creates"} ${slug} (${doc.kind}) for ${owner?.name ?? "nobody"}`,
    isAllowed:
      mayCreate(who) && (imported !== null || owner === null || owner.isActive),
    call: () =>
      imported
        ? act(
            desk.db.app,
            "import_page",
            who.session,
            slug,
            doc.kind,
            text,
            "[]",
            imported.isElsewhere
              ? '{"address": "https://example.org/old", "nextDue": "2023-05-04"}'
              : null,
          )
        : act(
            desk.db.app,
            "create_page",
            who.session,
            slug,
            doc.kind,
            owner?.id ?? null,
            null,
            text,
          ),
    follow: (id) => {
      const isAuthor = !imported && who.roles.has("author");
      const draft: Draft = {
        id: "",
        line: "main",
        doc,
        revision: 1,
        basedOn: null,
        scope: [],
        isOpen: true,
        writing: imported ? [] : [{ revision: 1, by: who.id }],
      };
      desk.history.world.addresses.add(slug);
      desk.history.pages.push({
        id: String(id),
        slug,
        kind: doc.kind,
        language: doc.language,
        owner: imported ? who : owner,
        authors: new Set(isAuthor ? [who.id] : []),
        isElsewhere: imported?.isElsewhere ?? false,
        confidentialUntil: null,
        confidants: new Set(),
        isArchived: false,
        set: null,
        drafts: [draft],
        versions: [],
        publications: [],
        answers: [],
        comments: [],
        schedules: [],
        setAside: [],
        withheld: [],
      });
    },
  };
}

export function saveDraft(
  desk: Desk,
  who: Person,
  page: Page,
  line: "main" | "correction",
  doc: Doc,
  isStale: boolean,
): Step {
  const draft = openDraft(page, line);
  const isChange = draft !== undefined && spellDoc(doc) !== spellDoc(draft.doc);
  return {
    says: `${who.name} saves the ${line} draft of ${page.slug}${isStale ? " from a stale screen" : ""}: ${doc.body.content.map((b) => `${b.attrs.id}=${hashOf(spellDoc({ ...doc, body: { type: "doc", content: [b] } })).slice(0, 4)}`).join(" ")}`,
    isAllowed:
      mayAct(desk, who, page) &&
      mayWrite(who, page) &&
      draft !== undefined &&
      (!isStale || !isChange),
    call: () =>
      act(
        desk.db.app,
        "save_draft",
        who.session,
        page.id,
        line,
        (draft?.revision ?? 1) - (isStale ? 1 : 0),
        spellDoc(doc),
      ),
    follow: () => {
      if (!draft || !isChange) return;
      draft.revision += 1;
      draft.doc = doc;
      draft.writing.push({ revision: draft.revision, by: who.id });
    },
  };
}

export function rebaseDraft(
  desk: Desk,
  who: Person,
  page: Page,
  doc: Doc,
): Step {
  const draft = openDraft(page, "main");
  // What the page said last, live or ended.
  const live = latestOf(page);
  const isMade =
    draft !== undefined &&
    live !== null &&
    doc.body.content.every((b) =>
      [draft.doc, live.version.doc].some(
        (from) =>
          JSON.stringify(blockOf(from, b.attrs.id)) === JSON.stringify(b),
      ),
    ) &&
    spellDoc({ ...draft.doc, body: doc.body }) === spellDoc(doc);
  return {
    says: `${who.name} rebases ${page.slug}`,
    isAllowed: mayAct(desk, who, page) && mayWrite(who, page) && isMade,
    call: () =>
      act(
        desk.db.app,
        "rebase_draft",
        who.session,
        page.id,
        draft?.revision ?? 1,
        spellDoc(doc),
      ),
    follow: () => {
      if (!draft || !live) return;
      const base = draft.basedOn?.version.doc ?? null;
      const isPlain = isPlainMerge(base, draft.doc, live.version.doc, doc);
      draft.revision += 1;
      draft.doc = doc;
      draft.basedOn = live;
      if (!isPlain)
        draft.writing.push({ revision: draft.revision, by: who.id });
    },
  };
}

export function changeAuthor(
  desk: Desk,
  who: Person,
  page: Page,
  whom: Person,
  isAdded: boolean,
): Step {
  return {
    says: `${who.name} ${isAdded ? "adds" : "removes"} author ${whom.name}`,
    isAllowed:
      mayAct(desk, who, page) &&
      mayWrite(who, page) &&
      (!isAdded || (whom.isActive && whom.roles.has("author"))),
    call: () =>
      act(
        desk.db.app,
        isAdded ? "add_author" : "remove_author",
        who.session,
        page.id,
        whom.id,
      ),
    follow: () => {
      if (isAdded) page.authors.add(whom.id);
      else page.authors.delete(whom.id);
    },
  };
}

export function handOver(
  desk: Desk,
  who: Person,
  page: Page,
  whom: Person,
): Step {
  return {
    says: `${who.name} hands ${page.slug} over to ${whom.name}`,
    isAllowed:
      mayAct(desk, who, page) &&
      (page.owner === who || isEditor(who)) &&
      whom.isActive,
    call: () =>
      act(desk.db.app, "hand_over_page", who.session, page.id, whom.id),
    follow: () => {
      page.owner = whom;
    },
  };
}

export function openCorrection(
  desk: Desk,
  who: Person,
  page: Page,
  scope: string[],
): Step {
  const live = liveOf(page);
  return {
    says: `${who.name} opens a correction of ${page.slug}: ${scope.join(" ")}`,
    isAllowed:
      mayAct(desk, who, page) &&
      mayWrite(who, page) &&
      live !== null &&
      !openDraft(page, "correction") &&
      scope.length > 0 &&
      scope.every((id) => blockOf(live.version.doc, id) !== undefined),
    call: () =>
      act(
        desk.db.app,
        "open_correction",
        who.session,
        page.id,
        scope,
        "The dose is wrong.",
      ),
    follow: (id) => {
      if (!live) return;
      page.drafts.push({
        id: String(id),
        line: "correction",
        doc: live.version.doc,
        revision: 1,
        basedOn: live,
        scope,
        isOpen: true,
        writing: [],
      });
    },
  };
}

export function dropCorrection(desk: Desk, who: Person, page: Page): Step {
  const draft = openDraft(page, "correction");
  return {
    says: `${who.name} drops the correction of ${page.slug}`,
    isAllowed:
      mayAct(desk, who, page) && mayWrite(who, page) && draft !== undefined,
    call: () => act(desk.db.app, "drop_correction", who.session, page.id),
    follow: () => {
      if (!draft) return;
      draft.isOpen = false;
      for (const { draft: of, round } of page.versions)
        if (of === draft) round.closed ??= "taken_back";
      for (const s of page.schedules)
        if (s.version.draft === draft) s.isOpen = false;
    },
  };
}

/** The version of a page in front of reviewers on this line, if any. */
const inReview = (page: Page, line: string): Version | undefined =>
  page.versions.find((v) => v.draft.line === line && v.round.closed === null);

export type Submission = {
  line: "main" | "correction";
  kind: Round["kind"];
  scope: string[];
  expertise: string | null;
  confirms: boolean;
};

export function submitVersion(
  desk: Desk,
  who: Person,
  page: Page,
  { line, kind, scope: named, expertise, confirms }: Submission,
): Step {
  const { history } = desk;
  const draft = openDraft(page, line);
  const live = liveOf(page);
  const before = inReview(page, line);
  const rules = history.world.rules.get(page.kind);
  const scope = line === "correction" ? (draft?.scope ?? []) : named;
  const newest = page.versions.filter((v) => v.draft === draft).at(-1);
  const isRepeat =
    newest !== undefined &&
    newest.draftRevision === draft?.revision &&
    [null, "published"].includes(newest.round.closed);
  const isScheduled = page.schedules.some(
    (s) => s.version === before && s.isOpen,
  );
  const cancels =
    before !== undefined &&
    (isScheduled || isFullyApproved(history, before, desk.now()));
  const asks =
    kind !== "safety_correction" ||
    (expertise !== "medical_editor" &&
      rules?.needs.some((n) => n.expertise === expertise));
  return {
    says: `${who.name} submits the ${line} line of ${page.slug} for ${kind} [${scope.join(" ")}] ${expertise ?? ""}${confirms ? " with a yes" : ""}`,
    isAllowed:
      mayAct(desk, who, page) &&
      mayWrite(who, page) &&
      draft !== undefined &&
      !page.isArchived &&
      (line === "correction") === (kind === "safety_correction") &&
      !holdsUpSubmission(history, page, draft.doc) &&
      (kind === "full_review" ||
        (live !== null &&
          draft.basedOn === live &&
          scope.length > 0 &&
          !changesOutside(live.version.doc, draft.doc, scope))) &&
      !isRepeat &&
      (!cancels || (confirms && isEditor(who))) &&
      asks === true,
    call: async () =>
      withRound(
        desk,
        await act(
          desk.db.app,
          "submit_version",
          who.session,
          page.id,
          line,
          draft?.revision ?? 1,
          kind,
          named,
          "",
          expertise,
          confirms,
        ),
      ),
    follow: (ids) => {
      if (!draft || !rules) return;
      if (before) before.round.closed = "superseded";
      for (const s of page.schedules)
        if (s.version === before) s.isOpen = false;
      const since = publishedRevision(page, draft);
      const needs = {
        full_review: rules.needs,
        update: rules.needs,
        safety_correction: [
          { expertise: expertise ?? "", count: 1, step: 1 },
          { expertise: "editor", count: 1, step: 1 },
        ],
        copy_fix: [{ expertise: "colleague", count: 1, step: 1 }],
      }[kind];
      addVersion(desk, page, ids, {
        draft,
        draftRevision: draft.revision,
        basedOn: draft.basedOn,
        doc: draft.doc,
        submitter: who.id,
        writers: new Set(
          draft.writing
            .filter(({ revision }) => revision > since)
            .map(({ by }) => by),
        ),
        round: newRound(kind, rules, needs, scope),
      });
    },
  };
}

export function openRereview(desk: Desk, who: Person, page: Page): Step {
  const live = liveOf(page);
  const draft = openDraft(page, "main");
  const rules = desk.history.world.rules.get(page.kind);
  return {
    says: `${who.name} opens a re-review of ${page.slug}`,
    isAllowed:
      mayAct(desk, who, page) &&
      (isEditor(who) || isOnTeam(who, page)) &&
      live !== null &&
      !inReview(page, "main"),
    call: async () =>
      withRound(
        desk,
        await act(desk.db.app, "open_rereview", who.session, page.id),
      ),
    follow: (ids) => {
      if (!draft || !live || !rules) return;
      addVersion(desk, page, ids, {
        draft,
        draftRevision: publishedRevision(page, draft),
        basedOn: live,
        doc: live.version.doc,
        submitter: null,
        writers: new Set(),
        round: newRound("full_review", rules, rules.needs, []),
      });
    },
  };
}

/** Another address; no page ever had it, and none will get the old one. */
export function renamePage(
  desk: Desk,
  who: Person,
  page: Page,
  slug: string,
): Step {
  const { addresses } = desk.history.world;
  return {
    says: `${who.name} renames ${page.slug} to ${slug}`,
    isAllowed:
      mayAct(desk, who, page) &&
      isEditor(who) &&
      /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) &&
      !addresses.has(slug),
    call: () =>
      act(
        ...([desk.db.app, "rename_page", who.session, page.id, slug] as const),
        "A better name.",
      ),
    follow: () => {
      addresses.add(slug);
      page.slug = slug;
    },
  };
}

export function takeBack(desk: Desk, who: Person, version: Version): Step {
  const { page, round } = version;
  return {
    says: `${who.name} takes version ${version.number} of ${page.slug} back`,
    isAllowed:
      mayAct(desk, who, page) && mayWrite(who, page) && round.closed === null,
    call: () => act(desk.db.app, "take_back", who.session, version.id),
    follow: () => {
      round.closed = "taken_back";
      for (const a of round.assignments)
        if (["invited", "accepted"].includes(a.state)) a.state = "dismissed";
      for (const s of page.schedules)
        if (s.version === version) s.isOpen = false;
    },
  };
}

const newRound = (
  kind: Round["kind"],
  rules: Round["rules"],
  needs: Round["needs"],
  scope: string[],
): Round => ({
  id: "",
  kind,
  rules,
  needs,
  scope,
  closed: null,
  assignments: [],
  alternates: [],
});

/** The ids of a version and of its round. */
async function withRound(desk: Desk, version: unknown): Promise<string[]> {
  const { rows } = await desk.db.app.query<{ id: string }>(
    "SELECT id FROM desk.review_round WHERE version_id = $1",
    [version],
  );
  return [String(version), rows[0]?.id ?? ""];
}

type NewVersion = Pick<
  Version,
  | "draft"
  | "draftRevision"
  | "basedOn"
  | "doc"
  | "submitter"
  | "writers"
  | "round"
>;

function addVersion(
  desk: Desk,
  page: Page,
  ids: unknown,
  made: NewVersion,
): void {
  const [id = "", roundId = ""] = Array.isArray(ids) ? ids.map(String) : [];
  made.round.id = roundId;
  const text = spellDoc(made.doc);
  desk.history.order += 1;
  page.versions.push({
    ...made,
    id,
    page,
    number: page.versions.length + 1,
    text,
    sha: hashOf(text),
    order: desk.history.order,
    decisions: [],
    runs: [],
  });
}

/** What a publication does to the main draft (it follows where it may). */
export function followPublication(page: Page, publication: Publication): void {
  const draft = openDraft(page, "main");
  const { version, replaces, reinstates } = publication;
  if (version.draft.line === "correction") version.draft.isOpen = false;
  if (!draft) return;
  const old = replaces?.version ?? null;
  if (reinstates) {
    if (draft.basedOn === reinstates) draft.basedOn = publication;
  } else if (version.draft === draft && old?.sha !== version.sha)
    draft.basedOn = publication;
  else if (draft.basedOn === replaces) {
    const hasOwnWords = old === null || spellDoc(draft.doc) !== old.text;
    if (old?.sha === version.sha) draft.basedOn = publication;
    else if (!hasOwnWords) {
      draft.basedOn = publication;
      draft.doc = version.doc;
      draft.revision += 1;
    }
  }
}

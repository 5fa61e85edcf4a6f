import { EditorState, type Transaction } from "@tiptap/pm/state";
import { Autosave } from "~/components/editor/autosave";
import type { MergeReply, SaveReply } from "~/components/editor/save-reply";
import { joinScreen } from "~/components/editor/save-screen";
import type {
  AutosaveSetting,
  MergeRequest,
  Meeting,
} from "~/components/editor/save-state";
import { fromDeskMeta } from "~/components/editor/server-ids";
import { giveBlockIds } from "~/content/block-ids";
import { canonical, isSameText } from "~/content/canonical";
import { emptyContent } from "~/content/empty-content";
import { mergeSaves } from "~/content/merge-saves";
import type { Body } from "~/content/page-content";
import { parseBody } from "~/content/parse-page-content";
import { blockText } from "~/content/plain-text";
import { contentSchema } from "~/content/schema";
import { memoryJournal } from "./memory-journal";

/** A body of one paragraph for each text. */
export function bodyOf(...texts: string[]): Body {
  return {
    type: "doc",
    content: texts.map((text, index) => ({
      type: "paragraph",
      attrs: { id: idOf(index) },
      ...(text === "" ? {} : { content: [{ type: "text", text }] }),
    })),
  };
}

/** The id of a paragraph that `bodyOf` makes. */
function idOf(index: number): string {
  return "abcdefghijklmnopqrstuvwxyz"[index % 26]?.repeat(10) ?? "";
}

export function wordsOf(body: Body | null | undefined): string {
  return (body?.content ?? []).map(blockText).join(" ");
}

/** What happens to one request: no way there, no way back, or a long wait. */
export type Fate = "well" | "unreachable" | "lost" | "signed_out" | "slow";

/** One draft at the desk, and how its saves and merges are answered. */
export function pretendDraft(start: Body) {
  const draft = { revision: 1, body: start, by: "the desk" };
  const saves: { revision: number; by: string; body: Body }[] = [];
  const counts = { saves: 0, merges: 0, clashes: 0 };
  const met = (by: string): Meeting => ({
    revision: draft.revision,
    body: draft.body,
    savedBy: by,
    savedAt: new Date().toISOString(),
  });
  const store = (by: string, body: Body) => {
    const content = giveBlockIds({ ...emptyContent("gene_summary"), body });
    if (canonical(content.body) === canonical(draft.body)) return;
    const revision = draft.revision + 1;
    Object.assign(draft, { revision, body: content.body, by });
    saves.push({ revision, by, body: content.body });
    counts.saves += 1;
  };
  const save = (by: string, baseRevision: number, body: Body): SaveReply => {
    const isSame = canonical(body) === canonical(draft.body);
    if (!isSame && baseRevision !== draft.revision)
      return { kind: "stale", met: met(draft.by) };
    store(by, body);
    const { revision } = draft;
    const savedAt = new Date().toISOString();
    return { kind: "saved", revision, savedAt, body: draft.body };
  };
  const merge = (by: string, request: MergeRequest): MergeReply => {
    const { base, body, unanswered, baseRevision } = request;
    const since = saves.filter(({ revision }) => revision > baseRevision);
    const others = since.filter((one) => one.by !== by);
    const merged = mergeSaves({
      ...{ base, unanswered, mine: body },
      theirs: { ...emptyContent("gene_summary"), body: draft.body },
      ownSaves: since.filter((one) => one.by === by).map((one) => one.body),
    });
    counts.merges += 1;
    counts.clashes += merged.clashes.length;
    return {
      ...{ kind: "merged" as const, ...merged, isOwn: others.length === 0 },
      met: met(others.at(-1)?.by ?? by),
    };
  };
  return { draft, saves, counts, store, save, merge };
}

export type PretendDraft = ReturnType<typeof pretendDraft>;

/** A writer with an editor of their own, without a browser round it. */
export function pretendWriter(desk: PretendDraft, name: string) {
  const parts = memoryJournal();
  let state = EditorState.create({
    doc: contentSchema.nodeFromJSON(desk.draft.body),
  });
  /** What happens to the next requests, in order; then all is well. */
  const next: Fate[] = [];
  const waiting: (() => void)[] = [];
  const answer = async <Reply>(reply: () => Reply) => {
    const fate = next.shift() ?? "well";
    if (fate === "unreachable" || fate === "signed_out") return { kind: fate };
    if (fate === "slow")
      await new Promise<void>((resolve) => waiting.push(resolve));
    const answered = reply();
    return fate === "lost" ? { kind: "unreachable" as const } : answered;
  };
  const screen = {
    get state() {
      return state;
    },
    composing: false,
    dispatch: (change: Transaction) => {
      state = state.apply(change);
      joined.noteTransaction(change);
      if (change.docChanged && !change.getMeta(fromDeskMeta))
        autosave.noteChange();
    },
  };
  const joined = joinScreen(screen, {
    send: (revision, body) => answer(() => desk.save(name, revision, body)),
    merge: (request) => answer(() => desk.merge(name, request)),
    sendLast: () => true,
    isShort: () => true,
  });
  const setting: AutosaveSetting = {
    revision: desk.draft.revision,
    body: desk.draft.body,
    ...joined.setting,
    journal: parts.journal,
    now: () => new Date(),
  };
  const autosave = new Autosave(setting);
  /** What is on the screen, as it would be sent. */
  const body = (): Body => {
    const parsed = parseBody(state.doc.toJSON());
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    return parsed.content;
  };
  return Object.assign(parts, {
    ...{ name, autosave, setting, next, screen, body },
    words: () => wordsOf(body()),
    finishSlow: () => waiting.shift()?.(),
  });
}

export type PretendWriter = ReturnType<typeof pretendWriter>;

/** A desk with one draft, a writer at it, and ways to go wrong. */
export function pretendDesk(...texts: string[]) {
  const desk = pretendDraft(bodyOf(...(texts.length > 0 ? texts : ["start"])));
  const writer = pretendWriter(desk, "me");
  /** The screen from now on holds one paragraph for each text. */
  const type = (...wanted: string[]) => {
    const { state, dispatch } = writer.screen;
    const change = state.tr;
    const { content } = contentSchema.nodeFromJSON(bodyOf(...wanted));
    dispatch(change.replaceWith(0, state.doc.content.size, content));
  };
  /** Somebody else saves, or another form of ours. */
  const saveElsewhere = (body: Body, by = "Dr Novak") => {
    const isSame = isSameText(body, desk.draft.body);
    if (isSame)
      Object.assign(desk.draft, { revision: desk.draft.revision + 1 });
    else desk.store(by, body);
  };
  return Object.assign(writer, { desk, type, saveElsewhere });
}

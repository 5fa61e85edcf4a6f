import type { Node } from "@tiptap/pm/model";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { Body } from "~/content/page-content";
import { parseBody } from "~/content/parse-page-content";
import { decide } from "./clash-block";
import type { AutosaveSetting, Reading } from "./save-state";
import { ServerIds } from "./server-ids";

/** The part of an editor's view that saving needs. */
export type Screen = Pick<EditorView, "state" | "dispatch" | "composing">;

type Requests = Pick<
  AutosaveSetting,
  "send" | "merge" | "sendLast" | "isShort"
>;

/**
 * What an autosave reads from a screen and puts into it, round requests that
 * take their time. Each transaction of the screen must be noted.
 */
export function joinScreen(screen: Screen, requests: Requests) {
  const saves = new ServerIds();
  const merges = new ServerIds();
  let sent: Body | null = null;
  const setting = {
    ...requests,
    read: () => readBody(screen),
    send: (revision, body) => {
      // The same words sent again keep the places they were sent with.
      if (body !== sent) saves.noteSent(screen.state.doc);
      sent = body;
      return requests.send(revision, body);
    },
    merge: (request) => {
      merges.noteSent(screen.state.doc);
      return requests.merge(request);
    },
    onMerged: (body) => {
      // Another text under an unfinished character would end it.
      if (screen.composing) return false;
      const change = merges.merged(screen.state, body);
      if (change === "busy") return false;
      screen.dispatch(change);
      return true;
    },
    onChosen: (clash, choice, theirs) => {
      const reading = readBody(screen);
      if (!reading.ok) return false;
      const chosen = decide(reading.body, clash, choice, theirs);
      merges.noteSent(screen.state.doc);
      const change = merges.merged(screen.state, chosen);
      if (change === "busy") return false;
      putCursor(change, clash.blockId, choice === "both");
      screen.dispatch(change);
      return true;
    },
    onStored: (stored) => {
      const given = saves.given(screen.state, stored);
      if (given !== null) screen.dispatch(given);
    },
  } satisfies Partial<AutosaveSetting>;
  const noteTransaction = (transaction: Transaction) => {
    saves.noteTransaction(transaction);
    merges.noteTransaction(transaction);
  };
  return { setting, noteTransaction };
}

/** At the end of what was chosen; of two, at the end of the second. */
function putCursor(change: Transaction, blockId: string, isBoth: boolean) {
  change.doc.forEach((block: Node, position) => {
    if (block.attrs.id !== blockId) return;
    const end = position + block.nodeSize;
    const next = isBoth ? (change.doc.nodeAt(end)?.nodeSize ?? 0) : 0;
    const place = change.doc.resolve(end + next - 1);
    change.setSelection(TextSelection.near(place, -1)).scrollIntoView();
  });
}

function readBody(screen: Screen): Reading {
  const parsed = parseBody(screen.state.doc.toJSON());
  return parsed.ok
    ? { ok: true, body: parsed.content }
    : {
        ok: false,
        sentences: parsed.problems.slice(0, 5).map(({ message }) => message),
      };
}

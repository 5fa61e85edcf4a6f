import type { Attack } from "./attack";
import type { Scene } from "./scene";

type Call = [name: string, ...values: unknown[]];
type Build = (scene: Scene) => Call;

const statement = ([name, ...values]: Call): [string, ...unknown[]] => [
  `SELECT desk.${name}(${values.map((_, n) => `$${n + 1}`).join(", ")}) AS value`,
  ...values,
];

const refused = (
  name: string,
  code: string,
  call: Build,
  prepare?: Attack["prepare"],
): Attack => ({
  ...{ name, as: "app", refused: code, prepare },
  statements: (scene) => [statement(call(scene))],
});

const session = ({ who }: Scene, first: string) => who(first).session;

/** Acts as one of the people, outside the attack. */
async function act<Value>({ desk }: Scene, call: Call): Promise<Value> {
  const [query, ...values] = statement(call);
  const { rows } = await desk.db.app.query<{ value: Value }>(query, values);
  const [row] = rows;
  if (!row) throw new Error(`desk.${call[0]} gave no row`);
  return row.value;
}

type Draft = { id: string; revision: number; content: string };

async function draftOf({ desk }: Scene, pageId: string): Promise<Draft> {
  const { rows } = await desk.db.app.query<Draft>(
    "SELECT id, revision, content FROM desk.draft WHERE page_id = $1 AND line = 'main' AND closed_at IS NULL",
    [pageId],
  );
  const [draft] = rows;
  if (!draft) throw new Error("the page has no draft");
  return draft;
}

const held = {
  comment: "",
  set: "",
  draft: { id: "", revision: 0, content: "" },
};

const publishReady: Build = (scene) => [
  "publish",
  session(scene, "eva"),
  scene.ready.id,
];

const mustFix = (scene: Scene): Call => [
  ...(["raise_comment", session(scene, "eva"), scene.ready.id] as const),
  ...["must_fix", "b0", "", "Not so fast."],
];

/** A question to Moe about the version that waits, by its reviewer. */
const raiseQuestion = async (scene: Scene) => {
  held.comment = await act<string>(scene, [
    ...(["raise_comment", session(scene, "lars"), scene.waiting.id] as const),
    ...["question", "b0", "", "Why so?"],
  ]);
};

/** What Lars suggests for the draft that waits for him. */
const suggest = async (scene: Scene) => {
  held.draft = await draftOf(scene, scene.waiting.page.id);
  const { id, revision, content } = held.draft;
  const made = await act<{ id: string }>(scene, [
    ...(["save_suggestions", session(scene, "lars")] as const),
    ...[id, revision, null, content, "suggesting"],
  ]);
  held.set = made.id;
};

const accepting =
  (first: string): Build =>
  (scene) => [
    ...(["decide_suggestion", session(scene, first), held.set, 1] as const),
    ...["change-1", "accepted", "", "", "", held.draft.revision],
    held.draft.content,
  ];

/** Ways in through comments, suggestions and the pen. */
export const attacksOnRemarks: Attack[] = [
  refused(
    "answer a comment on a page one knows nothing of",
    "DK404 not_found",
    (scene) => [
      ...(["reply_to_comment", session(scene, "adam")] as const),
      ...[held.comment, "Let me in."],
    ],
    raiseQuestion,
  ),
  refused(
    "open again a comment on a page one knows nothing of",
    "DK404 not_found",
    (scene) => [
      ...(["reopen_comment", session(scene, "adam")] as const),
      ...[held.comment, "Let me in."],
    ],
  ),
  refused("answer a comment without a session", "DK401 not_signed_in", () => [
    ...(["reply_to_comment", "x", held.comment, "Let me in."] as const),
  ]),
  refused(
    "have a mail sent to somebody who may not read the text",
    "DK422 mention_unknown",
    (scene) => [
      ...(["reply_to_comment", session(scene, "lars")] as const),
      ...[held.comment, "Look.", [scene.who("adam").id]],
    ],
  ),
  refused(
    "comment on a draft one knows nothing of",
    "DK404 not_found",
    (scene) => [
      ...(["raise_draft_comment", session(scene, "adam")] as const),
      ...[held.draft.id, 1, "question", null, "", "What is it?"],
    ],
    suggest,
  ),
  refused("suggest words for such a draft", "DK404 not_found", (scene) => [
    ...(["save_suggestions", session(scene, "adam"), held.draft.id] as const),
    ...[held.draft.revision, null, held.draft.content],
  ]),
  refused(
    "suggest another title, under cover of words",
    "DK422 invalid_content",
    (scene) => [
      ...(["save_suggestions", session(scene, "lars")] as const),
      ...[held.draft.id, held.draft.revision, 1],
      held.draft.content.replace('"title":"', '"title":"Not '),
    ],
  ),
  refused(
    "accept one's own suggestion as a reviewer",
    "DK404 not_found",
    accepting("lars"),
  ),
  refused(
    "decline a colleague's suggestion as a reviewer",
    "DK404 not_found",
    (scene) => [
      ...(["decide_suggestion", session(scene, "mary"), held.set, 1] as const),
      ...["change-1", "declined", "", "", "", held.draft.revision, null],
    ],
  ),
  refused(
    "accept a suggestion that is not there",
    "DK404 not_found",
    (scene) => [
      ...(["decide_suggestion", session(scene, "eva")] as const),
      ...["00000000-0000-0000-0000-000000000000", 1, "change-1", "accepted"],
      ...["", "", "", held.draft.revision, held.draft.content],
    ],
  ),
  refused(
    "close somebody's suggestions as a reviewer",
    "DK404 not_found",
    (scene) => ["close_suggestions", session(scene, "mary"), held.set],
  ),
  refused("take the pen of a stranger's draft", "DK404 not_found", (scene) => [
    ...(["take_pen", session(scene, "lars"), held.draft.id] as const),
  ]),
  refused("look at a stranger's draft", "DK404 not_found", (scene) => [
    ...(["record_look", session(scene, "mary"), null, held.draft.id] as const),
  ]),
  refused(
    "publish under a must-fix that was closed and opened again",
    "DK409 blocked",
    publishReady,
    async (scene) => {
      held.comment = await act<string>(scene, mustFix(scene));
      const eva = session(scene, "eva");
      await act(scene, ["close_comment", eva, held.comment, "Done."]);
      await act(scene, ["reopen_comment", eva, held.comment, "It is not."]);
    },
  ),
  refused(
    "publish under a must-fix on the draft",
    "DK409 blocked",
    publishReady,
    async (scene) => {
      const eva = session(scene, "eva");
      await act(scene, ["close_comment", eva, held.comment, "Done."]);
      const { id, revision } = await draftOf(scene, scene.ready.page.id);
      await act(scene, [
        ...(["raise_draft_comment", eva, id, revision, "must_fix"] as const),
        ...["b0", "", "Not so fast."],
      ]);
    },
  ),
];

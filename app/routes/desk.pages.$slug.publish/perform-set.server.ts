import { z } from "zod";
import type { PageAsked } from "~/auth/require-page.server";
import { addToSet } from "~/commands/add-to-set.server";
import { makePageSet } from "~/commands/make-page-set.server";
import { publishSet } from "~/commands/publish-set.server";
import { removeFromSet } from "~/commands/remove-from-set.server";
import { findPageIdBySlug, findSetOf } from "~/data/page-sets.server";
import { type Outcome, refused } from "~/domain/outcome";
import { lineOf, parseForm, textOf } from "~/lib/parse-form";
import { done, type Performed, wrong } from "~/lib/performed";
import { refusedForm } from "~/wording/refused-form";

const setForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("make_set"),
    setName: lineOf("Give the set a name.", 120),
    otherSlug: lineOf("Give the address of the other page.", 200),
  }),
  z.object({ intent: z.literal("join_set"), setId: z.uuid("Choose a set.") }),
  z.object({
    intent: z.literal("leave_set"),
    leaveReason: textOf("Say why the page leaves its set.", 5_000),
  }),
  z.object({
    intent: z.literal("publish_set"),
    setId: z.uuid(),
    versionId: z.preprocess((sent) => [sent].flat(), z.array(z.uuid()).max(50)),
  }),
]);

const doneWords = {
  make_set: "set_made",
  join_set: "set_joined",
  leave_set: "set_left",
  publish_set: "set_published",
} as const;

const fields = {
  make_set: "otherSlug",
  join_set: "setId",
  leave_set: "leaveReason",
  publish_set: "publish_set",
} as const;

/** Performs an act on a page's set; null for a form that the screen never sends. */
export async function performOnSet(
  asked: PageAsked,
  sent: FormData,
): Promise<Performed | null> {
  const form = parseForm(setForm, sent);
  const intent = sent.get("intent");
  if (!form.ok)
    return typeof intent === "string" && intent in fields
      ? wrong(intent, 422, form.errors, form.typed)
      : null;
  const { values } = form;
  const outcome = await act(asked, values);
  if (outcome.ok) return done(doneWords[values.intent]);
  const { status, errors } = refusedForm(outcome, {}, fields[values.intent]);
  return wrong(values.intent, status, errors, form.typed);
}

async function act(
  { sessionId, person, page }: PageAsked,
  values: z.output<typeof setForm>,
): Promise<Outcome<unknown>> {
  switch (values.intent) {
    case "make_set": {
      const other = await findPageIdBySlug(
        values.otherSlug.replace(/^.*\//, ""),
        person.id,
      );
      if (!other) return refused("not_found");
      return makePageSet(sessionId, values.setName, [page.id, other]);
    }
    case "join_set":
      return addToSet(sessionId, values.setId, page.id);
    case "leave_set":
      return removeFromSet(sessionId, page.id, values.leaveReason);
    case "publish_set": {
      const set = await findSetOf(page.id, person.id);
      if (set?.id !== values.setId) return refused("not_found");
      return publishSet(sessionId, set.id, values.versionId);
    }
  }
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { type PageAsked, requirePage } from "~/auth/require-page.server";
import { askForPen } from "~/commands/ask-for-pen.server";
import { givePen } from "~/commands/give-pen.server";
import { releasePen } from "~/commands/release-pen.server";
import { takePen } from "~/commands/take-pen.server";
import { type DraftLine, draftLines, findDraft } from "~/data/drafts.server";
import { findPen } from "~/data/pens.server";
import { isEditor } from "~/policy/pages";
import { wordRefusal } from "~/wording/refusals";

const lineSchema = z.enum(draftLines);
const formSchema = z.object({
  act: z.enum(["write", "ask", "give", "take", "release"]),
  reason: z.string().trim().max(2000).default(""),
});
type Form = z.infer<typeof formSchema>;

/** How the pen of the draft stands, for the editor beside it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePage(request, params.slug, "write");
  const draft = await findDraft(asked.page.id, lineOf(request));
  return draft ? standing(asked, draft.id) : refusal("not_found");
}

/** One act with the pen; answers with how it stands then. */
export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await requirePage(request, params.slug, "write");
  const sent = Object.fromEntries(await request.formData());
  const form = formSchema.safeParse(sent);
  if (!form.success) return refusal("invalid_form");
  const draft = await findDraft(asked.page.id, lineOf(request));
  if (!draft) return refusal("not_found");
  const outcome = await perform(asked.sessionId, draft.id, form.data);
  // Somebody else has it: that is the answer, not a mistake.
  const isAnswer = outcome.ok || courteous.has(outcome.because);
  return isAnswer ? standing(asked, draft.id) : refusal(outcome.because);
}

const courteous = new Set<string>(["pen_held", "pen_lost", "nobody_asked"]);

function perform(sessionId: string, draftId: string, { act, reason }: Form) {
  switch (act) {
    case "write":
      return takePen(sessionId, draftId);
    case "take":
      return takePen(sessionId, draftId, reason);
    case "ask":
      return askForPen(sessionId, draftId);
    case "give":
      return givePen(sessionId, draftId);
    case "release":
      return releasePen(sessionId, draftId);
  }
}

async function standing({ person }: PageAsked, draftId: string) {
  const pen = await findPen(draftId);
  const isHeld = pen?.isHeld === true;
  const isMe = (id: string | null) => id === person.id;
  const asker = isHeld && pen.askedById !== null && pen.askedBy !== null;
  const wasTaken = isHeld && isMe(pen.takenFromId);
  return Response.json({
    ok: true,
    pen: {
      holder: isHeld
        ? {
            name: pen.heldBy,
            isMe: isMe(pen.heldById),
            minutesAgo: pen.minutesAgo,
          }
        : null,
      asker: asker ? { name: pen.askedBy, isMe: isMe(pen.askedById) } : null,
      takenBecause: wasTaken ? pen.takenReason : null,
      mayTake: isEditor(person),
    },
  });
}

function lineOf(request: Request): DraftLine {
  const query = new URL(request.url).searchParams;
  return lineSchema.catch("main").parse(query.get("line"));
}

function refusal(because: Parameters<typeof wordRefusal>[0]) {
  const { status, sentence } = wordRefusal(because);
  return Response.json({ ok: false, because, message: sentence }, { status });
}

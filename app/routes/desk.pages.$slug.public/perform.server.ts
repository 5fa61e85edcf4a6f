import type { z } from "zod";
import type { PageAsked } from "~/auth/require-page.server";
import { archivePage } from "~/commands/archive-page.server";
import { bringDateForward } from "~/commands/bring-date-forward.server";
import { openRereview } from "~/commands/open-rereview.server";
import { renamePage } from "~/commands/rename-page.server";
import { putUpNotice } from "~/commands/put-up-notice.server";
import { reinstate } from "~/commands/reinstate.server";
import { returnBlock } from "~/commands/return-block.server";
import { takeDownNotice } from "~/commands/take-down-notice.server";
import { withdraw } from "~/commands/withdraw.server";
import { withholdBlock } from "~/commands/withhold-block.server";
import type { Outcome } from "~/domain/outcome";
import type { RefusalCode } from "~/domain/refusals";
import { parseForm } from "~/lib/parse-form";
import { done, type Performed, wrong } from "~/lib/performed";
import { refusedBlockers, refusedForm } from "~/wording/refused-form";
import {
  dateForm,
  noticeForm,
  reasonForm,
  renameForm,
  returnForm,
  takeDownForm,
  withdrawForm,
  withholdForm,
} from "./forms";

/** Performs the act that a form of the public screen names; null for no such act. */
export async function perform(
  { sessionId, page }: PageAsked,
  sent: FormData,
): Promise<Performed | null> {
  const { id: pageId } = page;
  switch (sent.get("intent")) {
    case "withdraw":
      return act(sent, withdrawForm, "withdrawn", (values) =>
        withdraw(sessionId, { pageId, ...values }),
      );
    case "reinstate":
      return act(sent, reasonForm, "reinstated", ({ reason }) =>
        reinstate(sessionId, pageId, reason),
      );
    case "withhold":
      return act(sent, withholdForm, "withheld", ({ blockId, reason }) =>
        withholdBlock(sessionId, pageId, blockId, reason),
      );
    case "return":
      return act(sent, returnForm, "returned", ({ withheldId, reason }) =>
        returnBlock(sessionId, withheldId, reason),
      );
    case "notice":
      return act(sent, noticeForm, "notice_up", ({ type, reason }) =>
        putUpNotice(sessionId, pageId, type, reason),
      );
    case "take_down":
      return act(sent, takeDownForm, "notice_down", ({ noticeId, reason }) =>
        takeDownNotice(sessionId, noticeId, reason),
      );
    case "date":
      return act(
        sent,
        dateForm,
        "brought_forward",
        ({ due, reason }) => bringDateForward(sessionId, pageId, due, reason),
        { day_out_of_range: "due" },
      );
    case "rename":
      return act(
        sent,
        renameForm,
        "renamed",
        (values) => renamePage(sessionId, { pageId, ...values }),
        { slug_taken: "slug", invalid_slug: "slug" },
      );
    case "archive":
      return act(sent, reasonForm, "archived", ({ reason }) =>
        archivePage(sessionId, pageId, reason),
      );
    case "rereview":
      return opened(await openRereview(sessionId, pageId));
    default:
      return null;
  }
}

/**
 * Reads the form and performs the act. Whoever presses twice is led where the
 * first press led.
 */
async function act<Schema extends z.ZodType>(
  sent: FormData,
  schema: Schema,
  word: string,
  command: (values: z.output<Schema>) => Promise<Outcome<unknown>>,
  fields: Partial<Record<RefusalCode, string>> = {},
): Promise<Performed> {
  const intent = String(sent.get("intent"));
  const form = parseForm(schema, sent);
  if (!form.ok) return wrong(intent, 422, form.errors, form.typed);
  const outcome = await command(form.values);
  if (outcome.ok || outcome.because === "already_decided") return done(word);
  const { status, errors } = refusedForm(outcome, fields, "reason");
  const reasons = [...errors, ...refusedBlockers(outcome)];
  return wrong(intent, status, reasons, form.typed);
}

function opened(outcome: Outcome<string>): Performed {
  if (outcome.ok || outcome.because === "round_open") return done("rereview");
  const { status, errors } = refusedForm(outcome, {}, "rereview");
  return wrong("rereview", status, errors, {});
}

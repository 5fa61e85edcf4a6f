import type { PageAsked } from "~/auth/require-page.server";
import { cancelSchedule } from "~/commands/cancel-schedule.server";
import { unnameConfidentialReader } from "~/commands/unname-confidential-reader.server";
import { nameConfidentialReader } from "~/commands/name-confidential-reader.server";
import { publish } from "~/commands/publish.server";
import { setConfidentialUntil } from "~/commands/set-confidential-until.server";
import { listOpenSchedules } from "~/data/publications.server";
import { parseForm } from "~/lib/parse-form";
import { done, type Performed, wrong } from "~/lib/performed";
import { refusedForm } from "~/wording/refused-form";
import {
  isOfPage,
  schedule,
  scheduleWholeSet,
} from "./perform-schedule.server";
import { performOnSet } from "./perform-set.server";
import { cancelForm, confidentialForm, publishForm, readerForm } from "./forms";

/** Performs the act that a form of the publish screen names; null for no such act. */
export async function perform(
  asked: PageAsked,
  address: string,
  sent: FormData,
): Promise<Performed | null> {
  switch (sent.get("intent")) {
    case "publish":
      return publishNow(asked, sent);
    case "schedule":
      return schedule(asked, address, sent);
    case "schedule_set":
      return scheduleWholeSet(asked, address, sent);
    case "cancel_schedule":
      return cancel(asked, sent);
    case "confidential":
      return keepConfidential(asked, sent);
    case "name_reader":
      return nameReader(asked, sent);
    case "unname_reader":
      return unnameReader(asked, sent);
    default:
      return performOnSet(asked, sent);
  }
}

async function publishNow(
  { sessionId, page }: PageAsked,
  sent: FormData,
): Promise<Performed | null> {
  const form = parseForm(publishForm, sent);
  if (!form.ok) return null;
  const { versionId } = form.values;
  if (!(await isOfPage(page.id, versionId))) return null;
  const outcome = await publish(sessionId, versionId);
  if (outcome.ok) return done("published");
  if (outcome.because === "already_live") return done("live_already");
  const { status, errors } = refusedForm(outcome, {}, "publish");
  return wrong("publish", status, errors, form.typed);
}

async function cancel(
  { sessionId, page }: PageAsked,
  sent: FormData,
): Promise<Performed | null> {
  const form = parseForm(cancelForm, sent);
  if (!form.ok) return null;
  const { scheduleId } = form.values;
  const open = await listOpenSchedules(page.id);
  if (!open.some(({ id }) => id === scheduleId)) return done("cancelled");
  const outcome = await cancelSchedule(sessionId, scheduleId);
  if (outcome.ok || outcome.because === "already_decided")
    return done("cancelled");
  const { status, errors } = refusedForm(outcome, {}, "cancel");
  return wrong("cancel_schedule", status, errors, form.typed);
}

async function keepConfidential(
  { sessionId, page }: PageAsked,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(confidentialForm, sent);
  if (!form.ok) return wrong("confidential", 422, form.errors, form.typed);
  const { until } = form.values;
  const outcome = await setConfidentialUntil(sessionId, page.id, until);
  if (outcome.ok) return done("confidential");
  const { status, errors } = refusedForm(outcome, {}, "until");
  return wrong("confidential", status, errors, form.typed);
}

async function nameReader(
  { sessionId, page }: PageAsked,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(readerForm, sent);
  if (!form.ok) return wrong("name_reader", 422, form.errors, form.typed);
  const { personId } = form.values;
  const outcome = await nameConfidentialReader(sessionId, page.id, personId);
  if (outcome.ok || outcome.because === "already_decided")
    return done("reader_named");
  const { status, errors } = refusedForm(outcome, {}, "personId");
  return wrong("name_reader", status, errors, form.typed);
}

async function unnameReader(
  { sessionId, page }: PageAsked,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(readerForm, sent);
  if (!form.ok) return wrong("unname_reader", 422, form.errors, form.typed);
  const { personId } = form.values;
  const outcome = await unnameConfidentialReader(sessionId, page.id, personId);
  if (outcome.ok || outcome.because === "already_decided")
    return done("reader_unnamed");
  const { status, errors } = refusedForm(outcome, {}, "personId");
  return wrong("unname_reader", status, errors, form.typed);
}

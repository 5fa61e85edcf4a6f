import type { PageAsked } from "~/auth/require-page.server";
import { grantSignature } from "~/auth/signing-grant.server";
import { schedulePublication } from "~/commands/schedule-publication.server";
import { scheduleSet } from "~/commands/schedule-set.server";
import { findSetOf } from "~/data/page-sets.server";
import { listPublishableVersions } from "~/data/publications.server";
import type { Outcome } from "~/domain/outcome";
import { parseForm, type TypedForm } from "~/lib/parse-form";
import { done, type Performed, wrong } from "~/lib/performed";
import { refusedForm, refusedPassword } from "~/wording/refused-form";
import { scheduleForm, setScheduleForm } from "./forms";

/** Signs that one version goes live at a later hour. */
export async function schedule(
  asked: PageAsked,
  address: string,
  sent: FormData,
): Promise<Performed | null> {
  const form = parseForm(scheduleForm, sent);
  if (!form.ok) return wrong("schedule", 422, form.errors, form.typed);
  const { versionId, sha, password, ...hour } = form.values;
  if (!(await isOfPage(asked.page.id, versionId))) return null;
  const to = { intent: "schedule", sha, password, typed: form.typed };
  return sign(asked, address, to, (grant) =>
    schedulePublication(asked.sessionId, grant, {
      ...{ versionId, contentSha256: sha, ...hour },
    }),
  );
}

/** Signs once that all of the page's set goes live at a later hour. */
export async function scheduleWholeSet(
  asked: PageAsked,
  address: string,
  sent: FormData,
): Promise<Performed | null> {
  const form = parseForm(setScheduleForm, sent);
  if (!form.ok) return wrong("schedule_set", 422, form.errors, form.typed);
  const { setId, sha, password, ...hour } = form.values;
  const set = await findSetOf(asked.page.id, asked.person.id);
  if (set?.id !== setId) return null;
  const versionIds = set.members.flatMap(({ versionId }) => versionId ?? []);
  const to = { intent: "schedule_set", sha, password, typed: form.typed };
  return sign(asked, address, to, (grant) =>
    scheduleSet(asked.sessionId, grant, {
      ...{ setId, contentSha256: sha, versionIds, ...hour },
    }),
  );
}

async function sign(
  { person, sessionId }: PageAsked,
  address: string,
  to: { intent: string; sha: string; password: string; typed: TypedForm },
  act: (grant: string) => Promise<Outcome<unknown>>,
): Promise<Performed> {
  const { intent, sha, password, typed } = to;
  const confirmed = await grantSignature({
    ...{ person, sessionId, address, password },
    act: "schedule",
    contentSha256: sha,
  });
  if (!confirmed.ok) {
    const { status, errors } = refusedPassword(confirmed);
    return wrong(intent, status, errors, typed);
  }
  const outcome = await act(confirmed.value);
  if (outcome.ok || outcome.because === "already_decided")
    return done("scheduled");
  if (outcome.because === "invalid_day") {
    const sentence =
      "The clocks of the desk never show that time on that day. Choose another.";
    return wrong(intent, 422, [{ name: "time", sentence }], typed);
  }
  const fields = { schedule_past: "time" } as const;
  const { status, errors } = refusedForm(outcome, fields, "day");
  return wrong(intent, status, errors, typed);
}

/** Whether a version that a form names is one of this page's. */
export async function isOfPage(
  pageId: string,
  versionId: string,
): Promise<boolean> {
  const versions = await listPublishableVersions(pageId);
  return versions.some(({ id }) => id === versionId);
}

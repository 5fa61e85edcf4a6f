import { findAccount } from "~/data/credentials.server";
import { type DeskFrame, getDeskName } from "~/data/desk-frame.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type SampleViewName, sampleViews } from "~/domain/sample-views";
import { environment } from "~/lib/environment.server";
import { closeSession, openSession } from "./session.server";

/** Whether a desk is the sample: in its own record, and not denied by `DEMO=0`. */
export function isSample({ mode }: Pick<DeskFrame, "mode">): boolean {
  return mode === "demo" && environment().isDemoWanted !== false;
}

/**
 * Signs in as the sample's author, reviewer or editor, or out as its reader.
 * Refused on every other desk, and for whom somebody has switched off. Gives the `Set-Cookie` header.
 */
export async function seeItAs(
  request: Request,
  name: SampleViewName,
): Promise<Outcome<string>> {
  if (!isSample(await getDeskName())) return refused("demo_only");
  const email = sampleViews.find((view) => view.value === name)?.email ?? null;
  if (email === null) return done(await closeSession(request));
  const account = await findAccount(email);
  if (!account?.isActive) return refused("person_inactive");
  return done(await openSession(request, account.personId, "demo"));
}

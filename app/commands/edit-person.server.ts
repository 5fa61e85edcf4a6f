import type { Topic } from "~/content/page-content";
import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** What people say of themselves; an empty ORCID is none. */
export type OwnDetails = {
  orcid: string;
  languages: string[];
  /** How many open reviews they take at a time. */
  capacity: number;
  topics: Topic[];
};

/** The same with what stands under signatures, which an editor puts right. */
export type PersonRecord = OwnDetails & {
  name: string;
  prefix: string;
  credentials: string;
  affiliation: string;
};

/** Puts a person's record right; what they signed keeps the words it was signed with. */
export async function editPerson(
  sessionId: string,
  personId: string,
  record: PersonRecord,
): Promise<Outcome> {
  return runAct(appPool(), "edit_person", [
    ...[sessionId, personId, JSON.stringify(record)],
  ]);
}

import { editOwnDetails } from "~/commands/edit-own-details.server";
import { editPerson } from "~/commands/edit-person.server";
import { withGeneCode } from "~/commands/find-genes.server";
import { readRows, typedFormOf } from "~/lib/form-rows";
import { parseForm } from "~/lib/parse-form";
import { done, type Performed, wrong } from "~/lib/performed";
import { refusedForm } from "~/wording/refused-form";
import { topicRow } from "../desk.pages.$slug.details/read-details";
import { ownForm, recordForm } from "./form";

/** Keeps what was typed about a person; `isWhole`: an editor puts the record right. */
export async function perform(
  sessionId: string,
  personId: string,
  isWhole: boolean,
  sent: FormData,
): Promise<Performed> {
  const typed = typedFormOf(sent);
  const rows = readRows(sent, "topic", topicRow);
  const own = parseForm(ownForm, sent);
  const record = isWhole ? parseForm(recordForm, sent) : null;
  const form = record ?? own;
  const errors = [...(form.ok ? [] : form.errors), ...rows.errors];
  if (!form.ok || !own.ok || errors.length > 0)
    return wrong("edit", 422, errors, typed);
  const topics = await Promise.all(
    rows.rows.map(({ row }) => withGeneCode(row)),
  );
  const outcome = record?.ok
    ? await editPerson(sessionId, personId, { ...record.values, topics })
    : await editOwnDetails(sessionId, { ...own.values, topics });
  if (outcome.ok) return done("edited");
  const refusal = refusedForm(
    outcome,
    { invalid_orcid: "orcid", name_missing: "name" },
    "orcid",
  );
  return wrong("edit", refusal.status, refusal.errors, typed);
}

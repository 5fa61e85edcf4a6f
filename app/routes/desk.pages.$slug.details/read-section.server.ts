import { withGeneCode } from "~/commands/find-genes.server";
import type { DetailsInput } from "~/commands/change-details.server";
import type { Problem } from "~/content/problems";
import { creditOf } from "~/data/page-team.server";
import { readRows, rowField } from "~/lib/form-rows";
import { type FieldError, parseForm } from "~/lib/parse-form";
import { aboutForm, aiUseForm, creditRow, topicRow } from "./read-details";
import type { DetailsSection } from "./sections";

type Changes = Pick<DetailsInput, "details" | "place">;

export type SectionRead =
  | {
      ok: true;
      changes: Changes;
      /** The control that a problem of the document is about. */
      fieldOf: (problem: Problem) => string;
    }
  | { ok: false; errors: FieldError[] };

/** What was typed into one part of the screen. */
export async function readSection(
  section: DetailsSection,
  form: FormData,
): Promise<SectionRead> {
  return readers[section](form);
}

const readers: Record<
  DetailsSection,
  (form: FormData) => Promise<SectionRead> | SectionRead
> = {
  about: (form) => {
    const read = parseForm(aboutForm, form);
    if (!read.ok) return read;
    const { kind, language, collection, ...details } = read.values;
    const place = { kind, language, collectionId: collection };
    return { ok: true, changes: { details, place }, fieldOf: firstName };
  },
  topics: async (form) => {
    const read = readRows(form, "topic", topicRow);
    if (read.errors.length > 0) return { ok: false, errors: read.errors };
    const topics = await Promise.all(
      read.rows.map(({ row }) => withGeneCode(row)),
    );
    const fieldOf = placeIn("topic", read.rows);
    return { ok: true, changes: { details: { topics } }, fieldOf };
  },
  credits: async (form) => {
    const read = readRows(form, "credit", creditRow);
    if (read.errors.length > 0) return { ok: false, errors: read.errors };
    const credits = await Promise.all(read.rows.map(({ row }) => named(row)));
    const fieldOf = placeIn("credit", read.rows);
    return { ok: true, changes: { details: { credits } }, fieldOf };
  },
  "ai-use": (form) => {
    const read = parseForm(aiUseForm, form);
    if (!read.ok) return read;
    const changes = { details: { aiUse: read.values } };
    return { ok: true, changes, fieldOf: lastName };
  },
};

type Credit = NonNullable<(typeof creditRow)["_output"]>;

/** A credit of somebody of the desk takes from their record what was left empty. */
async function named(credit: Credit): Promise<Credit> {
  if (credit.personId === null || credit.name !== "") return credit;
  const [known] = await creditOf(credit.personId);
  if (!known) return credit;
  return {
    ...credit,
    name: known.name,
    credentials: credit.credentials || known.credentials,
    affiliation: credit.affiliation || known.affiliation,
    orcid: credit.orcid ?? known.orcid,
  };
}

/** "jurisdictions[0]" is about the control "jurisdictions". */
function firstName({ path }: Problem): string {
  return path.split(/[.[]/)[0] ?? "title";
}

/** "aiUse.usedOn" is about the control "usedOn". */
function lastName({ path }: Problem): string {
  return path.split(".").at(-1) ?? "level";
}

/** "credits[1].orcid" is about the control of the second row that held something. */
function placeIn(prefix: string, rows: readonly { place: number }[]) {
  return ({ path }: Problem) => {
    const [, index = "0", field = ""] = /\[(\d+)\]\.?(\w*)/.exec(path) ?? [];
    return rowField(prefix, rows[Number(index)]?.place ?? 0, field);
  };
}

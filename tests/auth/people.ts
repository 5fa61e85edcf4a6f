import { hashPassword } from "~/lib/password-hash.server";
import { createPage } from "~/commands/create-page.server";
import type { Expertise, Role } from "~/domain/words";
import type { TestDatabase } from "../support/database";

/** The password of everybody in these tests. */
export const password = "seven quiet chromosomes";

/** Adds a person with a password of their own; gives the id. */
export async function addPerson(
  database: TestDatabase,
  email: string,
  roles: Role[],
  { hasPassword = true, expertise = [] as Expertise[] } = {},
): Promise<string> {
  const { rows } = await database.auth.query<{ id: string }>(
    "SELECT desk.operator_add_person($1, $2, '', '', '', '', $3, $4) AS id",
    [email, email.split("@")[0], roles, expertise],
  );
  const id = rows[0]?.id ?? "";
  if (hasPassword) {
    await database.auth.query(
      "INSERT INTO desk.credential (person_id, password_hash) VALUES ($1, $2)",
      [id, await hashPassword(password)],
    );
  }
  return id;
}

/** A request of a browser that holds this cookie. */
export function requestWith(setCookie: string | null, url = "/desk"): Request {
  const headers = new Headers();
  const [cookie] = (setCookie ?? "").split(";");
  if (cookie) headers.set("Cookie", cookie);
  return new Request(new URL(url, "http://localhost:3000"), { headers });
}

/** Makes a page that somebody owns, through the session of whoever makes it. */
export async function addPage(
  sessionId: string,
  slug: string,
  ownerId: string,
): Promise<void> {
  const made = await createPage(sessionId, {
    ...{ slug, title: `Page ${slug}`, kind: "gene_summary", ownerId },
    ...{ audience: "clinicians", language: "en-GB", jurisdictions: ["GB-ENG"] },
    ...{ topics: [], collectionId: null, credits: [], hasSections: false },
  });
  if (!made.ok) throw new Error(made.because);
}

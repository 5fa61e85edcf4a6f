import { type MailWords, signatureKind } from "~/domain/mail-words";
import { appPool } from "./pools.server";

/** One saving of the desk's own words; without words it gave the shipped ones back. */
export type KeptWords = MailWords & {
  kind: string;
  number: number;
  writtenBy: string;
  writtenAt: Date;
};

const columns = `w.kind, w.number, w.opening, w.closing, p.name AS "writtenBy", w.written_at AS "writtenAt"`;

/** The words that hold, of every kind of mail that ever had any, by kind. */
export async function listKeptWords(): Promise<KeptWords[]> {
  const { rows } = await appPool().query<KeptWords>(
    `SELECT DISTINCT ON (w.kind) ${columns} FROM desk.mail_words w JOIN desk.person p ON p.id = w.written_by
      ORDER BY w.kind, w.number DESC`,
  );
  return rows;
}

/** Every saving of one kind, the newest first, at most fifty. */
export async function listSavedWords(kind: string): Promise<KeptWords[]> {
  const { rows } = await appPool().query<KeptWords>(
    `SELECT ${columns} FROM desk.mail_words w JOIN desk.person p ON p.id = w.written_by
      WHERE w.kind = $1 ORDER BY w.number DESC LIMIT 50`,
    [kind],
  );
  return rows;
}

/** What a mail of one kind says of the desk's own: its words and the signature of every mail, as they hold now. */
export async function findWordsOf(
  kind: string,
): Promise<{ words: MailWords; signature: MailWords }> {
  const { rows } = await appPool().query<MailWords & { kind: string }>(
    `SELECT k.kind, w.opening, w.closing FROM unnest($1::text[]) k(kind)
      CROSS JOIN LATERAL (SELECT opening, closing FROM desk.mail_words WHERE kind = k.kind ORDER BY number DESC LIMIT 1) w`,
    [[kind, signatureKind]],
  );
  const of = (asked: string) =>
    rows.find((row) => row.kind === asked) ?? { opening: "", closing: "" };
  return { words: of(kind), signature: of(signatureKind) };
}

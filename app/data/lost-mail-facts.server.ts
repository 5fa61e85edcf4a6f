import { getRow } from "./mail-facts.server";

export type LostMailFacts = {
  personName: string;
  personAddress: string;
  lostSubject: string;
  triedOn: string;
  reason: string;
};

export async function getLostMailFacts(mailId: string): Promise<LostMailFacts> {
  return getRow<LostMailFacts>(
    `SELECT btrim(p.prefix || ' ' || p.name) AS "personName", p.email AS "personAddress",
            coalesce(m.subject, replace(m.kind, '_', ' ')) AS "lostSubject",
            desk.day_of(m.queued_at) AS "triedOn", coalesce(m.last_error, 'No reason was given.') AS reason
       FROM desk.mail m JOIN desk.person p ON p.id = m.recipient_id WHERE m.id = $1`,
    mailId,
  );
}

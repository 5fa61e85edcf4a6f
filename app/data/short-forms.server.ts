import type { FormAnswer } from "~/domain/words";
import { appPool } from "./pools.server";

/** A question of the short form that goes with an approval. */
export type ReviewQuestion = { id: string; question: string };

/** The questions asked for a version now, in their order. */
export async function listQuestions(
  versionId: string,
): Promise<ReviewQuestion[]> {
  const { rows } = await appPool().query<ReviewQuestion>(
    "SELECT id, question FROM desk.questions_for($1) ORDER BY position",
    [versionId],
  );
  return rows;
}

/** A value as somebody typed it from its source, beside what the text says. */
export type KeyedRecord = {
  blockId: string;
  kind: "dose" | "percentage" | "age" | "variant";
  said: string;
  typed: string;
  isEqual: boolean;
  keyedOn: string;
};

/** What went with one decision: the short form, every value keyed again, every claim confirmed. */
export type DecisionRecord = {
  decisionId: string;
  answers: { question: string; answer: FormAnswer }[];
  keyed: KeyedRecord[];
  claims: { sentence: string; trueOn: string; source: string }[];
};

/** The records of all decisions on a version. */
export async function listDecisionRecords(
  versionId: string,
): Promise<DecisionRecord[]> {
  const { rows } = await appPool().query<DecisionRecord>(
    `SELECT d.id AS "decisionId",
            coalesce((SELECT jsonb_agg(jsonb_build_object('question', q.question, 'answer', a.answer) ORDER BY q.position)
               FROM desk.decision_answer a JOIN desk.review_question q ON q.id = a.question_id WHERE a.decision_id = d.id), '[]') AS answers,
            coalesce((SELECT jsonb_agg(jsonb_build_object('blockId', k.block_id, 'kind', k.kind, 'said', k.said, 'typed', k.typed,
                       'isEqual', k.is_equal, 'keyedOn', desk.day_of(k.keyed_at)) ORDER BY k.seq)
               FROM desk.keyed_value k WHERE k.assignment_id = d.assignment_id AND k.keyed_at <= d.signed_at), '[]') AS keyed,
            coalesce((SELECT jsonb_agg(jsonb_build_object('sentence', c.sentence, 'trueOn', c.true_on, 'source', c.source) ORDER BY c.seq)
               FROM desk.claim_confirmation c WHERE c.assignment_id = d.assignment_id AND c.confirmed_at <= d.signed_at), '[]') AS claims
       FROM desk.decision d WHERE d.version_id = $1 ORDER BY d.seq LIMIT 200`,
    [versionId],
  );
  return rows;
}

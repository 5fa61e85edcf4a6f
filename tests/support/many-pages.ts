import type pg from "pg";

/** Tables whose acts are left out: the pages are laid down as history would leave them. */
const written = [
  ...["person", "person_role", "person_expertise", "interest_declaration"],
  ...["page", "page_author", "page_elsewhere", "draft", "version"],
  ...["version_contributor", "review_round", "round_need", "assignment"],
  ...["interest_answer", "decision", "publication", "publication_approval"],
  ...["withdrawal", "schedule", "page_address", "public_text", "page_listing"],
].map((table) => `desk.${table}`);

/**
 * Lays down a desk of so many pages by SQL, as its owner: of every hundred 15
 * drafts, 5 in their first review, 3 published elsewhere, 2 withdrawn, 1
 * archived and 74 with three publications each, whose next review falls due
 * between 40 days ago and two years on; of those some are edited again, in
 * review again, or scheduled. Reviews stand in every state. A text has eight
 * blocks, of 75 words unless told otherwise: indexing them is most of the work.
 */
export async function makeManyPages(
  owner: pg.Pool,
  pages: number,
  { wordsOfBlock = 75 } = {},
): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("BEGIN");
    for (const table of written)
      await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    for (const statement of people) await client.query(statement);
    await client.query(shapes, [pages]);
    await client.query(texts, [wordsOfBlock]);
    for (const statement of history) await client.query(statement);
    for (const table of written)
      await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await client.query("COMMIT");
    await client.query("DROP TABLE shape, text_of");
    await client.query("VACUUM ANALYZE");
  } finally {
    client.release();
  }
}

const id = (what: string, n = "n") => `md5('${what} ' || ${n})::uuid`;

const people = [
  `INSERT INTO desk.person (id, email, name)
   SELECT ${id("editor")}, 'editor' || n || '@example.org', 'Editor ' || n FROM generate_series(1, 5) n
   UNION ALL SELECT ${id("author")}, 'author' || n || '@example.org', 'Author ' || n FROM generate_series(1, 40) n
   UNION ALL SELECT ${id("reviewer")}, 'reviewer' || n || '@example.org', 'Reviewer ' || n FROM generate_series(1, 60) n`,
  `INSERT INTO desk.person_role (person_id, role)
   SELECT id, split_part(lower(name), ' ', 1) FROM desk.person WHERE name ~ '^(Editor|Author|Reviewer) '`,
  `INSERT INTO desk.person_expertise (person_id, expertise)
   SELECT ${id("reviewer")}, CASE n % 2 WHEN 0 THEN 'laboratory_scientist' ELSE 'medical_editor' END FROM generate_series(1, 60) n`,
  `INSERT INTO desk.interest_declaration (person_id, has_none, statement, valid_until)
   SELECT id, true, '', desk.today() + 300 FROM desk.person`,
];

/** One row a page: what it is, where its work stands, and when it is due. */
const shapes = `
  CREATE TEMPORARY TABLE shape AS
  SELECT n, ${id("page")} AS page_id, ${id("draft")} AS draft_id, x.is,
         (ARRAY['clinician_page', 'gene_summary', 'patient_explainer', 'patient_qa', 'glossary'])[1 + n % 5] AS kind,
         CASE x.is WHEN 'review' THEN 1 WHEN 'draft' THEN 0 WHEN 'elsewhere' THEN 0 ELSE 3 END + CASE WHEN x.again IN ('review', 'scheduled') THEN 1 ELSE 0 END AS versions,
         CASE WHEN x.is IN ('review', 'draft', 'elsewhere') THEN 0 ELSE 3 END AS publications,
         x.again, desk.today() + n * 37 % 770 - 40 AS due,
         CASE WHEN x.is = 'review' OR x.again = 'review' THEN (ARRAY['asked', 'one', 'asked', 'asked', 'one', 'approved', 'asked', 'one', 'asked', 'one', 'changes', 'asked'])[1 + n / 100 % 12]
              WHEN x.again = 'scheduled' THEN 'approved' END AS review
    FROM generate_series(1, $1::integer) n CROSS JOIN LATERAL (
      SELECT CASE WHEN n % 100 < 15 THEN 'draft' WHEN n % 100 < 20 THEN 'review' WHEN n % 100 < 23 THEN 'elsewhere'
                  WHEN n % 100 < 25 THEN 'withdrawn' WHEN n % 100 < 26 THEN 'archived' ELSE 'live' END AS is,
             CASE WHEN n % 100 BETWEEN 30 AND 36 THEN 'edited' WHEN n % 100 BETWEEN 40 AND 42 THEN 'review' WHEN n % 1000 = 143 THEN 'scheduled' END AS again) x`;

const content = (version: string) => `json_build_object(
  'schema', 1, 'title', 'GENE' || n % 300 || ' and what finding ' || n || ' means', 'kind', kind, 'audience', 'clinicians', 'language', 'en-GB',
  'jurisdictions', json_build_array('GB-ENG'), 'topics', json_build_array(json_build_object('type', 'gene', 'code', 'HGNC:' || n % 300, 'label', 'GENE' || n % 300)),
  'tags', '[]'::json, 'credits', json_build_array(json_build_object('personId', ${id("author", "1 + n % 40")}, 'name', 'Author ' || 1 + n % 40, 'role', 'author',
    'credentials', '', 'affiliation', '', 'orcid', null, 'from', null, 'until', null)),
  'aiUse', json_build_object('level', 'none', 'tool', null, 'usedOn', null, 'drafterId', null, 'verifierId', null), 'changeNote', 'Change ' || ${version},
  'body', json_build_object('type', 'doc', 'content', (SELECT json_agg(json_build_object('type', 'paragraph', 'attrs', json_build_object('id', 'p' || k),
    'content', json_build_array(json_build_object('type', 'text', 'text', said)))) FROM text_of WHERE text_of.page = n % 97)))::text`;

const each = `FROM shape s CROSS JOIN LATERAL generate_series(1, s.versions) number`;
const roundOf = "md5('round ' || n || ' ' || number)::uuid";
const versionOf = "md5('version ' || n || ' ' || number)::uuid";
const publicationOf = "md5('publication ' || n || ' ' || number)::uuid";
const reviewerOf = (seat: string) =>
  `${id("reviewer", `(1 + (2 * n + CASE ${seat} WHEN 'laboratory_scientist' THEN 1 ELSE 0 END) % 60)`)}`;
const seats = `CROSS JOIN unnest(ARRAY['laboratory_scientist', 'medical_editor']) seat`;
const signs = `(number <= publications OR review = 'approved' OR seat = 'medical_editor' AND review IN ('one', 'changes'))`;
const wentOut = `desk.clock() - make_interval(days => 365 * (4 - number) - n % 300)`;

const texts = `
  CREATE TEMPORARY TABLE text_of AS
   SELECT page, k, string_agg(CASE w % 7 WHEN 0 THEN 'word' || (page * 31 + k * 7 + w) % 900 ELSE
            (ARRAY['carriers', 'of', 'this', 'variant', 'should', 'be', 'offered', 'review', 'by', 'specialists'])[1 + (w + k) % 10] END, ' ' ORDER BY w) AS said
     FROM generate_series(0, 96) page, generate_series(1, 8) k, generate_series(1, $1::integer) w GROUP BY page, k`;

const history = [
  `INSERT INTO desk.page (id, slug, kind, language, owner_id, created_by, created_at, archived_at)
   SELECT page_id, 'gene' || n % 300 || '-finding-' || n, kind, 'en-GB', ${id("author", "1 + n % 40")}, ${id("author", "1 + n % 40")},
          desk.clock() - interval '4 years', CASE WHEN "is" = 'archived' THEN desk.clock() - interval '30 days' END FROM shape`,
  `INSERT INTO desk.page_author (page_id, person_id) SELECT page_id, ${id("author", "1 + n % 40")} FROM shape`,
  `INSERT INTO desk.page_elsewhere (page_id, address, stated_next_due) SELECT page_id, 'https://example.org/' || n, due FROM shape WHERE "is" = 'elsewhere'`,
  `INSERT INTO desk.draft (id, page_id, line, content, revision, updated_by)
   SELECT draft_id, page_id, 'main', ${content("CASE WHEN again = 'edited' THEN 99 ELSE versions END")}, greatest(1, versions), ${id("author", "1 + n % 40")} FROM shape`,
  `INSERT INTO desk.version (id, page_id, number, line, draft_id, draft_revision, submitted_by, content)
   SELECT ${versionOf}, page_id, number, 'main', draft_id, number, ${id("author", "1 + n % 40")}, ${content("number")} ${each}`,
  `INSERT INTO desk.version_contributor (version_id, person_id, because) SELECT ${versionOf}, ${id("author", "1 + n % 40")}, 'wrote' ${each}`,
  `INSERT INTO desk.review_round (id, page_id, version_id, kind, rules_id, opened_at, closed_at, closed_because)
   SELECT ${roundOf}, page_id, ${versionOf}, 'full_review', (SELECT id FROM desk.review_rules r WHERE r.page_kind = kind ORDER BY r.number DESC LIMIT 1),
          ${wentOut} - interval '20 days', CASE WHEN number <= publications THEN ${wentOut} END, CASE WHEN number <= publications THEN 'published' END ${each}`,
  `INSERT INTO desk.round_need (round_id, expertise, count, step) SELECT ${roundOf}, seat, 1, 1 ${each} ${seats}`,
  `INSERT INTO desk.assignment (id, round_id, expertise, reviewer_id, state, respond_by, review_by)
   SELECT md5('assignment ' || n || ' ' || number || seat)::uuid, ${roundOf}, seat, ${reviewerOf("seat")},
          CASE WHEN ${signs} THEN 'done' WHEN n / 100 % 2 = 0 THEN 'invited' ELSE 'accepted' END, desk.today() + n % 9 - 2, desk.today() + n % 17 + 7 ${each} ${seats}`,
  `INSERT INTO desk.interest_answer (person_id, page_id, level) SELECT DISTINCT ${reviewerOf("seat")}, page_id, 'none' FROM shape ${seats}`,
  `INSERT INTO desk.decision (id, page_id, version_id, content_sha256, assignment_id, person_id, expertise, verdict, meaning, comment, evidence_checked_to,
                              method, signed_name, signed_credentials, signed_at)
   SELECT md5('decision ' || n || ' ' || number || seat)::uuid, s.page_id, v.id, v.content_sha256, md5('assignment ' || n || ' ' || v.nth || seat)::uuid,
          ${reviewerOf("seat")}, seat, CASE WHEN v.nth > publications AND review = 'changes' THEN 'request_changes' ELSE 'approve' END,
          'I have read it', 'Please look again', desk.today() - 3, 'password', 'A Reviewer', '', desk.clock() - interval '2 days'
     FROM shape s JOIN (SELECT id, page_id, content_sha256, number AS nth FROM desk.version) v ON v.page_id = s.page_id CROSS JOIN LATERAL (SELECT v.nth) x(number) ${seats} WHERE ${signs}`,
  `INSERT INTO desk.publication (id, page_id, version_id, content_sha256, round_id, round_kind, last_reviewed_on, evidence_checked_to, next_review_due,
                                 grace_days, published_by, published_at, published_on, ended_at, ended_because)
   SELECT ${publicationOf}, s.page_id, v.id, v.content_sha256, ${roundOf}, 'full_review', s.due - 365 * (4 - number), s.due - 365 * (4 - number), s.due - 365 * (3 - number),
          30, ${id("editor", "1 + n % 5")}, x.at, x.at::date, CASE WHEN number < 3 OR "is" <> 'live' THEN x.at + interval '300 days' END,
          CASE WHEN number < 3 THEN 'replaced' WHEN "is" <> 'live' THEN "is" END
     FROM shape s JOIN (SELECT id, page_id, content_sha256, number AS nth FROM desk.version) v ON v.page_id = s.page_id CROSS JOIN LATERAL (SELECT v.nth, desk.clock() - make_interval(days => 365 * (4 - v.nth))) x(number, at)
    WHERE number <= publications`,
  `INSERT INTO desk.publication_approval (publication_id, decision_id)
   SELECT ${publicationOf}, md5('decision ' || n || ' ' || number || seat)::uuid ${each} ${seats} WHERE number <= publications`,
  `INSERT INTO desk.withdrawal (publication_id, page_id, type, is_permanent, reason, withdrawn_by, withdrawn_on)
   SELECT md5('publication ' || n || ' 3')::uuid, page_id, 'out_of_date', false, 'Out of date', ${id("editor", "1 + n % 5")}, desk.today() FROM shape WHERE "is" = 'withdrawn'`,
  `INSERT INTO desk.schedule (page_id, version_id, content_sha256, publish_at, scheduled_by, method)
   SELECT s.page_id, v.id, v.content_sha256, desk.clock() + make_interval(days => 1 + n % 20), ${id("editor", "1 + n % 5")}, 'password'
     FROM shape s JOIN desk.version v ON v.page_id = s.page_id AND v.number = s.versions WHERE again = 'scheduled'`,
  `INSERT INTO desk.public_text (publication_id, title, audience, topics, genes, words)
   SELECT p.id, v.title, c.content ->> 'audience', c.content -> 'topics', v.genes, desk.page_words(c.content)
     FROM desk.publication p JOIN desk.version v ON v.id = p.version_id CROSS JOIN LATERAL (SELECT v.content::jsonb AS content) c`,
  `INSERT INTO desk.page_listing SELECT * FROM desk.page_listing_now`,
];

-- The backlog of pages published elsewhere: the calendars that they are read
-- from, and what an editor knows of each page's risk and readers. Nothing here
-- is a date of this desk, and no gate reads any of it.
SET LOCAL ROLE desk_owner;

-- One line of a review calendar and the page that it stands for, with the hash
-- of what the line said when it was read last.
CREATE TABLE desk.backlog_entry (
  calendar text NOT NULL CHECK (btrim(calendar) <> '' AND length(calendar) <= 200),
  key text NOT NULL CHECK (btrim(key) <> '' AND length(key) <= 200),
  page_id uuid NOT NULL UNIQUE REFERENCES desk.page ON DELETE RESTRICT,
  said_sha256 text NOT NULL,
  read_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  read_at timestamptz NOT NULL DEFAULT desk.clock(),
  PRIMARY KEY (calendar, key)
);
CREATE INDEX backlog_entry_person_idx ON desk.backlog_entry (read_by);

-- What a page's place in the backlog rests on besides its dates; the newest holds.
CREATE TABLE desk.backlog_input (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  risk text NOT NULL CHECK (risk IN ('high', 'medium', 'low')),
  readers_per_month integer CHECK (readers_per_month BETWEEN 0 AND 100000000),
  set_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  set_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX backlog_input_page_idx ON desk.backlog_input (page_id, seq);
CREATE INDEX backlog_input_person_idx ON desk.backlog_input (set_by);
SELECT desk.make_immutable('desk.backlog_input');

-- Reads one line: its page is made the first time, restated when the line says
-- something else, and left alone when it says the same. p_said is the line as
-- one JSON document, {statements, elsewhere}, in the form that import_page takes.
CREATE FUNCTION desk.read_backlog_line(p_session text, p_calendar text, p_key text, p_said text, p_slug text, p_kind text, p_content text)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  known backlog_entry;
  said jsonb := p_said::jsonb;
  new_page uuid;
BEGIN
  IF btrim(coalesce(p_calendar, '')) = '' OR length(p_calendar) > 200 OR btrim(coalesce(p_key, '')) = '' OR length(p_key) > 200
     OR jsonb_typeof(said -> 'elsewhere') IS DISTINCT FROM 'object' THEN
    PERFORM refuse('422', 'invalid_form');
  END IF;
  -- Whoever reads the same line at the same time waits and finds it read.
  PERFORM pg_advisory_xact_lock(hashtextextended('desk.backlog:' || p_calendar || ':' || p_key, 0));
  SELECT * INTO known FROM backlog_entry WHERE calendar = p_calendar AND key = p_key;
  IF known.page_id IS NULL THEN
    new_page := import_page(p_session, p_slug, p_kind, p_content, said -> 'statements', said -> 'elsewhere');
    INSERT INTO backlog_entry (calendar, key, page_id, said_sha256, read_by) VALUES (p_calendar, p_key, new_page, content_hash(p_said), me.id);
    RETURN 'added';
  END IF;
  IF known.said_sha256 = content_hash(p_said) THEN
    RETURN 'unchanged';
  END IF;
  PERFORM FROM page WHERE id = known.page_id FOR NO KEY UPDATE;
  PERFORM require_knowing(known.page_id, me.id);
  -- What it said before stays above what it says now.
  INSERT INTO source_statement (page_id, position, kind, raw, value, precision, is_ambiguous)
    SELECT known.page_id, n + (SELECT coalesce(max(position), 0) FROM source_statement WHERE page_id = known.page_id),
           s ->> 'kind', s ->> 'raw', s ->> 'value', s ->> 'precision', coalesce((s ->> 'isAmbiguous')::boolean, false)
      FROM jsonb_array_elements(coalesce(said -> 'statements', '[]')) WITH ORDINALITY t(s, n);
  UPDATE page_elsewhere SET address = said -> 'elsewhere' ->> 'address', stated_last_reviewed = said -> 'elsewhere' ->> 'lastReviewed',
         stated_next_due = (said -> 'elsewhere' ->> 'nextDue')::date WHERE page_id = known.page_id;
  UPDATE backlog_entry SET said_sha256 = content_hash(p_said), read_by = me.id, read_at = clock() WHERE page_id = known.page_id;
  PERFORM record_audit('restate_elsewhere', me.id, known.page_id, jsonb_build_object('calendar', p_calendar, 'said_sha256', content_hash(p_said)));
  RETURN 'restated';
END
$$;

-- How much harm a page out of date could do, and how many read it in a month
-- where that is known. Setting what holds already changes nothing.
CREATE FUNCTION desk.set_backlog_inputs(p_session text, p_page uuid, p_risk text, p_readers integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  before backlog_input;
BEGIN
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM require_knowing(p_page, me.id);
  IF NOT EXISTS (SELECT FROM page_elsewhere e JOIN page pg ON pg.id = e.page_id AND pg.archived_at IS NULL WHERE e.page_id = p_page)
     OR EXISTS (SELECT FROM publication WHERE page_id = p_page) THEN
    PERFORM refuse('409', 'not_in_backlog');
  END IF;
  IF p_risk IS NULL OR p_risk NOT IN ('high', 'medium', 'low') OR p_readers NOT BETWEEN 0 AND 100000000 THEN
    PERFORM refuse('422', 'invalid_form');
  END IF;
  SELECT * INTO before FROM backlog_input WHERE page_id = p_page ORDER BY seq DESC LIMIT 1;
  IF before.risk = p_risk AND before.readers_per_month IS NOT DISTINCT FROM p_readers THEN
    RETURN false;
  END IF;
  INSERT INTO backlog_input (page_id, risk, readers_per_month, set_by) VALUES (p_page, p_risk, p_readers, me.id);
  PERFORM record_audit('set_backlog_inputs', me.id, p_page, jsonb_build_object('before',
    CASE WHEN before.seq IS NOT NULL THEN jsonb_build_object('risk', before.risk, 'readers', before.readers_per_month) END,
    'risk', p_risk, 'readers', p_readers));
  RETURN true;
END
$$;

GRANT SELECT ON desk.backlog_entry, desk.backlog_input TO desk_app;
GRANT EXECUTE ON FUNCTION desk.read_backlog_line(text, text, text, text, text, text, text), desk.set_backlog_inputs(text, uuid, text, integer) TO desk_app;

-- The desk's own words in its mails: an opening and a closing for each kind, and
-- a signature under all of them, which is the closing of "every_mail". What they
-- may hold is known to the templates: those look at them before they are kept,
-- and again whenever a mail is made.
SET LOCAL ROLE desk_owner;

-- The newest row of a kind holds; one without words gives the shipped ones back.
CREATE TABLE desk.mail_words (
  kind text NOT NULL CHECK (kind ~ '^[a-z_]{1,40}$'),
  number integer NOT NULL CHECK (number > 0),
  opening text NOT NULL CHECK (length(opening) <= 600 AND opening !~ '[[:cntrl:]]'),
  closing text NOT NULL CHECK (length(closing) <= 600 AND replace(closing, E'\n', '') !~ '[[:cntrl:]]'),
  written_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  written_at timestamptz NOT NULL DEFAULT desk.clock(),
  PRIMARY KEY (kind, number)
);
CREATE INDEX mail_words_person_idx ON desk.mail_words (written_by);
SELECT desk.make_immutable('desk.mail_words');

-- The words of a kind that hold, for whoever is about to write the next; the
-- lock makes a second admin wait and then see that they moved.
CREATE FUNCTION desk.lock_mail_words(p_kind text) RETURNS desk.mail_words
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  newest mail_words;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('desk.mail_words', 0));
  SELECT * INTO newest FROM mail_words WHERE kind = p_kind ORDER BY number DESC LIMIT 1;
  RETURN newest;
END
$$;

-- Gives the number of the words that hold. p_base is the number that the admin
-- had before their eyes; the same words again are nothing new.
CREATE FUNCTION desk.write_mail_words(p_session text, p_kind text, p_opening text, p_closing text, p_base integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  before mail_words;
BEGIN
  IF NOT has_role(me.id, 'admin') THEN
    PERFORM refuse('403', 'not_an_admin');
  END IF;
  IF coalesce(p_opening, '') = '' AND coalesce(p_closing, '') = '' THEN
    PERFORM refuse('422', 'mail_words_missing');
  END IF;
  before := lock_mail_words(p_kind);
  IF before.opening = p_opening AND before.closing = p_closing THEN
    RETURN before.number;
  END IF;
  IF coalesce(before.number, 0) IS DISTINCT FROM p_base THEN
    PERFORM refuse('409', 'mail_words_changed');
  END IF;
  BEGIN
    INSERT INTO mail_words (kind, number, opening, closing, written_by) VALUES (p_kind, p_base + 1, p_opening, p_closing, me.id);
  EXCEPTION WHEN check_violation OR not_null_violation THEN
    PERFORM refuse('422', 'invalid_form');
  END;
  PERFORM record_audit('write_mail_words', me.id, NULL, jsonb_build_object('kind', p_kind, 'number', p_base + 1,
    'opening_sha256', content_hash(p_opening), 'closing_sha256', content_hash(p_closing)));
  RETURN p_base + 1;
END
$$;

CREATE FUNCTION desk.return_to_shipped_words(p_session text, p_kind text, p_base integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  before mail_words;
BEGIN
  IF NOT has_role(me.id, 'admin') THEN
    PERFORM refuse('403', 'not_an_admin');
  END IF;
  before := lock_mail_words(p_kind);
  IF before.number IS NULL OR (before.opening = '' AND before.closing = '') THEN
    RETURN coalesce(before.number, 0);
  END IF;
  IF before.number IS DISTINCT FROM p_base THEN
    PERFORM refuse('409', 'mail_words_changed');
  END IF;
  INSERT INTO mail_words (kind, number, opening, closing, written_by) VALUES (p_kind, p_base + 1, '', '', me.id);
  PERFORM record_audit('return_to_shipped_words', me.id, NULL, jsonb_build_object('kind', p_kind, 'number', p_base + 1));
  RETURN p_base + 1;
END
$$;

GRANT SELECT ON desk.mail_words TO desk_app;
GRANT EXECUTE ON FUNCTION desk.write_mail_words(text, text, text, text, integer), desk.return_to_shipped_words(text, text, integer) TO desk_app;

-- The inbox, calendars under secret addresses, and what readers' feeds tell.
SET LOCAL ROLE desk_owner;

-- Inbox ------------------------------------------------------------------------

CREATE INDEX alert_unseen_idx ON desk.alert (recipient_id, raised_at DESC) WHERE seen_at IS NULL;

CREATE FUNCTION desk.mark_alert_unseen(p_session text, p_alert uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
BEGIN
  UPDATE alert SET seen_at = NULL WHERE id = p_alert AND recipient_id = me.id AND seen_at IS NOT NULL;
END
$$;

-- Those that were on the screen: what came since stays unread.
CREATE FUNCTION desk.mark_alerts_seen(p_session text, p_raised_until timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  marked integer;
BEGIN
  UPDATE alert SET seen_at = clock()
   WHERE recipient_id = me.id AND seen_at IS NULL AND date_trunc('milliseconds', raised_at) <= p_raised_until;
  GET DIAGNOSTICS marked = ROW_COUNT;
  RETURN marked;
END
$$;

-- Calendars --------------------------------------------------------------------

-- A secret address under which a calendar program reads; only its hash is kept.
CREATE TABLE desk.calendar_address (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  scope text NOT NULL CHECK (scope IN ('mine', 'desk')),
  token_hash text NOT NULL UNIQUE CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  made_at timestamptz NOT NULL DEFAULT desk.clock(),
  revoked_at timestamptz
);
CREATE INDEX calendar_address_person_idx ON desk.calendar_address (person_id, made_at DESC);

CREATE FUNCTION desk.make_calendar_address(p_session text, p_scope text, p_token_hash text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  new_id uuid;
BEGIN
  IF p_scope IS NULL OR p_scope NOT IN ('mine', 'desk') OR p_token_hash IS NULL OR p_token_hash !~ '^[0-9a-f]{64}$' THEN
    PERFORM refuse('422', 'invalid_form');
  END IF;
  PERFORM FROM person WHERE id = me.id FOR NO KEY UPDATE;
  IF p_scope = 'desk' AND NOT (has_role(me.id, 'editor') OR has_role(me.id, 'clinical_lead')) THEN
    PERFORM refuse('403', 'not_an_editor');
  END IF;
  IF (SELECT count(*) FROM calendar_address WHERE person_id = me.id AND revoked_at IS NULL) >= 10 THEN
    PERFORM refuse('409', 'too_many_addresses');
  END IF;
  INSERT INTO calendar_address (person_id, scope, token_hash) VALUES (me.id, p_scope, p_token_hash) RETURNING id INTO new_id;
  PERFORM record_audit('make_calendar_address', me.id, NULL, jsonb_build_object('address', new_id, 'scope', p_scope));
  RETURN new_id;
END
$$;

CREATE FUNCTION desk.revoke_calendar_address(p_session text, p_address uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  found calendar_address;
BEGIN
  SELECT * INTO found FROM calendar_address WHERE id = p_address AND person_id = me.id FOR NO KEY UPDATE;
  IF found.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF found.revoked_at IS NOT NULL THEN
    PERFORM refuse('409', 'link_revoked');
  END IF;
  UPDATE calendar_address SET revoked_at = clock() WHERE id = found.id;
  PERFORM record_audit('revoke_calendar_address', me.id, NULL, jsonb_build_object('address', found.id));
END
$$;

-- Whose calendar an address is, and whether it may still be read: its person
-- must be there, and hold the role that the desk's calendar is for.
CREATE FUNCTION desk.find_calendar(p_token_hash text, OUT person_id uuid, OUT scope text, OUT standing text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT c.person_id, c.scope,
         CASE WHEN c.revoked_at IS NOT NULL THEN 'revoked'
              WHEN NOT p.is_active THEN 'person_inactive'
              WHEN c.scope = 'desk' AND NOT (has_role(p.id, 'editor') OR has_role(p.id, 'clinical_lead')) THEN 'not_an_editor'
              ELSE 'open' END
    FROM calendar_address c JOIN person p ON p.id = c.person_id WHERE c.token_hash = p_token_hash
$$;

-- What readers' feeds tell -----------------------------------------------------

CREATE INDEX publication_published_at_idx ON desk.publication (published_at DESC);
CREATE INDEX withdrawal_withdrawn_at_idx ON desk.withdrawal (withdrawn_at DESC);

-- Each publication and each withdrawal, once, under an id that outlives a new
-- address of the page. Nothing of a page that readers may not know of today; the
-- next review is the one that counts today, also when it was brought forward.
CREATE VIEW desk.public_event WITH (security_barrier) AS
SELECT e.id, e.what, e.at, e.on_day, s.slug, v.title, s.kind, v.number AS version_number, p.round_kind, p.last_reviewed_on,
       least(p.next_review_due, (SELECT min(b.due_on) FROM desk.due_brought_forward b WHERE b.publication_id = p.id)) AS next_review_due,
       e.withdrawal_type
  FROM (SELECT p.id, p.id AS publication_id,
               CASE WHEN p.reinstates_id IS NOT NULL THEN 'reinstated' WHEN p.replaces_id IS NOT NULL THEN 'updated' ELSE 'published' END AS what,
               p.published_at AS at, p.published_on AS on_day, NULL::text AS withdrawal_type
          FROM desk.publication p
        UNION ALL
        SELECT w.publication_id, w.publication_id, 'withdrawn', w.withdrawn_at, w.withdrawn_on, w.type FROM desk.withdrawal w) e
  JOIN desk.publication p ON p.id = e.publication_id
  JOIN desk.version v ON v.id = p.version_id
  JOIN desk.page_standing s ON s.page_id = p.page_id
 WHERE s.public_state IN ('live', 'due_soon', 'overdue', 'withheld', 'withdrawn', 'archived')
   AND (s.confidential_until IS NULL OR s.confidential_until <= s.today);

GRANT SELECT ON desk.calendar_address TO desk_app;
GRANT SELECT ON desk.public_event TO desk_public;
GRANT EXECUTE ON FUNCTION desk.mark_alert_unseen(text, uuid), desk.mark_alerts_seen(text, timestamptz),
  desk.make_calendar_address(text, text, text), desk.revoke_calendar_address(text, uuid), desk.find_calendar(text) TO desk_app;

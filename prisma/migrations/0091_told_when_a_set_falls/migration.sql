-- Where one page of a set falls, readers lose the others with it. The people of
-- those pages did nothing, so they are told: once each, of the page that they are
-- nearest to.
SET LOCAL ROLE desk_owner;

-- Tells owners, authors and signers of what falls with this page, and the editors;
-- nobody twice of one fall, and not whoever did it or is told of it as a person of
-- the page itself (p_told: the reason under which they are).
CREATE FUNCTION desk.tell_of_fall(p_page uuid, p_by uuid, p_told text) RETURNS integer
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  reason text := 'set_fallen:' || latest_publication(p_page);
  told integer := 0;
  one record;
BEGIN
  IF own_fall(p_page) IS NULL THEN
    RETURN 0;
  END IF;
  FOR one IN
    SELECT DISTINCT ON (r.person_id) r.person_id, o.page_id
      FROM others_of_set(p_page) o(page_id) JOIN page pg ON pg.id = o.page_id CROSS JOIN LATERAL (
             SELECT pg.owner_id AS person_id, 0 AS place
             UNION ALL SELECT person_id, 1 FROM page_author WHERE page_id = o.page_id
             UNION ALL SELECT d.person_id, 2 FROM publication_approval pa JOIN decision d ON d.id = pa.decision_id
                        WHERE pa.publication_id = live_publication(o.page_id)
             UNION ALL SELECT person_id, 3 FROM person_role WHERE role = 'editor') r
     WHERE live_publication(o.page_id) IS NOT NULL AND own_fall(o.page_id) IS NULL
       AND r.person_id IS DISTINCT FROM p_by AND may_know_of(o.page_id, r.person_id)
       AND NOT EXISTS (SELECT FROM alert a WHERE a.reason_key IN (p_told || ':' || r.person_id, reason || ':' || r.person_id))
     ORDER BY r.person_id, r.place, pg.slug
  LOOP
    PERFORM raise_alert('set_fallen', one.person_id, one.page_id, reason, jsonb_build_object('fallenPageId', p_page));
    told := told + 1;
  END LOOP;
  RETURN told;
END
$$;

-- As before, and the people of the pages that fall with it are told.
CREATE OR REPLACE FUNCTION desk.withdraw(p_session text, p_page uuid, p_type text, p_is_permanent boolean, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  live publication;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  IF p_type IS NULL OR p_type NOT IN ('unsafe', 'error', 'out_of_date', 'replaced', 'merged', 'legal') THEN
    PERFORM refuse('422', 'wrong_kind');
  END IF;
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  PERFORM require_knowing(p_page, me.id);
  UPDATE publication SET ended_at = clock(), ended_because = 'withdrawn' WHERE page_id = p_page AND ended_at IS NULL RETURNING * INTO live;
  IF live.id IS NULL THEN
    PERFORM refuse('409', 'not_live');
  END IF;
  INSERT INTO withdrawal (publication_id, page_id, type, is_permanent, reason, withdrawn_by, withdrawn_on)
  VALUES (live.id, p_page, p_type, coalesce(p_is_permanent, false), p_reason, me.id, today());
  PERFORM record_audit('withdraw', me.id, p_page, jsonb_build_object('publication', live.id, 'type', p_type,
    'is_permanent', coalesce(p_is_permanent, false), 'reason_sha256', content_hash(p_reason)));
  PERFORM raise_alert('withdrawn', r.person_id, p_page, 'withdrawn:' || live.id, jsonb_build_object('publicationId', live.id, 'type', p_type))
    FROM (SELECT owner_id AS person_id FROM page WHERE id = p_page
          UNION SELECT person_id FROM page_author WHERE page_id = p_page
          UNION SELECT d.person_id FROM publication_approval pa JOIN decision d ON d.id = pa.decision_id WHERE pa.publication_id = live.id) r
   WHERE r.person_id IS NOT NULL AND r.person_id <> me.id;
  PERFORM tell_of_fall(p_page, me.id, 'withdrawn:' || live.id);
END
$$;

-- As before, and the people of the pages that fall with it are told.
CREATE OR REPLACE FUNCTION desk.keep_revocation(d desk.decision, p_kind text, p_reason text, p_method text) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  INSERT INTO revocation (decision_id, kind, reason, method, revoked_at, revoked_on) VALUES (d.id, p_kind, p_reason, p_method, clock(), today());
  PERFORM record_audit('revoke_approval', d.person_id, d.page_id, jsonb_build_object('decision', d.id, 'kind', p_kind,
    'reason_sha256', content_hash(p_reason), 'method', p_method));
  IF EXISTS (SELECT FROM publication_line(live_publication(d.page_id)) l
               JOIN publication_approval pa ON pa.publication_id = l.publication_id WHERE pa.decision_id = d.id)
     AND p_kind <> 'unsafe' THEN
    INSERT INTO notice (page_id, type, reason, put_up_by, put_up_on)
    VALUES (d.page_id, 'name_removed', 'A reviewer took their approval back.', NULL, today());
  END IF;
  PERFORM raise_alert_to_editors('approval_revoked', d.page_id, 'revoked:' || d.id, jsonb_build_object('decisionId', d.id, 'kind', p_kind));
  PERFORM tell_of_fall(d.page_id, d.person_id, NULL);
END
$$;

-- What no act but the passing of days brought down: a review that fell due and its
-- grace over, an approval taken back a fortnight ago. Only pages that can have
-- fallen are asked.
CREATE FUNCTION desk.raise_fallen_sets() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  fallen uuid;
  raised integer := 0;
BEGIN
  FOR fallen IN
    SELECT m.page_id FROM page_set_member m JOIN publication p ON p.page_id = m.page_id AND p.ended_at IS NULL
     WHERE m.removed_at IS NULL
       AND EXISTS (SELECT FROM page_set_member o WHERE o.set_id = m.set_id AND o.removed_at IS NULL AND o.page_id <> m.page_id)
       AND (is_overdue(p.next_review_due + p.grace_days, today())
         OR EXISTS (SELECT FROM publication_line(p.id) l JOIN due_brought_forward b ON b.publication_id = l.publication_id)
         OR EXISTS (SELECT FROM publication_line(p.id) l JOIN publication_approval pa ON pa.publication_id = l.publication_id
                      JOIN revocation x ON x.decision_id = pa.decision_id))
     ORDER BY m.page_id
  LOOP
    PERFORM FROM page WHERE id = fallen FOR NO KEY UPDATE;
    raised := raised + tell_of_fall(fallen, NULL, NULL);
  END LOOP;
  RETURN raised;
END
$$;

GRANT EXECUTE ON FUNCTION desk.raise_fallen_sets() TO desk_app;

-- Webhooks: what happens at the desk, told to another program, signed.
SET LOCAL ROLE desk_owner;

-- An address of another program. after_seq is the newest entry of the audit
-- chain that it was told of, or that was not for it.
CREATE TABLE desk.webhook (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  url text NOT NULL CHECK (url ~ '^https://[^/[:space:][:cntrl:]@]+(/[^[:space:][:cntrl:]]*)?$' AND length(url) <= 500),
  format text NOT NULL CHECK (format IN ('json', 'slack')),
  made_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  made_at timestamptz NOT NULL DEFAULT desk.clock(),
  after_seq bigint NOT NULL,
  revoked_at timestamptz,
  revoked_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  CHECK (num_nonnulls(revoked_at, revoked_by) <> 1)
);

-- The key of its signatures, apart so that no screen can read it.
CREATE TABLE desk.webhook_secret (
  webhook_id uuid PRIMARY KEY REFERENCES desk.webhook ON DELETE RESTRICT,
  secret text NOT NULL CHECK (length(secret) >= 32)
);

-- One act to tell one program of; seq is null for a test.
CREATE TABLE desk.webhook_delivery (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  webhook_id uuid NOT NULL REFERENCES desk.webhook ON DELETE RESTRICT,
  seq bigint REFERENCES desk.audit_event ON DELETE RESTRICT,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'skipped')),
  attempts integer NOT NULL DEFAULT 0,
  queued_at timestamptz NOT NULL DEFAULT desk.clock(),
  next_attempt_at timestamptz NOT NULL DEFAULT desk.clock(),
  claimed_until timestamptz,
  finished_at timestamptz,
  last_answer text,
  UNIQUE (webhook_id, seq)
);
CREATE INDEX webhook_delivery_due_idx ON desk.webhook_delivery (next_attempt_at) WHERE state IN ('queued', 'sending');
CREATE INDEX webhook_delivery_log_idx ON desk.webhook_delivery (webhook_id, queued_at DESC);

-- Editors, leads and admins say whom the desk tells.
CREATE FUNCTION desk.acting_for_webhooks(p_session text) RETURNS desk.person
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
BEGIN
  IF NOT (has_role(me.id, 'editor') OR has_role(me.id, 'clinical_lead') OR has_role(me.id, 'admin')) THEN
    PERFORM refuse('403', 'not_an_editor');
  END IF;
  RETURN me;
END
$$;

CREATE FUNCTION desk.add_webhook(p_session text, p_url text, p_format text, p_secret text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_for_webhooks(p_session);
  new_id uuid;
BEGIN
  IF p_url IS NULL OR p_url !~ '^https://[^/[:space:][:cntrl:]@]+(/[^[:space:][:cntrl:]]*)?$' OR length(p_url) > 500 THEN
    PERFORM refuse('422', 'webhook_not_https');
  END IF;
  IF p_format IS NULL OR p_format NOT IN ('json', 'slack') OR length(coalesce(p_secret, '')) < 32 THEN
    PERFORM refuse('422', 'invalid_form');
  END IF;
  -- One at a time, so that two editors cannot both add the last one.
  PERFORM pg_advisory_xact_lock(hashtextextended('desk.webhook', 0));
  IF (SELECT count(*) FROM webhook WHERE revoked_at IS NULL) >= 20 THEN
    PERFORM refuse('409', 'too_many_webhooks');
  END IF;
  INSERT INTO webhook (url, format, made_by, after_seq)
    VALUES (p_url, p_format, me.id, coalesce((SELECT max(seq) FROM audit_event), 0)) RETURNING id INTO new_id;
  INSERT INTO webhook_secret (webhook_id, secret) VALUES (new_id, p_secret);
  PERFORM record_audit('add_webhook', me.id, NULL, jsonb_build_object('webhook', new_id, 'format', p_format, 'url_sha256', content_hash(p_url)));
  RETURN new_id;
END
$$;

CREATE FUNCTION desk.revoke_webhook(p_session text, p_webhook uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_for_webhooks(p_session);
  hook webhook;
BEGIN
  SELECT * INTO hook FROM webhook WHERE id = p_webhook FOR UPDATE;
  IF hook.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF hook.revoked_at IS NOT NULL THEN
    PERFORM refuse('409', 'link_revoked');
  END IF;
  UPDATE webhook SET revoked_at = clock(), revoked_by = me.id WHERE id = hook.id;
  UPDATE webhook_delivery SET state = 'skipped', finished_at = clock(), claimed_until = NULL
   WHERE webhook_id = hook.id AND state IN ('queued', 'sending');
  DELETE FROM webhook_secret WHERE webhook_id = hook.id;
  PERFORM record_audit('revoke_webhook', me.id, NULL, jsonb_build_object('webhook', hook.id));
END
$$;

CREATE FUNCTION desk.test_webhook(p_session text, p_webhook uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_for_webhooks(p_session);
  new_id uuid;
BEGIN
  PERFORM FROM webhook WHERE id = p_webhook AND revoked_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  INSERT INTO webhook_delivery (webhook_id) VALUES (p_webhook) RETURNING id INTO new_id;
  PERFORM record_audit('test_webhook', me.id, NULL, jsonb_build_object('webhook', p_webhook));
  RETURN new_id;
END
$$;

-- Queues what happened since each program was told last. Acts on a page that is
-- confidential today are never told, not later either; nor is an act without a
-- page, which is about people and settings. The chain's order is commit order,
-- so nothing is passed over.
CREATE FUNCTION desk.queue_webhooks() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  hook webhook;
  upto bigint;
  queued integer := 0;
  more integer;
BEGIN
  FOR hook IN SELECT * FROM webhook WHERE revoked_at IS NULL ORDER BY id FOR UPDATE SKIP LOCKED LOOP
    SELECT max(seq) INTO upto FROM (SELECT seq FROM audit_event WHERE seq > hook.after_seq ORDER BY seq LIMIT 1000) next;
    CONTINUE WHEN upto IS NULL;
    INSERT INTO webhook_delivery (webhook_id, seq)
      SELECT hook.id, e.seq FROM audit_event e JOIN page pg ON pg.id = e.page_id
       WHERE e.seq > hook.after_seq AND e.seq <= upto AND (pg.confidential_until IS NULL OR pg.confidential_until <= today())
       ORDER BY e.seq
    ON CONFLICT (webhook_id, seq) DO NOTHING;
    GET DIAGNOSTICS more = ROW_COUNT;
    queued := queued + more;
    UPDATE webhook SET after_seq = upto WHERE id = hook.id;
  END LOOP;
  RETURN queued;
END
$$;

-- Takes deliveries under a lease. What became confidential since it was queued,
-- or an embargo that was set that day, is skipped here, before it leaves; what
-- another worker has in its hands is left to it, so that nobody waits here.
CREATE FUNCTION desk.claim_webhooks(p_limit integer)
RETURNS TABLE (id uuid, attempt integer, url text, format text, secret text, seq bigint, act text, at timestamptz, slug text, title text, desk_name text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  UPDATE webhook_delivery d SET state = 'skipped', finished_at = clock(), claimed_until = NULL
   WHERE d.id IN (SELECT c.id FROM webhook_delivery c JOIN audit_event e ON e.seq = c.seq JOIN page pg ON pg.id = e.page_id
                   WHERE (c.state = 'queued' OR (c.state = 'sending' AND c.claimed_until <= clock())) AND pg.confidential_until > today()
                   ORDER BY c.id FOR UPDATE OF c SKIP LOCKED);
  RETURN QUERY
    WITH taken AS (
      UPDATE webhook_delivery d SET state = 'sending', claimed_until = clock() + interval '2 minutes', attempts = d.attempts + 1
       WHERE d.id IN (SELECT c.id FROM webhook_delivery c
                       WHERE ((c.state = 'queued' AND c.next_attempt_at <= clock()) OR (c.state = 'sending' AND c.claimed_until <= clock()))
                         AND NOT EXISTS (SELECT FROM audit_event e JOIN page pg ON pg.id = e.page_id
                                          WHERE e.seq = c.seq AND pg.confidential_until > today())
                       ORDER BY c.next_attempt_at, c.seq, c.id LIMIT least(p_limit, 100) FOR UPDATE SKIP LOCKED)
      RETURNING d.*
    )
    SELECT t.id, t.attempts, w.url, w.format, s.secret, t.seq, coalesce(e.act, 'test'), coalesce(e.at, t.queued_at), pg.slug,
           coalesce(dr.title, pg.slug), ds.desk_name
      FROM taken t JOIN webhook w ON w.id = t.webhook_id JOIN webhook_secret s ON s.webhook_id = w.id
      CROSS JOIN desk_setting ds
      LEFT JOIN audit_event e ON e.seq = t.seq LEFT JOIN page pg ON pg.id = e.page_id
      LEFT JOIN draft dr ON dr.page_id = pg.id AND dr.line = 'main' AND dr.closed_at IS NULL
     ORDER BY t.seq NULLS FIRST, t.id;
END
$$;

-- p_outcome: sent | retry | failed. A program that does not answer is tried
-- eight times over some hours, then given up for this act. The count of
-- attempts tells one worker's hold from the next one's: who comes late, after
-- another took the delivery over, changes nothing.
CREATE FUNCTION desk.finish_webhook(p_delivery uuid, p_attempt integer, p_outcome text, p_answer text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  d webhook_delivery;
  outcome text := p_outcome;
BEGIN
  SELECT * INTO d FROM webhook_delivery WHERE id = p_delivery AND state = 'sending' AND attempts = p_attempt FOR UPDATE;
  IF d.id IS NULL OR outcome IS NULL OR outcome NOT IN ('sent', 'retry', 'failed') THEN
    RETURN;
  END IF;
  IF outcome = 'retry' AND d.attempts >= 8 THEN
    outcome := 'failed';
  END IF;
  UPDATE webhook_delivery SET state = CASE outcome WHEN 'retry' THEN 'queued' ELSE outcome END, claimed_until = NULL,
         last_answer = left(p_answer, 300), finished_at = CASE WHEN outcome <> 'retry' THEN clock() END,
         next_attempt_at = CASE WHEN outcome = 'retry'
           THEN clock() + least(interval '6 hours', interval '30 seconds' * power(2, d.attempts)) * (0.75 + random() / 2) ELSE next_attempt_at END
   WHERE id = d.id;
END
$$;

GRANT SELECT ON desk.webhook, desk.webhook_delivery TO desk_app;
GRANT EXECUTE ON FUNCTION desk.add_webhook(text, text, text, text), desk.revoke_webhook(text, uuid), desk.test_webhook(text, uuid),
  desk.queue_webhooks(), desk.claim_webhooks(integer), desk.finish_webhook(uuid, integer, text, text) TO desk_app;

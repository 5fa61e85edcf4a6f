-- The chain of audit events. Sequence order is commit order, because the
-- advisory lock is held from the insert to the end of the transaction.
-- Free text never stands in a payload, only its hash.
SET LOCAL ROLE desk_owner;

CREATE TABLE desk.audit_event (
  seq bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  actor_id uuid,
  real_actor text,
  act text NOT NULL,
  page_id uuid,
  payload text NOT NULL,
  prev_hash text NOT NULL,
  hash text NOT NULL UNIQUE
);
CREATE INDEX audit_event_page_idx ON desk.audit_event (page_id, seq);

-- What is hashed: the fields, one a line, in this order; a missing one is empty.
CREATE FUNCTION desk.audit_hash(e desk.audit_event) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT content_hash(concat_ws(E'\n',
    e.seq::text,
    to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    coalesce(e.actor_id::text, ''), coalesce(e.real_actor, ''), e.act,
    coalesce(e.page_id::text, ''), e.payload, e.prev_hash))
  );
END
$$;

CREATE FUNCTION desk.chain_audit_event() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  last audit_event;
BEGIN
  -- Always the last lock a transaction takes.
  PERFORM pg_advisory_xact_lock(hashtextextended('desk.audit_event', 0));
  SELECT * INTO last FROM audit_event ORDER BY seq DESC LIMIT 1;
  NEW.seq := coalesce(last.seq, 0) + 1;
  NEW.at := clock();
  NEW.prev_hash := coalesce(last.hash, repeat('0', 64));
  NEW.hash := audit_hash(NEW);
  RETURN NEW;
END
$$;
CREATE TRIGGER audit_event_chain BEFORE INSERT ON desk.audit_event
  FOR EACH ROW EXECUTE FUNCTION desk.chain_audit_event();

-- Facts are never changed or removed; a correction is a new row.
CREATE FUNCTION desk.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  PERFORM refuse('403', 'immutable', jsonb_build_object('table', TG_TABLE_NAME, 'verb', TG_OP));
  RETURN NULL;
END
$$;

CREATE FUNCTION desk.make_immutable(p_table regclass) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION desk.refuse_change()', p_table);
  EXECUTE format('CREATE TRIGGER immutable_truncate BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION desk.refuse_change()', p_table);
END
$$;
SELECT desk.make_immutable('desk.audit_event');

CREATE FUNCTION desk.record_audit(p_act text, p_actor uuid, p_page uuid, p_payload jsonb DEFAULT '{}', p_real_actor text DEFAULT NULL)
RETURNS void LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  INSERT INTO audit_event (seq, at, actor_id, real_actor, act, page_id, payload, prev_hash, hash)
  VALUES (0, clock(), p_actor, p_real_actor, p_act, p_page, p_payload::text, '', '');
END
$$;

CREATE FUNCTION desk.audit_clock() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  PERFORM record_audit('move_clock', NULL, NULL,
    jsonb_build_object('from', OLD.by_interval::text, 'to', NEW.by_interval::text), session_user::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER clock_offset_audit AFTER UPDATE ON desk.clock_offset
  FOR EACH ROW WHEN (OLD.by_interval IS DISTINCT FROM NEW.by_interval) EXECUTE FUNCTION desk.audit_clock();
CREATE TRIGGER clock_offset_kept BEFORE DELETE ON desk.clock_offset
  FOR EACH ROW EXECUTE FUNCTION desk.refuse_change();

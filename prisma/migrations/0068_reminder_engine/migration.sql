-- The engine of reminders: what is due is found by an index, each mail is held
-- by one worker at a time, an outage of the mail server loses nothing, and
-- people say when they are told.
SET LOCAL ROLE desk_owner;

-- When a step comes ---------------------------------------------------------------

-- For each live publication the next day on which a step of its schedule comes.
-- Only a hint of where to look: who is told, and of which step, is worked out
-- from the facts on that day. Null when no step is left.
CREATE TABLE desk.reminder_clock (
  publication_id uuid PRIMARY KEY REFERENCES desk.publication ON DELETE RESTRICT,
  due_on date NOT NULL,
  first_on date NOT NULL,
  next_on date
);
CREATE INDEX reminder_clock_next_idx ON desk.reminder_clock (next_on);

-- What changed so that somebody is to be told who was not: a page, or all of
-- them. Taken up, and away, by the next pass.
CREATE TABLE desk.reminder_rearm (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  page_id uuid
);

-- The first day after p_after on which a step comes. Steps up to the due day go
-- out on the last working day before them; steps after it on their day.
CREATE FUNCTION desk.next_step_on(p_schedule jsonb, p_due date, p_after date) RETURNS date
LANGUAGE sql STABLE SET search_path = desk, pg_temp AS $$
  SELECT min(d.step_on) FROM jsonb_array_elements(p_schedule) s
   CROSS JOIN LATERAL (SELECT (s ->> 'afterDays')::integer AS after_days, (s ->> 'repeatsEvery')::integer AS every) n
   CROSS JOIN LATERAL (SELECT CASE
       WHEN n.every IS NULL AND n.after_days <= 0 THEN previous_working_day(p_due + n.after_days)
       WHEN n.every IS NULL OR p_after < p_due + n.after_days THEN p_due + n.after_days
       ELSE p_due + n.after_days + n.every * ((p_after - p_due - n.after_days) / n.every + 1) END AS step_on) d
   WHERE d.step_on > p_after
$$;

-- The schedule of a publication: that of the rules its round was opened under.
CREATE FUNCTION desk.schedule_of(p_publication uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = desk, pg_temp AS $$
  SELECT r.reminder_schedule FROM publication p JOIN review_round rr ON rr.id = p.round_id JOIN review_rules r ON r.id = rr.rules_id
   WHERE p.id = p_publication
$$;

CREATE FUNCTION desk.set_reminder_clock() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  due date;
  first date;
BEGIN
  IF TG_TABLE_NAME = 'publication' THEN
    IF NEW.ended_at IS NOT NULL THEN
      DELETE FROM reminder_clock WHERE publication_id = NEW.id;
      RETURN NULL;
    END IF;
    due := effective_due(NEW.id);
    first := next_step_on(schedule_of(NEW.id), due, due - 1000);
    INSERT INTO reminder_clock (publication_id, due_on, first_on, next_on) VALUES (NEW.id, due, coalesce(first, due), first)
    ON CONFLICT DO NOTHING;
  ELSE
    -- A date that moves arms every step again.
    due := effective_due(NEW.publication_id);
    first := next_step_on(schedule_of(NEW.publication_id), due, due - 1000);
    UPDATE reminder_clock SET due_on = due, first_on = coalesce(first, due), next_on = first WHERE publication_id = NEW.publication_id;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER a_reminder_clock AFTER INSERT OR UPDATE OF ended_at ON desk.publication
  FOR EACH ROW EXECUTE FUNCTION desk.set_reminder_clock();
CREATE TRIGGER a_reminder_clock AFTER INSERT ON desk.due_brought_forward
  FOR EACH ROW EXECUTE FUNCTION desk.set_reminder_clock();

CREATE FUNCTION desk.rearm_reminders() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'page' THEN
    INSERT INTO reminder_rearm (page_id) VALUES (NEW.id);
  ELSIF TG_TABLE_NAME = 'confidential_reader' THEN
    INSERT INTO reminder_rearm (page_id) VALUES (NEW.page_id);
  ELSE
    INSERT INTO reminder_rearm DEFAULT VALUES;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER rearm_reminders AFTER UPDATE OF owner_id, collection_id, confidential_until ON desk.page FOR EACH ROW
  WHEN ((OLD.owner_id, OLD.collection_id, OLD.confidential_until) IS DISTINCT FROM (NEW.owner_id, NEW.collection_id, NEW.confidential_until))
  EXECUTE FUNCTION desk.rearm_reminders();
CREATE TRIGGER rearm_reminders AFTER INSERT ON desk.confidential_reader FOR EACH ROW EXECUTE FUNCTION desk.rearm_reminders();
CREATE TRIGGER rearm_reminders AFTER UPDATE OF is_active ON desk.person FOR EACH ROW
  WHEN (OLD.is_active <> NEW.is_active) EXECUTE FUNCTION desk.rearm_reminders();
CREATE TRIGGER rearm_reminders AFTER INSERT ON desk.person_role FOR EACH ROW
  WHEN (NEW.role IN ('editor', 'clinical_lead')) EXECUTE FUNCTION desk.rearm_reminders();
CREATE TRIGGER rearm_reminders AFTER UPDATE OF lead_id ON desk.collection FOR EACH ROW
  WHEN (OLD.lead_id IS DISTINCT FROM NEW.lead_id) EXECUTE FUNCTION desk.rearm_reminders();
CREATE TRIGGER rearm_reminders AFTER INSERT OR UPDATE ON desk.absence FOR EACH ROW EXECUTE FUNCTION desk.rearm_reminders();
CREATE TRIGGER rearm_reminders AFTER INSERT OR UPDATE OR DELETE ON desk.holiday FOR EACH STATEMENT EXECUTE FUNCTION desk.rearm_reminders();

-- Live pages of before.
INSERT INTO desk.reminder_clock (publication_id, due_on, first_on, next_on)
  SELECT p.id, d.due, coalesce(n.first, d.due), n.first FROM desk.publication p
   CROSS JOIN LATERAL (SELECT desk.effective_due(p.id) AS due) d
   CROSS JOIN LATERAL (SELECT desk.next_step_on(desk.schedule_of(p.id), d.due, d.due - 1000) AS first) n
   WHERE p.ended_at IS NULL;

-- Who is told of what --------------------------------------------------------------

-- For each person of these publications the latest step that has come, and no
-- earlier one. Who has no owner, or one who was away on the day of the step, is
-- told to every editor.
CREATE FUNCTION desk.reminders_of(p_publications uuid[])
RETURNS TABLE (page_id uuid, recipient_id uuid, step text, step_on date, due_on date, is_escalation boolean)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH day AS MATERIALIZED (SELECT today() AS today),
  editors AS MATERIALIZED (
    SELECT p.id FROM person p JOIN person_role r ON r.person_id = p.id AND r.role = 'editor' WHERE p.is_active
  ),
  live AS (
    SELECT p.id AS publication_id, p.page_id, pg.owner_id, pg.collection_id, r.reminder_schedule, c.due_on,
           coalesce(pg.confidential_until > day.today, false) AS is_confidential, day.today
      FROM day, reminder_clock c JOIN publication p ON p.id = c.publication_id JOIN page pg ON pg.id = p.page_id
      JOIN review_round rr ON rr.id = p.round_id JOIN review_rules r ON r.id = rr.rules_id
     WHERE c.publication_id = ANY (p_publications) AND p.ended_at IS NULL
  ),
  steps AS (
    SELECT live.*, s ->> 'step' AS step, (s ->> 'afterDays')::integer AS after_days,
           (s ->> 'repeatsEvery')::integer AS every, s -> 'to' AS addressees
      FROM live CROSS JOIN LATERAL jsonb_array_elements(live.reminder_schedule) s
  ),
  occurring AS (
    SELECT steps.*, CASE
        WHEN every IS NULL AND after_days <= 0 THEN previous_working_day(due_on + after_days)
        WHEN every IS NULL THEN due_on + after_days
        WHEN today >= due_on + after_days THEN due_on + after_days + every * ((today - due_on - after_days) / every)
      END AS step_on
      FROM steps
  ),
  addressed AS (
    SELECT o.*, o.step || CASE WHEN every IS NULL THEN '' ELSE ':' || ((step_on - due_on - after_days) / every + 1) END AS step_name, a.addressee
      FROM occurring o CROSS JOIN LATERAL jsonb_array_elements_text(o.addressees) a(addressee) WHERE step_on <= today
  ),
  people AS (
    SELECT a.page_id, who.id AS recipient, a.step_name, a.step_on, a.due_on, a.addressee IN ('collection_lead', 'clinical_lead') AS is_escalation
      FROM addressed a CROSS JOIN LATERAL (
        SELECT a.owner_id AS id WHERE a.addressee = 'owner'
        UNION ALL
        SELECT e.id FROM editors e WHERE a.addressee = 'editors'
            OR (a.addressee = 'owner' AND (NOT EXISTS (SELECT FROM person o WHERE o.id = a.owner_id AND o.is_active)
              OR EXISTS (SELECT FROM absence x WHERE x.person_id = a.owner_id AND x.ended_at IS NULL AND a.step_on BETWEEN x.from_day AND x.until_day)))
        UNION ALL
        SELECT d.person_id FROM publication_line(a.publication_id) l JOIN publication_approval pa ON pa.publication_id = l.publication_id
          JOIN decision d ON d.id = pa.decision_id WHERE a.addressee = 'last_reviewers'
        UNION ALL
        SELECT c.lead_id FROM collection c WHERE a.addressee = 'collection_lead' AND c.id = a.collection_id
        UNION ALL
        SELECT r.person_id FROM person_role r WHERE a.addressee = 'clinical_lead' AND r.role = 'clinical_lead'
      ) who
      JOIN person p ON p.id = who.id AND p.is_active
     WHERE NOT a.is_confidential OR may_know_of(a.page_id, who.id)
  )
  SELECT DISTINCT ON (p.page_id, p.recipient) p.page_id, p.recipient, p.step_name, p.step_on, p.due_on, p.is_escalation
    FROM people p ORDER BY p.page_id, p.recipient, p.step_on DESC, p.step_name;
END
$$;

-- What the reminder schedule asks for today: found through the clock's index,
-- so that it grows with what is due and not with what exists.
DROP FUNCTION desk.due_reminders();
CREATE FUNCTION desk.due_reminders()
RETURNS TABLE (page_id uuid, recipient_id uuid, step text, step_on date, due_on date, is_escalation boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  today_is date := today();
BEGIN
  RETURN QUERY SELECT * FROM reminders_of((SELECT array_agg(c.publication_id) FROM reminder_clock c WHERE c.next_on <= today_is));
END
$$;

-- Any number of engines at once, and twice: a page that another one has in hand
-- is left to it, and what was raised is not raised again.
CREATE OR REPLACE FUNCTION desk.raise_due_alerts() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  today_is date := today();
  changed uuid[];
  is_for_all boolean;
  taken uuid[];
  raised integer;
BEGIN
  WITH gone AS (DELETE FROM reminder_rearm RETURNING page_id)
  SELECT array_agg(page_id) FILTER (WHERE page_id IS NOT NULL), coalesce(bool_or(page_id IS NULL), false) INTO changed, is_for_all FROM gone;
  IF changed IS NOT NULL OR is_for_all THEN
    -- A holiday moves steps to come; all else is about steps that have come.
    PERFORM FROM reminder_clock c JOIN publication p ON p.id = c.publication_id
      WHERE (is_for_all AND (c.first_on <= today_is + 14 OR c.next_on <= (SELECT max(day) + 14 FROM holiday))) OR p.page_id = ANY (changed)
      ORDER BY c.publication_id FOR UPDATE OF c;
    UPDATE reminder_clock c SET next_on = today_is FROM publication p
     WHERE p.id = c.publication_id AND (c.next_on > today_is OR c.next_on IS NULL)
       AND ((is_for_all AND (c.first_on <= today_is + 14 OR c.next_on <= (SELECT max(day) + 14 FROM holiday))) OR p.page_id = ANY (changed));
  END IF;
  SELECT array_agg(t.publication_id) INTO taken FROM (
    SELECT c.publication_id FROM reminder_clock c WHERE c.next_on <= today_is ORDER BY c.publication_id FOR UPDATE SKIP LOCKED) t;
  IF taken IS NULL THEN
    RETURN 0;
  END IF;
  INSERT INTO alert (kind, recipient_id, page_id, step, due_on, reason_key, is_digest, props)
    SELECT 'review_due', r.recipient_id, r.page_id, r.step, r.due_on,
           concat_ws(':', 'due', r.page_id, r.due_on, r.step, r.recipient_id), true,
           CASE WHEN r.is_escalation THEN '{"isEscalation": true}'::jsonb ELSE '{}' END
      FROM reminders_of(taken) r ORDER BY r.page_id, r.recipient_id
  ON CONFLICT (reason_key) DO NOTHING;
  GET DIAGNOSTICS raised = ROW_COUNT;
  UPDATE reminder_clock c SET next_on = least(next_step_on(schedule_of(c.publication_id), c.due_on, today_is),
           (SELECT pg.confidential_until FROM publication p JOIN page pg ON pg.id = p.page_id
             WHERE p.id = c.publication_id AND pg.confidential_until > today_is))
   WHERE c.publication_id = ANY (taken);
  RETURN raised;
END
$$;

-- A page that nobody answers for is told to every editor at once, besides the
-- lead of its collection.
-- A lead who may not know of the page is not told of it, and neither is nobody:
-- its editors are, or its owner where no editor is left.
CREATE OR REPLACE FUNCTION desk.fall_to_lead(p_page uuid, p_what text, p_reason_key text, p_props jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  lead uuid := (SELECT p.id FROM page pg JOIN collection c ON c.id = pg.collection_id JOIN person p ON p.id = c.lead_id
                 WHERE pg.id = p_page AND p.is_active);
BEGIN
  IF NOT may_know_of(p_page, lead) THEN
    lead := NULL;
  END IF;
  IF lead IS NULL AND NOT EXISTS (SELECT FROM person_role r JOIN person p ON p.id = r.person_id
       WHERE r.role = 'editor' AND p.is_active AND may_know_of(p_page, p.id)) THEN
    lead := (SELECT owner_id FROM page WHERE id = p_page);
  END IF;
  IF lead IS NULL OR p_what = 'page' THEN
    PERFORM raise_alert_to_editors('no_holder', p_page, p_reason_key, p_props || jsonb_build_object('what', p_what));
  END IF;
  IF lead IS NOT NULL THEN
    PERFORM raise_alert('no_holder', lead, p_page, p_reason_key, p_props || jsonb_build_object('what', p_what));
  END IF;
END
$$;

-- When people are told --------------------------------------------------------------

-- Hours of the desk's zone in which no mail goes to a person, but what cannot
-- wait; from an hour up to another, over midnight if need be.
ALTER TABLE desk.notification_setting
  ADD COLUMN quiet_from integer CHECK (quiet_from BETWEEN 0 AND 23),
  ADD COLUMN quiet_until integer CHECK (quiet_until BETWEEN 0 AND 23),
  ADD COLUMN digests_stopped_at timestamptz,
  ADD CHECK ((quiet_from IS NULL) = (quiet_until IS NULL) AND quiet_from <> quiet_until);

CREATE FUNCTION desk.is_quiet(p_hour integer, p_from integer, p_until integer) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(CASE WHEN p_from < p_until THEN p_hour >= p_from AND p_hour < p_until ELSE p_hour >= p_from OR p_hour < p_until END, false)
$$;

-- The hour of the daily digest is never one in which no mail may come.
ALTER TABLE desk.notification_setting ADD CONSTRAINT notification_setting_digest_heard CHECK (NOT desk.is_quiet(digest_hour, quiet_from, quiet_until));

-- The key of a digest's list-unsubscribe, by its hash: it stops digests of one
-- person and nothing else. The digest holds the key until it has left.
CREATE TABLE desk.digest_stop_key (
  key_hash text PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  made_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX digest_stop_key_person_idx ON desk.digest_stop_key (person_id);

-- 244 random bits in 43 characters that an address can hold.
CREATE FUNCTION desk.make_digest_stop_key(p_person uuid) RETURNS text
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  key text := translate(rtrim(encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'base64'), '='), '+/', '-_');
BEGIN
  INSERT INTO digest_stop_key (key_hash, person_id) VALUES (encode(sha256(convert_to(key, 'UTF8')), 'hex'), p_person);
  RETURN key;
END
$$;

-- Stops the mail, not the reminder: it stays on the person's desk, and what
-- nobody does still reaches editors and leads. Asking twice changes nothing.
CREATE FUNCTION desk.stop_digests(p_key_hash text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  who uuid := (SELECT person_id FROM digest_stop_key WHERE key_hash = p_key_hash);
BEGIN
  IF who IS NULL THEN
    RETURN false;
  END IF;
  INSERT INTO notification_setting (person_id, digests_stopped_at) VALUES (who, clock())
  ON CONFLICT (person_id) DO UPDATE SET digests_stopped_at = coalesce(notification_setting.digests_stopped_at, clock());
  RETURN true;
END
$$;

-- Snoozed once for each due day, so that nobody puts a page off for ever.
ALTER TABLE desk.snooze ADD COLUMN due_on date;
CREATE UNIQUE INDEX snooze_once_key ON desk.snooze (person_id, page_id, due_on) WHERE due_on IS NOT NULL;

-- One editor puts one matter away for at most thirty days; a review that is due
-- or overdue once, for at most seven, and so may its owner.
CREATE OR REPLACE FUNCTION desk.snooze(p_session text, p_page uuid, p_need text, p_until date, p_reason text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  most integer := CASE WHEN p_need IN ('due', 'overdue', 'assign_correction', 'publish_correction', 'schedule_refused', 'triage') THEN 7 ELSE 30 END;
  due date;
  new_id uuid;
BEGIN
  IF NOT (has_role(me.id, 'editor') OR has_role(me.id, 'clinical_lead'))
     AND NOT (coalesce(p_need IN ('due', 'overdue'), false) AND EXISTS (SELECT FROM page WHERE id = p_page AND owner_id = me.id)) THEN
    PERFORM refuse('403', 'not_an_editor');
  END IF;
  PERFORM require_text(p_reason, 'reason_missing', 1000);
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM require_knowing(p_page, me.id);
  IF p_need IS NULL OR p_need !~ '^[a-z_]{1,40}$' THEN
    PERFORM refuse('422', 'invalid_form');
  END IF;
  IF p_until IS NULL OR p_until <= today() OR p_until > today() + most THEN
    PERFORM refuse('422', 'day_out_of_range', jsonb_build_object('until', today() + most));
  END IF;
  IF p_need IN ('due', 'overdue') THEN
    due := effective_due(live_publication(p_page));
  END IF;
  INSERT INTO snooze (person_id, page_id, need, until, reason, due_on) VALUES (me.id, p_page, p_need, p_until, p_reason, due)
  ON CONFLICT DO NOTHING RETURNING id INTO new_id;
  IF new_id IS NULL THEN
    PERFORM refuse('409', 'snoozed_once');
  END IF;
  PERFORM record_audit('snooze', me.id, p_page, jsonb_build_object('need', p_need, 'until', p_until, 'reason_sha256', content_hash(p_reason)));
  RETURN new_id;
END
$$;

-- One digest per person per day, at or after their hour, holding every reminder
-- not yet mailed. Who is away gets theirs on their return; a page that somebody
-- snoozed waits, unless they are told of it as a lead. A page that is
-- confidential goes by a mail of its own, for a mailbox to show to those alone
-- who may know of it; who may not is told when it is confidential no more.
CREATE OR REPLACE FUNCTION desk.make_digests() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  made integer := 0;
  who uuid;
  kept_page uuid;
  waiting uuid[];
  new_mail uuid;
  today_is date := today();
  hour_is integer := extract(hour FROM clock() AT TIME ZONE (SELECT time_zone FROM desk_setting));
BEGIN
  FOR who, kept_page, waiting IN
    SELECT a.recipient_id, k.page_id, array_agg(a.id) FROM alert a JOIN person p ON p.id = a.recipient_id AND p.is_active
      JOIN page pg ON pg.id = a.page_id
      CROSS JOIN LATERAL (SELECT CASE WHEN pg.confidential_until > today_is THEN pg.id END AS page_id) k
      LEFT JOIN notification_setting n ON n.person_id = p.id
     WHERE a.mail_id IS NULL AND a.is_digest AND hour_is >= coalesce(n.digest_hour, 7)
       AND n.digests_stopped_at IS NULL AND coalesce(n.is_paused_until < today_is, true)
       AND NOT EXISTS (SELECT FROM absence x WHERE x.person_id = p.id AND x.ended_at IS NULL AND today_is BETWEEN x.from_day AND x.until_day)
       AND (a.props ? 'isEscalation' OR NOT EXISTS (SELECT FROM snooze z WHERE z.person_id = p.id AND z.page_id = a.page_id
              AND z.due_on = a.due_on AND z.until > today_is))
       AND (k.page_id IS NULL OR may_know_of(k.page_id, p.id))
     GROUP BY 1, 2 ORDER BY 1, 2 NULLS FIRST
  LOOP
    new_mail := NULL;
    INSERT INTO mail (id, kind, recipient_id, page_id, message_id, once_key)
      SELECT g, 'review_due_digest', who, kept_page, '<' || g || '@imprimatur.desk>', concat_ws(':', 'digest', who, today_is, kept_page)
        FROM gen_random_uuid() g
    ON CONFLICT (once_key) DO NOTHING RETURNING id INTO new_mail;
    IF new_mail IS NOT NULL THEN
      -- Made here and not when it is sent, so that trying again or looking at it writes nothing.
      UPDATE mail SET props = jsonb_build_object('stopKey', make_digest_stop_key(who)) WHERE id = new_mail;
      UPDATE alert SET mail_id = new_mail WHERE id = ANY (waiting) AND mail_id IS NULL;
      made := made + 1;
    END IF;
  END LOOP;
  RETURN made;
END
$$;

GRANT SELECT ON desk.reminder_clock TO desk_app;
GRANT EXECUTE ON FUNCTION desk.due_reminders(), desk.is_quiet(integer, integer, integer), desk.stop_digests(text) TO desk_app;

-- The reminder schedule as a query, the daily digest, and the outbox. Every
-- step may run twice, or on many machines, with the same result.
SET LOCAL ROLE desk_owner;

CREATE INDEX draft_based_on_idx ON desk.draft (based_on_id);

-- What the reminder schedule asks for today: for each person the latest step
-- that is due, and no earlier one. Steps up to the due day go out on the last
-- working day before them; steps after it on their day.
CREATE FUNCTION desk.due_reminders()
RETURNS TABLE (page_id uuid, recipient_id uuid, step text, step_on date, due_on date)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  WITH day AS MATERIALIZED (SELECT today() AS today),
  live AS (
    SELECT p.id AS publication_id, p.page_id, pg.owner_id, pg.collection_id, r.reminder_schedule,
           least(p.next_review_due, (SELECT min(b.due_on) FROM due_brought_forward b WHERE b.publication_id = p.id)) AS due_on
      FROM publication p JOIN page pg ON pg.id = p.page_id
      JOIN review_round rr ON rr.id = p.round_id JOIN review_rules r ON r.id = rr.rules_id
     WHERE p.ended_at IS NULL
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
        WHEN day.today >= due_on + after_days THEN due_on + after_days + every * ((day.today - due_on - after_days) / every)
      END AS step_on, day.today
      FROM steps, day
  ),
  reached AS (
    SELECT *, step || CASE WHEN every IS NULL THEN '' ELSE ':' || ((step_on - due_on - after_days) / every + 1) END AS step_name
      FROM occurring WHERE step_on <= today
  ),
  addressed AS (
    SELECT r.page_id, r.publication_id, r.owner_id, r.collection_id, r.step_name, r.step_on, r.due_on, a.addressee
      FROM reached r CROSS JOIN LATERAL jsonb_array_elements_text(r.addressees) a(addressee)
  ),
  people AS (
    SELECT a.*, p.id AS recipient FROM addressed a JOIN person p ON p.is_active AND CASE a.addressee
      WHEN 'owner' THEN p.id = a.owner_id
        OR (NOT EXISTS (SELECT FROM person o WHERE o.id = a.owner_id AND o.is_active) AND has_role(p.id, 'editor'))
      WHEN 'last_reviewers' THEN p.id IN (SELECT d.person_id FROM publication_line(a.publication_id) l
        JOIN publication_approval pa ON pa.publication_id = l.publication_id JOIN decision d ON d.id = pa.decision_id)
      WHEN 'editors' THEN has_role(p.id, 'editor')
      WHEN 'collection_lead' THEN p.id = (SELECT c.lead_id FROM collection c WHERE c.id = a.collection_id)
      WHEN 'clinical_lead' THEN has_role(p.id, 'clinical_lead')
      ELSE false END
  )
  SELECT DISTINCT ON (page_id, recipient) page_id, recipient, step_name, step_on, due_on
    FROM people ORDER BY page_id, recipient, step_on DESC, step_name
$$;

CREATE FUNCTION desk.raise_due_alerts() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  raised integer;
BEGIN
  INSERT INTO alert (kind, recipient_id, page_id, step, due_on, reason_key, is_digest)
    SELECT 'review_due', r.recipient_id, r.page_id, r.step, r.due_on,
           concat_ws(':', 'due', r.page_id, r.due_on, r.step, r.recipient_id), true
      FROM due_reminders() r ORDER BY r.page_id, r.recipient_id
  ON CONFLICT (reason_key) DO NOTHING;
  GET DIAGNOSTICS raised = ROW_COUNT;
  RETURN raised;
END
$$;

-- One digest per person per day, at or after their hour, holding every
-- reminder not yet mailed.
CREATE FUNCTION desk.make_digests() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  made integer := 0;
  who uuid;
  new_mail uuid;
  today_is date := today();
  hour_is integer := extract(hour FROM clock() AT TIME ZONE (SELECT time_zone FROM desk_setting));
BEGIN
  FOR who IN
    SELECT DISTINCT a.recipient_id FROM alert a JOIN person p ON p.id = a.recipient_id AND p.is_active
      LEFT JOIN notification_setting n ON n.person_id = p.id
     WHERE a.mail_id IS NULL AND a.is_digest AND hour_is >= coalesce(n.digest_hour, 0)
       AND coalesce(n.is_paused_until < today_is, true) ORDER BY 1
  LOOP
    new_mail := NULL;
    INSERT INTO mail (id, kind, recipient_id, message_id, once_key)
      SELECT g, 'review_due_digest', who, '<' || g || '@imprimatur.desk>', 'digest:' || who || ':' || today_is FROM gen_random_uuid() g
    ON CONFLICT (once_key) DO NOTHING RETURNING id INTO new_mail;
    IF new_mail IS NOT NULL THEN
      UPDATE alert SET mail_id = new_mail WHERE recipient_id = who AND is_digest AND mail_id IS NULL;
      made := made + 1;
    END IF;
  END LOOP;
  RETURN made;
END
$$;

-- Takes mails to send under a lease. A worker that dies leaves them to the next.
CREATE FUNCTION desk.claim_mails(p_limit integer) RETURNS SETOF desk.mail
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN QUERY
    UPDATE mail m SET state = 'sending', claimed_until = clock() + interval '2 minutes', attempts = m.attempts + 1
     WHERE m.id IN (SELECT c.id FROM mail c
                     WHERE (c.state = 'queued' AND c.next_attempt_at <= clock()) OR (c.state = 'sending' AND c.claimed_until <= clock())
                     ORDER BY c.next_attempt_at, c.id LIMIT least(p_limit, 100) FOR UPDATE SKIP LOCKED)
    RETURNING m.*;
END
$$;

-- p_outcome: sent | kept (no mail server: it stays in the desk's mailbox) |
-- retry (temporary) | failed (for good) | skipped (no longer meant for them).
CREATE FUNCTION desk.finish_mail(p_mail uuid, p_outcome text, p_subject text, p_html text, p_plain_text text, p_error text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  m mail;
  outcome text := p_outcome;
BEGIN
  SELECT * INTO m FROM mail WHERE id = p_mail AND state = 'sending' FOR UPDATE;
  IF m.id IS NULL THEN
    RETURN;
  END IF;
  IF outcome = 'retry' AND m.attempts >= 8 THEN
    outcome := 'failed';
  END IF;
  UPDATE mail SET state = CASE outcome WHEN 'retry' THEN 'queued' ELSE outcome END,
         subject = coalesce(p_subject, subject), html = coalesce(p_html, html), plain_text = coalesce(p_plain_text, plain_text),
         last_error = left(p_error, 2000), claimed_until = NULL,
         sent_at = CASE WHEN outcome IN ('sent', 'kept') THEN clock() END,
         next_attempt_at = CASE WHEN outcome = 'retry'
           THEN clock() + least(interval '6 hours', interval '30 seconds' * power(2, m.attempts)) * (0.75 + random() / 2) ELSE next_attempt_at END
   WHERE id = p_mail;
  IF outcome = 'failed' AND m.kind <> 'mail_bounced' THEN
    PERFORM raise_alert_to_editors('mail_bounced', m.page_id, 'bounced:' || m.id, jsonb_build_object('mailId', m.id));
  END IF;
END
$$;

CREATE FUNCTION desk.start_job(p_job text) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  INSERT INTO job_run (job) VALUES (left(p_job, 60)) RETURNING id
$$;

CREATE FUNCTION desk.finish_job(p_run uuid, p_succeeded boolean, p_raised integer, p_sent integer, p_failed integer, p_error text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  UPDATE job_run SET finished_at = clock(), succeeded = p_succeeded, raised = p_raised, sent = p_sent, failed = p_failed, error = left(p_error, 2000)
   WHERE id = p_run AND finished_at IS NULL
$$;

-- Alive means: a run succeeded in the last 25 hours and no mail failed for good in that time.
CREATE FUNCTION desk.alert_health(OUT last_success_at timestamptz, OUT oldest_unsent_at timestamptz, OUT failed_mails integer, OUT is_alive boolean)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT ok.at, (SELECT min(queued_at) FROM mail WHERE state IN ('queued', 'sending')), bad.n,
         coalesce(ok.at > clock() - interval '25 hours', false) AND bad.n = 0
    FROM (SELECT max(finished_at) AS at FROM job_run WHERE job = 'alerts' AND succeeded) ok,
         (SELECT count(*)::integer AS n FROM mail WHERE state = 'failed' AND queued_at > clock() - interval '25 hours') bad
$$;

CREATE FUNCTION desk.mark_alert_seen(p_session text, p_alert uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
BEGIN
  UPDATE alert SET seen_at = clock() WHERE id = p_alert AND recipient_id = me.id AND seen_at IS NULL;
END
$$;

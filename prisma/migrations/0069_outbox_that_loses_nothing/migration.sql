-- The outbox: a mail belongs to one worker while it is sent, an outage of the
-- mail server is waited out, and what the engine does is there to be seen.
SET LOCAL ROLE desk_owner;

ALTER TABLE desk.mail
  -- When it was tried first and last; a mail is given up by its age, not by a count.
  ADD COLUMN first_tried_at timestamptz,
  ADD COLUMN tried_at timestamptz;
UPDATE desk.mail SET tried_at = coalesce(sent_at, queued_at), first_tried_at = queued_at WHERE attempts > 0;
CREATE INDEX mail_tried_idx ON desk.mail (tried_at DESC);
CREATE INDEX mail_failed_idx ON desk.mail (tried_at) WHERE state = 'failed';
CREATE INDEX job_run_success_idx ON desk.job_run (job, finished_at DESC) WHERE succeeded;

-- What cannot wait for the morning: words taken from readers, and what somebody
-- asked for a minute ago.
CREATE FUNCTION desk.is_urgent_mail(p_kind text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT p_kind IN ('approval_revoked', 'withdrawn', 'schedule_refused', 'mail_bounced', 'invitation_to_desk') OR p_kind LIKE '%\_code'
$$;

-- Takes mails to send under a lease. A worker that dies leaves them to the next.
-- While all wait for a mail server that was away, the one tried longest ago is
-- tried every ninety seconds: when it leaves, the others follow.
CREATE OR REPLACE FUNCTION desk.claim_mails(p_limit integer) RETURNS SETOF desk.mail
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  hour_is integer := extract(hour FROM clock() AT TIME ZONE (SELECT time_zone FROM desk_setting));
  moment timestamptz := clock();
BEGIN
  IF NOT EXISTS (SELECT FROM mail WHERE tried_at > moment - interval '90 seconds') THEN
    UPDATE mail SET next_attempt_at = moment
     WHERE id = (SELECT id FROM mail WHERE state = 'queued' AND attempts > 0 AND next_attempt_at > moment ORDER BY tried_at LIMIT 1 FOR UPDATE SKIP LOCKED);
  END IF;
  RETURN QUERY
    UPDATE mail m SET state = 'sending', claimed_until = clock() + interval '2 minutes', attempts = m.attempts + 1
     WHERE m.id IN (SELECT c.id FROM mail c
                     WHERE ((c.state = 'queued' AND c.next_attempt_at <= moment) OR (c.state = 'sending' AND c.claimed_until <= moment))
                       AND (is_urgent_mail(c.kind) OR NOT EXISTS (SELECT FROM notification_setting n
                             WHERE n.person_id = c.recipient_id AND is_quiet(hour_is, n.quiet_from, n.quiet_until)))
                     ORDER BY c.next_attempt_at, c.id LIMIT least(p_limit, 100) FOR UPDATE SKIP LOCKED)
    RETURNING m.*;
END
$$;

-- A page that became confidential since a digest was made stands in it no more:
-- its reminder counts as not mailed, and waits, or goes by a mail of its own to
-- who may know of it.
CREATE FUNCTION desk.put_back_kept(m desk.mail) RETURNS void
LANGUAGE sql SET search_path = desk, pg_temp AS $$
  UPDATE alert a SET mail_id = NULL FROM page pg
   WHERE m.kind = 'review_due_digest' AND a.mail_id = m.id AND pg.id = a.page_id AND pg.confidential_until > today()
     AND (m.page_id IS NULL OR NOT may_know_of(a.page_id, m.recipient_id))
$$;

-- Asked right before a mail is made and sent: is it still this worker's? If so
-- the lease begins anew. The count of attempts tells one worker's hold from the
-- next one's.
CREATE FUNCTION desk.hold_mail(p_mail uuid, p_attempt integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  m mail;
BEGIN
  UPDATE mail SET claimed_until = clock() + interval '2 minutes', tried_at = clock(), first_tried_at = coalesce(first_tried_at, clock())
   WHERE id = p_mail AND state = 'sending' AND attempts = p_attempt RETURNING * INTO m;
  IF m.id IS NULL THEN
    RETURN false;
  END IF;
  PERFORM put_back_kept(m);
  RETURN true;
END
$$;

-- p_outcome: sent | kept (no mail server: it stays in the desk's mailbox) |
-- retry (temporary) | broken (it could not be made) | failed (for good) |
-- skipped (no longer meant for them) | released (taken, and not tried).
DROP FUNCTION desk.finish_mail(uuid, text, text, text, text, text);
CREATE FUNCTION desk.finish_mail(p_mail uuid, p_attempt integer, p_outcome text, p_subject text, p_html text, p_plain_text text, p_error text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  m mail;
  outcome text := p_outcome;
BEGIN
  SELECT * INTO m FROM mail WHERE id = p_mail AND state = 'sending' AND attempts = p_attempt FOR UPDATE;
  IF m.id IS NULL THEN
    RETURN;
  END IF;
  IF outcome = 'released' THEN
    UPDATE mail SET state = 'queued', attempts = attempts - 1, claimed_until = NULL WHERE id = p_mail;
    RETURN;
  END IF;
  -- A mail server may be away for days; a mail of ours that cannot be made is not mended by waiting.
  IF (outcome = 'retry' AND clock() - coalesce(m.first_tried_at, m.queued_at) >= interval '4 days') OR (outcome = 'broken' AND m.attempts >= 8) THEN
    outcome := 'failed';
  ELSIF outcome = 'broken' THEN
    outcome := 'retry';
  END IF;
  UPDATE mail SET state = CASE outcome WHEN 'retry' THEN 'queued' ELSE outcome END,
         subject = coalesce(p_subject, subject),
         html = coalesce(without_keys(p_html, m, outcome), html), plain_text = coalesce(without_keys(p_plain_text, m, outcome), plain_text),
         props = CASE outcome WHEN 'retry' THEN props ELSE props - 'link' - 'stopKey' END,
         last_error = left(p_error, 2000), claimed_until = NULL,
         tried_at = clock(), first_tried_at = coalesce(first_tried_at, clock()),
         sent_at = CASE WHEN outcome IN ('sent', 'kept') THEN clock() END,
         next_attempt_at = CASE WHEN outcome = 'retry'
           THEN clock() + least(interval '6 hours', interval '30 seconds' * power(2, least(m.attempts, 12))) * (0.75 + random() / 2) ELSE next_attempt_at END
   WHERE id = p_mail;
  IF outcome <> 'retry' THEN
    PERFORM put_back_kept(m);
  END IF;
  IF outcome = 'sent' AND m.attempts > 1 THEN
    -- It was waited for and left: the mail server is back, and so is the rest.
    UPDATE mail SET next_attempt_at = clock() + random() * interval '20 seconds'
     WHERE id IN (SELECT w.id FROM mail w WHERE w.state = 'queued' AND w.attempts > 0 AND w.next_attempt_at > clock() + interval '20 seconds'
                   FOR UPDATE SKIP LOCKED);
  END IF;
  IF outcome = 'failed' AND m.kind <> 'mail_bounced' THEN
    PERFORM raise_alert_to_editors('mail_bounced', m.page_id, 'bounced:' || m.id, jsonb_build_object('mailId', m.id));
  END IF;
END
$$;

-- Runs of a quarter of a year are kept.
CREATE OR REPLACE FUNCTION desk.start_job(p_job text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  new_id uuid;
BEGIN
  DELETE FROM job_run WHERE id IN (SELECT id FROM job_run WHERE job = left(p_job, 60) AND started_at < clock() - interval '90 days'
    ORDER BY started_at LIMIT 100 FOR UPDATE SKIP LOCKED);
  INSERT INTO job_run (job) VALUES (left(p_job, 60)) RETURNING id INTO new_id;
  RETURN new_id;
END
$$;

-- Alive means: a run succeeded in the last 25 hours, no mail failed for good in
-- that time, and none has been waiting as long. An empty run is a success of
-- nothing; a failed one says why.
DROP FUNCTION desk.alert_health();
CREATE FUNCTION desk.alert_health(OUT last_success_at timestamptz, OUT last_failure_at timestamptz, OUT last_error text,
  OUT oldest_unsent_at timestamptz, OUT waiting_mails integer, OUT failed_mails integer, OUT is_alive boolean)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT ok.at, bad_run.at, bad_run.error, unsent.at, unsent.n, bad.n,
         coalesce(ok.at > clock() - interval '25 hours', false) AND bad.n = 0 AND coalesce(unsent.at > clock() - interval '25 hours', true)
    FROM (SELECT max(finished_at) AS at FROM job_run WHERE job = 'alerts' AND succeeded) ok,
         (SELECT min(queued_at) AS at, count(*)::integer AS n FROM mail WHERE state IN ('queued', 'sending')) unsent,
         (SELECT count(*)::integer AS n FROM mail WHERE state = 'failed' AND tried_at > clock() - interval '25 hours') bad,
         (SELECT max(f.finished_at) AS at, (array_agg(f.error ORDER BY f.finished_at DESC))[1] AS error
            FROM (SELECT finished_at, error FROM job_run WHERE job = 'alerts' AND succeeded = false ORDER BY finished_at DESC LIMIT 1) f) bad_run
$$;
CREATE INDEX job_run_failure_idx ON desk.job_run (job, finished_at DESC) WHERE NOT succeeded;

GRANT EXECUTE ON FUNCTION desk.hold_mail(uuid, integer), desk.finish_mail(uuid, integer, text, text, text, text, text), desk.alert_health() TO desk_app;

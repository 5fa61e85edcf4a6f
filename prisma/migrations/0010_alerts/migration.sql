-- Alerts, the outbox of mails, and the record of the engine's runs.
SET LOCAL ROLE desk_owner;

-- One message to one person about one page for one reason. reason_key makes
-- it once: engines may run side by side and twice.
CREATE TABLE desk.alert (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  recipient_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  page_id uuid REFERENCES desk.page ON DELETE RESTRICT,
  step text,
  due_on date,
  reason_key text NOT NULL UNIQUE,
  props jsonb NOT NULL DEFAULT '{}',
  is_digest boolean NOT NULL DEFAULT false,
  raised_at timestamptz NOT NULL DEFAULT desk.clock(),
  raised_on date NOT NULL DEFAULT desk.today(),
  mail_id uuid,
  seen_at timestamptz
);
CREATE INDEX alert_recipient_idx ON desk.alert (recipient_id, raised_at DESC);
CREATE INDEX alert_unmailed_idx ON desk.alert (recipient_id) WHERE mail_id IS NULL;

CREATE TABLE desk.mail (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  recipient_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  page_id uuid REFERENCES desk.page ON DELETE RESTRICT,
  props jsonb NOT NULL DEFAULT '{}',
  message_id text NOT NULL UNIQUE,
  once_key text UNIQUE,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'kept', 'failed', 'skipped')),
  attempts integer NOT NULL DEFAULT 0,
  queued_at timestamptz NOT NULL DEFAULT desk.clock(),
  next_attempt_at timestamptz NOT NULL DEFAULT desk.clock(),
  claimed_until timestamptz,
  sent_at timestamptz,
  subject text,
  html text,
  plain_text text,
  last_error text
);
CREATE INDEX mail_due_idx ON desk.mail (next_attempt_at) WHERE state IN ('queued', 'sending');
CREATE INDEX mail_recipient_idx ON desk.mail (recipient_id, queued_at DESC);
ALTER TABLE desk.alert ADD FOREIGN KEY (mail_id) REFERENCES desk.mail ON DELETE RESTRICT;

CREATE TABLE desk.job_run (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  job text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT desk.clock(),
  finished_at timestamptz,
  succeeded boolean,
  raised integer NOT NULL DEFAULT 0,
  sent integer NOT NULL DEFAULT 0,
  failed integer NOT NULL DEFAULT 0,
  error text
);
CREATE INDEX job_run_job_idx ON desk.job_run (job, started_at DESC);

CREATE TABLE desk.notification_setting (
  person_id uuid PRIMARY KEY REFERENCES desk.person ON DELETE RESTRICT,
  digest_hour integer NOT NULL DEFAULT 7 CHECK (digest_hour BETWEEN 0 AND 23),
  is_paused_until date
);

-- Queue a mail in the transaction of the act it tells of. once_key, where
-- given, makes it once.
CREATE FUNCTION desk.queue_mail(p_kind text, p_recipient uuid, p_page uuid, p_props jsonb, p_once_key text DEFAULT NULL)
RETURNS uuid LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  new_id uuid := gen_random_uuid();
BEGIN
  INSERT INTO mail (id, kind, recipient_id, page_id, props, message_id, once_key)
  VALUES (new_id, p_kind, p_recipient, p_page, p_props, '<' || new_id || '@imprimatur.desk>', p_once_key)
  ON CONFLICT (once_key) DO NOTHING;
  RETURN new_id;
END
$$;

-- An alert of one matter: in the inbox, and a mail of its own.
CREATE FUNCTION desk.raise_alert(p_kind text, p_recipient uuid, p_page uuid, p_reason_key text, p_props jsonb DEFAULT '{}')
RETURNS void LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  new_alert uuid;
BEGIN
  IF p_recipient IS NULL OR NOT EXISTS (SELECT FROM person WHERE id = p_recipient AND is_active) THEN
    RETURN;
  END IF;
  INSERT INTO alert (kind, recipient_id, page_id, reason_key, props)
  VALUES (p_kind, p_recipient, p_page, p_reason_key || ':' || p_recipient, p_props)
  ON CONFLICT (reason_key) DO NOTHING RETURNING id INTO new_alert;
  IF new_alert IS NOT NULL THEN
    UPDATE alert SET mail_id = queue_mail(p_kind, p_recipient, p_page, p_props || jsonb_build_object('alertId', new_alert), NULL)
     WHERE id = new_alert;
  END IF;
END
$$;

CREATE FUNCTION desk.raise_alert_to_editors(p_kind text, p_page uuid, p_reason_key text, p_props jsonb DEFAULT '{}')
RETURNS void LANGUAGE sql SET search_path = desk, pg_temp AS $$
  SELECT raise_alert(p_kind, r.person_id, p_page, p_reason_key, p_props)
    FROM person_role r JOIN person p ON p.id = r.person_id
   WHERE r.role = 'editor' AND p.is_active ORDER BY p.id
$$;

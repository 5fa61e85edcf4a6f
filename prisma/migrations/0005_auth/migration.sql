-- Sessions, credentials, signing grants and links. Only the auth role writes
-- them: had the application INSERT here, it could make itself anybody.
-- Every id is the SHA-256 of a token, so no usable token is stored.
SET LOCAL ROLE desk_owner;

CREATE TABLE desk.session (
  id text PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  created_at timestamptz NOT NULL DEFAULT desk.clock(),
  expires_at timestamptz NOT NULL,
  absolute_expires_at timestamptz NOT NULL DEFAULT desk.clock() + interval '12 hours',
  reauthenticated_at timestamptz,
  purpose text NOT NULL DEFAULT 'browser' CHECK (purpose IN ('browser', 'command_line', 'demo'))
);
CREATE INDEX session_user_idx ON desk.session (user_id);

CREATE TABLE desk.credential (
  person_id uuid PRIMARY KEY REFERENCES desk.person ON DELETE RESTRICT,
  password_hash text NOT NULL,
  set_at timestamptz NOT NULL DEFAULT desk.clock()
);

CREATE TABLE desk.signing_grant (
  id text PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  session_id text NOT NULL REFERENCES desk.session ON DELETE CASCADE,
  act text NOT NULL CHECK (act IN ('sign_decision', 'reaffirm', 'revoke_approval', 'schedule')),
  content_sha256 text NOT NULL,
  method text NOT NULL CHECK (method IN ('password', 'password_totp', 'passkey', 'mailed_code')),
  granted_at timestamptz NOT NULL DEFAULT desk.clock(),
  expires_at timestamptz NOT NULL DEFAULT desk.clock() + interval '5 minutes',
  used_at timestamptz,
  CHECK (expires_at <= granted_at + interval '5 minutes 1 second') -- two readings of the clock
);
CREATE INDEX signing_grant_session_idx ON desk.signing_grant (session_id);

CREATE TABLE desk.invitation (
  id text PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  invited_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  created_at timestamptz NOT NULL DEFAULT desk.clock(),
  expires_at timestamptz NOT NULL DEFAULT desk.clock() + interval '14 days',
  used_at timestamptz
);
CREATE INDEX invitation_person_idx ON desk.invitation (person_id);

CREATE TABLE desk.setup_token (
  id text PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT desk.clock(),
  used_at timestamptz
);

CREATE TABLE desk.sign_in_attempt (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account text NOT NULL,
  address text NOT NULL,
  succeeded boolean NOT NULL,
  at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX sign_in_attempt_account_idx ON desk.sign_in_attempt (account, at);
CREATE INDEX sign_in_attempt_address_idx ON desk.sign_in_attempt (address, at);

-- Who is asking? From the hash of the session token, and from nothing else.
CREATE FUNCTION desk.actor(p_session text) RETURNS desk.person
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  found person;
BEGIN
  SELECT p.* INTO found FROM session s JOIN person p ON p.id = s.user_id
   WHERE s.id = p_session AND p.is_active
     AND least(s.expires_at, s.absolute_expires_at) > clock();
  IF found.id IS NULL THEN
    PERFORM refuse('401', 'not_signed_in');
  END IF;
  RETURN found;
END
$$;

CREATE FUNCTION desk.has_role(p_person uuid, p_role text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM person_role WHERE person_id = p_person AND role = p_role)
  );
END
$$;

-- The acting editor; clinical leads are accountable for content and count as editors.
CREATE FUNCTION desk.acting_editor(p_session text) RETURNS desk.person
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  found person := actor(p_session);
BEGIN
  IF NOT (has_role(found.id, 'editor') OR has_role(found.id, 'clinical_lead')) THEN
    PERFORM refuse('403', 'not_an_editor');
  END IF;
  RETURN found;
END
$$;

-- A signature needs a grant for this person, session, act and hash; it works once.
CREATE FUNCTION desk.use_grant(p_grant text, p_session text, p_person uuid, p_act text, p_sha text) RETURNS text
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  held signing_grant;
BEGIN
  SELECT * INTO held FROM signing_grant WHERE id = p_grant FOR UPDATE;
  IF held.id IS NULL OR held.used_at IS NOT NULL
     OR (held.person_id, held.session_id, held.act, held.content_sha256) IS DISTINCT FROM (p_person, p_session, p_act, p_sha) THEN
    PERFORM refuse('403', 'grant_missing');
  END IF;
  IF least(held.expires_at, held.granted_at + interval '5 minutes') <= clock() THEN
    PERFORM refuse('403', 'grant_expired');
  END IF;
  UPDATE signing_grant SET used_at = clock() WHERE id = p_grant;
  RETURN held.method;
END
$$;

-- People, what they may do, and what they are asked for.
SET LOCAL ROLE desk_owner;

CREATE TABLE desk.person (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL CHECK (email ~ '^[^@[:space:][:cntrl:]]+@[^@[:space:][:cntrl:]]+$' AND length(email) <= 254),
  name text NOT NULL CHECK (btrim(name) <> '' AND length(name) <= 200),
  prefix text NOT NULL DEFAULT '',
  credentials text NOT NULL DEFAULT '',
  affiliation text NOT NULL DEFAULT '',
  orcid text,
  is_active boolean NOT NULL DEFAULT true,
  deactivated_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE UNIQUE INDEX person_email_key ON desk.person (lower(email));

CREATE TABLE desk.person_role (
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  role text NOT NULL CHECK (role IN ('author', 'reviewer', 'editor', 'clinical_lead', 'admin')),
  granted_at timestamptz NOT NULL DEFAULT desk.clock(),
  PRIMARY KEY (person_id, role)
);

-- An expertise counts only once somebody has verified it.
CREATE TABLE desk.person_expertise (
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  expertise text NOT NULL CHECK (expertise IN ('clinician', 'laboratory_scientist', 'pharmacist', 'genetic_counsellor', 'medical_editor', 'lived_experience')),
  verified_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  verified_at timestamptz NOT NULL DEFAULT desk.clock(),
  PRIMARY KEY (person_id, expertise)
);

-- Yearly declaration of interests; the newest one counts.
CREATE TABLE desk.interest_declaration (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  has_none boolean NOT NULL,
  statement text NOT NULL,
  declared_at timestamptz NOT NULL DEFAULT desk.clock(),
  valid_until date NOT NULL
);
CREATE INDEX interest_declaration_person_idx ON desk.interest_declaration (person_id, declared_at DESC);
SELECT desk.make_immutable('desk.interest_declaration');

-- Review rules, rounds, assignments, interests for a page, decisions.
SET LOCAL ROLE desk_owner;

-- A new set of rules is a new row; the newest of a kind is in force, and an
-- open round keeps those it began with.
CREATE TABLE desk.review_rules (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  page_kind text NOT NULL CHECK (page_kind IN ('clinician_page', 'gene_summary', 'patient_explainer', 'patient_qa', 'glossary')),
  number integer NOT NULL CHECK (number > 0),
  interval_months integer NOT NULL CHECK (interval_months BETWEEN 1 AND max_interval_months),
  max_interval_months integer NOT NULL CHECK (max_interval_months BETWEEN 1 AND 60),
  respond_days integer NOT NULL CHECK (respond_days BETWEEN 1 AND 60),
  review_days integer NOT NULL CHECK (review_days BETWEEN 1 AND 180),
  signature_days integer NOT NULL CHECK (signature_days BETWEEN 1 AND 365),
  grace_days integer NOT NULL CHECK (grace_days BETWEEN 0 AND 180),
  reminder_schedule jsonb NOT NULL,
  set_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  set_at timestamptz NOT NULL DEFAULT desk.clock(),
  UNIQUE (page_kind, number)
);
SELECT desk.make_immutable('desk.review_rules');

CREATE TABLE desk.review_rules_need (
  rules_id uuid NOT NULL REFERENCES desk.review_rules ON DELETE RESTRICT,
  expertise text NOT NULL CHECK (expertise IN ('clinician', 'laboratory_scientist', 'pharmacist', 'genetic_counsellor', 'medical_editor', 'lived_experience')),
  count integer NOT NULL CHECK (count BETWEEN 1 AND 5),
  step integer NOT NULL CHECK (step BETWEEN 1 AND 5),
  PRIMARY KEY (rules_id, expertise)
);
SELECT desk.make_immutable('desk.review_rules_need');

CREATE TABLE desk.review_round (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  version_id uuid NOT NULL UNIQUE REFERENCES desk.version ON DELETE RESTRICT,
  kind text NOT NULL CHECK (kind IN ('full_review', 'update', 'safety_correction', 'copy_fix')),
  rules_id uuid NOT NULL REFERENCES desk.review_rules ON DELETE RESTRICT,
  scope text[] NOT NULL DEFAULT '{}',
  reason text NOT NULL DEFAULT '',
  opened_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  opened_at timestamptz NOT NULL DEFAULT desk.clock(),
  closed_at timestamptz,
  closed_because text CHECK (closed_because IN ('taken_back', 'superseded', 'published')),
  CHECK ((closed_at IS NULL) = (closed_because IS NULL)),
  CHECK (kind = 'full_review' OR cardinality(scope) > 0),
  CHECK (kind <> 'safety_correction' OR btrim(reason) <> '')
);
CREATE INDEX review_round_page_idx ON desk.review_round (page_id);

-- What this round asks for, as it stood when the round opened. Besides the
-- expertises a safety correction asks for an editor, a copy fix for a colleague.
CREATE TABLE desk.round_need (
  round_id uuid NOT NULL REFERENCES desk.review_round ON DELETE RESTRICT,
  expertise text NOT NULL CHECK (expertise IN ('clinician', 'laboratory_scientist', 'pharmacist', 'genetic_counsellor', 'medical_editor', 'lived_experience', 'editor', 'colleague')),
  count integer NOT NULL CHECK (count BETWEEN 1 AND 5),
  step integer NOT NULL,
  PRIMARY KEY (round_id, expertise)
);
SELECT desk.make_immutable('desk.round_need');

CREATE TABLE desk.assignment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  round_id uuid NOT NULL REFERENCES desk.review_round ON DELETE RESTRICT,
  expertise text NOT NULL,
  reviewer_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  state text NOT NULL DEFAULT 'invited' CHECK (state IN ('invited', 'accepted', 'declined', 'lapsed', 'done', 'dismissed')),
  answers_decision_id uuid,
  assigned_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  invited_at timestamptz NOT NULL DEFAULT desk.clock(),
  respond_by date NOT NULL,
  review_by date NOT NULL CHECK (review_by >= respond_by),
  responded_at timestamptz,
  decline_reason text,
  FOREIGN KEY (round_id, expertise) REFERENCES desk.round_need (round_id, expertise) ON DELETE RESTRICT
);
-- One person is asked for one expertise in a round.
CREATE UNIQUE INDEX assignment_person_key ON desk.assignment (round_id, reviewer_id)
  WHERE state IN ('invited', 'accepted', 'done');
CREATE INDEX assignment_reviewer_idx ON desk.assignment (reviewer_id, state);

CREATE TABLE desk.interest_answer (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  level text NOT NULL CHECK (level IN ('none', 'institutional', 'personal')),
  details text NOT NULL DEFAULT '',
  answered_at timestamptz NOT NULL DEFAULT desk.clock(),
  CHECK (level = 'none' OR btrim(details) <> '')
);
CREATE INDEX interest_answer_person_idx ON desk.interest_answer (person_id, page_id, answered_at DESC);
CREATE INDEX interest_answer_page_idx ON desk.interest_answer (page_id);
SELECT desk.make_immutable('desk.interest_answer');

-- An institutional interest counts only after an editor decided so, with a reason that readers see.
CREATE TABLE desk.interest_ruling (
  answer_id uuid PRIMARY KEY REFERENCES desk.interest_answer ON DELETE RESTRICT,
  is_accepted boolean NOT NULL,
  public_reason text NOT NULL CHECK (btrim(public_reason) <> ''),
  ruled_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  ruled_at timestamptz NOT NULL DEFAULT desk.clock()
);
SELECT desk.make_immutable('desk.interest_ruling');

CREATE TABLE desk.decision (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  page_id uuid NOT NULL,
  version_id uuid NOT NULL,
  content_sha256 text NOT NULL,
  assignment_id uuid NOT NULL REFERENCES desk.assignment ON DELETE RESTRICT,
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  expertise text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('approve', 'request_changes')),
  meaning text NOT NULL CHECK (btrim(meaning) <> ''),
  comment text NOT NULL DEFAULT '',
  evidence_checked_to date,
  next_review_due date,
  method text NOT NULL,
  signed_name text NOT NULL,
  signed_credentials text NOT NULL,
  signed_at timestamptz NOT NULL,
  answers_decision_id uuid REFERENCES desk.decision ON DELETE RESTRICT,
  FOREIGN KEY (page_id, version_id, content_sha256) REFERENCES desk.version (page_id, id, content_sha256) ON DELETE RESTRICT,
  CHECK (verdict = 'request_changes' OR evidence_checked_to IS NOT NULL),
  CHECK (verdict = 'approve' OR btrim(comment) <> '')
);
CREATE INDEX decision_version_idx ON desk.decision (version_id, person_id, seq DESC);
CREATE INDEX decision_person_idx ON desk.decision (person_id);
SELECT desk.make_immutable('desk.decision');

CREATE TABLE desk.reaffirmation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  decision_id uuid NOT NULL REFERENCES desk.decision ON DELETE RESTRICT,
  method text NOT NULL,
  signed_at timestamptz NOT NULL
);
CREATE INDEX reaffirmation_decision_idx ON desk.reaffirmation (decision_id, signed_at DESC);
SELECT desk.make_immutable('desk.reaffirmation');

CREATE TABLE desk.revocation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  decision_id uuid NOT NULL UNIQUE REFERENCES desk.decision ON DELETE RESTRICT,
  kind text NOT NULL CHECK (kind IN ('unsafe', 'no_longer_stand_behind', 'remove_my_name')),
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  method text NOT NULL,
  revoked_at timestamptz NOT NULL,
  revoked_on date NOT NULL
);
SELECT desk.make_immutable('desk.revocation');

CREATE TABLE desk.comment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  version_id uuid NOT NULL REFERENCES desk.version ON DELETE RESTRICT,
  kind text NOT NULL CHECK (kind IN ('question', 'must_fix', 'consider', 'praise')),
  block_id text,
  quotation text NOT NULL DEFAULT '',
  body text NOT NULL CHECK (btrim(body) <> ''),
  raised_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  expertise text,
  raised_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX comment_page_idx ON desk.comment (page_id, raised_at);
CREATE INDEX comment_version_idx ON desk.comment (version_id);
SELECT desk.make_immutable('desk.comment');

-- A must-fix is closed by its raiser, by another reviewer of that expertise,
-- or by two editors who wrote none of it.
CREATE TABLE desk.comment_closing (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  comment_id uuid NOT NULL REFERENCES desk.comment ON DELETE RESTRICT,
  closed_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  capacity text NOT NULL CHECK (capacity IN ('raiser', 'expertise', 'editor', 'team')),
  reason text NOT NULL DEFAULT '',
  closed_at timestamptz NOT NULL DEFAULT desk.clock(),
  UNIQUE (comment_id, closed_by)
);
SELECT desk.make_immutable('desk.comment_closing');

-- Pages, their teams, drafts with their history of saves, and immutable versions.
SET LOCAL ROLE desk_owner;

CREATE TABLE desk.collection (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text NOT NULL CHECK (btrim(name) <> ''),
  lead_id uuid REFERENCES desk.person ON DELETE RESTRICT
);

CREATE TABLE desk.page (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 120),
  kind text NOT NULL CHECK (kind IN ('clinician_page', 'gene_summary', 'patient_explainer', 'patient_qa', 'glossary')),
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  owner_id uuid REFERENCES desk.person ON DELETE RESTRICT,
  collection_id uuid REFERENCES desk.collection ON DELETE RESTRICT,
  created_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  created_at timestamptz NOT NULL DEFAULT desk.clock(),
  confidential_until date,
  archived_at timestamptz
);
CREATE INDEX page_owner_idx ON desk.page (owner_id);
CREATE INDEX page_collection_idx ON desk.page (collection_id);

CREATE TABLE desk.page_author (
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  added_at timestamptz NOT NULL DEFAULT desk.clock(),
  PRIMARY KEY (page_id, person_id)
);
CREATE INDEX page_author_person_idx ON desk.page_author (person_id);

-- What a source stated about itself: history, never an approval and never a date of ours.
CREATE TABLE desk.source_statement (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  position integer NOT NULL,
  kind text NOT NULL,
  raw text NOT NULL,
  value text,
  precision text,
  is_ambiguous boolean NOT NULL DEFAULT false,
  entered_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX source_statement_page_idx ON desk.source_statement (page_id, position);
SELECT desk.make_immutable('desk.source_statement');

-- A page that stands somewhere else, with what it says of its own dates.
CREATE TABLE desk.page_elsewhere (
  page_id uuid PRIMARY KEY REFERENCES desk.page ON DELETE RESTRICT,
  address text,
  stated_last_reviewed text,
  stated_next_due date,
  entered_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  entered_at timestamptz NOT NULL DEFAULT desk.clock()
);

CREATE TABLE desk.draft (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  line text NOT NULL CHECK (line IN ('main', 'correction')),
  content text NOT NULL CHECK (octet_length(content) <= 4194304),
  title text GENERATED ALWAYS AS (content::jsonb ->> 'title') STORED,
  revision integer NOT NULL DEFAULT 1,
  based_on_id uuid,
  scope text[] NOT NULL DEFAULT '{}',
  reason text NOT NULL DEFAULT '',
  opened_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  updated_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  updated_at timestamptz NOT NULL DEFAULT desk.clock(),
  closed_at timestamptz
);
CREATE UNIQUE INDEX draft_open_key ON desk.draft (page_id, line) WHERE closed_at IS NULL;

-- Saves keep their own history and are not audit acts, so that autosave never
-- waits for the audit lock. A person's saves within five minutes are one row.
CREATE TABLE desk.draft_save (
  draft_id uuid NOT NULL REFERENCES desk.draft ON DELETE RESTRICT,
  revision integer NOT NULL,
  content text NOT NULL,
  saved_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  saved_at timestamptz NOT NULL DEFAULT desk.clock(),
  via text NOT NULL CHECK (via IN ('create', 'import', 'edit', 'rebase', 'desk')),
  is_authorship boolean NOT NULL,
  PRIMARY KEY (draft_id, revision)
);
CREATE INDEX draft_save_person_idx ON desk.draft_save (saved_by);

CREATE TABLE desk.version (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  number integer NOT NULL CHECK (number > 0),
  line text NOT NULL CHECK (line IN ('main', 'correction')),
  draft_id uuid NOT NULL REFERENCES desk.draft ON DELETE RESTRICT,
  draft_revision integer NOT NULL,
  based_on_id uuid,
  submitted_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  submitted_at timestamptz NOT NULL DEFAULT desk.clock(),
  content text NOT NULL,
  title text GENERATED ALWAYS AS (content::jsonb ->> 'title') STORED,
  content_sha256 text NOT NULL GENERATED ALWAYS AS (desk.content_hash(content)) STORED,
  UNIQUE (page_id, number),
  UNIQUE (page_id, id, content_sha256)
);
CREATE INDEX version_draft_idx ON desk.version (draft_id);
SELECT desk.make_immutable('desk.version');

-- Whose words these are: nobody in this list may approve the version.
CREATE TABLE desk.version_contributor (
  version_id uuid NOT NULL REFERENCES desk.version ON DELETE RESTRICT,
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  because text NOT NULL CHECK (because IN ('credited', 'wrote', 'submitted', 'ai_drafter', 'ai_verifier')),
  PRIMARY KEY (version_id, person_id, because)
);
CREATE INDEX version_contributor_person_idx ON desk.version_contributor (person_id);
SELECT desk.make_immutable('desk.version_contributor');

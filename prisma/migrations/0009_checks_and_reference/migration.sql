-- Runs of the editorial checks with their findings, and the reference data
-- they rest on. Only the checks role writes here: with the application's role
-- an empty run could wave a finding away.
SET LOCAL ROLE desk_owner;

CREATE TABLE desk.checks_rules (
  version text PRIMARY KEY,
  declared_at timestamptz NOT NULL DEFAULT desk.clock()
);

CREATE TABLE desk.check_run (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  version_id uuid NOT NULL REFERENCES desk.version ON DELETE RESTRICT,
  content_sha256 text NOT NULL,
  rules_version text NOT NULL REFERENCES desk.checks_rules ON DELETE RESTRICT,
  reference jsonb NOT NULL DEFAULT '[]',
  not_run jsonb NOT NULL DEFAULT '[]',
  ran_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX check_run_version_idx ON desk.check_run (version_id, seq DESC);
SELECT desk.make_immutable('desk.check_run');

CREATE TABLE desk.finding (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  run_id uuid NOT NULL REFERENCES desk.check_run ON DELETE RESTRICT,
  position integer NOT NULL,
  rule text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('blocks', 'warns', 'hints')),
  message text NOT NULL,
  excerpt text NOT NULL DEFAULT '',
  suggestion text,
  block_id text,
  start_offset integer,
  end_offset integer,
  covers_sha256 text NOT NULL
);
CREATE INDEX finding_run_idx ON desk.finding (run_id, position);
SELECT desk.make_immutable('desk.finding');

-- Which rules may be set aside, and by whom. A rule not listed never can be:
-- provenance and AI rules are not listed.
CREATE TABLE desk.settable_rule (
  rule_prefix text NOT NULL,
  expertise text NOT NULL,
  PRIMARY KEY (rule_prefix, expertise)
);
INSERT INTO desk.settable_rule VALUES
  ('G', 'laboratory_scientist'), ('G', 'clinician'), ('G', 'genetic_counsellor'),
  ('C', 'clinician'), ('C', 'pharmacist'), ('C', 'genetic_counsellor'),
  ('R', 'clinician'), ('R', 'laboratory_scientist'), ('R', 'medical_editor');

-- Holds only while the text it covers stands: page, rule, excerpt and the hash of the block.
CREATE TABLE desk.finding_set_aside (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  version_id uuid NOT NULL REFERENCES desk.version ON DELETE RESTRICT,
  rule text NOT NULL,
  excerpt text NOT NULL,
  covers_sha256 text NOT NULL,
  set_aside_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  expertise text NOT NULL,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  set_aside_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX finding_set_aside_page_idx ON desk.finding_set_aside (page_id, rule);
SELECT desk.make_immutable('desk.finding_set_aside');

-- One row a load; the newest finished load of a kind is the one in use.
CREATE TABLE desk.reference_set (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('genes', 'proteins', 'retractions', 'drugs', 'makers')),
  version text NOT NULL,
  source_file text NOT NULL,
  row_count integer NOT NULL DEFAULT 0,
  loaded_at timestamptz NOT NULL DEFAULT desk.clock(),
  finished_at timestamptz
);
CREATE INDEX reference_set_kind_idx ON desk.reference_set (kind, finished_at DESC);

CREATE TABLE desk.reference_gene (
  set_id uuid NOT NULL REFERENCES desk.reference_set ON DELETE CASCADE,
  hgnc_id text NOT NULL,
  symbol text NOT NULL,
  name text NOT NULL DEFAULT '',
  location text NOT NULL DEFAULT '',
  locus_type text NOT NULL DEFAULT '',
  status text NOT NULL CHECK (status IN ('approved', 'withdrawn', 'merged')),
  replaced_by text[] NOT NULL DEFAULT '{}',
  aliases text[] NOT NULL DEFAULT '{}',
  previous_symbols text[] NOT NULL DEFAULT '{}',
  uniprot_ids text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (set_id, hgnc_id)
);
CREATE INDEX reference_gene_symbol_idx ON desk.reference_gene (set_id, upper(symbol) text_pattern_ops);
CREATE INDEX reference_gene_aliases_idx ON desk.reference_gene USING gin (aliases);
CREATE INDEX reference_gene_previous_idx ON desk.reference_gene USING gin (previous_symbols);

CREATE TABLE desk.reference_protein (
  set_id uuid NOT NULL REFERENCES desk.reference_set ON DELETE CASCADE,
  symbol text NOT NULL,
  accession text NOT NULL,
  database text NOT NULL DEFAULT '',
  sequence text NOT NULL,
  PRIMARY KEY (set_id, symbol, accession)
);

CREATE TABLE desk.reference_retraction (
  set_id uuid NOT NULL REFERENCES desk.reference_set ON DELETE CASCADE,
  position integer NOT NULL,
  pmid text,
  doi text,
  nature text NOT NULL CHECK (nature IN ('retraction', 'expression_of_concern', 'correction', 'reinstatement')),
  noticed_on date,
  title text NOT NULL DEFAULT '',
  PRIMARY KEY (set_id, position),
  CHECK (pmid IS NOT NULL OR doi IS NOT NULL)
);
CREATE INDEX reference_retraction_pmid_idx ON desk.reference_retraction (set_id, pmid);

CREATE TABLE desk.reference_drug (
  set_id uuid NOT NULL REFERENCES desk.reference_set ON DELETE CASCADE,
  name text NOT NULL,
  ncit_code text,
  PRIMARY KEY (set_id, name)
);

CREATE TABLE desk.reference_maker (
  set_id uuid NOT NULL REFERENCES desk.reference_set ON DELETE CASCADE,
  drug text NOT NULL,
  maker text NOT NULL,
  PRIMARY KEY (set_id, drug, maker)
);

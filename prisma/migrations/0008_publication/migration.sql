-- What was made public, on whose approvals, with which dates; and what was
-- done to it afterwards.
SET LOCAL ROLE desk_owner;

CREATE TABLE desk.publication (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  page_id uuid NOT NULL,
  version_id uuid NOT NULL,
  content_sha256 text NOT NULL,
  round_id uuid NOT NULL REFERENCES desk.review_round ON DELETE RESTRICT,
  round_kind text NOT NULL,
  last_reviewed_on date NOT NULL,
  evidence_checked_to date NOT NULL,
  next_review_due date NOT NULL CHECK (next_review_due > last_reviewed_on),
  grace_days integer NOT NULL,
  published_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  published_at timestamptz NOT NULL,
  published_on date NOT NULL,
  replaces_id uuid REFERENCES desk.publication ON DELETE RESTRICT,
  reinstates_id uuid REFERENCES desk.publication ON DELETE RESTRICT,
  ended_at timestamptz,
  ended_because text CHECK (ended_because IN ('replaced', 'withdrawn', 'archived')),
  FOREIGN KEY (page_id, version_id, content_sha256) REFERENCES desk.version (page_id, id, content_sha256) ON DELETE RESTRICT,
  CHECK ((ended_at IS NULL) = (ended_because IS NULL))
);
CREATE UNIQUE INDEX publication_live_key ON desk.publication (page_id) WHERE ended_at IS NULL;
CREATE INDEX publication_page_idx ON desk.publication (page_id, published_at DESC);
CREATE INDEX publication_due_idx ON desk.publication (next_review_due) WHERE ended_at IS NULL;
CREATE INDEX publication_version_idx ON desk.publication (version_id);

-- The one change a publication ever knows: from live to ended, once.
CREATE FUNCTION desk.guard_publication_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL
     AND (to_jsonb(OLD) - 'ended_at' - 'ended_because') = (to_jsonb(NEW) - 'ended_at' - 'ended_because') THEN
    RETURN NEW;
  END IF;
  PERFORM refuse('403', 'immutable', jsonb_build_object('table', TG_TABLE_NAME, 'verb', TG_OP));
  RETURN NULL;
END
$$;
CREATE TRIGGER publication_change BEFORE UPDATE ON desk.publication
  FOR EACH ROW EXECUTE FUNCTION desk.guard_publication_change();
CREATE TRIGGER publication_kept BEFORE DELETE ON desk.publication
  FOR EACH ROW EXECUTE FUNCTION desk.refuse_change();
CREATE TRIGGER publication_kept_truncate BEFORE TRUNCATE ON desk.publication
  FOR EACH STATEMENT EXECUTE FUNCTION desk.refuse_change();

ALTER TABLE desk.draft ADD FOREIGN KEY (based_on_id) REFERENCES desk.publication ON DELETE RESTRICT;
ALTER TABLE desk.version ADD FOREIGN KEY (based_on_id) REFERENCES desk.publication ON DELETE RESTRICT;
ALTER TABLE desk.assignment ADD FOREIGN KEY (answers_decision_id) REFERENCES desk.decision ON DELETE RESTRICT;

CREATE TABLE desk.publication_approval (
  publication_id uuid NOT NULL REFERENCES desk.publication ON DELETE RESTRICT,
  decision_id uuid NOT NULL REFERENCES desk.decision ON DELETE RESTRICT,
  PRIMARY KEY (publication_id, decision_id)
);
CREATE INDEX publication_approval_decision_idx ON desk.publication_approval (decision_id);
SELECT desk.make_immutable('desk.publication_approval');

CREATE TABLE desk.due_brought_forward (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  publication_id uuid NOT NULL REFERENCES desk.publication ON DELETE RESTRICT,
  due_on date NOT NULL,
  brought_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  brought_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX due_brought_forward_publication_idx ON desk.due_brought_forward (publication_id, due_on);
SELECT desk.make_immutable('desk.due_brought_forward');

CREATE TABLE desk.withdrawal (
  publication_id uuid PRIMARY KEY REFERENCES desk.publication ON DELETE RESTRICT,
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  type text NOT NULL CHECK (type IN ('unsafe', 'error', 'out_of_date', 'replaced', 'merged', 'legal')),
  is_permanent boolean NOT NULL,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  withdrawn_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  withdrawn_at timestamptz NOT NULL DEFAULT desk.clock(),
  withdrawn_on date NOT NULL
);
CREATE INDEX withdrawal_page_idx ON desk.withdrawal (page_id);
SELECT desk.make_immutable('desk.withdrawal');

CREATE TABLE desk.withheld_block (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  publication_id uuid NOT NULL REFERENCES desk.publication ON DELETE RESTRICT,
  block_id text NOT NULL,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  withheld_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  withheld_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX withheld_block_publication_idx ON desk.withheld_block (publication_id);
SELECT desk.make_immutable('desk.withheld_block');

CREATE TABLE desk.withheld_block_return (
  withheld_block_id uuid PRIMARY KEY REFERENCES desk.withheld_block ON DELETE RESTRICT,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  returned_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  returned_at timestamptz NOT NULL DEFAULT desk.clock()
);
SELECT desk.make_immutable('desk.withheld_block_return');

CREATE TABLE desk.notice (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  type text NOT NULL CHECK (type IN ('under_correction', 'evidence_changed', 'funding_changed', 'safety_notice', 'name_removed')),
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  put_up_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  put_up_at timestamptz NOT NULL DEFAULT desk.clock(),
  put_up_on date NOT NULL
);
CREATE INDEX notice_page_idx ON desk.notice (page_id);
SELECT desk.make_immutable('desk.notice');

CREATE TABLE desk.notice_taken_down (
  notice_id uuid PRIMARY KEY REFERENCES desk.notice ON DELETE RESTRICT,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  taken_down_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  taken_down_at timestamptz NOT NULL DEFAULT desk.clock()
);
SELECT desk.make_immutable('desk.notice_taken_down');

CREATE TABLE desk.schedule (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  page_id uuid NOT NULL,
  version_id uuid NOT NULL,
  content_sha256 text NOT NULL,
  publish_at timestamptz NOT NULL,
  scheduled_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  method text NOT NULL,
  scheduled_at timestamptz NOT NULL DEFAULT desk.clock(),
  cancelled_at timestamptz,
  cancelled_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  carried_out_at timestamptz,
  refused_at timestamptz,
  refused_because jsonb,
  FOREIGN KEY (page_id, version_id, content_sha256) REFERENCES desk.version (page_id, id, content_sha256) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX schedule_open_key ON desk.schedule (version_id) WHERE cancelled_at IS NULL AND carried_out_at IS NULL;
CREATE INDEX schedule_due_idx ON desk.schedule (publish_at) WHERE cancelled_at IS NULL AND carried_out_at IS NULL;

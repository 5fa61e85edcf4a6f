-- Reusable texts: a disclaimer or a notice on the use of AI, written once,
-- approved once by somebody else, and pinned by pages at one version. A page
-- carries the words themselves, so that what was signed is what is shown.
SET LOCAL ROLE desk_owner;

CREATE TABLE desk.component (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 60),
  kind text NOT NULL CHECK (kind IN ('disclaimer', 'ai_notice')),
  name text NOT NULL CHECK (btrim(name) <> '' AND length(name) <= 120),
  created_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  created_at timestamptz NOT NULL DEFAULT desk.clock()
);
SELECT desk.make_immutable('desk.component');

CREATE TABLE desk.component_version (
  component_id uuid NOT NULL REFERENCES desk.component ON DELETE RESTRICT,
  number integer NOT NULL CHECK (number > 0),
  content text NOT NULL CHECK (octet_length(content) <= 100000),
  content_sha256 text NOT NULL GENERATED ALWAYS AS (desk.content_hash(content)) STORED,
  written_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  written_at timestamptz NOT NULL DEFAULT desk.clock(),
  PRIMARY KEY (component_id, number)
);
SELECT desk.make_immutable('desk.component_version');

CREATE TABLE desk.component_approval (
  component_id uuid NOT NULL,
  number integer NOT NULL,
  approved_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  approved_at timestamptz NOT NULL DEFAULT desk.clock(),
  PRIMARY KEY (component_id, number),
  FOREIGN KEY (component_id, number) REFERENCES desk.component_version ON DELETE RESTRICT
);
SELECT desk.make_immutable('desk.component_approval');

-- Authors and editors write; a name that is known gets its next version.
CREATE FUNCTION desk.write_component(p_session text, p_slug text, p_kind text, p_name text, p_content text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  c component;
  last component_version;
BEGIN
  IF NOT (has_role(me.id, 'author') OR has_role(me.id, 'editor') OR has_role(me.id, 'clinical_lead')) THEN
    PERFORM refuse('403', 'not_an_author');
  END IF;
  PERFORM require_text(p_name, 'name_missing', 120);
  IF p_slug IS NULL OR p_slug !~ '^[a-z0-9]+(-[a-z0-9]+)*$' OR length(p_slug) > 60 THEN
    PERFORM refuse('422', 'invalid_slug');
  END IF;
  IF p_kind IS NULL OR p_kind NOT IN ('disclaimer', 'ai_notice') THEN
    PERFORM refuse('422', 'wrong_kind');
  END IF;
  IF p_content IS NULL OR octet_length(p_content) > 100000 OR jsonb_typeof(p_content::jsonb) <> 'array' OR p_content::jsonb = '[]' THEN
    PERFORM refuse('422', 'invalid_content');
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('desk.component ' || p_slug, 0));
  SELECT * INTO c FROM component WHERE slug = p_slug;
  IF c.id IS NULL THEN
    INSERT INTO component (slug, kind, name, created_by) VALUES (p_slug, p_kind, btrim(p_name), me.id) RETURNING * INTO c;
  ELSIF c.kind <> p_kind THEN
    PERFORM refuse('409', 'slug_taken');
  END IF;
  SELECT * INTO last FROM component_version WHERE component_id = c.id ORDER BY number DESC LIMIT 1;
  IF last.content = p_content THEN
    PERFORM refuse('409', 'nothing_changed');
  END IF;
  INSERT INTO component_version (component_id, number, content, written_by) VALUES (c.id, coalesce(last.number, 0) + 1, p_content, me.id);
  PERFORM record_audit('write_component', me.id, NULL, jsonb_build_object('component', c.slug, 'number', coalesce(last.number, 0) + 1,
    'sha256', content_hash(p_content)));
  RETURN coalesce(last.number, 0) + 1;
END
$$;

-- One named editor or clinical lead, not its writer, for the words they saw.
CREATE FUNCTION desk.approve_component(p_session text, p_slug text, p_number integer, p_sha text, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  v component_version;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  PERFORM pg_advisory_xact_lock(hashtextextended('desk.component ' || p_slug, 0));
  SELECT cv.* INTO v FROM component_version cv JOIN component c ON c.id = cv.component_id WHERE c.slug = p_slug AND cv.number = p_number;
  IF v.component_id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF v.content_sha256 IS DISTINCT FROM p_sha THEN
    PERFORM refuse('409', 'stale_version');
  END IF;
  -- Whoever wrote any of it since it was last approved.
  IF EXISTS (SELECT FROM component_version w WHERE w.component_id = v.component_id AND w.written_by = me.id AND w.number <= v.number
               AND w.number > coalesce((SELECT max(a.number) FROM component_approval a WHERE a.component_id = v.component_id AND a.number < v.number), 0)) THEN
    PERFORM refuse('403', 'own_work');
  END IF;
  IF EXISTS (SELECT FROM component_approval WHERE component_id = v.component_id AND number = v.number) THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  INSERT INTO component_approval (component_id, number, approved_by, reason) VALUES (v.component_id, v.number, me.id, btrim(p_reason));
  PERFORM record_audit('approve_component', me.id, NULL, jsonb_build_object('component', p_slug, 'number', v.number,
    'sha256', v.content_sha256, 'reason_sha256', content_hash(btrim(p_reason))));
END
$$;

GRANT SELECT ON desk.component, desk.component_version, desk.component_approval TO desk_app;
GRANT EXECUTE ON FUNCTION desk.write_component(text, text, text, text, text), desk.approve_component(text, text, integer, text, text) TO desk_app;

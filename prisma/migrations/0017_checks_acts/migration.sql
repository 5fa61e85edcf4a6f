-- The checks role declares the rules it runs and records its runs. The hash of
-- the text that a finding covers is worked out here.
SET LOCAL ROLE desk_owner;

CREATE FUNCTION desk.declare_checks_rules(p_version text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  IF p_version = (SELECT version FROM checks_rules ORDER BY declared_at DESC, version LIMIT 1) THEN
    RETURN;
  END IF;
  INSERT INTO checks_rules (version) VALUES (p_version)
    ON CONFLICT (version) DO UPDATE SET declared_at = clock();
  PERFORM record_audit('declare_checks_rules', NULL, NULL, jsonb_build_object('version', p_version), 'checks');
END
$$;

-- p_findings: [{rule, severity, message, excerpt, suggestion, blockId, start, end}]
CREATE FUNCTION desk.record_check_run(p_version uuid, p_sha text, p_rules_version text, p_reference jsonb, p_not_run jsonb, p_findings jsonb)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  v version;
  new_run uuid;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  IF v.id IS NULL OR v.content_sha256 IS DISTINCT FROM p_sha THEN
    PERFORM refuse('409', 'stale_version');
  END IF;
  IF p_rules_version IS DISTINCT FROM (SELECT version FROM checks_rules ORDER BY declared_at DESC, version LIMIT 1) THEN
    PERFORM refuse('409', 'rules_out_of_date');
  END IF;
  PERFORM FROM page WHERE id = v.page_id FOR NO KEY UPDATE;
  INSERT INTO check_run (version_id, content_sha256, rules_version, reference, not_run)
  VALUES (v.id, p_sha, p_rules_version, coalesce(p_reference, '[]'), coalesce(p_not_run, '[]')) RETURNING id INTO new_run;
  INSERT INTO finding (run_id, position, rule, severity, message, excerpt, suggestion, block_id, start_offset, end_offset, covers_sha256)
    SELECT new_run, n, f ->> 'rule', f ->> 'severity', f ->> 'message', coalesce(f ->> 'excerpt', ''), f ->> 'suggestion',
           f ->> 'blockId', (f ->> 'start')::integer, (f ->> 'end')::integer,
           content_hash(coalesce(block_by_id(v.content, f ->> 'blockId')::text, coalesce(f ->> 'excerpt', '')))
      FROM jsonb_array_elements(coalesce(p_findings, '[]')) WITH ORDINALITY t(f, n);
  RETURN new_run;
END
$$;

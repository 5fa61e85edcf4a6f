-- Who vouches for a signer from outside, whom they may be asked for, and what a
-- list of readers says of a page that is not public.
SET LOCAL ROLE desk_owner;

-- As before, and of people without an account alone: of others their roles and
-- expertise say what they hold, and whoever takes those away is obeyed.
CREATE OR REPLACE FUNCTION desk.standing_verification(p_person uuid, p_expertise text) RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT v.id FROM expert_verification v JOIN person p ON p.id = v.person_id
   WHERE v.person_id = p_person AND v.expertise = p_expertise AND lower(v.email) = lower(p.email)
     AND NOT EXISTS (SELECT FROM expert_verification_end e WHERE e.verification_id = v.id)
     AND NOT EXISTS (SELECT FROM credential WHERE person_id = p_person)
   ORDER BY v.verified_at DESC, v.id LIMIT 1
  );
END
$$;

-- The same, unless whoever verified them wrote the text: nobody vouches for who
-- approves their own work.
CREATE FUNCTION desk.independent_verification(p_version uuid, p_person uuid, p_expertise text) RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT v.id FROM expert_verification v
   WHERE v.id = standing_verification(p_person, p_expertise) AND NOT is_own_work(p_version, v.verified_by)
  );
END
$$;

-- As before, and not for somebody who is asked to sign what one wrote: it would
-- bring back what was signed under a verification that was ended.
CREATE OR REPLACE FUNCTION desk.verify_expert(p_session text, p_person uuid, p_expertise text, p_how text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  expert person;
  new_id uuid;
BEGIN
  SELECT * INTO expert FROM person WHERE id = p_person FOR NO KEY UPDATE;
  IF expert.id IS NULL OR NOT EXISTS (SELECT FROM outside_link WHERE person_id = p_person) THEN
    PERFORM refuse('404', 'not_found');
  ELSIF NOT expert.is_active THEN
    PERFORM refuse('409', 'person_inactive');
  ELSIF EXISTS (SELECT FROM credential WHERE person_id = expert.id) THEN
    PERFORM refuse('409', 'has_account');
  END IF;
  IF p_expertise IS NULL OR p_expertise NOT IN ('clinician', 'laboratory_scientist', 'pharmacist', 'genetic_counsellor', 'medical_editor', 'lived_experience') THEN
    PERFORM refuse('422', 'expertise_missing');
  END IF;
  PERFORM require_text(p_how, 'how_missing', 2000);
  IF EXISTS (SELECT FROM assignment a JOIN review_round r ON r.id = a.round_id AND r.closed_at IS NULL
              WHERE a.reviewer_id = p_person AND a.expertise = p_expertise AND is_own_work(r.version_id, me.id)) THEN
    PERFORM refuse('403', 'own_work');
  END IF;
  IF standing_verification(expert.id, p_expertise) IS NOT NULL THEN
    PERFORM refuse('409', 'already_verified');
  END IF;
  INSERT INTO expert_verification (person_id, email, expertise, how, verified_by)
  VALUES (expert.id, expert.email, p_expertise, btrim(p_how), me.id) RETURNING id INTO new_id;
  PERFORM record_audit('verify_expert', me.id, NULL, jsonb_build_object('verification', new_id, 'person', expert.id, 'expertise', p_expertise,
    'how_sha256', content_hash(btrim(p_how))));
  RETURN new_id;
END
$$;

-- As before, verified by somebody else than who wrote it, and of a confidential
-- page only where they are named for it, as with the first link.
CREATE OR REPLACE FUNCTION desk.ask_outside_to_sign(p_session text, p_link uuid, p_expertise text, p_days integer, p_token_hash text, p_address text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  known outside_link;
  rnd review_round;
  rules review_rules;
  refusal text;
  asked uuid;
  new_id uuid;
BEGIN
  SELECT * INTO known FROM outside_link WHERE id = p_link;
  IF known.id IS NULL OR NOT may_know_of(known.page_id, me.id) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  rnd := lock_round((SELECT id FROM review_round WHERE version_id = known.version_id));
  IF rnd.closed_at IS NOT NULL THEN
    PERFORM refuse('409', 'round_closed');
  END IF;
  IF p_days IS NULL OR p_days NOT BETWEEN 1 AND 60 THEN
    PERFORM refuse('422', 'day_out_of_range');
  END IF;
  PERFORM FROM person WHERE id = known.person_id FOR SHARE;
  IF NOT may_know_of(known.page_id, known.person_id) THEN
    PERFORM refuse('409', 'forbidden');
  ELSIF NOT allows_mailed_code(rnd.id) THEN
    PERFORM refuse('409', 'mailed_code_not_allowed');
  ELSIF EXISTS (SELECT FROM credential WHERE person_id = known.person_id) THEN
    PERFORM refuse('409', 'has_account');
  ELSIF independent_verification(known.version_id, known.person_id, p_expertise) IS NULL THEN
    PERFORM refuse('409', 'expert_not_verified');
  END IF;
  SELECT code INTO refusal FROM assign_blockers(rnd.id, p_expertise, known.person_id) LIMIT 1;
  IF refusal IS NOT NULL THEN
    PERFORM refuse(CASE WHEN refusal IN ('own_work', 'interests_exclude') THEN '403' ELSE '409' END, refusal);
  END IF;
  SELECT * INTO rules FROM review_rules WHERE id = rnd.rules_id;
  INSERT INTO assignment (round_id, expertise, reviewer_id, assigned_by, respond_by, review_by)
  VALUES (rnd.id, p_expertise, known.person_id, me.id, today() + rules.respond_days, greatest(today() + rules.review_days, today() + rules.respond_days))
  RETURNING id INTO asked;
  INSERT INTO outside_link (token_hash, page_id, version_id, person_id, invited_by, expires_at, assignment_id)
  VALUES (p_token_hash, known.page_id, known.version_id, known.person_id, me.id, clock() + make_interval(days => p_days), asked) RETURNING id INTO new_id;
  PERFORM queue_mail('outside_invitation', known.person_id, known.page_id, jsonb_build_object('outsideLinkId', new_id), NULL);
  PERFORM record_audit('assign', me.id, known.page_id, jsonb_build_object('assignment', asked, 'reviewer', known.person_id,
    'expertise', p_expertise, 'outside_link', new_id, 'days', p_days));
  RETURN new_id;
END
$$;

-- As before, by a verification of somebody else than who wrote it.
CREATE OR REPLACE FUNCTION desk.check_mailed_code(a desk.assignment) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  verified uuid := independent_verification((SELECT version_id FROM review_round WHERE id = a.round_id), a.reviewer_id, a.expertise);
BEGIN
  IF NOT allows_mailed_code(a.round_id) THEN
    PERFORM refuse('409', 'mailed_code_not_allowed');
  ELSIF verified IS NULL THEN
    PERFORM refuse('409', 'expert_not_verified');
  END IF;
  RETURN verified;
END
$$;

-- As before; a page that readers do not know of is as unknown as none.
CREATE OR REPLACE FUNCTION desk.list_public_pages(p_gene text, p_words text, p_after text, p_limit integer)
RETURNS TABLE (slug text, title text, kind text, audience text, topics jsonb, state text, last_reviewed_on date, next_review_due date)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  wanted tsquery;
  found_at record;
  l record;
  given integer := 0;
BEGIN
  SELECT string_agg('''' || w || ''':*', ' & ')::tsquery INTO wanted FROM unnest(tsvector_to_array(found_words(p_words))) w;
  IF p_words IS NOT NULL AND wanted IS NULL THEN
    RETURN;
  END IF;
  SELECT x.public_title_key, x.slug INTO found_at FROM page_listing x
   WHERE x.slug = p_after AND x.publication_id IS NOT NULL AND listed_state(x, today()) NOT IN ('none', 'archived');
  FOR l IN EXECUTE 'SELECT l.page_id, l.publication_id FROM page_listing l' || CASE
      WHEN wanted IS NOT NULL THEN ' JOIN public_text t ON t.publication_id = l.publication_id WHERE l.is_standing AND t.words @@ $1
        ORDER BY l.public_title_key LIKE ALL ($2) DESC, l.public_title_key, l.slug'
      WHEN p_gene IS NOT NULL THEN ' WHERE l.is_standing AND l.public_genes @> ARRAY[$3] ORDER BY l.public_title_key, l.slug'
      WHEN found_at.slug IS NULL THEN ' WHERE l.is_standing ORDER BY l.public_title_key, l.slug'
      ELSE ' WHERE l.is_standing AND (l.public_title_key, l.slug) > ($4, $5) ORDER BY l.public_title_key, l.slug' END
    USING wanted, ARRAY(SELECT '%' || w || '%' FROM unnest(tsvector_to_array(found_words(p_words))) w), p_gene, found_at.public_title_key, found_at.slug
  LOOP
    RETURN QUERY
    SELECT s.slug, t.title, s.kind, t.audience, t.topics, s.public_state, s.last_reviewed_on, s.next_review_due
      FROM page_standing s JOIN public_text t ON t.publication_id = l.publication_id
     WHERE s.page_id = l.page_id AND s.publication_id = l.publication_id AND s.public_state IN ('live', 'due_soon', 'overdue')
       -- Words of a block that is withheld find nothing.
       AND (wanted IS NULL OR NOT EXISTS (SELECT FROM withheld_block w WHERE w.page_id = l.page_id)
            OR page_words(strip_blocks((SELECT v.content FROM version v WHERE v.id = s.version_id), withheld_block_ids(s.publication_id))::jsonb) @@ wanted);
    IF FOUND THEN
      given := given + 1;
      EXIT WHEN given >= p_limit;
    END IF;
  END LOOP;
END
$$;

-- The table of makers that ships, looked over: Sandoz is no part of Novartis since
-- 2023, Blueprint Medicines is a part of Sanofi since 2025, and erlotinib has its
-- American holder (prisma/reference/makers-2026-11-22.tsv is the same). Dated before
-- anything that a desk loads, so that a desk's own table keeps its place.
SET LOCAL ROLE desk_owner;

WITH shipped AS (
  INSERT INTO desk.reference_set (kind, version, source_file, row_count, loaded_at, finished_at)
  VALUES ('makers', '2026-11-22', 'makers-2026-11-22.tsv', 0, '2000-01-02T00:00:00Z', '2000-01-02T00:00:00Z') RETURNING id
)
INSERT INTO desk.reference_maker (set_id, drug, maker, role, rival_groups, other_names)
SELECT shipped.id, m.drug, m.maker, m.role, m.rival_groups,
       CASE m.maker WHEN 'Novartis' THEN array_remove(m.other_names, 'Sandoz')
                    WHEN 'Blueprint Medicines' THEN '{Sanofi,Genzyme}' ELSE m.other_names END
  FROM shipped, desk.reference_set s JOIN desk.reference_maker m ON m.set_id = s.id
 WHERE s.kind = 'makers' AND s.source_file = 'makers-2026-11-21.tsv' AND s.loaded_at = '2000-01-01T00:00:00Z'
UNION ALL
SELECT shipped.id, t.drug, 'Astellas', 'maker', '{EGFR inhibitors}', '{Astellas Pharma,OSI Pharmaceuticals}'
  FROM shipped, (VALUES ('erlotinib'), ('Tarceva')) t(drug);

-- Where a desk has put its own table in place of the shipped one, none of this was there to copy.
DELETE FROM desk.reference_set s
 WHERE s.source_file = 'makers-2026-11-21.tsv' AND s.loaded_at = '2000-01-01T00:00:00Z';
UPDATE desk.reference_set s SET row_count = (SELECT count(*) FROM desk.reference_maker m WHERE m.set_id = s.id)
 WHERE s.kind = 'makers' AND s.source_file = 'makers-2026-11-22.tsv';

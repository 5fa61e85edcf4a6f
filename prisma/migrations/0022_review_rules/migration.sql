-- The review rules a desk begins with; a clinical lead changes them later.
SET LOCAL ROLE desk_owner;

WITH schedule AS (
  SELECT '[
    {"step": "due_in_60", "afterDays": -60, "to": ["owner", "last_reviewers"]},
    {"step": "due_in_14", "afterDays": -14, "to": ["owner", "last_reviewers"]},
    {"step": "due_today", "afterDays": 0, "to": ["owner", "last_reviewers"]},
    {"step": "first_overdue", "afterDays": 1, "to": ["editors"]},
    {"step": "weekly_overdue", "afterDays": 8, "repeatsEvery": 7, "to": ["editors"]},
    {"step": "lead_overdue_14", "afterDays": 14, "to": ["collection_lead"]},
    {"step": "clinical_lead_overdue_30", "afterDays": 30, "to": ["clinical_lead"]}
  ]'::jsonb AS steps
), rules AS (
  INSERT INTO desk.review_rules (page_kind, number, interval_months, max_interval_months, respond_days, review_days, signature_days, grace_days, reminder_schedule)
  SELECT r.kind, 1, r.months, r.most, 5, 14, 60, r.grace, steps FROM schedule, (VALUES
    ('clinician_page', 12, 24, 30), ('gene_summary', 24, 36, 90), ('patient_explainer', 24, 36, 30),
    ('patient_qa', 6, 12, 0), ('glossary', 24, 36, 90)) r(kind, months, most, grace)
  RETURNING id, page_kind
)
INSERT INTO desk.review_rules_need (rules_id, expertise, count, step)
SELECT rules.id, n.expertise, n.count, n.step FROM rules JOIN (VALUES
  ('clinician_page', 'clinician', 1, 1), ('clinician_page', 'laboratory_scientist', 1, 1), ('clinician_page', 'medical_editor', 1, 2),
  ('gene_summary', 'laboratory_scientist', 1, 1), ('gene_summary', 'medical_editor', 1, 1),
  ('patient_explainer', 'clinician', 1, 1), ('patient_explainer', 'medical_editor', 1, 1),
  ('patient_qa', 'clinician', 2, 1),
  ('glossary', 'clinician', 1, 1), ('glossary', 'medical_editor', 1, 1)) n(kind, expertise, count, step) ON n.kind = rules.page_kind;

-- A reader says on the public page that something in it is wrong: a watch item
-- of that page, from nobody in particular.
SET LOCAL ROLE desk_owner;

ALTER TABLE desk.watch_item DROP CONSTRAINT watch_item_via_check;
ALTER TABLE desk.watch_item DROP CONSTRAINT watch_item_check;
ALTER TABLE desk.watch_item ADD CONSTRAINT watch_item_via_check CHECK (via IN ('screen', 'api', 'reference', 'reader'));
-- Newly loaded reference data and readers are no people of the desk.
ALTER TABLE desk.watch_item ADD CONSTRAINT watch_item_check CHECK ((via IN ('reference', 'reader')) = (raised_by IS NULL));

-- Of a page that readers have, as they have it: every other address is not
-- found, whether a page stands there or not. The same words about the same page
-- on one day are one report. So many on a page and on the desk in 24 hours, and
-- no more are taken: each is a mail to every editor.
CREATE FUNCTION desk.report_mistake(p_slug text, p_what text, p_address text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  about uuid;
  report text;
BEGIN
  SELECT pg.id INTO about FROM public_page s JOIN page pg ON pg.slug = s.slug
   WHERE s.slug = p_slug AND s.state IN ('live', 'due_soon', 'overdue', 'withheld');
  IF about IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM require_text(p_what, 'report_missing', 1500);
  report := concat_ws(':', 'reader', about, today(), content_hash(btrim(p_what)));
  -- One after another, so that the counts below are those of this moment.
  PERFORM pg_advisory_xact_lock(hashtextextended('desk.report_mistake', 0));
  IF EXISTS (SELECT FROM watch_item WHERE once_key = report) THEN
    RETURN;
  END IF;
  IF (SELECT count(*) >= 100 OR count(*) FILTER (WHERE subject_key = about::text) >= 10
        FROM watch_item WHERE via = 'reader' AND raised_at > clock() - interval '24 hours') THEN
    PERFORM refuse('429', 'too_many_reports');
  END IF;
  PERFORM open_watch_item(NULL, 'reader', 'reader_report', 'page', p_slug, NULL, p_what, p_address, NULL, report);
END
$$;

GRANT EXECUTE ON FUNCTION desk.report_mistake(text, text, text) TO desk_app;

-- Why the alert engine is not alive, so that a screen can say which it is: one
-- mail that bounced is not the same as a clock that nobody runs.
SET LOCAL ROLE desk_owner;

-- The troubles, the gravest first: no_run, no run succeeded in the last 25
-- hours; bounced, a mail failed for good in that time; waiting, one has waited
-- as long. Alive means none of them. An empty run is a success of nothing; a
-- failed one says why.
DROP FUNCTION desk.alert_health();
CREATE FUNCTION desk.alert_health(OUT last_success_at timestamptz, OUT last_failure_at timestamptz, OUT last_error text,
  OUT oldest_unsent_at timestamptz, OUT waiting_mails integer, OUT failed_mails integer, OUT troubles text[], OUT is_alive boolean)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT ok.at, bad_run.at, bad_run.error, unsent.at, unsent.n, bad.n, found.troubles, found.troubles = '{}'
    FROM (SELECT max(finished_at) AS at FROM job_run WHERE job = 'alerts' AND succeeded) ok,
         (SELECT min(queued_at) AS at, count(*)::integer AS n FROM mail WHERE state IN ('queued', 'sending')) unsent,
         (SELECT count(*)::integer AS n FROM mail WHERE state = 'failed' AND tried_at > clock() - interval '25 hours') bad,
         (SELECT max(f.finished_at) AS at, (array_agg(f.error ORDER BY f.finished_at DESC))[1] AS error
            FROM (SELECT finished_at, error FROM job_run WHERE job = 'alerts' AND succeeded = false ORDER BY finished_at DESC LIMIT 1) f) bad_run,
         LATERAL (SELECT array_remove(ARRAY[
            CASE WHEN coalesce(ok.at <= clock() - interval '25 hours', true) THEN 'no_run' END,
            CASE WHEN bad.n > 0 THEN 'bounced' END,
            CASE WHEN unsent.at <= clock() - interval '25 hours' THEN 'waiting' END], NULL) AS troubles) found
$$;
GRANT EXECUTE ON FUNCTION desk.alert_health() TO desk_app;

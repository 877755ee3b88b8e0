-- oldest client: 1
-- How the database is doing (core/ports/health.h), for administrators: counts, sizes, versions and times. Whose connections these are and
-- what they ask nobody learns here.

-- When whoever owns the database last looked after it; what happens to the office itself is written elsewhere.
CREATE TABLE kessai.upkeep (
  kind    TEXT PRIMARY KEY, -- 'backup', 'verify' with what was damaged, 'disk' with the bytes that are free
  done_at BIGINT NOT NULL,
  outcome BIGINT NOT NULL
);
ALTER TABLE kessai.upkeep ENABLE ROW LEVEL SECURITY;

-- What the server counts. An owner without the rights to it (harden.sql gives them) learns none of it.
CREATE FUNCTION kessai.server_figures() RETURNS TABLE (what text, name text, number bigint, more bigint) LANGUAGE plpgsql STABLE AS $$
DECLARE
  here oid := (SELECT d.oid FROM pg_database d WHERE d.datname = current_database());
BEGIN
  -- Whoever connects may call their program what they like; what is not called as ours are is nobody.
  RETURN QUERY
  SELECT 'client', CASE WHEN a.application_name ~ '^kessai(-[a-z]{1,20})?(/[0-9.]{1,20})?$' THEN a.application_name ELSE '' END,
         count(*), 0::bigint
    FROM pg_stat_get_activity(NULL) a WHERE a.datid = here AND a.usesysid IS NOT NULL GROUP BY 2 ORDER BY 3 DESC;
  IF pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') THEN
    RETURN QUERY
    SELECT 'load', coalesce(max(extract(epoch FROM clock_timestamp() - a.xact_start)), 0)::bigint::text,
           count(*) FILTER (WHERE a.state = 'active'), count(*) FILTER (WHERE a.wait_event_type = 'Lock')
      FROM pg_stat_get_activity(NULL) a WHERE a.datid = here AND a.usesysid IS NOT NULL AND a.pid <> pg_backend_pid();
  END IF;
  -- Counted where the server is set to (track_functions).
  RETURN QUERY
  SELECT 'door', d.name::text, d.calls, (d.total * 1000 / d.calls)::bigint
    FROM (SELECT p.proname AS name, pg_stat_get_function_calls(p.oid) AS calls, pg_stat_get_function_total_time(p.oid) AS total
            FROM pg_proc p
           WHERE p.pronamespace = 'kessai'::regnamespace AND p.prosecdef AND has_function_privilege(kessai.staff_group(), p.oid, 'EXECUTE')) d
   WHERE d.calls >= 10 ORDER BY d.total / d.calls DESC LIMIT 5;
EXCEPTION WHEN insufficient_privilege THEN
  RETURN;
END $$;

CREATE FUNCTION kessai.health() RETURNS TABLE (what text, name text, number bigint, more bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
BEGIN
  IF NOT pg_has_role(session_user, current_user, 'MEMBER')
     AND (me IS NULL OR NOT kessai.is_administrator(me, kessai.today())) THEN
    PERFORM kessai.fault('AccessDenied', 'this is for administrators');
  END IF;
  RETURN QUERY
  SELECT 'now', '', kessai.now_us(), 0::bigint
  UNION ALL
  SELECT 'migration', '', max(v.number)::bigint, 0 FROM kessai.schema_version v
  UNION ALL
  SELECT 'bytes', '', sum(pg_total_relation_size(c.oid))::bigint, 0 FROM pg_class c
   WHERE c.relnamespace = 'kessai'::regnamespace AND c.relkind = 'r'
  UNION ALL
  SELECT 'limit', '', current_setting('max_connections')::bigint, 0
  UNION ALL
  SELECT u.kind, '', u.done_at, u.outcome FROM kessai.upkeep u
  UNION ALL
  SELECT 'anchor', '', a.at, a.anchor_no::bigint FROM kessai.anchor a WHERE a.anchor_no = (SELECT max(l.anchor_no) FROM kessai.anchor l)
  UNION ALL
  SELECT 'uploads', '', count(*), 0 FROM kessai.blob b WHERE b.complete = 0 AND b.begun_at < kessai.now_us() - 86400000000
  UNION ALL
  SELECT 'stranded', '', count(*), 0 FROM kessai.stranded_steps()
  UNION ALL
  SELECT f.what, f.name, f.number, f.more FROM kessai.server_figures() f;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.health()');

-- Takes from everybody what PostgreSQL gives to everybody and an office does not want them to have: locks to hold the notary up
-- with, storage that no policy watches, other people's statements and statistics. To be run once by a superuser in the office's
-- database, where `kessai-admin create` was not run by one (it does the same):
--
--     sudo -u postgres psql -v ON_ERROR_STOP=1 -d kessai -f harden.sql
--
-- Running it again changes nothing. These are rights inside one database; a dump carries them.
DO $$
DECLARE
  thing record;
  owner name := (SELECT r.rolname FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner WHERE n.nspname = 'kessai');
BEGIN
  FOR thing IN
    SELECT p.oid::regprocedure AS name, p.proname ~ 'advisory|^pg_stat_get_(activity|function_calls|function_total_time)$' AS needed
      FROM pg_proc p
     WHERE p.pronamespace = 'pg_catalog'::regnamespace
       AND p.proname ~ '^(pg_(try_)?advisory_|lo_|loread$|lowrite$|pg_sleep|pg_notify$|pg_stat_get_|pg_lock_status$|pg_blocking_pids$)'
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', thing.name);
    IF thing.needed THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', thing.name, owner);
    END IF;
  END LOOP;
  FOR thing IN
    SELECT c.oid::regclass AS name FROM pg_class c
     WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind IN ('r', 'v')
       AND c.relname ~ '^pg_(stat_|statio_|stats|locks$|largeobject_metadata$|prepared_xacts$|db_role_setting$)'
  LOOP
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC', thing.name);
  END LOOP;
  EXECUTE format('GRANT pg_read_all_stats TO %I', owner); -- for kessai.health(), which counts
  EXECUTE format('GRANT USAGE ON LANGUAGE plpgsql TO %I', owner);
  REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
END $$;

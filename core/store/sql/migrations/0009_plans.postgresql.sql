-- oldest client: 1
-- What the notary looks for it finds by keys, a few rows at a time, whoever acts on what. So one plan for all values is as good as one
-- for each, an index is right whatever the statistics say of a young office, and there is nothing to hash or to merge. Left to
-- itself the server plans anew for the first five calls in every session, and for good where it guesses that a list of persons has ten
-- members: measured, planning cost several times what the acts themselves do.
-- What these call goes by the same; settings on every small function would cost more than they save.

CREATE PROCEDURE kessai.plan_once(door regprocedure) LANGUAGE plpgsql SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  EXECUTE format('ALTER FUNCTION %s SET plan_cache_mode = force_generic_plan', door);
  EXECUTE format('ALTER FUNCTION %s SET enable_seqscan = off', door);
  -- Where a table has no index to be read by, it is small; a discouraged scan must not look dear enough to be compiled.
  EXECUTE format('ALTER FUNCTION %s SET jit = off', door);
  EXECUTE format('ALTER FUNCTION %s SET enable_hashjoin = off', door);
  EXECUTE format('ALTER FUNCTION %s SET enable_mergejoin = off', door);
END $$;
CALL kessai.plan_once('kessai.my_parties()');
CALL kessai.plan_once('kessai.pulse()');
CALL kessai.plan_once('kessai.save_draft(bigint, integer, text, integer, text, bigint, integer, text, text, text, text, text)');
CALL kessai.plan_once('kessai.append_event(bigint, integer, text, text, integer, bigint, bigint, text, text)');

-- Whose cases the caller may see is asked once in a statement, not once for every row.
DO $$
DECLARE
  asking record;
BEGIN
  FOR asking IN
    SELECT pg_get_functiondef(p.oid) AS definition FROM pg_proc p
     WHERE p.pronamespace = 'kessai'::regnamespace AND p.prokind = 'f' AND strpos(p.prosrc, 'ANY (kessai.my_sight())') > 0
  LOOP
    EXECUTE replace(asking.definition, 'ANY (kessai.my_sight())', 'ANY ((SELECT kessai.my_sight())::bigint[])');
  END LOOP;
END $$;

-- No more immutable than what they call, these become part of the statements that use them instead of statements of their own.
ALTER FUNCTION kessai.quoted(jsonb) STABLE;
ALTER FUNCTION kessai.written_ref(jsonb) STABLE;
ALTER FUNCTION kessai.hex_digest(text) STABLE;

CALL kessai.adopt();

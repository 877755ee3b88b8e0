-- oldest client: 1
-- Whoever is on the staff reads the 専決 tables, as they read the route rules; a route may cite their rows.

DO $$
BEGIN
  ALTER TABLE kessai.decision_table ENABLE ROW LEVEL SECURITY;
  CREATE POLICY reading ON kessai.decision_table FOR SELECT USING ((SELECT kessai.my_staff_id()) IS NOT NULL);
  EXECUTE format('GRANT SELECT ON kessai.decision_table TO %I', kessai.staff_group());
END $$;

CREATE OR REPLACE FUNCTION kessai.is_note(note jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN (note->>'kind')::integer BETWEEN 0 AND 10 AND coalesce((note->>'post')::bigint > 0, true);

CALL kessai.adopt();

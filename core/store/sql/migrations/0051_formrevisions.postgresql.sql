-- oldest client: 1
-- A revision of a form says in which change of the office it came to be, and so who made it and why; unknown of those that were there before.
ALTER TABLE kessai.form_revision ADD COLUMN added_in BIGINT REFERENCES kessai.office_revision (revision);

-- p_body: the next revision of a form, as a program writes it; p_seen: the newest revision of it that its writer had seen.
CREATE OR REPLACE FUNCTION kessai.adopt_form(p_body text, p_reason text, p_seen integer)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  proposed jsonb;
  newest record;
  added bigint;
BEGIN
  PERFORM kessai.check_setting(p_body, p_reason);
  proposed := p_body::jsonb;
  IF NOT (coalesce(jsonb_typeof(proposed) = 'object', false) AND kessai.is_filled(proposed -> 'code')
          AND coalesce(jsonb_typeof(proposed -> 'from') = 'string', false)) THEN
    PERFORM kessai.fault('Invalid', 'that is no form');
  END IF;
  PERFORM kessai.check_coming(proposed ->> 'from');
  added := kessai.next_revision(p_reason); -- first: what is checked below is as the one before left it
  SELECT f.revision, f.definition::jsonb AS definition INTO newest FROM kessai.form_revision f
   WHERE f.form = proposed ->> 'code' ORDER BY f.revision DESC LIMIT 1;
  IF newest.revision IS NULL THEN
    PERFORM kessai.fault('NotFound', 'no form has this name');
  ELSIF p_seen IS DISTINCT FROM newest.revision THEN
    PERFORM kessai.refuse('Stale', 'somebody else changed the form since');
  ELSIF NOT coalesce(kessai.is_next_form(proposed, newest.definition), false)
        -- What was filed in a field stays of its kind for ever.
        OR EXISTS (SELECT FROM kessai.form_revision e, jsonb_array_elements(e.definition::jsonb -> 'fields') b,
                        jsonb_array_elements(proposed -> 'fields') f
                    WHERE e.form = proposed ->> 'code' AND f -> 'key' = b -> 'key' AND f -> 'kind' <> b -> 'kind') THEN
    PERFORM kessai.fault('Invalid', 'the form would no longer work');
  END IF;
  INSERT INTO kessai.form_revision (form, revision, valid_from, definition, added_in)
  VALUES (proposed ->> 'code', newest.revision + 1, proposed ->> 'from', proposed::text, added);
END $$;

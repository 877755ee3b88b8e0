-- oldest client: 1
-- The doors by which administrators put numbers, forms and reasons of returns in force (core/ports/settings.h). What they mean is for the programs
-- to say; here is seen to that none of them stumbles over it, that a form keeps what its rules look at, and that nothing is said of the past.

-- Why vouchers go back, as the office words it (core/accounting/returnreasons.h); without any list the shipped one is in force.
CREATE TABLE kessai.fault_list (
  revision   INTEGER PRIMARY KEY,
  valid_from TEXT NOT NULL,
  body       TEXT NOT NULL,
  added_in   BIGINT NOT NULL REFERENCES kessai.office_revision (revision)
);
ALTER TABLE kessai.fault_list ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON kessai.fault_list FOR SELECT USING ((SELECT kessai.my_staff_id()) IS NOT NULL);
DO $$ BEGIN
  EXECUTE format('GRANT SELECT ON kessai.fault_list TO %I', kessai.staff_group());
END $$;

-- Who sets the office up, and why: what every one of these doors asks first.
CREATE FUNCTION kessai.check_setting(p_body text, p_reason text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT kessai.is_administrator(kessai.caller(), kessai.today()) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to register');
  END IF;
  PERFORM kessai.check_length(p_body, 1000000, 'what is set');
  IF coalesce(p_reason !~ '[^[:space:]]', true) THEN
    PERFORM kessai.refuse('ReasonMissing', 'the office is changed for a reason');
  ELSIF NOT kessai.is_line(p_reason, 200) THEN
    PERFORM kessai.fault('Invalid', 'a reason is one line');
  END IF;
END $$;

-- A day after today.
CREATE FUNCTION kessai.check_coming(p_day text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM kessai.check_day(p_day, false);
  IF p_day <= kessai.today() THEN
    PERFORM kessai.refuse('PeriodInvalid', 'it is in force from tomorrow on at the earliest');
  END IF;
END $$;

CREATE FUNCTION kessai.is_whole(given jsonb, lowest bigint, highest bigint) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN coalesce(CASE WHEN jsonb_typeof(given) = 'number' AND given::text ~ '^[0-9]{1,15}$'
                     THEN given::text::bigint BETWEEN lowest AND highest END, false);

CREATE FUNCTION kessai.is_said(given jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN kessai.is_filled(given) AND strpos(given #>> '{}', E'\n') = 0;

-- Numbers ----------------------------------------------------------------------------------------------------------------

CREATE FUNCTION kessai.is_number_row(given jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN kessai.has_members(given, '{key,from,value,source}', '{}') AND kessai.is_filled(given -> 'key')
   AND jsonb_typeof(given -> 'from') = 'string' AND kessai.is_said(given -> 'source')
   AND kessai.is_whole(given -> 'value', CASE WHEN given ->> 'key' = 'registrations.day_limit' THEN 10
                                                   WHEN given ->> 'key' ~ '(day|week|unit)_minutes$' THEN 1 -- something is divided by it
                                                   ELSE 0 END, 999999999999);

-- A list of numbers, none of them twice for one day.
CREATE FUNCTION kessai.is_number_list(given jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE WHEN jsonb_typeof(given) = 'array'
            THEN jsonb_array_length(given) BETWEEN 1 AND 500
             AND NOT EXISTS (SELECT FROM jsonb_array_elements(given) r WHERE NOT kessai.is_number_row(r))
             AND (SELECT count(*) = count(DISTINCT (r ->> 'key', r ->> 'from')) FROM jsonb_array_elements(given) r) ELSE false END;

-- p_rows: numbers with their days and sources, {"rows": [...]}; p_seen: the newest revision in which any was written down, as their writer knew it.
CREATE FUNCTION kessai.adopt_parameters(p_rows text, p_reason text, p_seen integer)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  rows jsonb;
  one jsonb;
  added bigint;
BEGIN
  PERFORM kessai.check_setting(p_rows, p_reason);
  IF jsonb_typeof(p_rows::jsonb) = 'object' THEN
    rows := p_rows::jsonb -> 'rows';
  END IF;
  IF NOT kessai.is_number_list(rows) OR p_rows::jsonb - 'rows' <> '{}'::jsonb THEN
    PERFORM kessai.fault('Invalid', 'that is no list of numbers');
  END IF;
  FOR one IN SELECT r FROM jsonb_array_elements(rows) r LOOP
    PERFORM kessai.check_coming(one ->> 'from');
  END LOOP;
  added := kessai.next_revision(p_reason); -- first: what is checked below is as the one before left it
  IF EXISTS (SELECT FROM jsonb_array_elements(rows) r
              WHERE NOT EXISTS (SELECT FROM kessai.parameter m WHERE m.key = r ->> 'key')) THEN
    PERFORM kessai.fault('NotFound', 'no number has this name');
  ELSIF p_seen IS DISTINCT FROM (SELECT max(m.added_in) FROM kessai.parameter m) THEN
    PERFORM kessai.refuse('Stale', 'somebody else changed numbers since');
  END IF;
  INSERT INTO kessai.parameter (key, valid_from, value, source, added_in)
  SELECT r ->> 'key', r ->> 'from', (r ->> 'value')::bigint, r ->> 'source', added FROM jsonb_array_elements(rows) r;
END $$;

-- Forms ------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION kessai.is_choice_list(given jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE WHEN jsonb_typeof(given) = 'array'
            THEN jsonb_array_length(given) BETWEEN 1 AND 200
             AND NOT EXISTS (SELECT FROM jsonb_array_elements(given) c
                              WHERE NOT (kessai.has_members(c, '{code,label}', '{}') AND kessai.is_filled(c -> 'code')
                                         AND kessai.is_wording(c -> 'label')))
             AND (SELECT count(*) = count(DISTINCT c ->> 'code') FROM jsonb_array_elements(given) c) ELSE false END;

-- What an office may say of every field: its words, how wide it is, whether it is asked for, its choices.
CREATE FUNCTION kessai.is_worded_field(given jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN kessai.has_members(given, '{key,kind,label}', '{hint,required,width,maxLength,choices,material,confidential,past,visibleWhen,initial}')
   AND kessai.is_filled(given -> 'key') AND kessai.is_wording(given -> 'label')
   AND (NOT given ? 'hint' OR kessai.is_wording(given -> 'hint'))
   AND (NOT given ? 'required' OR given -> 'required' = 'true'::jsonb AND given ->> 'kind' <> 'computed')
   AND (NOT given ? 'width' OR kessai.is_whole(given -> 'width', 1, 12))
   AND (NOT given ? 'maxLength' OR given ->> 'kind' IN ('text', 'longText') AND kessai.is_whole(given -> 'maxLength', 1, 100000))
   AND CASE WHEN given ->> 'kind' = 'choice' THEN kessai.is_choice_list(given -> 'choices') ELSE NOT given ? 'choices' END;

-- What a field is to its form, which no office changes.
CREATE FUNCTION kessai.field_core(given jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
RETURN given - '{label,hint,required,width,maxLength,choices}'::text[];

-- A field of the office's own: it is written down, shown and printed, and nothing follows from it.
CREATE FUNCTION kessai.is_office_field(given jsonb, fields jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN given ->> 'key' ~ '^office_[a-z0-9_]{1,40}$'
   AND coalesce(given ->> 'kind' IN ('text', 'longText', 'date', 'number', 'yen', 'choice', 'flag'), false)
   AND NOT given ?| '{confidential,past,initial}' AND (NOT given ? 'material' OR given -> 'material' = 'false'::jsonb)
   AND (NOT given ? 'visibleWhen'
        OR kessai.has_members(given -> 'visibleWhen', '{field,eq}', '{}')
           AND EXISTS (SELECT FROM jsonb_array_elements(fields) f
                        WHERE f ->> 'key' = given #>> '{visibleWhen,field}' AND jsonb_typeof(given #> '{visibleWhen,field}') = 'string'
                          AND f ->> 'key' <> given ->> 'key' AND NOT f ? 'confidential'
                          AND CASE f ->> 'kind'
                                WHEN 'flag' THEN jsonb_typeof(given #> '{visibleWhen,eq}') = 'boolean'
                                WHEN 'choice' THEN EXISTS (SELECT FROM jsonb_array_elements(f -> 'choices') c
                                                            WHERE c -> 'code' = given #> '{visibleWhen,eq}')
                                ELSE false END));

CREATE FUNCTION kessai.is_print_row(given jsonb, fields jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE WHEN jsonb_typeof(given) = 'array'
            THEN jsonb_array_length(given) > 0
             AND NOT EXISTS (SELECT FROM jsonb_array_elements(given) c
                              WHERE NOT (kessai.has_members(c, '{field}', '{width,height}')
                                         AND EXISTS (SELECT FROM jsonb_array_elements(fields) f WHERE f -> 'key' = c -> 'field')
                                         AND (NOT c ? 'width' OR kessai.is_whole(c -> 'width', 1, 12))
                                         AND (NOT c ? 'height' OR kessai.is_whole(c -> 'height', 1, 250))))
             AND (SELECT sum(CASE WHEN kessai.is_whole(c -> 'width', 1, 12) THEN (c ->> 'width')::integer ELSE 12 END) <= 12
                    FROM jsonb_array_elements(given) c) ELSE false END;

-- Whether a definition may come after another: every program can read it, and all that the form's rules look at is as it was.
CREATE FUNCTION kessai.is_next_form(next jsonb, before jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  fields jsonb := next -> 'fields';
  worded text[] := '{from,name,group,description,words,attachmentHint,printTitle,fields,printRows}';
BEGIN
  IF NOT (coalesce(jsonb_typeof(next) = 'object', false) AND next - worded = before - worded
          AND kessai.is_wording(next -> 'name')
          AND (NOT next ? 'group' OR kessai.is_wording(next -> 'group'))
          AND (NOT next ? 'description' OR kessai.is_wording(next -> 'description'))
          AND (NOT next ? 'attachmentHint' OR kessai.is_wording(next -> 'attachmentHint'))
          AND (NOT next ? 'printTitle' OR kessai.is_wording(next -> 'printTitle'))
          AND (NOT next ? 'words' OR kessai.is_code_list(next -> 'words'))
          AND (NOT next ? 'printRows' OR jsonb_typeof(next -> 'printRows') = 'array')
          AND coalesce(jsonb_typeof(fields) = 'array', false)) THEN
    RETURN false;
  END IF;
  RETURN jsonb_array_length(fields) BETWEEN 1 AND 100
     AND NOT EXISTS (SELECT FROM jsonb_array_elements(fields) f WHERE NOT kessai.is_worded_field(f))
     AND (SELECT count(*) = count(DISTINCT f ->> 'key') FROM jsonb_array_elements(fields) f)
     -- Those of the form are there, the same but for their words; all others are the office's own.
     AND NOT EXISTS (SELECT FROM jsonb_array_elements(before -> 'fields') b
                      WHERE b ->> 'key' !~ '^office_'
                        AND NOT EXISTS (SELECT FROM jsonb_array_elements(fields) f
                                         WHERE kessai.field_core(f) = kessai.field_core(b)
                                           AND (NOT b ? 'initial' OR NOT f ? 'choices'
                                                OR EXISTS (SELECT FROM jsonb_array_elements(f -> 'choices') c WHERE c -> 'code' = b -> 'initial'))))
     AND NOT EXISTS (SELECT FROM jsonb_array_elements(fields) f
                      WHERE NOT EXISTS (SELECT FROM jsonb_array_elements(before -> 'fields') b
                                         WHERE b -> 'key' = f -> 'key' AND b ->> 'key' !~ '^office_')
                        AND NOT kessai.is_office_field(f, fields))
     AND NOT EXISTS (SELECT FROM jsonb_array_elements(coalesce(next -> 'printRows', '[]')) r WHERE NOT kessai.is_print_row(r, fields));
END $$;

-- p_body: the next revision of a form, as a program writes it; p_seen: the newest revision of it that its writer had seen.
CREATE FUNCTION kessai.adopt_form(p_body text, p_reason text, p_seen integer)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  proposed jsonb;
  newest record;
BEGIN
  PERFORM kessai.check_setting(p_body, p_reason);
  proposed := p_body::jsonb;
  IF NOT (coalesce(jsonb_typeof(proposed) = 'object', false) AND kessai.is_filled(proposed -> 'code')
          AND coalesce(jsonb_typeof(proposed -> 'from') = 'string', false)) THEN
    PERFORM kessai.fault('Invalid', 'that is no form');
  END IF;
  PERFORM kessai.check_coming(proposed ->> 'from');
  PERFORM kessai.next_revision(p_reason); -- first: what is checked below is as the one before left it
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
  INSERT INTO kessai.form_revision (form, revision, valid_from, definition)
  VALUES (proposed ->> 'code', newest.revision + 1, proposed ->> 'from', proposed::text);
END $$;

-- Reasons of returns -----------------------------------------------------------------------------------------------------

CREATE FUNCTION kessai.is_fault_list(given jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN kessai.has_members(given, '{from,faults}', '{}') AND coalesce(jsonb_typeof(given -> 'from') = 'string', false)
   AND CASE WHEN jsonb_typeof(given -> 'faults') = 'array'
            THEN jsonb_array_length(given -> 'faults') BETWEEN 1 AND 50
             AND NOT EXISTS (SELECT FROM jsonb_array_elements(given -> 'faults') f
                              WHERE NOT (kessai.has_members(f, '{code,words,source}', '{}') AND kessai.is_filled(f -> 'code')
                                         AND f ->> 'code' ~ '^[a-z][a-z0-9_]{0,39}$' AND kessai.is_said(f -> 'source')
                                         AND kessai.is_wording(f -> 'words') AND kessai.is_said(f #> '{words,ja}')
                                         AND kessai.is_said(f #> '{words,en}') AND char_length(f #>> '{words,ja}') <= 100
                                         AND char_length(f #>> '{words,en}') <= 100))
             AND (SELECT count(*) = count(DISTINCT f ->> 'code') FROM jsonb_array_elements(given -> 'faults') f) ELSE false END;

-- p_body: the next list; p_seen: the newest its writer had seen, 0 where there is none.
CREATE FUNCTION kessai.adopt_faults(p_body text, p_reason text, p_seen integer)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  proposed jsonb;
  newest integer;
  added bigint;
BEGIN
  PERFORM kessai.check_setting(p_body, p_reason);
  proposed := p_body::jsonb;
  IF NOT kessai.is_fault_list(proposed) THEN
    PERFORM kessai.fault('Invalid', 'that is no list of reasons');
  END IF;
  PERFORM kessai.check_coming(proposed ->> 'from');
  added := kessai.next_revision(p_reason);
  newest := coalesce((SELECT max(l.revision) FROM kessai.fault_list l), 0);
  IF p_seen IS DISTINCT FROM newest THEN
    PERFORM kessai.refuse('Stale', 'somebody else changed the reasons since');
  END IF;
  INSERT INTO kessai.fault_list (revision, valid_from, body, added_in)
  VALUES (newest + 1, proposed ->> 'from', proposed::text, added);
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.adopt_parameters(text, text, integer)', 'kessai.adopt_form(text, text, integer)',
                          'kessai.adopt_faults(text, text, integer)');

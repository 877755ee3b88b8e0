-- oldest client: 1
-- The doors by which administrators put 専決 tables in force (core/ports/officestore.h) and learn what of the cases filed the rules look at.
-- What a table means is for the programs to say; here is seen to that none of them stumbles over it, and that it says nothing of the past.

-- Whether something is an object with these members and, at most, those.
CREATE FUNCTION kessai.has_members(given jsonb, needed text[], more text[]) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN coalesce(jsonb_typeof(given) = 'object', false)
   AND CASE WHEN jsonb_typeof(given) = 'object' THEN given ?& needed AND given - (needed || more) = '{}'::jsonb ELSE false END;

-- Whether something is a text that says something; what is a blank is as the programs see it.
CREATE FUNCTION kessai.is_filled(given jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN coalesce(jsonb_typeof(given) = 'string' AND char_length(given #>> '{}') <= 300
                AND given #>> '{}' ~ '[^[:space:]\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]', false);

CREATE FUNCTION kessai.is_wording(given jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN kessai.has_members(given, '{ja,en}', '{}') AND kessai.is_filled(given -> 'ja') AND kessai.is_filled(given -> 'en');

-- Whom a level, a limit or a consultation means: posts or persons, by one of these.
CREATE FUNCTION kessai.is_selector(given jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN (kessai.has_members(given, '{head}', '{}')
        AND coalesce(given ->> 'head' IN ('city', 'department', 'section', 'unit'), false) AND jsonb_typeof(given -> 'head') = 'string')
    OR (kessai.has_members(given, '{post}', '{}') AND kessai.is_filled(given -> 'post'))
    OR (kessai.has_members(given, '{role}', '{}') AND kessai.is_filled(given -> 'role'))
    OR (kessai.has_members(given, '{staff}', '{}') AND kessai.is_filled(given -> 'staff'));

CREATE FUNCTION kessai.is_limit_amount(given jsonb, lowest bigint) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN coalesce(CASE WHEN jsonb_typeof(given) = 'number' AND given::text ~ '^[0-9]{1,15}$'
                     THEN given::text::bigint BETWEEN lowest AND 999999999999999 END, false);

-- "all", "none", {"lt": yen}, {"le": yen}, {"all": true}; the last three may say who.
CREATE FUNCTION kessai.is_limit(given jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN given IN ('"all"'::jsonb, '"none"'::jsonb)
    OR ((kessai.has_members(given, '{lt}', '{who}') AND kessai.is_limit_amount(given -> 'lt', 1)
         OR kessai.has_members(given, '{le}', '{who}') AND kessai.is_limit_amount(given -> 'le', 1)
         OR kessai.has_members(given, '{all}', '{who}') AND given -> 'all' = 'true'::jsonb)
        AND (NOT given ? 'who' OR kessai.is_selector(given -> 'who')));

CREATE FUNCTION kessai.is_consult(given jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN (kessai.has_members(given, '{who}', '{}')
        OR kessai.has_members(given, '{who,ge}', '{}') AND kessai.is_limit_amount(given -> 'ge', 0)
        OR kessai.has_members(given, '{who,gt}', '{}') AND kessai.is_limit_amount(given -> 'gt', 0))
   AND CASE WHEN jsonb_typeof(given -> 'who') = 'array' AND jsonb_array_length(given -> 'who') > 0
            THEN NOT EXISTS (SELECT FROM jsonb_array_elements(given -> 'who') w WHERE NOT kessai.is_selector(w)) ELSE false END;

-- A list of codes, each once.
CREATE FUNCTION kessai.is_code_list(given jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE WHEN jsonb_typeof(given) = 'array'
            THEN NOT EXISTS (SELECT FROM jsonb_array_elements(given) c WHERE NOT kessai.is_filled(c))
             AND (SELECT count(*) = count(DISTINCT c) FROM jsonb_array_elements(given) c) ELSE false END;

-- A list of what a table speaks of: objects with a code, each once, and its name.
CREATE FUNCTION kessai.is_term_list(given jsonb, key text, more text[]) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE WHEN jsonb_typeof(given) = 'array'
            THEN NOT EXISTS (SELECT FROM jsonb_array_elements(given) t
                              WHERE NOT (kessai.has_members(t, ARRAY[key, 'name'] || more, '{}') AND kessai.is_filled(t -> key)
                                         AND kessai.is_wording(t -> 'name')))
             AND (SELECT count(*) = count(DISTINCT t ->> key) FROM jsonb_array_elements(given) t) ELSE false END;

CREATE FUNCTION kessai.is_decision_row(given jsonb, levels text[]) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN kessai.has_members(given, '{row,acts,limits,article}', '{items,consult}')
   AND kessai.is_filled(given -> 'row') AND strpos(coalesce(given ->> 'row', ''), '/') = 0
   AND kessai.is_code_list(given -> 'acts') AND kessai.is_wording(given -> 'article')
   AND (NOT given ? 'items' OR kessai.is_code_list(given -> 'items'))
   AND CASE WHEN jsonb_typeof(given -> 'limits') = 'object'
            THEN NOT EXISTS (SELECT FROM jsonb_each(given -> 'limits') l WHERE NOT (l.key = ANY (levels) AND kessai.is_limit(l.value)))
            ELSE false END
   AND CASE WHEN NOT given ? 'consult' THEN true WHEN jsonb_typeof(given -> 'consult') = 'array'
            THEN NOT EXISTS (SELECT FROM jsonb_array_elements(given -> 'consult') c WHERE NOT kessai.is_consult(c)) ELSE false END;

-- Whether every program can read a table (DecisionTable::fromJson).
CREATE FUNCTION kessai.is_decision_table(given jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF NOT (kessai.has_members(given, '{table,from,source,levels,acts,rows}', '{items}') AND kessai.is_filled(given -> 'table')
          AND kessai.is_wording(given -> 'source') AND kessai.is_term_list(given -> 'levels', 'level', '{who}')
          AND kessai.is_term_list(given -> 'acts', 'act', '{}')
          AND (NOT given ? 'items' OR kessai.is_term_list(given -> 'items', 'item', '{}'))
          AND coalesce(jsonb_typeof(given -> 'rows') = 'array', false)) THEN
    RETURN false;
  END IF;
  RETURN NOT EXISTS (SELECT FROM jsonb_array_elements(given -> 'levels') l WHERE NOT kessai.is_selector(l -> 'who'))
     AND NOT EXISTS (SELECT FROM jsonb_array_elements(given -> 'rows') r
                      WHERE NOT kessai.is_decision_row(r, ARRAY(SELECT l ->> 'level' FROM jsonb_array_elements(given -> 'levels') l)))
     AND (SELECT count(*) = count(DISTINCT r ->> 'row') FROM jsonb_array_elements(given -> 'rows') r);
END $$;

-- p_body: a table as a program writes it, in force from a day after today on; p_seen: the newest revision of it that its writer had seen.
CREATE FUNCTION kessai.adopt_table(p_body text, p_reason text, p_seen integer)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  proposed jsonb;
  added bigint;
BEGIN
  IF NOT kessai.is_administrator(me, kessai.today()) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to register');
  END IF;
  PERFORM kessai.check_length(p_body, 1000000, 'the table');
  proposed := p_body::jsonb;
  IF coalesce(p_reason !~ '[^[:space:]]', true) THEN
    PERFORM kessai.refuse('ReasonMissing', 'a table is changed for a reason');
  ELSIF NOT kessai.is_line(p_reason, 200) THEN
    PERFORM kessai.fault('Invalid', 'a reason is one line');
  ELSIF NOT kessai.is_decision_table(proposed) THEN
    PERFORM kessai.fault('Invalid', 'that is no decision table');
  END IF;
  PERFORM kessai.check_day(proposed ->> 'from', false);
  IF proposed ->> 'from' <= kessai.today() THEN
    PERFORM kessai.refuse('PeriodInvalid', 'a table is in force from tomorrow on at the earliest');
  END IF;
  added := kessai.next_revision(p_reason); -- first: what is checked below is as the one before left it
  IF NOT EXISTS (SELECT FROM kessai.decision_table t WHERE t.code = proposed ->> 'table') THEN
    PERFORM kessai.fault('NotFound', 'no table has this name');
  ELSIF p_seen IS DISTINCT FROM (SELECT max(t.revision) FROM kessai.decision_table t WHERE t.code = proposed ->> 'table') THEN
    PERFORM kessai.refuse('Stale', 'somebody else changed the table since');
  END IF;
  INSERT INTO kessai.decision_table (code, revision, valid_from, body, added_in)
  SELECT proposed ->> 'table', max(t.revision) + 1, proposed ->> 'from', proposed::text, added FROM kessai.decision_table t;
END $$;

-- What the rules look at in cases filed since an instant whose route a 専決 table has a part in, by number of the case, and nothing else of them:
-- amounts, lines of the budget, and the fields the rule in force names. What is confidential lies elsewhere and is never looked at.
CREATE FUNCTION kessai.filed_cases(p_since bigint, p_after bigint, p_most integer)
RETURNS TABLE (case_id bigint, number text, form text, drafter_id bigint, state integer, amount bigint, basis text, fields text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  IF NOT coalesce(kessai.is_administrator(kessai.my_staff_id(), kessai.today()), false) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to ask');
  END IF;
  RETURN QUERY
    WITH rules AS MATERIALIZED (
      SELECT DISTINCT ON (r.form) r.form, r.rule FROM kessai.rule_revision r WHERE r.valid_from <= kessai.today()
       ORDER BY r.form, r.valid_from DESC, r.revision DESC)
    SELECT c.case_id, c.number, c.form, c.drafter_id, c.state, c.amount, (e.payload::jsonb -> 'basis')::text,
           coalesce((SELECT jsonb_object_agg(f.key, CASE WHEN d ->> 'kind' = 'caseRef'
                       THEN jsonb_build_object('case', f.value -> 'case', 'number', '-', 'title', '-', 'line', f.value -> 'line', 'drafter', '-')
                       ELSE f.value END)
                       FROM jsonb_each(o.fields::jsonb) f
                       JOIN jsonb_array_elements(k.definition::jsonb -> 'fields') d ON d ->> 'key' = f.key
                      WHERE d ->> 'kind' IN ('yen', 'budgetLine', 'caseRef') OR f.key IN ('act', 'item')
                         OR (d ->> 'kind' IN ('choice', 'flag', 'number', 'postRef') AND strpos(u.rule, '"' || f.key || '"') > 0)),
                    '{}')::text
      FROM kessai.case_file c
      JOIN rules u ON u.form = c.form AND (u.rule::jsonb ? 'table')
     CROSS JOIN LATERAL (SELECT s.payload FROM kessai.event s WHERE s.case_id = c.case_id AND s.code = 'submitted'
                          ORDER BY s.seq DESC LIMIT 1) e
      JOIN kessai.content o ON o.case_id = c.case_id AND o.revision = (e.payload::jsonb ->> 'revision')::integer
      JOIN kessai.form_revision k ON k.form = c.form AND k.revision = o.form_revision
     WHERE c.case_id > p_after AND c.state IN (1, 2, 3, 4) AND (c.submitted_at >= p_since OR c.state = 1)
     ORDER BY c.case_id LIMIT least(p_most, 1000);
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.adopt_table(text, text, integer)', 'kessai.filed_cases(bigint, bigint, integer)');

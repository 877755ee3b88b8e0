-- oldest client: 1
-- The door by which administrators put route rules in force (core/ports/officestore.h). What a rule means is for the programs to say; here is
-- seen to that none of them stumbles over it, and that it says nothing of the past (RouteRule::fromJson).

-- Whether something is a text that is not empty; blanks are told apart from nothing, as programs do.
CREATE FUNCTION kessai.is_code(given jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN coalesce(jsonb_typeof(given) = 'string' AND char_length(given #>> '{}') BETWEEN 1 AND 300, false);

-- A value a field is compared with: a text, a whole number, or yes or no.
CREATE FUNCTION kessai.is_compared(given jsonb, ordered boolean) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN coalesce(CASE jsonb_typeof(given)
                  WHEN 'string' THEN char_length(given #>> '{}') <= 300
                  WHEN 'number' THEN given::text ~ '^-?[0-9]{1,15}$'
                  WHEN 'boolean' THEN NOT ordered ELSE false END, false);

CREATE FUNCTION kessai.is_comparison(how text, given jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE how
         WHEN 'eq' THEN kessai.is_compared(given, false) WHEN 'ne' THEN kessai.is_compared(given, false)
         WHEN 'lt' THEN kessai.is_compared(given, true) WHEN 'le' THEN kessai.is_compared(given, true)
         WHEN 'gt' THEN kessai.is_compared(given, true) WHEN 'ge' THEN kessai.is_compared(given, true)
         WHEN 'in' THEN CASE WHEN jsonb_typeof(given) = 'array'
                             THEN NOT EXISTS (SELECT FROM jsonb_array_elements(given) v WHERE NOT kessai.is_compared(v, false)) ELSE false END
         ELSE false END;

-- A test on the content, or several combined; as deep as programs follow.
CREATE FUNCTION kessai.is_condition(given jsonb, depth integer) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  how text;
BEGIN
  IF jsonb_typeof(given) IS DISTINCT FROM 'object' OR depth > 32 THEN
    RETURN false;
  ELSIF given ? 'field' THEN
    RETURN kessai.is_code(given -> 'field') AND given - 'field' <> '{}'::jsonb
       AND NOT EXISTS (SELECT FROM jsonb_each(given - 'field') c WHERE NOT kessai.is_comparison(c.key, c.value));
  ELSIF (SELECT count(*) FROM jsonb_object_keys(given)) <> 1 THEN
    RETURN false;
  END IF;
  SELECT k INTO how FROM jsonb_object_keys(given) k;
  IF how = 'not' THEN
    RETURN kessai.is_condition(given -> 'not', depth + 1);
  ELSIF how NOT IN ('all', 'any') OR jsonb_typeof(given -> how) <> 'array' OR jsonb_array_length(given -> how) = 0 THEN
    RETURN false;
  END IF;
  RETURN NOT EXISTS (SELECT FROM jsonb_array_elements(given -> how) p WHERE NOT kessai.is_condition(p, depth + 1));
END $$;

-- Whom a line asks: as a table does, whom a field names, or whom the table names where the kind of step allows that, and then alone.
CREATE FUNCTION kessai.is_asked(given jsonb, kind text, by_table boolean) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE WHEN jsonb_typeof(given) IS DISTINCT FROM 'array' OR jsonb_array_length(given) = 0 THEN false
            WHEN given @> '[{"table": "decider"}]' THEN by_table AND kind = 'decide' AND given = '[{"table": "decider"}]'::jsonb
            WHEN given @> '[{"table": "consulted"}]' THEN by_table AND kind = 'consult' AND given = '[{"table": "consulted"}]'::jsonb
            ELSE NOT EXISTS (SELECT FROM jsonb_array_elements(given) w
                              WHERE NOT (kessai.is_selector(w) OR kessai.has_members(w, '{field}', '{}') AND kessai.is_filled(w -> 'field'))) END;

CREATE FUNCTION kessai.is_rule_line(given jsonb, by_table boolean) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN kessai.has_members(given, '{line,kind,who,why}', '{rule,count,objection,apart,ground,when}')
   AND kessai.is_filled(given -> 'line') AND kessai.is_wording(given -> 'why')
   AND coalesce(jsonb_typeof(given -> 'kind') = 'string' AND given ->> 'kind' IN ('review', 'consult', 'examine', 'decide', 'circulate'), false)
   AND kessai.is_asked(given -> 'who', given ->> 'kind', by_table)
   AND (NOT given ? 'rule' OR coalesce(given -> 'rule' IN ('"all"'::jsonb, '"any"'::jsonb, '"count"'::jsonb, '"majority"'::jsonb), false)
        AND (given ->> 'kind' <> 'circulate' OR given ->> 'rule' = 'all'))
   AND (given ? 'count') = (coalesce(given ->> 'rule', '') = 'count')
   AND (NOT given ? 'count' OR coalesce(CASE WHEN jsonb_typeof(given -> 'count') = 'number' AND given ->> 'count' ~ '^[0-9]{1,10}$'
                                             THEN (given ->> 'count')::bigint BETWEEN 1 AND 2147483647 END, false))
   AND (NOT given ? 'objection' OR given -> 'objection' = '"returns"'::jsonb
        OR given -> 'objection' = '"refers"'::jsonb AND given ->> 'kind' = 'consult')
   AND (NOT given ? 'apart' OR given -> 'apart' = 'false'::jsonb OR given -> 'apart' = 'true'::jsonb AND given ->> 'kind' = 'examine')
   AND (NOT given ? 'ground' OR CASE WHEN jsonb_typeof(given -> 'ground') = 'array'
        THEN NOT EXISTS (SELECT FROM jsonb_array_elements(given -> 'ground') g WHERE NOT kessai.is_code(g)) ELSE false END)
   AND (NOT given ? 'when' OR given -> 'when' = '{}'::jsonb OR kessai.is_condition(given -> 'when', 0));

-- What may stand behind what: behind a decision only decisions and, last, examinations block; each code once, and somebody decides.
CREATE FUNCTION kessai.is_rule_order(given jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN (WITH l AS (SELECT n, v ->> 'line' AS code, v ->> 'kind' AS kind FROM jsonb_array_elements(given) WITH ORDINALITY x (v, n)),
             d AS (SELECT min(n) AS first, max(n) AS last FROM l WHERE kind = 'decide')
        SELECT d.first IS NOT NULL
           AND (SELECT count(*) = count(DISTINCT l.code) FROM l)
           AND NOT EXISTS (SELECT FROM l WHERE l.n > d.first AND l.kind IN ('review', 'consult'))
           AND NOT EXISTS (SELECT FROM l WHERE l.n > d.first AND l.n < d.last AND l.kind = 'examine') FROM d);

-- Whether every program can read a rule.
CREATE FUNCTION kessai.is_route_rule(given jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF NOT (kessai.has_members(given, '{form,from,lines}', '{top,table}') AND kessai.is_filled(given -> 'form')
          AND coalesce(jsonb_typeof(given -> 'from') = 'string', false) AND coalesce(jsonb_typeof(given -> 'lines') = 'array', false)
          AND (NOT given ? 'top' OR coalesce(jsonb_typeof(given -> 'top') = 'array', false))
          AND (NOT given ? 'table' OR (kessai.has_members(given -> 'table', '{code}', '{least}') AND kessai.is_filled(given #> '{table,code}')
               AND (NOT given -> 'table' ? 'least' OR coalesce(jsonb_typeof(given #> '{table,least}') = 'string', false)
                    AND char_length(given #>> '{table,least}') <= 300)))) THEN
    RETURN false;
  END IF;
  RETURN NOT EXISTS (SELECT FROM jsonb_array_elements(coalesce(given -> 'top', '[]')) t WHERE NOT kessai.is_code(t))
     AND NOT EXISTS (SELECT FROM jsonb_array_elements(given -> 'lines') l WHERE NOT kessai.is_rule_line(l, given ? 'table'))
     AND kessai.is_rule_order(given -> 'lines');
END $$;

-- p_body: a rule as a program writes it, in force from a day after today on; p_seen: the newest revision of its form's rule that its writer had
-- seen. A form that has no rule gets none here: programs bring their forms with a rule each.
CREATE FUNCTION kessai.adopt_rule(p_body text, p_reason text, p_seen integer)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  proposed jsonb;
  added bigint;
  newest integer;
BEGIN
  IF NOT kessai.is_administrator(me, kessai.today()) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to register');
  END IF;
  PERFORM kessai.check_length(p_body, 1000000, 'the rule');
  proposed := p_body::jsonb;
  IF coalesce(p_reason !~ '[^[:space:]]', true) THEN
    PERFORM kessai.refuse('ReasonMissing', 'a rule is changed for a reason');
  ELSIF NOT kessai.is_line(p_reason, 200) THEN
    PERFORM kessai.fault('Invalid', 'a reason is one line');
  ELSIF NOT coalesce(kessai.is_route_rule(proposed), false) THEN
    PERFORM kessai.fault('Invalid', 'that is no route rule');
  END IF;
  PERFORM kessai.check_day(proposed ->> 'from', false);
  IF proposed ->> 'from' <= kessai.today() THEN
    PERFORM kessai.refuse('PeriodInvalid', 'a rule is in force from tomorrow on at the earliest');
  END IF;
  added := kessai.next_revision(p_reason); -- first: what is checked below is as the one before left it
  SELECT max(r.revision) INTO newest FROM kessai.rule_revision r WHERE r.form = proposed ->> 'form';
  IF newest IS NULL THEN
    PERFORM kessai.fault('NotFound', 'no form of this name has a rule');
  ELSIF p_seen IS DISTINCT FROM newest THEN
    PERFORM kessai.refuse('Stale', 'somebody else changed the rule since');
  ELSIF proposed ? 'table' AND NOT (SELECT r.rule::jsonb ? 'table' FROM kessai.rule_revision r
                                     WHERE r.form = proposed ->> 'form' ORDER BY r.revision LIMIT 1) THEN
    -- Of forms with a table administrators see what rules look at (filed_cases): no other is made one of them.
    PERFORM kessai.fault('Invalid', 'cases of this form go by no decision table');
  END IF;
  INSERT INTO kessai.rule_revision (form, revision, valid_from, rule, added_in)
  VALUES (proposed ->> 'form', newest + 1, proposed ->> 'from', proposed::text, added);
END $$;

-- As it was (0034), but by the rule that came with a form: what administrators write opens no more of its cases to them.
CREATE OR REPLACE FUNCTION kessai.filed_cases(p_since bigint, p_after bigint, p_most integer)
RETURNS TABLE (case_id bigint, number text, form text, drafter_id bigint, state integer, amount bigint, basis text, fields text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  IF NOT coalesce(kessai.is_administrator(kessai.my_staff_id(), kessai.today()), false) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to ask');
  END IF;
  RETURN QUERY
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
      JOIN kessai.rule_revision u ON u.form = c.form AND u.revision = 1 AND u.rule::jsonb ? 'table'
     CROSS JOIN LATERAL (SELECT s.payload FROM kessai.event s WHERE s.case_id = c.case_id AND s.code = 'submitted'
                          ORDER BY s.seq DESC LIMIT 1) e
      JOIN kessai.content o ON o.case_id = c.case_id AND o.revision = (e.payload::jsonb ->> 'revision')::integer
      JOIN kessai.form_revision k ON k.form = c.form AND k.revision = o.form_revision
     WHERE c.case_id > p_after AND c.state IN (1, 2, 3, 4) AND (c.submitted_at >= p_since OR c.state = 1)
     ORDER BY c.case_id LIMIT least(p_most, 1000);
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.adopt_rule(text, text, integer)');

-- oldest client: 1
-- What an act is written as, and how a round begins: by a submission, or because somebody lengthened the route.

-- Texts ----------------------------------------------------------------------------------------------------------------
-- A payload is written again from its parts and must be the same text. So it has exactly the members and kinds a reader expects
-- (core/cases/eventcodec.cpp), each once and in order; anything else would make readers call a sound case damaged.

CREATE FUNCTION kessai.quoted(value jsonb) RETURNS text LANGUAGE sql IMMUTABLE
RETURN to_json(value #>> '{}')::text;

CREATE FUNCTION kessai.written_ref(ref jsonb) RETURNS text LANGUAGE sql IMMUTABLE
RETURN format('{"no":%s,"step":%s}', (ref->>'no')::integer, (ref->>'step')::integer);

-- What is empty mostly is no query; each costs as much as the rest of the text.
CREATE FUNCTION kessai.written_refs(refs jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF refs = '[]' THEN
    RETURN '[]';
  END IF;
  RETURN (SELECT '[' || coalesce(string_agg(kessai.written_ref(r), ',' ORDER BY i), '') || ']'
    FROM jsonb_array_elements(refs) WITH ORDINALITY x (r, i));
END $$;

CREATE FUNCTION kessai.written_numbers(numbers jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF numbers = '[]' THEN
    RETURN '[]';
  END IF;
  RETURN (SELECT '[' || coalesce(string_agg((n #>> '{}')::integer::text, ',' ORDER BY i), '') || ']'
    FROM jsonb_array_elements(numbers) WITH ORDINALITY x (n, i));
END $$;

-- A flag, or a code of few values.
CREATE FUNCTION kessai.written_code(value jsonb, most integer) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE WHEN (value #>> '{}')::integer BETWEEN 0 AND most THEN (value #>> '{}')::integer::text END;

CREATE FUNCTION kessai.written_notes(notes jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF notes = '[]' THEN
    RETURN '[]';
  END IF;
  RETURN (SELECT '[' || coalesce(string_agg(format('{"kind":%s,"line":%s,"post":%s}', (n->>'kind')::integer, kessai.quoted(n->'line'),
                                           coalesce((n->>'post')::bigint::text, 'null')), ',' ORDER BY i), '') || ']'
    FROM jsonb_array_elements(notes) WITH ORDINALITY x (n, i));
END $$;

CREATE FUNCTION kessai.written_texts(texts jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF jsonb_array_length(texts) = 1 THEN
    RETURN '[' || kessai.quoted(texts->0) || ']';
  END IF;
  RETURN (SELECT '[' || coalesce(string_agg(kessai.quoted(t), ',' ORDER BY i), '') || ']'
    FROM jsonb_array_elements(texts) WITH ORDINALITY x (t, i));
END $$;

CREATE FUNCTION kessai.written_step(s jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN format('{"assignments":%s,"kind":%s,"line":%s,"needed":%s,"no":%s,"notes":%s,"objection":%s,"rule":%s}',
                kessai.written_texts(s->'assignments'), (s->>'kind')::integer, kessai.quoted(s->'line'), (s->>'needed')::integer,
                (s->>'no')::integer, kessai.written_notes(s->'notes'), kessai.written_code(s->'objection', 1), (s->>'rule')::integer);
END $$;

CREATE FUNCTION kessai.written_route(route jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN (SELECT format('{"dropped":%s,"steps":[%s]}', kessai.written_notes(route->'dropped'),
                        coalesce(string_agg(kessai.written_step(s), ',' ORDER BY i), ''))
    FROM jsonb_array_elements(route->'steps') WITH ORDINALITY x (s, i));
END $$;

CREATE FUNCTION kessai.written_postings(postings jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF postings = '[]' THEN
    RETURN '[]';
  END IF;
  RETURN (SELECT '[' || coalesce(string_agg(
           format('{"account":%s,"amount":%s,"day":%s,"ledger":%s%s}', kessai.quoted(p->'account'), (p->>'amount')::bigint,
                  kessai.quoted(p->'day'), kessai.quoted(p->'ledger'), ',"start":' || (p->>'start')::integer), ',' ORDER BY i), '')
           || ']'
    FROM jsonb_array_elements(postings) WITH ORDINALITY x (p, i));
END $$;

CREATE FUNCTION kessai.written_payload(code text, body jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  CASE code
  WHEN 'submitted' THEN
    RETURN format('{"basis":{"day":%s,"drafterPost":%s,"officeRevision":%s,"ruleRevision":%s},"comment":%s,'
                  '"contentDigest":%s,"important":%s,"kept":%s,"passed":%s,"postings":%s,"revision":%s,"route":%s}',
                  kessai.quoted(body #> '{basis,day}'), (body #>> '{basis,drafterPost}')::bigint,
                  (body #>> '{basis,officeRevision}')::integer, (body #>> '{basis,ruleRevision}')::integer,
                  kessai.quoted(body->'comment'), kessai.quoted(body->'contentDigest'), kessai.written_code(body->'important', 1),
                  kessai.written_numbers(body->'kept'), kessai.written_refs(body->'passed'),
                  kessai.written_postings(body->'postings'), (body->>'revision')::integer,
                  kessai.written_route(body->'route'));
  WHEN 'approved' THEN
    RETURN format('{"also":%s,"comment":%s,"manner":%s,"on":%s,"passed":%s}', kessai.written_refs(body->'also'),
                  kessai.quoted(body->'comment'), kessai.written_code(body->'manner', 2), kessai.written_ref(body->'on'),
                  kessai.written_refs(body->'passed'));
  WHEN 'returned' THEN
    RETURN format('{"manner":%s,"on":%s,"reason":%s,"toStep":%s}', kessai.written_code(body->'manner', 2),
                  kessai.written_ref(body->'on'), kessai.quoted(body->'reason'), coalesce((body->>'toStep')::integer::text, 'null'));
  WHEN 'rejected' THEN
    RETURN format('{"manner":%s,"on":%s,"reason":%s}', kessai.written_code(body->'manner', 2), kessai.written_ref(body->'on'),
                  kessai.quoted(body->'reason'));
  WHEN 'objected' THEN
    RETURN format('{"on":%s,"passed":%s,"reason":%s}', kessai.written_ref(body->'on'), kessai.written_refs(body->'passed'),
                  kessai.quoted(body->'reason'));
  WHEN 'extended' THEN
    RETURN format('{"on":%s,"raise":%s,"reason":%s,"step":%s}', kessai.written_ref(body->'on'), kessai.written_code(body->'raise', 1),
                  kessai.quoted(body->'reason'), kessai.written_step(body->'step'));
  WHEN 'withdrawn', 'reminded' THEN
    RETURN format('{"comment":%s}', kessai.quoted(body->'comment'));
  WHEN 'cancelled' THEN
    RETURN format('{"reason":%s}', kessai.quoted(body->'reason'));
  WHEN 'commented' THEN
    RETURN format('{"explained":%s,"text":%s}', kessai.written_code(body->'explained', 1), kessai.quoted(body->'text'));
  ELSE
    RETURN NULL;
  END CASE;
END $$;

CREATE FUNCTION kessai.written_effects(effects jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  written text := '';
  change jsonb;
BEGIN
  -- Few at a time: a query would cost more than writing them one by one.
  FOR i IN 0..coalesce(jsonb_array_length(effects->'changes'), 0) - 1 LOOP
    change := effects->'changes'->i;
    written := written || format('%s{"no":%s,"step":%s,"to":%s}', CASE WHEN i > 0 THEN ',' END, (change->>'no')::integer,
                                 (change->>'step')::integer, (change->>'to')::integer);
  END LOOP;
  RETURN format('{"access":%s,"changes":[%s],"postings":%s,"round":%s,"state":%s}',
                CASE WHEN effects->'access' = '[]' THEN '[]' ELSE kessai.written_texts(effects->'access') END, written,
                (effects->>'postings')::integer, (effects->>'round')::integer, (effects->>'state')::integer);
END $$;

-- A day as it is stored, whatever DateStyle the session has chosen.
CREATE FUNCTION kessai.written_day(day date) RETURNS text LANGUAGE sql STABLE
RETURN to_char(day, 'YYYY-MM-DD');

-- Nothing but what QChar::isSpace calls space: the engine would refuse such a reason.
CREATE FUNCTION kessai.says_nothing(value text) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN value ~ '^[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$';

-- "post:12" is -12, "staff:34" is 34; anything else is nobody.
CREATE FUNCTION kessai.party(who text) RETURNS bigint LANGUAGE sql IMMUTABLE
RETURN CASE WHEN who ~ '^post:[1-9][0-9]{0,17}$' THEN -substr(who, 6)::bigint
            WHEN who ~ '^staff:[1-9][0-9]{0,17}$' THEN substr(who, 7)::bigint END;

-- A round begins -------------------------------------------------------------------------------------------------------

-- The seal of a content as it stands in its rows, the same text as Content::digest(), and the number of its files.
CREATE FUNCTION kessai.seal(p_form text, x kessai.content, OUT digest text, OUT files integer) LANGUAGE plpgsql STABLE AS $$
BEGIN
  SELECT kessai.hex_digest(
           kessai.field(p_form) || kessai.field(x.form_revision::text) || kessai.field(x.fields) || kessai.field(count(t.no)::text)
           || coalesce(string_agg(
                kessai.field(t.name) || kessai.field(t.media_type) || kessai.field(t.size::text) || kessai.field(t.sha256)
                || kessai.field(((octet_length(t.chunks) + 1) / 65)::text)
                || CASE WHEN t.chunks = '' THEN '' ELSE '64:' || replace(t.chunks, ' ', '64:') END, '' ORDER BY t.no), '')
           || CASE WHEN x.confidential_digest = '' THEN '' ELSE kessai.field(x.confidential_digest) END),
         count(*)
    INTO digest, files
    FROM kessai.attachment t WHERE t.case_id = x.case_id AND t.revision = x.revision;
END $$;

-- Whether the day has only just begun: what was made ready before midnight may arrive after it.
CREATE FUNCTION kessai.just_past_midnight() RETURNS boolean LANGUAGE sql VOLATILE
RETURN to_char(clock_timestamp() AT TIME ZONE 'Asia/Tokyo', 'HH24:MI') < '00:15';

-- A route is resolved from what is in force now, else an old revision of rules or office could be picked that happens to suit. On
-- the stroke of midnight the day before will do: its drafter could not see it change.
CREATE FUNCTION kessai.check_basis(p_form text, basis jsonb, p_post bigint, held boolean, day text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  named text := basis->>'day';
BEGIN
  IF NOT (named = day OR (named = kessai.written_day(day::date - 1) AND kessai.just_past_midnight()))
     OR (basis->>'officeRevision')::bigint IS DISTINCT FROM (SELECT max(revision) FROM kessai.office_revision)
     OR (basis->>'ruleRevision')::integer IS DISTINCT FROM (
          SELECT r.revision FROM kessai.rule_revision r WHERE r.form = p_form AND r.valid_from <= named
           ORDER BY r.valid_from DESC, r.revision DESC LIMIT 1) THEN
    PERFORM kessai.refuse('Stale', 'the route is not made from the rules and the office of today');
  END IF;
  IF p_post IS NULL OR p_post IS DISTINCT FROM (basis->>'drafterPost')::bigint OR NOT held THEN
    PERFORM kessai.refuse('UnknownStaff', 'the drafter does not hold the post they file as');
  END IF;
END $$;

-- Whether a step is one: somebody is asked, and as many have to agree as its rule says.
CREATE FUNCTION kessai.check_step(s jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  asked integer := jsonb_array_length(s->'assignments');
  needed integer := (s->>'needed')::integer;
BEGIN
  IF asked = 0 OR (s->>'kind')::integer NOT BETWEEN 0 AND 4
     OR NOT (CASE (s->>'rule')::integer WHEN 0 THEN needed = asked WHEN 1 THEN needed = 1 WHEN 2 THEN needed BETWEEN 1 AND asked
                                        WHEN 3 THEN needed = asked / 2 + 1 ELSE false END)
     OR ((s->>'objection')::integer = 1 AND (s->>'kind')::integer <> 1)
     OR (s->'notes' <> '[]' AND EXISTS (SELECT FROM jsonb_array_elements(s->'notes') n WHERE NOT kessai.is_note(n))) THEN
    PERFORM kessai.fault('Invalid', 'a step of the route is not one');
  END IF;
END $$;

-- Writes steps, all waiting; whoever is asked exists.
CREATE FUNCTION kessai.insert_steps(p_case bigint, p_round integer, steps jsonb, day text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
       SELECT FROM (SELECT kessai.party(who) AS party
                      FROM jsonb_array_elements(steps) s, jsonb_array_elements_text(s->'assignments') who OFFSET 0) asked
        WHERE NOT EXISTS (SELECT FROM kessai.post p WHERE p.post_id = -asked.party AND p.removed_in IS NULL
                             AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day))
          AND NOT EXISTS (SELECT FROM kessai.staff p WHERE p.staff_id = asked.party AND p.removed_in IS NULL
                             AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day))) THEN
    PERFORM kessai.refuse('UnknownStaff', 'the route asks somebody who is not in the office');
  END IF;
  INSERT INTO kessai.step (case_id, round, step_no, kind, rule, needed, line, objection)
  SELECT p_case, p_round, (s->>'no')::integer, (s->>'kind')::integer, (s->>'rule')::integer, (s->>'needed')::integer, s->>'line',
         (s->>'objection')::integer
    FROM jsonb_array_elements(steps) s;
  INSERT INTO kessai.assignment (case_id, round, step_no, no, party)
  SELECT p_case, p_round, (s->>'no')::integer, i, kessai.party(who)
    FROM jsonb_array_elements(steps) s, jsonb_array_elements_text(s->'assignments') WITH ORDINALITY x (who, i);
END $$;

-- Writes the round's steps: numbered without gaps; one decides, and behind it nothing blocks but examinations of what it orders. Whether
-- it is the route the rules give, every reader checks (design.md).
CREATE FUNCTION kessai.insert_route(p_case bigint, p_round integer, steps jsonb, p_post bigint, day text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  one record;
  blocks boolean := false;
  decides integer := 0;  -- how many steps do, or block behind one that does
BEGIN
  FOR one IN SELECT x.step, x.i, (x.step->>'kind')::integer AS kind FROM jsonb_array_elements(steps) WITH ORDINALITY x (step, i) LOOP
    IF (one.step->>'no')::integer <> one.i THEN
      PERFORM kessai.fault('Invalid', 'the route''s steps are not in order');
    END IF;
    PERFORM kessai.check_step(one.step);
    blocks := blocks OR one.kind <> 4;
    IF one.kind = 3 OR (decides > 0 AND one.kind NOT IN (2, 4)) THEN
      decides := decides + 1;
    END IF;
  END LOOP;
  PERFORM kessai.insert_steps(p_case, p_round, steps, day);
  -- At the very top nobody is asked and others are only told (domain.md 8.2 rule 2).
  IF NOT blocks THEN
    IF jsonb_array_length(steps) = 0 OR NOT kessai.at_the_top(p_post, day) THEN
      PERFORM kessai.refuse('NoDecider', 'nobody is asked');
    END IF;
  ELSIF decides <> 1 THEN
    PERFORM kessai.refuse('NoDecider', 'one step decides, and only examinations block behind it');
  END IF;
END $$;

-- Whether a post belongs to no section but the city itself.
CREATE FUNCTION kessai.at_the_top(post bigint, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM kessai.post p JOIN kessai.section s ON s.section_id = p.section_id
     WHERE p.post_id = post AND s.level = 0 AND p.removed_in IS NULL AND s.removed_in IS NULL
       AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
       AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day));
END $$;

CREATE FUNCTION kessai.is_note(note jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN (note->>'kind')::integer BETWEEN 0 AND 10 AND coalesce((note->>'post')::bigint > 0, true);

-- The postings of a case are those of its current round. A cancellation takes back what the case it names has moved, all of it and
-- nothing else (migration 0015).
CREATE FUNCTION kessai.insert_postings(c kessai.case_file, fields jsonb, postings jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  cancels boolean := fields ? 'cancels';
BEGIN
  IF cancels THEN
    PERFORM kessai.begin_cancellation(c, fields, postings);
  ELSE
    PERFORM kessai.check_references(c, fields, postings); -- migration 0024
    PERFORM kessai.check_apart(c, fields, postings);
    PERFORM kessai.check_inspected(fields, postings); -- migration 0037
  END IF;
  IF postings = '[]' THEN
    IF c.round > 1 THEN
      DELETE FROM kessai.posting WHERE case_id = c.case_id;
    END IF;
    RETURN;
  END IF;
  IF EXISTS (SELECT FROM jsonb_array_elements(postings) p
              WHERE p->>'account' = '' OR p->>'ledger' = '' OR kessai.written_day((p->>'day')::date) <> p->>'day'
                 OR (p ? 'start' AND coalesce((p->>'start')::integer NOT BETWEEN 0 AND 1439, true))) THEN
    PERFORM kessai.fault('Invalid', 'a posting is not one');
  END IF;
  -- Sums add up what readers do not see, so that a case moves only its drafter's accounts and those of the budget that are theirs to move
  -- (migration 0024), and only by quantities that can be. What a cancellation moves was checked above.
  IF EXISTS (SELECT FROM jsonb_array_elements(postings) p
              WHERE CASE WHEN cancels THEN -(p->>'amount')::bigint ELSE (p->>'amount')::bigint END
                    NOT BETWEEN 1 AND 1000000000000)
     OR (NOT cancels AND EXISTS (
           SELECT FROM jsonb_array_elements(postings) p
            WHERE CASE WHEN p->>'account' = 'staff:' || c.drafter_id THEN kessai.ledger_direction(p->>'ledger') <> 0
                       ELSE NOT kessai.may_move(c.drafter_id, p->>'ledger', p->>'account') END)) THEN
    PERFORM kessai.fault('Invalid', 'a posting on an account that is not the drafter''s, or of no quantity');
  END IF;
  IF NOT cancels THEN
    PERFORM kessai.check_named(c, fields, postings); -- migration 0024
  END IF;
  DELETE FROM kessai.posting WHERE case_id = c.case_id;
  INSERT INTO kessai.posting (case_id, revision, no, ledger, account, day, amount, starts, state)
  SELECT c.case_id, c.revision, i, p->>'ledger', p->>'account', p->>'day', (p->>'amount')::bigint, (p->>'start')::integer, 0
    FROM jsonb_array_elements(postings) WITH ORDINALITY x (p, i);
  PERFORM kessai.check_months(c.case_id); -- migration 0021
  PERFORM kessai.check_accounts(c.case_id); -- migration 0024
END $$;

-- Seals the content and lays the round out. Answers the case as it will be: revision, title and the rest of what was sealed.
CREATE FUNCTION kessai.begin_round(c kessai.case_file, body jsonb, p_post bigint, held boolean, day text) RETURNS kessai.case_file
LANGUAGE plpgsql AS $$
DECLARE
  x kessai.content;
  seal record;
BEGIN
  PERFORM kessai.check_basis(c.form, body->'basis', p_post, held, day);
  UPDATE kessai.content SET sealed = 1
   WHERE case_id = c.case_id AND revision = (body->>'revision')::integer
     AND revision >= c.revision AND (sealed = 0 OR revision = c.revision)
  RETURNING * INTO x;
  IF NOT FOUND THEN
    PERFORM kessai.refuse('ContentInvalid', 'there is no such content to submit');
  END IF;
  seal := kessai.seal(c.form, x);
  IF body->>'contentDigest' IS DISTINCT FROM seal.digest
     OR x.confidential_digest IS DISTINCT FROM kessai.confidential_digest(x.case_id, x.revision) THEN
    PERFORM kessai.refuse('ContentInvalid', 'the seal is not that of the content');
  END IF;
  IF c.seq = 0 AND (c.filer_id IS NOT NULL OR NOT x.fields::jsonb ? 'cancels')
     AND x.fields::jsonb->'for' IS DISTINCT FROM (CASE WHEN c.filer_id IS NOT NULL THEN to_jsonb(c.drafter_id) END) THEN
    PERFORM kessai.refuse('ContentInvalid', 'the content is written for somebody else');
  END IF;
  c.revision := x.revision;
  c.round := c.round + 1;
  c.title := x.title;
  c.amount := x.amount;
  c.urgent := coalesce(x.urgent, c.urgent);
  c.search_text := coalesce(nullif(x.search_text, ''), c.search_text);
  c.attachments := seal.files;
  c.important := CASE WHEN x.fields::jsonb->'important' = 'true'::jsonb THEN 1 ELSE 0 END;
  IF (body->>'important')::integer <> c.important THEN
    PERFORM kessai.refuse('ContentInvalid', 'the content says otherwise of its importance');
  END IF;
  PERFORM kessai.insert_route(c.case_id, c.round, body #> '{route,steps}', p_post, day);
  IF body->'kept' <> '[]' THEN
    PERFORM kessai.check_kept(c, body);
  END IF;
  PERFORM kessai.insert_postings(c, x.fields::jsonb, body->'postings');
  RETURN c;
END $$;

-- Marks of the last round stand only on steps that ask the same of the same people, and a decision only on the same content with the same
-- postings. Whether what other marks were set on has not changed, every reader checks; where a decision may stand, and what behind it,
-- check_round does.
CREATE FUNCTION kessai.check_kept(c kessai.case_file, body jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  place integer;
  last integer := 0;
BEGIN
  FOR place IN SELECT (k #>> '{}')::integer FROM jsonb_array_elements(body->'kept') WITH ORDINALITY x (k, i) ORDER BY i LOOP
    IF place <= last OR NOT EXISTS (
         SELECT FROM kessai.step s JOIN kessai.assignment a ON a.case_id = s.case_id AND a.round = s.round AND a.step_no = s.step_no
          WHERE s.case_id = c.case_id AND s.round = c.round AND s.step_no = place
            AND kessai.kept_mark(c, place, a.no) IS NOT NULL) THEN
      PERFORM kessai.fault('Invalid', 'a step is kept whose marks cannot stand');
    END IF;
    last := place;
  END LOOP;
  IF EXISTS (SELECT FROM kessai.step s
              WHERE s.case_id = c.case_id AND s.round = c.round AND s.kind = 3 AND body->'kept' @> to_jsonb(s.step_no))
     AND (SELECT e.payload::jsonb - ARRAY(SELECT k FROM jsonb_object_keys(e.payload::jsonb) k WHERE k NOT IN ('contentDigest', 'postings'))
            FROM kessai.event e WHERE e.case_id = c.case_id AND e.code = 'submitted' ORDER BY e.seq DESC LIMIT 1)
         IS DISTINCT FROM jsonb_build_object('contentDigest', body->'contentDigest', 'postings', body->'postings') THEN
    PERFORM kessai.fault('Invalid', 'a decision is kept of what was not decided');
  END IF;
END $$;

-- After the effects: every mark of the steps kept stands, not some of them.
CREATE FUNCTION kessai.check_marks(c kessai.case_file, kept jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
       SELECT FROM jsonb_array_elements(kept) k
         JOIN kessai.assignment a ON a.case_id = c.case_id AND a.round = c.round AND a.step_no = (k #>> '{}')::integer
        WHERE a.state <> kessai.kept_mark(c, a.step_no, a.no)) THEN
    PERFORM kessai.fault('Invalid', 'a mark is kept that does not stand');
  END IF;
END $$;

-- The step of the round before that asks the same of the same people as a step of the current one.
CREATE FUNCTION kessai.earlier_step(c kessai.case_file, p_no integer) RETURNS integer LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT old.step_no FROM kessai.step now
      JOIN kessai.step old ON old.case_id = now.case_id AND old.round = now.round - 1 AND old.kind = now.kind AND old.rule = now.rule
           AND old.needed = now.needed AND old.line = now.line AND old.objection = now.objection
     WHERE now.case_id = c.case_id AND now.round = c.round AND now.step_no = p_no
       AND ARRAY(SELECT a.party FROM kessai.assignment a
                  WHERE a.case_id = c.case_id AND a.round = now.round AND a.step_no = now.step_no ORDER BY a.no)
         = ARRAY(SELECT a.party FROM kessai.assignment a
                  WHERE a.case_id = c.case_id AND a.round = old.round AND a.step_no = old.step_no ORDER BY a.no)
     ORDER BY old.step_no LIMIT 1);
END $$;

-- What stands on an assignment of a step whose marks are kept: what somebody gave in the last round, and where that is enough,
-- that nobody else is asked.
CREATE FUNCTION kessai.kept_mark(c kessai.case_file, p_step integer, p_no integer) RETURNS integer LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT CASE WHEN a.state IN (2, 3, 9) THEN a.state
                WHEN s.kind <> 4 AND s.needed <= (
                  SELECT count(*) FROM kessai.assignment o WHERE o.case_id = a.case_id AND o.round = a.round AND o.step_no = a.step_no
                     AND o.state IN (2, 3, 9)) THEN 6 END
      FROM kessai.assignment a JOIN kessai.step s ON s.case_id = a.case_id AND s.round = a.round AND s.step_no = a.step_no
     WHERE a.case_id = c.case_id AND a.round = c.round - 1 AND a.step_no = kessai.earlier_step(c, p_step) AND a.no = p_no);
END $$;

-- A longer route: a new round with every step of the last one and its marks, and one more. The new step does not decide, does not
-- come before somebody who has acted, and does not wait behind the decision; or it takes the decision from the step acted on, which
-- becomes a review (上位決裁). Whoever was asked in the last round is asked in the new one.
CREATE FUNCTION kessai.extend_round(c kessai.case_file, body jsonb, day text) RETURNS kessai.case_file LANGUAGE plpgsql AS $$
DECLARE
  added jsonb := body->'step';
  place integer := (added->>'no')::integer;
  acted integer := (body #>> '{on,step}')::integer;
  kind integer := (added->>'kind')::integer;
  raises boolean := (body->>'raise')::integer = 1;
  deciding integer := (SELECT s.step_no FROM kessai.step s WHERE s.case_id = c.case_id AND s.round = c.round AND s.kind = 3);
  untouched boolean := NOT EXISTS (
    SELECT FROM kessai.assignment a WHERE a.case_id = c.case_id AND a.round = c.round AND a.step_no = acted AND a.state <> 1);
BEGIN
  IF NOT coalesce(CASE WHEN raises THEN kind = 3 AND acted = deciding AND place = acted + 1
                            AND kessai.is_raised(c, added, body->'on', day)
                       ELSE kind IN (0, 1, 4) AND (place = acted + 1 OR (place = acted AND untouched))
                            AND acted <= deciding AND (kind = 4 OR place <= deciding) END, false)
     OR added->>'line' <> '+' OR (added->>'objection')::integer <> 0 THEN
    PERFORM kessai.refuse('NoSuchStep', 'a route gets longer, before its decision and not before somebody who has acted');
  END IF;
  INSERT INTO kessai.step (case_id, round, step_no, kind, rule, needed, line, objection)
  SELECT s.case_id, s.round + 1, s.step_no + CASE WHEN s.step_no >= place THEN 1 ELSE 0 END,
         CASE WHEN raises AND s.step_no = acted THEN 0 ELSE s.kind END, s.rule, s.needed, s.line, s.objection
    FROM kessai.step s WHERE s.case_id = c.case_id AND s.round = c.round;
  INSERT INTO kessai.assignment (case_id, round, step_no, no, party, state, arrived_at)
  SELECT a.case_id, a.round + 1, a.step_no + CASE WHEN a.step_no >= place THEN 1 ELSE 0 END, a.no, a.party, a.state, a.arrived_at
    FROM kessai.assignment a WHERE a.case_id = c.case_id AND a.round = c.round;
  UPDATE kessai.assignment SET state = 7 WHERE case_id = c.case_id AND round = c.round AND state IN (0, 1, 8);
  c.round := c.round + 1;
  PERFORM kessai.check_step(added);
  PERFORM kessai.insert_steps(c.case_id, c.round, jsonb_build_array(added), day);
  -- Nobody but somebody who could answer is put in anybody's way.
  IF EXISTS (SELECT FROM kessai.assignment a WHERE a.case_id = c.case_id AND a.round = c.round AND a.step_no = place
                AND cardinality(kessai.answerable(a.party, day)) = 0) THEN
    PERFORM kessai.refuse('EmptyStep', 'a step is added for an empty chair');
  ELSIF kind <> 4 AND EXISTS (
          SELECT FROM kessai.assignment a WHERE a.case_id = c.case_id AND a.round = c.round AND a.step_no = place
             AND kessai.answerable(a.party, day) <@ ARRAY[c.drafter_id, coalesce(c.filer_id, c.drafter_id)]) THEN
    PERFORM kessai.refuse('OwnCase', 'a step is added for the drafter');
  END IF;
  RETURN c;
END $$;

-- Who answers for a party today: the person, or whoever holds the post.
CREATE FUNCTION kessai.answerable(p_party bigint, day text) RETURNS bigint[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF p_party > 0 THEN
    RETURN ARRAY[p_party];
  END IF;
  RETURN ARRAY(
    SELECT DISTINCT a.staff_id FROM kessai.appointment a
     WHERE a.post_id = kessai.current_post(-p_party, day) AND a.removed_in IS NULL AND kessai.on_staff(a.staff_id, day)
       AND kessai.post_exists(a.post_id, day)
       AND a.valid_from <= day AND (a.valid_until IS NULL OR a.valid_until >= day)
     ORDER BY 1);
END $$;

-- Whether a step puts the decision before one superior of the post that decides: the head of its section or of one above it.
CREATE FUNCTION kessai.is_raised(c kessai.case_file, added jsonb, p_on jsonb, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  decider bigint := (
    SELECT kessai.current_post(-a.party, day) FROM kessai.assignment a
     WHERE a.case_id = c.case_id AND a.round = c.round AND a.party < 0
       AND a.step_no = (p_on->>'step')::integer AND a.no = (p_on->>'no')::integer);
  superior bigint := -kessai.party(added #>> '{assignments,0}');
BEGIN
  IF (added->>'rule')::integer <> 0 OR jsonb_array_length(added->'assignments') <> 1 OR superior = decider THEN
    RETURN false;
  END IF;
  FOR level IN 0..3 LOOP
    IF kessai.line_head(decider, level, day) = superior THEN
      RETURN true;
    END IF;
  END LOOP;
  RETURN false;
END $$;


CALL kessai.adopt();


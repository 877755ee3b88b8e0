-- oldest client: 1
-- What an act costs a server. In instructions of the sessions of a job of tests/bench (callgrind, all warm): a draft saved, submitted and approved
-- three times took 21 million, 3.9 of them an approval; since this migration 15 and 2.2. The same rows take 5 by plain statements, and 8 by one
-- function an act that checks nothing and chains a hash: the targets of tests/bench are still missed.
-- It is less reading and writing than setting up. Every statement and every expression inside of a function is made ready anew in each
-- transaction, a statement for 30 to 100 thousand instructions, an operator or a call for one or two thousand, whether it comes to be used or
-- not. Hence, on the way of an act: PERFORM of a check is a statement, so IF says whether there is anything to check; a table is asked once for
-- all; and what most acts are is compared, letter by letter, with what it must be, before it is taken apart.

-- Who calls, on a day: as caller(), in one question.
CREATE FUNCTION kessai.caller_on(day text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  me bigint;
  due boolean;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    PERFORM kessai.fault('Invalid', 'the notary works in READ COMMITTED transactions only');
  END IF;
  SELECT s.staff_id, (SELECT true FROM kessai.reorganisation x WHERE x.ended_in IS NULL AND x.valid_from <= day LIMIT 1)
    INTO me, due
    FROM kessai.staff s
   WHERE s.login = session_user AND s.removed_in IS NULL AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day)
   LIMIT 1;
  IF me IS NULL OR due THEN
    RETURN kessai.caller();
  END IF;
  RETURN me;
END $$;

-- As seat(), of whoever acts or whom they act for, and the name of whoever acts.
CREATE FUNCTION kessai.seat_of(me bigint, principal bigint, named bigint, day text, OUT title text, OUT section text, OUT held boolean,
                               OUT name text) LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF named IS NOT NULL AND principal IS NULL THEN
    SELECT p.title,
           CASE WHEN z.level = 2 THEN z.name WHEN y.level = 2 THEN y.name
                WHEN y.section_id IS NOT NULL AND y.parent_id IS NULL THEN z.name -- nothing above it
                ELSE kessai.stamp_label(p.section_id, day) END,
           m.staff_id IS NOT NULL AND EXISTS (
             SELECT FROM kessai.appointment a
              WHERE a.staff_id = me AND a.post_id = named AND a.removed_in IS NULL
                AND a.valid_from <= day AND (a.valid_until IS NULL OR a.valid_until >= day)),
           m.family_name || ' ' || m.given_name
      INTO title, section, held, name
      FROM kessai.post p
      LEFT JOIN kessai.section z ON z.section_id = p.section_id AND z.removed_in IS NULL
           AND z.valid_from <= day AND (z.valid_until IS NULL OR z.valid_until >= day)
      LEFT JOIN kessai.section y ON y.section_id = z.parent_id AND y.removed_in IS NULL
           AND y.valid_from <= day AND (y.valid_until IS NULL OR y.valid_until >= day)
      LEFT JOIN kessai.staff m ON m.staff_id = me AND m.removed_in IS NULL
           AND m.valid_from <= day AND (m.valid_until IS NULL OR m.valid_until >= day)
     WHERE p.post_id = named AND p.removed_in IS NULL AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
     LIMIT 1;
    IF FOUND AND name IS NOT NULL THEN
      RETURN;
    END IF;
  END IF;
  SELECT s.title, s.section, s.held INTO title, section, held
    FROM kessai.seat(CASE WHEN named IS NULL THEN me ELSE coalesce(principal, me) END, named, day) s;
  name := kessai.person_name(me, day);
END $$;

-- The plain approval, which most acts are: of one open assignment, the last of its step, by who holds the post, in a round in which everybody
-- before has agreed and nobody behind is asked, and none examines; on it follows the decision, or one other post. It is one letter by letter, or
-- it is none: then act_in_full looks at everything. Whatever this does, act_in_full would do too, and tests/hostile holds the one to the other.
CREATE FUNCTION kessai.approve_plainly(me bigint, c kessai.case_file, p_post bigint, p_payload text, p_effects text, at bigint,
                                       INOUT r kessai.lineup, OUT state integer) LANGUAGE plpgsql AS $$
DECLARE
  body jsonb := p_payload::jsonb;
  on_step integer := (body #>> '{on,step}')::integer;
  on_no integer := (body #>> '{on,no}')::integer;
  place integer := array_position(r.step, on_step) + CASE WHEN on_no BETWEEN 1 AND cardinality(r.step) THEN on_no - 1 END;
  next integer := place + 1;
  last boolean := place = cardinality(r.step);
  fresh bigint[] := '{}';
BEGIN
  IF (c.state = 1 AND me <> c.drafter_id AND me IS DISTINCT FROM c.filer_id
      AND r.step[place] = on_step AND r.no[place] = on_no AND r.party[place] = -p_post AND r.state[place] = 1
      AND r.state[:place - 1] <@ '{2,8,9}' AND r.state[next:] <@ '{0}'
      AND NOT 2 = ANY (r.kind) AND NOT 4 = ANY (r.kind[:next])
      AND (last OR (r.step[next] > on_step AND r.party[next] < 0 AND (r.step[next + 1] = r.step[next]) IS NOT TRUE))) IS NOT TRUE THEN
    RETURN;
  END IF;
  IF NOT me = ANY (r.readers) THEN
    fresh := fresh || me;
  END IF;
  IF NOT last AND NOT r.party[next] = ANY (r.readers) THEN
    fresh := fresh || r.party[next];
  END IF;
  IF (p_payload = format('{"also":[],"comment":%s,"manner":0,"on":{"no":%s,"step":%s},"passed":[]}', to_json(body->>'comment'), on_no, on_step)
      AND p_effects = format('{"access":[%s%s%s],"changes":[{"no":%s,"step":%s,"to":2}%s],"postings":%s,"round":%s,"state":%s}',
                             '"staff:' || fresh[array_position(fresh, me)] || '"', CASE cardinality(fresh) WHEN 2 THEN ',' END,
                             '"post:' || -fresh[array_position(fresh, r.party[next])] || '"', on_no, on_step,
                             ',{"no":' || r.no[next] || ',"step":' || r.step[next] || ',"to":1}', last::integer, c.round,
                             CASE WHEN last THEN 4 ELSE 1 END)) IS NOT TRUE THEN
    RETURN;
  END IF;
  UPDATE kessai.assignment a
     SET state = CASE WHEN a.step_no = on_step THEN 2 ELSE 1 END, arrived_at = CASE WHEN a.step_no = on_step THEN a.arrived_at ELSE at END
   WHERE a.case_id = c.case_id AND a.round = c.round AND a.step_no BETWEEN on_step AND coalesce(r.step[next], on_step)
     AND (a.step_no > on_step OR a.no = on_no);
  r.state[place] := 2;
  IF NOT last THEN
    r.state[next] := 1;
  END IF;
  IF fresh <> '{}' THEN
    INSERT INTO kessai.case_access (case_id, party, position)
    SELECT c.case_id, p, cardinality(r.readers) + i FROM unnest(fresh) WITH ORDINALITY x (p, i);
  END IF;
  state := CASE WHEN last THEN 4 ELSE 1 END;
END $$;

-- Any act: whether it may be done, and what it makes of the case and of its round.
CREATE FUNCTION kessai.act_in_full(me bigint, INOUT c kessai.case_file, INOUT r kessai.lineup, p_code text, p_post bigint, p_principal bigint,
                                   p_payload text, p_effects text, held boolean, at bigint, day text) LANGUAGE plpgsql AS $$
DECLARE
  p_case bigint := c.case_id;
  body jsonb := p_payload::jsonb;
  effects jsonb := p_effects::jsonb;
  applied record;
  newcomers bigint[];
  filed boolean; -- for a colleague (代理入力)
BEGIN
  -- What is recorded is what readers can read.
  IF kessai.written_payload(p_code, body) IS DISTINCT FROM p_payload OR kessai.written_effects(effects) IS DISTINCT FROM p_effects THEN
    PERFORM kessai.fault('Invalid', 'not an event this office knows');
  END IF;

  -- Who may do this now.
  filed := p_code = 'submitted' AND c.seq = 0 AND p_principal IS NOT NULL;
  IF filed THEN
    IF me <> c.drafter_id OR NOT kessai.files_for(me, p_principal, day) THEN
      PERFORM kessai.refuse('NotDrafter', 'a clerk files for colleagues of their section');
    END IF;
    c.drafter_id := p_principal;
  END IF;
  IF p_code = 'submitted' THEN
    c.filer_id := CASE WHEN filed THEN me END;
  END IF;
  IF p_code IN ('submitted', 'withdrawn', 'cancelled', 'reminded') THEN
    PERFORM kessai.check_drafters_act(CASE WHEN filed THEN p_principal ELSE me END, c, p_code, body, p_post,
                                      CASE WHEN NOT filed THEN p_principal END);
  ELSIF p_code = 'commented' THEN
    IF c.state = 0 THEN
      PERFORM kessai.refuse('WrongState', 'a draft has no history');
    ELSIF p_post IS NOT NULL OR p_principal IS NOT NULL THEN
      PERFORM kessai.refuse('NotYourTurn', 'a remark is everybody''s own');
    ELSIF me <> c.drafter_id AND NOT kessai.reads_besides(c) AND NOT EXISTS (
            SELECT FROM kessai.case_access a WHERE a.case_id = p_case AND a.party = ANY ((SELECT kessai.my_sight())::bigint[])) THEN
      PERFORM kessai.refuse('NotYourTurn', 'an auditor reads and changes nothing');
    ELSIF kessai.says_nothing(body->>'text') THEN
      PERFORM kessai.refuse('ReasonMissing', 'a remark says something');
    END IF;
  ELSE
    PERFORM kessai.check_turn(me, c, r, p_code, body, p_post, p_principal, held, day);
    newcomers := ARRAY[me];
  END IF;

  -- What it changes, and whether that adds up.
  IF p_code = 'submitted' THEN
    c := kessai.begin_round(c, body, p_post, held, day);
    r := kessai.lineup_of(c);
    IF filed THEN
      IF EXISTS (SELECT FROM unnest(r.party, r.kind) x (party, kind) WHERE x.kind <> 4 AND me = ANY (kessai.answerable(x.party, day))) THEN
        PERFORM kessai.refuse('FilerAsked', 'whoever files a case is not asked about it');
      END IF;
    END IF;
  ELSIF p_code = 'extended' THEN
    c := kessai.extend_round(c, body, day);
    r := kessai.lineup_of(c);
  END IF;
  IF body->'passed' <> '[]' THEN
    PERFORM kessai.check_passed(c, r, body->'passed', day);
  END IF;
  IF (effects->>'round')::integer <> c.round THEN
    PERFORM kessai.fault('Invalid', 'effects on another round');
  END IF;
  applied := kessai.apply_changes(c, p_code, body, effects->'changes', at, r);
  r := applied.r;
  newcomers := newcomers || applied.asked;
  IF p_code = 'submitted' AND body->'kept' <> '[]' THEN
    PERFORM kessai.check_marks(c, body->'kept');
  END IF;
  IF p_code IN ('submitted', 'extended') THEN
    FOR i IN 1..cardinality(r.step) LOOP
      IF r.kind[i] IN (0, 3) THEN
        newcomers := newcomers || r.party[i];
      END IF;
    END LOOP;
  END IF;
  IF filed THEN
    newcomers := newcomers || me;
  END IF;
  IF p_code NOT IN ('commented', 'reminded') THEN
    c.state := kessai.check_round(r, p_code, body);
  END IF;
  c.posting_state := CASE c.state WHEN 1 THEN 0 WHEN 4 THEN 1 ELSE 2 END;
  IF (effects->>'state')::integer <> c.state OR (effects->>'postings')::integer <> c.posting_state THEN
    PERFORM kessai.fault('Invalid', 'the case''s state is not what the act makes it');
  END IF;
  PERFORM kessai.grant_access(c, r, newcomers, effects->'access');
END $$;

-- What follows for what a case moves, where it moves anything.
CREATE FUNCTION kessai.follow_postings(c kessai.case_file, was integer, at bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  moves boolean;
  cancels boolean;
BEGIN
  SELECT EXISTS (SELECT FROM kessai.posting p WHERE p.case_id = c.case_id),
         EXISTS (SELECT FROM kessai.cancellation k WHERE k.case_id = c.case_id) INTO moves, cancels;
  IF c.posting_state <> was AND (moves OR cancels) THEN
    IF c.posting_state = 1 THEN
      PERFORM kessai.check_months(c.case_id);
      PERFORM kessai.check_accounts(c.case_id);
    END IF;
    UPDATE kessai.posting SET state = c.posting_state, used_at = CASE c.posting_state WHEN 1 THEN at END WHERE case_id = c.case_id;
  END IF;
  IF c.state = 4 AND was <> 1 AND moves THEN -- it is decided by this
    PERFORM kessai.follow_leave(c, at);
  END IF;
  IF c.state <> 1 AND cancels THEN
    PERFORM kessai.settle_cancellation(c, at);
  END IF;
END $$;

-- As in migration 0005, of a single waiting post without a heap of questions.
CREATE OR REPLACE FUNCTION kessai.now_with(r kessai.lineup, day text) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  open bigint[] := '{}';
  written text;
BEGIN
  FOR i IN 1..coalesce(cardinality(r.step), 0) LOOP
    IF r.state[i] = 1 AND r.kind[i] <> 4 THEN
      open := open || r.party[i];
    END IF;
  END LOOP;
  IF cardinality(open) = 1 AND open[1] < 0 THEN
    SELECT kessai.post_in_full(x.name, x.level, p.title) INTO written
      FROM kessai.post p
      LEFT JOIN kessai.section x ON x.section_id = p.section_id AND x.removed_in IS NULL
           AND x.valid_from <= day AND (x.valid_until IS NULL OR x.valid_until >= day)
     WHERE p.post_id = -open[1] AND p.removed_in IS NULL AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day);
    IF written IS NOT NULL THEN
      RETURN written;
    END IF;
  END IF;
  RETURN (SELECT coalesce(string_agg(name, '・' ORDER BY place), '')
    FROM (SELECT coalesce(kessai.post_in_full(x.name, x.level, p.title), kessai.person_name(a.party, day)) AS name, min(a.place) AS place
            FROM unnest(open) WITH ORDINALITY a (party, place)
            LEFT JOIN kessai.post p ON p.post_id = -a.party AND p.removed_in IS NULL
                 AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
            LEFT JOIN kessai.section x ON x.section_id = p.section_id AND x.removed_in IS NULL
                 AND x.valid_from <= day AND (x.valid_until IS NULL OR x.valid_until >= day)
           GROUP BY 1) named
   WHERE name <> '');
END $$;

-- Drafts -----------------------------------------------------------------------------------------------------------------

-- Somebody's name, and the 課 of the post they hold first: as person_name() and seat().
CREATE FUNCTION kessai.home_of(person bigint, day text, OUT name text, OUT section text) LANGUAGE plpgsql STABLE AS $$
BEGIN
  SELECT s.family_name || ' ' || s.given_name,
         CASE WHEN z.level = 2 THEN z.name WHEN y.level = 2 THEN y.name
                WHEN y.section_id IS NOT NULL AND y.parent_id IS NULL THEN z.name -- nothing above it
                ELSE kessai.stamp_label(p.section_id, day) END
    INTO name, section
    FROM kessai.staff s
    JOIN kessai.appointment a ON a.staff_id = s.staff_id AND a.removed_in IS NULL
         AND a.valid_from <= day AND (a.valid_until IS NULL OR a.valid_until >= day)
    JOIN kessai.post p ON p.post_id = a.post_id AND p.removed_in IS NULL
         AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
    LEFT JOIN kessai.section z ON z.section_id = p.section_id AND z.removed_in IS NULL
         AND z.valid_from <= day AND (z.valid_until IS NULL OR z.valid_until >= day)
    LEFT JOIN kessai.section y ON y.section_id = z.parent_id AND y.removed_in IS NULL
         AND y.valid_from <= day AND (y.valid_until IS NULL OR y.valid_until >= day)
   WHERE s.staff_id = person AND s.removed_in IS NULL AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day)
   ORDER BY a.holding, a.post_id LIMIT 1;
  IF NOT FOUND THEN
    name := kessai.person_name(person, day);
    section := (kessai.seat(person, NULL, day)).section;
  END IF;
END $$;

-- As in migration 0003; of today's years at once.
CREATE OR REPLACE FUNCTION kessai.fiscal_year_prefix(day text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  letters text[] := '{R,H,S,T}';
  since text[] := '{2019-05-01,1989-01-08,1926-12-25,1912-07-30}';
  year integer := left(day, 4)::integer - CASE WHEN substr(day, 6, 2) < '04' THEN 1 ELSE 0 END;
  era integer := 1;
BEGIN
  IF year >= 2019 THEN
    RETURN 'R' || (year - 2018);
  END IF;
  -- The year in which an era began bears its name as a whole, unless it began in the calendar year before the era.
  WHILE era <= 4 AND since[era] > (year + 1) || '-03-31' LOOP
    era := era + 1;
  END LOOP;
  IF left(since[era], 4)::integer > year THEN
    WHILE era <= 4 AND since[era] > year || '-04-01' LOOP
      era := era + 1;
    END LOOP;
  END IF;
  RETURN coalesce(letters[era] || (year - left(since[era], 4)::integer + 1), year::text);
END $$;

-- As in migration 0003.
CREATE OR REPLACE FUNCTION kessai.store_draft(p_case bigint, p_revision integer, p_form text, p_form_revision integer, p_title text,
                                              p_amount bigint, p_urgent integer, p_fields text, p_search text, p_files text)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  day text := kessai.today();
  me bigint := kessai.caller_on(day);
  at bigint := kessai.now_us();
  files integer := 0;
  home record;
  c kessai.case_file;
BEGIN
  IF (octet_length(p_title) <= 2000 AND octet_length(p_fields) <= 1048576 AND octet_length(p_search) <= 4000
      AND octet_length(p_files) <= 4194304) IS NOT TRUE THEN
    PERFORM kessai.check_length(p_title, 2000, 'the title');
    PERFORM kessai.check_length(p_fields, 1048576, 'the content');
    PERFORM kessai.check_length(p_search, 4000, 'the search text');
    PERFORM kessai.check_length(p_files, 4194304, 'the list of files');
  END IF;
  IF jsonb_typeof(p_fields::jsonb) <> 'object' OR p_form_revision IS NULL OR p_urgent IS NULL OR p_urgent NOT IN (0, 1) THEN
    PERFORM kessai.fault('Invalid', 'not the content of a form');
  ELSIF p_files <> '[]' THEN
    IF jsonb_typeof(p_files::jsonb) <> 'array' THEN
      PERFORM kessai.fault('Invalid', 'attachments are no list');
    END IF;
    files := jsonb_array_length(p_files::jsonb);
    IF files > 50 THEN
      PERFORM kessai.refuse('TooManyAttachments', 'more than 50');
    END IF;
  END IF;
  IF (octet_length(p_form) <= 100) IS NOT TRUE THEN
    PERFORM kessai.check_length(p_form, 100, 'the form');
  END IF;

  IF p_case IS NULL THEN
    IF p_revision IS DISTINCT FROM 1 THEN
      PERFORM kessai.fault('Invalid', 'a draft begins with revision 1');
    END IF;
    IF (SELECT count(*) >= 1000 FROM kessai.case_file f WHERE f.drafter_id = me AND f.state = 0) THEN
      PERFORM kessai.fault('TooLarge', 'nobody keeps more than 1000 drafts');
    END IF;
    c.case_id := nextval('kessai.case_file_case_id_seq');
    c.number := kessai.fiscal_year_prefix(day) || '-' || lpad(c.case_id::text, greatest(6, length(c.case_id::text)), '0');
    c.state := 0;
  ELSE
    SELECT * INTO c FROM kessai.case_file WHERE case_id = p_case AND drafter_id = me FOR NO KEY UPDATE;
    IF NOT FOUND THEN
      IF NOT kessai.may_read(p_case) THEN
        PERFORM kessai.fault('NotFound', 'no such case');
      END IF;
      PERFORM kessai.refuse('NotDrafter', 'only the drafter edits');
    ELSIF c.state = 4 THEN
      PERFORM kessai.refuse('AlreadyDecided', 'a decided case does not change');
    ELSIF c.state NOT IN (0, 2, 3) THEN
      PERFORM kessai.refuse('WrongState', 'the case cannot be edited in this state');
    ELSIF p_revision IS DISTINCT FROM c.revision + 1 THEN
      PERFORM kessai.refuse('Stale', 'that is not the revision being written');
    ELSIF p_form <> c.form THEN
      PERFORM kessai.fault('Invalid', 'a case keeps its form');
    END IF;
  END IF;

  -- A draft is shown as it is written.
  home := kessai.home_of(me, day);
  IF p_case IS NULL THEN
    INSERT INTO kessai.case_file (case_id, number, form, drafter_id, drafter_name, drafter_section, title, amount, urgent, attachments,
                                  search_text, created_at, changed_at)
    OVERRIDING SYSTEM VALUE
    VALUES (c.case_id, c.number, p_form, me, home.name, home.section, p_title, p_amount, p_urgent,
            files, lower(c.number) || E'\n' || p_search, at, at);
  ELSIF c.state = 0 THEN
    UPDATE kessai.case_file
       SET drafter_name = home.name, drafter_section = home.section, title = p_title, amount = p_amount,
           urgent = p_urgent, attachments = files, search_text = lower(c.number) || E'\n' || p_search,
           changed_at = at
     WHERE case_id = c.case_id;
  END IF;
  INSERT INTO kessai.content AS old (case_id, revision, form_revision, fields, title, amount, urgent, search_text)
  VALUES (c.case_id, p_revision, p_form_revision, p_fields, p_title, p_amount, p_urgent, lower(c.number) || E'\n' || p_search)
  ON CONFLICT (case_id, revision) DO UPDATE
    SET form_revision = excluded.form_revision, fields = excluded.fields, title = excluded.title,
        amount = excluded.amount, urgent = excluded.urgent, search_text = excluded.search_text
  WHERE old.sealed = 0;
  IF NOT FOUND THEN
    PERFORM kessai.refuse('WrongState', 'what is sealed does not change');
  END IF;
  IF p_case IS NOT NULL OR p_files <> '[]' THEN
    PERFORM kessai.set_attachments(me, c.case_id, p_revision, p_files::jsonb);
  END IF;
  RETURN c.case_id;
END $$;

-- As in migration 0008.
CREATE OR REPLACE FUNCTION kessai.save_draft(p_case bigint, p_revision integer, p_form text, p_form_revision integer, p_title text,
                                             p_amount bigint, p_urgent integer, p_fields text, p_search text, p_files text,
                                             p_salt text DEFAULT '', p_confidential text DEFAULT '')
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  saved bigint;
BEGIN
  IF (octet_length(p_search) <= 400000) IS NOT TRUE THEN
    PERFORM kessai.check_length(p_search, 400000, 'the search text');
  END IF;
  saved := kessai.store_draft(p_case, p_revision, p_form, p_form_revision, p_title, p_amount, p_urgent, p_fields,
             split_part(p_search, E'\n', 1) || E'\n' || split_part(p_search, E'\n', 2), p_files);
  INSERT INTO kessai.case_text (case_id, revision, fold, text)
  SELECT saved, p_revision, 1, lower(c.number) || E'\n' || p_search FROM kessai.case_file c WHERE c.case_id = saved
  ON CONFLICT (case_id, revision) DO UPDATE SET fold = excluded.fold, text = excluded.text
   WHERE case_text.text <> excluded.text OR case_text.fold <> excluded.fold;
  IF p_case IS NOT NULL OR p_confidential <> '' THEN
    PERFORM kessai.put_confidential(saved, p_revision, p_salt, p_confidential);
  END IF;
  RETURN saved;
END $$;

-- Submitting -------------------------------------------------------------------------------------------------------------

-- Whether a step is one for check_step(), which looks at whatever is not: somebody is asked, and as many have to agree as its rule says.
CREATE FUNCTION kessai.is_step(s jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  asked integer := jsonb_array_length(s->'assignments');
  needed integer := (s->>'needed')::integer;
BEGIN
  RETURN asked > 0 AND (s->>'kind')::integer BETWEEN 0 AND 4
    AND CASE (s->>'rule')::integer WHEN 0 THEN needed = asked WHEN 1 THEN needed = 1 WHEN 2 THEN needed BETWEEN 1 AND asked
                                   WHEN 3 THEN needed = asked / 2 + 1 ELSE false END
    AND (s->>'objection')::integer = 0 AND s->'notes' = '[]';
END $$;

-- As in migration 0004.
CREATE OR REPLACE FUNCTION kessai.insert_route(p_case bigint, p_round integer, steps jsonb, p_post bigint, day text) RETURNS void
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
    IF kessai.is_step(one.step) IS NOT TRUE THEN
      PERFORM kessai.check_step(one.step);
    END IF;
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

-- As in migration 0042, and nothing is looked for where nothing is moved and no commitment is named.
CREATE OR REPLACE FUNCTION kessai.insert_postings(c kessai.case_file, fields jsonb, postings jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  cancels boolean := fields ? 'cancels';
BEGIN
  IF NOT cancels AND postings = '[]' AND NOT fields @? '$.*.case' THEN -- it moves nothing and rests on nothing
    IF c.round > 1 THEN
      DELETE FROM kessai.posting WHERE case_id = c.case_id;
    END IF;
    RETURN;
  END IF;
  IF cancels THEN
    PERFORM kessai.begin_cancellation(c, fields, postings);
    PERFORM kessai.check_money_back(fields, postings);
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
    PERFORM kessai.check_named(c, fields, postings);
  END IF;
  DELETE FROM kessai.posting WHERE case_id = c.case_id;
  INSERT INTO kessai.posting (case_id, revision, no, ledger, account, day, amount, starts, state)
  SELECT c.case_id, c.revision, i, p->>'ledger', p->>'account', p->>'day', (p->>'amount')::bigint, (p->>'start')::integer, 0
    FROM jsonb_array_elements(postings) WITH ORDINALITY x (p, i);
  PERFORM kessai.check_months(c.case_id); -- migration 0021
  PERFORM kessai.check_accounts(c.case_id); -- migration 0024
END $$;

-- The door ---------------------------------------------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION kessai.append_event(p_case bigint, p_expected integer, p_request text, p_code text, p_version integer,
                                               p_post bigint, p_principal bigint, p_payload text, p_effects text)
RETURNS kessai.event LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  day text := kessai.today();
  me bigint := kessai.caller_on(day);
  c kessai.case_file;
  e kessai.event;
  r kessai.lineup;
  seat record;
  done record;
  ends integer; -- the state a plain approval leaves the case in
  was integer;
BEGIN
  IF (octet_length(p_payload) + octet_length(p_effects) <= 1048576 AND length(p_request) BETWEEN 1 AND 100) IS NOT TRUE THEN
    PERFORM kessai.check_length(p_payload, 1048576, 'the act');
    PERFORM kessai.check_length(p_effects, 1048576 - octet_length(p_payload), 'the act');
    PERFORM kessai.fault('Invalid', 'an act needs a request id of at most 100 characters');
  END IF;

  -- The case first: two acts on one case, and an act and a save, come one after the other (database.md 1.1 rule 1). Whoever may not read
  -- a case learns nothing of it, and cannot hold its row against others; most may for one of two simple reasons.
  SELECT * INTO c FROM kessai.case_file f
   WHERE f.case_id = p_case
     AND (f.drafter_id = me
          OR (SELECT true FROM kessai.case_access a
               WHERE a.case_id = p_case AND a.party = -p_post AND EXISTS (
                 SELECT FROM kessai.appointment h
                   JOIN kessai.post p ON p.post_id = h.post_id AND p.removed_in IS NULL
                        AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
                  WHERE h.staff_id = me AND h.post_id = p_post AND h.removed_in IS NULL
                    AND h.valid_from <= day AND (h.valid_until IS NULL OR h.valid_until >= day)) LIMIT 1))
     FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    IF NOT kessai.may_read(p_case) THEN
      PERFORM kessai.fault('NotFound', 'no such case');
    END IF;
    SELECT * INTO c FROM kessai.case_file WHERE case_id = p_case FOR NO KEY UPDATE;
    IF NOT FOUND THEN
      PERFORM kessai.fault('NotFound', 'no such case');
    END IF;
  END IF;
  -- Whoever waited for the row over midnight may be on the staff no more.
  IF kessai.today() <> day THEN
    day := kessai.today();
    IF kessai.signed_in(day) IS DISTINCT FROM me THEN
      PERFORM kessai.fault('AccessDenied', 'whoever signed in is not on the staff today');
    END IF;
  END IF;

  IF p_expected IS DISTINCT FROM c.seq THEN
    -- Asked again after a lost answer: the same act, once.
    SELECT * INTO e FROM kessai.event WHERE request_id = p_request;
    IF NOT FOUND THEN
      PERFORM kessai.refuse('Stale', format('the case has %s events', c.seq));
    ELSIF e.case_id <> p_case OR e.actor_id <> me THEN
      PERFORM kessai.fault('AlreadyExists', 'the request id was used for something else');
    END IF;
    RETURN e;
  END IF;

  IF p_version IS DISTINCT FROM 1 THEN
    PERFORM kessai.fault('Invalid', 'not an event this office knows');
  END IF;
  e.at := greatest(kessai.now_us(), CASE WHEN c.seq > 0 THEN c.changed_at END);
  was := CASE WHEN p_code = 'submitted' THEN 0 ELSE c.posting_state END; -- postings are written as reserved
  seat := kessai.seat_of(me, p_principal, p_post, day);
  IF p_code <> 'submitted' THEN
    r := kessai.lineup_of(c);
  END IF;
  IF p_code = 'approved' AND p_principal IS NULL AND seat.held THEN
    done := kessai.approve_plainly(me, c, p_post, p_payload, p_effects, e.at, r);
    ends := done.state;
  END IF;
  IF ends IS NOT NULL THEN
    r := done.r;
    c.state := ends;
    c.posting_state := CASE c.state WHEN 1 THEN 0 ELSE 1 END;
  ELSE
    done := kessai.act_in_full(me, c, r, p_code, p_post, p_principal, p_payload, p_effects, seat.held, e.at, day);
    c := done.c;
    r := done.r;
  END IF;
  IF c.posting_state <> was OR (c.state <> 1 AND p_code <> 'commented') THEN
    PERFORM kessai.follow_postings(c, was, e.at);
  END IF;

  -- The record: names as they are today, time, place in the chain. One statement: assigned one by one, its parts would cost more.
  e.principal_name := CASE WHEN p_principal IS NULL THEN '' ELSE kessai.person_name(p_principal, day) END;
  INSERT INTO kessai.event AS made (case_id, seq, code, version, actor_id, post_id, principal_id, actor_name, actor_title, actor_section,
                                    principal_name, at, request_id, payload, effects, previous_hash, hash)
  VALUES (p_case, c.seq + 1, p_code, p_version, me, p_post, p_principal, seat.name, seat.title, seat.section,
          e.principal_name, e.at, p_request, p_payload, p_effects, c.head_hash,
          -- The same text as Event::computedHash(): of every field its bytes and itself.
          kessai.hex_digest(format('%s:%s%s:%s%s:%s%s:%s%s:%s%s:%s%s:%s%s:%s%s:%s%s:%s%s:%s%s:%s%s:%s%s:%s%s:%s%s:%s',
            octet_length(c.head_hash), c.head_hash, length(p_case::text), p_case, length((c.seq + 1)::text), c.seq + 1,
            octet_length(p_code), p_code, length(p_version::text), p_version, length(me::text), me,
            length(coalesce(p_post, 0)::text), coalesce(p_post, 0), length(coalesce(p_principal, 0)::text), coalesce(p_principal, 0),
            octet_length(seat.name), seat.name, octet_length(seat.title), seat.title, octet_length(seat.section), seat.section,
            octet_length(e.principal_name), e.principal_name, length(e.at::text), e.at, octet_length(p_request), p_request,
            octet_length(p_payload), p_payload, octet_length(p_effects), p_effects)))
  ON CONFLICT (request_id) DO NOTHING RETURNING made.* INTO e;
  IF NOT FOUND THEN
    PERFORM kessai.fault('AlreadyExists', 'the request id was used for something else');
  END IF;
  IF p_code <> 'submitted' THEN
    UPDATE kessai.case_file
       SET state = c.state, round = c.round, seq = e.seq, head_hash = e.hash, posting_state = c.posting_state,
           now_with = CASE WHEN c.state = 1 THEN kessai.now_with(r, day) ELSE '' END,
           ordered = CASE c.state WHEN 1 THEN coalesce((r.state[array_position(r.kind, 2, array_position(r.kind, 3))] <> 0)::integer, 0) ELSE 0 END,
           changed_at = e.at
     WHERE case_id = p_case;
    RETURN e;
  END IF;
  UPDATE kessai.case_file
     SET drafter_id = c.drafter_id, filer_id = c.filer_id, state = c.state, round = c.round, seq = e.seq, revision = c.revision, head_hash = e.hash,
         posting_state = c.posting_state, now_with = CASE WHEN c.state = 1 THEN kessai.now_with(r, day) ELSE '' END,
         ordered = CASE c.state WHEN 1 THEN coalesce((r.state[array_position(r.kind, 2, array_position(r.kind, 3))] <> 0)::integer, 0) ELSE 0 END,
         drafter_name = CASE WHEN p_principal IS NULL THEN e.actor_name ELSE e.principal_name END, -- a colleague's (代理入力), or one's own
         drafter_section = e.actor_section, title = c.title, amount = c.amount, urgent = c.urgent, important = c.important,
         attachments = c.attachments, search_text = c.search_text, submitted_at = e.at, changed_at = e.at
   WHERE case_id = p_case;
  RETURN e;
END $$;

CALL kessai.plan_once('kessai.append_event(bigint, integer, text, text, integer, bigint, bigint, text, text)');
CALL kessai.plan_once('kessai.save_draft(bigint, integer, text, integer, text, bigint, integer, text, text, text, text, text)');
CALL kessai.adopt();

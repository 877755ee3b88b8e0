-- oldest client: 1
-- Who is there, who acts for whom, and who comes after whom: the doors by which staff and administrators register it. Nothing is
-- deleted: an absence that ends keeps its row, everything else is a revision of the office. core/office/officechange.h has the rules.

CREATE FUNCTION kessai.is_administrator(person bigint, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM kessai.special_right r
     WHERE r.staff_id = person AND r.right_name = 'administrator'
       AND r.valid_from <= day AND (r.valid_until IS NULL OR r.valid_until >= day));
END $$;

-- Whether somebody looks after what no post takes on (文書主管課, domain.md 8.3).
CREATE FUNCTION kessai.looks_after_the_rest(person bigint, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM kessai.role_holder r
     WHERE r.role = 'records' AND r.removed_in IS NULL
       AND r.valid_from <= day AND (r.valid_until IS NULL OR r.valid_until >= day)
       AND kessai.post_exists(r.post_id, day) AND kessai.holds_post(person, r.post_id, day));
END $$;

-- What concerns somebody is registered by them, or by an administrator.
CREATE FUNCTION kessai.check_concerns(me bigint, whom bigint, day text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF whom IS DISTINCT FROM me AND NOT kessai.is_administrator(me, day) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to register');
  ELSIF NOT kessai.on_staff(whom, day) THEN
    PERFORM kessai.fault('NotFound', 'no such member of staff');
  END IF;
END $$;

-- Whether somebody is at a place in a list of stand-ins: they hold its post, or head a section of its level, which is some drafter's.
CREATE FUNCTION kessai.stands_at(person bigint, its_post bigint, its_level integer, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN CASE WHEN its_post IS NOT NULL THEN kessai.holds_post(person, its_post, day) ELSE EXISTS (
    SELECT FROM kessai.appointment a
      JOIN kessai.post p ON p.post_id = a.post_id AND p.head = 1 AND p.removed_in IS NULL
       AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
      JOIN kessai.section z ON z.section_id = p.section_id AND z.level = its_level AND z.removed_in IS NULL
       AND z.valid_from <= day AND (z.valid_until IS NULL OR z.valid_until >= day)
     WHERE a.staff_id = person AND a.removed_in IS NULL AND a.valid_from <= day AND (a.valid_until IS NULL OR a.valid_until >= day)) END;
END $$;

-- Whether somebody's own place in a decider's list comes to be, or comes before one that is before it today.
CREATE FUNCTION kessai.moves_up(person bigint, decider bigint, list jsonb, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    WITH wanted AS (
      SELECT x.* FROM ROWS FROM (jsonb_to_recordset(list) AS (post bigint, level integer)) WITH ORDINALITY AS x (post, level, place)),
    listed AS (
      SELECT i.post_id AS post, CASE WHEN i.post_id IS NULL THEN i.level END AS level, i.place FROM kessai.stand_in i
       WHERE i.decider_id = decider AND i.removed_in IS NULL AND i.valid_from <= day AND (i.valid_until IS NULL OR i.valid_until >= day))
    SELECT FROM wanted w
     WHERE kessai.stands_at(person, w.post, w.level, day) AND NOT EXISTS (
       SELECT FROM listed l
        WHERE l.post IS NOT DISTINCT FROM w.post AND l.level IS NOT DISTINCT FROM w.level AND NOT EXISTS (
          SELECT FROM listed before
           WHERE before.place < l.place AND NOT EXISTS (
             SELECT FROM wanted x
              WHERE x.post IS NOT DISTINCT FROM before.post AND x.level IS NOT DISTINCT FROM before.level AND x.place < w.place))));
END $$;

-- Whether somebody's absence on some days makes another decide for them, as their deputy or a stand-in for a post of theirs.
CREATE FUNCTION kessai.gains_by_absence(me bigint, whom bigint, day text, first text, last text)
RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM kessai.deputyship d
     WHERE d.principal_id = whom AND d.deputy_id = me AND d.removed_in IS NULL
       AND d.valid_from <= last AND (d.valid_until IS NULL OR d.valid_until >= first)
     UNION ALL
    SELECT FROM kessai.stand_in i
     WHERE i.removed_in IS NULL AND i.valid_from <= last AND (i.valid_until IS NULL OR i.valid_until >= first)
       AND kessai.holds_post(whom, i.decider_id, day) AND kessai.stands_at(me, i.post_id, i.level, day));
END $$;

-- A day as the office writes it; none where that may be.
CREATE FUNCTION kessai.check_day(value text, may_miss boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF value IS NULL AND may_miss THEN
    RETURN;
  ELSIF value IS NULL OR value !~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' THEN
    PERFORM kessai.refuse('PeriodInvalid', 'that is not a day');
  ELSIF to_char(to_date(left(value, 7), 'YYYY-MM') + right(value, 2)::integer - 1, 'YYYY-MM-DD') <> value THEN
    PERFORM kessai.refuse('PeriodInvalid', 'that month has no such day');
  END IF;
END $$;

CREATE FUNCTION kessai.day_before(day text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN to_char(to_date(day, 'YYYY-MM-DD') - 1, 'YYYY-MM-DD');

-- Every registration makes all programs read the office again, so that nobody makes more within a day than the office's parameter says.
CREATE FUNCTION kessai.check_day_limit(me bigint, day text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  since bigint := kessai.now_us() - 86400000000;
  made bigint := (SELECT count(*) FROM kessai.office_revision r WHERE r.made_by = session_user AND r.made_at > since)
               + (SELECT count(*) FROM kessai.absence x WHERE x.made_by = me AND x.made_at > since);
BEGIN
  IF made >= (SELECT m.value FROM kessai.parameter m WHERE m.key = 'registrations.day_limit' AND m.valid_from <= day
               ORDER BY m.valid_from DESC, m.added_in DESC LIMIT 1) THEN
    PERFORM kessai.refuse('TooManyEntries', 'that is enough for a day');
  END IF;
END $$;

-- A new revision of the office, one after the other, never older than the one before.
CREATE FUNCTION kessai.next_revision(why text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  no bigint;
BEGIN
  PERFORM FROM kessai.office_revision WHERE revision = (SELECT min(revision) FROM kessai.office_revision) FOR NO KEY UPDATE;
  PERFORM kessai.check_day_limit(kessai.caller(), kessai.today());
  INSERT INTO kessai.office_revision (revision, made_at, made_by, reason)
  SELECT max(revision) + 1, greatest(kessai.now_us(), max(made_at)), session_user, why FROM kessai.office_revision
  RETURNING revision INTO no;
  RETURN no;
END $$;

-- Absences -------------------------------------------------------------------------------------------------------------

CREATE FUNCTION kessai.add_absence(p_staff bigint, p_kind integer, p_pass_over integer, p_from text, p_until text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  day text := kessai.today();
BEGIN
  PERFORM kessai.check_concerns(me, p_staff, day);
  PERFORM kessai.check_day(p_from, false);
  PERFORM kessai.check_day(p_until, false);
  IF p_from < day OR p_until < p_from THEN
    PERFORM kessai.refuse('PeriodInvalid', 'it begins before today, or ends before it begins');
  ELSIF coalesce(p_kind NOT BETWEEN 0 AND 3 OR p_pass_over NOT IN (0, 1), true) THEN
    PERFORM kessai.fault('Invalid', 'no such kind of absence');
  ELSIF p_staff <> me AND p_pass_over = 1 THEN
    PERFORM kessai.fault('AccessDenied', 'only they themselves say that reviews pass them over');
  ELSIF p_staff <> me AND kessai.gains_by_absence(me, p_staff, day, p_from, p_until) THEN
    PERFORM kessai.refuse('SelfAppointed', 'nobody sends away whom they decide for');
  END IF;
  PERFORM FROM kessai.staff WHERE staff_id IN (me, p_staff) ORDER BY staff_id FOR NO KEY UPDATE; -- one after the other
  PERFORM kessai.check_day_limit(me, day);
  IF EXISTS (SELECT FROM kessai.absence x
              WHERE x.staff_id = p_staff AND x.kind = p_kind AND x.pass_over = p_pass_over AND x.valid_from = p_from
                AND x.valid_until = p_until AND x.case_id IS NULL AND x.ended_at IS NULL) THEN
    PERFORM kessai.fault('AlreadyExists', 'away on those days already');
  ELSIF (SELECT count(*) FROM kessai.absence x WHERE x.staff_id = p_staff AND x.ended_at IS NULL AND x.valid_until >= day) >= 100 THEN
    PERFORM kessai.refuse('TooManyEntries', 'there are many absences of that person');
  END IF;
  INSERT INTO kessai.absence (staff_id, kind, pass_over, valid_from, valid_until, made_by, made_at)
  VALUES (p_staff, p_kind, p_pass_over, p_from, p_until, me, kessai.now_us());
END $$;

-- Away until p_last only. The row stays as it was said, with who ended it; what is left of it is another.
CREATE FUNCTION kessai.end_absence(p_absence bigint, p_last text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  day text := kessai.today();
  at bigint := kessai.now_us();
  x kessai.absence;
BEGIN
  SELECT * INTO x FROM kessai.absence WHERE absence_id = p_absence;
  IF NOT FOUND OR x.valid_until < day THEN
    PERFORM kessai.fault('NotFound', 'no such absence');
  END IF;
  PERFORM kessai.check_concerns(me, x.staff_id, day); -- whom it does not concern cannot hold its row
  SELECT * INTO x FROM kessai.absence WHERE absence_id = p_absence FOR NO KEY UPDATE;
  IF x.ended_at IS NOT NULL THEN
    PERFORM kessai.fault('NotFound', 'the absence has ended');
  END IF;
  PERFORM kessai.check_day(p_last, false);
  IF p_last < kessai.day_before(day) OR p_last >= x.valid_until THEN
    PERFORM kessai.refuse('PeriodInvalid', 'an absence is made shorter, and not in the past');
  END IF;
  IF p_last >= x.valid_from THEN
    PERFORM kessai.check_day_limit(me, day); -- of what is left
  END IF;
  UPDATE kessai.absence SET ended_at = at, ended_by = me WHERE absence_id = p_absence;
  IF p_last >= x.valid_from THEN
    INSERT INTO kessai.absence (staff_id, kind, pass_over, valid_from, valid_until, case_id, made_by, made_at)
    VALUES (x.staff_id, x.kind, x.pass_over, x.valid_from, p_last, x.case_id, me, at);
  END IF;
END $$;

-- Deputies -------------------------------------------------------------------------------------------------------------

-- p_forms: ',overtime,leave,', in order, or nothing for all; p_up_to: yen, or nothing for any amount.
CREATE FUNCTION kessai.add_deputy(p_principal bigint, p_deputy bigint, p_when_absent integer, p_from text, p_until text,
                                  p_forms text DEFAULT '', p_up_to bigint DEFAULT NULL)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  day text := kessai.today();
  revision bigint;
BEGIN
  PERFORM kessai.check_concerns(me, p_principal, day);
  revision := kessai.next_revision('deputy registered'); -- first: what is checked below is as the one before left it
  IF p_deputy IN (me, p_principal) THEN
    PERFORM kessai.refuse('SelfAppointed', 'nobody makes themselves somebody''s deputy');
  ELSIF NOT kessai.on_staff(p_deputy, day) THEN
    PERFORM kessai.fault('NotFound', 'no such member of staff');
  ELSIF coalesce(p_when_absent NOT IN (0, 1), true) THEN
    PERFORM kessai.fault('Invalid', 'on days of absence, or on all days');
  END IF;
  PERFORM kessai.check_length(p_forms, 2000, 'the list of forms');
  IF coalesce(p_up_to NOT BETWEEN 0 AND 1000000000000, false)
     OR (p_forms <> '' AND p_forms <> (
           SELECT ',' || coalesce(string_agg(DISTINCT r.form, ',' ORDER BY r.form), '') || ',' FROM kessai.form_revision r
            WHERE r.form COLLATE "C" = ANY (string_to_array(p_forms, ',')) AND r.valid_from <= day)) THEN
    PERFORM kessai.fault('Invalid', 'that limits no deputy');
  END IF;
  PERFORM kessai.check_day(p_from, false);
  PERFORM kessai.check_day(p_until, p_when_absent = 1);
  IF p_from < day OR p_until < p_from THEN
    PERFORM kessai.refuse('PeriodInvalid', 'it begins before today, or ends before it begins');
  ELSIF EXISTS (
       SELECT FROM kessai.deputyship d
        WHERE d.principal_id = p_principal AND d.deputy_id = p_deputy AND d.when_absent = p_when_absent AND d.removed_in IS NULL
          AND d.forms = p_forms AND d.up_to IS NOT DISTINCT FROM p_up_to
          AND (d.valid_until IS NULL OR d.valid_until >= p_from) AND (p_until IS NULL OR d.valid_from <= p_until)) THEN
    PERFORM kessai.fault('AlreadyExists', 'the deputy of those days already');
  ELSIF (SELECT count(*) FROM kessai.deputyship d WHERE d.principal_id = p_principal AND d.removed_in IS NULL
            AND (d.valid_until IS NULL OR d.valid_until >= day)) >= 20 THEN
    PERFORM kessai.refuse('TooManyEntries', 'there are many deputies of that person');
  END IF;
  INSERT INTO kessai.deputyship (principal_id, deputy_id, when_absent, forms, up_to, valid_from, valid_until, added_in)
  VALUES (p_principal, p_deputy, p_when_absent, p_forms, p_up_to, p_from, p_until, revision);
END $$;

CREATE FUNCTION kessai.end_deputy(p_principal bigint, p_deputy bigint, p_from text, p_added_in bigint)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  day text := kessai.today();
  revision bigint;
  d kessai.deputyship;
BEGIN
  PERFORM kessai.check_concerns(me, p_principal, day);
  revision := kessai.next_revision('deputy ended');
  UPDATE kessai.deputyship x SET removed_in = revision
   WHERE x.principal_id = p_principal AND x.deputy_id = p_deputy AND x.valid_from = p_from AND x.added_in = p_added_in
     AND x.removed_in IS NULL AND (x.valid_until IS NULL OR x.valid_until >= day)
  RETURNING * INTO d;
  IF NOT FOUND THEN
    PERFORM kessai.fault('NotFound', 'no such deputyship');
  END IF;
  IF d.valid_from < day THEN
    INSERT INTO kessai.deputyship (principal_id, deputy_id, when_absent, forms, up_to, valid_from, valid_until, added_in)
    VALUES (d.principal_id, d.deputy_id, d.when_absent, d.forms, d.up_to, d.valid_from, kessai.day_before(day), revision);
  END IF;
END $$;

-- Stand-ins and successors ---------------------------------------------------------------------------------------------

-- p_list: [{"post": 12}, {"level": 2}, ...], first to last.
CREATE FUNCTION kessai.set_stand_ins(p_decider bigint, p_list text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  day text := kessai.today();
  revision bigint;
  last text;
BEGIN
  IF NOT kessai.is_administrator(me, day) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to register');
  ELSIF NOT kessai.post_exists(p_decider, day) THEN
    PERFORM kessai.fault('NotFound', 'no such post');
  END IF;
  revision := kessai.next_revision('stand-ins registered');
  PERFORM kessai.check_length(p_list, 2000, 'the list');
  IF jsonb_typeof(p_list::jsonb) = 'array' AND jsonb_array_length(p_list::jsonb) > 20 THEN
    PERFORM kessai.refuse('TooManyEntries', 'too many stand-ins');
  ELSIF jsonb_typeof(p_list::jsonb) <> 'array' OR EXISTS (
       SELECT FROM jsonb_to_recordset(p_list::jsonb) AS x (post bigint, level integer)
        WHERE (post IS NULL) = (level IS NULL) OR level NOT BETWEEN 0 AND 3 OR post = p_decider
        UNION ALL
       SELECT FROM jsonb_to_recordset(p_list::jsonb) AS x (post bigint, level integer) GROUP BY post, level HAVING count(*) > 1) THEN
    PERFORM kessai.fault('Invalid', 'a stand-in is another post, and listed once');
  ELSIF EXISTS (SELECT FROM jsonb_to_recordset(p_list::jsonb) AS x (post bigint)
                 WHERE post IS NOT NULL AND NOT kessai.post_exists(post, day)) THEN
    PERFORM kessai.fault('NotFound', 'no such post');
  ELSIF kessai.moves_up(me, p_decider, p_list::jsonb, day) THEN
    PERFORM kessai.refuse('SelfAppointed', 'nobody puts themselves in a decider''s place');
  END IF;
  -- What is planned for later days stays: the new list is good until then.
  SELECT kessai.day_before(min(i.valid_from)) INTO last FROM kessai.stand_in i
   WHERE i.decider_id = p_decider AND i.removed_in IS NULL AND i.valid_from > day;
  INSERT INTO kessai.stand_in (decider_id, place, post_id, level, valid_from, valid_until, added_in)
  SELECT i.decider_id, i.place, i.post_id, i.level, i.valid_from, kessai.day_before(day), revision FROM kessai.stand_in i
   WHERE i.decider_id = p_decider AND i.removed_in IS NULL AND i.valid_from < day AND (i.valid_until IS NULL OR i.valid_until >= day);
  UPDATE kessai.stand_in i SET removed_in = revision
   WHERE i.decider_id = p_decider AND i.removed_in IS NULL AND i.valid_from <= day AND (i.valid_until IS NULL OR i.valid_until >= day);
  INSERT INTO kessai.stand_in (decider_id, place, post_id, level, valid_from, valid_until, added_in)
  SELECT p_decider, x.place, x.post, coalesce(x.level, 2), day, last, revision
    FROM ROWS FROM (jsonb_to_recordset(p_list::jsonb) AS (post bigint, level integer)) WITH ORDINALITY AS x (post, level, place);
END $$;

CREATE FUNCTION kessai.set_successor(p_post bigint, p_successor bigint, p_from text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  day text := kessai.today();
  revision bigint;
  last text;
BEGIN
  IF NOT kessai.is_administrator(me, day) AND NOT kessai.looks_after_the_rest(me, day) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to register');
  END IF;
  revision := kessai.next_revision('successor registered');
  PERFORM kessai.check_day(p_from, false);
  IF p_from < day THEN
    PERFORM kessai.refuse('PeriodInvalid', 'it begins before today');
  ELSIF NOT EXISTS (SELECT FROM kessai.post p WHERE p.post_id = p_post)
     OR (p_successor IS NOT NULL AND NOT kessai.post_exists(p_successor, p_from)) THEN
    PERFORM kessai.fault('NotFound', 'no such post');
  ELSIF p_successor IS NOT NULL AND (p_successor = p_post OR kessai.post_exists(p_post, p_from)) THEN
    PERFORM kessai.refuse('GoesInCircles', 'a post that is there has no successor');
  ELSIF kessai.holds_post(me, p_successor, day) OR kessai.holds_post(me, p_successor, p_from) THEN
    PERFORM kessai.refuse('SelfAppointed', 'nobody hands work over to themselves');
  END IF;
  SELECT kessai.day_before(min(s.valid_from)) INTO last FROM kessai.succession s
   WHERE s.post_id = p_post AND s.removed_in IS NULL AND s.valid_from > p_from; -- what is planned for later days stays
  INSERT INTO kessai.succession (post_id, successor_id, valid_from, valid_until, added_in)
  SELECT s.post_id, s.successor_id, s.valid_from, kessai.day_before(p_from), revision FROM kessai.succession s
   WHERE s.post_id = p_post AND s.removed_in IS NULL AND s.valid_from < p_from AND (s.valid_until IS NULL OR s.valid_until >= p_from);
  UPDATE kessai.succession s SET removed_in = revision
   WHERE s.post_id = p_post AND s.removed_in IS NULL AND s.valid_from <= p_from AND (s.valid_until IS NULL OR s.valid_until >= p_from);
  IF p_successor IS NOT NULL THEN
    INSERT INTO kessai.succession (post_id, successor_id, valid_from, valid_until, added_in)
    VALUES (p_post, p_successor, p_from, last, revision);
  END IF;
END $$;

-- What waits for nobody: open steps of posts that nobody holds and whose work went nowhere, and of people who have left.
CREATE FUNCTION kessai.stranded_steps()
RETURNS TABLE (case_id bigint, number text, form text, drafter_section text, party bigint, arrived_at bigint)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  day text := kessai.today();
  nobody bigint[];
BEGIN
  nobody := ARRAY(
    SELECT o.party FROM (SELECT DISTINCT a.party FROM kessai.assignment a WHERE a.state IN (1, 8) AND a.state = 1) o
     WHERE CASE WHEN o.party > 0 THEN NOT kessai.on_staff(o.party, day) ELSE cardinality(kessai.answerable(o.party, day)) = 0 END);
  RETURN QUERY
  SELECT a.case_id, c.number, c.form, c.drafter_section, a.party, a.arrived_at
    FROM kessai.assignment a
    JOIN kessai.case_file c ON c.case_id = a.case_id AND c.round = a.round
    JOIN kessai.step s ON s.case_id = a.case_id AND s.round = a.round AND s.step_no = a.step_no
   WHERE a.state IN (1, 8) AND a.state = 1 AND a.party = ANY (nobody) AND s.kind <> 4
   ORDER BY a.arrived_at, a.case_id LIMIT 1000;
END $$;

-- For those who look after them, and without a word of what the cases are about.
CREATE FUNCTION kessai.stranded()
RETURNS TABLE (case_id bigint, number text, form text, drafter_section text, party bigint, arrived_at bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  day text := kessai.today();
BEGIN
  IF me IS NULL OR NOT (kessai.looks_after_the_rest(me, day) OR kessai.is_administrator(me, day)) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to look after');
  END IF;
  RETURN QUERY SELECT * FROM kessai.stranded_steps();
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.add_absence(bigint, integer, integer, text, text)', 'kessai.end_absence(bigint, text)',
                          'kessai.add_deputy(bigint, bigint, integer, text, text, text, bigint)', 'kessai.end_deputy(bigint, bigint, text, bigint)',
                          'kessai.set_stand_ins(bigint, text)', 'kessai.set_successor(bigint, bigint, text)', 'kessai.stranded()');

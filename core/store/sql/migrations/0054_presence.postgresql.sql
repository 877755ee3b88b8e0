-- oldest client: 50
-- What waits for nobody (core/cases/reroute.h) by one rule, for the list of it and for whoever addresses it elsewhere: also of whom is away for long;
-- not where somebody decides in the decider's place; and not by what the administrator registered of others.

-- Whether somebody is away and still will be so many days later as the office's number says, unless by what a reader registered of them, who is not
-- they. Until the number is there, nobody is.
CREATE FUNCTION kessai.away_for_long(person bigint, reader bigint, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  days integer := (SELECT m.value FROM kessai.parameter m WHERE m.key = 'reroute.absence_days' AND m.valid_from <= day
                    ORDER BY m.valid_from DESC, m.added_in DESC LIMIT 1);
BEGIN
  -- Each leave is a row of its own: whoever takes one week after the other is away all the same.
  RETURN (
    SELECT count(DISTINCT d.day) = 2
      FROM (VALUES (day), (to_char(to_date(day, 'YYYY-MM-DD') + days, 'YYYY-MM-DD'))) d (day)
      JOIN kessai.absence x ON x.valid_from <= d.day AND x.valid_until >= d.day
     WHERE x.staff_id = person AND x.ended_at IS NULL
       AND NOT coalesce(x.made_by = reader AND x.made_by <> x.staff_id AND x.case_id IS NULL, false));
END $$;

-- Whether any of some people is there, or has a deputy for such a case, be it one whom a reader took away.
CREATE FUNCTION kessai.any_there(people bigint[], c kessai.case_file, reader bigint, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM unnest(people) x (person)
     WHERE NOT kessai.away_for_long(x.person, reader, day) OR EXISTS (
       SELECT FROM kessai.deputyship d
        WHERE d.principal_id = x.person AND kessai.on_staff(d.deputy_id, day)
          AND (d.removed_in IS NULL OR (d.deputy_id <> reader AND EXISTS (
                 SELECT FROM kessai.office_revision v JOIN kessai.staff p ON p.login = v.made_by
                  WHERE v.revision = d.removed_in AND p.staff_id = reader)))
          AND d.valid_from <= day AND (d.valid_until IS NULL OR d.valid_until >= day)
          AND (d.forms = '' OR strpos(d.forms, ',' || c.form || ',') > 0) AND (d.up_to IS NULL OR c.amount <= d.up_to)));
END $$;

-- Whether somebody decides in a decider's place (代決): nobody is there who could, the case is neither important nor disputed, and at the first of the
-- listed posts at which anybody is there is somebody without another part in it.
CREATE FUNCTION kessai.stand_in_there(p_party bigint, c kessai.case_file, r kessai.lineup, reader bigint, day text) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
  decider bigint := kessai.current_post(-p_party, day);
  filers bigint[] := ARRAY[c.drafter_id, coalesce(c.filer_id, c.drafter_id)];
  post bigint;
  there bigint[];
BEGIN
  IF p_party > 0 OR c.important = 1 OR EXISTS (
       SELECT FROM unnest(r.step, r.needed, r.state) s (step, needed, state) GROUP BY s.step, s.needed
       HAVING count(*) FILTER (WHERE s.state IN (2, 3, 8, 9)) < s.needed
          AND count(*) - count(*) FILTER (WHERE s.state = 10) < s.needed) THEN
    RETURN false;
  END IF;
  FOR post IN
    SELECT x.post FROM (
      SELECT decider AS post, -1 AS place, '' AS since, 0 AS added_in
      UNION ALL
      SELECT coalesce(i.post_id, kessai.line_head(kessai.filed_as(c.case_id), i.level, day)), i.place, i.valid_from, i.added_in
        FROM kessai.stand_in i
       WHERE i.decider_id = decider AND i.removed_in IS NULL
         AND i.valid_from <= day AND (i.valid_until IS NULL OR i.valid_until >= day)) x
     WHERE x.post IS NOT NULL AND (x.place < 0 OR x.post <> decider)
     ORDER BY x.place, x.since, x.added_in
  LOOP
    there := ARRAY(SELECT p.person FROM unnest(kessai.answerable(-post, day)) p (person)
                    WHERE p.person <> ALL (filers) AND NOT kessai.away_for_long(p.person, reader, day));
    IF cardinality(there) > 0 THEN
      RETURN post <> decider AND EXISTS (
        SELECT FROM unnest(there) p (person) WHERE NOT (2 = ANY (r.kind) AND kessai.took_other_part(c, 3, ARRAY[p.person])));
    END IF;
  END LOOP;
  RETURN false;
END $$;

-- Whether somebody can act on what waits at a party.
CREATE FUNCTION kessai.is_attended(p_party bigint, p_kind integer, c kessai.case_file, r kessai.lineup, reader bigint, day text) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN kessai.any_there(kessai.able_at(p_party, p_kind, c, r, day), c, reader, day)
      OR (p_kind = 3 AND kessai.stand_in_there(p_party, c, r, reader, day));
END $$;

-- Whether somebody could act on a step of the case at another post, who is there and has no other part in it nor comes to have one, and whether it
-- belongs there; and that nobody can where it is.
CREATE OR REPLACE FUNCTION kessai.check_reroute(me bigint, c kessai.case_file, r kessai.lineup, place integer, p_post bigint, day text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  its_kind integer := r.kind[place];
  examines boolean := its_kind <> 1 AND 2 = ANY (r.kind) AND kessai.moves_money(c);
  people bigint[] := kessai.answerable(-p_post, day);
BEGIN
  IF NOT kessai.post_exists(p_post, day) THEN
    PERFORM kessai.refuse('UnknownStaff', 'there is no such post today');
  ELSIF kessai.may_be_asked(me, -p_post, its_kind, c, day) THEN
    PERFORM kessai.refuse('SelfAppointed', 'nobody addresses a case to themselves');
  ELSIF cardinality(people) = 0 THEN
    PERFORM kessai.refuse('EmptyStep', 'the chair is empty');
  ELSIF people <@ ARRAY[c.drafter_id, coalesce(c.filer_id, c.drafter_id)] THEN
    PERFORM kessai.refuse('OwnCase', 'it would wait for the drafter');
  END IF;
  -- Nobody answers twice in a step, nor orders and examines money, now or when the rest of the route comes.
  people := ARRAY(
    SELECT x.person FROM unnest(kessai.able_at(-p_post, its_kind, c, r, day)) x (person)
     WHERE NOT EXISTS (
       SELECT FROM unnest(r.step, r.no, r.kind, r.party, r.state) s (step, no, kind, party, state)
        WHERE x.person = ANY (kessai.answerable(s.party, day))
          AND ((s.step = r.step[place] AND s.no <> r.no[place])
            OR (examines AND s.state IN (0, 1) AND CASE its_kind WHEN 2 THEN s.kind IN (0, 3) ELSE s.kind = 2 END))));
  IF cardinality(people) = 0 THEN
    PERFORM kessai.refuse('PartTaken', 'whoever is there has another part in the case');
  ELSIF NOT kessai.any_there(people, c, me, day) THEN
    PERFORM kessai.refuse('EmptyStep', 'whoever could act there is away');
  ELSIF NOT kessai.belongs_to(p_post, r.party[place], its_kind, c, day) THEN
    PERFORM kessai.refuse(CASE its_kind WHEN 3 THEN 'NoDecider' ELSE 'NoSuchStep' END, 'it does not belong there');
  ELSIF kessai.is_attended(r.party[place], its_kind, c, r, me, day) THEN
    PERFORM kessai.refuse('Attended', 'somebody is there to act on it');
  END IF;
END $$;
DROP FUNCTION kessai.any_there(bigint[], kessai.case_file, text);

-- What waits for nobody. Where somebody is plainly there who did not file the case, and no money is examined, there is nothing more to ask.
CREATE OR REPLACE FUNCTION kessai.stranded_steps()
RETURNS TABLE (case_id bigint, number text, form text, drafter_section text, party bigint, arrived_at bigint)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  day text := kessai.today();
BEGIN
  RETURN QUERY
  WITH asked AS MATERIALIZED (
    SELECT o.party, ARRAY(SELECT x.person FROM unnest(kessai.answerable(o.party, day)) x (person)
                           WHERE kessai.on_staff(x.person, day) AND NOT kessai.away_for_long(x.person, NULL, day)) AS there
      FROM (SELECT DISTINCT a.party FROM kessai.assignment a WHERE a.state IN (1, 8) AND a.state = 1) o)
  SELECT a.case_id, c.number, c.form, c.drafter_section, a.party, a.arrived_at
    FROM kessai.assignment a
    JOIN asked t ON t.party = a.party
    JOIN kessai.case_file c ON c.case_id = a.case_id AND c.round = a.round
    JOIN kessai.step s ON s.case_id = a.case_id AND s.round = a.round AND s.step_no = a.step_no
   WHERE a.state IN (1, 8) AND a.state = 1 AND s.kind <> 4
     AND CASE WHEN t.there <@ ARRAY[c.drafter_id, coalesce(c.filer_id, c.drafter_id)]
                OR EXISTS (SELECT FROM kessai.step x WHERE x.case_id = a.case_id AND x.round = a.round AND x.kind = 2)
              THEN NOT kessai.is_attended(a.party, s.kind, c, kessai.lineup_of(c), NULL, day) ELSE false END
   ORDER BY a.arrived_at, a.case_id, a.step_no, a.no LIMIT 1000;
END $$;

-- Who filed a running case and who is asked in it, for whoever addresses it; nothing of what it is about but its form, which those who look after what
-- waits for nobody know, and whether it is the decider's own. Of who acted in it, whether the reader did, and of money that is examined, who may not do
-- both; of its readers the posts.
DROP FUNCTION kessai.open_route(bigint);
CREATE FUNCTION kessai.open_route(p_case bigint)
RETURNS TABLE (drafter_id bigint, filer_id bigint, round integer, seq integer, step_no integer, no integer, kind integer, rule integer,
               needed integer, objection integer, party bigint, state integer, readers text, form text, filed_as bigint, part integer,
               money integer, ordered text, examined text, inspector bigint, important integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  f kessai.case_file;
  examines boolean;
BEGIN
  IF me IS NULL OR NOT kessai.is_administrator(me, kessai.today()) THEN
    PERFORM kessai.fault('AccessDenied', 'this is for administrators');
  END IF;
  SELECT * INTO f FROM kessai.case_file x WHERE x.case_id = p_case AND x.state = 1;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  examines := kessai.moves_money(f) AND EXISTS (
    SELECT FROM kessai.step s WHERE s.case_id = f.case_id AND s.round = f.round AND s.kind = 2);
  RETURN QUERY
  WITH acted AS (
    SELECT s.kind = 2 AS examined, string_agg(DISTINCT p.person::text, ',') AS people
      FROM kessai.event e
      JOIN kessai.step s ON s.case_id = e.case_id AND s.step_no = (e.payload::jsonb #>> '{on,step}')::integer
       AND s.round = (e.effects::jsonb ->> 'round')::integer - CASE e.code WHEN 'extended' THEN 1 ELSE 0 END
      CROSS JOIN LATERAL unnest(ARRAY[e.actor_id, e.principal_id]) p (person)
     WHERE examines AND e.case_id = p_case AND e.code IN ('approved', 'returned', 'rejected', 'extended') AND s.kind IN (0, 2, 3)
       AND p.person IS NOT NULL
     GROUP BY 1)
  SELECT f.drafter_id, f.filer_id, f.round, f.seq, a.step_no, a.no, s.kind, s.rule, s.needed, s.objection, a.party, a.state,
         (SELECT string_agg(x.party::text, ',' ORDER BY x.position) FROM kessai.case_access x WHERE x.case_id = p_case AND x.party < 0),
         f.form, kessai.filed_as(p_case), kessai.took_any_part(me, f)::integer, examines::integer,
         (SELECT x.people FROM acted x WHERE NOT x.examined), (SELECT x.people FROM acted x WHERE x.examined),
         (SELECT min(t.staff_id) FROM kessai.content x JOIN kessai.staff t ON to_jsonb(t.number) = x.fields::jsonb -> 'inspector'
           WHERE examines AND x.case_id = p_case AND x.revision = f.revision), f.important
    FROM kessai.assignment a
    JOIN kessai.step s ON s.case_id = a.case_id AND s.round = a.round AND s.step_no = a.step_no
   WHERE a.case_id = p_case AND a.round = f.round
   ORDER BY a.step_no, a.no;
END $$;

-- Asked again after a lost answer is the same act, not another one by its request.
DO $$
DECLARE
  asked text := 'e.case_id <> p_case OR e.actor_id <> me THEN';
  definition text := (SELECT pg_get_functiondef(p.oid) FROM pg_proc p
                       WHERE p.pronamespace = 'kessai'::regnamespace AND p.proname = 'append_event');
BEGIN
  IF strpos(definition, asked) = 0 THEN
    RAISE EXCEPTION 'append_event asks something else of a request that was there before';
  END IF;
  EXECUTE replace(definition, asked, 'e.case_id <> p_case OR e.actor_id <> me OR e.code <> p_code THEN');
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.open_route(bigint)');

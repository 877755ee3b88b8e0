-- oldest client: 50
-- What waits for nobody (0054): not by what the administrator changed of the office since the case was filed, be it the stand-ins of a decider or who holds
-- a post; and its list asks in full only where it has to.

-- The revisions of the office that somebody made since an instant.
CREATE FUNCTION kessai.own_changes(reader bigint, since bigint) RETURNS bigint[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ARRAY(SELECT v.revision FROM kessai.office_revision v
                WHERE v.made_at >= since AND v.made_by IN (SELECT p.login FROM kessai.staff p WHERE p.staff_id = reader) ORDER BY v.revision);
END $$;

-- Makes the sections, posts, people, appointments, successors and stand-ins of a day what they were before some revisions; what others changed since stays.
-- For within what is taken back. core/office/officehistory.cpp and core/store/sql/undone.sql say the same.
CREATE FUNCTION kessai.undo_changes(own bigint[], day text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  kind record;
BEGIN
  FOR kind IN
    SELECT * FROM (VALUES ('section', 'y.section_id = t.section_id'), ('post', 'y.post_id = t.post_id'), ('staff', 'y.staff_id = t.staff_id'),
                          ('appointment', 'y.staff_id = t.staff_id AND y.post_id = t.post_id'), ('succession', 'y.post_id = t.post_id'),
                          ('stand_in', 'y.decider_id = t.decider_id')) k (rows, same)
  LOOP
    EXECUTE format('UPDATE kessai.%I SET removed_in = added_in WHERE added_in = ANY ($1)', kind.rows) USING own;
    EXECUTE format($undo$
      UPDATE kessai.%1$I t SET removed_in = NULL
       WHERE t.added_in <> ALL ($1) AND t.valid_from <= $2 AND (t.valid_until IS NULL OR t.valid_until >= $2)
         AND t.removed_in = (SELECT max(y.removed_in) FROM kessai.%1$I y
                              WHERE %2$s AND y.removed_in = ANY ($1) AND y.added_in <> ALL ($1)
                                AND y.valid_from <= $2 AND (y.valid_until IS NULL OR y.valid_until >= $2))
         AND NOT EXISTS (SELECT FROM kessai.%1$I y
                          WHERE %2$s AND y.removed_in IS NULL AND y.valid_from <= $2 AND (y.valid_until IS NULL OR y.valid_until >= $2))
      $undo$, kind.rows, kind.same) USING own, day;
  END LOOP;
END $$;

-- Whether somebody could act on what waits at a party if a reader had not changed the office since the case was filed; nothing is left of the trial.
CREATE FUNCTION kessai.was_attended(p_party bigint, p_kind integer, c kessai.case_file, r kessai.lineup, reader bigint, day text) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  own bigint[] := kessai.own_changes(reader, c.submitted_at);
  attended boolean := false;
BEGIN
  IF cardinality(own) = 0 THEN
    RETURN false;
  END IF;
  -- Whoever changes the office has this row: nobody's change is waited for row by row.
  PERFORM FROM kessai.office_revision WHERE revision = (SELECT min(revision) FROM kessai.office_revision) FOR NO KEY UPDATE;
  PERFORM kessai.undo_changes(own, day);
  attended := kessai.is_attended(p_party, p_kind, c, r, reader, day);
  RAISE EXCEPTION USING ERRCODE = 'KD009';
EXCEPTION WHEN SQLSTATE 'KD009' THEN
  RETURN attended;
END $$;

-- As in 0054, and that nobody could before what the administrator changed.
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
  ELSIF kessai.is_attended(r.party[place], its_kind, c, r, me, day) OR kessai.was_attended(r.party[place], its_kind, c, r, me, day) THEN
    PERFORM kessai.refuse('Attended', 'somebody is there to act on it');
  END IF;
END $$;

-- What the reader changed of the office since a running case was filed; for administrators, who alone address what waits, and nothing for anybody else.
CREATE FUNCTION kessai.changes_since_filed(p_case bigint) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
BEGIN
  IF coalesce(kessai.is_administrator(me, kessai.today()), false) THEN
    RETURN QUERY SELECT unnest(kessai.own_changes(me, f.submitted_at)) FROM kessai.case_file f WHERE f.case_id = p_case AND f.state = 1;
  END IF;
END $$;

-- What waits for nobody. Where somebody is plainly there who did not file the case, nor, where money is examined, acted in it or inspected what it pays,
-- there is nothing more to ask.
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
     AND CASE WHEN EXISTS (
                SELECT FROM unnest(t.there) p (person)
                 WHERE p.person NOT IN (c.drafter_id, coalesce(c.filer_id, c.drafter_id))
                   AND (s.kind = 1 OR NOT EXISTS (SELECT FROM kessai.step x WHERE x.case_id = a.case_id AND x.round = a.round AND x.kind = 2)
                     OR NOT (EXISTS (SELECT FROM kessai.event e WHERE e.case_id = a.case_id AND p.person IN (e.actor_id, e.principal_id)
                                        AND e.code IN ('approved', 'returned', 'rejected', 'extended'))
                          OR (s.kind <> 0 AND kessai.inspected_by(ARRAY[p.person], (
                               SELECT x.fields::jsonb FROM kessai.content x WHERE x.case_id = c.case_id AND x.revision = c.revision))))))
              THEN false ELSE NOT kessai.is_attended(a.party, s.kind, c, kessai.lineup_of(c), NULL, day) END
   ORDER BY a.arrived_at, a.case_id, a.step_no, a.no LIMIT 1000;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.changes_since_filed(bigint)');

-- oldest client: 1
-- Reorganisations (0038): where work goes from a later day on stays said, what failed on its day is told, and whoever would come to be a head above
-- others gains by that.

-- What failed on its day and was seen to since is put aside: kessai.reorganisation.taken_back = 3.

ALTER FUNCTION kessai.apply_reorganisation(jsonb, bigint) RENAME TO apply_all_but_successions;

-- Writes what ends and what begins on its day; nothing of the days before changes. Where work goes may be said of a later day already (set_successor);
-- what is said of an earlier one is good until then.
CREATE FUNCTION kessai.apply_reorganisation(b jsonb, added bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  day text := b ->> 'from';
BEGIN
  PERFORM kessai.apply_all_but_successions(jsonb_set(b, '{put,successions}', '[]'), added);
  WITH gone AS (
    UPDATE kessai.succession n SET removed_in = added
     WHERE n.removed_in IS NULL AND n.valid_from <= day AND (n.valid_until IS NULL OR n.valid_until >= day)
       AND n.post_id IN (SELECT (x ->> 'post')::bigint FROM jsonb_array_elements(b #> '{put,successions}') x)
    RETURNING n.*)
  INSERT INTO kessai.succession (post_id, successor_id, valid_from, valid_until, added_in)
  SELECT g.post_id, g.successor_id, g.valid_from, kessai.day_before(day), added FROM gone g WHERE g.valid_from < day
   UNION ALL
  SELECT (x ->> 'post')::bigint, (x ->> 'successor')::bigint, day,
         (SELECT kessai.day_before(min(n.valid_from)) FROM kessai.succession n
           WHERE n.post_id = (x ->> 'post')::bigint AND n.removed_in IS NULL AND n.valid_from > day), added
    FROM jsonb_array_elements(b #> '{put,successions}') x;
END $$;

ALTER FUNCTION kessai.powers_on(bigint, text) RENAME TO powers_held_on;

-- By what somebody may act or look on a day (0038), and above which posts they are a head: what is filed there may come to them.
-- core/office/powers.cpp says the same.
CREATE FUNCTION kessai.powers_on(me bigint, day text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  held bigint[] := kessai.posts_held(me || ARRAY(
    SELECT d.principal_id FROM kessai.deputyship d
     WHERE d.deputy_id = me AND d.removed_in IS NULL AND (d.valid_until IS NULL OR d.valid_until >= day)), day);
BEGIN
  RETURN kessai.powers_held_on(me, day) || ARRAY(
    WITH RECURSIVE
      s AS (SELECT x.section_id, x.parent_id FROM kessai.section x
             WHERE x.removed_in IS NULL AND x.valid_from <= day AND (x.valid_until IS NULL OR x.valid_until >= day)),
      p AS (SELECT x.post_id, x.section_id, x.head FROM kessai.post x
             WHERE x.removed_in IS NULL AND x.valid_from <= day AND (x.valid_until IS NULL OR x.valid_until >= day)),
      head AS (SELECT p.section_id, min(p.post_id) AS post_id FROM p WHERE p.head = 1 GROUP BY p.section_id),
      line (post_id, heads, section_id, far) AS (
        SELECT p.post_id, p.head, p.section_id, 0 FROM p
        UNION ALL
        SELECT l.post_id, l.heads, s.parent_id, l.far + 1 FROM line l JOIN s ON s.section_id = l.section_id WHERE s.parent_id IS NOT NULL AND l.far < 20)
    SELECT DISTINCT concat_ws(' ', 'above', l.post_id) FROM line l JOIN head h ON h.section_id = l.section_id
     WHERE h.post_id <> l.post_id AND (l.far > 0 OR l.heads = 0) AND -h.post_id = ANY (held));
END $$;

-- Whether somebody would gain anything by one of the reorganisations that wait; somebody else has to make that one. That they see, or are above, what it
-- makes new within their own part is no gain.
CREATE OR REPLACE FUNCTION kessai.serves_oneself(me bigint, number bigint) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  before text[] := kessai.powers_to_come(me, number);
BEGIN
  RETURN EXISTS (
    SELECT FROM unnest(kessai.powers_to_come(me, NULL)) p
     WHERE p <> ALL (before) AND NOT EXISTS (
       SELECT FROM kessai.reorganisation o,
              LATERAL (SELECT 'sees ' || (x ->> 'id') FROM jsonb_array_elements(o.body::jsonb #> '{put,sections}') x
                        WHERE NOT EXISTS (SELECT FROM kessai.section s WHERE s.section_id = (x ->> 'id')::bigint)
                       UNION ALL
                       SELECT k.what || (x ->> 'id') FROM jsonb_array_elements(o.body::jsonb #> '{put,posts}') x, (VALUES ('among '), ('above ')) k (what)
                        WHERE NOT EXISTS (SELECT FROM kessai.post s WHERE s.post_id = (x ->> 'id')::bigint)) made (what)
        WHERE o.revision = number AND substr(p, 12) = made.what));
END $$;

-- A reorganisation that waits for its day waits no more; one that failed on its day is put aside.
CREATE OR REPLACE FUNCTION kessai.take_back_reorganisation(p_number bigint, p_seen_revision bigint)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  failed boolean;
  added bigint;
BEGIN
  IF NOT kessai.is_administrator(me, kessai.today()) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to register');
  END IF;
  failed := EXISTS (SELECT FROM kessai.reorganisation o WHERE o.revision = p_number AND o.taken_back = 2);
  added := kessai.next_revision(CASE WHEN failed THEN 'failed reorganisation put aside' ELSE 'reorganisation taken back' END);
  IF coalesce(p_seen_revision < kessai.organised_in(), true) THEN
    PERFORM kessai.refuse('Stale', 'somebody else changed the office since');
  END IF;
  IF failed THEN
    UPDATE kessai.reorganisation SET taken_back = 3 WHERE revision = p_number AND taken_back = 2;
    IF NOT FOUND THEN
      PERFORM kessai.fault('NotFound', 'somebody else has put it aside');
    END IF;
    RETURN;
  END IF;
  IF EXISTS (SELECT FROM kessai.reorganisation o WHERE o.revision = p_number AND o.ended_in IS NULL AND o.made_by <> session_user)
     AND NOT kessai.powers_to_come(me, p_number) <@ kessai.powers_to_come(me, NULL) THEN
    PERFORM kessai.refuse('SelfAppointed', 'nobody takes back what they would lose by');
  END IF;
  UPDATE kessai.reorganisation SET ended_in = added, taken_back = 1
   WHERE revision = p_number AND ended_in IS NULL AND valid_from > kessai.today();
  IF NOT FOUND THEN
    PERFORM kessai.fault('NotFound', 'nothing of this number waits for its day');
  END IF;
  PERFORM kessai.judge_reorganisations();
END $$;

-- What could not be put in force on its day, until somebody puts it aside; for administrators and those who look after personnel.
CREATE FUNCTION kessai.failed_changes()
RETURNS TABLE (revision bigint, body text, reason text, made_by text, made_at bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
BEGIN
  IF NOT coalesce(kessai.is_administrator(me, kessai.today()) OR kessai.holds_role(me, 'personnel', kessai.today()), false) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to know yet');
  END IF;
  RETURN QUERY SELECT x.revision, x.body, x.reason, x.made_by, x.made_at FROM kessai.reorganisation x
                WHERE x.taken_back = 2 ORDER BY x.valid_from, x.revision;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.failed_changes()');

-- oldest client: 1
-- Who of a section is away (課の予定): minutes of a day, and not a word of why; or on a trip that was ordered. core/office/sections.h has the rule.

CREATE FUNCTION kessai.holds_role(person bigint, what text, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM kessai.role_holder r
     WHERE r.role = what AND r.removed_in IS NULL
       AND r.valid_from <= day AND (r.valid_until IS NULL OR r.valid_until >= day)
       AND kessai.post_exists(r.post_id, day) AND kessai.holds_post(person, r.post_id, day));
END $$;

-- A section and those above it.
CREATE FUNCTION kessai.section_line(bottom bigint, day text) RETURNS TABLE (section_id bigint, level integer)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY
  WITH RECURSIVE line AS (
    SELECT s.section_id, s.parent_id, s.level FROM kessai.section s
     WHERE s.section_id = bottom AND s.removed_in IS NULL
       AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day)
     UNION
    SELECT s.section_id, s.parent_id, s.level FROM kessai.section s JOIN line l ON s.section_id = l.parent_id
     WHERE s.removed_in IS NULL AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day))
  SELECT l.section_id, l.level FROM line l;
END $$;

-- The 課 of a post, or its own section where it lies in none; nothing where the post is not there.
CREATE FUNCTION kessai.whole_section(post bigint, day text) RETURNS bigint LANGUAGE sql STABLE
RETURN (SELECT coalesce((SELECT l.section_id FROM kessai.section_line(p.section_id, day) l WHERE l.level = 2), p.section_id)
          FROM kessai.post p
         WHERE p.post_id = whole_section.post AND p.removed_in IS NULL
           AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day) LIMIT 1);

-- Whether somebody may look at a section: it lies within the 課 of a post of theirs, or, for a post above the 課, within its own part.
CREATE FUNCTION kessai.sees_section(person bigint, what bigint, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM kessai.section_line(what, day)) AND (
    kessai.holds_role(person, 'personnel', day)
    OR EXISTS (
      SELECT FROM kessai.appointment a
       WHERE a.staff_id = person AND a.removed_in IS NULL
         AND a.valid_from <= day AND (a.valid_until IS NULL OR a.valid_until >= day)
         AND kessai.whole_section(a.post_id, day) IN (SELECT l.section_id FROM kessai.section_line(what, day) l)));
END $$;

CREATE FUNCTION kessai.section_absences(p_section bigint, p_from text, p_until text)
RETURNS TABLE (staff_id bigint, day text, used bigint, reserved bigint, trip integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  now_day text := kessai.today();
BEGIN
  IF me IS NULL OR NOT kessai.on_staff(me, now_day) OR NOT kessai.sees_section(me, p_section, now_day) THEN
    PERFORM kessai.fault('AccessDenied', 'this section is not theirs to look at');
  END IF;
  PERFORM kessai.check_day(p_from, false);
  PERFORM kessai.check_day(p_until, false);
  IF to_date(p_until, 'YYYY-MM-DD') - to_date(p_from, 'YYYY-MM-DD') NOT BETWEEN 0 AND 62 THEN
    PERFORM kessai.refuse('PeriodInvalid', 'a calendar shows two months at most');
  END IF;
  RETURN QUERY
  WITH RECURSIVE part AS (
    SELECT p_section AS section_id
     UNION
    SELECT s.section_id FROM kessai.section s JOIN part u ON s.parent_id = u.section_id
     WHERE s.removed_in IS NULL AND s.valid_from <= now_day AND (s.valid_until IS NULL OR s.valid_until >= now_day)),
  member AS (
    SELECT DISTINCT a.staff_id FROM kessai.appointment a
      JOIN kessai.post p ON p.post_id = a.post_id AND p.removed_in IS NULL
       AND p.valid_from <= now_day AND (p.valid_until IS NULL OR p.valid_until >= now_day)
      JOIN part u ON u.section_id = p.section_id
     WHERE a.removed_in IS NULL AND a.valid_from <= now_day AND (a.valid_until IS NULL OR a.valid_until >= now_day))
  SELECT m.staff_id, x.day, coalesce(sum(x.amount) FILTER (WHERE x.state = 1 AND NOT l.travels), 0)::bigint,
         coalesce(sum(x.amount) FILTER (WHERE x.state = 0 AND x.amount > 0 AND NOT l.travels), 0)::bigint,
         (coalesce(sum(x.amount) FILTER (WHERE x.state = 1 AND l.travels), 0) > 0)::integer
    FROM member m
   CROSS JOIN (VALUES ('absence.minutes', false), ('duty.removed.minutes', false), ('duty.daikyu.minutes', false),
                      ('overtime.compensated.minutes', false), ('duty.travel.days', true)) l (ledger, travels)
    JOIN kessai.posting x ON x.account = 'staff:' || m.staff_id AND x.ledger = l.ledger AND x.day BETWEEN p_from AND p_until
   WHERE x.state IN (0, 1) AND kessai.on_staff(m.staff_id, now_day)
   GROUP BY m.staff_id, x.day
  HAVING sum(x.amount) FILTER (WHERE x.state = 1 AND NOT l.travels) <> 0
      OR sum(x.amount) FILTER (WHERE x.state = 0 AND x.amount > 0 AND NOT l.travels) <> 0
      OR sum(x.amount) FILTER (WHERE x.state = 1 AND l.travels) > 0
   ORDER BY m.staff_id, x.day;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.section_absences(bigint, text, text)');

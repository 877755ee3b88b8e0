-- oldest client: 1
-- Minutes of meetings (core/meetings/minutes.h): which case may have them, and the end of private ink some days after they were decided.

-- Whether the title of minutes names a meeting and its day; of a long one as far as there is room, which is counted as the form does it.
CREATE FUNCTION kessai.names_meeting(title text, m kessai.meeting) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT strpos(title, m.title) > 0
         AND strpos(title, '年' || extract(month FROM m.day::date) || '月' || extract(day FROM m.day::date) || '日') > 0
      OR length(title) + length(regexp_replace(title, '[\u0001-\uffff]', '', 'g')) >= 100
         AND (starts_with(title, m.title) OR starts_with(m.title, title))
$$;

-- Whether a case may have a meeting's minutes: checkMinutes of core/meetings/minutes.h.
CREATE FUNCTION kessai.has_minutes(c kessai.case_file, m kessai.meeting) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN c.form = 'draft' AND kessai.names_meeting(c.title, m)
     AND (c.submitted_at IS NULL OR c.submitted_at >= (
            SELECT a.made_at FROM kessai.meeting_act a
             WHERE a.meeting_id = m.meeting_id AND a.kind = 9 AND a.body = '{"to":3}' ORDER BY a.seq DESC LIMIT 1))
     AND NOT EXISTS (SELECT FROM kessai.meeting_act a
                      WHERE a.kind = 16 AND a.meeting_id <> m.meeting_id AND a.body = format('{"minutes":%s}', c.case_id));
END $$;

CREATE FUNCTION kessai.file_minutes(me bigint, m kessai.meeting, b jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  c kessai.case_file;
BEGIN
  IF (b->>'minutes')::bigint < 1 THEN
    PERFORM kessai.fault('Invalid', 'minutes are a case');
  END IF;
  SELECT * INTO c FROM kessai.case_file x WHERE x.case_id = (b->>'minutes')::bigint AND x.drafter_id = me;
  IF NOT FOUND THEN
    PERFORM kessai.fault('NotFound', 'no such case of the caller''s');
  ELSIF NOT kessai.has_minutes(c, m) THEN
    PERFORM kessai.fault('Invalid', 'minutes are a draft for decision that names its meeting and its day, and was filed after it');
  END IF;
END $$;

-- The day from which everybody's private ink is destroyed; '' where the rules of the meeting keep it, or its minutes are not decided. What
-- was done to a case ends with the state it came to.
CREATE FUNCTION kessai.ink_end_of(m kessai.meeting) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  days integer := (SELECT (a.body::jsonb#>>'{rules,inkDays}')::integer FROM kessai.meeting_act a
                    WHERE a.meeting_id = m.meeting_id AND a.kind = 0 ORDER BY a.seq DESC LIMIT 1);
  c kessai.case_file;
  decided bigint;
BEGIN
  SELECT * INTO c FROM kessai.case_file x
   WHERE x.state = 4 AND x.case_id = (
     SELECT (a.body::jsonb->>'minutes')::bigint FROM kessai.meeting_act a
      WHERE a.meeting_id = m.meeting_id AND a.kind = 16 ORDER BY a.seq DESC LIMIT 1);
  IF NOT FOUND OR days < 0 OR NOT kessai.has_minutes(c, m) THEN
    RETURN '';
  END IF;
  decided := (SELECT min(e.at) FROM kessai.event e WHERE e.case_id = c.case_id AND e.effects LIKE '%"state":4}');
  RETURN coalesce(to_char((to_timestamp(decided / 1000000.0) AT TIME ZONE 'Asia/Tokyo')::date + days, 'YYYY-MM-DD'), '');
END $$;

CREATE FUNCTION kessai.ink_end(p_meeting bigint)
RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.guard_meeting(kessai.meeting_reader(), p_meeting);
  RETURN (SELECT kessai.ink_end_of(m) FROM kessai.meeting m WHERE m.meeting_id = p_meeting);
END $$;

-- Takes everybody's private ink away from that day on. Nothing an author's program brings later is newer.
CREATE FUNCTION kessai.destroy_ink(p_meeting bigint)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  m kessai.meeting;
  its_end text;
  fresh bigint;
BEGIN
  PERFORM kessai.guard_meeting(me, p_meeting);
  SELECT * INTO m FROM kessai.meeting x WHERE x.meeting_id = p_meeting FOR NO KEY UPDATE;
  me := kessai.caller();
  PERFORM kessai.guard_meeting(me, p_meeting);
  its_end := kessai.ink_end_of(m);
  IF NOT kessai.is_secretary(me, p_meeting) AND NOT kessai.is_administrator(me, kessai.today()) THEN
    PERFORM kessai.fault('AccessDenied', 'secretaries and administrators see to the rules of a meeting');
  ELSIF its_end = '' OR its_end > kessai.today() THEN
    PERFORM kessai.refuse('WrongState', 'ink stays, or its day has not come');
  ELSIF NOT EXISTS (SELECT FROM kessai.ink i WHERE i.meeting_id = p_meeting AND i.audience = 0 AND i.removed = 0) THEN
    RETURN;
  END IF;
  fresh := kessai.next_ink_mark(p_meeting);
  UPDATE kessai.ink i SET body = '', removed = 1, version = 2000000000, mark = fresh, changed_at = kessai.now_us()
   WHERE i.meeting_id = p_meeting AND i.audience = 0 AND i.removed = 0;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.ink_end(bigint)', 'kessai.destroy_ink(bigint)');

-- oldest client: 1
-- The office's holidays (core/calendar/holidays.h): the official list as imported, closing days and those of the city; and the doors by
-- which administrators register them (core/calendar/holidaychange.h has the rules). Nothing is deleted: a row ends with a revision.

CREATE TABLE kessai.holiday (
  day         TEXT NOT NULL,
  valid_until TEXT, -- the last of the same day of every year; that of the day itself: once only
  name        TEXT NOT NULL,
  kind        INTEGER NOT NULL, -- 0 official, 1 closing, 2 local
  added_in    BIGINT NOT NULL REFERENCES kessai.office_revision (revision),
  removed_in  BIGINT REFERENCES kessai.office_revision (revision),
  PRIMARY KEY (day, kind, added_in)
);
ALTER TABLE kessai.holiday ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON kessai.holiday FOR SELECT USING ((SELECT kessai.my_staff_id()) IS NOT NULL);
DO $$
BEGIN
  EXECUTE format('GRANT SELECT ON kessai.holiday TO %I', kessai.staff_group());
END $$;

CREATE FUNCTION kessai.check_holiday(day text, name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM kessai.check_day(day, false);
  IF name IS NULL OR name !~ '[^[:space:]]' OR char_length(name) > 100 OR name ~ '[[:cntrl:]]' THEN
    PERFORM kessai.fault('Invalid', 'a holiday has a name');
  END IF;
END $$;

-- p_days: [{"day": "2026-01-01", "name": "元日"}, ...]; it stands for the years it contains, all of it or nothing.
CREATE FUNCTION kessai.import_holidays(p_days text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  revision bigint;
  gone integer;
  came integer;
BEGIN
  IF NOT kessai.is_administrator(me, kessai.today()) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to register');
  END IF;
  PERFORM kessai.check_length(p_days, 1000000, 'the list');
  IF jsonb_typeof(p_days::jsonb) <> 'array' THEN
    PERFORM kessai.fault('Invalid', 'a list of days, each of them once');
  ELSIF jsonb_array_length(p_days::jsonb) > 5000 THEN
    PERFORM kessai.refuse('TooManyEntries', 'too many days');
  END IF;
  PERFORM kessai.check_holiday(x.day, x.name) FROM jsonb_to_recordset(p_days::jsonb) AS x (day text, name text);
  IF jsonb_array_length(p_days::jsonb) = 0
     OR EXISTS (SELECT FROM jsonb_to_recordset(p_days::jsonb) AS x (day text) GROUP BY x.day HAVING count(*) > 1) THEN
    PERFORM kessai.fault('Invalid', 'a list of days, each of them once');
  END IF;
  revision := kessai.next_revision('holidays imported');
  UPDATE kessai.holiday h SET removed_in = revision
   WHERE h.kind = 0 AND h.removed_in IS NULL
     AND left(h.day, 4) IN (SELECT left(x.day, 4) FROM jsonb_to_recordset(p_days::jsonb) AS x (day text))
     AND NOT EXISTS (SELECT FROM jsonb_to_recordset(p_days::jsonb) AS x (day text, name text) WHERE x.day = h.day AND x.name = h.name);
  GET DIAGNOSTICS gone = ROW_COUNT;
  INSERT INTO kessai.holiday (day, valid_until, name, kind, added_in)
  SELECT x.day, x.day, x.name, 0, revision FROM jsonb_to_recordset(p_days::jsonb) AS x (day text, name text)
   WHERE NOT EXISTS (SELECT FROM kessai.holiday h WHERE h.kind = 0 AND h.removed_in IS NULL AND h.day = x.day);
  GET DIAGNOSTICS came = ROW_COUNT;
  IF gone + came = 0 THEN
    PERFORM kessai.fault('AlreadyExists', 'the list is the one that is there');
  END IF;
END $$;

CREATE FUNCTION kessai.add_local_day(p_day text, p_every_year integer, p_name text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  revision bigint;
BEGIN
  IF NOT kessai.is_administrator(me, kessai.today()) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to register');
  END IF;
  revision := kessai.next_revision('local day registered'); -- first: what is checked below is as the one before left it
  PERFORM kessai.check_holiday(p_day, p_name);
  IF coalesce(p_every_year NOT IN (0, 1), true) THEN
    PERFORM kessai.fault('Invalid', 'once, or every year');
  ELSIF EXISTS (SELECT FROM kessai.holiday h
                 WHERE h.kind = 2 AND h.removed_in IS NULL AND right(h.day, 5) = right(p_day, 5)
                   AND (h.valid_until IS NULL OR h.valid_until >= p_day) AND (p_every_year = 1 OR p_day >= h.day)) THEN
    PERFORM kessai.fault('AlreadyExists', 'a holiday of the city already');
  ELSIF (SELECT count(*) FROM kessai.holiday h WHERE h.kind = 2 AND h.removed_in IS NULL) >= 100 THEN
    PERFORM kessai.refuse('TooManyEntries', 'there are many holidays of the city');
  END IF;
  INSERT INTO kessai.holiday (day, valid_until, name, kind, added_in)
  VALUES (p_day, CASE p_every_year WHEN 0 THEN p_day END, p_name, 2, revision);
END $$;

CREATE FUNCTION kessai.end_local_day(p_day text, p_added_in bigint)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  today text := kessai.today();
  revision bigint;
  h kessai.holiday;
BEGIN
  IF NOT kessai.is_administrator(me, today) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to register');
  END IF;
  revision := kessai.next_revision('local day ended');
  UPDATE kessai.holiday x SET removed_in = revision
   WHERE x.day = p_day AND x.added_in = p_added_in AND x.kind = 2 AND x.removed_in IS NULL
     AND (x.valid_until IS NULL OR x.valid_until = x.day OR x.valid_until >= today)
  RETURNING * INTO h;
  IF NOT FOUND THEN
    PERFORM kessai.fault('NotFound', 'no such holiday of the city, or it has ended');
  ELSIF h.valid_until IS DISTINCT FROM h.day AND h.day < today THEN
    INSERT INTO kessai.holiday (day, valid_until, name, kind, added_in) -- the years it was one stay
    VALUES (h.day, kessai.day_before(today), h.name, 2, revision);
  END IF;
END $$;

-- How many decided cases moved something on some days, without a word of which: before administrators make other days of them.
CREATE FUNCTION kessai.decided_on(p_days text)
RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  IF NOT coalesce(kessai.is_administrator(kessai.my_staff_id(), kessai.today()), false) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to ask');
  END IF;
  PERFORM kessai.check_length(p_days, 1000000, 'the list');
  RETURN (SELECT count(DISTINCT p.case_id) FROM kessai.posting p JOIN kessai.case_file c ON c.case_id = p.case_id AND c.state = 4
           WHERE p.day IN (SELECT jsonb_array_elements_text(p_days::jsonb)));
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.import_holidays(text)', 'kessai.add_local_day(text, integer, text)',
                          'kessai.end_local_day(text, bigint)', 'kessai.decided_on(text)');

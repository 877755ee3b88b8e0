-- oldest client: 1
-- Closing a month of overtime and looking over everybody's, by whoever holds the role "personnel".

ALTER TABLE kessai.month_close ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON kessai.month_close FOR SELECT USING ((SELECT kessai.my_staff_id()) IS NOT NULL);
DO $$
BEGIN
  EXECUTE format('GRANT SELECT ON kessai.month_close TO %I', kessai.staff_group());
END $$;

CREATE FUNCTION kessai.month_closed(what text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce((SELECT m.closed = 1 FROM kessai.month_close m WHERE m.month = what ORDER BY m.revision DESC LIMIT 1), false);
END $$;

-- Nothing is filed or decided of the overtime of a closed month, nor of exchanged days, which decide on its rates. Whoever is at it and whoever closes the month wait for each other, so
-- that nothing slips in behind the sum.
CREATE FUNCTION kessai.check_months(p_case bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  month text;
BEGIN
  FOR month IN
    SELECT DISTINCT left(p.day, 7) FROM kessai.posting p WHERE p.case_id = p_case AND (p.ledger LIKE 'overtime.%' OR p.ledger LIKE 'duty.%') ORDER BY 1
  LOOP
    PERFORM pg_advisory_xact_lock_shared(18, replace(month, '-', '')::integer);
    IF kessai.month_closed(month) THEN
      PERFORM kessai.refuse('MonthClosed', 'the month ' || month || ' is closed');
    END IF;
  END LOOP;
END $$;

CREATE FUNCTION kessai.guard_personnel() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  me bigint := kessai.my_staff_id();
BEGIN
  IF me IS NULL OR NOT kessai.holds_role(me, 'personnel', kessai.today()) THEN
    PERFORM kessai.fault('AccessDenied', 'this is for personnel');
  END IF;
  RETURN me;
END $$;

-- p_first: the first day of a month that is over.
CREATE FUNCTION kessai.close_month(p_first text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  caller bigint := kessai.caller(); -- before all else: what it refuses, nobody may
  me bigint := kessai.guard_personnel();
  revision bigint;
BEGIN
  PERFORM kessai.check_day(p_first, false);
  IF right(p_first, 2) <> '01' OR left(p_first, 7) >= left(kessai.today(), 7) THEN
    PERFORM kessai.refuse('PeriodInvalid', 'that is not a month that is over');
  END IF;
  PERFORM pg_advisory_xact_lock(18, replace(left(p_first, 7), '-', '')::integer);
  revision := kessai.next_revision('month closed');
  IF kessai.month_closed(left(p_first, 7)) THEN
    PERFORM kessai.fault('AlreadyExists', 'the month is closed');
  END IF;
  INSERT INTO kessai.month_close (month, closed, reason, made_by, revision) VALUES (left(p_first, 7), 1, '', me, revision);
END $$;

CREATE FUNCTION kessai.reopen_month(p_first text, p_reason text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  caller bigint := kessai.caller();
  me bigint := kessai.guard_personnel();
  revision bigint;
BEGIN
  PERFORM kessai.check_day(p_first, false);
  PERFORM kessai.check_length(p_reason, 2000, 'the reason');
  IF right(p_first, 2) <> '01' THEN
    PERFORM kessai.refuse('PeriodInvalid', 'that is not a month');
  ELSIF coalesce(btrim(p_reason), '') = '' THEN
    PERFORM kessai.refuse('ReasonMissing', 'a month is opened again for a reason');
  END IF;
  PERFORM pg_advisory_xact_lock(18, replace(left(p_first, 7), '-', '')::integer);
  revision := kessai.next_revision('month opened again');
  IF NOT kessai.month_closed(left(p_first, 7)) THEN
    PERFORM kessai.fault('NotFound', 'the month is not closed');
  END IF;
  INSERT INTO kessai.month_close (month, closed, reason, made_by, revision) VALUES (left(p_first, 7), 0, p_reason, me, revision);
END $$;

-- Everybody's overtime, changed duty and absence, posting by posting, without a word of the cases.
CREATE FUNCTION kessai.work_postings(p_from text, p_until text)
RETURNS TABLE (account text, ledger text, day text, starts integer, amount bigint, state integer, used_at bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.guard_personnel();
  PERFORM kessai.check_day(p_from, false);
  PERFORM kessai.check_day(p_until, false);
  IF to_date(p_until, 'YYYY-MM-DD') - to_date(p_from, 'YYYY-MM-DD') NOT BETWEEN 0 AND 62 THEN
    PERFORM kessai.refuse('PeriodInvalid', 'two months at most');
  END IF;
  RETURN QUERY
  SELECT p.account, p.ledger, p.day, p.starts, p.amount, p.state, p.used_at
    FROM (SELECT DISTINCT s.staff_id FROM kessai.staff s) s
   CROSS JOIN unnest(ARRAY['overtime.order.minutes', 'overtime.holiday.order.minutes', 'overtime.minutes', 'overtime.holiday.minutes',
                           'overtime.compensated.minutes', 'duty.added.minutes', 'duty.removed.minutes', 'duty.daikyu.minutes',
                           'absence.minutes']) l (ledger)
    JOIN kessai.posting p ON p.account = 'staff:' || s.staff_id AND p.ledger = l.ledger AND p.day BETWEEN p_from AND p_until
   WHERE p.state = 1 OR (p.state = 0 AND p.amount > 0)
   ORDER BY s.staff_id, p.day, p.starts NULLS FIRST, p.ledger;
END $$;

-- The same of one person, or of everybody, with the number of each case and who decided it (時間外勤務命令簿). One's own is one's own to read.
CREATE FUNCTION kessai.work_book(p_staff bigint, p_from text, p_until text)
RETURNS TABLE (account text, ledger text, day text, starts integer, amount bigint, state integer, used_at bigint, number text,
               by_name text, by_title text, by_section text, for_name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
BEGIN
  IF me IS NULL OR p_staff IS NULL OR p_staff <> me OR NOT kessai.on_staff(me, kessai.today()) THEN
    PERFORM kessai.guard_personnel();
  END IF;
  PERFORM kessai.check_day(p_from, false);
  PERFORM kessai.check_day(p_until, false);
  IF to_date(p_until, 'YYYY-MM-DD') - to_date(p_from, 'YYYY-MM-DD') NOT BETWEEN 0 AND 62 THEN
    PERFORM kessai.refuse('PeriodInvalid', 'two months at most');
  END IF;
  RETURN QUERY
  SELECT p.account, p.ledger, p.day, p.starts, p.amount, p.state, p.used_at, c.number, coalesce(e.actor_name, ''),
         coalesce(e.actor_title, ''), coalesce(e.actor_section, ''), coalesce(e.principal_name, '')
    FROM (SELECT DISTINCT s.staff_id FROM kessai.staff s WHERE p_staff IS NULL OR s.staff_id = p_staff) s
   CROSS JOIN unnest(ARRAY['overtime.order.minutes', 'overtime.holiday.order.minutes', 'overtime.minutes', 'overtime.holiday.minutes',
                           'overtime.compensated.minutes', 'duty.added.minutes', 'duty.removed.minutes', 'duty.daikyu.minutes',
                           'absence.minutes']) l (ledger)
    JOIN kessai.posting p ON p.account = 'staff:' || s.staff_id AND p.ledger = l.ledger AND p.day BETWEEN p_from AND p_until
    JOIN kessai.case_file c ON c.case_id = p.case_id
    LEFT JOIN LATERAL (
      SELECT v.actor_name, v.actor_title, v.actor_section, v.principal_name FROM kessai.event v
       WHERE v.case_id = p.case_id AND v.at = p.used_at AND v.code NOT IN ('commented', 'reminded')
       ORDER BY v.seq DESC LIMIT 1) e ON true
   WHERE p.state = 1 OR (p.state = 0 AND p.amount > 0)
   ORDER BY s.staff_id, p.day, p.starts NULLS FIRST, p.ledger, p.case_id, p.no;
END $$;

-- The same, duty on days off and annual leave summed up by month, for as long as limits and leave look back.
CREATE FUNCTION kessai.work_sums(p_from text, p_until text)
RETURNS TABLE (account text, month text, ledger text, used bigint, reserved bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.guard_personnel();
  PERFORM kessai.check_day(p_from, false);
  PERFORM kessai.check_day(p_until, false);
  IF to_date(p_until, 'YYYY-MM-DD') - to_date(p_from, 'YYYY-MM-DD') NOT BETWEEN 0 AND 800 THEN
    PERFORM kessai.refuse('PeriodInvalid', 'two years at most');
  END IF;
  RETURN QUERY
  SELECT p.account, left(p.day, 7), p.ledger, coalesce(sum(p.amount) FILTER (WHERE p.state = 1), 0)::bigint,
         coalesce(sum(p.amount) FILTER (WHERE p.state = 0 AND p.amount > 0), 0)::bigint
    FROM (SELECT DISTINCT s.staff_id FROM kessai.staff s) s
   CROSS JOIN unnest(ARRAY['overtime.minutes', 'duty.added.minutes', 'leave.annual.minutes', 'leave.annual.half_days']) l (ledger)
    JOIN kessai.posting p ON p.account = 'staff:' || s.staff_id AND p.ledger = l.ledger AND p.day BETWEEN p_from AND p_until
   WHERE p.state IN (0, 1)
   GROUP BY s.staff_id, p.account, left(p.day, 7), p.ledger
   ORDER BY s.staff_id, 2, 3;
END $$;

-- Papers that were to follow a decided leave and were not handed in, by person and the leave's first day; which leave it was, is not said.
CREATE FUNCTION kessai.awaited_evidence(p_from text, p_until text) RETURNS TABLE (account text, day text, papers bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.guard_personnel();
  PERFORM kessai.check_day(p_from, false);
  PERFORM kessai.check_day(p_until, false);
  IF to_date(p_until, 'YYYY-MM-DD') - to_date(p_from, 'YYYY-MM-DD') NOT BETWEEN 0 AND 800 THEN
    PERFORM kessai.refuse('PeriodInvalid', 'two years at most');
  END IF;
  RETURN QUERY
  SELECT p.account, p.day, sum(CASE p.ledger WHEN 'evidence.due' THEN p.amount ELSE -p.amount END)::bigint
    FROM (SELECT DISTINCT s.staff_id FROM kessai.staff s) s
   CROSS JOIN unnest(ARRAY['evidence.due', 'evidence.received']) l (ledger)
    JOIN kessai.posting p ON p.account = 'staff:' || s.staff_id AND p.ledger = l.ledger AND p.day BETWEEN p_from AND p_until
   WHERE p.state = 1 OR (p.state = 0 AND p.amount > 0 AND p.ledger = 'evidence.received')
   GROUP BY s.staff_id, p.account, p.day
  HAVING sum(CASE p.ledger WHEN 'evidence.due' THEN p.amount ELSE -p.amount END) > 0
   ORDER BY s.staff_id, 2;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.close_month(text)', 'kessai.reopen_month(text, text)', 'kessai.work_postings(text, text)', 'kessai.work_book(bigint, text, text)',
                          'kessai.work_sums(text, text)', 'kessai.awaited_evidence(text, text)');

-- oldest client: 42
-- Money comes from somewhere, and is paid once it was examined (地方自治法232条の4第2項). An older program does not know which voucher is kept
-- out of a batch, and would make none of its day.

-- Whether what a case gives is taken from elsewhere by the same case: what it lowers on a line, it lowers of a commitment, what it raises of a
-- commitment it takes from a line (check_references sees to it that line and commitment belong together), and a transfer is even in its year.
CREATE FUNCTION kessai.is_balanced(postings jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT NOT EXISTS (
    SELECT FROM (SELECT CASE WHEN p->>'ledger' LIKE 'budget.transfer.%' THEN 'transfer of ' || substr(p->>'account', 8, 4)
                             ELSE substr(p->>'ledger', strpos(p->>'ledger', '.') + 1) END AS what,
                        CASE WHEN p->>'ledger' IN ('budget.transfer.in', 'commitment.decrease', 'commitment.increase')
                             THEN -(p->>'amount')::bigint ELSE (p->>'amount')::bigint END AS yen
                   FROM jsonb_array_elements(postings) p
                  WHERE p->>'ledger' IN ('budget.transfer.in', 'budget.transfer.out', 'budget.decrease', 'commitment.decrease',
                                         'budget.increase', 'commitment.increase')) m
     GROUP BY m.what HAVING sum(m.yen) <> 0)
$$;

-- What is moved of a commitment, a reference names: whoever reads the case sees of which, and nobody reaches for one they know nothing of, or
-- that is not theirs to take of. What is given back, or moved to another line, is of an order that was paid. What a case gives, it takes from
-- elsewhere. It commits on one line: of two, what rests on it would give to one what it takes off the other.
CREATE OR REPLACE FUNCTION kessai.check_named(c kessai.case_file, fields jsonb, postings jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM jsonb_array_elements(postings) p
              WHERE p->>'account' LIKE 'case:%'
                AND p->>'ledger' NOT IN ('commitment.refund', 'payment.returned', 'payment.settled')
                AND NOT EXISTS (SELECT FROM kessai.references_in(fields) r WHERE 'case:' || (r->>'case') = p->>'account'))
     OR EXISTS (SELECT FROM jsonb_array_elements(postings) p
                 WHERE p->>'ledger' IN ('commitment.refund', 'payment.returned', 'payment.settled')
                   AND NOT kessai.is_of_paid(fields, p->>'ledger', p->>'account'))
     OR EXISTS (SELECT FROM jsonb_array_elements(postings) p
                 WHERE p->>'ledger' IN ('budget.refund', 'budget.corrected')
                   AND NOT EXISTS (SELECT FROM kessai.references_in(fields) r WHERE r ? 'amount')) THEN
    PERFORM kessai.refuse('ReferenceInvalid', 'no field names the commitment');
  ELSIF EXISTS (SELECT FROM jsonb_array_elements(postings) p
                 WHERE p->>'account' ~ '^case:[1-9][0-9]{0,17}$'
                   AND p->>'ledger' LIKE 'commitment.%'
                   AND NOT kessai.may_take_of(c.drafter_id, substr(p->>'account', 6)::bigint)) THEN
    PERFORM kessai.refuse('ReferenceInvalid', 'the commitment is not the drafter''s to take of');
  ELSIF NOT kessai.is_balanced(postings) THEN
    PERFORM kessai.refuse('ReferenceInvalid', 'what a case gives comes from nowhere');
  ELSIF (SELECT count(DISTINCT p->>'account') FROM jsonb_array_elements(postings) p WHERE p->>'ledger' = 'budget.commitment') > 1 THEN
    PERFORM kessai.refuse('ReferenceInvalid', 'a case commits on one line');
  END IF;
END $$;

-- A cancellation of some days takes back all of the money that is left, or none of it: half of a transfer would give what nobody gave up.
CREATE FUNCTION kessai.check_money_back(fields jsonb, postings jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  back bigint := (SELECT count(*) FROM jsonb_array_elements(postings) p WHERE p->>'account' ~ '^(budget|case):');
BEGIN
  IF back > 0 AND fields->'cancels' ? 'days' AND back < (
       SELECT coalesce(sum(l.times), 0) FROM kessai.left_to_cancel((fields #>> '{cancels,case}')::bigint) l
        WHERE l.account ~ '^(budget|case):') THEN
    PERFORM kessai.fault('Invalid', 'a cancellation takes back all of the money, or none of it');
  END IF;
END $$;

-- As in migration 0004, and what is taken back of money is all of it.
CREATE OR REPLACE FUNCTION kessai.insert_postings(c kessai.case_file, fields jsonb, postings jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  cancels boolean := fields ? 'cancels';
BEGIN
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


-- Examination before payment ---------------------------------------------------------------------------------------------------

-- Whether the accounting section passed a case in its examination: a post of the 課 of one that has the role, or somebody who held such a post. The
-- route puts a superior of that 課 in the place of a vacant post. The role counts that was there when the case came before them; or is there today,
-- so that an office that forgot to give it makes up for that.
CREATE FUNCTION kessai.was_examined(p_case bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM kessai.case_file c
      JOIN kessai.step s ON s.case_id = c.case_id AND s.round = c.round AND s.kind = 2
      JOIN kessai.assignment a ON a.case_id = s.case_id AND a.round = s.round AND a.step_no = s.step_no AND a.state = 2
     CROSS JOIN LATERAL (VALUES (kessai.written_day((to_timestamp(coalesce(a.arrived_at, c.submitted_at) / 1000000) AT TIME ZONE 'Asia/Tokyo')::date)),
                                (kessai.today())) d (day)
      JOIN kessai.role_holder r ON r.role = 'accounting' AND r.removed_in IS NULL
       AND r.valid_from <= d.day AND (r.valid_until IS NULL OR r.valid_until >= d.day)
     WHERE c.case_id = p_case
       AND (r.post_id = -a.party
         OR kessai.whole_section(r.post_id, d.day) = kessai.whole_section(-a.party, d.day)
         OR EXISTS (SELECT FROM kessai.appointment h
                     WHERE h.staff_id = a.party AND h.removed_in IS NULL
                       AND h.valid_from <= d.day AND (h.valid_until IS NULL OR h.valid_until >= d.day)
                       AND kessai.whole_section(h.post_id, d.day) = kessai.whole_section(r.post_id, d.day))));
END $$;

-- Nothing goes into a batch that nobody of the accounting section examined; a copy of an office, which its owner makes, is made as the office was.
CREATE FUNCTION kessai.pays_what_was_examined() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF kessai.my_staff_id() IS NOT NULL AND NOT kessai.was_examined(NEW.case_id) THEN
    PERFORM kessai.refuse('NotPayable', NEW.case_id::text);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER examined BEFORE INSERT ON kessai.payment_line FOR EACH ROW EXECUTE FUNCTION kessai.pays_what_was_examined();

-- As in migration 0027, and whether it was examined, and who registered the payee as it is.
DROP FUNCTION kessai.payments_due(text);
CREATE FUNCTION kessai.payments_due(p_until text)
RETURNS TABLE (case_id bigint, number text, form text, title text, section text, day text, amount bigint, transfer integer, payee text,
               cancelled integer, came_back integer, known jsonb, moved integer, given_up text, pay_until text, examined integer,
               registered_by bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.guard_payments();
  PERFORM kessai.check_day(p_until, false);
  RETURN QUERY
  SELECT v.case_id, v.number, v.form, v.title, v.section, v.day, v.amount, v.transfer, v.payee, v.cancelled, v.came_back, to_jsonb(n),
         CASE WHEN EXISTS (
           SELECT FROM kessai.payee w
            WHERE w.code = n.code AND to_jsonb(w.revision) = v.payee::jsonb->'revision'
              AND (w.bank, w.branch, w.account_type, w.account, w.holder) = (n.bank, n.branch, n.account_type, n.account, n.holder))
              THEN 0 ELSE 1 END,
         v.given_up, v.pay_until, CASE WHEN kessai.was_examined(v.case_id) THEN 1 ELSE 0 END, n.made_by
    FROM kessai.vouchers_due(NULL, p_until) v
    LEFT JOIN LATERAL (
      SELECT p.* FROM kessai.payee p
       WHERE v.payee <> '' AND p.code = v.payee::jsonb->>'code' ORDER BY p.revision DESC LIMIT 1) n ON true
   ORDER BY v.day, v.case_id;
END $$;

-- As in migration 0027, and by when there is to be what was paid beforehand.
DROP FUNCTION kessai.unpaid();
CREATE FUNCTION kessai.unpaid()
RETURNS TABLE (case_id bigint, number text, form text, title text, drafter text, kind integer, amount bigint, left_over bigint, day text,
               readable integer, term text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  charge record;
BEGIN
  IF me IS NULL THEN
    PERFORM kessai.fault('AccessDenied', 'this is for members of the staff');
  END IF;
  SELECT b.sections, b.keeps OR kessai.am_auditor() AS everything INTO charge FROM kessai.budget_charge(me, kessai.today()) b;
  RETURN QUERY
  WITH mine AS MATERIALIZED (
    SELECT DISTINCT 'budget:' || l.fiscal_year || ':' || l.code AS account, l.fiscal_year >= kessai.open_fiscal_year() AS open
      FROM kessai.budget_line l
     WHERE l.removed_in IS NULL AND l.fiscal_year >= kessai.open_fiscal_year() - 1 AND (charge.everything OR l.section_id = ANY (charge.sections))),
  committed AS MATERIALIZED (
    SELECT p.case_id, bool_or(m.open) AS open, sum(p.amount)::bigint AS amount
      FROM mine m JOIN kessai.posting p ON p.account = m.account AND p.ledger = 'budget.commitment' AND p.state = 1 AND p.amount > 0
     GROUP BY p.case_id),
  moved AS MATERIALIZED (
    SELECT o.case_id, o.amount + coalesce(sum(p.amount) FILTER (WHERE p.ledger = 'commitment.increase'), 0)
                               - coalesce(sum(p.amount) FILTER (WHERE p.ledger = 'commitment.decrease'), 0) AS amount,
           coalesce(sum(p.amount) FILTER (WHERE p.ledger = 'commitment.paid'), 0)
           - coalesce(sum(p.amount) FILTER (WHERE p.ledger = 'commitment.refund'), 0) AS ordered
      FROM committed o LEFT JOIN kessai.posting p ON p.account = 'case:' || o.case_id AND p.state = 1
     WHERE o.open
     GROUP BY o.case_id, o.amount),
  voucher AS MATERIALIZED (
    SELECT p.case_id, min(p.day) AS day, sum(p.amount)::bigint AS amount,
           EXISTS (SELECT FROM kessai.payment_line l JOIN kessai.payment_batch b ON b.batch_id = l.batch_id
                    WHERE l.case_id = p.case_id AND l.returned IS NULL AND b.state = 2) AS paid
      FROM (SELECT m.account, 'budget.payment' AS ledger FROM mine m
             UNION ALL SELECT 'case:' || o.case_id, 'commitment.paid' FROM committed o) a
      JOIN kessai.posting p ON p.account = a.account AND p.ledger = a.ledger AND p.state = 1
     GROUP BY p.case_id),
  refunding AS MATERIALIZED (
    SELECT DISTINCT p.case_id
      FROM (SELECT m.account, 'budget.refund' AS ledger FROM mine m
             UNION ALL SELECT 'case:' || o.case_id, 'commitment.refund' FROM committed o) a
      JOIN kessai.posting p ON p.account = a.account AND p.ledger = a.ledger AND p.state = 1)
  SELECT c.case_id, c.number, c.form, c.title, c.drafter_name, u.kind, u.amount::bigint, u.left_over::bigint,
         CASE u.kind WHEN 3 THEN kessai.term_of(c.case_id) ELSE u.day END,
         CASE WHEN kessai.may_read(c.case_id) THEN 1 ELSE 0 END,
         CASE u.kind WHEN 2 THEN (SELECT kessai.term_of(substr(p.account, 6)::bigint) FROM kessai.posting p
                                   WHERE p.case_id = u.case_id AND p.ledger = 'commitment.paid' LIMIT 1) END
    FROM (SELECT m.case_id, 3 AS kind, m.amount, m.amount - m.ordered AS left_over, NULL::text AS day FROM moved m WHERE m.amount > m.ordered
           UNION ALL SELECT v.case_id, 0, v.amount, v.amount, v.day FROM voucher v WHERE v.amount > 0 AND NOT v.paid
           UNION ALL SELECT r.case_id, 1, w.amount, w.amount, w.day FROM refunding r CROSS JOIN LATERAL kessai.money_awaited(r.case_id) w
                      WHERE w.amount IS NOT NULL -- migration 0037
           UNION ALL SELECT v.case_id, 2, v.amount, v.amount, v.day FROM voucher v
                       JOIN kessai.case_file f ON f.case_id = v.case_id
                       JOIN kessai.content x ON x.case_id = f.case_id AND x.revision = f.revision
                      WHERE v.amount > 0 AND v.paid AND x.fields::jsonb->>'pay_method' IN ('advance', 'estimate', 'prepaid')
                        AND coalesce((SELECT sum(s.amount) FROM kessai.posting s
                                       WHERE s.account = 'case:' || v.case_id AND s.ledger = 'payment.settled' AND s.state = 1), 0) <= 0
                        AND v.amount > coalesce((SELECT sum(s.amount) FROM kessai.posting s -- all of it given back: nothing is left to settle
                                                  WHERE s.account = 'case:' || v.case_id AND s.ledger = 'payment.returned' AND s.state = 1), 0)) u
    JOIN kessai.case_file c ON c.case_id = u.case_id AND c.state = 4
   WHERE NOT EXISTS (SELECT FROM kessai.cancellation k WHERE k.cancelled_id = c.case_id AND k.decided = 1)
   ORDER BY u.kind NOT IN (1, 2), u.kind, u.day, CASE u.kind WHEN 3 THEN -c.case_id ELSE c.case_id END LIMIT 501;
END $$;

-- As in migration 0026, and who pays back where nobody is paid.
CREATE OR REPLACE FUNCTION kessai.voucher_facts(p_fields text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  said jsonb := p_fields;
BEGIN
  RETURN jsonb_build_object('payment_on', said->'payment_on', 'invoice', said->'invoice', 'received_on', said->'received_on',
                            'terms', said->'terms', 'completed_on', said->'completed_on', 'inspected_on', said->'inspected_on',
                            'payee', jsonb_build_object('name', coalesce(said#>>'{payee,name}', said->>'debtor')));
END $$;

-- As in migration 0026, and what gives back of an order that was paid (戻入・更正・精算).
CREATE OR REPLACE FUNCTION kessai.vouchers_near(p_forms text)
RETURNS TABLE (case_id bigint, number text, form text, title text, drafter_id bigint, drafter_name text, drafter_section text,
               amount bigint, seq integer, urgent integer, attachments integer, submitted_at bigint, changed_at bigint,
               now_with text, important integer, facts text, stage integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  parties bigint[] := kessai.my_parties();
BEGIN
  IF me IS NULL THEN
    RETURN;
  END IF;
  PERFORM kessai.check_length(p_forms, 4000, 'the list of forms');
  RETURN QUERY
  SELECT c.case_id, c.number, c.form, c.title, c.drafter_id, c.drafter_name, c.drafter_section, c.amount, c.seq, c.urgent,
         c.attachments, c.submitted_at, c.changed_at, c.now_with, c.important, kessai.voucher_facts(x.fields), CASE WHEN e.comes THEN 1 ELSE 2 END
    FROM kessai.case_file c
    JOIN kessai.content x ON x.case_id = c.case_id AND x.revision = c.revision
    CROSS JOIN LATERAL (
      SELECT bool_or(a.party = ANY (parties)) AS mine, bool_or(a.state = 0 AND a.party = ANY (parties)) AS comes,
             bool_or(a.state IN (0, 1)) AS open
        FROM kessai.step s
        JOIN kessai.assignment a ON a.case_id = s.case_id AND a.round = s.round AND a.step_no = s.step_no
       WHERE s.case_id = c.case_id AND s.round = c.round AND s.kind = 2) e
   WHERE c.state < 4 AND c.state = 1 AND strpos(p_forms, ',' || c.form || ',') > 0
     AND c.drafter_id <> me AND c.filer_id IS DISTINCT FROM me AND (x.fields::jsonb ? 'payment_on' OR x.fields::jsonb->'voucher' ? 'amount')
     AND (e.comes OR (e.mine AND NOT e.open))
   ORDER BY c.case_id LIMIT 5000;
END $$;

-- As in migration 0024, and whether it is ordered and waits for its examination (命令済・審査中).
DROP FUNCTION kessai.budget_cases(text);
CREATE FUNCTION kessai.budget_cases(p_account text)
RETURNS TABLE (case_id bigint, number text, form text, title text, drafter text, case_state integer, ledger text, amount bigint,
               used integer, day text, readable integer, ordered integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
BEGIN
  IF me IS NULL OR coalesce(p_account !~ '^(budget|case):', true) OR NOT (kessai.am_auditor() OR kessai.line_is_of(me, p_account)) THEN
    PERFORM kessai.fault('AccessDenied', 'no line of the caller''s');
  END IF;
  RETURN QUERY
  SELECT c.case_id, c.number, c.form, c.title, c.drafter_name, c.state, p.ledger, p.amount, p.state, p.day,
         kessai.may_read(c.case_id)::integer, c.ordered
    FROM kessai.posting p JOIN kessai.case_file c ON c.case_id = p.case_id
   WHERE p.account = p_account AND p.state IN (0, 1)
   ORDER BY c.case_id DESC, p.no LIMIT 500;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.payments_due(text)', 'kessai.budget_cases(text)', 'kessai.unpaid()');

-- oldest client: 1
-- What the accounting section is shown of payments: the number of what is to be paid today by its keys, the file a payment came back from, the order
-- beside what gives back of it, when an advance is to be settled, and the tax that was withheld.

-- Those of a list are looked up by their keys, whoever asks: a session keeps the plan it made first, whatever the settings are of who calls.
ALTER FUNCTION kessai.vouchers_due(bigint[], text) SET enable_hashjoin = off SET enable_mergejoin = off;

-- Those of a list that are to be paid, as payments_due (0042) gives them, and the newest file that each came back from, which is another than the
-- newest that was given up.
CREATE FUNCTION kessai.payments_of(p_cases bigint[], p_until text)
RETURNS TABLE (case_id bigint, number text, form text, title text, section text, day text, amount bigint, transfer integer, payee text,
               cancelled integer, came_back integer, known jsonb, moved integer, given_up text, pay_until text, examined integer,
               registered_by bigint, came_from text)
LANGUAGE plpgsql STABLE SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  RETURN QUERY
  SELECT v.case_id, v.number, v.form, v.title, v.section, v.day, v.amount, v.transfer, v.payee, v.cancelled, v.came_back, to_jsonb(n),
         CASE WHEN EXISTS (
           SELECT FROM kessai.payee w
            WHERE w.code = n.code AND to_jsonb(w.revision) = v.payee::jsonb->'revision'
              AND (w.bank, w.branch, w.account_type, w.account, w.holder) = (n.bank, n.branch, n.account_type, n.account, n.holder))
              THEN 0 ELSE 1 END,
         v.given_up, v.pay_until, CASE WHEN kessai.was_examined(v.case_id) THEN 1 ELSE 0 END, n.made_by,
         (SELECT max(b.day) FROM kessai.payment_line l JOIN kessai.payment_batch b ON b.batch_id = l.batch_id AND b.state <> 3
           WHERE l.case_id = v.case_id)
    FROM kessai.vouchers_due(p_cases, p_until) v
    LEFT JOIN LATERAL (
      SELECT p.* FROM kessai.payee p
       WHERE v.payee <> '' AND p.code = v.payee::jsonb->>'code' ORDER BY p.revision DESC LIMIT 1) n ON true
   ORDER BY v.day, v.case_id;
END $$;

-- As in migration 0042, and what payments_of adds. All that was ever ordered is joined as a whole here, and what is left of it looked up.
DROP FUNCTION kessai.payments_due(text);
CREATE FUNCTION kessai.payments_due(p_until text)
RETURNS TABLE (case_id bigint, number text, form text, title text, section text, day text, amount bigint, transfer integer, payee text,
               cancelled integer, came_back integer, known jsonb, moved integer, given_up text, pay_until text, examined integer,
               registered_by bigint, came_from text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.guard_payments();
  PERFORM kessai.check_day(p_until, false);
  RETURN QUERY
  SELECT p.* FROM kessai.payments_of(ARRAY(
    SELECT DISTINCT o.case_id FROM kessai.posting o
     WHERE o.ledger IN ('commitment.paid', 'budget.payment') AND o.state = 1 AND o.day <= p_until
       AND NOT EXISTS (SELECT FROM kessai.payment_line l WHERE l.case_id = o.case_id AND l.returned IS NULL)), p_until) p;
END $$;

-- Those of today and before, of the years whose books are open: what is counted again and again. Each order of these years is looked up by its key
-- among what is paid, and none of a day before they began: joined as a whole, all that was ever paid would be read.
CREATE FUNCTION kessai.payments_now()
RETURNS TABLE (case_id bigint, number text, form text, title text, section text, day text, amount bigint, transfer integer, payee text,
               cancelled integer, came_back integer, known jsonb, moved integer, given_up text, pay_until text, examined integer,
               registered_by bigint, came_from text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  first_day text := kessai.open_fiscal_year() || '-04-01';
  last_day text := kessai.today();
BEGIN
  PERFORM kessai.guard_payments();
  RETURN QUERY
  SELECT p.* FROM kessai.payments_of(ARRAY(
    SELECT DISTINCT o.case_id FROM kessai.posting o
     WHERE o.ledger IN ('commitment.paid', 'budget.payment') AND o.state = 1 AND o.day BETWEEN first_day AND last_day
       AND NOT EXISTS (SELECT FROM kessai.payment_line l WHERE l.case_id = o.case_id AND l.returned IS NULL)), last_day) p;
END $$;

-- As in migration 0042, and of an advance the day it was paid on, and of a trip its last day.
CREATE OR REPLACE FUNCTION kessai.unpaid()
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
           (SELECT b.day FROM kessai.payment_line l JOIN kessai.payment_batch b ON b.batch_id = l.batch_id
             WHERE l.case_id = p.case_id AND l.returned IS NULL AND b.state = 2) AS paid_on
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
         CASE u.kind WHEN 2 THEN coalesce(
           (SELECT kessai.term_of(substr(p.account, 6)::bigint) FROM kessai.posting p
             WHERE p.case_id = u.case_id AND p.ledger = 'commitment.paid' LIMIT 1),
           (SELECT x.fields::jsonb->>'until' FROM kessai.content x
             WHERE x.case_id = c.case_id AND x.revision = c.revision AND c.form = 'travel_order'
               AND x.fields::jsonb->>'until' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')) END
    FROM (SELECT m.case_id, 3 AS kind, m.amount, m.amount - m.ordered AS left_over, NULL::text AS day FROM moved m WHERE m.amount > m.ordered
           UNION ALL SELECT v.case_id, 0, v.amount, v.amount, v.day FROM voucher v WHERE v.amount > 0 AND v.paid_on IS NULL
           UNION ALL SELECT r.case_id, 1, w.amount, w.amount, w.day FROM refunding r CROSS JOIN LATERAL kessai.money_awaited(r.case_id) w
                      WHERE w.amount IS NOT NULL -- migration 0037
           UNION ALL SELECT v.case_id, 2, v.amount, v.amount, v.paid_on FROM voucher v
                       JOIN kessai.case_file f ON f.case_id = v.case_id
                       JOIN kessai.content x ON x.case_id = f.case_id AND x.revision = f.revision
                      WHERE v.amount > 0 AND v.paid_on IS NOT NULL AND x.fields::jsonb->>'pay_method' IN ('advance', 'estimate', 'prepaid')
                        AND coalesce((SELECT sum(s.amount) FROM kessai.posting s
                                       WHERE s.account = 'case:' || v.case_id AND s.ledger = 'payment.settled' AND s.state = 1), 0) <= 0
                        AND v.amount > coalesce((SELECT sum(s.amount) FROM kessai.posting s -- all of it given back: nothing is left to settle
                                                  WHERE s.account = 'case:' || v.case_id AND s.ledger = 'payment.returned' AND s.state = 1), 0)) u
    JOIN kessai.case_file c ON c.case_id = u.case_id AND c.state = 4
   WHERE NOT EXISTS (SELECT FROM kessai.cancellation k WHERE k.cancelled_id = c.case_id AND k.decided = 1)
   ORDER BY u.kind NOT IN (1, 2), u.kind, u.day, CASE u.kind WHEN 3 THEN -c.case_id ELSE c.case_id END LIMIT 501;
END $$;

-- As in migration 0042, and by when money is to be paid back.
CREATE OR REPLACE FUNCTION kessai.voucher_facts(p_fields text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  said jsonb := p_fields;
BEGIN
  RETURN jsonb_build_object('payment_on', said->'payment_on', 'invoice', said->'invoice', 'received_on', said->'received_on',
                            'terms', said->'terms', 'completed_on', said->'completed_on', 'inspected_on', said->'inspected_on',
                            'return_by', said->'return_by',
                            'payee', jsonb_build_object('name', coalesce(said#>>'{payee,name}', said->>'debtor')));
END $$;

-- As in migration 0026, and whether it is the order that a case gives back of, corrects or settles, which is compared with what was paid. The notary let
-- that have its posting on the order as well.
CREATE OR REPLACE FUNCTION kessai.reads_by_payment(p_case bigint) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  rests_on bigint := coalesce((
    SELECT CASE WHEN x.fields::jsonb #>> '{commitment,case}' ~ '^[1-9][0-9]{0,17}$' THEN (x.fields::jsonb #>> '{commitment,case}')::bigint END
      FROM kessai.case_file i JOIN kessai.content x ON x.case_id = i.case_id AND x.revision = i.revision
     WHERE i.case_id = p_case AND i.form = 'inspection' AND i.state = 4), p_case);
BEGIN
  RETURN EXISTS (
    SELECT FROM kessai.posting p JOIN kessai.case_file v ON v.case_id = p.case_id
     WHERE p.account = 'case:' || rests_on AND p.ledger IN ('commitment.paid', 'payment.returned', 'payment.settled') AND p.state IN (0, 1)
       AND v.state IN (1, 4)
       AND v.drafter_id IS DISTINCT FROM kessai.my_staff_id() AND v.filer_id IS DISTINCT FROM kessai.my_staff_id()
       AND EXISTS (
         SELECT FROM kessai.step s
           JOIN kessai.assignment a ON a.case_id = s.case_id AND a.round = s.round AND a.step_no = s.step_no AND a.state <> 0
          WHERE s.case_id = v.case_id AND s.round = v.round AND s.kind IN (2, 3)
            AND (a.party = ANY ((SELECT kessai.my_sight())::bigint[])
                 OR kessai.is_beside((SELECT kessai.my_stand_ins_beside()), a.party, v.drafter_id, v.filer_id)
                 OR kessai.is_limited_to((SELECT kessai.my_limited_parties()), a.party, v.form, v.amount))));
END $$;

-- As in migration 0026, and on a page of a file of the order that was paid.
CREATE OR REPLACE FUNCTION kessai.mark_proof(p_case bigint, p_revision integer, p_field text, p_ticked integer, p_sha256 text, p_page integer,
                                  p_x integer, p_y integer, p_width integer, p_height integer)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  c kessai.case_file;
  made integer;
BEGIN
  SELECT * INTO c FROM kessai.case_file f WHERE f.case_id = p_case FOR NO KEY UPDATE;
  IF NOT FOUND OR NOT kessai.was_sent(p_case) THEN
    PERFORM kessai.fault('NotFound', 'there is no such case');
  ELSIF c.state <> 1 OR c.drafter_id = me OR c.filer_id IS NOT DISTINCT FROM me OR NOT EXISTS (
       SELECT FROM kessai.step s
         JOIN kessai.assignment a ON a.case_id = s.case_id AND a.round = s.round AND a.step_no = s.step_no
        WHERE s.case_id = p_case AND s.round = c.round AND s.kind = 2 AND a.state = 1
          AND (a.party = ANY (kessai.my_parties())
               OR kessai.is_limited_to((SELECT kessai.my_limited_parties()), a.party, c.form, c.amount))) THEN
    PERFORM kessai.refuse('NotYourTurn', 'no examination of the case waits for the caller');
  ELSIF p_revision IS DISTINCT FROM c.revision THEN
    PERFORM kessai.refuse('Stale', 'the content is another one');
  ELSIF coalesce(p_field !~ '^[a-z][a-z0-9_]{0,39}$', true) OR coalesce(p_ticked NOT IN (0, 1), true) THEN
    PERFORM kessai.fault('Invalid', 'a tick is on a field');
  ELSIF p_sha256 IS NULL THEN
    p_page := NULL; p_x := NULL; p_y := NULL; p_width := NULL; p_height := NULL;
  ELSIF coalesce(p_page NOT BETWEEN 0 AND 99999 OR least(p_x, p_y, p_width, p_height) < 0 OR p_x + p_width > 10000
                 OR p_y + p_height > 10000, true)
     OR p_x IS NULL OR p_y IS NULL OR p_width IS NULL OR p_height IS NULL
     OR NOT EXISTS (
       SELECT FROM kessai.attachment t JOIN kessai.case_file f ON f.case_id = t.case_id AND f.revision = t.revision
        WHERE t.sha256 = p_sha256
          AND (t.case_id = p_case
               OR (f.state = 4 AND EXISTS (SELECT FROM kessai.posting p
                                            WHERE p.case_id = p_case
                                              AND p.account IN ('case:' || t.case_id, 'case:' || (
                                                SELECT x.fields::jsonb #>> '{commitment,case}' FROM kessai.content x
                                                 WHERE x.case_id = f.case_id AND x.revision = f.revision AND f.form = 'inspection'))
                                              AND p.ledger IN ('commitment.paid', 'payment.returned', 'payment.settled')
                                              AND p.state IN (0, 1))))) THEN
    PERFORM kessai.fault('Invalid', 'the proof is a page of a file of the case');
  END IF;
  SELECT coalesce(max(m.no), 0) INTO made FROM kessai.proof_mark m WHERE m.case_id = p_case;
  IF made >= 2000 THEN
    PERFORM kessai.refuse('TooManyEntries', 'that is enough for a case');
  END IF;
  INSERT INTO kessai.proof_mark (case_id, no, revision, field, ticked, sha256, page, place_x, place_y, place_width, place_height,
                                 staff_id, staff_name, made_at)
  VALUES (p_case, made + 1, p_revision, p_field, p_ticked, p_sha256, p_page, p_x, p_y, p_width, p_height, me,
          kessai.person_name(me, kessai.today()), kessai.now_us());
END $$;

-- The tax withheld from what was to be paid on some days (所得税法183条, 204条), for the accounting section, which pays it on, and auditors: what was
-- paid, what is not confirmed yet, and what came back, and when that was recorded, since its tax may have been paid on by then.
CREATE FUNCTION kessai.withheld_tax(p_from text, p_until text)
RETURNS TABLE (case_id bigint, number text, title text, section text, payee text, name text, day text, paid bigint, withheld bigint, confirmed integer,
               returned_at bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.guard_payments();
  PERFORM kessai.check_day(p_from, false);
  PERFORM kessai.check_day(p_until, false);
  RETURN QUERY
  SELECT c.case_id, c.number, c.title, c.drafter_section, l.payee, l.name, b.day, l.amount, (f.fields->>'withheld')::bigint,
         CASE WHEN b.state = 2 THEN 1 ELSE 0 END,
         CASE WHEN l.returned IS NOT NULL THEN
           (SELECT max(a.made_at) FROM kessai.payment_act a CROSS JOIN LATERAL jsonb_array_elements(a.said::jsonb->'returned') r
             WHERE a.batch_id = b.batch_id AND a.kind IN (3, 4) AND r->'no' = to_jsonb(l.no)) END
    FROM kessai.payment_batch b
    JOIN kessai.payment_line l ON l.batch_id = b.batch_id
    JOIN kessai.case_file c ON c.case_id = l.case_id
    JOIN kessai.content x ON x.case_id = c.case_id AND x.revision = c.revision
   CROSS JOIN LATERAL (SELECT x.fields::jsonb AS fields) f
   WHERE b.state <> 3 AND b.day BETWEEN p_from AND p_until
     AND CASE WHEN jsonb_typeof(f.fields->'withheld') = 'number' AND f.fields->>'withheld' ~ '^[0-9]{1,12}$'
              THEN (f.fields->>'withheld')::bigint > 0 ELSE false END
   ORDER BY b.day, l.name, c.case_id;
END $$;

-- As in migration 0042, and a case commits or orders a payment: its account says what is left of the one or of the other (0024), and of both, the
-- one would be spent as the other.
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
  ELSIF EXISTS (SELECT FROM jsonb_array_elements(postings) p WHERE p->>'ledger' = 'budget.commitment')
        AND EXISTS (SELECT FROM jsonb_array_elements(postings) p WHERE p->>'ledger' IN ('budget.payment', 'commitment.paid')) THEN
    PERFORM kessai.refuse('ReferenceInvalid', 'a case commits, or orders a payment');
  END IF;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.payments_due(text)', 'kessai.payments_now()', 'kessai.withheld_tax(text, text)');

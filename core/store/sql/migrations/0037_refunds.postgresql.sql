-- oldest client: 37
-- What was paid is given back, moved to the line it should have been paid from, or settled (戻入・更正・精算; 地方自治法施行令159条, 161条から163条):
-- cases name the order that was paid (core/cases/paidref.h) and take from its account, case:<order>, which has what was ordered.

-- When the money came in that a case gives back; what was done stands among the acts of payments.
CREATE TABLE kessai.payment_receipt (
  case_id BIGINT PRIMARY KEY REFERENCES kessai.case_file (case_id),
  day     TEXT NOT NULL
);
ALTER TABLE kessai.payment_receipt ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON kessai.payment_receipt EXECUTE FUNCTION kessai.payments_stay();

-- Whether a batch paid an order, and the bank did not send it back.
CREATE FUNCTION kessai.is_paid(p_case bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM kessai.payment_line l JOIN kessai.payment_batch b ON b.batch_id = l.batch_id
                  WHERE l.case_id = p_case AND l.returned IS NULL AND b.state = 2);
END $$;

-- An order that was paid, as a case that rests on it says it (core/cases/paidref.h); nothing where a case is none.
CREATE FUNCTION kessai.paid_ref(p_case bigint) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT jsonb_strip_nulls(jsonb_build_object(
             'case', c.case_id, 'number', c.number, 'title', c.title, 'line', substr(o.line, 8),
             'drafter', (SELECT s.number FROM kessai.staff s WHERE s.staff_id = c.drafter_id ORDER BY s.added_in DESC LIMIT 1),
             'amount', (SELECT sum(p.amount) FROM kessai.posting p
                         WHERE p.case_id = c.case_id AND p.ledger IN ('commitment.paid', 'budget.payment')),
             'payee', nullif(x.fields::jsonb #>> '{payee,code}', ''), 'method', nullif(x.fields::jsonb->>'pay_method', ''),
             'commitment', o.commitment))
      FROM kessai.case_file c
      JOIN kessai.content x ON x.case_id = c.case_id AND x.revision = c.revision
     CROSS JOIN LATERAL (
       SELECT coalesce((SELECT q.account FROM kessai.posting q
                         WHERE q.case_id = f.commitment AND q.ledger = 'budget.commitment' ORDER BY q.no LIMIT 1), f.account) AS line,
              f.commitment
         FROM (SELECT p.account, CASE p.ledger WHEN 'commitment.paid' THEN substr(p.account, 6)::bigint END AS commitment
                 FROM kessai.posting p
                WHERE p.case_id = c.case_id AND p.ledger IN ('commitment.paid', 'budget.payment') ORDER BY p.no LIMIT 1) f) o
     WHERE c.case_id = p_case AND c.state = 4 AND kessai.is_paid(p_case)
       AND NOT EXISTS (SELECT FROM kessai.cancellation k WHERE c.case_id IN (k.case_id, k.cancelled_id)));
END $$;

-- Whether a case of a drafter may give back of an order: one that was paid, and that is theirs or whose line is in their charge. Whoever was
-- sent it, or examined it, gives back nothing of it.
CREATE FUNCTION kessai.may_return(drafter bigint, p_order bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN kessai.paid_ref(p_order) IS NOT NULL
     AND (EXISTS (SELECT FROM kessai.case_file c WHERE c.case_id = p_order AND c.drafter_id = drafter)
          OR kessai.voucher_is_of(drafter, p_order));
END $$;

-- Whether what a case moves is of that order: what is given back comes from its account, and goes to its line or its commitment, or from
-- its line to another of the year; and it moves no other money, but what a settlement pays besides.
CREATE FUNCTION kessai.gives_back(paid jsonb, postings jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  own text := 'case:' || (paid->>'case');
  line text := 'budget:' || (paid->>'line');
BEGIN
  RETURN (
    SELECT coalesce(bool_and(coalesce(CASE m.ledger WHEN 'payment.returned' THEN m.account = own
                                                    WHEN 'payment.settled' THEN m.account = own
                                                    WHEN 'budget.refund' THEN m.account = line
                                                    WHEN 'budget.payment' THEN m.account LIKE 'budget:%'
                                                    WHEN 'commitment.refund' THEN m.account = 'case:' || (paid->>'commitment')
                                                    WHEN 'budget.corrected' THEN m.account LIKE substr(line, 1, 12) || '%' AND m.account <> line
                                                    ELSE m.account !~ '^(budget|case):' END, false)), true)
           AND coalesce(sum(m.amount) FILTER (WHERE m.ledger = 'payment.returned'), 0)
             = coalesce(sum(m.amount) FILTER (WHERE m.ledger IN ('budget.refund', 'commitment.refund')), 0)
           AND coalesce(sum(m.amount) FILTER (WHERE m.ledger = 'budget.corrected'), 0)
               IN (0, coalesce(sum(m.amount) FILTER (WHERE m.ledger = 'budget.refund'), 0))
           AND NOT (bool_or(m.ledger = 'budget.corrected') AND bool_or(m.ledger = 'commitment.refund'))
      FROM (SELECT p->>'ledger' AS ledger, p->>'account' AS account, (p->>'amount')::bigint AS amount
              FROM jsonb_array_elements(postings) p) m) IS NOT FALSE;
END $$;

-- A reference to an order says what was decided and paid, and what the case moves is of it. Nothing is given back of it once the books of its year
-- are closed, when what comes in is revenue of the new one (施行令160条); what was paid beforehand may still be settled. The order
-- is locked, so that nobody gives back of it meanwhile.
CREATE FUNCTION kessai.check_return(said jsonb, postings jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  paid jsonb;
BEGIN
  PERFORM FROM kessai.case_file f WHERE f.case_id = (said->>'case')::bigint FOR NO KEY UPDATE;
  paid := kessai.paid_ref((said->>'case')::bigint);
  IF said IS DISTINCT FROM paid THEN
    PERFORM kessai.refuse('ReferenceInvalid', 'the order was not paid, or is another than the content says');
  ELSIF kessai.today() > (substr(paid->>'line', 1, 4)::integer + 1) || '-05-31'
        AND EXISTS (SELECT FROM jsonb_array_elements(postings) p
                     WHERE p->>'ledger' IN ('payment.returned', 'budget.refund', 'commitment.refund', 'budget.corrected')) THEN
    PERFORM kessai.refuse('PeriodInvalid', 'the books of its year are closed');
  ELSIF NOT kessai.gives_back(paid, postings) THEN
    PERFORM kessai.refuse('ReferenceInvalid', 'what is given back is of what was paid, and goes where it came from');
  END IF;
END $$;

-- Whether a posting of a case is of an order that the content names: what is taken from it, or given back to the commitment it paid of.
CREATE FUNCTION kessai.is_of_paid(fields jsonb, ledger text, p_account text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM kessai.references_in(fields) r
     WHERE r ? 'amount' AND p_account = 'case:' || CASE ledger WHEN 'commitment.refund' THEN r->>'commitment' ELSE r->>'case' END);
END $$;

-- What a decided case gives back in money that has not come in, and by when it is to; nothing where it gives none back, or all came.
CREATE FUNCTION kessai.money_awaited(p_case bigint, OUT amount bigint, OUT day text) LANGUAGE plpgsql STABLE AS $$
BEGIN
  SELECT sum(p.amount)::bigint, max(p.day) INTO amount, day
    FROM kessai.case_file c
    JOIN kessai.posting p ON p.case_id = c.case_id AND p.ledger IN ('budget.refund', 'commitment.refund') AND p.state = 1
   WHERE c.case_id = p_case AND c.state = 4
     AND NOT EXISTS (SELECT FROM kessai.posting q WHERE q.case_id = c.case_id AND q.ledger = 'budget.corrected')
     AND NOT EXISTS (SELECT FROM kessai.payment_receipt r WHERE r.case_id = c.case_id)
     AND NOT EXISTS (SELECT FROM kessai.cancellation k WHERE c.case_id IN (k.case_id, k.cancelled_id));
END $$;

-- Orders that were paid on lines of the caller's sections, of years whose books are open, the newest first, and what is left to give back of
-- each: whoever gives back of a colleague's names it, though they may not open it.
CREATE FUNCTION kessai.paid_in_charge()
RETURNS TABLE (ref text, left_over bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  theirs bigint[];
BEGIN
  IF me IS NULL THEN
    PERFORM kessai.fault('AccessDenied', 'this is for members of the staff');
  END IF;
  SELECT b.sections INTO theirs FROM kessai.budget_charge(me, kessai.today()) b;
  RETURN QUERY
  WITH mine AS MATERIALIZED (
    SELECT DISTINCT 'budget:' || l.fiscal_year || ':' || l.code AS account FROM kessai.budget_line l
     WHERE l.removed_in IS NULL AND l.section_id = ANY (theirs) AND l.fiscal_year >= kessai.open_fiscal_year()),
  committed AS MATERIALIZED (
    SELECT DISTINCT p.case_id FROM mine m
      JOIN kessai.posting p ON p.account = m.account AND p.ledger = 'budget.commitment' AND p.state = 1 AND p.amount > 0),
  paid AS MATERIALIZED (
    SELECT DISTINCT p.case_id
      FROM (SELECT m.account, 'budget.payment' AS ledger FROM mine m
             UNION ALL SELECT 'case:' || o.case_id, 'commitment.paid' FROM committed o) a
      JOIN kessai.posting p ON p.account = a.account AND p.ledger = a.ledger AND p.state = 1
     WHERE kessai.is_paid(p.case_id)
     ORDER BY p.case_id DESC LIMIT 500)
  SELECT r.ref::text, s.used - s.reserved
    FROM paid d
   CROSS JOIN LATERAL (SELECT kessai.paid_ref(d.case_id) AS ref) r
   CROSS JOIN LATERAL kessai.account_state('commitment.balance', 'case:' || d.case_id, 0) s
   WHERE r.ref IS NOT NULL
   ORDER BY d.case_id DESC;
END $$;

-- The money that a decided case gives back has come in (返納の収納), for the accounting section: after the order was paid, and before the books of its
-- year were closed (施行令160条).
CREATE FUNCTION kessai.record_receipt(p_case bigint, p_day text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.begin_payments();
  c kessai.case_file;
  awaited record;
  paid_order bigint := (SELECT substr(p.account, 6)::bigint FROM kessai.posting p
                         WHERE p.case_id = p_case AND p.ledger = 'payment.returned' ORDER BY p.no LIMIT 1);
BEGIN
  PERFORM kessai.check_day(p_day, false);
  SELECT * INTO c FROM kessai.case_file f WHERE f.case_id = p_case FOR NO KEY UPDATE;
  SELECT * INTO awaited FROM kessai.money_awaited(p_case);
  IF c.case_id IS NULL OR coalesce(awaited.amount, 0) < 1 THEN
    PERFORM kessai.refuse('WrongState', 'no money is awaited of it');
  ELSIF p_day > kessai.today() THEN
    PERFORM kessai.refuse('PeriodInvalid', 'the day has not come');
  ELSIF p_day < (SELECT max(b.day) FROM kessai.payment_line l JOIN kessai.payment_batch b ON b.batch_id = l.batch_id
                  WHERE l.case_id = paid_order AND l.returned IS NULL AND b.state = 2) THEN
    PERFORM kessai.refuse('PeriodInvalid', 'the order was paid later');
  ELSIF p_day > (substr(kessai.paid_ref(paid_order)->>'line', 1, 4)::integer + 1) || '-05-31' THEN
    PERFORM kessai.refuse('PeriodInvalid', 'the books of its year were closed: it is revenue of the year in which it came');
  END IF;
  INSERT INTO kessai.payment_receipt (case_id, day) VALUES (p_case, p_day);
  PERFORM kessai.write_payment_act(me, 0, 7, jsonb_build_object('case', p_case, 'number', c.number, 'amount', awaited.amount,
                                                                'day', p_day)::text);
END $$;


-- Inspection before payment ------------------------------------------------------------------------------------------------

-- Whether a commitment is paid of only after a report of its inspection (検査調書; 地方自治法234条の2第1項): one of a contract, from an amount on.
CREATE FUNCTION kessai.needs_report(p_commitment bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  least_yen bigint := (SELECT m.value FROM kessai.parameter m
                        WHERE m.key = 'inspection.report_yen' AND m.valid_from <= kessai.today()
                        ORDER BY m.valid_from DESC, m.added_in DESC LIMIT 1);
BEGIN
  RETURN least_yen > 0
     AND (SELECT s.used FROM kessai.account_state('commitment.amount', 'case:' || p_commitment, 0) s) >= least_yen
     AND EXISTS (SELECT FROM kessai.case_file c JOIN kessai.content x ON x.case_id = c.case_id AND x.revision = c.revision
                  WHERE c.case_id = p_commitment AND x.fields::jsonb->>'contract_kind' NOT IN ('none', 'lease'));
END $$;

-- What is paid after delivery rests on a decided report that passed, of the inspector and the day it names, and on no later one that failed.
CREATE FUNCTION kessai.check_inspected(fields jsonb, postings jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  paid bigint;
BEGIN
  IF coalesce(fields->>'pay_method', '') IN ('advance', 'estimate', 'prepaid') THEN
    RETURN;
  END IF;
  FOR paid IN SELECT DISTINCT substr(p->>'account', 6)::bigint FROM jsonb_array_elements(postings) p
               WHERE p->>'ledger' = 'commitment.paid' AND p->>'account' ~ '^case:[1-9][0-9]{0,17}$' LOOP
    IF kessai.needs_report(paid) AND NOT coalesce((
         SELECT bool_or(r.passed AND r.day = fields->>'inspected_on' AND kessai.inspected_by(ARRAY[r.drafter_id], fields))
                AND (array_agg(r.passed ORDER BY r.day DESC, r.case_id DESC))[1]
           FROM (SELECT i.case_id, i.drafter_id, coalesce(x.fields::jsonb->>'result' = 'passed', false) AS passed,
                        x.fields::jsonb->>'inspected_on' AS day
                   FROM kessai.case_file i JOIN kessai.content x ON x.case_id = i.case_id AND x.revision = i.revision
                  WHERE i.case_id > paid AND i.form = 'inspection' AND i.state = 4
                    AND x.fields::jsonb #>> '{commitment,case}' = paid::text
                    AND NOT EXISTS (SELECT FROM kessai.cancellation k
                                     WHERE k.case_id = i.case_id OR (k.cancelled_id = i.case_id AND k.decided = 1))) r), false) THEN
      PERFORM kessai.refuse('NotInspected', 'no decided report says that it passed');
    END IF;
  END LOOP;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.paid_in_charge()', 'kessai.record_receipt(bigint, text)');

-- oldest client: 1
-- What the office pays (core/accounting/payments.h): batches of decided vouchers, one line each, and everything done to them. Acts are
-- chained by their hashes and never changed; the state of a batch and what came back are what the acts say, kept for lists.

CREATE TABLE kessai.payment_source (
  revision     INTEGER PRIMARY KEY,
  code         TEXT NOT NULL, -- the number the bank gave
  bank         TEXT NOT NULL,
  bank_name    TEXT NOT NULL,
  branch       TEXT NOT NULL,
  branch_name  TEXT NOT NULL,
  account_type INTEGER NOT NULL,
  account      TEXT NOT NULL,
  holder       TEXT NOT NULL
);

CREATE TABLE kessai.payment_batch (
  batch_id BIGINT PRIMARY KEY,
  day      TEXT NOT NULL,
  state    INTEGER NOT NULL DEFAULT 0, -- 0 made, 1 exported, 2 paid, 3 discarded
  source   INTEGER REFERENCES kessai.payment_source (revision) -- none: nothing of it is transferred
);
CREATE INDEX payment_batch_day ON kessai.payment_batch (day);

CREATE TABLE kessai.payment_line (
  batch_id     BIGINT NOT NULL REFERENCES kessai.payment_batch (batch_id),
  no           INTEGER NOT NULL,
  case_id      BIGINT NOT NULL REFERENCES kessai.case_file (case_id),
  amount       BIGINT NOT NULL,
  transfer     INTEGER NOT NULL, -- 0: in cash
  payee        TEXT NOT NULL,
  revision     INTEGER NOT NULL, -- of the payee
  name         TEXT NOT NULL,
  bank         TEXT NOT NULL,
  bank_name    TEXT NOT NULL,
  branch       TEXT NOT NULL,
  branch_name  TEXT NOT NULL,
  account_type INTEGER NOT NULL,
  account      TEXT NOT NULL,
  holder       TEXT NOT NULL,
  returned     TEXT, -- why it was not paid after all
  PRIMARY KEY (batch_id, no)
);
-- Nothing is paid twice.
CREATE UNIQUE INDEX payment_once ON kessai.payment_line (case_id) WHERE returned IS NULL;
CREATE INDEX payment_of_case ON kessai.payment_line (case_id, batch_id);

CREATE TABLE kessai.payment_act (
  act_no    BIGINT PRIMARY KEY,
  batch_id  BIGINT NOT NULL, -- 0: of the account paid from
  kind      INTEGER NOT NULL,
  said      TEXT NOT NULL,
  made_by   BIGINT, -- none: whoever owns the database
  made_name TEXT NOT NULL,
  made_at   BIGINT NOT NULL,
  previous  TEXT NOT NULL, -- the hash of the act before
  hash      TEXT NOT NULL
);
CREATE INDEX payment_act_batch ON kessai.payment_act (batch_id, act_no);

-- Payments as they were ordered, by day.
CREATE INDEX posting_payment ON kessai.posting (day, case_id) WHERE ledger IN ('commitment.paid', 'budget.payment');

-- Nobody reads or writes them but through the functions below; but whoever holds the office to an anchor looks where acts ended.
ALTER TABLE kessai.payment_source ENABLE ROW LEVEL SECURITY;
ALTER TABLE kessai.payment_batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE kessai.payment_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE kessai.payment_act ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON kessai.payment_act FOR SELECT USING ((SELECT kessai.am_auditor()));
DO $$
BEGIN
  EXECUTE format('GRANT SELECT (act_no, hash) ON kessai.payment_act TO %I', kessai.staff_group());
END $$;

-- Not a lock against whoever owns the tables, but against a slip of their hand.
CREATE FUNCTION kessai.payments_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM kessai.fault('AccessDenied', 'what was done to payments is never changed');
  RETURN NULL;
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON kessai.payment_act EXECUTE FUNCTION kessai.payments_stay();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON kessai.payment_source EXECUTE FUNCTION kessai.payments_stay();

-- A case in a batch is not cancelled, whatever its day, and none whose money has come in. Whoever makes a batch and whoever cancels a voucher wait for each other.
CREATE FUNCTION kessai.cancels_nothing_paid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM kessai.posting p
                  WHERE p.case_id = NEW.cancelled_id
                    AND p.ledger IN ('commitment.paid', 'budget.payment', 'budget.refund', 'commitment.refund')) THEN
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(27, 0);
  IF EXISTS (SELECT FROM kessai.payment_line l WHERE l.case_id = NEW.cancelled_id AND l.returned IS NULL)
     OR EXISTS (SELECT FROM kessai.payment_receipt r WHERE r.case_id = NEW.cancelled_id) -- migration 0037
     OR (SELECT sum(p.amount) FROM kessai.posting p
          WHERE p.account = 'case:' || NEW.cancelled_id AND p.ledger = 'payment.returned' AND p.state IN (0, 1)) > 0 THEN
    PERFORM kessai.refuse('NotCancellable', 'what was paid is paid back, not cancelled');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER unpaid BEFORE INSERT ON kessai.cancellation FOR EACH ROW EXECUTE FUNCTION kessai.cancels_nothing_paid();


-- Reading ----------------------------------------------------------------------------------------------------------------

-- Decided vouchers that are in no batch and not cancelled, or those of a list: what is to be paid is what was ordered less what is withheld.
-- The money of a year is paid until 31 May after it (出納閉鎖); a file that was given up may be at the bank all the same. Which case it is, its
-- postings say, whatever its form. Those of a list are looked up, and nothing else is.
CREATE FUNCTION kessai.vouchers_due(p_cases bigint[], p_until text)
RETURNS TABLE (case_id bigint, number text, form text, title text, section text, day text, amount bigint, transfer integer, payee text,
               cancelled integer, came_back integer, given_up text, pay_until text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  looked_at bigint[] := coalesce(p_cases, ARRAY(
    SELECT DISTINCT p.case_id FROM kessai.posting p
     WHERE p.ledger IN ('commitment.paid', 'budget.payment') AND p.state = 1 AND p.day <= p_until
       AND NOT EXISTS (SELECT FROM kessai.payment_line l WHERE l.case_id = p.case_id AND l.returned IS NULL)));
BEGIN
  RETURN QUERY
  WITH ordered AS MATERIALIZED (
    SELECT p.case_id, max(p.day) AS day, sum(p.amount)::bigint AS amount
      FROM unnest(looked_at) i
      JOIN kessai.posting p ON p.case_id = i AND p.ledger IN ('commitment.paid', 'budget.payment') AND p.state = 1
     WHERE NOT EXISTS (SELECT FROM kessai.payment_line l WHERE l.case_id = i AND l.returned IS NULL)
       AND NOT EXISTS (SELECT FROM kessai.cancellation k WHERE k.cancelled_id = i AND k.decided = 1)
     GROUP BY p.case_id
    HAVING max(p.day) <= p_until)
  SELECT c.case_id, c.number, c.form, c.title, c.drafter_section, o.day,
         o.amount - coalesce(CASE WHEN jsonb_typeof(f.fields->'withheld') = 'number' AND f.fields->>'withheld' ~ '^[0-9]{1,12}$'
                                  THEN (f.fields->>'withheld')::bigint END, 0),
         CASE WHEN f.fields->>'pay_method' = 'cash' THEN 0 ELSE 1 END,
         coalesce((f.fields->'payee')::text, ''),
         CASE WHEN EXISTS (SELECT FROM kessai.cancellation k WHERE k.cancelled_id = c.case_id)
                OR (SELECT sum(r.amount) FROM kessai.posting r
                     WHERE r.account = 'case:' || c.case_id AND r.ledger = 'payment.returned' AND r.state IN (0, 1)) > 0
              THEN 1 ELSE 0 END,
         CASE WHEN EXISTS (SELECT FROM kessai.payment_line l JOIN kessai.payment_batch b ON b.batch_id = l.batch_id AND b.state <> 3
                            WHERE l.case_id = c.case_id) THEN 1 ELSE 0 END,
         (SELECT max(b.day) FROM kessai.payment_line l JOIN kessai.payment_batch b ON b.batch_id = l.batch_id AND b.state = 3
           WHERE l.case_id = c.case_id
             AND EXISTS (SELECT FROM kessai.payment_act a WHERE a.batch_id = b.batch_id AND a.kind = 1)),
         (SELECT (min(substr(coalesce(q.account, p.account), 8, 4)::integer) + 1) || '-05-31' FROM kessai.posting p
            LEFT JOIN kessai.posting q ON q.case_id = CASE p.ledger WHEN 'commitment.paid' THEN substr(p.account, 6)::bigint END
             AND q.ledger = 'budget.commitment' AND q.account LIKE 'budget:%'
           WHERE p.case_id = c.case_id AND p.ledger IN ('commitment.paid', 'budget.payment'))
    FROM ordered o
    JOIN kessai.case_file c ON c.case_id = o.case_id AND c.state = 4
    JOIN kessai.content x ON x.case_id = c.case_id AND x.revision = c.revision
   CROSS JOIN LATERAL (SELECT x.fields::jsonb AS fields) f
   WHERE o.amount > 0
   ORDER BY o.day, c.case_id;
END $$;

CREATE FUNCTION kessai.guard_payments() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT kessai.am_auditor() THEN
    PERFORM kessai.guard_accounting();
  END IF;
END $$;

-- What is to be paid until a day, with the payee as it is registered now, and whether its account is not the one of the revision that was
-- decided.
CREATE FUNCTION kessai.payments_due(p_until text)
RETURNS TABLE (case_id bigint, number text, form text, title text, section text, day text, amount bigint, transfer integer, payee text,
               cancelled integer, came_back integer, known jsonb, moved integer, given_up text, pay_until text)
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
         v.given_up, v.pay_until
    FROM kessai.vouchers_due(NULL, p_until) v
    LEFT JOIN LATERAL (
      SELECT p.* FROM kessai.payee p
       WHERE v.payee <> '' AND p.code = v.payee::jsonb->>'code' ORDER BY p.revision DESC LIMIT 1) n ON true
   ORDER BY v.day, v.case_id;
END $$;

-- Batches from a day on, and those that are not done with.
CREATE FUNCTION kessai.payment_batches(p_from text)
RETURNS TABLE (batch_id bigint, day text, state integer, source integer, code text, bank text, bank_name text, branch text, branch_name text,
               account_type integer, account text, holder text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.guard_payments();
  RETURN QUERY
  SELECT b.batch_id, b.day, b.state, b.source, s.code, s.bank, s.bank_name, s.branch, s.branch_name, s.account_type, s.account, s.holder
    FROM kessai.payment_batch b LEFT JOIN kessai.payment_source s ON s.revision = b.source
   WHERE b.day >= p_from OR b.state < 2 ORDER BY b.batch_id;
END $$;

CREATE FUNCTION kessai.payment_lines(p_from text)
RETURNS TABLE (batch_id bigint, no integer, case_id bigint, number text, title text, section text, amount bigint, transfer integer, payee text,
               revision integer, name text, bank text, bank_name text, branch text, branch_name text, account_type integer, account text,
               holder text, returned text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.guard_payments();
  RETURN QUERY
  SELECT l.batch_id, l.no, l.case_id, c.number, c.title, c.drafter_section, l.amount, l.transfer, l.payee, l.revision, l.name, l.bank,
         l.bank_name, l.branch, l.branch_name, l.account_type, l.account, l.holder, l.returned
    FROM kessai.payment_batch b
    JOIN kessai.payment_line l ON l.batch_id = b.batch_id
    JOIN kessai.case_file c ON c.case_id = l.case_id
   WHERE b.day >= p_from OR b.state < 2 ORDER BY l.batch_id, l.no;
END $$;

-- Everything done to these, or, without a day, to all of them and to the account paid from.
CREATE FUNCTION kessai.payment_acts(p_from text)
RETURNS SETOF kessai.payment_act
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.guard_payments();
  RETURN QUERY
  SELECT a.* FROM kessai.payment_act a
   WHERE p_from IS NULL OR a.batch_id IN (SELECT b.batch_id FROM kessai.payment_batch b WHERE b.day >= p_from OR b.state < 2)
   ORDER BY a.act_no;
END $$;

CREATE FUNCTION kessai.transfer_source()
RETURNS SETOF kessai.payment_source
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.guard_payments();
  RETURN QUERY SELECT s.* FROM kessai.payment_source s ORDER BY s.revision DESC LIMIT 1;
END $$;

-- How far cases have come that the caller may read, or on whose line they are in charge: no amount, no account. What gives money back is done
-- with once that is in.
CREATE FUNCTION kessai.payment_states(p_cases text)
RETURNS TABLE (case_id bigint, state integer, day text, returned integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
BEGIN
  IF me IS NULL THEN
    PERFORM kessai.fault('AccessDenied', 'this is for members of the staff');
  END IF;
  PERFORM kessai.check_length(p_cases, 100000, 'the cases');
  RETURN QUERY
  SELECT DISTINCT ON (l.case_id) l.case_id, b.state, b.day, CASE WHEN l.returned IS NULL THEN 0 ELSE 1 END
    FROM jsonb_array_elements_text(p_cases::jsonb) x (id)
    JOIN kessai.payment_line l ON l.case_id = x.id::bigint
    JOIN kessai.payment_batch b ON b.batch_id = l.batch_id AND b.state <> 3
   WHERE kessai.may_read(l.case_id) OR kessai.voucher_is_of(me, l.case_id)
   ORDER BY l.case_id, l.batch_id DESC;
  RETURN QUERY
  SELECT r.case_id, 2, r.day, 0
    FROM jsonb_array_elements_text(p_cases::jsonb) x (id)
    JOIN kessai.payment_receipt r ON r.case_id = x.id::bigint -- migration 0037
   WHERE kessai.may_read(r.case_id);
END $$;

-- Whether a voucher is paid from a line in somebody's charge, by itself or by its commitment.
CREATE FUNCTION kessai.voucher_is_of(person bigint, p_case bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM kessai.posting p
     WHERE p.case_id = p_case
       AND CASE p.ledger WHEN 'budget.payment' THEN kessai.line_is_of(person, p.account)
                         WHEN 'commitment.paid' THEN kessai.commitment_is_of(person, substr(p.account, 6)::bigint) ELSE false END);
END $$;

-- What a commitment comes to, what of it was ordered to be paid, and what of that was paid, both less what was paid back to it.
CREATE FUNCTION kessai.commitment_standing(p_case bigint, OUT committed bigint, OUT ordered bigint, OUT paid bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
BEGIN
  IF me IS NULL OR NOT (kessai.may_read(p_case) OR kessai.commitment_is_of(me, p_case)) THEN
    PERFORM kessai.fault('AccessDenied', 'no case of the caller');
  END IF;
  SELECT s.used INTO committed FROM kessai.account_state('commitment.amount', 'case:' || p_case, 0) s;
  SELECT coalesce(sum(CASE p.ledger WHEN 'commitment.paid' THEN p.amount ELSE -p.amount END), 0),
         coalesce(sum(CASE p.ledger WHEN 'commitment.paid' THEN p.amount ELSE -p.amount END) FILTER (WHERE p.ledger = 'commitment.refund' OR EXISTS (
           SELECT FROM kessai.payment_line l JOIN kessai.payment_batch b ON b.batch_id = l.batch_id
            WHERE l.case_id = p.case_id AND l.returned IS NULL AND b.state = 2)), 0)
    INTO ordered, paid
    FROM kessai.posting p WHERE p.account = 'case:' || p_case AND p.ledger IN ('commitment.paid', 'commitment.refund') AND p.state = 1;
END $$;

-- By when what was committed is to be there (納期・履行期限): as the newest decided change of it says, or itself; none where nobody said.
CREATE FUNCTION kessai.term_of(p_commitment bigint) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT x.fields::jsonb->>'term_until'
      FROM kessai.case_file c JOIN kessai.content x ON x.case_id = c.case_id AND x.revision = c.revision
     WHERE (c.case_id = p_commitment
            OR c.case_id IN (SELECT p.case_id FROM kessai.posting p
                              WHERE p.account = 'case:' || p_commitment AND p.state = 1
                                AND p.ledger IN ('commitment.increase', 'commitment.decrease')))
       AND NOT EXISTS (SELECT FROM kessai.cancellation k WHERE c.case_id IN (k.case_id, k.cancelled_id) AND k.decided = 1)
       AND x.fields::jsonb->>'term_until' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
     ORDER BY c.case_id DESC LIMIT 1);
END $$;

-- What is decided and not done with on the lines in the caller's charge: vouchers that no batch has paid, of years whose books are open and of the
-- one before, since a debt does not end with them; money that is to come back; advances that are not settled; and commitments of open years that are not wholly ordered to be paid, the newest first;
-- one row more than is shown, to say that there are more.
CREATE FUNCTION kessai.unpaid()
RETURNS TABLE (case_id bigint, number text, form text, title text, drafter text, kind integer, amount bigint, left_over bigint, day text,
               readable integer)
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
         CASE WHEN kessai.may_read(c.case_id) THEN 1 ELSE 0 END
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


-- Writing ----------------------------------------------------------------------------------------------------------------

-- Whoever changes payments comes one after the other, and after those who cancel.
CREATE FUNCTION kessai.begin_payments() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  caller bigint := kessai.caller(); -- before all else: what it refuses, nobody may
  me bigint := kessai.guard_accounting();
BEGIN
  PERFORM pg_advisory_xact_lock(27, 0);
  RETURN me;
END $$;

-- Writes down what was done, chained to what was done before.
CREATE FUNCTION kessai.write_payment_act(me bigint, p_batch bigint, p_kind integer, p_said text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  a kessai.payment_act;
  before kessai.payment_act;
BEGIN
  SELECT * INTO before FROM kessai.payment_act x ORDER BY x.act_no DESC LIMIT 1;
  a.act_no := coalesce(before.act_no, 0) + 1;
  a.batch_id := p_batch;
  a.kind := p_kind;
  a.said := p_said;
  a.made_by := me;
  a.made_name := kessai.person_name(me, kessai.today());
  a.made_at := kessai.now_us();
  a.previous := coalesce(before.hash, '');
  a.hash := kessai.hex_digest(
    kessai.field('kessai-payment-1') || kessai.field(a.act_no::text) || kessai.field(a.batch_id::text) || kessai.field(a.kind::text)
    || kessai.field(a.said) || kessai.field(coalesce(a.made_by, 0)::text) || kessai.field(a.made_name) || kessai.field(a.made_at::text)
    || kessai.field(a.previous));
  INSERT INTO kessai.payment_act SELECT a.*;
END $$;

CREATE FUNCTION kessai.check_payment_reason(p_reason text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_reason IS NULL OR kessai.says_nothing(p_reason) THEN
    PERFORM kessai.refuse('ReasonMissing', 'this is done for a reason');
  ELSIF NOT kessai.is_line(p_reason, 200) THEN
    PERFORM kessai.fault('Invalid', 'a reason is one line');
  END IF;
END $$;

-- Nobody else changes payments meanwhile (begin_payments).
CREATE FUNCTION kessai.batch_to_change(p_batch bigint) RETURNS kessai.payment_batch LANGUAGE plpgsql AS $$
DECLARE
  b kessai.payment_batch;
BEGIN
  SELECT * INTO b FROM kessai.payment_batch x WHERE x.batch_id = p_batch;
  IF NOT FOUND THEN
    PERFORM kessai.fault('NotFound', 'no such batch');
  END IF;
  RETURN b;
END $$;

-- p_lines: [{"case", "revision"}], the revision of the payee as it is registered now. Whoever registered another account than was decided has
-- somebody else pay to it.
CREATE FUNCTION kessai.make_payment_batch(p_day text, p_lines text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.begin_payments();
  list jsonb;
  b kessai.payment_batch;
  v record;
  named jsonb;
  p kessai.payee;
BEGIN
  PERFORM kessai.check_day(p_day, false);
  PERFORM kessai.check_length(p_lines, 1000000, 'the list');
  list := p_lines::jsonb;
  IF jsonb_typeof(list) <> 'array' OR jsonb_array_length(list) = 0 THEN
    PERFORM kessai.fault('Invalid', 'a batch has a day and payments');
  ELSIF jsonb_array_length(list) > 10000 THEN
    PERFORM kessai.refuse('TooManyEntries', 'too many payments');
  ELSIF EXISTS (SELECT FROM jsonb_array_elements(list) x GROUP BY x->>'case' HAVING count(*) > 1) THEN
    PERFORM kessai.fault('Invalid', 'a case is named twice');
  ELSIF p_day < kessai.today() THEN
    PERFORM kessai.refuse('PeriodInvalid', 'nothing is paid before today');
  END IF;
  SELECT coalesce(max(x.batch_id), 0) + 1 INTO b.batch_id FROM kessai.payment_batch x;
  INSERT INTO kessai.payment_batch (batch_id, day) VALUES (b.batch_id, p_day);
  FOR v IN
    WITH named AS MATERIALIZED (
      SELECT x.no::integer AS no, (x.line->>'case')::bigint AS case_id, (x.line->>'revision')::integer AS revision
        FROM jsonb_array_elements(list) WITH ORDINALITY x (line, no))
    SELECT n.no, n.case_id AS named_id, n.revision, d.*
      FROM named n
      LEFT JOIN kessai.vouchers_due(ARRAY(SELECT i.case_id FROM named i), p_day) d ON d.case_id = n.case_id
     ORDER BY n.no
  LOOP
    IF v.case_id IS NULL OR v.cancelled = 1 OR v.amount < 1 OR v.payee = '' OR v.pay_until < p_day THEN
      PERFORM kessai.refuse('NotPayable', coalesce(v.named_id, 0)::text);
    END IF;
    named := v.payee::jsonb;
    p := kessai.newest_payee(named->>'code');
    IF p.code IS NULL OR p.revision IS DISTINCT FROM v.revision OR p.name IS DISTINCT FROM named->>'name'
       OR (p.holder_differs = 1) IS DISTINCT FROM (named->>'holderDiffers')::boolean OR coalesce(p.valid_until < p_day, false) THEN
      PERFORM kessai.refuse('NotPayable', v.case_id::text);
    ELSIF v.transfer = 1 AND p.made_by = me AND NOT EXISTS (
            SELECT FROM kessai.payee w
             WHERE w.code = p.code AND to_jsonb(w.revision) = named->'revision'
               AND (w.bank, w.branch, w.account_type, w.account, w.holder) = (p.bank, p.branch, p.account_type, p.account, p.holder)) THEN
      PERFORM kessai.refuse('PartTaken', v.case_id::text);
    END IF;
    INSERT INTO kessai.payment_line (batch_id, no, case_id, amount, transfer, payee, revision, name, bank, bank_name, branch, branch_name,
                                     account_type, account, holder)
    VALUES (b.batch_id, v.no, v.case_id, v.amount, v.transfer, p.code, p.revision, p.name, p.bank, p.bank_name, p.branch, p.branch_name,
            p.account_type, p.account, p.holder);
  END LOOP;
  IF EXISTS (SELECT FROM kessai.payment_line l WHERE l.batch_id = b.batch_id AND l.transfer = 1) THEN
    SELECT max(s.revision) INTO b.source FROM kessai.payment_source s;
    IF b.source IS NULL THEN
      PERFORM kessai.fault('NotFound', 'no account to pay from');
    END IF;
    UPDATE kessai.payment_batch x SET source = b.source WHERE x.batch_id = b.batch_id;
  END IF;
  PERFORM kessai.write_payment_act(me, b.batch_id, 0, (
    SELECT jsonb_build_object('day', p_day, 'source', coalesce(b.source, 0), 'lines', jsonb_agg(jsonb_build_object(
             'no', l.no, 'case', l.case_id, 'number', c.number, 'amount', l.amount, 'transfer', l.transfer, 'payee', l.payee,
             'revision', l.revision, 'name', l.name, 'bank', l.bank, 'bank_name', l.bank_name, 'branch', l.branch,
             'branch_name', l.branch_name, 'account_type', l.account_type, 'account', l.account, 'holder', l.holder) ORDER BY l.no))::text
      FROM kessai.payment_line l JOIN kessai.case_file c ON c.case_id = l.case_id WHERE l.batch_id = b.batch_id));
  RETURN b.batch_id;
END $$;

-- Once, with no reason; again for one, and only the same bytes.
CREATE FUNCTION kessai.export_payments(p_batch bigint, p_sha256 text, p_reason text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.begin_payments();
  b kessai.payment_batch := kessai.batch_to_change(p_batch);
BEGIN
  IF coalesce(p_sha256 !~ '^[0-9a-f]{64}$', true) OR p_reason IS NULL THEN
    PERFORM kessai.fault('Invalid', 'that is no digest of a file');
  ELSIF b.state = 3 OR b.source IS NULL THEN
    PERFORM kessai.refuse('WrongState', 'there is no file of this batch');
  ELSIF b.state = 0 THEN
    IF b.day < kessai.today() THEN
      PERFORM kessai.refuse('PeriodInvalid', 'the bank takes no file of a day that is over');
    END IF;
    UPDATE kessai.payment_batch x SET state = 1 WHERE x.batch_id = p_batch;
    PERFORM kessai.write_payment_act(me, p_batch, 1, jsonb_build_object('sha256', p_sha256)::text);
    RETURN;
  END IF;
  PERFORM kessai.check_payment_reason(p_reason);
  IF NOT EXISTS (SELECT FROM kessai.payment_act a WHERE a.batch_id = p_batch AND a.kind = 1 AND a.said::jsonb->>'sha256' = p_sha256) THEN
    PERFORM kessai.refuse('Stale', 'the file is not the one that was written');
  END IF;
  PERFORM kessai.write_payment_act(me, p_batch, 2, jsonb_build_object('sha256', p_sha256, 'reason', p_reason)::text);
END $$;

-- p_returned: [{"no", "reason"}], lines that are still good.
CREATE FUNCTION kessai.take_back_lines(p_batch bigint, p_returned jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT (x->>'no')::integer AS no, x->>'reason' AS reason FROM jsonb_array_elements(p_returned) x LOOP
    PERFORM kessai.check_payment_reason(one.reason);
    UPDATE kessai.payment_line l SET returned = one.reason WHERE l.batch_id = p_batch AND l.no = one.no AND l.returned IS NULL;
    IF NOT FOUND THEN
      PERFORM kessai.refuse('Stale', 'the line is not there, or came back before');
    END IF;
  END LOOP;
END $$;

-- Everything was paid on its day, but for what is named.
CREATE FUNCTION kessai.confirm_payments(p_batch bigint, p_returned text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.begin_payments();
  b kessai.payment_batch := kessai.batch_to_change(p_batch);
BEGIN
  PERFORM kessai.check_length(p_returned, 10000000, 'what came back');
  IF jsonb_typeof(p_returned::jsonb) <> 'array' THEN
    PERFORM kessai.fault('Invalid', 'a list of lines');
  ELSIF b.state > 1 OR (b.state = 0 AND b.source IS NOT NULL) THEN
    PERFORM kessai.refuse('WrongState', 'what is confirmed was exported and not confirmed before');
  ELSIF b.day > kessai.today() THEN
    PERFORM kessai.refuse('PeriodInvalid', 'the day has not come');
  END IF;
  PERFORM kessai.take_back_lines(p_batch, p_returned::jsonb);
  UPDATE kessai.payment_batch x SET state = 2 WHERE x.batch_id = p_batch;
  PERFORM kessai.write_payment_act(me, p_batch, 3, jsonb_build_object('returned', p_returned::jsonb)::text);
END $$;

-- Lines that came back after that.
CREATE FUNCTION kessai.return_payments(p_batch bigint, p_returned text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.begin_payments();
  b kessai.payment_batch := kessai.batch_to_change(p_batch);
BEGIN
  PERFORM kessai.check_length(p_returned, 10000000, 'what came back');
  IF jsonb_typeof(p_returned::jsonb) <> 'array' OR jsonb_array_length(p_returned::jsonb) = 0 THEN
    PERFORM kessai.fault('Invalid', 'a list of lines');
  ELSIF b.state <> 2 THEN
    PERFORM kessai.refuse('WrongState', 'what comes back was paid');
  END IF;
  PERFORM kessai.take_back_lines(p_batch, p_returned::jsonb);
  PERFORM kessai.write_payment_act(me, p_batch, 4, jsonb_build_object('returned', p_returned::jsonb)::text);
END $$;

-- Before its file is written, or where the bank took none of it: then whoever wrote the newest file does not say so alone.
CREATE FUNCTION kessai.discard_payments(p_batch bigint, p_reason text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.begin_payments();
  b kessai.payment_batch := kessai.batch_to_change(p_batch);
BEGIN
  PERFORM kessai.check_payment_reason(p_reason);
  IF b.state > 1 THEN
    PERFORM kessai.refuse('WrongState', 'the batch was confirmed, or given up before');
  ELSIF me = (SELECT a.made_by FROM kessai.payment_act a
               WHERE a.batch_id = p_batch AND a.kind IN (1, 2) ORDER BY a.act_no DESC LIMIT 1) THEN
    PERFORM kessai.refuse('PartTaken', 'whoever wrote the file has somebody else give it up');
  END IF;
  UPDATE kessai.payment_line l SET returned = p_reason WHERE l.batch_id = p_batch;
  UPDATE kessai.payment_batch x SET state = 3 WHERE x.batch_id = p_batch;
  PERFORM kessai.write_payment_act(me, p_batch, 5, jsonb_build_object('reason', p_reason)::text);
END $$;

-- p_source: the columns of payment_source; "revision" is the one that was seen, 0 for none.
CREATE FUNCTION kessai.set_transfer_source(p_source text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.begin_payments();
  s kessai.payment_source;
BEGIN
  PERFORM kessai.check_length(p_source, 20000, 'an account');
  IF jsonb_typeof(p_source::jsonb) <> 'object' THEN
    PERFORM kessai.fault('Invalid', 'that is no account to pay from');
  END IF;
  s := jsonb_populate_record(NULL::kessai.payment_source, p_source::jsonb);
  IF coalesce(s.code !~ '^[0-9]{1,10}$' OR s.bank !~ '^[0-9]{4}$' OR s.branch !~ '^[0-9]{3}$' OR s.account !~ '^[0-9]{7}$', true)
     OR coalesce(s.account_type NOT IN (1, 2, 4, 9), true)
     OR NOT kessai.is_bank_kana(s.bank_name, 0, 15) OR NOT kessai.is_bank_kana(s.branch_name, 0, 15)
     OR NOT kessai.is_bank_kana(s.holder, 1, 40) THEN
    PERFORM kessai.fault('Invalid', 'that is no account to pay from');
  ELSIF s.revision IS DISTINCT FROM coalesce((SELECT max(x.revision) FROM kessai.payment_source x), 0) THEN
    PERFORM kessai.refuse('Stale', 'somebody changed the account meanwhile');
  END IF;
  s.revision := s.revision + 1;
  INSERT INTO kessai.payment_source SELECT s.*;
  PERFORM kessai.write_payment_act(me, 0, 6, to_jsonb(s)::text);
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.payments_due(text)', 'kessai.payment_batches(text)', 'kessai.payment_lines(text)', 'kessai.payment_acts(text)',
                          'kessai.transfer_source()', 'kessai.payment_states(text)', 'kessai.commitment_standing(bigint)', 'kessai.unpaid()',
                          'kessai.make_payment_batch(text, text)', 'kessai.export_payments(bigint, text, text)',
                          'kessai.confirm_payments(bigint, text)', 'kessai.return_payments(bigint, text)',
                          'kessai.discard_payments(bigint, text)', 'kessai.set_transfer_source(text)');

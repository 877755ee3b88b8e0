-- oldest client: 24
-- The budget (core/accounting/budget.h): its lines, and where their money comes from. What cases take is postings on the accounts
-- budget:<year>:<code> and case:<id of the commitment>. Nothing is deleted: a line ends with a revision.
CREATE TABLE kessai.budget_line (
  fiscal_year INTEGER NOT NULL,
  code        TEXT NOT NULL, -- of all seven levels
  names       TEXT NOT NULL, -- of the levels, one a line
  section_id  BIGINT NOT NULL, -- in charge of it
  item        TEXT NOT NULL, -- what the 専決 tables call it
  added_in    BIGINT NOT NULL REFERENCES kessai.office_revision (revision),
  removed_in  BIGINT REFERENCES kessai.office_revision (revision),
  PRIMARY KEY (fiscal_year, code, added_in)
);
CREATE UNIQUE INDEX budget_line_once ON kessai.budget_line (fiscal_year, code) WHERE removed_in IS NULL;

CREATE TABLE kessai.budget_entry (
  fiscal_year INTEGER NOT NULL,
  code        TEXT NOT NULL,
  kind        INTEGER NOT NULL, -- 0 initial, 1 supplementary, 2 carried, 3 reserve, 4 transfer, 5 allotment
  document    TEXT NOT NULL,
  amount      BIGINT NOT NULL,
  day         TEXT NOT NULL,
  revision    BIGINT NOT NULL REFERENCES kessai.office_revision (revision),
  PRIMARY KEY (fiscal_year, code, kind, document)
);

-- The lines are in print for everybody; what they have is asked of the doors below.
ALTER TABLE kessai.budget_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON kessai.budget_line FOR SELECT USING ((SELECT kessai.my_staff_id()) IS NOT NULL);
ALTER TABLE kessai.budget_entry ENABLE ROW LEVEL SECURITY;
DO $$
BEGIN
  EXECUTE format('GRANT SELECT ON kessai.budget_line TO %I', kessai.staff_group());
END $$;


-- Whose a line is --------------------------------------------------------------------------------------------------------

-- The sections in whose charge somebody is, and whether they look after the budget of everybody (core/office/sections.h).
CREATE FUNCTION kessai.budget_charge(person bigint, day text, OUT sections bigint[], OUT keeps boolean)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  above bigint[];
  part bigint[];
BEGIN
  WITH RECURSIVE held AS (
    SELECT a.post_id FROM kessai.appointment a
     WHERE a.staff_id = person AND a.removed_in IS NULL AND a.valid_from <= day AND (a.valid_until IS NULL OR a.valid_until >= day)
       AND kessai.post_exists(a.post_id, day) AND kessai.on_staff(person, day)),
  below AS (
    SELECT kessai.whole_section(h.post_id, day) AS section_id FROM held h
     UNION
    SELECT s.section_id FROM kessai.section s JOIN below b ON s.parent_id = b.section_id
     WHERE s.removed_in IS NULL AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day))
  SELECT ARRAY(SELECT DISTINCT l.section_id FROM held h
                 JOIN kessai.post p ON p.post_id = h.post_id AND p.removed_in IS NULL
                  AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
                CROSS JOIN LATERAL kessai.section_line(p.section_id, day) l),
         ARRAY(SELECT b.section_id FROM below b)
    INTO above, part;
  sections := above || part;
  keeps := EXISTS (
    SELECT FROM kessai.role_holder r
      JOIN kessai.post p ON p.post_id = r.post_id AND p.removed_in IS NULL
       AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
     WHERE r.role IN ('finance', 'accounting') AND r.removed_in IS NULL
       AND r.valid_from <= day AND (r.valid_until IS NULL OR r.valid_until >= day) AND p.section_id = ANY (part));
END $$;

-- Whether a line is in somebody's charge, by its account.
CREATE FUNCTION kessai.line_is_of(person bigint, p_account text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  charge record;
BEGIN
  SELECT b.sections, b.keeps INTO charge FROM kessai.budget_charge(person, kessai.today()) b;
  RETURN EXISTS (
    SELECT FROM kessai.budget_line l
     WHERE p_account ~ '^budget:[0-9]{4}:' AND l.fiscal_year = substr(p_account, 8, 4)::integer AND l.code = substr(p_account, 13)
       AND l.removed_in IS NULL AND (charge.keeps OR l.section_id = ANY (charge.sections)));
END $$;

-- Whether a case committed money that is to be paid, and is no cancellation of one.
CREATE FUNCTION kessai.is_commitment(p_case bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM kessai.case_file c
      JOIN kessai.posting p ON p.case_id = c.case_id AND p.ledger = 'budget.commitment' AND p.account LIKE 'budget:%' AND p.amount > 0
     WHERE c.case_id = p_case AND c.state = 4);
END $$;

-- Whether a decided commitment lies on a line in somebody's charge.
CREATE FUNCTION kessai.commitment_is_of(person bigint, p_case bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN kessai.is_commitment(p_case) AND EXISTS (
    SELECT FROM kessai.posting p
     WHERE p.case_id = p_case AND p.state = 1 AND p.ledger = 'budget.commitment' AND kessai.line_is_of(person, p.account));
END $$;

-- Accounts with a limit ----------------------------------------------------------------------------------------------------

-- What a ledger does to an account of the budget: it gives (1) or takes (-1).
CREATE FUNCTION kessai.ledger_direction(ledger text) RETURNS integer LANGUAGE sql IMMUTABLE
RETURN CASE WHEN ledger IN ('budget.decrease', 'budget.refund', 'budget.transfer.in', 'commitment.increase', 'commitment.refund') THEN 1
            WHEN ledger IN ('budget.commitment', 'budget.increase', 'budget.payment', 'budget.transfer.out', 'budget.corrected',
                            'commitment.decrease', 'commitment.paid', 'payment.returned') THEN -1
            ELSE 0 END;

-- Whether a case of a drafter may have postings of a ledger on an account that is not the drafter's own: money is on lines of the budget
-- and on commitments, and nowhere else (insert_postings asks that of the drafter's own).
CREATE FUNCTION kessai.may_move(drafter bigint, ledger text, p_account text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF ledger IN ('payment.returned', 'payment.settled') THEN -- migration 0037
    RETURN p_account ~ '^case:[1-9][0-9]{0,17}$' AND kessai.may_return(drafter, substr(p_account, 6)::bigint);
  ELSIF kessai.ledger_direction(ledger) = 0 THEN
    RETURN false;
  ELSIF ledger LIKE 'budget.%' THEN
    RETURN p_account LIKE 'budget:%' AND kessai.line_is_of(drafter, p_account);
  END IF;
  RETURN p_account ~ '^case:[1-9][0-9]{0,17}$' AND kessai.may_rest_on(drafter, substr(p_account, 6)::bigint);
END $$;

-- Whether a case of a drafter may pay, raise or lower a decided commitment: their own, or one whose line is in their charge. Whoever was sent
-- one to agree to it, or to know of it, takes nothing of it.
CREATE FUNCTION kessai.may_take_of(drafter bigint, commitment bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN kessai.is_commitment(commitment)
     AND (EXISTS (SELECT FROM kessai.case_file c WHERE c.case_id = commitment AND c.drafter_id = drafter)
          OR kessai.commitment_is_of(drafter, commitment));
END $$;

-- Whether a case of a drafter may rest on another: that is a decided commitment which the caller may read, or whose line is in the
-- drafter's charge.
CREATE FUNCTION kessai.may_rest_on(drafter bigint, commitment bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN kessai.is_commitment(commitment)
     AND (EXISTS (SELECT FROM kessai.case_file c WHERE c.case_id = commitment AND c.drafter_id = drafter)
          OR EXISTS (SELECT FROM kessai.case_access a WHERE a.case_id = commitment AND a.party = ANY ((SELECT kessai.my_sight())::bigint[]))
          OR kessai.commitment_is_of(drafter, commitment));
END $$;

-- What a content refers to (core/cases/caseref.h): every field with a member "case", but what it cancels.
CREATE FUNCTION kessai.references_in(fields jsonb) RETURNS SETOF jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT x.value FROM jsonb_each(fields) x WHERE x.key <> 'cancels' AND jsonb_typeof(x.value) = 'object' AND x.value ? 'case'
$$;

-- As contractIn() in the program: kind and method of the contract a content speaks of.
CREATE FUNCTION kessai.contract_in(fields jsonb) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE WHEN fields->>'contract_kind' <> '' AND fields->>'method' <> '' THEN (fields->>'contract_kind') || '/' || (fields->>'method')
            ELSE '' END;

-- A reference says of a commitment that stands what was decided of it, no more and no less; whatever else the case moves of the budget is on
-- the commitment's line, and what it says the commitment was about before it changes it, it is about (core/cases/caseref.h). Commitments
-- are locked, so that none is cancelled meanwhile.
CREATE FUNCTION kessai.check_references(c kessai.case_file, fields jsonb, postings jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  said jsonb;
  o kessai.case_file;
  line text;
BEGIN
  FOR said IN SELECT r FROM kessai.references_in(fields) r ORDER BY r->'case' LOOP
    IF jsonb_typeof(said->'case') = 'number' AND said->>'case' ~ '^[1-9][0-9]{0,17}$' AND said ? 'amount'
       AND kessai.may_return(c.drafter_id, (said->>'case')::bigint) THEN
      PERFORM kessai.check_return(said, postings); -- migration 0037
      CONTINUE;
    END IF;
    IF jsonb_typeof(said->'case') <> 'number' OR said->>'case' !~ '^[1-9][0-9]{0,17}$'
       OR NOT kessai.may_rest_on(c.drafter_id, (said->>'case')::bigint) THEN
      PERFORM kessai.refuse('ReferenceInvalid', 'what a case rests on is a decided commitment that its drafter may read');
    END IF;
    SELECT * INTO o FROM kessai.case_file f WHERE f.case_id = (said->>'case')::bigint FOR NO KEY UPDATE;
    line := (SELECT substr(p.account, 8) FROM kessai.posting p
              WHERE p.case_id = o.case_id AND p.ledger = 'budget.commitment' ORDER BY p.no LIMIT 1);
    IF EXISTS (SELECT FROM kessai.cancellation k WHERE k.cancelled_id = o.case_id)
       OR said IS DISTINCT FROM (
            SELECT jsonb_build_object('case', o.case_id, 'number', o.number, 'title', o.title, 'line', line,
                                      'drafter', (SELECT s.number FROM kessai.staff s WHERE s.staff_id = o.drafter_id
                                                   ORDER BY s.added_in DESC LIMIT 1))
                   || CASE WHEN x.fields::jsonb #>> '{payee,code}' <> '' THEN jsonb_build_object('payee', x.fields::jsonb #>> '{payee,code}')
                           ELSE '{}' END
                   || CASE WHEN kessai.contract_in(x.fields::jsonb) <> '' THEN jsonb_build_object('contract', kessai.contract_in(x.fields::jsonb))
                           ELSE '{}' END
              FROM kessai.content x WHERE x.case_id = o.case_id AND x.revision = o.revision) THEN
      PERFORM kessai.refuse('ReferenceInvalid', 'the commitment does not stand, or is another than the content says');
    ELSIF EXISTS (SELECT FROM jsonb_array_elements(postings) p
                   WHERE p->>'ledger' LIKE 'budget.%' AND p->>'account' <> 'budget:' || line) THEN
      PERFORM kessai.refuse('ReferenceInvalid', 'what rests on a commitment is on its line of the budget');
    ELSIF fields ? 'old_total'
       AND EXISTS (SELECT FROM jsonb_array_elements(postings) p
                    WHERE p->>'account' = 'case:' || o.case_id AND p->>'ledger' IN ('commitment.increase', 'commitment.decrease'))
       AND fields->'old_total' IS DISTINCT FROM
           to_jsonb((SELECT s.used FROM kessai.account_state('commitment.amount', 'case:' || o.case_id, 0) s)) THEN
      PERFORM kessai.refuse('ReferenceInvalid', 'the commitment is about another amount by now');
    END IF;
  END LOOP;
END $$;

-- What is moved of a commitment, a reference names: whoever reads the case sees of which, and nobody reaches for one they know nothing of, or
-- that is not theirs to take of. What is given back, or moved to another line, is of an order that was paid. What a case gives and takes of one
-- account is added up (check_left_over): then what it gives is taken from elsewhere by the same case.
CREATE FUNCTION kessai.check_named(c kessai.case_file, fields jsonb, postings jsonb) RETURNS void LANGUAGE plpgsql AS $$
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
  ELSIF EXISTS (SELECT FROM jsonb_array_elements(postings) p GROUP BY p->>'account'
                HAVING min(kessai.ledger_direction(p->>'ledger')) < 0 AND max(kessai.ledger_direction(p->>'ledger')) > 0)
        AND EXISTS (SELECT FROM (VALUES ('budget.decrease', 'commitment.decrease'), ('budget.increase', 'commitment.increase'),
                                        ('budget.transfer.in', 'budget.transfer.out')) t (a, b)
                     WHERE (SELECT coalesce(sum((p->>'amount')::bigint), 0) FROM jsonb_array_elements(postings) p WHERE p->>'ledger' = t.a)
                        <> (SELECT coalesce(sum((p->>'amount')::bigint), 0) FROM jsonb_array_elements(postings) p WHERE p->>'ledger' = t.b)) THEN
    PERFORM kessai.refuse('ReferenceInvalid', 'what a case gives to an account it takes from comes from nowhere');
  END IF;
END $$;

-- Whether a content names one of these people as the inspector of what it pays (core/cases/inspector.h).
CREATE FUNCTION kessai.inspected_by(people bigint[], fields jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM kessai.staff s WHERE s.staff_id = ANY (people) AND to_jsonb(s.number) = fields->'inspector');
END $$;

-- Whoever inspected what a case pays neither filed it nor the commitment; and nobody who filed a commitment inspects what came of it, which is
-- what a case does that rests on one and moves nothing.
CREATE FUNCTION kessai.check_apart(c kessai.case_file, fields jsonb, postings jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  apart boolean := coalesce((SELECT m.value FROM kessai.parameter m
                              WHERE m.key = 'inspection.apart' AND m.valid_from <= kessai.today()
                              ORDER BY m.valid_from DESC, m.added_in DESC LIMIT 1), 1) <> 0;
BEGIN
  IF apart
     AND ((postings = '[]' AND EXISTS (
            SELECT FROM kessai.references_in(fields) r
              JOIN kessai.case_file o ON o.case_id = (r->>'case')::bigint
               AND (o.drafter_id IN (c.drafter_id, c.filer_id) OR o.filer_id = c.drafter_id)))
       OR (EXISTS (SELECT FROM jsonb_array_elements(postings) p WHERE p->>'account' ~ '^(budget|case):')
           AND (kessai.inspected_by(ARRAY[c.drafter_id, c.filer_id], fields)
                OR EXISTS (SELECT FROM kessai.references_in(fields) r
                             JOIN kessai.case_file o ON o.case_id = (r->>'case')::bigint
                            WHERE kessai.inspected_by(ARRAY[o.drafter_id, o.filer_id], fields))))) THEN
    PERFORM kessai.refuse('PartTaken', 'whoever inspects is not who drafted');
  END IF;
END $$;

-- 執行可能額 without what cases moved: what is allotted, where anything is, and never more than the line has.
CREATE FUNCTION kessai.line_supply(p_account text) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT least(coalesce(sum(e.amount) FILTER (WHERE e.kind <> 5), 0), sum(e.amount) FILTER (WHERE e.kind = 5))
      FROM kessai.budget_entry e
     WHERE e.fiscal_year = substr(p_account, 8, 4)::integer AND e.code = substr(p_account, 13));
END $$;

-- What cases that run or are decided give to an account, and take from it with a minus. A commitment has what it took from its line, and
-- its cancellation takes it back; an order of payment has what it ordered, of which something may be given back.
CREATE FUNCTION kessai.account_moves(p_account text) RETURNS TABLE (case_id bigint, ledger text, given bigint, state integer)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  commitment bigint := CASE WHEN p_account LIKE 'case:%' THEN substr(p_account, 6)::bigint END;
BEGIN
  RETURN QUERY
  SELECT p.case_id, p.ledger, kessai.ledger_direction(p.ledger) * p.amount, p.state
    FROM kessai.posting p WHERE p.account = p_account AND p.state IN (0, 1)
   UNION ALL
  SELECT p.case_id, p.ledger, p.amount, p.state
    FROM kessai.posting p
   WHERE p.case_id IN (SELECT commitment UNION SELECT k.case_id FROM kessai.cancellation k WHERE k.cancelled_id = commitment)
     AND ((p.ledger = 'budget.commitment' AND p.account LIKE 'budget:%') OR p.ledger IN ('budget.payment', 'commitment.paid'))
     AND p.state IN (0, 1);
END $$;

-- What may be asked of an account as if it were a ledger (core/accounting/budget.h).
CREATE FUNCTION kessai.account_state(p_ledger text, p_account text, p_except bigint, OUT used bigint, OUT reserved bigint)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  SELECT coalesce(sum(n.given) FILTER (WHERE n.state = 1), 0), coalesce(sum(greatest(0, -n.given)) FILTER (WHERE n.state = 0), 0)
    INTO used, reserved
    FROM (SELECT m.state, sum(m.given) AS given
            FROM kessai.account_moves(p_account) m
           WHERE m.case_id <> p_except
             AND CASE p_ledger WHEN 'budget.supply' THEN m.ledger LIKE 'budget.transfer.%'
                               WHEN 'commitment.amount' THEN m.ledger NOT IN ('commitment.paid', 'commitment.refund') ELSE true END
           GROUP BY m.case_id, m.state) n;
  IF p_ledger IN ('budget.balance', 'budget.supply') AND p_account ~ '^budget:[0-9]{4}:' THEN
    used := used + kessai.line_supply(p_account);
  END IF;
END $$;

-- The one rule: no account a case takes from is left with less than nothing, if everything that runs and takes is decided and nothing
-- that gives; of one case, what it gives and takes of an account come together. The accounts are locked, those of commitments by their cases and before the lines, so that two who reach for the last yen
-- come one after the other. Called when postings are written, and when they become final.
CREATE FUNCTION kessai.check_accounts(p_case bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  changed bigint[] := ARRAY(SELECT kessai.changed_by(p_case));
  taken text[] := ARRAY(
    SELECT x.account FROM (
      SELECT p.account COLLATE "C" AS account FROM kessai.posting p
       WHERE p.case_id = p_case AND kessai.ledger_direction(p.ledger) * p.amount < 0 AND p.account ~ '^(budget|case):'
       UNION
      SELECT ('case:' || k.cancelled_id) COLLATE "C" FROM kessai.cancellation k
        JOIN kessai.posting o ON o.case_id = k.cancelled_id AND o.ledger = 'budget.commitment' AND o.account LIKE 'budget:%'
       WHERE k.case_id = p_case) x
     ORDER BY 1);
  one text;
BEGIN
  IF cardinality(taken) + cardinality(changed) = 0 THEN
    RETURN;
  END IF;
  PERFORM FROM kessai.case_file c
    WHERE c.case_id = ANY (changed || ARRAY(SELECT substr(t, 6)::bigint FROM unnest(taken) t WHERE t LIKE 'case:%'))
    ORDER BY c.case_id FOR NO KEY UPDATE;
  FOREACH one IN ARRAY taken LOOP
    IF one LIKE 'budget:%' THEN -- the first row of a line stays the first, whatever is entered later
      PERFORM FROM kessai.budget_line l
        WHERE l.fiscal_year = substr(one, 8, 4)::integer AND l.code = substr(one, 13)
        ORDER BY l.added_in LIMIT 1 FOR NO KEY UPDATE;
    END IF;
  END LOOP;
  IF kessai.changes_otherwise(p_case, changed) THEN
    PERFORM kessai.refuse('OtherChange', 'another change of the commitment runs or stands');
  END IF;
  FOREACH one IN ARRAY taken LOOP
    PERFORM kessai.check_left_over(one, p_case);
  END LOOP;
END $$;

-- The commitments a case raises, lowers or cancels.
CREATE FUNCTION kessai.changed_by(p_case bigint) RETURNS SETOF bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY
  SELECT substr(p.account, 6)::bigint FROM kessai.posting p
   WHERE p.case_id = p_case AND p.ledger IN ('commitment.increase', 'commitment.decrease') AND p.account LIKE 'case:%'
   UNION
  SELECT k.cancelled_id FROM kessai.cancellation k
    JOIN kessai.posting o ON o.case_id = k.cancelled_id AND o.ledger = 'budget.commitment' AND o.account LIKE 'budget:%'
   WHERE k.case_id = p_case;
END $$;

-- A commitment is changed by one case at a time, so that two small raises do not pass by whom a large one needs (専決), none is changed
-- that is cancelled, and none is cancelled of which a raise or a lowering would stay behind.
CREATE FUNCTION kessai.changes_otherwise(p_case bigint, changed bigint[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM unnest(changed) m
     WHERE EXISTS (SELECT FROM kessai.posting p
                    WHERE p.account = 'case:' || m AND p.ledger IN ('commitment.increase', 'commitment.decrease') AND p.state = 0
                      AND p.case_id <> p_case)
        OR EXISTS (SELECT FROM kessai.cancellation k WHERE k.cancelled_id = m AND k.case_id <> p_case)
        OR EXISTS (SELECT FROM kessai.posting p
                    WHERE p.account = 'case:' || m AND p.ledger IN ('commitment.increase', 'commitment.decrease') AND p.state = 1
                      AND EXISTS (SELECT FROM kessai.cancellation k WHERE k.cancelled_id = m AND k.case_id = p_case)
                   HAVING sum(kessai.ledger_direction(p.ledger) * p.amount) <> 0));
END $$;

-- Of one account; the takings of a case count in any case.
CREATE FUNCTION kessai.check_left_over(p_account text, p_case bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  running boolean := coalesce((SELECT m.value FROM kessai.parameter m
                                WHERE m.key = 'budget.running_count' AND m.valid_from <= kessai.today()
                                ORDER BY m.valid_from DESC, m.added_in DESC LIMIT 1), 1) <> 0;
  left_over bigint;
BEGIN
  SELECT coalesce(sum(CASE WHEN n.state = 1 THEN n.given
                           WHEN running OR n.case_id = p_case THEN least(0, n.given) ELSE 0 END), 0)
    INTO left_over
    FROM (SELECT m.case_id, m.state, sum(m.given) AS given FROM kessai.account_moves(p_account) m GROUP BY m.case_id, m.state) n;
  IF p_account LIKE 'budget:%' THEN
    left_over := left_over + kessai.line_supply(p_account);
  END IF;
  IF left_over < 0 THEN
    PERFORM kessai.refuse('OverBudget', p_account || ' ' || -left_over);
  END IF;
END $$;

-- Who may ask about an account of the budget: those in whose charge it is, auditors, and who decides on a case that moves it.
CREATE FUNCTION kessai.guard_money(me bigint, p_account text) RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT (kessai.am_auditor() OR kessai.line_is_of(me, p_account)
          OR (p_account ~ '^case:[1-9][0-9]{0,17}$'
              AND (kessai.may_read(substr(p_account, 6)::bigint) OR kessai.commitment_is_of(me, substr(p_account, 6)::bigint)
                   OR kessai.voucher_is_of(me, substr(p_account, 6)::bigint)))
          OR EXISTS (SELECT FROM kessai.posting p
                       JOIN kessai.case_file c ON c.case_id = p.case_id AND c.seq > 0
                       JOIN kessai.case_access a ON a.case_id = p.case_id AND a.party = ANY ((SELECT kessai.my_sight())::bigint[])
                      WHERE p.account = p_account)) THEN
    PERFORM kessai.fault('AccessDenied', 'no account of the caller');
  END IF;
END $$;

-- The page of the budget ---------------------------------------------------------------------------------------------------

-- What the lines of a year in the caller's charge have and what became of it, in parts to be added up: what was entered by kind, what
-- cases moved by ledger (amounts of both signs apart), what running ones take, and what is paid of what they committed. Every line is there.
CREATE FUNCTION kessai.budget_balances(p_year integer)
RETURNS TABLE (code text, kind integer, ledger text, used integer, amount bigint)
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
  WITH line AS MATERIALIZED (
    SELECT l.code, 'budget:' || l.fiscal_year || ':' || l.code AS account FROM kessai.budget_line l
     WHERE l.fiscal_year = p_year AND l.removed_in IS NULL AND (charge.everything OR l.section_id = ANY (charge.sections))),
  moved AS MATERIALIZED (
    SELECT l.code, p.case_id, p.ledger, p.state, p.amount FROM line l
      JOIN kessai.posting p ON p.account = l.account AND p.state IN (0, 1))
  SELECT l.code, 0, '', 1, 0::bigint FROM line l
   UNION ALL
  SELECT l.code, e.kind, '', 1, sum(e.amount)::bigint FROM line l
    JOIN kessai.budget_entry e ON e.fiscal_year = p_year AND e.code = l.code
   GROUP BY l.code, e.kind
   UNION ALL
  SELECT m.code, NULL, m.ledger, m.state, sum(m.amount)::bigint FROM moved m WHERE m.state = 1 GROUP BY m.code, m.ledger, m.state, m.amount > 0
   UNION ALL
  SELECT n.code, NULL, 'budget.commitment', 0, sum(n.taken)::bigint
    FROM (SELECT m.code, sum(-kessai.ledger_direction(m.ledger) * m.amount) AS taken FROM moved m WHERE m.state = 0 GROUP BY m.code, m.case_id) n
   WHERE n.taken > 0 GROUP BY n.code
   UNION ALL
  SELECT c.code, NULL, 'commitment.paid', 1, sum(CASE p.ledger WHEN 'commitment.paid' THEN p.amount ELSE -p.amount END)::bigint
    FROM (SELECT DISTINCT m.code, m.case_id FROM moved m WHERE m.ledger = 'budget.commitment' AND m.state = 1 AND m.amount > 0) c
    JOIN kessai.posting p ON p.account = 'case:' || c.case_id AND p.ledger IN ('commitment.paid', 'commitment.refund') AND p.state = 1
   GROUP BY c.code;
END $$;

-- The newest cases that move an account, for auditors and those in whose charge the line is: who decided on one of the cases need not know
-- of the others. What is theirs to open is said with each.
CREATE FUNCTION kessai.budget_cases(p_account text)
RETURNS TABLE (case_id bigint, number text, form text, title text, drafter text, case_state integer, ledger text, amount bigint,
               used integer, day text, readable integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
BEGIN
  IF me IS NULL OR coalesce(p_account !~ '^(budget|case):', true) OR NOT (kessai.am_auditor() OR kessai.line_is_of(me, p_account)) THEN
    PERFORM kessai.fault('AccessDenied', 'no line of the caller''s');
  END IF;
  RETURN QUERY
  SELECT c.case_id, c.number, c.form, c.title, c.drafter_name, c.state, p.ledger, p.amount, p.state, p.day, kessai.may_read(c.case_id)::integer
    FROM kessai.posting p JOIN kessai.case_file c ON c.case_id = p.case_id
   WHERE p.account = p_account AND p.state IN (0, 1)
   ORDER BY c.case_id DESC, p.no LIMIT 500;
END $$;

CREATE FUNCTION kessai.budget_entries(p_year integer)
RETURNS TABLE (fiscal_year integer, code text, kind integer, document text, amount bigint, day text, revision bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
BEGIN
  IF me IS NULL OR NOT (kessai.am_auditor() OR (SELECT b.keeps FROM kessai.budget_charge(me, kessai.today()) b)) THEN
    PERFORM kessai.fault('AccessDenied', 'this is for those who look after the budget');
  END IF;
  RETURN QUERY SELECT e.fiscal_year, e.code, e.kind, e.document, e.amount, e.day, e.revision
                 FROM kessai.budget_entry e WHERE e.fiscal_year = p_year ORDER BY e.code, e.kind, e.day, e.document;
END $$;

-- p_lines: [{"year": 2026, "code": "01-...", "names": [seven], "section": 3, "item": "12"}, ...], as the lines are to be;
-- p_entries: [{"year", "code", "kind", "document", "amount", "day"}, ...] on lines that are there by then. All of it or nothing; what is
-- there already with the same amount is left alone. Nothing is entered that leaves a line with less than cases have taken.
CREATE FUNCTION kessai.import_budget(p_lines text, p_entries text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  today text := kessai.today();
  revision bigint;
  came integer;
  entered integer;
  one text;
BEGIN
  IF NOT kessai.holds_role(me, 'finance', today) THEN
    PERFORM kessai.fault('AccessDenied', 'this is for the finance section');
  END IF;
  PERFORM kessai.check_length(p_lines, 33554432, 'the lines');
  PERFORM kessai.check_length(p_entries, 33554432, 'the entries');
  IF jsonb_typeof(p_lines::jsonb) <> 'array' OR jsonb_typeof(p_entries::jsonb) <> 'array' THEN
    PERFORM kessai.fault('Invalid', 'lists of lines and entries');
  ELSIF greatest(jsonb_array_length(p_lines::jsonb), jsonb_array_length(p_entries::jsonb)) > 50000 THEN
    PERFORM kessai.refuse('TooManyEntries', 'too many lines');
  END IF;
  IF EXISTS (SELECT FROM jsonb_to_recordset(p_lines::jsonb) AS x (year integer, code text, names jsonb, section bigint, item text)
              WHERE coalesce(x.year NOT BETWEEN 1900 AND 2999, true)
                 OR coalesce(x.code !~ '^[0-9A-Za-z]{1,8}(-[0-9A-Za-z]{1,8}){6}$', true)
                 OR coalesce(x.item !~ '^[0-9A-Za-z_-]{1,40}$', true)
                 OR CASE WHEN jsonb_typeof(x.names) = 'array' THEN jsonb_array_length(x.names) <> 7 ELSE true END
                 OR NOT EXISTS (SELECT FROM kessai.section s
                                 WHERE s.section_id = x.section AND s.removed_in IS NULL
                                   AND s.valid_from <= today AND (s.valid_until IS NULL OR s.valid_until >= today)))
     OR EXISTS (SELECT FROM jsonb_to_recordset(p_lines::jsonb) AS x (names jsonb), jsonb_array_elements(x.names) n
                 WHERE jsonb_typeof(n) <> 'string' OR char_length(n #>> '{}') > 100 OR n #>> '{}' ~ '[[:cntrl:]]')
     OR EXISTS (SELECT FROM jsonb_to_recordset(p_lines::jsonb) AS x (year integer, code text)
                 GROUP BY x.year, x.code HAVING count(*) > 1) THEN
    PERFORM kessai.fault('Invalid', 'a line is not one');
  END IF;
  revision := kessai.next_revision('budget imported'); -- first: what is checked below is as the one before left it
  -- In the order of the accounts: whoever takes from a line just now is waited for, and waits.
  PERFORM FROM kessai.budget_line l
    WHERE (l.fiscal_year, l.code) IN (
      SELECT x.year, x.code FROM jsonb_to_recordset(p_lines::jsonb) AS x (year integer, code text)
       UNION SELECT x.year, x.code FROM jsonb_to_recordset(p_entries::jsonb) AS x (year integer, code text))
    ORDER BY l.fiscal_year, l.code COLLATE "C", l.added_in FOR NO KEY UPDATE;
  UPDATE kessai.budget_line l SET removed_in = revision
    FROM jsonb_to_recordset(p_lines::jsonb) AS x (year integer, code text, names jsonb, section bigint, item text)
   WHERE l.fiscal_year = x.year AND l.code = x.code AND l.removed_in IS NULL
     AND (l.names, l.section_id, l.item) IS DISTINCT FROM (kessai.names_in(x.names), x.section, x.item);
  INSERT INTO kessai.budget_line (fiscal_year, code, names, section_id, item, added_in)
  SELECT x.year, x.code, kessai.names_in(x.names), x.section, x.item, revision
    FROM jsonb_to_recordset(p_lines::jsonb) AS x (year integer, code text, names jsonb, section bigint, item text)
   WHERE NOT EXISTS (SELECT FROM kessai.budget_line l WHERE l.fiscal_year = x.year AND l.code = x.code AND l.removed_in IS NULL);
  GET DIAGNOSTICS came = ROW_COUNT; -- a line that ended comes again
  PERFORM kessai.check_day(x.day, false) FROM jsonb_to_recordset(p_entries::jsonb) AS x (day text);
  IF EXISTS (SELECT FROM jsonb_to_recordset(p_entries::jsonb)
                      AS x (year integer, code text, kind integer, document text, amount bigint, day text)
              WHERE coalesce(x.kind NOT BETWEEN 0 AND 5, true) OR coalesce(x.amount NOT BETWEEN -999999999999 AND 999999999999, true)
                 OR (x.kind = 0 AND x.amount < 0)
                 OR x.document IS NULL OR char_length(x.document) NOT BETWEEN 1 AND 100 OR x.document ~ '[[:cntrl:]]'
                 OR NOT EXISTS (SELECT FROM kessai.budget_line l
                                 WHERE l.fiscal_year = x.year AND l.code = x.code AND l.removed_in IS NULL)) THEN
    PERFORM kessai.fault('Invalid', 'an entry is not one');
  ELSIF EXISTS (SELECT FROM jsonb_to_recordset(p_entries::jsonb) AS x (year integer, code text, kind integer, document text, amount bigint)
                  JOIN kessai.budget_entry e ON e.fiscal_year = x.year AND e.code = x.code AND e.kind = x.kind AND e.document = x.document
                 WHERE e.amount <> x.amount) THEN
    PERFORM kessai.fault('Invalid', 'an entry is there with another amount');
  ELSIF EXISTS (
      WITH fresh AS MATERIALIZED (
        SELECT x.year, x.code, x.amount
          FROM jsonb_to_recordset(p_entries::jsonb) AS x (year integer, code text, kind integer, document text, amount bigint)
         WHERE x.kind = 2
           AND NOT EXISTS (SELECT FROM kessai.budget_entry e
                            WHERE e.fiscal_year = x.year AND e.code = x.code AND e.kind = 2 AND e.document = x.document)),
      came_in AS (SELECT f.year, f.code, sum(f.amount) AS yen FROM fresh f WHERE f.amount > 0 GROUP BY f.year, f.code),
      went_out AS (SELECT f.year + 1 AS year, f.code, -sum(f.amount) AS yen FROM fresh f WHERE f.amount < 0 GROUP BY f.year, f.code)
      SELECT FROM came_in i LEFT JOIN went_out o ON o.year = i.year AND o.code = i.code
       WHERE i.yen IS DISTINCT FROM o.yen
         AND EXISTS (SELECT FROM kessai.budget_line l WHERE l.fiscal_year = i.year - 1 AND l.code = i.code AND l.removed_in IS NULL)) THEN
    -- What is carried over is taken from the year before in the same act, or the same yen would be spent in both (地方自治法213条).
    PERFORM kessai.fault('Invalid', 'what is carried over is not taken from the year before');
  END IF;
  INSERT INTO kessai.budget_entry (fiscal_year, code, kind, document, amount, day, revision)
  SELECT x.year, x.code, x.kind, x.document, x.amount, x.day, revision
    FROM jsonb_to_recordset(p_entries::jsonb) AS x (year integer, code text, kind integer, document text, amount bigint, day text)
   WHERE NOT EXISTS (SELECT FROM kessai.budget_entry e
                      WHERE e.fiscal_year = x.year AND e.code = x.code AND e.kind = x.kind AND e.document = x.document);
  GET DIAGNOSTICS entered = ROW_COUNT; -- the same twice in one import breaks the key
  IF came + entered = 0 THEN
    PERFORM kessai.fault('AlreadyExists', 'all of it is there');
  END IF;
  FOR one IN
    SELECT DISTINCT 'budget:' || x.year || ':' || x.code FROM jsonb_to_recordset(p_entries::jsonb) AS x (year integer, code text) ORDER BY 1
  LOOP
    PERFORM kessai.check_left_over(one, 0);
  END LOOP;
END $$;

-- The oldest fiscal year whose books are open: they are closed on 31 May after it (出納閉鎖; 地方自治法235条の5).
CREATE FUNCTION kessai.open_fiscal_year() RETURNS integer LANGUAGE sql STABLE
RETURN substr(kessai.today(), 1, 4)::integer - CASE WHEN substr(kessai.today(), 6) <= '05-31' THEN 1 ELSE 0 END;

-- Commitments that stand on the lines of the caller's sections, of years whose books are open, as a case that rests on one says it
-- (core/cases/caseref.h): whoever pays, inspects or changes what a colleague committed names it, though they may not open it.
CREATE FUNCTION kessai.commitments_in_charge()
RETURNS TABLE (case_id bigint, number text, title text, line text, drafter text, payee text, form text, contract text)
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
  WITH standing AS MATERIALIZED (
    SELECT DISTINCT p.case_id
      FROM kessai.budget_line l
      JOIN kessai.posting p ON p.account = 'budget:' || l.fiscal_year || ':' || l.code AND p.ledger = 'budget.commitment'
       AND p.state = 1 AND p.amount > 0
     WHERE l.removed_in IS NULL AND l.section_id = ANY (theirs) AND l.fiscal_year >= kessai.open_fiscal_year())
  SELECT c.case_id, c.number, c.title,
         (SELECT substr(p.account, 8) FROM kessai.posting p
           WHERE p.case_id = c.case_id AND p.ledger = 'budget.commitment' ORDER BY p.no LIMIT 1),
         (SELECT s.number FROM kessai.staff s WHERE s.staff_id = c.drafter_id ORDER BY s.added_in DESC LIMIT 1),
         coalesce(x.fields::jsonb #>> '{payee,code}', ''), c.form, kessai.contract_in(x.fields::jsonb)
    FROM standing o
    JOIN kessai.case_file c ON c.case_id = o.case_id AND c.state = 4
    JOIN kessai.content x ON x.case_id = c.case_id AND x.revision = c.revision
   WHERE NOT EXISTS (SELECT FROM kessai.cancellation k WHERE c.case_id IN (k.case_id, k.cancelled_id))
   ORDER BY c.case_id DESC LIMIT 500;
END $$;

CREATE FUNCTION kessai.names_in(names jsonb) RETURNS text LANGUAGE sql IMMUTABLE
RETURN (SELECT string_agg(n, E'\n' ORDER BY i) FROM jsonb_array_elements_text(names) WITH ORDINALITY x (n, i));

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.budget_balances(integer)', 'kessai.budget_cases(text)', 'kessai.budget_entries(integer)',
                          'kessai.import_budget(text, text)', 'kessai.commitments_in_charge()');

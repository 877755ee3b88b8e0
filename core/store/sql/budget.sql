-- The budget: its lines, and what they have.

-- name: budgetLines
SELECT fiscal_year, code, names, section_id, item, added_in, removed_in
  FROM budget_line
 ORDER BY fiscal_year, code, added_in

-- Accounts with a limit, as the notary in this program sees them. PostgreSQL's says the same (migration 0024).

-- What a ledger does to an account of the budget: it gives (1) or takes (-1).
-- fragment: direction
CASE WHEN p.ledger IN ('budget.decrease', 'budget.refund', 'budget.transfer.in', 'commitment.increase', 'commitment.refund') THEN 1
     WHEN p.ledger IN ('budget.commitment', 'budget.increase', 'budget.payment', 'budget.transfer.out', 'budget.corrected',
                       'commitment.decrease', 'commitment.paid', 'payment.returned') THEN -1
     ELSE 0 END

-- The parts of the office somebody belongs to (core/office/sections.h): upwards from their posts, and the whole of their 課.
-- fragment: charge
WITH RECURSIVE above (origin, section_id, parent_id, level, own) AS (
  SELECT h.post_id, s.section_id, s.parent_id, s.level, 1
    FROM appointment a
    JOIN post h ON h.post_id = a.post_id AND h.removed_in IS NULL AND h.valid_from <= :today AND (h.valid_until IS NULL OR h.valid_until >= :today)
    JOIN section s ON s.section_id = h.section_id AND s.removed_in IS NULL
     AND s.valid_from <= :today AND (s.valid_until IS NULL OR s.valid_until >= :today)
   WHERE a.staff_id = :me AND a.removed_in IS NULL AND a.valid_from <= :today AND (a.valid_until IS NULL OR a.valid_until >= :today)
   UNION
  SELECT b.origin, s.section_id, s.parent_id, s.level, 0
    FROM above b
    JOIN section s ON s.section_id = b.parent_id AND s.removed_in IS NULL
     AND s.valid_from <= :today AND (s.valid_until IS NULL OR s.valid_until >= :today)),
below (section_id) AS (
  SELECT b.section_id FROM above b
   WHERE b.level = 2 OR (b.own = 1 AND NOT EXISTS (SELECT 1 FROM above o WHERE o.origin = b.origin AND o.level = 2))
   UNION
  SELECT s.section_id FROM below u
    JOIN section s ON s.parent_id = u.section_id AND s.removed_in IS NULL
     AND s.valid_from <= :today AND (s.valid_until IS NULL OR s.valid_until >= :today)),
charge (section_id) AS (SELECT section_id FROM above UNION SELECT section_id FROM below),
keeps (yes) AS (
  SELECT 1 FROM role_holder r
    JOIN post h ON h.post_id = r.post_id AND h.removed_in IS NULL AND h.valid_from <= :today AND (h.valid_until IS NULL OR h.valid_until >= :today)
    JOIN below u ON u.section_id = h.section_id
   WHERE r.role IN ('finance', 'accounting') AND r.removed_in IS NULL
     AND r.valid_from <= :today AND (r.valid_until IS NULL OR r.valid_until >= :today)
   LIMIT 1)

-- name: notaryLineIsOf
@charge@
SELECT 1 FROM budget_line l
 WHERE l.fiscal_year = :fiscal_year AND l.code = :code AND l.removed_in IS NULL
   AND (EXISTS (SELECT 1 FROM keeps) OR l.section_id IN (SELECT c.section_id FROM charge c))

-- A decided commitment that is the drafter's or whose line is in their charge, or which the actor may read where that will do; no cancellation
-- of one.
-- name: notaryCommitmentIsOf
@charge@
SELECT 1 FROM case_file c
 WHERE c.case_id = :case_id AND c.state = 4
   AND EXISTS (SELECT 1 FROM posting p
                WHERE p.case_id = c.case_id AND p.ledger = 'budget.commitment' AND p.account LIKE 'budget:%' AND p.amount > 0)
   AND (c.drafter_id = :me
     OR (:reading = 1 AND EXISTS (SELECT 1 FROM case_access r WHERE r.case_id = c.case_id AND r.party @partiesOfActor@))
     OR EXISTS (SELECT 1 FROM posting p
                  JOIN budget_line l ON 'budget:' || l.fiscal_year || ':' || l.code = p.account AND l.removed_in IS NULL
                 WHERE p.case_id = c.case_id AND p.ledger = 'budget.commitment'
                   AND (EXISTS (SELECT 1 FROM keeps) OR l.section_id IN (SELECT g.section_id FROM charge g))))

-- A commitment that stands, as it was decided, and what it is about by now: no cancellation of it runs or is decided.
-- name: notaryReferred
SELECT c.number, c.title,
       (SELECT SUBSTR(p.account, 8) FROM posting p
         WHERE p.case_id = c.case_id AND p.ledger = 'budget.commitment' ORDER BY p.no LIMIT 1),
       (SELECT s.number FROM staff s WHERE s.staff_id = c.drafter_id ORDER BY s.added_in DESC LIMIT 1), x.fields,
       (SELECT COALESCE(SUM(CASE WHEN p.ledger = 'commitment.decrease' THEN -p.amount ELSE p.amount END), 0) FROM posting p
         WHERE p.state = 1 AND ((p.case_id = c.case_id AND p.ledger = 'budget.commitment')
            OR (p.account = 'case:' || c.case_id AND p.ledger IN ('commitment.increase', 'commitment.decrease'))))
  FROM case_file c JOIN content x ON x.case_id = c.case_id AND x.revision = c.revision
 WHERE c.case_id = :case_id AND NOT EXISTS (SELECT 1 FROM cancellation k WHERE k.cancelled_id = c.case_id)

-- Whether whoever inspects is not who drafted (inspection.apart).
-- name: notaryInspectsApart
SELECT COALESCE((SELECT m.value FROM parameter m WHERE m.key = 'inspection.apart' AND m.valid_from <= :today
                  ORDER BY m.valid_from DESC, m.added_in DESC LIMIT 1), 1)

-- name: notaryDrafterOf
SELECT drafter_id, filer_id FROM case_file WHERE case_id = :case_id

-- A commitment that a case raises, lowers or cancels, and another case does too, or has done with something that would stay behind.
-- name: notaryOtherChange
SELECT m.commitment
  FROM (SELECT CAST(SUBSTR(p.account, 6) AS BIGINT) AS commitment, 0 AS cancels FROM posting p
         WHERE p.case_id = :case_id AND p.ledger IN ('commitment.increase', 'commitment.decrease') AND p.account LIKE 'case:%'
         UNION
        SELECT k.cancelled_id, 1 FROM cancellation k
          JOIN posting o ON o.case_id = k.cancelled_id AND o.ledger = 'budget.commitment' AND o.account LIKE 'budget:%'
         WHERE k.case_id = :case_id) m
 WHERE EXISTS (SELECT 1 FROM posting p
                WHERE p.account = 'case:' || m.commitment AND p.ledger IN ('commitment.increase', 'commitment.decrease')
                  AND p.state = 0 AND p.case_id <> :case_id)
    OR EXISTS (SELECT 1 FROM cancellation k WHERE k.cancelled_id = m.commitment AND k.case_id <> :case_id)
    OR (m.cancels = 1
        AND (SELECT SUM(@direction@ * p.amount) FROM posting p
              WHERE p.account = 'case:' || m.commitment AND p.ledger IN ('commitment.increase', 'commitment.decrease')
                AND p.state = 1) <> 0)
 LIMIT 1

-- The accounts a case takes from.
-- name: notaryTaken
SELECT p.account FROM posting p
 WHERE p.case_id = :case_id AND @direction@ * p.amount < 0 AND (p.account LIKE 'budget:%' OR p.account LIKE 'case:%')
UNION
SELECT 'case:' || k.cancelled_id FROM cancellation k
  JOIN posting o ON o.case_id = k.cancelled_id AND o.ledger = 'budget.commitment' AND o.account LIKE 'budget:%'
 WHERE k.case_id = :case_id
ORDER BY 1

-- What would be left of an account, if everything that runs and takes were decided and nothing that gives.
-- name: notaryLeftOver
SELECT COALESCE((SELECT SUM(CASE WHEN m.state = 1 THEN m.given
                                 WHEN m.given < 0 AND (:running = 1 OR m.case_id = :case_id) THEN m.given ELSE 0 END)
                   FROM (SELECT a.case_id AS case_id, a.state AS state, SUM(a.given) AS given
                           FROM (@accountMoves@) a GROUP BY a.case_id, a.state) m), 0)
       + (@lineSupply@)

-- fragment: accountMoves
SELECT p.case_id AS case_id, @direction@ * p.amount AS given, p.state AS state
  FROM posting p WHERE p.account = :account AND p.state IN (0, 1)
UNION ALL
SELECT p.case_id, p.amount, p.state
  FROM posting p
 WHERE ((p.ledger = 'budget.commitment' AND p.account LIKE 'budget:%') OR p.ledger IN ('budget.payment', 'commitment.paid')) AND p.state IN (0, 1)
   AND p.case_id IN (SELECT CAST(:commitment AS BIGINT) UNION
                     SELECT k.case_id FROM cancellation k WHERE k.cancelled_id = :commitment)

-- 執行可能額 without what cases moved: what is allotted, where anything is, and never more than the line has.
-- fragment: executable
CASE WHEN SUM(CASE WHEN e.kind = 5 THEN 1 ELSE 0 END) > 0
       AND SUM(CASE WHEN e.kind = 5 THEN e.amount ELSE 0 END) < SUM(CASE WHEN e.kind = 5 THEN 0 ELSE e.amount END)
     THEN SUM(CASE WHEN e.kind = 5 THEN e.amount ELSE 0 END)
     ELSE SUM(CASE WHEN e.kind = 5 THEN 0 ELSE e.amount END) END

-- fragment: lineSupply
SELECT COALESCE(@executable@, 0) FROM budget_entry e WHERE e.fiscal_year = :fiscal_year AND e.code = :code

-- fragment: runningCounts
SELECT m.value FROM parameter m
 WHERE m.key = 'budget.running_count' AND m.valid_from <= :today
 ORDER BY m.valid_from DESC, m.added_in DESC LIMIT 1

-- name: notaryRunningCounts
@runningCounts@

-- name: budgetLockLine (sqlite)
SELECT 1 FROM budget_line WHERE fiscal_year = :fiscal_year AND code = :code

-- name: budgetLockLine (postgresql)
SELECT 1 FROM budget_line WHERE fiscal_year = :fiscal_year AND code = :code
 ORDER BY added_in LIMIT 1 FOR NO KEY UPDATE

-- name: budgetEndLine
UPDATE budget_line SET removed_in = :revision
 WHERE fiscal_year = :fiscal_year AND code = :code AND removed_in IS NULL

-- Whether the reader looks after the budget of everybody.
-- name: budgetKeeper
@charge@
SELECT yes FROM keeps

-- What the lines of a year in the reader's charge have and what became of it, in parts to be added up; every line is there.
-- name: budgetBalances
@charge@,
line (code, account) AS (
  SELECT l.code, 'budget:' || l.fiscal_year || ':' || l.code FROM budget_line l
   WHERE l.fiscal_year = :fiscal_year AND l.removed_in IS NULL
     AND (:everything > 0 OR EXISTS (SELECT 1 FROM keeps) OR l.section_id IN (SELECT c.section_id FROM charge c))),
moved (code, case_id, ledger, state, amount) AS (
  SELECT l.code, p.case_id, p.ledger, p.state, p.amount
    FROM line l JOIN posting p ON p.account = l.account AND p.state IN (0, 1))
SELECT l.code, 0, '', 1, CAST(0 AS BIGINT) FROM line l
UNION ALL
SELECT l.code, e.kind, '', 1, CAST(SUM(e.amount) AS BIGINT)
  FROM line l JOIN budget_entry e ON e.fiscal_year = :fiscal_year AND e.code = l.code
 GROUP BY l.code, e.kind
UNION ALL
SELECT m.code, NULL, m.ledger, m.state, CAST(SUM(m.amount) AS BIGINT)
  FROM moved m WHERE m.state = 1 GROUP BY m.code, m.ledger, m.state, CASE WHEN m.amount > 0 THEN 1 ELSE 0 END
UNION ALL
SELECT n.code, NULL, 'budget.commitment', 0, CAST(SUM(n.taken) AS BIGINT)
  FROM (SELECT p.code AS code, SUM(-(@direction@) * p.amount) AS taken FROM moved p WHERE p.state = 0 GROUP BY p.code, p.case_id) n
 WHERE n.taken > 0 GROUP BY n.code
UNION ALL
SELECT c.code, NULL, 'commitment.paid', 1, CAST(SUM(CASE p.ledger WHEN 'commitment.paid' THEN p.amount ELSE -p.amount END) AS BIGINT)
  FROM (SELECT DISTINCT m.code AS code, m.case_id AS case_id FROM moved m
         WHERE m.ledger = 'budget.commitment' AND m.state = 1 AND m.amount > 0) c
  JOIN posting p ON p.account = 'case:' || c.case_id AND p.ledger IN ('commitment.paid', 'commitment.refund') AND p.state = 1
 GROUP BY c.code

-- name: remoteBudgetBalances (postgresql)
SELECT b.code, b.kind, b.ledger, b.used, b.amount FROM kessai.budget_balances(CAST(:fiscal_year AS INTEGER)) b

-- The newest cases that move an account, for auditors and those in whose charge the line is; whether the reader may open each.
-- name: budgetCases
@charge@
SELECT c.case_id, c.number, c.form, c.title, c.drafter_name, c.state, p.ledger, p.amount, p.state, p.day,
       CASE WHEN :everything > 0 OR c.drafter_id = :me
              OR EXISTS (SELECT 1 FROM case_access r WHERE r.case_id = c.case_id AND r.party @inMine@) THEN 1 ELSE 0 END,
       c.ordered
  FROM posting p JOIN case_file c ON c.case_id = p.case_id
 WHERE p.account = :account AND p.state IN (0, 1)
   AND (p.account LIKE 'budget:%' OR p.account LIKE 'case:%')
   AND (:everything > 0
     OR EXISTS (SELECT 1 FROM budget_line l
                 WHERE 'budget:' || l.fiscal_year || ':' || l.code = p.account AND l.removed_in IS NULL
                   AND (EXISTS (SELECT 1 FROM keeps) OR l.section_id IN (SELECT g.section_id FROM charge g))))
 ORDER BY c.case_id DESC, p.no LIMIT 500

-- name: remoteBudgetCases (postgresql)
SELECT c.case_id, c.number, c.form, c.title, c.drafter, c.case_state, c.ledger, c.amount, c.used, c.day, c.readable, c.ordered
  FROM kessai.budget_cases(CAST(:account AS TEXT)) c

-- Commitments that stand on the lines of the reader's sections, as a case that rests on one says it.
-- name: commitmentsInCharge (sqlite)
@charge@
SELECT c.case_id, c.number, c.title,
       (SELECT SUBSTR(p.account, 8) FROM posting p
         WHERE p.case_id = c.case_id AND p.ledger = 'budget.commitment' ORDER BY p.no LIMIT 1),
       (SELECT s.number FROM staff s WHERE s.staff_id = c.drafter_id ORDER BY s.added_in DESC LIMIT 1),
       COALESCE(json_extract(x.fields, '$.payee.code'), ''), c.form,
       COALESCE(json_extract(x.fields, '$.contract_kind') || '/' || json_extract(x.fields, '$.method'), '')
  FROM case_file c JOIN content x ON x.case_id = c.case_id AND x.revision = c.revision
 WHERE c.state = 4
   AND c.case_id IN (SELECT p.case_id
                       FROM budget_line l
                       JOIN posting p ON p.account = 'budget:' || l.fiscal_year || ':' || l.code AND p.ledger = 'budget.commitment'
                        AND p.state = 1 AND p.amount > 0
                      WHERE l.removed_in IS NULL AND l.section_id IN (SELECT h.section_id FROM charge h)
                        AND l.fiscal_year >= CAST(substr(:today, 1, 4) AS INTEGER) - CASE WHEN substr(:today, 6) <= '05-31' THEN 1 ELSE 0 END)
   AND NOT EXISTS (SELECT 1 FROM cancellation k WHERE c.case_id IN (k.case_id, k.cancelled_id))
 ORDER BY c.case_id DESC LIMIT 500

-- name: remoteCommitmentsInCharge (postgresql)
SELECT c.case_id, c.number, c.title, c.line, c.drafter, c.payee, c.form, c.contract FROM kessai.commitments_in_charge() c

-- fragment: theAccounts (sqlite)
SELECT value FROM json_each(:accounts)

-- fragment: theAccounts (postgresql)
SELECT jsonb_array_elements_text(CAST(:accounts AS jsonb))

-- What is ordered on some lines in some days and was not cancelled, of the cases the reader may read; who is paid stands in the content.
-- What a contract took over, or a change took off, is no longer ordered by the commitment.
-- fragment: loweredSince
CAST(COALESCE((SELECT SUM(q.amount) FROM posting q
                WHERE q.account = 'case:' || c.case_id AND q.ledger = 'commitment.decrease' AND q.state IN (0, 1)), 0) AS BIGINT)

-- name: budgetOrders
SELECT c.case_id, c.number, p.day, p.amount - @loweredSince@, x.fields
  FROM posting p JOIN case_file c ON c.case_id = p.case_id
  JOIN content x ON x.case_id = c.case_id AND x.revision = p.revision
 WHERE p.account IN (@theAccounts@) AND p.ledger IN ('budget.commitment', 'budget.payment') AND p.day BETWEEN :since AND :upto
   AND p.state IN (0, 1) AND p.amount > @loweredSince@ AND @readable@
   AND NOT EXISTS (SELECT 1 FROM cancellation k WHERE k.cancelled_id = c.case_id AND k.decided = 1)
 ORDER BY p.day, c.case_id, p.no LIMIT 500

-- name: budgetEntries
SELECT e.code, e.kind, e.document, e.amount, e.day, e.revision
  FROM budget_entry e WHERE e.fiscal_year = :fiscal_year ORDER BY e.code, e.kind, e.day, e.document

-- name: remoteBudgetEntries (postgresql)
SELECT e.code, e.kind, e.document, e.amount, e.day, e.revision FROM kessai.budget_entries(CAST(:fiscal_year AS INTEGER)) e

-- name: remoteImportBudget (postgresql)
SELECT kessai.import_budget(CAST(:lines AS TEXT), CAST(:entries AS TEXT))

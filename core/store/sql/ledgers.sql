-- Postings, summed or one by one. Twelve questions at a time; those not asked have an empty ledger. What a cancellation gives back is
-- there once it is decided.

-- fragment: questions
WITH question (no, ledger, account, since, upto, entries) AS (VALUES
  (CAST(0 AS INTEGER), CAST(:ledger0 AS TEXT), CAST(:account0 AS TEXT), CAST(:since0 AS TEXT), CAST(:upto0 AS TEXT),
   CAST(:entries0 AS INTEGER)),
  (1, :ledger1, :account1, :since1, :upto1, :entries1),
  (2, :ledger2, :account2, :since2, :upto2, :entries2),
  (3, :ledger3, :account3, :since3, :upto3, :entries3),
  (4, :ledger4, :account4, :since4, :upto4, :entries4),
  (5, :ledger5, :account5, :since5, :upto5, :entries5),
  (6, :ledger6, :account6, :since6, :upto6, :entries6),
  (7, :ledger7, :account7, :since7, :upto7, :entries7),
  (8, :ledger8, :account8, :since8, :upto8, :entries8),
  (9, :ledger9, :account9, :since9, :upto9, :entries9),
  (10, :ledger10, :account10, :since10, :upto10, :entries10),
  (11, :ledger11, :account11, :since11, :upto11, :entries11))

-- A sum has no day. The last three parts answer what may be asked of an account of the budget as if it were a ledger
-- (core/accounting/budget.h): what cases moved, what a commitment is about, what a line has.
-- name: ledgers (sqlite)
@questions@
SELECT q.no AS no, NULL AS day, NULL AS starts, SUM(CASE WHEN p.state = 1 THEN p.amount ELSE 0 END) AS used,
       SUM(CASE WHEN p.state = 0 AND p.amount > 0 THEN p.amount ELSE 0 END) AS reserved
  FROM question q
  JOIN posting p ON p.account = q.account AND p.ledger = q.ledger AND p.day BETWEEN q.since AND q.upto
 WHERE q.entries = 0 AND q.ledger <> '' AND p.state <> 2 AND p.case_id <> :except
 GROUP BY q.no
UNION ALL
SELECT q.no, p.day, p.starts, CASE WHEN p.state = 1 THEN p.amount ELSE 0 END, CASE WHEN p.state = 0 THEN p.amount ELSE 0 END
  FROM question q
  JOIN posting p ON p.account = q.account AND p.ledger = q.ledger AND p.day BETWEEN q.since AND q.upto
 WHERE q.entries = 1 AND q.ledger <> '' AND (p.state = 1 OR (p.state = 0 AND p.amount > 0)) AND p.case_id <> :except
UNION ALL
SELECT q.no, CASE WHEN q.entries = 1 THEN o.day END, NULL, o.amount, 0
  FROM question q
  JOIN ledger_opening o ON o.account = q.account AND o.ledger = q.ledger AND o.day BETWEEN q.since AND q.upto
 WHERE q.ledger <> ''
UNION ALL
SELECT m.no, NULL, NULL, SUM(CASE WHEN m.state = 1 THEN m.given ELSE 0 END),
       SUM(CASE WHEN m.state = 0 AND m.given < 0 THEN -m.given ELSE 0 END)
  FROM (SELECT q.no AS no, p.state AS state, SUM(@direction@ * p.amount) AS given
          FROM question q
          JOIN posting p ON p.account = q.account AND p.state IN (0, 1) AND p.case_id <> :except
         WHERE q.ledger IN ('budget.balance', 'commitment.balance') OR (q.ledger = 'budget.supply' AND p.ledger LIKE 'budget.transfer.%')
            OR (q.ledger = 'commitment.amount' AND p.ledger NOT IN ('commitment.paid', 'commitment.refund'))
         GROUP BY q.no, p.case_id, p.state) m
 GROUP BY m.no
UNION ALL
SELECT q.no, NULL, NULL, SUM(CASE WHEN p.state = 1 THEN p.amount ELSE 0 END),
       SUM(CASE WHEN p.state = 0 AND p.amount < 0 THEN -p.amount ELSE 0 END)
  FROM question q
  JOIN posting p ON (p.ledger = 'budget.commitment' OR (q.ledger = 'commitment.balance' AND p.ledger IN ('budget.payment', 'commitment.paid')))
   AND p.state IN (0, 1) AND p.case_id <> :except
   AND p.case_id IN (SELECT CAST(SUBSTR(q.account, 6) AS BIGINT) UNION
                     SELECT k.case_id FROM cancellation k WHERE k.cancelled_id = CAST(SUBSTR(q.account, 6) AS BIGINT))
 WHERE q.ledger IN ('commitment.balance', 'commitment.amount')
 GROUP BY q.no
UNION ALL
SELECT q.no, NULL, NULL, @executable@, 0
  FROM question q
  JOIN budget_entry e ON e.fiscal_year = CAST(SUBSTR(q.account, 8, 4) AS INTEGER) AND e.code = SUBSTR(q.account, 13)
 WHERE q.ledger IN ('budget.balance', 'budget.supply')
 GROUP BY q.no
 ORDER BY 1, 2, 3, 4, 5

-- The policies hide cases whose sums an approver has to know; the functions give nothing of a case but its quantities.
-- name: ledgers (postgresql)
@questions@
SELECT q.no, CAST(NULL AS TEXT) AS day, CAST(NULL AS INTEGER) AS starts, s.used, s.reserved
  FROM question q
  CROSS JOIN LATERAL kessai.ledger_sum(q.ledger, q.account, q.since, q.upto, CAST(:except AS BIGINT)) s
 WHERE q.entries = 0 AND q.ledger <> ''
UNION ALL
SELECT q.no, e.day, e.starts, e.used, e.reserved
  FROM question q
  CROSS JOIN LATERAL kessai.ledger_entries(q.ledger, q.account, q.since, q.upto, CAST(:except AS BIGINT)) e
 WHERE q.entries = 1 AND q.ledger <> ''
 ORDER BY 1, 2, 3 NULLS FIRST, 4, 5

-- Everything of the reader's own, with the cases it comes from. What somebody else's case took back is there without a word of it.
-- fragment: own
SELECT p.case_id AS case_id, COALESCE(c.form, '') AS form, COALESCE(c.title, '') AS title,
       COALESCE(c.state, CASE WHEN p.state = 1 THEN 4 ELSE 1 END) AS case_state, p.ledger AS ledger, p.account AS account,
       p.day AS day, p.amount AS amount, p.starts AS starts, p.state AS state
  FROM posting p
  LEFT JOIN case_file c ON c.case_id = p.case_id
 WHERE p.account = :account AND p.day BETWEEN :since AND :upto AND p.state <> 2

-- Opening stocks come from no case.
-- name: ownPostings (sqlite)
SELECT w.case_id, w.form, w.title, w.case_state, w.ledger, w.account, w.day, w.amount, w.starts, w.state FROM (
@own@
UNION ALL
SELECT 0, '', '', 4, o.ledger, o.account, o.day, o.amount, NULL, 1
  FROM ledger_opening o
 WHERE o.account = :account AND o.day BETWEEN :since AND :upto) w
 ORDER BY w.day, COALESCE(w.starts, -1), w.case_id, w.ledger

-- name: ownPostings (postgresql)
SELECT w.case_id, w.form, w.title, w.case_state, w.ledger, w.account, w.day, w.amount, w.starts, w.state FROM (
@own@
UNION ALL
SELECT 0, '', '', 4, l.ledger, :account, e.day, e.used, NULL, 1
  FROM (VALUES ('leave.annual.carried.minutes'), ('leave.annual.carried.half_days')) l (ledger)
  CROSS JOIN LATERAL kessai.ledger_entries(l.ledger, CAST(:account AS TEXT), CAST(:since AS TEXT), CAST(:upto AS TEXT),
                                           CAST(0 AS BIGINT)) e) w
 ORDER BY w.day, COALESCE(w.starts, -1), w.case_id, w.ledger

-- When the people of a section are away, whatever takes them away, or on a trip that was ordered.
-- name: sectionAbsences (postgresql)
SELECT s.staff_id, s.day, s.used, s.reserved, s.trip
  FROM kessai.section_absences(CAST(:section AS BIGINT), CAST(:since AS TEXT), CAST(:upto AS TEXT)) s

-- name: absencesOf
SELECT w.day, w.used, w.reserved, CASE WHEN w.trips > 0 THEN 1 ELSE 0 END
  FROM (
SELECT p.day AS day, SUM(CASE WHEN p.state = 1 AND p.ledger <> 'duty.travel.days' THEN p.amount ELSE 0 END) AS used,
       SUM(CASE WHEN p.state = 0 AND p.amount > 0 AND p.ledger <> 'duty.travel.days' THEN p.amount ELSE 0 END) AS reserved,
       SUM(CASE WHEN p.state = 1 AND p.ledger = 'duty.travel.days' THEN p.amount ELSE 0 END) AS trips
  FROM posting p
 WHERE p.account = :account AND p.day BETWEEN :since AND :upto AND p.state <> 2
   AND p.ledger IN ('absence.minutes', 'duty.removed.minutes', 'duty.daikyu.minutes', 'overtime.compensated.minutes', 'duty.travel.days')
 GROUP BY p.day) w
 WHERE w.used <> 0 OR w.reserved <> 0 OR w.trips > 0
 ORDER BY w.day

-- Everybody's overtime, changed duty and absence; for personnel and whoever owns the database.
-- name: workPostings
SELECT p.account, p.ledger, p.day, p.starts, p.amount, p.state, p.used_at
  FROM posting p
 WHERE p.day BETWEEN :since AND :upto AND (p.ledger LIKE 'overtime.%' OR p.ledger LIKE 'duty.%' OR p.ledger = 'absence.minutes')
   AND (p.state = 1 OR (p.state = 0 AND p.amount > 0))
 ORDER BY p.account, p.day, COALESCE(p.starts, -1), p.ledger

-- name: remoteWorkPostings (postgresql)
SELECT w.account, w.ledger, w.day, w.starts, w.amount, w.state, w.used_at
  FROM kessai.work_postings(CAST(:since AS TEXT), CAST(:upto AS TEXT)) w

-- The same with who decided each: the last act of the moment at which it was.
-- name: workBook
SELECT p.account, p.ledger, p.day, p.starts, p.amount, p.state, p.used_at, c.number, COALESCE(e.actor_name, ''),
       COALESCE(e.actor_title, ''), COALESCE(e.actor_section, ''), COALESCE(e.principal_name, '')
  FROM posting p
  JOIN case_file c ON c.case_id = p.case_id
  LEFT JOIN event e ON e.case_id = p.case_id
   AND e.seq = (SELECT MAX(v.seq) FROM event v
                 WHERE v.case_id = p.case_id AND v.at = p.used_at AND v.code NOT IN ('commented', 'reminded'))
 WHERE p.day BETWEEN :since AND :upto AND (p.ledger LIKE 'overtime.%' OR p.ledger LIKE 'duty.%' OR p.ledger = 'absence.minutes')
   AND (CAST(:who AS BIGINT) IS NULL OR p.account = 'staff:' || CAST(:who AS BIGINT))
   AND (p.state = 1 OR (p.state = 0 AND p.amount > 0))
 ORDER BY p.account, p.day, COALESCE(p.starts, -1), p.ledger, p.case_id, p.no

-- name: remoteWorkBook (postgresql)
SELECT w.account, w.ledger, w.day, w.starts, w.amount, w.state, w.used_at, w.number, w.by_name, w.by_title, w.by_section, w.for_name
  FROM kessai.work_book(CAST(:who AS BIGINT), CAST(:since AS TEXT), CAST(:upto AS TEXT)) w

-- name: workSums
SELECT p.account, SUBSTR(p.day, 1, 7) AS month, p.ledger, SUM(CASE WHEN p.state = 1 THEN p.amount ELSE 0 END) AS used,
       SUM(CASE WHEN p.state = 0 AND p.amount > 0 THEN p.amount ELSE 0 END) AS reserved
  FROM posting p
 WHERE p.day BETWEEN :since AND :upto AND p.state <> 2
   AND p.ledger IN ('overtime.minutes', 'duty.added.minutes', 'leave.annual.minutes', 'leave.annual.half_days')
 GROUP BY p.account, SUBSTR(p.day, 1, 7), p.ledger
 ORDER BY 1, 2, 3

-- name: remoteWorkSums (postgresql)
SELECT w.account, w.month, w.ledger, w.used, w.reserved
  FROM kessai.work_sums(CAST(:since AS TEXT), CAST(:upto AS TEXT)) w

-- Papers that were to follow a decided leave and were not handed in.
-- name: awaitedEvidence
SELECT p.account, p.day, SUM(CASE WHEN p.ledger = 'evidence.due' THEN p.amount ELSE -p.amount END) AS papers
  FROM posting p
 WHERE p.day BETWEEN :since AND :upto
   AND ((p.ledger = 'evidence.due' AND p.state = 1) OR (p.ledger = 'evidence.received' AND (p.state = 1 OR (p.state = 0 AND p.amount > 0))))
 GROUP BY p.account, p.day
HAVING SUM(CASE WHEN p.ledger = 'evidence.due' THEN p.amount ELSE -p.amount END) > 0
 ORDER BY 1, 2

-- name: remoteAwaitedEvidence (postgresql)
SELECT w.account, w.day, w.papers
  FROM kessai.awaited_evidence(CAST(:since AS TEXT), CAST(:upto AS TEXT)) w

-- Months that were closed or opened again, oldest first.
-- name: monthCloses
SELECT m.month, m.closed, m.reason, m.made_by, r.made_at, m.revision
  FROM month_close m
  JOIN office_revision r ON r.revision = m.revision
 ORDER BY m.revision

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

-- A sum has no day.
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

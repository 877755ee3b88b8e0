-- Sums over postings. Eight questions at a time; those not asked have an empty ledger. What a cancellation gives back is there
-- once it is decided.

-- fragment: questions
WITH question (no, ledger, account, since, upto) AS (VALUES
  (CAST(0 AS INTEGER), CAST(:ledger0 AS TEXT), CAST(:account0 AS TEXT), CAST(:since0 AS TEXT), CAST(:upto0 AS TEXT)),
  (1, :ledger1, :account1, :since1, :upto1),
  (2, :ledger2, :account2, :since2, :upto2),
  (3, :ledger3, :account3, :since3, :upto3),
  (4, :ledger4, :account4, :since4, :upto4),
  (5, :ledger5, :account5, :since5, :upto5),
  (6, :ledger6, :account6, :since6, :upto6),
  (7, :ledger7, :account7, :since7, :upto7))

-- name: sums (sqlite)
@questions@
SELECT q.no, SUM(CASE WHEN p.state = 1 THEN p.amount ELSE 0 END), SUM(CASE WHEN p.state = 0 AND p.amount > 0 THEN p.amount ELSE 0 END)
  FROM question q
  JOIN posting p ON p.account = q.account AND p.ledger = q.ledger AND p.day BETWEEN q.since AND q.upto
 WHERE q.ledger <> '' AND p.state <> 2 AND p.case_id <> :except
 GROUP BY q.no

-- The policies hide cases whose sums an approver has to know; the function gives sums only.
-- name: sums (postgresql)
@questions@
SELECT q.no, s.used, s.reserved
  FROM question q
  CROSS JOIN LATERAL kessai.ledger_sum(q.ledger, q.account, q.since, q.upto, CAST(:except AS BIGINT)) s
 WHERE q.ledger <> ''

-- Anchors (core/cases/anchor.h). On PostgreSQL the notary takes them (migration 0012); on SQLite the program does.

-- fragment: lastHeads
SELECT h.case_id, h.seq, h.hash
  FROM (SELECT case_id, MAX(anchor_no) AS anchor_no FROM anchor_head
         WHERE case_id > :after AND case_id <= :upto AND anchor_no <= :anchor GROUP BY case_id) newest
  JOIN anchor_head h ON h.case_id = newest.case_id AND h.anchor_no = newest.anchor_no

-- name: takeAnchor (postgresql)
SELECT kessai.take_anchor()

-- name: anchorGroups (postgresql)
SELECT g FROM kessai.anchor_groups(:anchor) AS g

-- name: putAnchorHeads (sqlite)
INSERT INTO anchor_head (case_id, anchor_no, seq, hash)
SELECT c.case_id, :made, c.seq, c.head_hash
  FROM case_file c LEFT JOIN (@lastHeads@) l ON l.case_id = c.case_id
 WHERE c.seq > 0 AND (l.case_id IS NULL OR l.seq <> c.seq OR l.hash <> c.head_hash)

-- name: anchorHeads (sqlite)
@lastHeads@ ORDER BY h.case_id

-- name: putAnchor (sqlite)
INSERT INTO anchor (anchor_no, office, at, made_by, cases, acts, payments, payments_head, previous, heads, digest)
VALUES (:anchor_no, :office, :at, :made_by, :cases, :acts, :payments, :payments_head, :previous, :heads, :digest)

-- name: officeName
SELECT value FROM office_info WHERE key = 'name'

-- The anchor of a number, or the newest for 0.
-- name: anchorRow
SELECT anchor_no, office, at, made_by, cases, acts, payments, payments_head, previous, heads, digest
  FROM anchor WHERE anchor_no = :anchor OR :anchor = 0 ORDER BY anchor_no DESC LIMIT 1

-- Whether the reader may read where every history ends; to others the heads would look as if they had been removed.
-- name: readsHeads (sqlite)
SELECT 1

-- name: readsHeads (postgresql)
SELECT CASE WHEN kessai.am_auditor() OR pg_has_role(n.nspowner, 'MEMBER') THEN 1 ELSE 0 END
  FROM pg_namespace n WHERE n.nspname = 'kessai'

-- Where the histories ended at an anchor, as the database keeps it, and what is there now: the act of that number, and when the one after
-- it was made.
-- name: anchoredCases
SELECT l.case_id, l.seq, l.hash, e.hash, n.at, c.number
  FROM (@lastHeads@) l
  LEFT JOIN event e ON e.case_id = l.case_id AND e.seq = l.seq
  LEFT JOIN event n ON n.case_id = l.case_id AND n.seq = l.seq + 1
  LEFT JOIN case_file c ON c.case_id = l.case_id
 ORDER BY l.case_id

-- The hash of an act on payments.
-- name: paymentHash
SELECT hash FROM payment_act WHERE act_no = :act_no

-- Cases that claim to have been there before an anchor that does not know them.
-- name: unanchoredCases
SELECT c.case_id, c.number
  FROM case_file c JOIN event e ON e.case_id = c.case_id AND e.seq = 1
 WHERE e.at < :before
   AND NOT EXISTS (SELECT 1 FROM anchor_head h WHERE h.case_id = c.case_id AND h.anchor_no <= :anchor)
 ORDER BY c.case_id

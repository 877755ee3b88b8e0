-- How the database is doing (core/store/healthqueries.h).

-- What, a name, two numbers.
-- name: health (sqlite)
SELECT 'migration', '', max(number), 0 FROM schema_version
UNION ALL
SELECT 'bytes', '', p.page_count * s.page_size, 0 FROM pragma_page_count() p, pragma_page_size() s
UNION ALL
SELECT u.kind, '', u.done_at, u.outcome FROM upkeep u
UNION ALL
SELECT 'anchor', '', a.at, a.anchor_no FROM anchor a WHERE a.anchor_no = (SELECT max(anchor_no) FROM anchor)
UNION ALL
SELECT 'uploads', '', count(*), 0 FROM blob b WHERE b.complete = 0 AND b.begun_at < :now - 86400000000

-- name: health (postgresql)
SELECT what, name, number, more FROM kessai.health()

-- name: recordUpkeep
INSERT INTO upkeep (kind, done_at, outcome) VALUES (:kind, :done_at, :outcome)
ON CONFLICT (kind) DO UPDATE SET done_at = excluded.done_at, outcome = excluded.outcome

-- A copy of an office was never looked after itself.
-- name: forgetUpkeep
DELETE FROM upkeep

-- What the databases say differently, in one place.

-- The parties whose assignments and cases are the reader's today: the reader, the posts they hold (negative), and the same of
-- everybody they deputise for. Deputies of deputies are never followed.
-- fragment: inMine (sqlite)
IN (SELECT @persons@
    UNION ALL
    SELECT -h.post_id FROM appointment h
     WHERE h.staff_id IN (SELECT @persons@) AND h.removed_in IS NULL
       AND h.valid_from <= :today AND (h.valid_until IS NULL OR h.valid_until >= :today))

-- fragment: persons (sqlite)
:me UNION ALL
SELECT d.principal_id FROM deputyship d
 WHERE d.deputy_id = :me AND d.removed_in IS NULL
   AND d.valid_from <= :today AND (d.valid_until IS NULL OR d.valid_until >= :today)

-- A scalar sub-select runs once a query and can use the index of each party (database.md 1.2).
-- fragment: inMine (postgresql)
= ANY ((SELECT kessai.my_parties())::bigint[])

-- Whether the reader may see the case `c`: on PostgreSQL the policies have seen to it. `:everything` is 1 for auditors, whom
-- drafts do not concern, and 2 for those who own the database.
-- fragment: readable (sqlite)
(c.drafter_id = :me OR (c.seq > 0 AND :everything = 1) OR :everything = 2
 OR EXISTS (SELECT 1 FROM case_access r WHERE r.case_id = c.case_id AND r.party @inMine@))

-- fragment: readable (postgresql)
1 = 1

-- The newest act anywhere in the office.
-- fragment: officeMark (sqlite)
(SELECT COALESCE(max(changed_at), 0) FROM case_file WHERE seq > 0)

-- fragment: now (sqlite)
:now

-- The digests of the chunks as they are stored now; SQLite cannot hash, so the chunks come out themselves (chunkData).
-- fragment: storedChunks (postgresql)
UNION ALL
SELECT 8, k.blob_id, k.no, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
       b.sha256, encode(sha256(k.data), 'hex'), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM (SELECT DISTINCT t.blob_id, t.sha256 FROM attachment t WHERE t.case_id = :id) b
  JOIN blob_chunk k ON k.blob_id = b.blob_id

-- fragment: storedChunks (sqlite)

-- fragment: today (sqlite)
:today

-- fragment: today (postgresql)
kessai.today()

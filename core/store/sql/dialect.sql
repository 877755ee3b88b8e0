-- What the databases say differently, in one place.

-- The parties whose assignments and cases are the reader's today: the reader, the posts they hold (negative), and the same of
-- everybody they deputise for. Deputies of deputies are never followed.
-- fragment: inMine (sqlite)
IN (SELECT @persons@
    UNION ALL
    SELECT -h.post_id FROM appointment h
     WHERE h.staff_id IN (SELECT @persons@) AND @holdsPost@
    UNION ALL
    SELECT -s.post_id FROM @successionLine@ s JOIN appointment h ON h.post_id = s.successor_id
     WHERE h.staff_id IN (SELECT @persons@) AND @succeeded@)

-- The step an event `e` acted on, and the round it acted in.
-- fragment: actedStep (sqlite)
json_extract(e.payload, '$.on.step')

-- fragment: actedStep (postgresql)
CAST(CAST(e.payload AS jsonb) #>> '{on,step}' AS INTEGER)

-- fragment: actedRound (sqlite)
json_extract(e.effects, '$.round') - CASE e.code WHEN 'extended' THEN 1 ELSE 0 END

-- fragment: actedRound (postgresql)
CAST(CAST(e.effects AS jsonb) ->> 'round' AS INTEGER) - CASE e.code WHEN 'extended' THEN 1 ELSE 0 END

-- Whether an appointment `h` is in force, and its post is there.
-- fragment: holdsPost
h.removed_in IS NULL AND h.valid_from <= :today AND (h.valid_until IS NULL OR h.valid_until >= :today)
       AND EXISTS (SELECT 1 FROM post q WHERE q.post_id = h.post_id AND q.removed_in IS NULL
                      AND q.valid_from <= :today AND (q.valid_until IS NULL OR q.valid_until >= :today))

-- fragment: persons (sqlite)
:me UNION ALL
SELECT d.principal_id FROM deputyship d
 WHERE d.deputy_id = :me AND d.removed_in IS NULL
   AND d.valid_from <= :today AND (d.valid_until IS NULL OR d.valid_until >= :today) AND @deputyActs@
   AND d.forms = '' AND d.up_to IS NULL

-- The same of those for whom the reader acts on cases like `c` only.
-- fragment: inLimited (sqlite)
IN (SELECT d.principal_id @limitedDeputyships@
    UNION ALL
    SELECT -h.post_id FROM appointment h
     WHERE h.staff_id IN (SELECT d.principal_id @limitedDeputyships@) AND @holdsPost@
    UNION ALL
    SELECT -s.post_id FROM @successionLine@ s JOIN appointment h ON h.post_id = s.successor_id
     WHERE h.staff_id IN (SELECT d.principal_id @limitedDeputyships@) AND @succeeded@)

-- fragment: limitedDeputyships (sqlite)
FROM deputyship d
 WHERE d.deputy_id = :me AND d.removed_in IS NULL
   AND d.valid_from <= :today AND (d.valid_until IS NULL OR d.valid_until >= :today) AND @deputyActs@
   AND (d.forms <> '' OR d.up_to IS NOT NULL) AND @deputyCovers@

-- fragment: inLimited (postgresql)
= ANY (ARRAY(SELECT split_part(l.entry, '|', 1)::bigint FROM unnest(kessai.my_limited_parties()) l (entry)))
   AND kessai.is_limited_to((SELECT kessai.my_limited_parties())::text[], a.party, c.form, c.amount)

-- The reader and the posts they hold: what nobody else does for them.
-- fragment: inOwn (sqlite)
IN (SELECT :me
    UNION ALL
    SELECT -h.post_id FROM appointment h
     WHERE h.staff_id = :me AND @holdsPost@
    UNION ALL
    SELECT -s.post_id FROM @successionLine@ s JOIN appointment h ON h.post_id = s.successor_id
     WHERE h.staff_id = :me AND @succeeded@)

-- fragment: inOwn (postgresql)
= ANY ((SELECT kessai.my_own_parties())::bigint[])

-- What waits for the reader, a row an assignment, each part by the index of parties: open assignments; what they are to read
-- afterwards (後閲), which no deputy does for them; decisions in the place of somebody who is away, by a listed post, or as the head of
-- the drafter's line who has reviewed the case.
-- fragment: waiting
SELECT a.case_id, a.arrived_at, a.step_no, a.state FROM assignment a
 WHERE a.state IN (1, 8) AND a.state = 1 AND a.party @inMine@
UNION ALL
SELECT a.case_id, a.arrived_at, a.step_no, a.state FROM assignment a
 WHERE a.state IN (1, 8) AND a.state = 8 AND a.party @inOwn@
UNION ALL
SELECT a.case_id, a.arrived_at, a.step_no, a.state FROM assignment a
 WHERE a.state IN (1, 8) AND a.state = 1 AND a.party @inStandIns@ AND @decides@
UNION ALL
SELECT a.case_id, a.arrived_at, a.step_no, a.state FROM assignment a
 WHERE a.state IN (1, 8) AND a.state = 1 AND a.party @inLineStandIns@ AND @decides@
   AND (SELECT 1 FROM assignment o JOIN step r ON r.case_id = o.case_id AND r.round = o.round AND r.step_no = o.step_no
         WHERE o.case_id = a.case_id AND o.round = a.round AND o.party @inOwn@ AND r.kind = 0 LIMIT 1) = 1

UNION ALL
SELECT a.case_id, a.arrived_at, a.step_no, a.state FROM assignment a JOIN case_file c ON c.case_id = a.case_id
 WHERE a.state IN (1, 8) AND a.state = 1 AND a.party @inStandInsBeside@ AND @decides@
UNION ALL
SELECT a.case_id, a.arrived_at, a.step_no, a.state FROM assignment a JOIN case_file c ON c.case_id = a.case_id
 WHERE a.state IN (1, 8) AND a.state = 1 AND a.party @inLimited@

-- Whether an assignment decides, and not on a case that is its decider's alone.
-- fragment: decides
(SELECT 1 FROM case_file f JOIN step d ON d.case_id = f.case_id AND d.round = a.round AND d.step_no = a.step_no
  WHERE f.case_id = a.case_id AND d.kind = 3 AND f.important = 0 LIMIT 1) = 1

-- The deciders in whose place the reader is today.
-- fragment: inStandIns (sqlite)
IN (SELECT @standInsOfReader@)

-- fragment: inStandIns (postgresql)
= ANY ((SELECT kessai.my_stand_ins())::bigint[])

-- fragment: standInsOfReader
-i.decider_id FROM stand_in i JOIN appointment h ON h.post_id = i.post_id
 WHERE h.staff_id = :me AND @standsIn@

-- The deciders in whose place the reader is for the case `c`: nobody but those who filed it would come before them.
-- fragment: inStandInsBeside (sqlite)
IN (SELECT -i.decider_id FROM stand_in i JOIN appointment h ON h.post_id = i.post_id
     WHERE h.staff_id = :me AND @standsInBeside@)

-- fragment: inStandInsBeside (postgresql)
= ANY (ARRAY(SELECT split_part(b.pair, '/', 1)::bigint FROM unnest(kessai.my_stand_ins_beside()) b (pair)))
   AND kessai.is_beside((SELECT kessai.my_stand_ins_beside())::text[], a.party, c.drafter_id, c.filer_id)

-- The deciders in whose place the head of the drafter's line may be today (代決 by 主管課長): the reader, if it is they.
-- fragment: inLineStandIns (sqlite)
IN (SELECT -i.decider_id FROM stand_in i
     WHERE i.post_id IS NULL AND @deciderAway@
       AND EXISTS (SELECT 1 FROM appointment h
                     JOIN post p ON p.post_id = h.post_id AND p.head = 1 AND p.removed_in IS NULL
                     JOIN section z ON z.section_id = p.section_id AND z.level = i.level AND z.removed_in IS NULL
                    WHERE h.staff_id = :me AND h.removed_in IS NULL
                      AND h.valid_from <= :today AND (h.valid_until IS NULL OR h.valid_until >= :today))
       AND NOT EXISTS (SELECT 1 FROM absence x WHERE x.staff_id = :me AND x.ended_at IS NULL
                          AND x.valid_from <= :today AND x.valid_until >= :today))

-- fragment: inLineStandIns (postgresql)
= ANY ((SELECT kessai.my_line_stand_ins())::bigint[])

-- Whether whoever holds the appointment `h` decides by the row `i` today: they are there, and nobody who comes before.
-- fragment: standsIn
h.removed_in IS NULL AND h.valid_from <= :today AND (h.valid_until IS NULL OR h.valid_until >= :today)
   AND NOT EXISTS (SELECT 1 FROM absence x WHERE x.staff_id = h.staff_id AND x.ended_at IS NULL
                      AND x.valid_from <= :today AND x.valid_until >= :today)
   AND @deciderAway@

-- Whether the decider of a row `i` is away today, and so is everybody at the posts listed before.
-- fragment: deciderAway
i.removed_in IS NULL AND i.valid_from <= :today AND (i.valid_until IS NULL OR i.valid_until >= :today)
   AND NOT EXISTS (SELECT 1 FROM appointment d WHERE d.post_id = i.decider_id AND @isThere@)
   AND NOT EXISTS (SELECT 1 FROM stand_in b JOIN appointment d ON d.post_id = b.post_id
                    WHERE b.decider_id = i.decider_id AND b.place < i.place AND b.removed_in IS NULL
                      AND b.valid_from <= :today AND (b.valid_until IS NULL OR b.valid_until >= :today) AND @isThere@)

-- The same, where those who filed the case `c` count as away among those before: they decide nothing of their own.
-- fragment: standsInBeside
h.removed_in IS NULL AND h.valid_from <= :today AND (h.valid_until IS NULL OR h.valid_until >= :today)
   AND NOT EXISTS (SELECT 1 FROM absence x WHERE x.staff_id = h.staff_id AND x.ended_at IS NULL
                      AND x.valid_from <= :today AND x.valid_until >= :today)
   AND i.removed_in IS NULL AND i.valid_from <= :today AND (i.valid_until IS NULL OR i.valid_until >= :today)
   AND NOT EXISTS (SELECT 1 FROM appointment d WHERE d.post_id = i.decider_id AND @isThere@)
   AND NOT EXISTS (SELECT 1 FROM stand_in b JOIN appointment d ON d.post_id = b.post_id
                    WHERE b.decider_id = i.decider_id AND b.place < i.place AND b.removed_in IS NULL
                      AND b.valid_from <= :today AND (b.valid_until IS NULL OR b.valid_until >= :today)
                      AND d.staff_id <> c.drafter_id AND d.staff_id <> COALESCE(c.filer_id, 0) AND @isThere@)

-- Whether the holder of an appointment `d` is in the office today.
-- fragment: isThere
d.removed_in IS NULL AND d.valid_from <= :today AND (d.valid_until IS NULL OR d.valid_until >= :today)
   AND NOT EXISTS (SELECT 1 FROM absence x WHERE x.staff_id = d.staff_id AND x.ended_at IS NULL
                      AND x.valid_from <= :today AND x.valid_until >= :today)

-- Whose cases the reader may see.
-- fragment: inSight (sqlite)
IN (SELECT @persons@
    UNION ALL
    SELECT -h.post_id FROM appointment h
     WHERE h.staff_id IN (SELECT @persons@) AND @holdsPost@
    UNION ALL
    SELECT -s.post_id FROM @successionLine@ s JOIN appointment h ON h.post_id = s.successor_id
     WHERE h.staff_id IN (SELECT @persons@) AND @succeeded@
    UNION ALL
    SELECT @standInsOfReader@)

-- fragment: inSight (postgresql)
= ANY ((SELECT kessai.my_sight())::bigint[])

-- A scalar sub-select runs once a query and can use the index of each party (database.md 1.2).
-- fragment: inMine (postgresql)
= ANY ((SELECT kessai.my_parties())::bigint[])

-- Whether the reader may see the case `c`: on PostgreSQL the policies have seen to it. `:everything` is 1 for auditors, whom
-- drafts do not concern, and 2 for those who own the database.
-- fragment: readable (sqlite)
(:everything = 2 OR @wasSent@
 OR (c.state = 4 AND CASE c.form WHEN 'inspection' THEN (SELECT json_extract(x.fields, '$.commitment.case') FROM content x
                                                         WHERE x.case_id = c.case_id AND x.revision = c.revision)
                                 ELSE c.case_id END IN (@paidCommitments@)))

-- fragment: wasSent (sqlite)
(c.drafter_id = :me OR (c.seq > 0 AND :everything = 1)
 OR EXISTS (SELECT 1 FROM case_access r WHERE r.case_id = c.case_id AND r.party @inSight@)
 OR EXISTS (SELECT 1 FROM case_access r WHERE r.case_id = c.case_id AND (r.party @inStandInsBeside@ OR r.party @inLimited@)))

-- The commitments of payments that came to the reader to examine or decide, who compares them with what was committed; and the orders that
-- are given back of, which are compared with what was paid.
-- fragment: paidCommitments (sqlite)
SELECT CAST(substr(p.account, 6) AS INTEGER) FROM posting p JOIN case_file c ON c.case_id = p.case_id
 WHERE p.account LIKE 'case:%' AND p.ledger IN ('commitment.paid', 'payment.returned', 'payment.settled') AND p.state IN (0, 1)
   AND c.state IN (1, 4)
   AND c.drafter_id <> :me AND COALESCE(c.filer_id, 0) <> :me
   AND EXISTS (SELECT 1 FROM step w
                 JOIN assignment r ON r.case_id = w.case_id AND r.round = w.round AND r.step_no = w.step_no AND r.state <> 0
                WHERE w.case_id = c.case_id AND w.round = c.round AND w.kind IN (2, 3)
                  AND (r.party @inSight@ OR r.party @inStandInsBeside@ OR r.party @inLimited@))

-- fragment: readable (postgresql)
1 = 1

-- Whether the reader may read what is confidential in the case `c`: they drafted it, or are asked for more than to take note of it.
-- fragment: privy (sqlite)
(c.drafter_id = :me OR :everything = 2
 OR EXISTS (SELECT 1 FROM step w JOIN assignment a ON a.case_id = w.case_id AND a.round = w.round AND a.step_no = w.step_no
             WHERE w.case_id = c.case_id AND w.kind <> 4
               AND (a.party @inMine@ OR a.party @inLimited@
                    OR (w.kind = 3 AND c.important = 0 AND (a.party @inStandIns@ OR a.party @inStandInsBeside@)))))

-- fragment: privy (postgresql)
kessai.may_read_confidential(c.case_id)

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

-- The parties of the assignments `a` of a group, in one text.
-- fragment: parties (sqlite)
group_concat(a.party, ' ')

-- fragment: parties (postgresql)
string_agg(a.party::text, ' ' ORDER BY a.step_no, a.no)

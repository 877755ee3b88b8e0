-- Reading cases.

-- fragment: rowColumns
c.case_id, @numberShown@, c.form, c.title, c.drafter_id, c.drafter_name, c.drafter_section, c.amount, c.state, c.seq,
c.urgent, c.attachments, c.submitted_at, c.changed_at, c.now_with, c.important,
(SELECT x.number FROM cancellation x WHERE x.cancelled_id = c.case_id AND x.decided = 1 AND x.part_from IS NULL),
CASE WHEN EXISTS (SELECT 1 FROM cancellation x WHERE x.case_id = c.case_id) THEN 1 ELSE 0 END, c.filer_id, c.ordered

-- A draft is nobody's case yet and has no number to be called by.
-- fragment: numberShown
CASE WHEN c.seq > 0 THEN c.number ELSE '' END

-- Narrows a list to some forms (",overtime,leave,", empty = all).
-- fragment: formMatches
(CAST(:forms AS TEXT) = '' OR replace(CAST(:forms AS TEXT), ',' || c.form || ',', '') <> CAST(:forms AS TEXT))

-- The poll: one row of counts and a mark. The mark adds up what grows with every change: the newest act of the office, the
-- lengths of the histories that are in the tray or mine and unfinished, and my last save.
-- name: pulse (postgresql)
SELECT waiting, attention, running, drafts, mark, office, at, untouched, examining FROM kessai.pulse()

-- name: pulse (sqlite)
WITH tray AS (
  SELECT c.case_id, c.seq, MAX(CASE WHEN k.kind = 2 THEN 1 ELSE 0 END) AS examined
    FROM (@waiting@) a JOIN case_file c ON c.case_id = a.case_id
    LEFT JOIN step k ON k.case_id = c.case_id AND k.round = c.round AND k.step_no = a.step_no
   WHERE @others@
   GROUP BY c.case_id, c.seq),
own AS (
  SELECT SUM(CASE WHEN state IN (2, 3) THEN 1 ELSE 0 END) AS attention,
         SUM(CASE WHEN state = 1 THEN 1 ELSE 0 END) AS running,
         SUM(CASE WHEN state = 0 THEN 1 ELSE 0 END) AS drafts,
         SUM(seq) AS length, COUNT(*) AS number, MAX(changed_at) AS changed,
         MIN(CASE WHEN state IN (2, 3) THEN changed_at END) AS untouched
    FROM case_file WHERE drafter_id = :me AND state < 4)
SELECT (SELECT COUNT(*) FROM tray), COALESCE(own.attention, 0), COALESCE(own.running, 0), COALESCE(own.drafts, 0),
       @officeMark@ + COALESCE(own.changed, 0) + COALESCE(own.length, 0) + own.number
         + (SELECT COUNT(*) + COALESCE(SUM(tray.seq), 0) FROM tray),
       (SELECT COALESCE(MAX(revision), 0) FROM office_revision)
         + (SELECT COALESCE(MAX(absence_id), 0) + COUNT(*) + COUNT(ended_at) FROM absence WHERE valid_until >= @today@),
       @now@, own.untouched,
       (SELECT COALESCE(SUM(tray.examined), 0) FROM tray)
  FROM own

-- Columns after those of the row: since when it waits and the kind of step; where a page begins; how many there are in all; whom it
-- waits for; and in the tray whether it is only to be read afterwards, and the last reminder. Staff who signed in at a server read their
-- lists through doors (migration 0033), which answer the same: remoteListTray and so on.
-- name: listTray
SELECT @rowColumns@, t.arrived, k.kind, @trayPlace@ AS place, COUNT(*) OVER (), @waits@, t.afterwards,
       (SELECT MAX(e.at) FROM event e WHERE e.case_id = c.case_id AND e.code = 'reminded' AND e.at >= t.arrived)
  FROM (SELECT a.case_id, MAX(a.arrived_at) AS arrived, MIN(a.step_no) AS step_no,
               MIN(CASE WHEN a.state = 8 THEN 1 ELSE 0 END) AS afterwards
          FROM (@waiting@) a GROUP BY a.case_id) t
  JOIN case_file c ON c.case_id = t.case_id
  LEFT JOIN step k ON k.case_id = c.case_id AND k.round = c.round AND k.step_no = t.step_no
 WHERE @others@ AND @matches@
   AND (@trayPlace@, c.case_id) < (CAST(:sort AS BIGINT), CAST(:id AS BIGINT))
 ORDER BY place DESC, c.case_id DESC LIMIT :limit

-- Nobody decides on what they filed themselves; who filed it for a colleague may be told of it at a step `k`.
-- fragment: others
c.drafter_id <> :me AND (COALESCE(c.filer_id, 0) <> :me OR k.kind = 4)

-- Newest first. Where asked, what is late comes first, then what else is asked, oldest first, and last what is only to be read
-- afterwards.
-- fragment: trayPlace
CASE WHEN CAST(:late_first AS BIGINT) = 0 OR t.afterwards = 1 THEN t.arrived
     WHEN t.arrived < @lateBefore@ THEN 2 * @oldestFirst@ - t.arrived
     ELSE @oldestFirst@ - t.arrived END

-- More than any instant, and less than twice that: what is subtracted from it sorts the other way round, above all instants.
-- fragment: oldestFirst
8000000000000000

-- Whether something waits too long depends on what is asked: a step `k`.
-- fragment: lateBefore
CASE k.kind WHEN 0 THEN CAST(:late_review AS BIGINT) WHEN 1 THEN CAST(:late_consult AS BIGINT)
            WHEN 2 THEN CAST(:late_examine AS BIGINT) WHEN 3 THEN CAST(:late_decide AS BIGINT)
            ELSE CAST(:late_circulate AS BIGINT) END

-- What I drafted, or filed for a colleague (nobody is both), between two states: drafts, everything submitted. A page of each comes in
-- the order of its index. Nothing is counted, here and below: of somebody who has been in the office for twenty years that would take
-- longer than reading a page.
-- name: listMine
SELECT @rowColumns@, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), c.changed_at, CAST(NULL AS BIGINT), @waits@
  FROM (SELECT o.case_id FROM (
          SELECT c.case_id FROM case_file c WHERE c.drafter_id = :me AND @ofMine@ LIMIT :limit) o
        UNION ALL
        SELECT f.case_id FROM (
          SELECT c.case_id FROM case_file c WHERE c.filer_id = :me AND @ofMine@ LIMIT :limit) f) found
  JOIN case_file c ON c.case_id = found.case_id
 ORDER BY c.changed_at DESC, c.case_id DESC LIMIT :limit

-- fragment: ofMine
c.state BETWEEN :low AND :high AND @matches@
   AND (c.changed_at, c.case_id) < (CAST(:sort AS BIGINT), CAST(:id AS BIGINT))
 ORDER BY c.changed_at DESC, c.case_id DESC

-- Where a running case waits, in one text: since when, the kind of the step, and for whom.
-- fragment: waits
CASE WHEN c.state = 1 THEN (
  SELECT MIN(a.arrived_at) || ' ' || MIN(k.kind) || ' ' || @parties@
    FROM step k JOIN assignment a ON a.case_id = k.case_id AND a.round = k.round AND a.step_no = k.step_no
   WHERE k.case_id = c.case_id AND k.round = c.round AND k.kind <> 4 AND a.state = 1) END

-- What came back to me; few, so that what lies there for long can come first.
-- name: listReturned
SELECT @rowColumns@, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), @returnedPlace@ AS place, COUNT(*) OVER ()
  FROM case_file c
 WHERE c.drafter_id = :me AND c.state IN (2, 3) AND @matches@
   AND (@returnedPlace@, c.case_id) < (CAST(:sort AS BIGINT), CAST(:id AS BIGINT))
 ORDER BY place DESC, c.case_id DESC LIMIT :limit

-- fragment: returnedPlace
CASE WHEN c.changed_at < CAST(:late_returned AS BIGINT) THEN @oldestFirst@ - c.changed_at ELSE c.changed_at END

-- What waits too long with somebody in the sections the reader heads, or was drafted there, as far as the reader may read it.
-- name: listLate
WITH RECURSIVE led (section_id) AS (
  SELECT p.section_id FROM appointment h JOIN post p ON p.post_id = h.post_id
   WHERE h.staff_id = :me AND p.head = 1 AND p.removed_in IS NULL AND h.removed_in IS NULL
     AND p.valid_from <= (SELECT @today@) AND (p.valid_until IS NULL OR p.valid_until >= (SELECT @today@))
     AND h.valid_from <= (SELECT @today@) AND (h.valid_until IS NULL OR h.valid_until >= (SELECT @today@))
  UNION
  SELECT s.section_id FROM led JOIN section s ON s.parent_id = led.section_id
   WHERE s.removed_in IS NULL AND s.valid_from <= (SELECT @today@) AND (s.valid_until IS NULL OR s.valid_until >= (SELECT @today@))),
seat (post_id) AS (
  SELECT p.post_id FROM led JOIN post p ON p.section_id = led.section_id
   WHERE p.removed_in IS NULL AND p.valid_from <= (SELECT @today@) AND (p.valid_until IS NULL OR p.valid_until >= (SELECT @today@))),
member (staff_id) AS (
  SELECT DISTINCT h.staff_id FROM seat JOIN appointment h ON h.post_id = seat.post_id
   WHERE h.removed_in IS NULL AND h.valid_from <= (SELECT @today@) AND (h.valid_until IS NULL OR h.valid_until >= (SELECT @today@))),
concerned (case_id) AS (
  SELECT a.case_id FROM assignment a
   WHERE a.state IN (1, 8) AND a.state = 1
     AND a.party IN (SELECT -seat.post_id FROM seat UNION ALL SELECT member.staff_id FROM member)
  UNION
  SELECT f.case_id FROM case_file f
   WHERE f.state < 4 AND f.state = 1 AND f.drafter_id IN (SELECT member.staff_id FROM member))
SELECT @rowColumns@, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), @oldestFirst@ - t.arrived AS place, COUNT(*) OVER (), @waits@
  FROM (SELECT a.case_id, MIN(a.arrived_at) AS arrived
          FROM concerned n
          JOIN case_file f ON f.case_id = n.case_id
          JOIN step k ON k.case_id = f.case_id AND k.round = f.round AND k.kind <> 4
          JOIN assignment a ON a.case_id = k.case_id AND a.round = k.round AND a.step_no = k.step_no
         WHERE f.state = 1 AND a.state = 1 AND a.arrived_at < @lateBefore@
         GROUP BY a.case_id) t
  JOIN case_file c ON c.case_id = t.case_id
 WHERE @matches@ AND @readable@ AND (@oldestFirst@ - t.arrived, c.case_id) < (CAST(:sort AS BIGINT), CAST(:id AS BIGINT))
 ORDER BY place DESC, c.case_id DESC LIMIT :limit

-- What I may read, newest case first, between two states; searched by searchReadable.
-- name: listReadable (sqlite)
SELECT @rowColumns@
  FROM case_file c
 WHERE c.case_id IN (@readableCases@) AND c.case_id < :id
   AND c.state BETWEEN :low AND :high AND @formMatches@
 ORDER BY c.case_id DESC LIMIT :limit

-- fragment: readableCases (sqlite)
SELECT r.case_id FROM case_access r WHERE r.party @inSight@
UNION SELECT m.case_id FROM case_file m WHERE m.drafter_id = :me AND m.seq > 0
UNION SELECT a.case_id FROM case_access a JOIN case_file c ON c.case_id = a.case_id
       WHERE a.party @inStandInsBeside@ OR a.party @inLimited@

-- Each party's cases come out of the index in the right order, so that a page costs a page even of somebody who reads 100,000.
-- name: listReadable (postgresql)
SELECT @rowColumns@
  FROM (SELECT r.case_id
          FROM unnest(kessai.my_sight()) AS mine (party)
          CROSS JOIN LATERAL (
            SELECT a.case_id FROM case_access a JOIN case_file c ON c.case_id = a.case_id
             WHERE a.party = mine.party AND a.case_id < :id AND c.state BETWEEN :low AND :high AND @formMatches@
             ORDER BY a.case_id DESC LIMIT :limit) r
        UNION
        (SELECT c.case_id FROM case_file c
          WHERE c.drafter_id = :me AND c.case_id < :id AND c.state BETWEEN :low AND :high AND @formMatches@
          ORDER BY c.case_id DESC LIMIT :limit)
        UNION
        (SELECT c.case_id FROM case_access a JOIN case_file c ON c.case_id = a.case_id
          WHERE a.party @inStandInsBeside@ AND c.case_id < :id AND c.state BETWEEN :low AND :high AND @formMatches@
          ORDER BY c.case_id DESC LIMIT :limit)
        UNION
        (SELECT c.case_id FROM case_access a JOIN case_file c ON c.case_id = a.case_id
          WHERE a.party @inLimited@ AND c.case_id < :id AND c.state BETWEEN :low AND :high AND @formMatches@
          ORDER BY c.case_id DESC LIMIT :limit)) found
 JOIN case_file c ON c.case_id = found.case_id
 ORDER BY c.case_id DESC LIMIT :limit

-- The same for auditors and owners, who read everything that was submitted.
-- name: listEverything
SELECT @rowColumns@
  FROM case_file c
 WHERE c.seq > 0 AND c.case_id < :id AND c.state BETWEEN :low AND :high AND @formMatches@
 ORDER BY c.case_id DESC LIMIT :limit

-- The lists of somebody who signed in at a server. What waits too long is told by the kind of its step, in the order of the codes.
-- name: remoteListTray (postgresql)
SELECT * FROM kessai.list_tray(:words, :forms, CAST(:late_first AS INTEGER), @lateByKind@, :sort, :id, CAST(:limit AS INTEGER))

-- name: remoteListMine (postgresql)
SELECT * FROM kessai.list_mine(:words, :forms, CAST(:low AS INTEGER), CAST(:high AS INTEGER), :sort, :id, CAST(:limit AS INTEGER))

-- name: remoteListReturned (postgresql)
SELECT * FROM kessai.list_returned(:words, :forms, :late_returned, :sort, :id, CAST(:limit AS INTEGER))

-- name: remoteListLate (postgresql)
SELECT * FROM kessai.list_late(:words, :forms, @lateByKind@, :sort, :id, CAST(:limit AS INTEGER))

-- name: remoteListReadable (postgresql)
SELECT * FROM kessai.list_readable(:words, :forms, CAST(:low AS INTEGER), CAST(:high AS INTEGER), :id, CAST(:limit AS INTEGER))

-- fragment: lateByKind (postgresql)
ARRAY[CAST(:late_review AS BIGINT), CAST(:late_consult AS BIGINT), CAST(:late_examine AS BIGINT), CAST(:late_decide AS BIGINT),
      CAST(:late_circulate AS BIGINT)]

-- name: caseIds
SELECT c.case_id FROM case_file c WHERE c.case_id > :after AND @readable@ ORDER BY c.case_id LIMIT :limit

-- Everything about one case in one answer, so that opening it costs one round trip: rows of several kinds in one shape, told
-- apart by the first column.
-- name: loadCase
WITH the_case AS (
  SELECT c.case_id, c.drafter_id, c.amount, c.urgent, c.important, c.state, c.round, c.seq, c.revision, c.posting_state, c.created_at,
         c.number, c.form, c.title, c.drafter_name, c.drafter_section, c.head_hash, c.submitted_at, c.changed_at,
         c.attachments, c.ordered, CASE WHEN @privy@ THEN 1 ELSE 0 END AS privy
    FROM case_file c WHERE c.case_id = :id AND @readable@)
SELECT 1 AS kind, c.drafter_id AS n1, c.amount AS n2, CAST(c.urgent AS BIGINT) AS n3, CAST(c.state AS BIGINT) AS n4,
       CAST(c.round AS BIGINT) AS n5, CAST(c.seq AS BIGINT) AS n6, CAST(c.revision AS BIGINT) AS n7,
       CAST(c.posting_state AS BIGINT) AS n8, c.created_at AS n9,
       c.number AS t1, c.form AS t2, c.title AS t3, c.drafter_name AS t4, c.head_hash AS t5,
       CAST(c.submitted_at AS TEXT) AS t6, CAST(c.changed_at AS TEXT) AS t7, CAST(c.attachments AS TEXT) AS t8,
       c.drafter_section AS t9, CAST(c.important AS TEXT) AS t10
  FROM the_case c
UNION ALL
SELECT 2, e.seq, e.version, e.actor_id, e.post_id, e.principal_id, e.at, NULL, NULL, NULL,
       e.code, e.actor_name, e.actor_title, e.actor_section, e.principal_name, e.request_id, e.payload, e.effects,
       e.previous_hash, e.hash
  FROM the_case c JOIN event e ON e.case_id = c.case_id
UNION ALL
SELECT 3, x.revision, x.form_revision, x.amount, x.sealed, x.urgent, CAST(c.privy AS BIGINT), NULL, NULL, NULL,
       x.title, x.fields, x.confidential_digest, k.salt, k.fields, NULL, NULL, NULL, NULL, NULL
  FROM the_case c JOIN content x ON x.case_id = c.case_id
  LEFT JOIN content_confidential k ON k.case_id = x.case_id AND k.revision = x.revision AND c.privy = 1
 WHERE x.sealed = 1 OR c.drafter_id = :me
UNION ALL
SELECT 4, t.revision, t.no, t.blob_id, t.size, CAST(t.confidential AS BIGINT), NULL, NULL, NULL, NULL,
       t.name, t.media_type, t.sha256, t.chunks, NULL, NULL, NULL, NULL, NULL, NULL
  FROM the_case c JOIN content x ON x.case_id = c.case_id
  JOIN attachment t ON t.case_id = x.case_id AND t.revision = x.revision
 WHERE x.sealed = 1 OR c.drafter_id = :me
UNION ALL
SELECT 5, s.round, s.step_no, a.no, a.party, a.state, a.arrived_at, s.kind, s.rule, s.needed,
       s.line, CAST(s.objection AS TEXT), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM the_case c JOIN step s ON s.case_id = c.case_id
  LEFT JOIN assignment a ON a.case_id = s.case_id AND a.round = s.round AND a.step_no = s.step_no
UNION ALL
SELECT 6, r.position, r.party, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
       NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM the_case c JOIN case_access r ON r.case_id = c.case_id
UNION ALL
SELECT 7, p.revision, p.no, p.amount, p.state, p.starts, p.used_at, NULL, NULL, NULL,
       p.ledger, p.account, p.day, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM the_case c JOIN posting p ON p.case_id = c.case_id
UNION ALL
SELECT 9, CASE WHEN x.case_id = c.case_id THEN 0 ELSE 1 END, CASE WHEN x.case_id = c.case_id THEN x.cancelled_id ELSE x.case_id END,
       CAST(x.decided AS BIGINT), NULL, NULL, NULL, NULL, NULL, NULL,
       CASE WHEN x.case_id = c.case_id THEN x.cancelled_number ELSE x.number END,
       x.part_from, x.part_until, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM the_case c JOIN cancellation x ON x.case_id = c.case_id OR x.cancelled_id = c.case_id
UNION ALL
SELECT 10, c.drafter_id, x.form_revision, CAST(c.state AS BIGINT), NULL, NULL, NULL, NULL, NULL, NULL,
       c.form, c.number, x.fields, x.confidential_digest,
       (SELECT e.payload FROM event e WHERE e.case_id = c.case_id AND e.code = 'submitted' ORDER BY e.seq DESC LIMIT 1),
       NULL, NULL, NULL, NULL, NULL
  FROM the_case t JOIN cancellation k ON k.case_id = t.case_id
  JOIN case_file c ON c.case_id = k.cancelled_id
  JOIN content x ON x.case_id = c.case_id AND x.revision = c.revision
 WHERE @readable@
UNION ALL
SELECT 11, 0, p.no, p.amount, p.state, p.starts, NULL, NULL, NULL, NULL,
       p.ledger, p.account, p.day, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM the_case t JOIN cancellation k ON k.case_id = t.case_id
  JOIN case_file c ON c.case_id = k.cancelled_id
  JOIN posting p ON p.case_id = c.case_id
 WHERE @readable@
UNION ALL
SELECT 12, m.no, CAST(m.revision AS BIGINT), CAST(m.ticked AS BIGINT), CAST(m.page AS BIGINT), CAST(m.place_x AS BIGINT),
       CAST(m.place_y AS BIGINT), CAST(m.place_width AS BIGINT), CAST(m.place_height AS BIGINT), m.made_at,
       m.field, m.sha256, m.staff_name, CAST(m.staff_id AS TEXT), NULL, NULL, NULL, NULL, NULL, NULL
  FROM the_case c JOIN proof_mark m ON m.case_id = c.case_id
UNION ALL
SELECT 13, CAST(c.ordered AS BIGINT), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
       NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM the_case c
@storedChunks@
ORDER BY 1, 2, 3, 4

-- The same rows for somebody who signed in at a server (migration 0031).
-- name: remoteLoadCase (postgresql)
SELECT * FROM kessai.load_case(:id)

-- name: caseBlobs
SELECT DISTINCT t.blob_id, t.sha256
  FROM attachment t JOIN content x ON x.case_id = t.case_id AND x.revision = t.revision
 WHERE t.case_id = :id

-- name: chunkData
SELECT data, no FROM blob_chunk WHERE blob_id = :blob_id ORDER BY no

-- One chunk of a file the reader may see: attached to a case they may read, or to their own draft, or a paper of a meeting.
-- name: chunkOf
SELECT k.data, t.chunks
  FROM attachment t
  JOIN content x ON x.case_id = t.case_id AND x.revision = t.revision
  JOIN case_file c ON c.case_id = t.case_id
  JOIN blob_chunk k ON k.blob_id = t.blob_id AND k.no = :no
 WHERE t.sha256 = :sha256 AND (x.sealed = 1 OR c.drafter_id = :me) AND @readable@ AND (t.confidential = 0 OR @privy@)
UNION ALL
@paperChunk@
 LIMIT 1

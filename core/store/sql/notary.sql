-- What the notary in this program reads and writes. On PostgreSQL only the owner may, to fill a new office.

-- Rows of the office that hold today.
-- fragment: holdsToday
removed_in IS NULL AND valid_from <= :today AND (valid_until IS NULL OR valid_until >= :today)

-- Whether a deputyship `d` was taken away by a reader.
-- fragment: removedBy
EXISTS (SELECT 1 FROM office_revision v JOIN staff p ON p.login = v.made_by
         WHERE v.revision = d.removed_in AND p.staff_id = CAST(:reader AS BIGINT))

-- name: notaryStaff
SELECT family_name, given_name FROM staff WHERE staff_id = :staff_id AND @holdsToday@

-- Where the work of an abolished post went.
-- name: notarySuccessor
SELECT successor_id FROM succession WHERE post_id = :post_id AND @holdsToday@ LIMIT 1

-- name: notaryAbsent
SELECT pass_over FROM absence
 WHERE staff_id = :staff_id AND ended_at IS NULL AND valid_from <= :today AND valid_until >= :today
 ORDER BY pass_over DESC LIMIT 1

-- Away today and still on a later day, by nothing a reader registered of somebody else.
-- name: notaryAwayForLong
-- Each leave is a row of its own: whoever takes one week after the other is away all the same.
SELECT 1
  FROM (SELECT count(DISTINCT d.day) AS days
          FROM (SELECT CAST(:today AS TEXT) AS day UNION ALL SELECT CAST(:still AS TEXT)) d
          JOIN absence ON valid_from <= d.day AND valid_until >= d.day
         WHERE staff_id = :staff_id AND ended_at IS NULL
           AND NOT COALESCE(made_by = CAST(:reader AS BIGINT) AND made_by <> staff_id AND case_id IS NULL, FALSE)) x
 WHERE x.days = 2

-- Somebody's deputy for cases of a form and an amount; to a reader also whom they took away themself.
-- name: notaryHasDeputy
SELECT 1 FROM deputyship d
  JOIN (SELECT CAST(:form AS TEXT) AS form, CAST(:amount AS BIGINT) AS amount) c ON @deputyCovers@
 WHERE d.principal_id = :staff_id
   AND (d.removed_in IS NULL OR (d.deputy_id <> CAST(:reader AS BIGINT) AND @removedBy@))
   AND d.valid_from <= :today AND (d.valid_until IS NULL OR d.valid_until >= :today)
   AND EXISTS (SELECT 1 FROM staff WHERE staff_id = d.deputy_id AND @holdsToday@)
 LIMIT 1

-- Of what somebody registered, what makes others seem away: absences that no leave made, revisions that took deputies away, and those that changed
-- anything of the office since a case was filed.
-- name: ownRegistrations
SELECT 0 AS kind, absence_id AS id FROM absence
 WHERE made_by = :reader AND staff_id <> :reader AND case_id IS NULL AND ended_at IS NULL AND valid_until >= :today
UNION ALL
SELECT 1, d.removed_in FROM deputyship d
 WHERE d.removed_in IS NOT NULL AND (d.valid_until IS NULL OR d.valid_until >= :today) AND @removedBy@
UNION ALL
SELECT 2, o.revision FROM (@ownChanges@) o

-- Whether somebody is named as a deputy today or later, on whatever cases and days.
-- name: notaryEverDeputy
SELECT 1 FROM deputyship
 WHERE deputy_id = :deputy_id AND principal_id = :principal_id AND removed_in IS NULL
   AND (valid_until IS NULL OR valid_until >= :today)
 LIMIT 1

-- name: notaryComesToHold
SELECT 1 FROM appointment
 WHERE staff_id = :staff_id AND (post_id = :post_id OR post_id = :current_id) AND removed_in IS NULL AND valid_from > :today
 LIMIT 1

-- What waits for its day.
-- name: notaryPrepared
SELECT body FROM reorganisation WHERE ended_in IS NULL

-- name: notaryLastPost
SELECT post_id FROM appointment
 WHERE staff_id = :staff_id AND holding = 0 AND removed_in IS NULL AND valid_from <= :today
 ORDER BY valid_from DESC, added_in DESC, post_id DESC LIMIT 1

-- name: notaryRanks
SELECT 1 FROM post p JOIN post o ON o.post_id = :other_id AND o.rank <= p.rank
   AND o.removed_in IS NULL AND o.valid_from <= :today AND (o.valid_until IS NULL OR o.valid_until >= :today)
 WHERE p.post_id = :post_id
   AND p.removed_in IS NULL AND p.valid_from <= :today AND (p.valid_until IS NULL OR p.valid_until >= :today)
 LIMIT 1

-- name: notaryActedIn
SELECT 1 FROM event
 WHERE case_id = :case_id AND (actor_id = :staff_id OR principal_id = :staff_id) AND code NOT IN ('commented', 'rerouted')
 LIMIT 1

-- Everybody who holds a post today.
-- name: notaryHolders
SELECT a.staff_id FROM appointment a
 WHERE a.post_id = :post_id AND a.removed_in IS NULL
   AND a.valid_from <= :today AND (a.valid_until IS NULL OR a.valid_until >= :today)
   AND EXISTS (SELECT 1 FROM staff WHERE staff_id = a.staff_id AND @holdsToday@)
   AND EXISTS (SELECT 1 FROM post WHERE post_id = :post_id AND @holdsToday@)

-- name: notaryStandIns
SELECT post_id, level FROM stand_in WHERE decider_id = :post_id AND @holdsToday@ ORDER BY place, valid_from, added_in

-- The section a post belongs to, and what is above it.
-- name: notarySectionOf
SELECT section_id FROM post WHERE post_id = :post_id AND @holdsToday@ LIMIT 1

-- name: notarySection
SELECT parent_id, level FROM section WHERE section_id = :section_id AND @holdsToday@ LIMIT 1

-- name: notaryHeadOf
SELECT MIN(post_id) FROM post WHERE section_id = :section_id AND head = 1 AND @holdsToday@

-- Whether somebody holds a post today; those who left and posts that were abolished do not count.
-- name: notaryHolds
SELECT 1 FROM appointment
 WHERE staff_id = :staff_id AND post_id = :post_id AND @holdsToday@
   AND EXISTS (SELECT 1 FROM staff WHERE staff_id = :staff_id AND @holdsToday@)
   AND EXISTS (SELECT 1 FROM post WHERE post_id = :post_id AND @holdsToday@)
 LIMIT 1

-- name: notaryPost
SELECT 1 FROM post WHERE post_id = :post_id AND @holdsToday@ LIMIT 1

-- Posts of somebody who is in the office whose holders file for colleagues.
-- name: notaryFiling
SELECT r.post_id FROM role_holder r
 WHERE r.role = 'filing' AND r.removed_in IS NULL AND r.valid_from <= :today AND (r.valid_until IS NULL OR r.valid_until >= :today)
   AND EXISTS (SELECT 1 FROM appointment WHERE staff_id = :staff_id AND post_id = r.post_id AND @holdsToday@)
   AND EXISTS (SELECT 1 FROM staff WHERE staff_id = :staff_id AND @holdsToday@)
   AND EXISTS (SELECT 1 FROM post WHERE post_id = r.post_id AND @holdsToday@)
 ORDER BY r.post_id

-- name: notaryAuditor
SELECT 1 FROM special_right
 WHERE staff_id = :staff_id AND right_name = 'auditor'
   AND valid_from <= :today AND (valid_until IS NULL OR valid_until >= :today)
 LIMIT 1

-- name: notaryInForce
SELECT (SELECT MAX(revision) FROM office_revision),
       (SELECT revision FROM rule_revision WHERE form = :form AND valid_from <= :day
         ORDER BY valid_from DESC, revision DESC LIMIT 1)

-- name: notaryDeputises
SELECT d.when_absent FROM deputyship d JOIN case_file c ON c.case_id = :case_id
 WHERE d.principal_id = :principal_id AND d.deputy_id = :deputy_id AND d.removed_in IS NULL
   AND d.valid_from <= :today AND (d.valid_until IS NULL OR d.valid_until >= :today) AND @deputyCovers@
   AND EXISTS (SELECT 1 FROM staff WHERE staff_id = :principal_id AND @holdsToday@)
 ORDER BY d.when_absent LIMIT 1

-- name: notaryPrimaryPost
SELECT a.post_id FROM appointment a
 WHERE a.staff_id = :staff_id AND a.removed_in IS NULL
   AND a.valid_from <= :today AND (a.valid_until IS NULL OR a.valid_until >= :today)
   AND EXISTS (SELECT 1 FROM post WHERE post_id = a.post_id AND @holdsToday@)
 ORDER BY a.holding, a.post_id LIMIT 1

-- A post's title and the 課 it belongs to, or its own section above that level.
-- name: notaryStamp
WITH RECURSIVE line (parent_id, level, name, hops) AS (
  SELECT s.parent_id, s.level, s.name, 0
    FROM section s
   WHERE s.section_id = (SELECT section_id FROM post WHERE post_id = :post_id AND @holdsToday@ LIMIT 1)
     AND s.removed_in IS NULL AND s.valid_from <= :today AND (s.valid_until IS NULL OR s.valid_until >= :today)
  UNION ALL
  SELECT s.parent_id, s.level, s.name, l.hops + 1
    FROM line l JOIN section s ON s.section_id = l.parent_id
   WHERE l.level > 2 AND l.hops < 8
     AND s.removed_in IS NULL AND s.valid_from <= :today AND (s.valid_until IS NULL OR s.valid_until >= :today))
SELECT (SELECT title FROM post WHERE post_id = :post_id AND @holdsToday@ LIMIT 1),
       (SELECT name FROM line ORDER BY CASE WHEN level = 2 THEN 0 ELSE 1 END, hops LIMIT 1)

-- Who acted on which kind of step of a case that moves money of the budget.
-- name: notaryParts
SELECT s.kind, e.actor_id, e.principal_id
  FROM event e
  JOIN step s ON s.case_id = e.case_id AND s.step_no = @actedStep@ AND s.round = @actedRound@
 WHERE e.case_id = :case_id AND e.code IN ('approved', 'returned', 'rejected', 'extended') AND s.kind IN (0, 2, 3)
   AND EXISTS (SELECT 1 FROM posting p JOIN case_file c ON c.case_id = p.case_id AND c.revision = p.revision
                WHERE p.case_id = :case_id AND (p.account LIKE 'budget:%' OR p.account LIKE 'case:%'))
 ORDER BY e.seq

-- What a case says that moves money of the budget.
-- name: notaryMoneyFields
SELECT x.fields FROM case_file c JOIN content x ON x.case_id = c.case_id AND x.revision = c.revision
 WHERE c.case_id = :case_id
   AND EXISTS (SELECT 1 FROM posting p
                WHERE p.case_id = c.case_id AND p.revision = c.revision AND (p.account LIKE 'budget:%' OR p.account LIKE 'case:%'))

-- name: notaryNumbered
SELECT DISTINCT staff_id FROM staff WHERE number = :number

-- Whether somebody was sent the case, by person, post or deputyship.
-- name: notaryMaySee
SELECT 1 FROM case_access r JOIN case_file c ON c.case_id = r.case_id
 WHERE r.case_id = :case_id AND (r.party @partiesOfActor@
    OR r.party IN (SELECT d.principal_id @limitedOfActor@
                   UNION ALL
                   SELECT -h.post_id FROM appointment h
                    WHERE h.staff_id IN (SELECT d.principal_id @limitedOfActor@) AND @holdsPost@
                   UNION ALL
                   SELECT -s.post_id FROM @successionLine@ s JOIN appointment h ON h.post_id = s.successor_id
                    WHERE h.staff_id IN (SELECT d.principal_id @limitedOfActor@) AND @succeeded@)
    OR r.party IN (SELECT -i.decider_id FROM stand_in i JOIN appointment h ON h.post_id = i.post_id
                    WHERE h.staff_id = :actor AND @standsInBeside@))
 LIMIT 1

-- fragment: seatsOfActor
SELECT @actorAndPrincipals@
    UNION ALL
    SELECT -h.post_id FROM appointment h
     WHERE h.staff_id IN (SELECT @actorAndPrincipals@) AND @holdsPost@
    UNION ALL
    SELECT -s.post_id FROM @successionLine@ s JOIN appointment h ON h.post_id = s.successor_id
     WHERE h.staff_id IN (SELECT @actorAndPrincipals@) AND @succeeded@

-- fragment: partiesOfActor
IN (@seatsOfActor@
    UNION ALL
    SELECT -i.decider_id FROM stand_in i JOIN appointment h ON h.post_id = i.post_id
     WHERE h.staff_id = :actor AND @standsIn@)

-- Where the work of abolished posts went, over as many changes as there were: what joins it as `s` finds for each post all that
-- came after it. UNION, so that rows that form a ring hang nobody.
-- fragment: successionLine
(WITH RECURSIVE line (post_id, successor_id) AS (
       SELECT post_id, successor_id FROM succession WHERE @holdsToday@
       UNION
       SELECT line.post_id, n.successor_id FROM line JOIN succession n ON n.post_id = line.successor_id
        WHERE n.removed_in IS NULL AND n.valid_from <= :today AND (n.valid_until IS NULL OR n.valid_until >= :today)
          AND NOT EXISTS (SELECT 1 FROM post m WHERE m.post_id = line.successor_id AND m.removed_in IS NULL
                             AND m.valid_from <= :today AND (m.valid_until IS NULL OR m.valid_until >= :today)))
     SELECT post_id, successor_id FROM line)

-- An appointment `h` to a post to which the work of an abolished one went (`s`).
-- fragment: succeeded
@holdsPost@
       AND NOT EXISTS (SELECT 1 FROM post p WHERE p.post_id = s.post_id AND p.removed_in IS NULL
                          AND p.valid_from <= :today AND (p.valid_until IS NULL OR p.valid_until >= :today))

-- fragment: actorAndPrincipals
CAST(:actor AS BIGINT) UNION ALL
SELECT d.principal_id FROM deputyship d
 WHERE d.deputy_id = :actor AND d.removed_in IS NULL
   AND d.valid_from <= :today AND (d.valid_until IS NULL OR d.valid_until >= :today) AND @deputyActs@
   AND d.forms = '' AND d.up_to IS NULL

-- The deputyships by which the actor acts on the case `c` as on such cases only.
-- fragment: limitedOfActor
FROM deputyship d
 WHERE d.deputy_id = :actor AND d.removed_in IS NULL
   AND d.valid_from <= :today AND (d.valid_until IS NULL OR d.valid_until >= :today) AND @deputyActs@
   AND (d.forms <> '' OR d.up_to IS NOT NULL) AND @deputyCovers@

-- Whether a deputyship `d` is for cases like `c`.
-- fragment: deputyCovers
(d.forms = '' OR replace(d.forms, ',' || c.form || ',', '') <> d.forms) AND (d.up_to IS NULL OR c.amount <= d.up_to)

-- Whether a deputyship `d` is one for every day, or its principal is away today.
-- fragment: deputyActs
(d.when_absent = 0 OR EXISTS (SELECT 1 FROM absence x WHERE x.staff_id = d.principal_id AND x.ended_at IS NULL
                                 AND x.valid_from <= :today AND x.valid_until >= :today))

-- name: notaryCase (sqlite)
SELECT @caseColumns@ FROM case_file WHERE case_id = :case_id

-- name: notaryCase (postgresql)
SELECT @caseColumns@ FROM case_file WHERE case_id = :case_id FOR NO KEY UPDATE

-- fragment: caseColumns
drafter_id, form, state, round, seq, revision, posting_state, head_hash, changed_at, number, drafter_name, drafter_section, important, filer_id, amount

-- name: notarySeats
SELECT s.step_no, s.kind, s.rule, s.needed, s.line, a.no, a.party, a.state, s.objection
  FROM step s JOIN assignment a ON a.case_id = s.case_id AND a.round = s.round AND a.step_no = s.step_no
 WHERE s.case_id = :case_id AND s.round = :round
 ORDER BY s.step_no, a.no

-- name: notaryAccess
SELECT party FROM case_access WHERE case_id = :case_id ORDER BY position

-- name: notaryMoved
SELECT 1 FROM event
 WHERE case_id = :case_id AND code NOT IN ('commented', 'reminded', 'rerouted')
   AND seq > (SELECT MAX(seq) FROM event WHERE case_id = :case_id AND code = 'submitted')
 LIMIT 1

-- The last submission.
-- name: notarySubmission
SELECT payload FROM event WHERE case_id = :case_id AND code = 'submitted' ORDER BY seq DESC LIMIT 1

-- A number of the office as it is today.
-- name: notaryNumber
SELECT m.value FROM parameter m WHERE m.key = :key AND m.valid_from <= :today
 ORDER BY m.valid_from DESC, m.added_in DESC LIMIT 1

-- The last reminder of a case, and how many days have to pass before the next.
-- name: notaryReminder
SELECT e.at, (SELECT m.value FROM parameter m WHERE m.key = 'reminder.pause_days' AND m.valid_from <= :today
               ORDER BY m.valid_from DESC, m.added_in DESC LIMIT 1)
  FROM event e WHERE e.case_id = :case_id AND e.code = 'reminded' ORDER BY e.at DESC LIMIT 1

-- name: notaryRecorded
SELECT case_id, seq, code, version, actor_id, post_id, principal_id, actor_name, actor_title, actor_section,
       principal_name, at, request_id, payload, effects, previous_hash, hash
  FROM event WHERE request_id = :request_id

-- Who is asked now: the open assignments of blocking steps, as the posts and persons are called today.
-- name: notaryNowWith
SELECT p.title, s.name, s.level, f.family_name, f.given_name
  FROM assignment a
  JOIN step t ON t.case_id = a.case_id AND t.round = a.round AND t.step_no = a.step_no AND t.kind <> 4
  LEFT JOIN post p ON p.post_id = -a.party AND p.removed_in IS NULL
       AND p.valid_from <= :today AND (p.valid_until IS NULL OR p.valid_until >= :today)
  LEFT JOIN section s ON s.section_id = p.section_id AND s.removed_in IS NULL
       AND s.valid_from <= :today AND (s.valid_until IS NULL OR s.valid_until >= :today)
  LEFT JOIN staff f ON f.staff_id = a.party AND f.removed_in IS NULL
       AND f.valid_from <= :today AND (f.valid_until IS NULL OR f.valid_until >= :today)
 WHERE a.case_id = :case_id AND a.round = :round AND a.state = 1
 ORDER BY a.step_no, a.no

-- name: notaryContent
SELECT x.form_revision, x.fields, x.title, x.amount, x.urgent, x.sealed, x.confidential_digest, k.salt, k.fields
  FROM content x LEFT JOIN content_confidential k ON k.case_id = x.case_id AND k.revision = x.revision
 WHERE x.case_id = :case_id AND x.revision = :revision

-- name: notaryAttachments
SELECT name, media_type, size, sha256, chunks, confidential FROM attachment
 WHERE case_id = :case_id AND revision = :revision ORDER BY no

-- name: notaryInsertEvent
INSERT INTO event (case_id, seq, code, version, actor_id, post_id, principal_id, actor_name, actor_title, actor_section,
                   principal_name, at, request_id, payload, effects, previous_hash, hash)
VALUES (:case_id, :seq, :code, :version, :actor_id, :post_id, :principal_id, :actor_name, :actor_title, :actor_section,
        :principal_name, :at, :request_id, :payload, :effects, :previous_hash, :hash)

-- name: notaryInsertStep
INSERT INTO step (case_id, round, step_no, kind, rule, needed, line, objection)
VALUES (:case_id, :round, :step_no, :kind, :rule, :needed, :line, :objection)

-- name: notaryInsertSeat
INSERT INTO assignment (case_id, round, step_no, no, party, state, arrived_at)
VALUES (:case_id, :round, :step_no, :no, :party, :state, :arrived_at)

-- Extending a route: the assignments of the last round with their states and arrivals, and nobody asked in it any more.
-- name: notaryCopySeats
INSERT INTO assignment (case_id, round, step_no, no, party, state, arrived_at)
SELECT case_id, round + 1, step_no + CASE WHEN step_no >= :place THEN 1 ELSE 0 END, no, party, state, arrived_at
  FROM assignment WHERE case_id = :case_id AND round = :round

-- name: notaryVoidRound
UPDATE assignment SET state = 7 WHERE case_id = :case_id AND round = :round AND state IN (0, 1, 8)

-- name: notaryMoveSeat
UPDATE assignment SET state = :state, arrived_at = COALESCE(CAST(:arrived_at AS BIGINT), arrived_at)
 WHERE case_id = :case_id AND round = :round AND step_no = :step_no AND no = :no

-- name: notaryReroute
UPDATE assignment SET party = :party, arrived_at = CAST(:arrived_at AS BIGINT)
 WHERE case_id = :case_id AND round = :round AND step_no = :step_no AND no = :no

-- name: notaryInsertAccess
INSERT INTO case_access (case_id, party, position) VALUES (:case_id, :party, :position)

-- name: notaryDropPostings
DELETE FROM posting WHERE case_id = :case_id

-- Whether nothing is left of the duty of d.staff_id on d.valid_from: leave, time off and what was given for duty on another day take all of
-- it. A day that was made one of duty has the hours that were added.
-- fragment: nothingLeft
EXISTS (
  SELECT 1 FROM posting w
   WHERE w.account = 'staff:' || CAST(d.staff_id AS TEXT) AND w.day = d.valid_from AND w.state = 1
     AND w.ledger IN ('absence.minutes', 'overtime.compensated.minutes', 'duty.removed.minutes', 'duty.daikyu.minutes', 'duty.added.minutes')
   GROUP BY w.account
  HAVING SUM(CASE WHEN w.ledger = 'duty.added.minutes' THEN 0 ELSE w.amount END)
         >= CASE WHEN SUM(CASE WHEN w.ledger = 'duty.added.minutes' THEN w.amount ELSE 0 END) > 0
                 THEN SUM(CASE WHEN w.ledger = 'duty.added.minutes' THEN w.amount ELSE 0 END)
                 ELSE (SELECT m.value FROM parameter m WHERE m.key = 'duty.day_minutes' AND m.valid_from <= d.valid_from
                        ORDER BY m.valid_from DESC, m.added_in DESC LIMIT 1) END
      OR (SUM(CASE WHEN w.ledger = 'duty.added.minutes' THEN w.amount ELSE 0 END) = 0
          AND SUM(w.amount) >= (SELECT t.day_minutes FROM work_terms t
                                 WHERE t.staff_id = d.staff_id AND t.removed_in IS NULL AND t.valid_from <= d.valid_from
                                   AND (t.valid_until IS NULL OR t.valid_until >= d.valid_from))))

-- The days of which a case leaves nothing make its drafter absent; of two that fill a day together the later one does.
-- name: notaryFollowLeave
INSERT INTO absence (staff_id, pass_over, valid_from, valid_until, case_id, made_at)
SELECT d.staff_id, 0, d.valid_from, d.valid_from, CAST(:case_id AS BIGINT), CAST(:at AS BIGINT)
  FROM (SELECT DISTINCT CAST(:staff_id AS BIGINT) AS staff_id, p.day AS valid_from
          FROM posting p
         WHERE p.case_id = :case_id AND p.account = 'staff:' || CAST(CAST(:staff_id AS BIGINT) AS TEXT) AND p.state = 1 AND p.amount > 0
           AND p.ledger IN ('absence.minutes', 'overtime.compensated.minutes', 'duty.removed.minutes', 'duty.daikyu.minutes')) d
 WHERE NOT EXISTS (SELECT 1 FROM absence x WHERE x.case_id = :case_id)
   AND @nothingLeft@

-- name: notaryInsertPosting
INSERT INTO posting (case_id, revision, no, ledger, account, day, amount, starts, state)
VALUES (:case_id, :revision, :no, :ledger, :account, :day, :amount, :starts, :state)

-- Cancellations: what was decided and what it moved.
-- name: notaryCancelled
SELECT c.number, x.form_revision, x.fields, x.confidential_digest
  FROM case_file c JOIN content x ON x.case_id = c.case_id AND x.revision = c.revision
 WHERE c.case_id = :case_id AND c.form = :form AND c.state = 4

-- name: notaryPostings
SELECT ledger, account, day, amount, starts FROM posting WHERE case_id = :case_id ORDER BY no

-- name: notaryCancellations
SELECT case_id, decided, part_from, part_until FROM cancellation WHERE cancelled_id = :cancelled_id ORDER BY part_from, case_id

-- name: notaryBeginCancellation
INSERT INTO cancellation (case_id, cancelled_id, number, cancelled_number, part_from, part_until)
SELECT c.case_id, o.case_id, c.number, o.number, CAST(:part_from AS TEXT), CAST(:part_until AS TEXT) FROM case_file c JOIN case_file o ON o.case_id = :cancelled_id
 WHERE c.case_id = :case_id
ON CONFLICT DO NOTHING

-- name: notaryDropCancellation
DELETE FROM cancellation WHERE case_id = :case_id

-- How high the two were decided: the level of the section whose post decides, the city first, and in a section its head first.
-- name: notaryDecideCancellation
UPDATE cancellation SET decided = 1 WHERE case_id = :case_id AND decided = 0
RETURNING cancelled_id, (@decidedRank@ WHERE c.case_id = cancellation.case_id ORDER BY p.added_in DESC, s.added_in DESC, a.no LIMIT 1),
          (@decidedRank@ WHERE c.case_id = cancellation.cancelled_id ORDER BY p.added_in DESC, s.added_in DESC, a.no LIMIT 1),
          part_from, part_until

-- fragment: decidedRank
SELECT s.level * 2 + 1 - p.head
  FROM case_file c
  JOIN step t ON t.case_id = c.case_id AND t.round = c.round AND t.kind = 3
  JOIN assignment a ON a.case_id = t.case_id AND a.round = t.round AND a.step_no = t.step_no AND a.party < 0
  JOIN post p ON p.post_id = -a.party
  JOIN section s ON s.section_id = p.section_id

-- The leave that was cancelled keeps nobody away any more, from today on.
-- name: notaryEndLeave
UPDATE absence SET ended_at = CAST(:at AS BIGINT), ended_by = :staff_id
 WHERE case_id = :case_id AND ended_at IS NULL AND valid_from >= :since AND valid_from <= :upto

-- Nor does what filled a day only together with it.
-- name: notaryEndShared
UPDATE absence AS d SET ended_at = CAST(:at AS BIGINT), ended_by = :ended_by
 WHERE d.staff_id = (SELECT o.drafter_id FROM case_file o WHERE o.case_id = :cancelled_id)
   AND d.case_id IS NOT NULL AND d.ended_at IS NULL AND d.valid_from >= :since
   AND d.valid_from IN (SELECT p.day FROM posting p WHERE p.case_id = :case_id)
   AND NOT @nothingLeft@

-- name: notaryMovePostings
UPDATE posting SET state = :state, used_at = CAST(:used_at AS BIGINT) WHERE case_id = :case_id

-- name: notarySeal
UPDATE content SET sealed = 1 WHERE case_id = :case_id AND revision = :revision

-- name: notarySubmitFile
UPDATE case_file SET title = :title, amount = :amount, urgent = :urgent, important = :important, attachments = :attachments,
       drafter_id = :drafter_id, filer_id = :filer_id, drafter_name = :drafter_name,
       drafter_section = :drafter_section, search_text = :search_text, revision = :revision, submitted_at = :at
 WHERE case_id = :case_id

-- name: notaryMoveFile
UPDATE case_file SET state = :state, round = :round, seq = :seq, head_hash = :head_hash, posting_state = :posting_state,
       now_with = :now_with, changed_at = :at,
       ordered = CASE WHEN :state = 1 AND EXISTS (
         SELECT 1 FROM step d
           JOIN step k ON k.case_id = d.case_id AND k.round = d.round AND k.step_no > d.step_no AND k.kind = 2
           JOIN assignment a ON a.case_id = k.case_id AND a.round = k.round AND a.step_no = k.step_no AND a.state = 1
          WHERE d.case_id = :case_id AND d.round = :round AND d.kind = 3) THEN 1 ELSE 0 END
 WHERE case_id = :case_id AND seq = :seq - 1

-- Drafts.

-- name: notaryNewCase
INSERT INTO case_file (number, form, drafter_id, drafter_name, drafter_section, title, amount, urgent, attachments,
                       created_at, changed_at)
VALUES ('', :form, :drafter_id, :drafter_name, :drafter_section, :title, :amount, :urgent, :attachments, :at, :at)
RETURNING case_id

-- name: notaryNumberCase
UPDATE case_file SET number = :number, search_text = :search_text WHERE case_id = :case_id

-- name: notaryDraftFile
UPDATE case_file SET drafter_name = :drafter_name, drafter_section = :drafter_section, title = :title, amount = :amount,
       urgent = :urgent, attachments = :attachments, search_text = :search_text, changed_at = :at
 WHERE case_id = :case_id AND seq = 0

-- name: notaryPutContent
INSERT INTO content (case_id, revision, form_revision, fields, title, amount, urgent, confidential_digest)
VALUES (:case_id, :revision, :form_revision, :fields, :title, :amount, :urgent, :confidential_digest)
ON CONFLICT (case_id, revision) DO UPDATE
  SET form_revision = excluded.form_revision, fields = excluded.fields, title = excluded.title, amount = excluded.amount,
      urgent = excluded.urgent, confidential_digest = excluded.confidential_digest
  WHERE content.sealed = 0

-- name: notaryPutConfidential
INSERT INTO content_confidential (case_id, revision, salt, fields) VALUES (:case_id, :revision, :salt, :fields)
ON CONFLICT (case_id, revision) DO UPDATE SET salt = excluded.salt, fields = excluded.fields

-- name: notaryDropConfidential
DELETE FROM content_confidential WHERE case_id = :case_id AND revision = :revision

-- name: notaryDropAttachments
DELETE FROM attachment WHERE case_id = :case_id AND revision = :revision

-- name: notaryInsertAttachment
INSERT INTO attachment (case_id, revision, no, blob_id, name, media_type, size, sha256, chunks, confidential)
VALUES (:case_id, :revision, :no, :blob_id, :name, :media_type, :size, :sha256, :chunks, :confidential)

-- name: notaryDropContent
DELETE FROM content WHERE case_id = :case_id AND revision = :revision AND sealed = 0

-- name: notaryDropCase
DELETE FROM case_file WHERE case_id = :case_id AND seq = 0

-- Files.

-- A complete file somebody may attach: uploaded by them, or attached to a case they may read.
-- name: notaryFile
SELECT b.blob_id, b.size, b.chunks FROM blob b
 WHERE b.sha256 = :sha256 AND b.complete = 1
   AND (EXISTS (SELECT 1 FROM blob_holder h WHERE h.blob_id = b.blob_id AND h.staff_id = :actor)
     OR EXISTS (SELECT 1 FROM attachment t
                  JOIN case_file c ON c.case_id = t.case_id
                  JOIN content x ON x.case_id = t.case_id AND x.revision = t.revision
                 WHERE t.blob_id = b.blob_id
                   AND (c.drafter_id = :actor
                     OR (x.sealed = 1 AND EXISTS (SELECT 1 FROM case_access r
                                                   WHERE r.case_id = c.case_id AND r.party @partiesOfActor@)
                         AND (t.confidential = 0 OR @actorDecides@)))))

-- Whether the actor is asked for more on the case `c` than to take note of it.
-- fragment: actorDecides
EXISTS (SELECT 1 FROM step w JOIN assignment a ON a.case_id = w.case_id AND a.round = w.round AND a.step_no = w.step_no
         WHERE w.case_id = c.case_id
           AND ((w.kind <> 4 AND a.party IN (@seatsOfActor@)) OR (w.kind = 3 AND c.important = 0 AND a.party @partiesOfActor@)))

-- name: notaryNewFile
INSERT INTO blob (sha256, size, chunks, complete, staff_id, begun_at)
VALUES (:sha256, :size, :chunks, 0, :staff_id, :at)
RETURNING blob_id

-- name: notaryDropUnfinished
DELETE FROM blob WHERE staff_id = :staff_id AND complete = 0 AND (sha256 = :sha256 OR begun_at < :before)

-- name: notaryUpload
SELECT sha256, size, chunks, complete,
       (SELECT COUNT(*) FROM blob_chunk k WHERE k.blob_id = blob.blob_id)
  FROM blob WHERE blob_id = :blob_id AND staff_id = :staff_id

-- name: notaryPutChunk
INSERT INTO blob_chunk (blob_id, no, data) VALUES (:blob_id, :no, :data)

-- name: notarySameFile
SELECT blob_id FROM blob WHERE sha256 = :sha256 AND complete = 1

-- name: notaryCompleteFile
UPDATE blob SET complete = 1 WHERE blob_id = :blob_id

-- name: notaryDropFile
DELETE FROM blob WHERE blob_id = :blob_id AND complete = 0

-- name: notaryHoldFile
INSERT INTO blob_holder (blob_id, staff_id) VALUES (:blob_id, :staff_id) ON CONFLICT (blob_id, staff_id) DO NOTHING

-- A closed month in which a case has overtime.
-- name: notaryClosedMonth
SELECT p.day FROM posting p
 WHERE p.case_id = :case_id AND (p.ledger LIKE 'overtime.%' OR p.ledger LIKE 'duty.%')
   AND (SELECT m.closed FROM month_close m WHERE m.month = SUBSTR(p.day, 1, 7) ORDER BY m.revision DESC LIMIT 1) = 1
 LIMIT 1

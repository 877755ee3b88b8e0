-- What staff and administrators register about the office (core/office/officechange.h): written by the notary in this program, or by the
-- doors of migration 0011.

-- name: changeNextRevision
INSERT INTO office_revision (revision, made_at, made_by, reason)
SELECT MAX(revision) + 1, CAST(:at AS BIGINT), CAST(:made_by AS TEXT), CAST(:reason AS TEXT) FROM office_revision
RETURNING revision

-- How much somebody registered since a time.
-- name: changesMadeSince
SELECT (SELECT COUNT(*) FROM office_revision WHERE made_by = :login AND made_at > :since)
     + (SELECT COUNT(*) FROM absence WHERE made_by = :made_by AND made_at > :since)

-- name: changeAddAbsence
INSERT INTO absence (staff_id, kind, pass_over, valid_from, valid_until, made_by, made_at)
VALUES (:staff_id, :kind, :pass_over, :valid_from, :valid_until, :made_by, :at)

-- What is left of an absence that ends earlier.
-- name: changeShortenAbsence
INSERT INTO absence (staff_id, kind, pass_over, valid_from, valid_until, case_id, made_by, made_at)
SELECT staff_id, kind, pass_over, valid_from, CAST(:last AS TEXT), case_id, CAST(:made_by AS BIGINT), CAST(:at AS BIGINT)
  FROM absence WHERE absence_id = :absence_id AND valid_from <= :last

-- name: changeEndAbsence
UPDATE absence SET ended_at = :at, ended_by = :ended_by WHERE absence_id = :absence_id AND ended_at IS NULL

-- The days before today of a deputyship that ends.
-- name: changeShortenDeputy
INSERT INTO deputyship (principal_id, deputy_id, when_absent, forms, up_to, valid_from, valid_until, added_in)
SELECT principal_id, deputy_id, when_absent, forms, up_to, valid_from, CAST(:last AS TEXT), CAST(:revision AS BIGINT)
  FROM deputyship
 WHERE principal_id = :principal_id AND deputy_id = :deputy_id AND valid_from = :valid_from AND added_in = :added_in
   AND valid_from <= :last

-- name: changeEndDeputy
UPDATE deputyship SET removed_in = :revision
 WHERE principal_id = :principal_id AND deputy_id = :deputy_id AND valid_from = :valid_from AND added_in = :added_in
   AND removed_in IS NULL

-- The days before today of the stand-ins listed so far, and their end.
-- name: changeShortenStandIns
INSERT INTO stand_in (decider_id, place, post_id, level, valid_from, valid_until, added_in)
SELECT decider_id, place, post_id, level, valid_from, CAST(:last AS TEXT), CAST(:revision AS BIGINT)
  FROM stand_in
 WHERE decider_id = :decider_id AND removed_in IS NULL AND valid_from <= :last AND (valid_until IS NULL OR valid_until > :last)

-- name: changeEndStandIns
UPDATE stand_in SET removed_in = :revision
 WHERE decider_id = :decider_id AND removed_in IS NULL AND valid_from <= :day AND (valid_until IS NULL OR valid_until >= :day)

-- name: changeShortenSuccession
INSERT INTO succession (post_id, successor_id, valid_from, valid_until, added_in)
SELECT post_id, successor_id, valid_from, CAST(:last AS TEXT), CAST(:revision AS BIGINT)
  FROM succession
 WHERE post_id = :post_id AND removed_in IS NULL AND valid_from <= :last AND (valid_until IS NULL OR valid_until > :last)

-- name: changeEndSuccession
UPDATE succession SET removed_in = :revision
 WHERE post_id = :post_id AND removed_in IS NULL AND valid_from <= :day AND (valid_until IS NULL OR valid_until >= :day)

-- What waits, whether or not for somebody: the oldest first, with who filed it, of what kind it is and whether its round has an examination.
-- name: openSeats
SELECT a.case_id, c.number, c.form, c.drafter_section, a.party, a.arrived_at, a.step_no, a.no, c.drafter_id, c.filer_id,
       CASE WHEN EXISTS (SELECT 1 FROM step x WHERE x.case_id = a.case_id AND x.round = a.round AND x.kind = 2) THEN 1 ELSE 0 END, s.kind
  FROM assignment a
  JOIN case_file c ON c.case_id = a.case_id AND c.round = a.round
  JOIN step s ON s.case_id = a.case_id AND s.round = a.round AND s.step_no = a.step_no
 WHERE a.state IN (1, 8) AND a.state = 1 AND s.kind <> 4
 ORDER BY a.arrived_at, a.case_id, a.step_no, a.no

-- Who acted in a case where that may keep them from another part in it, and what it says now.
-- name: openSeatActors
SELECT actor_id, principal_id FROM event WHERE case_id = :case_id AND code IN ('approved', 'returned', 'rejected', 'extended')

-- name: openSeatFields
SELECT x.fields FROM case_file c JOIN content x ON x.case_id = c.case_id AND x.revision = c.revision WHERE c.case_id = :case_id

-- name: remoteOpenRoute (postgresql)
SELECT drafter_id, filer_id, round, seq, step_no, no, kind, rule, needed, objection, party, state, readers, form, filed_as, part, money,
       ordered, examined, inspector, important
  FROM kessai.open_route(:case_id)

-- name: remoteStranded (postgresql)
SELECT case_id, number, form, drafter_section, party, arrived_at FROM kessai.stranded()

-- name: remoteAddAbsence (postgresql)
SELECT kessai.add_absence(:staff_id, :kind, :pass_over, :valid_from, :valid_until)

-- name: remoteEndAbsence (postgresql)
SELECT kessai.end_absence(:absence_id, :last)

-- name: remoteAddDeputy (postgresql)
SELECT kessai.add_deputy(:principal_id, :deputy_id, :when_absent, :valid_from, :valid_until, :forms, :up_to)

-- name: remoteEndDeputy (postgresql)
SELECT kessai.end_deputy(:principal_id, :deputy_id, :valid_from, :added_in)

-- name: remoteSetStandIns (postgresql)
SELECT kessai.set_stand_ins(:decider_id, :list)

-- name: remoteSetSuccessor (postgresql)
SELECT kessai.set_successor(:post_id, :successor_id, :valid_from)

-- name: changeMonthClosed
SELECT COALESCE((SELECT m.closed FROM month_close m WHERE m.month = :month ORDER BY m.revision DESC LIMIT 1), 0) AS closed

-- name: changeAddMonth
INSERT INTO month_close (month, closed, reason, made_by, revision) VALUES (:month, :closed, :reason, :made_by, :revision)

-- A revision made by the owner, or of holidays; on a server at its time, whoever's clock the owner has.
-- name: ownersRevision (sqlite)
INSERT INTO office_revision (revision, made_at, made_by, reason)
SELECT MAX(revision) + 1, CAST(:at AS BIGINT), CAST(:made_by AS TEXT), CAST(:reason AS TEXT) FROM office_revision
RETURNING revision

-- name: ownersRevision (postgresql)
INSERT INTO office_revision (revision, made_at, made_by, reason)
SELECT MAX(revision) + 1, greatest(kessai.now_us(), MAX(made_at)), CAST(:made_by AS TEXT), CAST(:reason AS TEXT) FROM office_revision
RETURNING revision

-- name: changeEndHoliday
UPDATE holiday SET removed_in = :revision WHERE day = :day AND kind = :kind AND added_in = :added_in AND removed_in IS NULL

-- Decided cases that moved something on some days, given as a list in JSON.
-- name: decidedOn (sqlite)
SELECT COUNT(DISTINCT p.case_id) FROM posting p JOIN case_file c ON c.case_id = p.case_id AND c.state = 4
 WHERE p.day IN (SELECT value FROM json_each(:days))

-- name: decidedOn (postgresql)
SELECT COUNT(DISTINCT p.case_id) FROM posting p JOIN case_file c ON c.case_id = p.case_id AND c.state = 4
 WHERE p.day IN (SELECT jsonb_array_elements_text(CAST(:days AS jsonb)))

-- name: remoteDecidedOn (postgresql)
SELECT kessai.decided_on(:days)

-- name: remoteImportHolidays (postgresql)
SELECT kessai.import_holidays(:days)

-- name: remoteAddLocalDay (postgresql)
SELECT kessai.add_local_day(:day, :every_year, :name)

-- name: remoteEndLocalDay (postgresql)
SELECT kessai.end_local_day(:day, :added_in)

-- name: remoteAdoptTable (postgresql)
SELECT kessai.adopt_table(:body, :reason, :seen)

-- name: remoteAdoptRule (postgresql)
SELECT kessai.adopt_rule(:body, :reason, :seen)

-- name: remoteAdoptParameters (postgresql)
SELECT kessai.adopt_parameters(:rows, :reason, :seen)

-- name: remoteAdoptForm (postgresql)
SELECT kessai.adopt_form(:body, :reason, :seen)

-- name: remoteAdoptFaults (postgresql)
SELECT kessai.adopt_faults(:body, :reason, :seen)

-- Cases filed by a rule that leaves the decision to a table, from after a number on. What may be read of them is picked by whoever asks.
-- name: filedCases
SELECT c.case_id, c.number, c.form, c.drafter_id, c.state, c.amount, e.payload, o.fields, o.form_revision
  FROM case_file c
  JOIN event e ON e.case_id = c.case_id AND e.code = 'submitted'
       AND e.seq = (SELECT MAX(s.seq) FROM event s WHERE s.case_id = c.case_id AND s.code = 'submitted')
  JOIN content o ON o.case_id = c.case_id AND o.sealed = 1
       AND o.revision = (SELECT MAX(n.revision) FROM content n WHERE n.case_id = c.case_id AND n.sealed = 1)
 WHERE c.case_id > :after AND c.state IN (1, 2, 3, 4) AND (c.submitted_at >= :since OR c.state = 1)
 ORDER BY c.case_id LIMIT :most

-- name: remoteFiledCases (postgresql)
SELECT case_id, number, form, drafter_id, state, amount, basis, fields FROM kessai.filed_cases(:since, :after, :most)

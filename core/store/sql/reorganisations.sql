-- Reorganisations (core/office/reorganisation.h): registered by the notary in this program, by whoever owns the database, or by the doors of
-- migration 0038.

-- name: reorganisationAdd
INSERT INTO reorganisation (revision, valid_from, body, reason, made_by, made_at, ended_in)
SELECT r.revision, CAST(:valid_from AS TEXT), CAST(:body AS TEXT), CAST(:reason AS TEXT), r.made_by, r.made_at, CAST(:ended_in AS BIGINT)
  FROM office_revision r WHERE r.revision = :revision

-- What waits for its day.
-- name: reorganisationsPrepared
SELECT revision, body, reason, made_by, made_at FROM reorganisation WHERE ended_in IS NULL ORDER BY valid_from, revision

-- What has reached its day.
-- name: reorganisationsDue
SELECT COUNT(*) FROM reorganisation WHERE ended_in IS NULL AND valid_from <= :today

-- What could not be put in force on its day, and that nobody has put aside since.
-- name: reorganisationsFailed
SELECT revision, body, reason, made_by, made_at FROM reorganisation WHERE taken_back = 2 ORDER BY valid_from, revision

-- name: reorganisationPutAside
UPDATE reorganisation SET taken_back = 3 WHERE revision = :revision AND taken_back = 2

-- What came into force or was taken back last.
-- name: reorganisationsEndedIn
SELECT COALESCE(MAX(ended_in), 0) FROM reorganisation

-- name: reorganisationEnd
UPDATE reorganisation SET ended_in = :ended_in, taken_back = :taken_back WHERE revision = :revision AND ended_in IS NULL

-- Rows that end.
-- name: organisationEndSection
UPDATE section SET removed_in = :revision WHERE section_id = :id AND valid_from = :valid_from AND added_in = :added_in

-- name: organisationEndPost
UPDATE post SET removed_in = :revision WHERE post_id = :id AND valid_from = :valid_from AND added_in = :added_in

-- name: organisationEndStaff
UPDATE staff SET removed_in = :revision WHERE staff_id = :id AND valid_from = :valid_from AND added_in = :added_in

-- name: organisationEndAppointment
UPDATE appointment SET removed_in = :revision
 WHERE staff_id = :staff_id AND post_id = :id AND valid_from = :valid_from AND added_in = :added_in

-- name: organisationEndRole
UPDATE role_holder SET removed_in = :revision WHERE role = :role AND post_id = :id AND valid_from = :valid_from AND added_in = :added_in

-- name: organisationEndSuccession
UPDATE succession SET removed_in = :revision WHERE post_id = :id AND valid_from = :valid_from AND added_in = :added_in

-- name: administrators
SELECT staff_id, valid_from, valid_until FROM special_right WHERE right_name = 'administrator'

-- name: waitingCounts
SELECT a.party, COUNT(DISTINCT a.case_id)
  FROM assignment a
  JOIN case_file c ON c.case_id = a.case_id AND c.round = a.round
  JOIN step s ON s.case_id = a.case_id AND s.round = a.round AND s.step_no = a.step_no
 WHERE a.state = 1 AND s.kind <> 4 GROUP BY a.party ORDER BY a.party

-- name: remoteReorganise (postgresql)
SELECT kessai.reorganise(:body, :reason, :seen)

-- name: remoteTakeBack (postgresql)
SELECT kessai.take_back_reorganisation(:number, :seen)

-- name: remoteReachDay (postgresql)
SELECT kessai.reach_day()

-- name: remotePreparedChanges (postgresql)
SELECT revision, body, reason, made_by, made_at FROM kessai.prepared_changes()

-- name: remoteFailedChanges (postgresql)
SELECT revision, body, reason, made_by, made_at FROM kessai.failed_changes()

-- name: remoteWaitingCounts (postgresql)
SELECT party, cases FROM kessai.waiting_counts()

-- Whoever owns the database sees to the logins of those who are to come.
-- name: preparedBodies
SELECT body FROM reorganisation WHERE ended_in IS NULL ORDER BY valid_from, revision

-- The office as it was before what a reader changed of it since a case was filed (kessai.undo_changes, migration 0060). The notary in this program undoes
-- these changes within a savepoint, asks, and takes that back.

-- What the reader changed.
-- fragment: ownChanges (sqlite)
SELECT v.revision FROM office_revision v
 WHERE v.made_by IN (SELECT p.login FROM staff p WHERE p.staff_id = :reader)
   AND v.made_at >= (SELECT c.submitted_at FROM case_file c WHERE c.case_id = :case_id)

-- fragment: ownChanges (postgresql)
SELECT v.revision FROM kessai.changes_since_filed(:case_id) v (revision)

-- Of a row `t` that it was there before and would hold today, and of the rows `y` of the same thing that the reader took them away, or that they stand.
-- fragment: wasThere
t.added_in NOT IN (@ownChanges@) AND t.valid_from <= :today AND (t.valid_until IS NULL OR t.valid_until >= :today)

-- fragment: tookAway
y.removed_in IN (@ownChanges@) AND y.added_in NOT IN (@ownChanges@)
 AND y.valid_from <= :today AND (y.valid_until IS NULL OR y.valid_until >= :today)

-- fragment: stands
y.removed_in IS NULL AND y.valid_from <= :today AND (y.valid_until IS NULL OR y.valid_until >= :today)

-- name: undoneMark (sqlite)
SAVEPOINT undone

-- name: undoneBack (sqlite)
ROLLBACK TO undone

-- name: undoneRelease (sqlite)
RELEASE undone

-- name: undoneAny (sqlite)
SELECT 1 FROM office_revision WHERE revision IN (@ownChanges@) LIMIT 1

-- name: undoneSectionAdded (sqlite)
UPDATE section SET removed_in = added_in WHERE added_in IN (@ownChanges@)

-- name: undoneSectionGone (sqlite)
UPDATE section AS t SET removed_in = NULL
 WHERE @wasThere@
   AND t.removed_in = (SELECT MAX(y.removed_in) FROM section y WHERE y.section_id = t.section_id AND @tookAway@)
   AND NOT EXISTS (SELECT 1 FROM section y WHERE y.section_id = t.section_id AND @stands@)

-- name: undonePostAdded (sqlite)
UPDATE post SET removed_in = added_in WHERE added_in IN (@ownChanges@)

-- name: undonePostGone (sqlite)
UPDATE post AS t SET removed_in = NULL
 WHERE @wasThere@
   AND t.removed_in = (SELECT MAX(y.removed_in) FROM post y WHERE y.post_id = t.post_id AND @tookAway@)
   AND NOT EXISTS (SELECT 1 FROM post y WHERE y.post_id = t.post_id AND @stands@)

-- name: undoneStaffAdded (sqlite)
UPDATE staff SET removed_in = added_in WHERE added_in IN (@ownChanges@)

-- name: undoneStaffGone (sqlite)
UPDATE staff AS t SET removed_in = NULL
 WHERE @wasThere@
   AND t.removed_in = (SELECT MAX(y.removed_in) FROM staff y WHERE y.staff_id = t.staff_id AND @tookAway@)
   AND NOT EXISTS (SELECT 1 FROM staff y WHERE y.staff_id = t.staff_id AND @stands@)

-- name: undoneAppointmentAdded (sqlite)
UPDATE appointment SET removed_in = added_in WHERE added_in IN (@ownChanges@)

-- name: undoneAppointmentGone (sqlite)
UPDATE appointment AS t SET removed_in = NULL
 WHERE @wasThere@
   AND t.removed_in = (SELECT MAX(y.removed_in) FROM appointment y WHERE y.staff_id = t.staff_id AND y.post_id = t.post_id AND @tookAway@)
   AND NOT EXISTS (SELECT 1 FROM appointment y WHERE y.staff_id = t.staff_id AND y.post_id = t.post_id AND @stands@)

-- name: undoneSuccessionAdded (sqlite)
UPDATE succession SET removed_in = added_in WHERE added_in IN (@ownChanges@)

-- name: undoneSuccessionGone (sqlite)
UPDATE succession AS t SET removed_in = NULL
 WHERE @wasThere@
   AND t.removed_in = (SELECT MAX(y.removed_in) FROM succession y WHERE y.post_id = t.post_id AND @tookAway@)
   AND NOT EXISTS (SELECT 1 FROM succession y WHERE y.post_id = t.post_id AND @stands@)

-- name: undoneStandInAdded (sqlite)
UPDATE stand_in SET removed_in = added_in WHERE added_in IN (@ownChanges@)

-- name: undoneStandInGone (sqlite)
UPDATE stand_in AS t SET removed_in = NULL
 WHERE @wasThere@
   AND t.removed_in = (SELECT MAX(y.removed_in) FROM stand_in y WHERE y.decider_id = t.decider_id AND @tookAway@)
   AND NOT EXISTS (SELECT 1 FROM stand_in y WHERE y.decider_id = t.decider_id AND @stands@)

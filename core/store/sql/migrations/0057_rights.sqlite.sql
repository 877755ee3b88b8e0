-- oldest client: 1
-- Rights of administrators and auditors say in which change of the office they were given and taken, by whom and why; what an office began with, in
-- its first. A right that is taken ends with the day before, so that nothing may be done by it from that moment on.
CREATE TABLE special_right_told (
  staff_id    BIGINT NOT NULL,
  right_name  TEXT NOT NULL CHECK (right_name IN ('administrator', 'auditor')),
  valid_from  TEXT NOT NULL,
  valid_until TEXT,
  added_in    BIGINT NOT NULL DEFAULT 1 REFERENCES office_revision (revision),
  ended_in    BIGINT REFERENCES office_revision (revision),
  PRIMARY KEY (staff_id, right_name, valid_from, added_in)
);
INSERT INTO special_right_told (staff_id, right_name, valid_from, valid_until)
SELECT staff_id, right_name, valid_from, valid_until FROM special_right;
DROP TABLE special_right;
ALTER TABLE special_right_told RENAME TO special_right

-- oldest client: 1
-- Rights of administrators and auditors say in which change of the office they were given and taken, by whom and why; what an office began with, in
-- its first. A right that is taken ends with the day before, so that nothing may be done by it from that moment on. Nobody but the owner of the database
-- gives or takes one (kessai-admin rights); core/office/specialright.h has the rules.

ALTER TABLE kessai.special_right ADD COLUMN added_in BIGINT NOT NULL DEFAULT 1 REFERENCES kessai.office_revision (revision);
ALTER TABLE kessai.special_right ADD COLUMN ended_in BIGINT REFERENCES kessai.office_revision (revision);
ALTER TABLE kessai.special_right DROP CONSTRAINT special_right_pkey;
ALTER TABLE kessai.special_right ADD PRIMARY KEY (staff_id, right_name, valid_from, added_in);
CREATE INDEX special_right_added ON kessai.special_right (added_in);
CREATE INDEX special_right_ended ON kessai.special_right (ended_in);

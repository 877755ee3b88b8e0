-- oldest client: 1
-- A revision of a form says in which change of the office it came to be, and so who made it and why; unknown of those that were there before.
ALTER TABLE form_revision ADD COLUMN added_in BIGINT REFERENCES office_revision (revision);

-- oldest client: 1
-- Absences that staff register by themselves say why, and who took them back (core/office/officechange.h).
ALTER TABLE absence ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;
ALTER TABLE absence ADD COLUMN ended_by BIGINT;
-- What is still to come of them marks their changes (the query of the pulse): a row added or ended counts one more, and no two people
-- write the same row for it.
CREATE INDEX absence_coming ON absence (valid_until, ended_at);
-- Who registered how much within a day.
CREATE INDEX absence_made ON absence (made_by, made_at);
CREATE INDEX office_revision_made ON office_revision (made_by, made_at);

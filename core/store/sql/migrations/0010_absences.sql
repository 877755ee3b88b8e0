-- oldest client: 1
-- Absences that staff register by themselves say why, and who took them back (core/office/officechange.h).
ALTER TABLE absence ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;
ALTER TABLE absence ADD COLUMN ended_by BIGINT;

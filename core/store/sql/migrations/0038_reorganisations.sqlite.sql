-- oldest client: 1
-- Reorganisations (core/office/reorganisation.h) as they were registered; those that wait for their day are in no other table until then.

CREATE TABLE reorganisation (
  revision   BIGINT PRIMARY KEY REFERENCES office_revision (revision), -- in which it was registered
  valid_from TEXT NOT NULL,
  body       TEXT NOT NULL,
  reason     TEXT NOT NULL,
  made_by    TEXT NOT NULL,
  made_at    BIGINT NOT NULL,
  ended_in   BIGINT REFERENCES office_revision (revision), -- in which it came into force, or was taken back
  taken_back INTEGER NOT NULL DEFAULT 0 -- 1 = taken back
);
CREATE INDEX reorganisation_due ON reorganisation (valid_from) WHERE ended_in IS NULL

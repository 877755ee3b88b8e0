-- oldest client: 1
-- What examiners ticked off (core/cases/proofmark.h). Nothing is changed: the last tick of a field says how it stands.
CREATE TABLE proof_mark (
  case_id      BIGINT NOT NULL REFERENCES case_file (case_id),
  no           INTEGER NOT NULL, -- 1, 2, 3, ... of a case
  revision     INTEGER NOT NULL, -- of the content that was read
  field        TEXT NOT NULL,
  ticked       INTEGER NOT NULL,
  sha256       TEXT, -- the file that says so, and where; NULL = nobody said where
  page         INTEGER,
  place_x      INTEGER, -- in ten-thousandths of the page
  place_y      INTEGER,
  place_width  INTEGER,
  place_height INTEGER,
  staff_id     BIGINT NOT NULL,
  staff_name   TEXT NOT NULL,
  made_at      BIGINT NOT NULL,
  PRIMARY KEY (case_id, no)
);

-- oldest client: 1
-- Anchors: where the histories of all cases and of payments ended at one time, folded into one digest that is kept outside (core/cases/anchor.h). Of the
-- heads only those are kept that have moved since the anchor before, so that an anchor costs what has happened in between.

CREATE TABLE anchor (
  anchor_no INTEGER PRIMARY KEY,
  office    TEXT NOT NULL,
  at        BIGINT NOT NULL,
  made_by   TEXT NOT NULL,
  cases     BIGINT NOT NULL,
  acts      BIGINT NOT NULL,
  payments  BIGINT NOT NULL, -- acts on payments, and the hash of the last (migration 0027)
  payments_head TEXT NOT NULL,
  previous  TEXT NOT NULL,
  heads     TEXT NOT NULL,
  digest    TEXT NOT NULL
);

CREATE TABLE anchor_head (
  case_id   BIGINT NOT NULL,
  anchor_no BIGINT NOT NULL,
  seq       INTEGER NOT NULL,
  hash      TEXT NOT NULL,
  PRIMARY KEY (case_id, anchor_no)
) WITHOUT ROWID;

-- Not a lock against whoever has the file, but against a slip of the hand.
CREATE TRIGGER anchor_stays BEFORE UPDATE ON anchor BEGIN SELECT RAISE(ABORT, 'an anchor is never changed'); END;
CREATE TRIGGER anchor_lasts BEFORE DELETE ON anchor BEGIN SELECT RAISE(ABORT, 'an anchor is never changed'); END;
CREATE TRIGGER anchor_head_stays BEFORE UPDATE ON anchor_head BEGIN SELECT RAISE(ABORT, 'an anchor is never changed'); END;
CREATE TRIGGER anchor_head_lasts BEFORE DELETE ON anchor_head BEGIN SELECT RAISE(ABORT, 'an anchor is never changed'); END;

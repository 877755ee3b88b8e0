-- oldest client: 15
-- Cancelling what was decided (取消). A row is a cancellation that runs or is decided; one that ended otherwise, or came back to its
-- drafter, has none, and the case it named is free again. Whether a content says so, every reader checks (core/cases/cancellation.h).

CREATE TABLE cancellation (
  case_id          BIGINT PRIMARY KEY REFERENCES case_file (case_id),
  cancelled_id     BIGINT NOT NULL REFERENCES case_file (case_id),
  number           TEXT NOT NULL,
  cancelled_number TEXT NOT NULL,
  decided          INTEGER NOT NULL DEFAULT 0,
  part_from        TEXT, -- the days of a leave that are taken back; NULL = all that is left
  part_until       TEXT
);
CREATE INDEX cancellation_by_original ON cancellation (cancelled_id);
CREATE UNIQUE INDEX cancellation_running ON cancellation (cancelled_id) WHERE decided = 0; -- one at a time

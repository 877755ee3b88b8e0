-- oldest client: 1
-- When whoever owns the database last looked after it; what happens to the office itself is written elsewhere.
CREATE TABLE upkeep (
  kind    TEXT PRIMARY KEY, -- 'backup', 'verify' with what was damaged, 'disk' with the bytes that are free
  done_at BIGINT NOT NULL,
  outcome BIGINT NOT NULL
);

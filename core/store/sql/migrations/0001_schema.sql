-- oldest client: 1
-- The office, its configuration, cases with their histories, and attached files. One text serves SQLite and PostgreSQL.
-- Instants are BIGINT microseconds UTC, days TEXT 'YYYY-MM-DD', money BIGINT yen, digests lower-case hexadecimal TEXT.
-- @identity@ and @bytes@ are replaced by what the database calls them.
--
-- Both notaries keep these rules, which no constraint can say:
-- * A submission replaces ALL postings of the case by its own, so that only the current revision's postings are there, and
--   copies title, amount, urgency and the number of attachments of the revision it seals into case_file. Until then a correction
--   leaves case_file alone; only a draft that was never submitted is shown there as it is written.
-- * `posting_state` is that of the last event's effects, and of every posting of the case (a case without postings has one too).
-- * `submitted_at` is the time of the event that began the round; `changed_at` that of the last event, of a draft the last save.
-- * `arrived_at` is the time of the event that opened the assignment last, or passed it over; kept when it closes, absent when it
--   never opened. A round that began by extending a route takes the states and arrivals of the round before with it, in which whoever
--   was still asked is asked no more.
-- * A case decided with leave, time off or hours given for duty on another day makes its drafter absent on the days of which it leaves
--   nothing, alone or with what was decided before.
-- * `position` counts from 1 without gaps in the order of granting; `no` of attachments and postings counts from 1.
-- * `number` is the fiscal year's prefix of the day of creation, '-', and the case id in at least six digits.
-- * `now_with` names the posts (section and title) or persons with open assignments of blocking steps in route order,
--   each once, joined by '・'; `drafter_section` and `actor_section` are the 課 of the post acted for, else of the primary post, or
--   the section above where there is no 課.
-- * `ordered` is 1 of a running case that was decided and waits for the examination of what was ordered.
-- * `chunks` holds the digests of the chunks in order, parted by single spaces.
-- * A file has at most 100 MiB, a revision 50 files and 1 MiB of fields, a title 2,000 bytes, the payload of an event 1 MiB.

CREATE TABLE office_info (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE office_revision (
  revision BIGINT PRIMARY KEY,
  made_at  BIGINT NOT NULL,
  made_by  TEXT NOT NULL,
  reason   TEXT NOT NULL
);

CREATE TABLE section (
  section_id  BIGINT NOT NULL,
  parent_id   BIGINT,
  level       INTEGER NOT NULL,
  code        TEXT NOT NULL,
  name        TEXT NOT NULL,
  busy        INTEGER NOT NULL DEFAULT 0, -- mostly 他律的 work
  valid_from  TEXT NOT NULL,
  valid_until TEXT,
  added_in    BIGINT NOT NULL REFERENCES office_revision (revision),
  removed_in  BIGINT REFERENCES office_revision (revision),
  PRIMARY KEY (section_id, valid_from, added_in)
);

CREATE TABLE post (
  post_id     BIGINT NOT NULL,
  section_id  BIGINT NOT NULL,
  code        TEXT NOT NULL,
  title       TEXT NOT NULL,
  rank        INTEGER NOT NULL,
  head        INTEGER NOT NULL,
  valid_from  TEXT NOT NULL,
  valid_until TEXT,
  added_in    BIGINT NOT NULL REFERENCES office_revision (revision),
  removed_in  BIGINT REFERENCES office_revision (revision),
  PRIMARY KEY (post_id, valid_from, added_in)
);

CREATE TABLE staff (
  staff_id    BIGINT NOT NULL,
  login       TEXT NOT NULL,
  number      TEXT NOT NULL,
  family_name TEXT NOT NULL,
  given_name  TEXT NOT NULL,
  kana        TEXT NOT NULL,
  valid_from  TEXT NOT NULL,
  valid_until TEXT,
  added_in    BIGINT NOT NULL REFERENCES office_revision (revision),
  removed_in  BIGINT REFERENCES office_revision (revision),
  PRIMARY KEY (staff_id, valid_from, added_in)
);
CREATE INDEX staff_login ON staff (login);

CREATE TABLE appointment (
  staff_id    BIGINT NOT NULL,
  post_id     BIGINT NOT NULL,
  holding     INTEGER NOT NULL,
  valid_from  TEXT NOT NULL,
  valid_until TEXT,
  added_in    BIGINT NOT NULL REFERENCES office_revision (revision),
  removed_in  BIGINT REFERENCES office_revision (revision),
  PRIMARY KEY (staff_id, post_id, valid_from, added_in)
);
CREATE INDEX appointment_post ON appointment (post_id);

CREATE TABLE deputyship (
  principal_id BIGINT NOT NULL,
  deputy_id    BIGINT NOT NULL,
  valid_from   TEXT NOT NULL,
  valid_until  TEXT,
  added_in     BIGINT NOT NULL REFERENCES office_revision (revision),
  removed_in   BIGINT REFERENCES office_revision (revision),
  when_absent  INTEGER NOT NULL DEFAULT 0, -- only on days on which the principal is absent
  forms        TEXT NOT NULL DEFAULT '',   -- only for cases of these, ',overtime,leave,'
  up_to        BIGINT,                     -- only for cases of at most so many yen
  PRIMARY KEY (principal_id, deputy_id, valid_from, added_in),
  CHECK (principal_id <> deputy_id)
);
CREATE INDEX deputyship_deputy ON deputyship (deputy_id);

-- Days on which somebody is away. They change every day and no route depends on them, so that they are no part of the revisions;
-- one taken back stays, with the time.
CREATE TABLE absence (
  absence_id  @identity@,
  staff_id    BIGINT NOT NULL,
  pass_over   INTEGER NOT NULL DEFAULT 0, -- reviews pass them over instead of waiting
  valid_from  TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  case_id     BIGINT, -- the leave it follows from
  made_by     BIGINT,
  made_at     BIGINT NOT NULL,
  ended_at    BIGINT
);
CREATE INDEX absence_staff ON absence (staff_id, valid_until) WHERE ended_at IS NULL;

-- Who decides in a decider's place, lowest `place` first: a post, or the head of the drafter's line at a level (代決).
CREATE TABLE stand_in (
  decider_id  BIGINT NOT NULL,
  place       INTEGER NOT NULL,
  post_id     BIGINT,
  level       INTEGER NOT NULL DEFAULT 2,
  valid_from  TEXT NOT NULL,
  valid_until TEXT,
  added_in    BIGINT NOT NULL REFERENCES office_revision (revision),
  removed_in  BIGINT REFERENCES office_revision (revision),
  PRIMARY KEY (decider_id, place, valid_from, added_in)
);

-- Where the work of an abolished post went.
CREATE TABLE succession (
  post_id      BIGINT NOT NULL,
  successor_id BIGINT NOT NULL,
  valid_from   TEXT NOT NULL,
  valid_until  TEXT,
  added_in     BIGINT NOT NULL REFERENCES office_revision (revision),
  removed_in   BIGINT REFERENCES office_revision (revision),
  PRIMARY KEY (post_id, valid_from, added_in),
  CHECK (post_id <> successor_id)
);

CREATE TABLE role_holder (
  role        TEXT NOT NULL,
  post_id     BIGINT NOT NULL,
  valid_from  TEXT NOT NULL,
  valid_until TEXT,
  added_in    BIGINT NOT NULL REFERENCES office_revision (revision),
  removed_in  BIGINT REFERENCES office_revision (revision),
  PRIMARY KEY (role, post_id, valid_from, added_in)
);

-- What somebody's work is measured by (勤務条件).
CREATE TABLE work_terms (
  staff_id    BIGINT NOT NULL,
  employment  INTEGER NOT NULL, -- 0 regular, 1 short time, 2 for the fiscal year
  hired       TEXT,
  week_days   INTEGER NOT NULL,
  day_minutes INTEGER NOT NULL,
  managerial  INTEGER NOT NULL DEFAULT 0,
  public_corp INTEGER NOT NULL DEFAULT 0,
  valid_from  TEXT NOT NULL,
  valid_until TEXT,
  added_in    BIGINT NOT NULL REFERENCES office_revision (revision),
  removed_in  BIGINT REFERENCES office_revision (revision),
  PRIMARY KEY (staff_id, valid_from, added_in)
);

-- Who may do more than staff: 'administrator' configures, 'auditor' reads.
CREATE TABLE special_right (
  staff_id    BIGINT NOT NULL,
  right_name  TEXT NOT NULL CHECK (right_name IN ('administrator', 'auditor')),
  valid_from  TEXT NOT NULL,
  valid_until TEXT,
  PRIMARY KEY (staff_id, right_name, valid_from)
);

CREATE TABLE form_revision (
  form       TEXT NOT NULL,
  revision   INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  definition TEXT NOT NULL,
  PRIMARY KEY (form, revision)
);

CREATE TABLE rule_revision (
  form       TEXT NOT NULL,
  revision   INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  rule       TEXT NOT NULL,
  added_in   BIGINT NOT NULL DEFAULT 1 REFERENCES office_revision (revision),
  PRIMARY KEY (form, revision)
);

-- The 専決 tables: which post level decides what.
CREATE TABLE decision_table (
  code       TEXT NOT NULL,
  revision   INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  body       TEXT NOT NULL,
  added_in   BIGINT NOT NULL REFERENCES office_revision (revision),
  PRIMARY KEY (code, revision)
);

CREATE TABLE parameter (
  key        TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  value      BIGINT NOT NULL,
  source     TEXT NOT NULL,
  added_in   BIGINT NOT NULL DEFAULT 1 REFERENCES office_revision (revision),
  PRIMARY KEY (key, valid_from, added_in)
);

-- A case and the projection of its history. `search_text` is the folded number, title and drafter.
CREATE TABLE case_file (
  case_id      @identity@,
  number       TEXT NOT NULL,
  form         TEXT NOT NULL,
  drafter_id   BIGINT NOT NULL,
  filer_id     BIGINT, -- who filed the current round for the drafter, and so has no part in it (代理入力)
  drafter_name TEXT NOT NULL,
  drafter_section TEXT NOT NULL,
  title        TEXT NOT NULL,
  amount       BIGINT,
  urgent       INTEGER NOT NULL DEFAULT 0,
  important    INTEGER NOT NULL DEFAULT 0,
  state        INTEGER NOT NULL DEFAULT 0,
  round        INTEGER NOT NULL DEFAULT 0,
  seq          INTEGER NOT NULL DEFAULT 0,
  revision     INTEGER NOT NULL DEFAULT 0,
  head_hash    TEXT NOT NULL DEFAULT '',
  attachments  INTEGER NOT NULL DEFAULT 0,
  posting_state INTEGER NOT NULL DEFAULT 2,
  now_with     TEXT NOT NULL DEFAULT '',
  ordered      INTEGER NOT NULL DEFAULT 0,
  search_text  TEXT NOT NULL DEFAULT '',
  created_at   BIGINT NOT NULL,
  submitted_at BIGINT,
  changed_at   BIGINT NOT NULL
);
CREATE INDEX case_drafter ON case_file (drafter_id, changed_at, case_id);
-- What a clerk filed for colleagues, newest first.
CREATE INDEX case_filer ON case_file (filer_id, changed_at, case_id) WHERE filer_id IS NOT NULL;
-- The few cases somebody is not done with, for the poll of database.md.
CREATE INDEX case_unfinished ON case_file (drafter_id, state, seq, changed_at) WHERE state < 4;
-- The newest act of the office; drafts are saved too often to count.
CREATE INDEX case_changed ON case_file (changed_at) WHERE seq > 0;

-- One revision of a case's content; sealed once submitted.
CREATE TABLE content (
  case_id       BIGINT NOT NULL REFERENCES case_file (case_id),
  revision      INTEGER NOT NULL,
  form_revision INTEGER NOT NULL,
  fields        TEXT NOT NULL,
  title         TEXT NOT NULL,
  amount        BIGINT,
  urgent        INTEGER NOT NULL DEFAULT 0,
  sealed        INTEGER NOT NULL DEFAULT 0,
  confidential_digest TEXT NOT NULL DEFAULT '', -- of what lies in content_confidential
  PRIMARY KEY (case_id, revision)
);

-- Files by their digest. Several may be on their way in with the same digest; one is complete.
CREATE TABLE blob (
  blob_id  @identity@,
  sha256   TEXT NOT NULL,
  size     BIGINT NOT NULL,
  chunks   TEXT NOT NULL,
  complete INTEGER NOT NULL DEFAULT 0,
  staff_id BIGINT NOT NULL,
  begun_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX blob_complete ON blob (sha256) WHERE complete = 1;

CREATE TABLE blob_chunk (
  blob_id BIGINT NOT NULL REFERENCES blob (blob_id) ON DELETE CASCADE,
  no      INTEGER NOT NULL,
  data    @bytes@ NOT NULL,
  PRIMARY KEY (blob_id, no)
);

-- Who uploaded a file and may therefore attach it.
CREATE TABLE blob_holder (
  blob_id  BIGINT NOT NULL REFERENCES blob (blob_id),
  staff_id BIGINT NOT NULL,
  PRIMARY KEY (blob_id, staff_id)
);

CREATE TABLE attachment (
  case_id    BIGINT NOT NULL,
  revision   INTEGER NOT NULL,
  no         INTEGER NOT NULL,
  blob_id    BIGINT NOT NULL REFERENCES blob (blob_id),
  name       TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size       BIGINT NOT NULL,
  sha256     TEXT NOT NULL,
  chunks     TEXT NOT NULL,
  confidential INTEGER NOT NULL DEFAULT 0, -- whether its bytes are for those only who decide on the case
  PRIMARY KEY (case_id, revision, no),
  FOREIGN KEY (case_id, revision) REFERENCES content (case_id, revision)
);
CREATE INDEX attachment_blob ON attachment (blob_id);
CREATE INDEX attachment_sha256 ON attachment (sha256);

-- The history: append-only, the truth everything else is derived from.
CREATE TABLE event (
  case_id        BIGINT NOT NULL REFERENCES case_file (case_id),
  seq            INTEGER NOT NULL,
  code           TEXT NOT NULL,
  version        INTEGER NOT NULL,
  actor_id       BIGINT NOT NULL,
  post_id        BIGINT,
  principal_id   BIGINT,
  actor_name     TEXT NOT NULL,
  actor_title    TEXT NOT NULL,
  actor_section  TEXT NOT NULL,
  principal_name TEXT NOT NULL,
  at             BIGINT NOT NULL,
  request_id     TEXT NOT NULL UNIQUE,
  payload        TEXT NOT NULL,
  effects        TEXT NOT NULL,
  previous_hash  TEXT NOT NULL,
  hash           TEXT NOT NULL,
  PRIMARY KEY (case_id, seq)
);

CREATE TABLE step (
  case_id BIGINT NOT NULL REFERENCES case_file (case_id),
  round   INTEGER NOT NULL,
  step_no INTEGER NOT NULL,
  kind    INTEGER NOT NULL,
  rule    INTEGER NOT NULL,
  needed  INTEGER NOT NULL,
  line    TEXT NOT NULL,
  objection INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (case_id, round, step_no)
);

-- `party` is a staff id, or the negative of a post id: one index serves both (database.md 1.2).
CREATE TABLE assignment (
  case_id    BIGINT NOT NULL,
  round      INTEGER NOT NULL,
  step_no    INTEGER NOT NULL,
  no         INTEGER NOT NULL,
  party      BIGINT NOT NULL,
  state      INTEGER NOT NULL DEFAULT 0,
  arrived_at BIGINT,
  PRIMARY KEY (case_id, round, step_no, no),
  FOREIGN KEY (case_id, round, step_no) REFERENCES step (case_id, round, step_no)
);
-- What waits for somebody: open, or to be read afterwards.
CREATE INDEX assignment_tray ON assignment (party, arrived_at, case_id) WHERE state IN (1, 8);

CREATE TABLE case_access (
  case_id  BIGINT NOT NULL REFERENCES case_file (case_id),
  party    BIGINT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (case_id, party)
);
CREATE INDEX case_access_party ON case_access (party, case_id);

CREATE TABLE posting (
  case_id  BIGINT NOT NULL REFERENCES case_file (case_id),
  revision INTEGER NOT NULL,
  no       INTEGER NOT NULL,
  ledger   TEXT NOT NULL,
  account  TEXT NOT NULL,
  day      TEXT NOT NULL,
  amount   BIGINT NOT NULL,
  starts   INTEGER, -- minute of the day at which the minutes begin, where they are a stretch of it
  state    INTEGER NOT NULL,
  used_at  BIGINT, -- when the case was decided: what is computed as of a moment counts what was decided by then
  PRIMARY KEY (case_id, revision, no)
);
CREATE INDEX posting_account ON posting (account, ledger, day);

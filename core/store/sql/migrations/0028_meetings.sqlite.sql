-- oldest client: 1
-- Meetings (core/meetings/meeting.h): what was done to them, chained by hashes and never changed; beside it, for access alone, who is a
-- member, what is hidden from whom and which file belongs to which paper; and ink, each piece its author's.

CREATE TABLE meeting (
  meeting_id @identity@,
  state      INTEGER NOT NULL DEFAULT 0,
  published  INTEGER NOT NULL DEFAULT 0, -- whether it ever was: a draft that was dropped stays unseen
  title      TEXT NOT NULL,
  day        TEXT NOT NULL,
  begins     INTEGER NOT NULL,
  ends       INTEGER NOT NULL,
  room       TEXT NOT NULL,
  seq        INTEGER NOT NULL DEFAULT 0,
  ink_mark   BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX meeting_day ON meeting (day);

CREATE TABLE meeting_act (
  meeting_id BIGINT NOT NULL REFERENCES meeting (meeting_id),
  seq        INTEGER NOT NULL,
  kind       INTEGER NOT NULL,
  item       INTEGER NOT NULL,
  body       TEXT NOT NULL,
  made_by    BIGINT NOT NULL,
  made_name  TEXT NOT NULL,
  made_at    BIGINT NOT NULL,
  previous   TEXT NOT NULL,
  hash       TEXT NOT NULL,
  request_id TEXT NOT NULL UNIQUE,
  PRIMARY KEY (meeting_id, seq)
);

CREATE TABLE meeting_member (
  meeting_id BIGINT NOT NULL REFERENCES meeting (meeting_id),
  staff_id   BIGINT NOT NULL,
  role       INTEGER NOT NULL,
  PRIMARY KEY (meeting_id, staff_id)
);
CREATE INDEX meeting_member_staff ON meeting_member (staff_id, meeting_id);

-- Rows stay when their item goes, so that what was done to it stays hidden.
CREATE TABLE meeting_hidden (
  meeting_id BIGINT NOT NULL REFERENCES meeting (meeting_id),
  item       INTEGER NOT NULL,
  staff_id   BIGINT NOT NULL,
  PRIMARY KEY (meeting_id, item, staff_id)
);

CREATE TABLE meeting_paper (
  meeting_id  BIGINT NOT NULL REFERENCES meeting (meeting_id),
  paper       INTEGER NOT NULL,
  item        INTEGER NOT NULL, -- where it is, or was when it was dropped
  responsible BIGINT,
  revision    INTEGER NOT NULL DEFAULT 0, -- the newest; 0 while it is awaited
  removed     INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (meeting_id, paper)
);
CREATE INDEX meeting_paper_responsible ON meeting_paper (responsible, meeting_id) WHERE responsible IS NOT NULL;

CREATE TABLE meeting_file (
  meeting_id BIGINT NOT NULL,
  paper      INTEGER NOT NULL,
  revision   INTEGER NOT NULL,
  blob_id    BIGINT NOT NULL REFERENCES blob (blob_id),
  sha256     TEXT NOT NULL,
  pages      INTEGER NOT NULL,
  PRIMARY KEY (meeting_id, paper, revision),
  FOREIGN KEY (meeting_id, paper) REFERENCES meeting_paper (meeting_id, paper)
);
CREATE INDEX meeting_file_blob ON meeting_file (blob_id);

CREATE TABLE meeting_page (
  meeting_id BIGINT NOT NULL,
  paper      INTEGER NOT NULL,
  revision   INTEGER NOT NULL,
  page       INTEGER NOT NULL,
  print      TEXT NOT NULL,
  folded     TEXT NOT NULL,
  text       TEXT NOT NULL DEFAULT '', -- as it is written, for whoever finds it
  PRIMARY KEY (meeting_id, paper, revision, page),
  FOREIGN KEY (meeting_id, paper, revision) REFERENCES meeting_file (meeting_id, paper, revision)
);

CREATE TABLE meeting_opened (
  meeting_id BIGINT NOT NULL,
  paper      INTEGER NOT NULL,
  revision   INTEGER NOT NULL,
  staff_id   BIGINT NOT NULL,
  at         BIGINT NOT NULL,
  PRIMARY KEY (meeting_id, paper, revision, staff_id),
  FOREIGN KEY (meeting_id, paper, revision) REFERENCES meeting_file (meeting_id, paper, revision)
);

CREATE TABLE ink (
  ink_id      TEXT PRIMARY KEY,
  meeting_id  BIGINT NOT NULL,
  paper       INTEGER NOT NULL,
  revision    INTEGER NOT NULL,
  page        INTEGER NOT NULL,
  author_id   BIGINT NOT NULL,
  author_name TEXT NOT NULL,
  body        TEXT NOT NULL,
  audience    INTEGER NOT NULL, -- 0 the author alone, 1 those in ink_reader, 2 whoever reads the paper
  version     INTEGER NOT NULL,
  removed     INTEGER NOT NULL,
  changed_at  BIGINT NOT NULL,
  mark        BIGINT NOT NULL, -- of meeting.ink_mark: who reads on by it misses nothing
  FOREIGN KEY (meeting_id, paper, revision) REFERENCES meeting_file (meeting_id, paper, revision)
);
CREATE INDEX ink_mark ON ink (meeting_id, mark);

CREATE TABLE ink_reader (
  ink_id   TEXT NOT NULL REFERENCES ink (ink_id),
  staff_id BIGINT NOT NULL,
  PRIMARY KEY (ink_id, staff_id)
);

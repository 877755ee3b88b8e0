-- oldest client: 1
-- Meetings while they run (core/meetings/live.h): what is true only now and is forgotten afterwards. And what somebody has to do by one,
-- which follows from the acts and is kept apart for whoever looks for what is theirs.

CREATE TABLE meeting_live (
  meeting_id  BIGINT PRIMARY KEY REFERENCES meeting (meeting_id),
  mark        BIGINT NOT NULL,
  presenter   BIGINT NOT NULL, -- 0 for nobody
  paper       INTEGER NOT NULL, -- 0 for none
  revision    INTEGER NOT NULL,
  page        INTEGER NOT NULL,
  x           DOUBLE PRECISION NOT NULL, -- pointed at, in shares of the page; -1 for nothing
  y           DOUBLE PRECISION NOT NULL,
  scrolled    DOUBLE PRECISION NOT NULL, -- down the page: 0 its beginning, 1 its end in sight
  called      INTEGER NOT NULL,
  called_at   BIGINT NOT NULL,
  speak_limit INTEGER NOT NULL, -- seconds
  vote        INTEGER NOT NULL, -- the open one; 0 for none
  channel     TEXT NOT NULL DEFAULT '' -- a file rings nobody
);

CREATE TABLE meeting_speaker (
  meeting_id BIGINT NOT NULL REFERENCES meeting (meeting_id),
  staff_id   BIGINT NOT NULL,
  asked      BIGINT NOT NULL,
  began      BIGINT NOT NULL, -- 0 until they speak
  PRIMARY KEY (meeting_id, staff_id)
);

-- Of the open vote; gone with its end, whoever chose what.
CREATE TABLE meeting_ballot (
  meeting_id BIGINT NOT NULL REFERENCES meeting (meeting_id),
  vote       INTEGER NOT NULL,
  staff_id   BIGINT NOT NULL,
  choice     INTEGER NOT NULL,
  PRIMARY KEY (meeting_id, staff_id)
);

-- Who is there, as it was noted last.
CREATE TABLE meeting_there (
  meeting_id BIGINT NOT NULL REFERENCES meeting (meeting_id),
  staff_id   BIGINT NOT NULL,
  PRIMARY KEY (meeting_id, staff_id)
);

CREATE TABLE meeting_action (
  meeting_id BIGINT NOT NULL REFERENCES meeting (meeting_id),
  action     INTEGER NOT NULL,
  item       INTEGER NOT NULL,
  owner      BIGINT NOT NULL,
  text       TEXT NOT NULL,
  due        TEXT NOT NULL,
  done_at    BIGINT NOT NULL, -- 0 while it is open
  done_by    BIGINT NOT NULL,
  note       TEXT NOT NULL,
  PRIMARY KEY (meeting_id, action)
);
CREATE INDEX meeting_action_owner ON meeting_action (owner, done_at);

-- oldest client: 17
-- What is confidential in a content: read by the drafter and by those who decide on the case, never by those it is only shown to
-- (core/cases/confidential.h). The content itself keeps the digest, which seals it for everybody. No list and no search looks here.

CREATE TABLE content_confidential (
  case_id  BIGINT NOT NULL,
  revision INTEGER NOT NULL,
  salt     TEXT NOT NULL,
  fields   TEXT NOT NULL,
  PRIMARY KEY (case_id, revision),
  FOREIGN KEY (case_id, revision) REFERENCES content (case_id, revision) ON DELETE CASCADE
);

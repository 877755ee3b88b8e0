-- oldest client: 1
-- The office's holidays (core/calendar/holidays.h): the official list as imported, closing days and those of the city.
CREATE TABLE holiday (
  day         TEXT NOT NULL,
  valid_until TEXT, -- the last of the same day of every year; that of the day itself: once only
  name        TEXT NOT NULL,
  kind        INTEGER NOT NULL, -- 0 official, 1 closing, 2 local
  added_in    BIGINT NOT NULL REFERENCES office_revision (revision),
  removed_in  BIGINT REFERENCES office_revision (revision),
  PRIMARY KEY (day, kind, added_in)
);

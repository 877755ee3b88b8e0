-- oldest client: 1
-- Months whose overtime is final (月次締め), and those opened again. Nothing is changed: the last row of a month says how it stands.
CREATE TABLE month_close (
  month    TEXT NOT NULL, -- 'YYYY-MM'
  closed   INTEGER NOT NULL,
  reason   TEXT NOT NULL, -- why it was opened again
  made_by  BIGINT NOT NULL,
  revision BIGINT PRIMARY KEY REFERENCES office_revision (revision)
);
CREATE INDEX month_close_month ON month_close (month, revision);

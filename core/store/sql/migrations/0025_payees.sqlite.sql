-- oldest client: 1
-- Payees and their accounts (core/accounting/payee.h). Nothing is changed: the last revision of a code says how it stands.
CREATE TABLE payee (
  code           TEXT NOT NULL,
  revision       INTEGER NOT NULL, -- 1, 2, 3, ... of a code
  name           TEXT NOT NULL,
  kana           TEXT NOT NULL,
  kind           INTEGER NOT NULL, -- 0 corporation, 1 sole proprietor, 2 person, 3 staff
  registration   TEXT NOT NULL,
  bank           TEXT NOT NULL,
  bank_name      TEXT NOT NULL,
  branch         TEXT NOT NULL,
  branch_name    TEXT NOT NULL,
  account_type   INTEGER NOT NULL, -- as banks number them
  account        TEXT NOT NULL,
  holder         TEXT NOT NULL,
  holder_differs INTEGER NOT NULL,
  mandate_on     TEXT,
  valid_until    TEXT,
  words          TEXT NOT NULL, -- what it is found by, folded
  reason         TEXT NOT NULL,
  made_by        BIGINT, -- none: whoever owns the database
  made_name      TEXT NOT NULL,
  made_at        BIGINT NOT NULL,
  PRIMARY KEY (code, revision)
);

-- oldest client: 15
-- Opening stocks: what somebody had when the office began with this program, or when their stock was counted anew
-- (forms/leave/annualstock.h). Questions about a ledger find them like postings that are used.

CREATE TABLE ledger_opening (
  account TEXT NOT NULL,
  ledger  TEXT NOT NULL,
  day     TEXT NOT NULL,
  amount  BIGINT NOT NULL,
  source  TEXT NOT NULL, -- the file it came from
  made_at BIGINT NOT NULL,
  PRIMARY KEY (account, ledger, day)
);

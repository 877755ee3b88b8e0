-- oldest client: 27
-- What the office pays (core/accounting/payments.h): batches of decided vouchers, one line each, and everything done to them. Acts are
-- chained by their hashes and never changed; the state of a batch and what came back are what the acts say, kept for lists.

CREATE TABLE payment_source (
  revision     INTEGER PRIMARY KEY,
  code         TEXT NOT NULL, -- the number the bank gave
  bank         TEXT NOT NULL,
  bank_name    TEXT NOT NULL,
  branch       TEXT NOT NULL,
  branch_name  TEXT NOT NULL,
  account_type INTEGER NOT NULL,
  account      TEXT NOT NULL,
  holder       TEXT NOT NULL
);

CREATE TABLE payment_batch (
  batch_id BIGINT PRIMARY KEY,
  day      TEXT NOT NULL,
  state    INTEGER NOT NULL DEFAULT 0, -- 0 made, 1 exported, 2 paid, 3 discarded
  source   INTEGER REFERENCES payment_source (revision) -- none: nothing of it is transferred
);
CREATE INDEX payment_batch_day ON payment_batch (day);

CREATE TABLE payment_line (
  batch_id     BIGINT NOT NULL REFERENCES payment_batch (batch_id),
  no           INTEGER NOT NULL,
  case_id      BIGINT NOT NULL REFERENCES case_file (case_id),
  amount       BIGINT NOT NULL,
  transfer     INTEGER NOT NULL, -- 0: in cash
  payee        TEXT NOT NULL,
  revision     INTEGER NOT NULL, -- of the payee
  name         TEXT NOT NULL,
  bank         TEXT NOT NULL,
  bank_name    TEXT NOT NULL,
  branch       TEXT NOT NULL,
  branch_name  TEXT NOT NULL,
  account_type INTEGER NOT NULL,
  account      TEXT NOT NULL,
  holder       TEXT NOT NULL,
  returned     TEXT, -- why it was not paid after all
  PRIMARY KEY (batch_id, no)
);
-- Nothing is paid twice.
CREATE UNIQUE INDEX payment_once ON payment_line (case_id) WHERE returned IS NULL;
CREATE INDEX payment_of_case ON payment_line (case_id, batch_id);

CREATE TABLE payment_act (
  act_no    BIGINT PRIMARY KEY,
  batch_id  BIGINT NOT NULL, -- 0: of the account paid from
  kind      INTEGER NOT NULL,
  said      TEXT NOT NULL,
  made_by   BIGINT, -- none: whoever owns the database
  made_name TEXT NOT NULL,
  made_at   BIGINT NOT NULL,
  previous  TEXT NOT NULL, -- the hash of the act before
  hash      TEXT NOT NULL
);
CREATE INDEX payment_act_batch ON payment_act (batch_id, act_no);

-- Payments as they were ordered, by day.
CREATE INDEX posting_payment ON posting (day, case_id) WHERE ledger IN ('commitment.paid', 'budget.payment');

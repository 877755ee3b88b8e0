-- oldest client: 37
-- When the money came in that a case gives back (戻入); what was done stands among the acts of payments.
CREATE TABLE payment_receipt (
  case_id BIGINT PRIMARY KEY REFERENCES case_file (case_id),
  day     TEXT NOT NULL
);

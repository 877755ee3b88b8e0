-- oldest client: 1
-- Why vouchers go back, as the office words it (core/accounting/returnreasons.h): lists, each in force from its day on. Without any the shipped one is.
CREATE TABLE fault_list (
  revision   INTEGER PRIMARY KEY,
  valid_from TEXT NOT NULL,
  body       TEXT NOT NULL,
  added_in   BIGINT NOT NULL REFERENCES office_revision (revision)
);

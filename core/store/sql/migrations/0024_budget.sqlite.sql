-- oldest client: 24
-- The budget (core/accounting/budget.h): its lines, and where their money comes from. What cases take is postings on the accounts
-- budget:<year>:<code> and case:<id of the commitment>. Nothing is deleted: a line ends with a revision.
CREATE TABLE budget_line (
  fiscal_year INTEGER NOT NULL,
  code        TEXT NOT NULL, -- of all seven levels
  names       TEXT NOT NULL, -- of the levels, one a line
  section_id  BIGINT NOT NULL, -- in charge of it
  item        TEXT NOT NULL, -- what the 専決 tables call it
  added_in    BIGINT NOT NULL REFERENCES office_revision (revision),
  removed_in  BIGINT REFERENCES office_revision (revision),
  PRIMARY KEY (fiscal_year, code, added_in)
);
CREATE UNIQUE INDEX budget_line_once ON budget_line (fiscal_year, code) WHERE removed_in IS NULL;

CREATE TABLE budget_entry (
  fiscal_year INTEGER NOT NULL,
  code        TEXT NOT NULL,
  kind        INTEGER NOT NULL, -- 0 initial, 1 supplementary, 2 carried, 3 reserve, 4 transfer, 5 allotment
  document    TEXT NOT NULL,
  amount      BIGINT NOT NULL,
  day         TEXT NOT NULL,
  revision    BIGINT NOT NULL REFERENCES office_revision (revision),
  PRIMARY KEY (fiscal_year, code, kind, document)
);

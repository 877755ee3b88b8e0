-- oldest client: 1
-- The words a case is found by: number, title, drafter and the text of the form's fields, folded (core/base/textfold.h), for each
-- revision of its content. They lie apart from case_file, whose rows are written anew with every act.
-- Lists look at the revision that was submitted last, or at a draft's only one. `fold` is the folding's version. What was there
-- before, or was folded otherwise, is folded at the end of a migration (core/store/searchindex.h).

CREATE TABLE case_text (
  text_id  @identity@,
  case_id  BIGINT NOT NULL,
  revision INTEGER NOT NULL,
  fold     INTEGER NOT NULL,
  text     TEXT NOT NULL,
  UNIQUE (case_id, revision),
  FOREIGN KEY (case_id, revision) REFERENCES content (case_id, revision) ON DELETE CASCADE
);

-- Somebody's own cases, newest first, for the lists of everything they may read.
CREATE INDEX case_of_drafter ON case_file (drafter_id, case_id);

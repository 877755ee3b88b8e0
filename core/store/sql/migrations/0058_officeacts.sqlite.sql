-- oldest client: 1
-- Who changed what of the office is looked up by the act a row came with (core/store/sql/officeacts.sql).
CREATE INDEX rule_revision_added ON rule_revision (added_in);
CREATE INDEX decision_table_added ON decision_table (added_in);
CREATE INDEX form_revision_added ON form_revision (added_in);
CREATE INDEX parameter_added ON parameter (added_in);
CREATE INDEX fault_list_added ON fault_list (added_in);
CREATE INDEX reorganisation_ended ON reorganisation (ended_in)

-- Writing a new office.

-- fragment: dates
valid_from, valid_until, added_in, removed_in

-- fragment: dateValues
:valid_from, :valid_until, :added_in, :removed_in

-- name: officeInsertInfo
INSERT INTO office_info (key, value) VALUES (:key, :value)

-- name: officeInsertRevision
INSERT INTO office_revision (revision, made_at, made_by, reason) VALUES (:revision, :made_at, :made_by, :reason)

-- name: officeInsertSection
INSERT INTO section (section_id, parent_id, level, code, name, busy, @dates@)
VALUES (:section_id, :parent_id, :level, :code, :name, :busy, @dateValues@)

-- name: officeInsertPost
INSERT INTO post (post_id, section_id, code, title, rank, head, @dates@)
VALUES (:post_id, :section_id, :code, :title, :rank, :head, @dateValues@)

-- name: officeInsertStaff
INSERT INTO staff (staff_id, login, number, family_name, given_name, kana, @dates@)
VALUES (:staff_id, :login, :number, :family_name, :given_name, :kana, @dateValues@)

-- name: officeInsertAppointment
INSERT INTO appointment (staff_id, post_id, holding, @dates@) VALUES (:staff_id, :post_id, :holding, @dateValues@)

-- name: officeInsertDeputyship
INSERT INTO deputyship (principal_id, deputy_id, when_absent, forms, up_to, @dates@)
VALUES (:principal_id, :deputy_id, :when_absent, :forms, :up_to, @dateValues@)

-- name: officeInsertAbsence
INSERT INTO absence (staff_id, kind, pass_over, valid_from, valid_until, made_at)
VALUES (:staff_id, :kind, :pass_over, :valid_from, :valid_until, :made_at)

-- name: officeInsertStandIn
INSERT INTO stand_in (decider_id, place, post_id, level, @dates@) VALUES (:decider_id, :place, :post_id, :level, @dateValues@)

-- name: officeInsertSuccession
INSERT INTO succession (post_id, successor_id, @dates@) VALUES (:post_id, :successor_id, @dateValues@)

-- name: officeInsertWorkTerms
INSERT INTO work_terms (staff_id, employment, hired, week_days, day_minutes, managerial, public_corp, @dates@)
VALUES (:staff_id, :employment, :hired, :week_days, :day_minutes, :managerial, :public_corp, @dateValues@)

-- name: officeInsertRole
INSERT INTO role_holder (role, post_id, @dates@) VALUES (:role, :post_id, @dateValues@)

-- name: officeInsertForm
INSERT INTO form_revision (form, revision, valid_from, definition, added_in)
VALUES (:form, :revision, :valid_from, :definition, :added_in)

-- name: officeInsertRule
INSERT INTO rule_revision (form, revision, valid_from, rule, added_in)
VALUES (:form, :revision, :valid_from, :rule, :added_in)

-- name: officeInsertTable
INSERT INTO decision_table (code, revision, valid_from, body, added_in)
VALUES (:code, :revision, :valid_from, :body, :added_in)

-- name: officeInsertFaults
INSERT INTO fault_list (revision, valid_from, body, added_in) VALUES (:revision, :valid_from, :body, :added_in)

-- name: officeInsertParameter
INSERT INTO parameter (key, valid_from, value, source, added_in)
VALUES (:key, :valid_from, :value, :source, :added_in)

-- name: officeInsertHoliday
INSERT INTO holiday (day, valid_until, name, kind, added_in, removed_in)
VALUES (:day, :valid_until, :name, :kind, :added_in, :removed_in)

-- name: officeInsertBudgetLine
INSERT INTO budget_line (fiscal_year, code, names, section_id, item, added_in, removed_in)
VALUES (:fiscal_year, :code, :names, :section_id, :item, :added_in, :removed_in)

-- name: officeInsertBudgetEntry
INSERT INTO budget_entry (fiscal_year, code, kind, document, amount, day, revision)
VALUES (:fiscal_year, :code, :kind, :document, :amount, :day, :revision)

-- name: officeInsertRight
INSERT INTO special_right (staff_id, right_name, valid_from, valid_until)
VALUES (:staff_id, :right_name, :valid_from, :valid_until)

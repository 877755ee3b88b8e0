-- The office and its configuration, each kind of row in one shape, so that all of it costs one round trip.

-- name: configuration
SELECT 1 AS kind, s.section_id AS n1, s.parent_id AS n2, CAST(s.level AS BIGINT) AS n3, CAST(s.busy AS BIGINT) AS n4,
       s.code AS t1, s.name AS t2, CAST(NULL AS TEXT) AS t3, CAST(NULL AS TEXT) AS t4, CAST(NULL AS TEXT) AS t5,
       s.valid_from AS since, s.valid_until AS upto, s.added_in AS added, s.removed_in AS removed
  FROM section s
UNION ALL
SELECT 2, p.post_id, p.section_id, p.rank, p.head, p.code, p.title, NULL, NULL, NULL,
       p.valid_from, p.valid_until, p.added_in, p.removed_in
  FROM post p
UNION ALL
SELECT 3, f.staff_id, NULL, NULL, NULL, f.login, f.number, f.family_name, f.given_name, f.kana,
       f.valid_from, f.valid_until, f.added_in, f.removed_in
  FROM staff f
UNION ALL
SELECT 4, a.staff_id, a.post_id, a.holding, NULL, NULL, NULL, NULL, NULL, NULL,
       a.valid_from, a.valid_until, a.added_in, a.removed_in
  FROM appointment a
UNION ALL
SELECT 5, d.principal_id, d.deputy_id, d.when_absent, d.up_to, d.forms, NULL, NULL, NULL, NULL,
       d.valid_from, d.valid_until, d.added_in, d.removed_in
  FROM deputyship d
UNION ALL
SELECT 6, r.post_id, NULL, NULL, NULL, r.role, NULL, NULL, NULL, NULL,
       r.valid_from, r.valid_until, r.added_in, r.removed_in
  FROM role_holder r
UNION ALL
SELECT 7, v.revision, v.made_at, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', NULL, v.revision, NULL
  FROM office_revision v
UNION ALL
SELECT 8, NULL, NULL, NULL, NULL, i.key, i.value, NULL, NULL, NULL, '', NULL, 0, NULL
  FROM office_info i
UNION ALL
SELECT 9, o.revision, NULL, NULL, NULL, o.form, o.definition, NULL, NULL, NULL, o.valid_from, NULL, 0, NULL
  FROM form_revision o
UNION ALL
SELECT 10, u.revision, NULL, NULL, NULL, u.form, u.rule, NULL, NULL, NULL, u.valid_from, NULL, u.added_in, NULL
  FROM rule_revision u
UNION ALL
SELECT 11, 0, m.value, NULL, NULL, m.key, m.source, NULL, NULL, NULL, m.valid_from, NULL, m.added_in, NULL
  FROM parameter m
UNION ALL
SELECT 12, x.staff_id, x.pass_over + 2 * x.kind, x.case_id, x.absence_id, NULL, NULL, NULL, NULL, NULL,
       x.valid_from, x.valid_until, 0, NULL
  FROM absence x WHERE x.ended_at IS NULL AND x.valid_until >= @today@
UNION ALL
SELECT 13, i.decider_id, i.place, i.post_id, i.level, NULL, NULL, NULL, NULL, NULL,
       i.valid_from, i.valid_until, i.added_in, i.removed_in
  FROM stand_in i
UNION ALL
SELECT 14, n.post_id, n.successor_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
       n.valid_from, n.valid_until, n.added_in, n.removed_in
  FROM succession n
UNION ALL
SELECT 15, b.revision, NULL, NULL, NULL, b.code, b.body, NULL, NULL, NULL, b.valid_from, NULL, b.added_in, NULL
  FROM decision_table b
UNION ALL
SELECT 16, w.staff_id, w.employment + 4 * w.managerial + 8 * w.public_corp, w.week_days, w.day_minutes, w.hired, NULL, NULL, NULL, NULL,
       w.valid_from, w.valid_until, w.added_in, w.removed_in
  FROM work_terms w
UNION ALL
SELECT 17, h.kind, NULL, NULL, NULL, h.name, NULL, NULL, NULL, h.day,
       h.day, h.valid_until, h.added_in, h.removed_in
  FROM holiday h
UNION ALL
SELECT 18, COUNT(*), MAX(g.added_in), MAX(g.removed_in), NULL, NULL, NULL, NULL, NULL, NULL, '', NULL, 0, NULL
  FROM budget_line g
UNION ALL
SELECT 19, z.revision, NULL, NULL, NULL, '', z.body, NULL, NULL, NULL, z.valid_from, NULL, z.added_in, NULL
  FROM fault_list z
ORDER BY 1, 2, 3, 12, 10, 6

-- name: myStaffId (sqlite)
SELECT staff_id FROM staff
 WHERE staff_id = :me AND removed_in IS NULL
   AND valid_from <= :today AND (valid_until IS NULL OR valid_until >= :today)

-- name: myStaffId (postgresql)
SELECT kessai.my_staff_id()

-- name: rights
SELECT right_name FROM special_right
 WHERE staff_id = :me AND valid_from <= @today@ AND (valid_until IS NULL OR valid_until >= @today@)

-- Who put what administrators set in force; what is there since the founding says nothing.
-- name: settingActs
SELECT 1 AS kind, o.form AS name, o.revision, v.made_at, v.made_by, v.reason
  FROM form_revision o JOIN office_revision v ON v.revision = o.added_in WHERE v.revision > 1
UNION ALL
SELECT 2, u.form, u.revision, v.made_at, v.made_by, v.reason
  FROM rule_revision u JOIN office_revision v ON v.revision = u.added_in WHERE v.revision > 1
UNION ALL
SELECT 3, b.code, b.revision, v.made_at, v.made_by, v.reason
  FROM decision_table b JOIN office_revision v ON v.revision = b.added_in WHERE v.revision > 1
UNION ALL
SELECT 4, '', z.revision, v.made_at, v.made_by, v.reason
  FROM fault_list z JOIN office_revision v ON v.revision = z.added_in WHERE v.revision > 1
UNION ALL
SELECT 5, m.key, m.added_in, v.made_at, v.made_by, v.reason
  FROM parameter m JOIN office_revision v ON v.revision = m.added_in WHERE v.revision > 1
ORDER BY 1, 2, 3

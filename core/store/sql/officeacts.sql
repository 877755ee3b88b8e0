-- Who changed what of the office, newest first (core/ports/officeacts.h): on a server by the door of migration 0058, which says the same.

-- What an act was about: where somebody says why, by the rows it left; where nobody is asked, by the notary's own phrase.
-- A kind of -1 is the newest act of everybody.
-- name: officeActs (sqlite)
WITH acted AS (
  SELECT v.revision, v.made_at, v.made_by, v.reason,
         CASE WHEN v.made_by = 'kessai-admin' AND v.reason = 'what the program brings written down' THEN 13
              WHEN v.revision = (SELECT MIN(f.revision) FROM office_revision f) THEN 14
              WHEN EXISTS (SELECT 1 FROM reorganisation o WHERE o.revision = v.revision) THEN 1
              WHEN EXISTS (SELECT 1 FROM reorganisation o WHERE o.ended_in = v.revision) THEN 1
              WHEN EXISTS (SELECT 1 FROM rule_revision r WHERE r.added_in = v.revision) THEN 2
              WHEN EXISTS (SELECT 1 FROM decision_table t WHERE t.added_in = v.revision) THEN 3
              WHEN EXISTS (SELECT 1 FROM form_revision f WHERE f.added_in = v.revision) THEN 4
              WHEN EXISTS (SELECT 1 FROM parameter p WHERE p.added_in = v.revision) THEN 5
              WHEN EXISTS (SELECT 1 FROM fault_list l WHERE l.added_in = v.revision) THEN 6
              WHEN EXISTS (SELECT 1 FROM month_close m WHERE m.revision = v.revision) THEN 11
              WHEN EXISTS (SELECT 1 FROM special_right s WHERE s.added_in = v.revision OR s.ended_in = v.revision) THEN 15
              WHEN v.reason IN ('holidays imported', 'local day registered', 'local day ended') THEN 7
              WHEN v.reason IN ('deputy registered', 'deputy ended') THEN 8
              WHEN v.reason = 'stand-ins registered' THEN 9
              WHEN v.reason = 'successor registered' THEN 10
              WHEN v.reason = 'budget imported' THEN 12
              WHEN v.reason = 'failed reorganisation put aside' THEN 1
              ELSE 14 END AS kind
    FROM office_revision v
   WHERE v.revision < :before AND (:by = '' OR instr(char(10) || :by || char(10), char(10) || v.made_by || char(10)) > 0)
), page AS (
  SELECT * FROM acted
   WHERE (:kind <= 0 OR kind = :kind) AND (:kind >= 0 OR revision IN (SELECT MAX(n.revision) FROM office_revision n GROUP BY n.made_by))
   ORDER BY revision DESC LIMIT :most
)
SELECT p.revision, p.made_at, p.made_by,
       CASE p.kind WHEN 1 THEN COALESCE((SELECT o.reason FROM reorganisation o
                                          WHERE (o.revision = p.revision OR o.ended_in = p.revision) AND o.ended_in IS NOT NULL AND o.taken_back = 0), p.reason)
                   WHEN 11 THEN (SELECT m.reason FROM month_close m WHERE m.revision = p.revision)
                   ELSE p.reason END,
       p.kind,
       CASE WHEN p.kind = 11 THEN (SELECT CASE WHEN m.closed = 1 THEN 0 ELSE 6 END FROM month_close m WHERE m.revision = p.revision)
            WHEN p.kind <> 1 THEN 0
            ELSE COALESCE((SELECT CASE WHEN o.ended_in = o.revision THEN 0 WHEN o.revision = p.revision THEN 1
                                       WHEN o.taken_back = 1 THEN 2 WHEN o.taken_back > 1 THEN 3 ELSE 5 END
                             FROM reorganisation o WHERE o.revision = p.revision OR o.ended_in = p.revision), 4) END,
       CASE p.kind WHEN 1 THEN (SELECT o.valid_from FROM reorganisation o
                                 WHERE (o.revision = p.revision OR o.ended_in = p.revision) AND o.ended_in IS NOT NULL AND o.taken_back = 0)
                   WHEN 2 THEN (SELECT MIN(r.valid_from) FROM rule_revision r WHERE r.added_in = p.revision)
                   WHEN 3 THEN (SELECT MIN(t.valid_from) FROM decision_table t WHERE t.added_in = p.revision)
                   WHEN 4 THEN (SELECT MIN(f.valid_from) FROM form_revision f WHERE f.added_in = p.revision)
                   WHEN 5 THEN (SELECT MIN(n.valid_from) FROM parameter n WHERE n.added_in = p.revision)
                   WHEN 6 THEN (SELECT MIN(l.valid_from) FROM fault_list l WHERE l.added_in = p.revision) END,
       CASE p.kind WHEN 2 THEN (SELECT group_concat(r.form, char(10)) FROM (SELECT form FROM rule_revision WHERE added_in = p.revision ORDER BY form) r)
                   WHEN 3 THEN (SELECT group_concat(t.code, char(10)) FROM (SELECT code FROM decision_table WHERE added_in = p.revision ORDER BY code, revision) t)
                   WHEN 4 THEN (SELECT group_concat(f.form || ' ' || f.revision, char(10))
                                   FROM (SELECT form, revision FROM form_revision WHERE added_in = p.revision ORDER BY form, revision) f)
                   WHEN 5 THEN (SELECT group_concat(n.key, char(10)) FROM (SELECT key FROM parameter WHERE added_in = p.revision ORDER BY key, valid_from) n)
                   WHEN 11 THEN (SELECT m.month FROM month_close m WHERE m.revision = p.revision)
                   WHEN 12 THEN (SELECT group_concat(d.document, char(10))
                                   FROM (SELECT DISTINCT document FROM budget_entry WHERE revision = p.revision ORDER BY document) d)
                   WHEN 15 THEN (SELECT group_concat(CASE WHEN s.added_in = p.revision THEN 'given ' ELSE 'taken ' END || s.right_name || ' ' || s.staff_id, char(10))
                                   FROM (SELECT * FROM special_right WHERE p.revision IN (added_in, ended_in) ORDER BY staff_id) s)
                   ELSE '' END
  FROM page p
 ORDER BY p.revision DESC

-- name: officeActs (postgresql)
SELECT revision, made_at, made_by, reason, kind, step, valid_from, names FROM kessai.office_acts(:before, :kind, :by, :most)

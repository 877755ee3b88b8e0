-- oldest client: 1
-- Who changed what of the office, for administrators and auditors (core/store/sql/officeacts.sql says the same of a file).

CREATE INDEX rule_revision_added ON kessai.rule_revision (added_in);
CREATE INDEX decision_table_added ON kessai.decision_table (added_in);
CREATE INDEX form_revision_added ON kessai.form_revision (added_in);
CREATE INDEX parameter_added ON kessai.parameter (added_in);
CREATE INDEX fault_list_added ON kessai.fault_list (added_in);
CREATE INDEX reorganisation_ended ON kessai.reorganisation (ended_in);

-- What an act was about (OfficeActKind): where somebody says why, by the rows it left; where nobody is asked, by the notary's own phrase.
CREATE FUNCTION kessai.kind_of_act(v kessai.office_revision) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN v.made_by = 'kessai-admin' AND v.reason = 'what the program brings written down' THEN 13
              WHEN v.revision = (SELECT min(f.revision) FROM kessai.office_revision f) THEN 14
              WHEN EXISTS (SELECT FROM kessai.reorganisation o WHERE o.revision = v.revision) THEN 1
              WHEN EXISTS (SELECT FROM kessai.reorganisation o WHERE o.ended_in = v.revision) THEN 1
              WHEN EXISTS (SELECT FROM kessai.rule_revision r WHERE r.added_in = v.revision) THEN 2
              WHEN EXISTS (SELECT FROM kessai.decision_table t WHERE t.added_in = v.revision) THEN 3
              WHEN EXISTS (SELECT FROM kessai.form_revision f WHERE f.added_in = v.revision) THEN 4
              WHEN EXISTS (SELECT FROM kessai.parameter p WHERE p.added_in = v.revision) THEN 5
              WHEN EXISTS (SELECT FROM kessai.fault_list l WHERE l.added_in = v.revision) THEN 6
              WHEN EXISTS (SELECT FROM kessai.month_close m WHERE m.revision = v.revision) THEN 11
              WHEN EXISTS (SELECT FROM kessai.special_right s WHERE s.added_in = v.revision) THEN 15
              WHEN EXISTS (SELECT FROM kessai.special_right s WHERE s.ended_in = v.revision) THEN 15
              WHEN v.reason IN ('holidays imported', 'local day registered', 'local day ended') THEN 7
              WHEN v.reason IN ('deputy registered', 'deputy ended') THEN 8
              WHEN v.reason = 'stand-ins registered' THEN 9
              WHEN v.reason = 'successor registered' THEN 10
              WHEN v.reason = 'budget imported' THEN 12
              WHEN v.reason = 'failed reorganisation put aside' THEN 1
              ELSE 14 END
$$;

-- A page of them, newest first, before a revision; p_kind 0 is every kind and -1 the newest act of everybody, p_by '' is everybody, else logins, one a line. Of what is prepared only that it was, until its day.
CREATE FUNCTION kessai.office_acts(p_before bigint, p_kind integer, p_by text, p_most integer)
RETURNS TABLE (revision bigint, made_at bigint, made_by text, reason text, kind integer, step integer, valid_from text, names text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  -- What alone can be of a kind, where that is known at once: of a rare one, not every act has to be judged.
  among bigint[] := CASE p_kind WHEN 2 THEN ARRAY(SELECT r.added_in FROM kessai.rule_revision r)
                                WHEN 3 THEN ARRAY(SELECT t.added_in FROM kessai.decision_table t)
                                WHEN 4 THEN ARRAY(SELECT f.added_in FROM kessai.form_revision f)
                                WHEN 5 THEN ARRAY(SELECT n.added_in FROM kessai.parameter n)
                                WHEN 6 THEN ARRAY(SELECT l.added_in FROM kessai.fault_list l)
                                WHEN 11 THEN ARRAY(SELECT m.revision FROM kessai.month_close m)
                                WHEN 15 THEN ARRAY(SELECT unnest(ARRAY[s.added_in, s.ended_in]) FROM kessai.special_right s) END;
  phrases text[] := CASE p_kind WHEN 7 THEN ARRAY['holidays imported', 'local day registered', 'local day ended']
                                WHEN 8 THEN ARRAY['deputy registered', 'deputy ended']
                                WHEN 9 THEN ARRAY['stand-ins registered']
                                WHEN 10 THEN ARRAY['successor registered']
                                WHEN 12 THEN ARRAY['budget imported'] END;
BEGIN
  IF NOT pg_has_role(session_user, current_user, 'MEMBER')
     AND NOT coalesce(kessai.is_administrator(me, kessai.today()) OR kessai.am_auditor(), false) THEN
    PERFORM kessai.fault('AccessDenied', 'this is for administrators and auditors');
  END IF;
  RETURN QUERY
  WITH page AS MATERIALIZED (
    SELECT v.revision, v.made_at, v.made_by, v.reason, k.kind
      FROM kessai.office_revision v CROSS JOIN LATERAL kessai.kind_of_act(v) k (kind)
     WHERE v.revision < p_before AND (p_by = '' OR v.made_by = ANY (string_to_array(p_by, chr(10)))) AND (p_kind <= 0 OR k.kind = p_kind)
       AND (among IS NULL OR v.revision = ANY (among)) AND (phrases IS NULL OR v.reason = ANY (phrases))
       AND (p_kind >= 0 OR v.revision = ANY (ARRAY(SELECT max(n.revision) FROM kessai.office_revision n GROUP BY n.made_by)))
     ORDER BY v.revision DESC LIMIT least(greatest(p_most, 1), 1000))
  SELECT p.revision, p.made_at, p.made_by,
         CASE p.kind WHEN 1 THEN CASE WHEN o.ended_in IS NOT NULL AND o.taken_back = 0 THEN o.reason ELSE p.reason END
                     WHEN 11 THEN (SELECT m.reason FROM kessai.month_close m WHERE m.revision = p.revision)
                     ELSE p.reason END,
         p.kind,
         CASE WHEN p.kind = 11 THEN (SELECT CASE WHEN m.closed = 1 THEN 0 ELSE 6 END FROM kessai.month_close m WHERE m.revision = p.revision)
              WHEN p.kind <> 1 THEN 0 WHEN o.revision IS NULL THEN 4 WHEN o.ended_in = o.revision THEN 0 WHEN o.revision = p.revision THEN 1
              WHEN o.taken_back = 1 THEN 2 WHEN o.taken_back > 1 THEN 3 ELSE 5 END,
         CASE p.kind WHEN 1 THEN CASE WHEN o.ended_in IS NOT NULL AND o.taken_back = 0 THEN o.valid_from END
                     WHEN 2 THEN (SELECT min(r.valid_from) FROM kessai.rule_revision r WHERE r.added_in = p.revision)
                     WHEN 3 THEN (SELECT min(t.valid_from) FROM kessai.decision_table t WHERE t.added_in = p.revision)
                     WHEN 4 THEN (SELECT min(f.valid_from) FROM kessai.form_revision f WHERE f.added_in = p.revision)
                     WHEN 5 THEN (SELECT min(n.valid_from) FROM kessai.parameter n WHERE n.added_in = p.revision)
                     WHEN 6 THEN (SELECT min(l.valid_from) FROM kessai.fault_list l WHERE l.added_in = p.revision) END,
         CASE p.kind WHEN 2 THEN (SELECT string_agg(r.form, chr(10) ORDER BY r.form COLLATE "C") FROM kessai.rule_revision r WHERE r.added_in = p.revision)
                     WHEN 3 THEN (SELECT string_agg(t.code, chr(10) ORDER BY t.code COLLATE "C", t.revision) FROM kessai.decision_table t WHERE t.added_in = p.revision)
                     WHEN 4 THEN (SELECT string_agg(f.form || ' ' || f.revision, chr(10) ORDER BY f.form COLLATE "C", f.revision) FROM kessai.form_revision f WHERE f.added_in = p.revision)
                     WHEN 5 THEN (SELECT string_agg(n.key, chr(10) ORDER BY n.key COLLATE "C", n.valid_from) FROM kessai.parameter n WHERE n.added_in = p.revision)
                     WHEN 11 THEN (SELECT m.month FROM kessai.month_close m WHERE m.revision = p.revision)
                     WHEN 12 THEN (SELECT string_agg(d.document, chr(10) ORDER BY d.document COLLATE "C")
                                     FROM (SELECT DISTINCT e.document FROM kessai.budget_entry e WHERE e.revision = p.revision) d)
                     WHEN 15 THEN (SELECT string_agg(concat_ws(' ', CASE WHEN s.added_in = p.revision THEN 'given' ELSE 'taken' END, s.right_name, s.staff_id),
                                                     chr(10) ORDER BY s.staff_id)
                                     FROM kessai.special_right s WHERE p.revision IN (s.added_in, s.ended_in))
                     ELSE '' END
    FROM page p
    LEFT JOIN LATERAL (
      SELECT x.revision, x.ended_in, x.taken_back, x.reason, x.valid_from FROM kessai.reorganisation x WHERE x.revision = p.revision
       UNION ALL
      SELECT x.revision, x.ended_in, x.taken_back, x.reason, x.valid_from FROM kessai.reorganisation x
       WHERE x.ended_in = p.revision AND x.revision <> p.revision) o ON p.kind = 1
   ORDER BY p.revision DESC;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.office_acts(bigint, integer, text, integer)');

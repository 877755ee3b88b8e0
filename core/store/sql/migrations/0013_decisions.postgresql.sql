-- oldest client: 1
-- Whoever is on the staff reads the 専決 tables, as they read the route rules.

DO $$
BEGIN
  ALTER TABLE kessai.decision_table ENABLE ROW LEVEL SECURITY;
  CREATE POLICY reading ON kessai.decision_table FOR SELECT USING ((SELECT kessai.my_staff_id()) IS NOT NULL);
  EXECUTE format('GRANT SELECT ON kessai.decision_table TO %I', kessai.staff_group());
END $$;

-- Stand-ins beside those who filed ---------------------------------------------------------------------------------------
-- Nobody decides in another's place on a case of their own (8.2 rule 2). Where everybody who would come before a stand-in is one who
-- drafted the case or filed it for the drafter, the turn is theirs, and they see it.

-- The deciders in whose place I am (代決) for what one or two others file, as "<decider, negative>/<one>/<the other, or the same>".
CREATE FUNCTION kessai.my_stand_ins_beside() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  day text := kessai.today();
BEGIN
  IF me IS NULL OR kessai.is_absent(me, day) THEN
    RETURN '{}';
  END IF;
  RETURN ARRAY(
    WITH mine AS MATERIALIZED (
      SELECT i.* FROM kessai.appointment h JOIN kessai.stand_in i ON i.post_id = h.post_id
       WHERE h.staff_id = me AND h.removed_in IS NULL AND h.valid_from <= day AND (h.valid_until IS NULL OR h.valid_until >= day)
         AND i.removed_in IS NULL AND i.valid_from <= day AND (i.valid_until IS NULL OR i.valid_until >= day))
    SELECT DISTINCT -i.decider_id || '/' || min(d.staff_id) || '/' || max(d.staff_id)
      FROM (SELECT * FROM mine WHERE NOT kessai.attended(decider_id, '{}', day)) i
      JOIN kessai.stand_in b ON b.decider_id = i.decider_id AND b.place < i.place AND b.post_id IS NOT NULL AND b.removed_in IS NULL
           AND b.valid_from <= day AND (b.valid_until IS NULL OR b.valid_until >= day)
      JOIN kessai.appointment d ON d.post_id = kessai.current_post(b.post_id, day) AND d.removed_in IS NULL
           AND d.valid_from <= day AND (d.valid_until IS NULL OR d.valid_until >= day)
           AND kessai.on_staff(d.staff_id, day) AND NOT kessai.is_absent(d.staff_id, day)
     GROUP BY i.decider_id, i.place, i.valid_from, i.added_in
    HAVING count(DISTINCT d.staff_id) <= 2);
END $$;

-- Whether one of some texts is that of a decider and of a drafter, of a filer, or of both.
CREATE FUNCTION kessai.is_beside(pairs text[], p_party bigint, p_drafter bigint, p_filer bigint) RETURNS boolean LANGUAGE sql STABLE
RETURN pairs && ARRAY[p_party || '/' || p_drafter || '/' || p_drafter, p_party || '/' || p_filer || '/' || p_filer,
                      p_party || '/' || least(p_drafter, p_filer) || '/' || greatest(p_drafter, p_filer)];

-- Deputies for some cases only ----------------------------------------------------------------------------------------------

-- Those for whom I am a deputy for cases of some forms or up to an amount, and the posts they hold, as "<party>|<yen>|,<forms>,".
CREATE FUNCTION kessai.my_limited_parties() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  day text := kessai.today();
BEGIN
  RETURN ARRAY(
    SELECT p.party || '|' || coalesce(d.up_to::text, '') || '|' || d.forms
      FROM kessai.deputyship d
     CROSS JOIN LATERAL unnest(d.principal_id || kessai.posts_held(ARRAY[d.principal_id], day)) p (party)
     WHERE d.deputy_id = me AND d.removed_in IS NULL AND (d.forms <> '' OR d.up_to IS NOT NULL)
       AND d.valid_from <= day AND (d.valid_until IS NULL OR d.valid_until >= day)
       AND kessai.on_staff(d.principal_id, day)
       AND (d.when_absent = 0 OR kessai.is_absent(d.principal_id, day)));
END $$;

-- Whether one of some texts is that of a party, and for a case like this. A case whose amount nobody knows is within none.
CREATE FUNCTION kessai.is_limited_to(entries text[], p_party bigint, p_form text, p_amount bigint) RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (SELECT FROM unnest(entries) e
                WHERE split_part(e, '|', 1) = p_party::text
                  AND coalesce(p_amount <= nullif(split_part(e, '|', 2), '')::bigint, split_part(e, '|', 2) = '')
                  AND (split_part(e, '|', 3) = '' OR strpos(split_part(e, '|', 3), ',' || p_form || ',') > 0));

-- Whether I read a case besides what is addressed to me: in somebody's place beside those who filed it, or as a deputy for such cases.
CREATE FUNCTION kessai.reads_besides(c kessai.case_file) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  pairs text[] := kessai.my_stand_ins_beside();
  limited text[] := kessai.my_limited_parties();
BEGIN
  RETURN (pairs <> '{}' OR limited <> '{}')
     AND EXISTS (SELECT FROM kessai.case_access a
                  WHERE a.case_id = c.case_id AND (kessai.is_beside(pairs, a.party, c.drafter_id, c.filer_id)
                                                   OR kessai.is_limited_to(limited, a.party, c.form, c.amount)));
END $$;

-- Hardly ever is there such a filer or such a deputyship: then no row is looked at.
ALTER POLICY reading ON kessai.case_file USING (
  drafter_id = (SELECT kessai.my_staff_id())
  OR (SELECT true FROM kessai.case_access a
       WHERE a.case_id = case_file.case_id AND a.party = ANY ((SELECT kessai.my_sight())::bigint[]) LIMIT 1)
  OR (seq > 0 AND (SELECT kessai.am_auditor()))
  OR ((SELECT cardinality(kessai.my_stand_ins_beside()) > 0)
      AND (SELECT true FROM kessai.case_access a
            WHERE a.case_id = case_file.case_id
              AND kessai.is_beside((SELECT kessai.my_stand_ins_beside())::text[], a.party, case_file.drafter_id, case_file.filer_id) LIMIT 1))
  OR ((SELECT cardinality(kessai.my_limited_parties()) > 0)
      AND (SELECT true FROM kessai.case_access a
            WHERE a.case_id = case_file.case_id
              AND kessai.is_limited_to((SELECT kessai.my_limited_parties())::text[], a.party, case_file.form, case_file.amount) LIMIT 1)));

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.my_stand_ins_beside()', 'kessai.is_beside(text[], bigint, bigint, bigint)',
                          'kessai.my_limited_parties()', 'kessai.is_limited_to(text[], bigint, text, bigint)');

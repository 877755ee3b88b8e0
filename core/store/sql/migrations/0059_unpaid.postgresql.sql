-- oldest client: 1
-- What is not paid yet says whom it is owed to, and which section filed it. Numbers in contents are whole, and written so.

ALTER FUNCTION kessai.unpaid() RENAME TO unpaid_rows;

-- As in migration 0048, and whom the money goes to, or comes from, and the drafter's section.
CREATE FUNCTION kessai.unpaid()
RETURNS TABLE (case_id bigint, number text, form text, title text, drafter text, kind integer, amount bigint, left_over bigint, day text,
               readable integer, term text, payee text, section text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  RETURN QUERY
  SELECT u.case_id, u.number, u.form, u.title, u.drafter, u.kind, u.amount, u.left_over, u.day, u.readable, u.term,
         coalesce(x.fields::jsonb #>> '{payee,name}', x.fields::jsonb ->> 'debtor', ''), c.drafter_section
    FROM kessai.unpaid_rows() WITH ORDINALITY u
    JOIN kessai.case_file c ON c.case_id = u.case_id
    JOIN kessai.content x ON x.case_id = c.case_id AND x.revision = c.revision
   ORDER BY u.ordinality;
END $$;

-- As in migration 0047. A content is the text that its reader makes again and hashes, in which every number is written in digits alone: 1e3 would be
-- a thousand here and nothing where a file is looked into.
CREATE OR REPLACE FUNCTION kessai.save_draft(p_case bigint, p_revision integer, p_form text, p_form_revision integer, p_title text,
                                             p_amount bigint, p_urgent integer, p_fields text, p_search text, p_files text,
                                             p_salt text DEFAULT '', p_confidential text DEFAULT '')
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  saved bigint;
BEGIN
  IF (octet_length(p_search) <= 400000) IS NOT TRUE THEN
    PERFORM kessai.check_length(p_search, 400000, 'the search text');
  END IF;
  IF octet_length(p_fields) <= 1048576 AND regexp_replace(p_fields, '"(\\.|[^"\\])*"', '', 'g') ~ '[0-9][.eE]' THEN
    PERFORM kessai.fault('Invalid', 'a number that is not written in digits alone');
  END IF;
  saved := kessai.store_draft(p_case, p_revision, p_form, p_form_revision, p_title, p_amount, p_urgent, p_fields,
             split_part(p_search, E'\n', 1) || E'\n' || split_part(p_search, E'\n', 2), p_files);
  INSERT INTO kessai.case_text (case_id, revision, fold, text)
  SELECT saved, p_revision, 1, lower(c.number) || E'\n' || p_search FROM kessai.case_file c WHERE c.case_id = saved
  ON CONFLICT (case_id, revision) DO UPDATE SET fold = excluded.fold, text = excluded.text
   WHERE case_text.text <> excluded.text OR case_text.fold <> excluded.fold;
  IF p_case IS NOT NULL OR p_confidential <> '' THEN
    PERFORM kessai.put_confidential(saved, p_revision, p_salt, p_confidential);
  END IF;
  RETURN saved;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.unpaid()');

DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON FUNCTION kessai.unpaid_rows() FROM %I', kessai.staff_group());
END $$;

CALL kessai.plan_once('kessai.save_draft(bigint, integer, text, integer, text, bigint, integer, text, text, text, text, text)');

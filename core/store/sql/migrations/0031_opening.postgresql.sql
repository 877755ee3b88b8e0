-- oldest client: 1
-- Opening a case: who may read it is asked once, not for every row of every table by its policy, which took ten times as long. The rows are
-- those of the query `loadCase` (cases.sql), which stays what whoever owns the database reads by.
CREATE FUNCTION kessai.load_case(p_case bigint)
RETURNS TABLE (kind integer, n1 bigint, n2 bigint, n3 bigint, n4 bigint, n5 bigint, n6 bigint, n7 bigint, n8 bigint, n9 bigint,
               t1 text, t2 text, t3 text, t4 text, t5 text, t6 text, t7 text, t8 text, t9 text, t10 text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  c kessai.case_file;
  privy boolean;
  original bigint; -- what it cancels, where I may read that
BEGIN
  IF me IS NULL OR NOT kessai.may_read(p_case) THEN
    RETURN;
  END IF;
  SELECT * INTO c FROM kessai.case_file f WHERE f.case_id = p_case;
  privy := kessai.may_read_confidential(p_case);
  SELECT k.cancelled_id INTO original FROM kessai.cancellation k WHERE k.case_id = p_case;
  IF original IS NOT NULL AND NOT kessai.may_read(original) THEN
    original := NULL;
  END IF;
  RETURN QUERY
  SELECT 1, c.drafter_id, c.amount, c.urgent::bigint, c.state::bigint, c.round::bigint, c.seq::bigint, c.revision::bigint,
         c.posting_state::bigint, c.created_at, c.number, c.form, c.title, c.drafter_name, c.head_hash, c.submitted_at::text,
         c.changed_at::text, c.attachments::text, c.drafter_section, c.important::text
  UNION ALL
  SELECT 2, e.seq, e.version, e.actor_id, e.post_id, e.principal_id, e.at, NULL, NULL, NULL,
         e.code, e.actor_name, e.actor_title, e.actor_section, e.principal_name, e.request_id, e.payload, e.effects, e.previous_hash, e.hash
    FROM kessai.event e WHERE e.case_id = p_case
  UNION ALL
  SELECT 3, x.revision, x.form_revision, x.amount, x.sealed, x.urgent, privy::integer, NULL, NULL, NULL,
         x.title, x.fields, x.confidential_digest, k.salt, k.fields, NULL, NULL, NULL, NULL, NULL
    FROM kessai.content x
    LEFT JOIN kessai.content_confidential k ON k.case_id = x.case_id AND k.revision = x.revision AND privy
   WHERE x.case_id = p_case AND (x.sealed = 1 OR c.drafter_id = me)
  UNION ALL
  SELECT 4, t.revision, t.no, t.blob_id, t.size, t.confidential, NULL, NULL, NULL, NULL,
         t.name, t.media_type, t.sha256, t.chunks, NULL, NULL, NULL, NULL, NULL, NULL
    FROM kessai.content x JOIN kessai.attachment t ON t.case_id = x.case_id AND t.revision = x.revision
   WHERE x.case_id = p_case AND (x.sealed = 1 OR c.drafter_id = me)
  UNION ALL
  SELECT 5, s.round, s.step_no, a.no, a.party, a.state, a.arrived_at, s.kind, s.rule, s.needed,
         s.line, s.objection::text, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM kessai.step s
    LEFT JOIN kessai.assignment a ON a.case_id = s.case_id AND a.round = s.round AND a.step_no = s.step_no
   WHERE s.case_id = p_case
  UNION ALL
  SELECT 6, r.position, r.party, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
         NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM kessai.case_access r WHERE r.case_id = p_case
  UNION ALL
  SELECT 7, p.revision, p.no, p.amount, p.state, p.starts, p.used_at, NULL, NULL, NULL,
         p.ledger, p.account, p.day, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM kessai.posting p WHERE p.case_id = p_case
  UNION ALL
  SELECT 8, k.blob_id, k.no, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
         b.sha256, encode(sha256(k.data), 'hex'), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM (SELECT DISTINCT t.blob_id, t.sha256
            FROM kessai.content x JOIN kessai.attachment t ON t.case_id = x.case_id AND t.revision = x.revision
           WHERE x.case_id = p_case AND (x.sealed = 1 OR c.drafter_id = me)
             AND (t.confidential = 0 OR privy
                  OR EXISTS (SELECT FROM kessai.blob_holder h WHERE h.blob_id = t.blob_id AND h.staff_id = me))) b
    JOIN kessai.blob_chunk k ON k.blob_id = b.blob_id
  UNION ALL
  SELECT 9, CASE WHEN x.case_id = p_case THEN 0 ELSE 1 END, CASE WHEN x.case_id = p_case THEN x.cancelled_id ELSE x.case_id END,
         x.decided, NULL, NULL, NULL, NULL, NULL, NULL,
         CASE WHEN x.case_id = p_case THEN x.cancelled_number ELSE x.number END,
         x.part_from, x.part_until, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM kessai.cancellation x WHERE x.case_id = p_case OR x.cancelled_id = p_case
  UNION ALL
  SELECT 10, o.drafter_id, x.form_revision, o.state, NULL, NULL, NULL, NULL, NULL, NULL,
         o.form, o.number, x.fields, x.confidential_digest,
         (SELECT e.payload FROM kessai.event e WHERE e.case_id = o.case_id AND e.code = 'submitted' ORDER BY e.seq DESC LIMIT 1),
         NULL, NULL, NULL, NULL, NULL
    FROM kessai.case_file o JOIN kessai.content x ON x.case_id = o.case_id AND x.revision = o.revision
   WHERE o.case_id = original
  UNION ALL
  SELECT 11, 0, p.no, p.amount, p.state, p.starts, NULL, NULL, NULL, NULL,
         p.ledger, p.account, p.day, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM kessai.posting p WHERE p.case_id = original
  UNION ALL
  SELECT 12, m.no, m.revision, m.ticked, m.page, m.place_x, m.place_y, m.place_width, m.place_height, m.made_at,
         m.field, m.sha256, m.staff_name, m.staff_id::text, NULL, NULL, NULL, NULL, NULL, NULL
    FROM kessai.proof_mark m WHERE m.case_id = p_case
  UNION ALL
  SELECT 13, c.ordered, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  ORDER BY 1, 2, 3, 4;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.load_case(bigint)');

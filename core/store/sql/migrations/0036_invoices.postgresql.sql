-- oldest client: 1
-- Orders of payment that may be of the same debt (core/accounting/invoicetwins.h).
CREATE INDEX posting_paid ON kessai.posting (amount, day) WHERE ledger IN ('commitment.paid', 'budget.payment');

-- As foldInvoiceNumber() in the program.
CREATE FUNCTION kessai.folded_number(value text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN translate(lower(normalize(value, NFKC)), E' \t._/#:,ー‐‑‒–—―−-', '');

-- p_marks: {"payee", "amount", "day", "number", "files": [], "commitment", "from", "until", "except"}. Of the case that may be the same only
-- its number and whose section's it is are told, to everybody: who would pay twice seldom may read the other.
CREATE FUNCTION kessai.invoice_twins(p_marks text)
RETURNS TABLE (number text, section text, same_file integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  asked jsonb;
  files text[];
BEGIN
  IF kessai.my_staff_id() IS NULL THEN
    PERFORM kessai.fault('AccessDenied', 'this is for members of the staff');
  END IF;
  PERFORM kessai.check_length(p_marks, 100000, 'the marks');
  asked := p_marks::jsonb;
  files := ARRAY(SELECT jsonb_array_elements_text(asked->'files'));
  RETURN QUERY
  WITH near AS MATERIALIZED (
    SELECT p.case_id FROM kessai.posting p
     WHERE p.ledger IN ('commitment.paid', 'budget.payment') AND p.amount = (asked->>'amount')::bigint
       AND p.day BETWEEN asked->>'from' AND asked->>'until' AND p.state IN (0, 1)),
  filed AS MATERIALIZED (
    SELECT DISTINCT t.case_id, t.revision FROM kessai.attachment t WHERE t.sha256 = ANY (files)),
  found AS MATERIALIZED (
    SELECT n.case_id, false AS same_file FROM near n
     UNION ALL
    SELECT f.case_id, true FROM filed f
      JOIN kessai.case_file c ON c.case_id = f.case_id AND c.revision = f.revision
     WHERE EXISTS (SELECT FROM kessai.posting p
                    WHERE p.case_id = f.case_id AND p.ledger IN ('commitment.paid', 'budget.payment') AND p.state IN (0, 1)
                      AND p.day BETWEEN asked->>'from' AND asked->>'until' AND p.account <> asked->>'commitment'))
  SELECT c.number, c.drafter_section, CASE WHEN bool_and(f.same_file) THEN 1 ELSE 0 END
    FROM found f
    JOIN kessai.case_file c ON c.case_id = f.case_id AND c.state IN (1, 4)
    JOIN kessai.content x ON x.case_id = c.case_id AND x.revision = c.revision
   WHERE c.case_id <> (asked->>'except')::bigint
     AND (f.same_file
          OR (x.fields::jsonb #>> '{payee,code}' = asked->>'payee'
              AND (x.fields::jsonb->>'invoiced_on' = nullif(asked->>'day', '')
                   OR kessai.folded_number(x.fields::jsonb->>'invoice_number') = nullif(kessai.folded_number(asked->>'number'), ''))))
     AND NOT EXISTS (SELECT FROM kessai.cancellation k WHERE k.cancelled_id = c.case_id AND k.decided = 1)
   GROUP BY c.case_id, c.number, c.drafter_section
   ORDER BY c.case_id LIMIT 20;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.invoice_twins(text)');

-- oldest client: 1
-- What is to be paid is looked up by its keys, of the years whose books are open or were closed last: what was paid since the city began is not read.

-- As in migration 0048, from the first day of these years on.
CREATE OR REPLACE FUNCTION kessai.payments_due(p_until text)
RETURNS TABLE (case_id bigint, number text, form text, title text, section text, day text, amount bigint, transfer integer, payee text,
               cancelled integer, came_back integer, known jsonb, moved integer, given_up text, pay_until text, examined integer,
               registered_by bigint, came_from text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  first_day text := (kessai.open_fiscal_year() - 1) || '-04-01';
BEGIN
  PERFORM kessai.guard_payments();
  PERFORM kessai.check_day(p_until, false);
  RETURN QUERY
  SELECT p.* FROM kessai.payments_of(ARRAY(
    SELECT DISTINCT o.case_id FROM kessai.posting o
     WHERE o.ledger IN ('commitment.paid', 'budget.payment') AND o.state = 1 AND o.day BETWEEN first_day AND p_until
       AND NOT EXISTS (SELECT FROM kessai.payment_line l WHERE l.case_id = o.case_id AND l.returned IS NULL)), p_until) p;
END $$;

-- oldest client: 1
-- What is not paid yet tells what is left of a commitment as the commitment does, and the orders under way that take of it.

-- As in migration 0059, and of every commitment what is left once orders under way, changes and cancellations have taken theirs, where these count
-- (budget.running_count), and those orders themselves. What a change, a cancellation or
-- a contract that takes it over lowers is in no row while that runs. Where they do not count, `twice` is what of the rest they take all the same.
CREATE FUNCTION kessai.owed()
RETURNS TABLE (case_id bigint, number text, form text, title text, drafter text, kind integer, amount bigint, left_over bigint, day text,
               readable integer, term text, payee text, section text, ordered integer, twice bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  counts boolean := coalesce((SELECT m.value FROM kessai.parameter m
                               WHERE m.key = 'budget.running_count' AND m.valid_from <= kessai.today()
                               ORDER BY m.valid_from DESC, m.added_in DESC LIMIT 1), 1) <> 0;
  charge record;
BEGIN
  IF me IS NULL THEN
    PERFORM kessai.fault('AccessDenied', 'this is for members of the staff');
  END IF;
  SELECT b.sections, b.keeps OR kessai.am_auditor() AS everything INTO charge FROM kessai.budget_charge(me, kessai.today()) b;
  RETURN QUERY
  WITH mine AS MATERIALIZED (
    SELECT DISTINCT 'budget:' || l.fiscal_year || ':' || l.code AS account, l.fiscal_year >= kessai.open_fiscal_year() AS open
      FROM kessai.budget_line l
     WHERE l.removed_in IS NULL AND l.fiscal_year >= kessai.open_fiscal_year() - 1 AND (charge.everything OR l.section_id = ANY (charge.sections))),
  committed AS MATERIALIZED (
    SELECT p.case_id, bool_or(m.open) AS open, sum(p.amount)::bigint AS amount
      FROM mine m JOIN kessai.posting p ON p.account = m.account AND p.ledger = 'budget.commitment' AND p.state = 1 AND p.amount > 0
     GROUP BY p.case_id),
  moved AS MATERIALIZED (
    SELECT o.case_id, o.amount + coalesce(sum(p.amount) FILTER (WHERE p.ledger = 'commitment.increase'), 0)
                               - coalesce(sum(p.amount) FILTER (WHERE p.ledger = 'commitment.decrease'), 0) AS amount,
           coalesce(sum(p.amount) FILTER (WHERE p.ledger = 'commitment.paid'), 0)
           - coalesce(sum(p.amount) FILTER (WHERE p.ledger = 'commitment.refund'), 0) AS ordered
      FROM committed o LEFT JOIN kessai.posting p ON p.account = 'case:' || o.case_id AND p.state = 1
     WHERE o.open
     GROUP BY o.case_id, o.amount),
  taken AS MATERIALIZED ( -- by each case that runs, what it gives and takes together (migration 0024)
    SELECT n.case_id, sum(greatest(0, -n.given))::bigint AS amount
      FROM (SELECT o.case_id, sum(kessai.ledger_direction(p.ledger) * p.amount) AS given
              FROM committed o JOIN kessai.posting p ON p.account = 'case:' || o.case_id AND p.state = 0
             WHERE o.open GROUP BY o.case_id, p.case_id
             UNION ALL
            SELECT o.case_id, sum(p.amount)
              FROM committed o
              JOIN kessai.cancellation k ON k.cancelled_id = o.case_id
              JOIN kessai.posting p ON p.case_id = k.case_id AND p.ledger = 'budget.commitment' AND p.state = 0
             WHERE o.open GROUP BY o.case_id, p.case_id) n
     GROUP BY n.case_id),
  voucher AS MATERIALIZED (
    SELECT p.case_id, p.state, min(p.day) AS day, sum(p.amount)::bigint AS amount,
           (SELECT b.day FROM kessai.payment_line l JOIN kessai.payment_batch b ON b.batch_id = l.batch_id
             WHERE l.case_id = p.case_id AND l.returned IS NULL AND b.state = 2) AS paid_on
      FROM (SELECT m.account, 'budget.payment' AS ledger FROM mine m
             UNION ALL SELECT 'case:' || o.case_id, 'commitment.paid' FROM committed o) a
      JOIN kessai.posting p ON p.account = a.account AND p.ledger = a.ledger AND p.state IN (0, 1)
     GROUP BY p.case_id, p.state),
  refunding AS MATERIALIZED (
    SELECT DISTINCT p.case_id
      FROM (SELECT m.account, 'budget.refund' AS ledger FROM mine m
             UNION ALL SELECT 'case:' || o.case_id, 'commitment.refund' FROM committed o) a
      JOIN kessai.posting p ON p.account = a.account AND p.ledger = a.ledger AND p.state = 1)
  SELECT c.case_id, c.number, c.form, c.title, c.drafter_name, u.kind, u.amount::bigint, u.left_over::bigint,
         CASE u.kind WHEN 3 THEN kessai.term_of(c.case_id) ELSE u.day END,
         CASE WHEN kessai.may_read(c.case_id) THEN 1 ELSE 0 END,
         CASE u.kind WHEN 2 THEN coalesce(
           (SELECT kessai.term_of(substr(p.account, 6)::bigint) FROM kessai.posting p
             WHERE p.case_id = u.case_id AND p.ledger = 'commitment.paid' LIMIT 1),
           CASE WHEN c.form = 'travel_order' AND w.fields::jsonb->>'until' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN w.fields::jsonb->>'until' END) END,
         coalesce(w.fields::jsonb #>> '{payee,name}', w.fields::jsonb ->> 'debtor', ''), c.drafter_section,
         CASE WHEN u.kind = 4 THEN c.ordered ELSE 0 END, u.twice::bigint
    FROM (SELECT u.*, f.revision -- those that are shown first: only their contents are read then
          FROM (SELECT l.case_id, 3 AS kind, l.amount, l.left_over - CASE WHEN counts THEN l.taken ELSE 0 END AS left_over, NULL::text AS day,
                       CASE WHEN counts THEN 0 ELSE least(l.left_over, l.taken) END AS twice
                  FROM (SELECT m.case_id, m.amount, m.amount - m.ordered AS left_over, coalesce(t.amount, 0) AS taken
                          FROM moved m LEFT JOIN taken t ON t.case_id = m.case_id) l
                 WHERE l.left_over > CASE WHEN counts THEN l.taken ELSE 0 END
                 UNION ALL SELECT v.case_id, CASE v.state WHEN 1 THEN 0 ELSE 4 END, v.amount, v.amount, v.day, 0 FROM voucher v
                            WHERE v.amount > 0 AND v.paid_on IS NULL
                 UNION ALL SELECT r.case_id, 1, w.amount, w.amount, w.day, 0 FROM refunding r CROSS JOIN LATERAL kessai.money_awaited(r.case_id) w
                            WHERE w.amount IS NOT NULL -- migration 0037
                 UNION ALL SELECT v.case_id, 2, v.amount, v.amount, v.paid_on, 0 FROM voucher v
                             JOIN kessai.case_file f ON f.case_id = v.case_id
                             JOIN kessai.content x ON x.case_id = f.case_id AND x.revision = f.revision
                            WHERE v.amount > 0 AND v.paid_on IS NOT NULL AND x.fields::jsonb->>'pay_method' IN ('advance', 'estimate', 'prepaid')
                              AND coalesce((SELECT sum(s.amount) FROM kessai.posting s
                                             WHERE s.account = 'case:' || v.case_id AND s.ledger = 'payment.settled' AND s.state = 1), 0) <= 0
                              AND v.amount > coalesce((SELECT sum(s.amount) FROM kessai.posting s -- all of it given back: nothing is left to settle
                                                        WHERE s.account = 'case:' || v.case_id AND s.ledger = 'payment.returned' AND s.state = 1), 0)) u
                JOIN kessai.case_file f ON f.case_id = u.case_id AND f.state = CASE u.kind WHEN 4 THEN 1 ELSE 4 END
               WHERE NOT EXISTS (SELECT FROM kessai.cancellation k WHERE k.cancelled_id = u.case_id AND k.decided = 1)
               ORDER BY CASE u.kind WHEN 1 THEN 0 WHEN 2 THEN 1 WHEN 3 THEN 3 ELSE 2 END, u.day,
                        CASE u.kind WHEN 3 THEN -u.case_id ELSE u.case_id END LIMIT 501) u
    JOIN kessai.case_file c ON c.case_id = u.case_id
    JOIN kessai.content w ON w.case_id = c.case_id AND w.revision = u.revision
   ORDER BY CASE u.kind WHEN 1 THEN 0 WHEN 2 THEN 1 WHEN 3 THEN 3 ELSE 2 END, u.day, CASE u.kind WHEN 3 THEN -u.case_id ELSE u.case_id END;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.owed()');

-- Payments: by doors where the reader is somebody at a server, by themselves where they look into a file or own the database.

-- fragment: batchColumns
b.batch_id, b.day, b.state, b.source, s.code, s.bank, s.bank_name, s.branch, s.branch_name, s.account_type, s.account, s.holder

-- fragment: paymentLineColumns
l.batch_id, l.no, l.case_id, c.number, c.title, c.drafter_section, l.amount, l.transfer, l.payee, l.revision, l.name, l.bank, l.bank_name,
  l.branch, l.branch_name, l.account_type, l.account, l.holder, l.returned

-- Decided vouchers that are in no batch and not cancelled, ordered for a day from :since on: what is to be paid is what was ordered less what
-- is withheld (migration 0027 says the same).
-- fragment: vouchersDue (sqlite)
SELECT c.case_id AS case_id, c.number AS number, c.form AS form, c.title AS title, c.drafter_section AS section, o.day AS day,
       o.amount - CASE WHEN json_type(x.fields, '$.withheld') = 'integer'
                        AND json_extract(x.fields, '$.withheld') BETWEEN 0 AND 999999999999 THEN json_extract(x.fields, '$.withheld')
                       ELSE 0 END AS amount,
       CASE WHEN json_extract(x.fields, '$.pay_method') = 'cash' THEN 0 ELSE 1 END AS transfer,
       COALESCE(json_extract(x.fields, '$.payee'), '') AS payee,
       (EXISTS (SELECT 1 FROM cancellation k WHERE k.cancelled_id = c.case_id)
        OR (SELECT COALESCE(SUM(r.amount), 0) FROM posting r
             WHERE r.account = 'case:' || c.case_id AND r.ledger = 'payment.returned' AND r.state IN (0, 1)) > 0) AS cancelled,
       EXISTS (SELECT 1 FROM payment_line l JOIN payment_batch b ON b.batch_id = l.batch_id AND b.state <> 3
                WHERE l.case_id = c.case_id) AS came_back,
       (SELECT MAX(b.day) FROM payment_line l JOIN payment_batch b ON b.batch_id = l.batch_id AND b.state = 3
         WHERE l.case_id = c.case_id
           AND EXISTS (SELECT 1 FROM payment_act a WHERE a.batch_id = b.batch_id AND a.kind = 1)) AS given_up,
       (SELECT (MIN(CAST(substr(COALESCE(q.account, p.account), 8, 4) AS INTEGER)) + 1) || '-05-31' FROM posting p
          LEFT JOIN posting q ON p.ledger = 'commitment.paid' AND q.case_id = CAST(substr(p.account, 6) AS INTEGER)
           AND q.ledger = 'budget.commitment' AND q.account LIKE 'budget:%'
         WHERE p.case_id = c.case_id AND p.ledger IN ('commitment.paid', 'budget.payment')) AS pay_until
  FROM (SELECT p.case_id AS case_id, MAX(p.day) AS day, SUM(p.amount) AS amount
          FROM posting p
         WHERE p.ledger IN ('commitment.paid', 'budget.payment') AND p.state = 1
           AND p.case_id IN (SELECT o.case_id FROM posting o
                              WHERE o.ledger IN ('commitment.paid', 'budget.payment') AND o.day BETWEEN :since AND :until)
           AND NOT EXISTS (SELECT 1 FROM payment_line l WHERE l.case_id = p.case_id AND l.returned IS NULL)
           AND NOT EXISTS (SELECT 1 FROM cancellation k WHERE k.cancelled_id = p.case_id AND k.decided = 1)
         GROUP BY p.case_id
        HAVING MAX(p.day) <= :until) o
  JOIN case_file c ON c.case_id = o.case_id AND c.state = 4
  JOIN content x ON x.case_id = c.case_id AND x.revision = c.revision
 WHERE o.amount > 0

-- fragment: vouchersDue (postgresql)
SELECT d.case_id, d.number, d.form, d.title, d.section, d.day, d.amount, d.transfer, d.payee, d.cancelled, d.came_back, d.given_up,
       d.pay_until
  FROM kessai.vouchers_due(NULL, CAST(:until AS TEXT)) d WHERE d.day >= CAST(:since AS TEXT)

-- fragment: payeeCode (sqlite)
json_extract(NULLIF(v.payee, ''), '$.code')

-- fragment: payeeCode (postgresql)
CAST(NULLIF(v.payee, '') AS jsonb)->>'code'

-- fragment: payeeRevision (sqlite)
json_extract(NULLIF(v.payee, ''), '$.revision')

-- fragment: payeeRevision (postgresql)
CAST(CAST(NULLIF(v.payee, '') AS jsonb)->>'revision' AS INTEGER)

-- The day on which an examination is asked whose it is: when it arrived, and today.
-- fragment: examinedDay (sqlite)
CASE d.today WHEN 1 THEN :today ELSE date(COALESCE(a.arrived_at, f.submitted_at) / 1000000, 'unixepoch', '+9 hours') END

-- Whether the accounting section passed it in its examination (migration 0042 says the same, and why).
-- fragment: wasExamined (sqlite)
EXISTS (SELECT 1 FROM case_file f
          JOIN step s ON s.case_id = f.case_id AND s.round = f.round AND s.kind = 2
          JOIN assignment a ON a.case_id = s.case_id AND a.round = s.round AND a.step_no = s.step_no AND a.state = 2
          JOIN (SELECT 0 AS today UNION ALL SELECT 1) d
          JOIN role_holder r ON r.role = 'accounting' AND r.removed_in IS NULL
           AND r.valid_from <= @examinedDay@ AND (r.valid_until IS NULL OR r.valid_until >= @examinedDay@)
         WHERE f.case_id = v.case_id
           AND (r.post_id = -a.party
             OR EXISTS (SELECT 1 FROM post p
                          JOIN post h ON h.removed_in IS NULL AND h.valid_from <= @examinedDay@ AND (h.valid_until IS NULL OR h.valid_until >= @examinedDay@)
                         WHERE p.post_id = r.post_id AND p.removed_in IS NULL
                           AND p.valid_from <= @examinedDay@ AND (p.valid_until IS NULL OR p.valid_until >= @examinedDay@)
                           AND (h.post_id = -a.party
                             OR EXISTS (SELECT 1 FROM appointment o
                                         WHERE o.staff_id = a.party AND o.post_id = h.post_id AND o.removed_in IS NULL
                                           AND o.valid_from <= @examinedDay@ AND (o.valid_until IS NULL OR o.valid_until >= @examinedDay@)))
                           AND COALESCE((SELECT u.parent_id FROM section u
                                           JOIN section w ON w.section_id = u.parent_id AND w.level = 2 AND w.removed_in IS NULL
                                            AND w.valid_from <= @examinedDay@ AND (w.valid_until IS NULL OR w.valid_until >= @examinedDay@)
                                          WHERE u.section_id = p.section_id AND u.removed_in IS NULL
                                            AND u.valid_from <= @examinedDay@ AND (u.valid_until IS NULL OR u.valid_until >= @examinedDay@)),
                                        p.section_id)
                             = COALESCE((SELECT u.parent_id FROM section u
                                           JOIN section w ON w.section_id = u.parent_id AND w.level = 2 AND w.removed_in IS NULL
                                            AND w.valid_from <= @examinedDay@ AND (w.valid_until IS NULL OR w.valid_until >= @examinedDay@)
                                          WHERE u.section_id = h.section_id AND u.removed_in IS NULL
                                            AND u.valid_from <= @examinedDay@ AND (u.valid_until IS NULL OR u.valid_until >= @examinedDay@)),
                                        h.section_id))))

-- fragment: wasExamined (postgresql)
kessai.was_examined(v.case_id)

-- name: paymentsDue
SELECT v.case_id, v.number, v.form, v.title, v.section, v.day, v.amount, v.transfer, v.payee, v.cancelled, v.came_back,
       p.code, p.revision, p.name, p.kana, p.kind, p.registration, p.bank, p.bank_name, p.branch, p.branch_name, p.account_type, p.account,
       p.holder, p.holder_differs, p.mandate_on, p.valid_until,
       CASE WHEN EXISTS (
              SELECT 1 FROM payee w
               WHERE w.code = p.code AND w.revision = @payeeRevision@
                 AND (w.bank, w.branch, w.account_type, w.account, w.holder) = (p.bank, p.branch, p.account_type, p.account, p.holder))
            THEN 0 ELSE 1 END,
       v.given_up, v.pay_until, CASE WHEN @wasExamined@ THEN 1 ELSE 0 END, p.made_by,
       (SELECT MAX(b.day) FROM payment_line l JOIN payment_batch b ON b.batch_id = l.batch_id AND b.state <> 3
         WHERE l.case_id = v.case_id)
  FROM (@vouchersDue@) v
  LEFT JOIN payee p ON p.code = @payeeCode@ AND @newestPayee@
 ORDER BY v.day, v.case_id

-- fragment: dueColumns (postgresql)
v.case_id, v.number, v.form, v.title, v.section, v.day, v.amount, v.transfer, v.payee, v.cancelled, v.came_back,
  p.code, p.revision, p.name, p.kana, p.kind, p.registration, p.bank, p.bank_name, p.branch, p.branch_name, p.account_type, p.account,
  p.holder, p.holder_differs, p.mandate_on, p.valid_until, v.moved, v.given_up, v.pay_until, v.examined, v.registered_by, v.came_from

-- fragment: knownPayee (postgresql)
LEFT JOIN LATERAL jsonb_to_record(v.known) AS p (code text, revision integer, name text, kana text, kind integer, registration text,
  bank text, bank_name text, branch text, branch_name text, account_type integer, account text, holder text, holder_differs integer,
  mandate_on text, valid_until text) ON true

-- name: remotePaymentsDue (postgresql)
SELECT @dueColumns@ FROM kessai.payments_due(CAST(:until AS TEXT)) v @knownPayee@

-- name: remotePaymentsNow (postgresql)
SELECT @dueColumns@ FROM kessai.payments_now() v @knownPayee@

-- The tax withheld from what was to be paid on some days, and what became of it (migration 0048 says the same).
-- name: withheldTax (sqlite)
SELECT c.case_id, c.number, c.title, c.drafter_section, l.payee, l.name, b.day, l.amount, json_extract(x.fields, '$.withheld'),
       CASE WHEN b.state = 2 THEN 1 ELSE 0 END,
       CASE WHEN l.returned IS NOT NULL THEN
         (SELECT MAX(a.made_at) FROM payment_act a JOIN json_each(a.said, '$.returned') r
           WHERE a.batch_id = b.batch_id AND a.kind IN (3, 4) AND json_extract(r.value, '$.no') = l.no) END
  FROM payment_batch b
  JOIN payment_line l ON l.batch_id = b.batch_id
  JOIN case_file c ON c.case_id = l.case_id
  JOIN content x ON x.case_id = c.case_id AND x.revision = c.revision
 WHERE b.state <> 3 AND b.day BETWEEN :since AND :until
   AND json_type(x.fields, '$.withheld') = 'integer' AND json_extract(x.fields, '$.withheld') BETWEEN 1 AND 999999999999
 ORDER BY b.day, l.name, c.case_id

-- name: remoteWithheldTax (postgresql)
SELECT t.case_id, t.number, t.title, t.section, t.payee, t.name, t.day, t.paid, t.withheld, t.confirmed, t.returned_at
  FROM kessai.withheld_tax(CAST(:since AS TEXT), CAST(:until AS TEXT)) t

-- name: paymentBatches
SELECT @batchColumns@
  FROM payment_batch b LEFT JOIN payment_source s ON s.revision = b.source
 WHERE b.day >= :since OR b.state < 2 ORDER BY b.batch_id

-- name: remotePaymentBatches (postgresql)
SELECT b.batch_id, b.day, b.state, b.source, b.code, b.bank, b.bank_name, b.branch, b.branch_name, b.account_type, b.account, b.holder
  FROM kessai.payment_batches(CAST(:since AS TEXT)) b

-- name: paymentLines
SELECT @paymentLineColumns@
  FROM payment_batch b
  JOIN payment_line l ON l.batch_id = b.batch_id
  JOIN case_file c ON c.case_id = l.case_id
 WHERE b.day >= :since OR b.state < 2 ORDER BY l.batch_id, l.no

-- name: remotePaymentLines (postgresql)
SELECT l.batch_id, l.no, l.case_id, l.number, l.title, l.section, l.amount, l.transfer, l.payee, l.revision, l.name, l.bank, l.bank_name,
       l.branch, l.branch_name, l.account_type, l.account, l.holder, l.returned
  FROM kessai.payment_lines(CAST(:since AS TEXT)) l

-- Of the same batches, or, without a day, of all and of the account paid from.
-- name: paymentActs
SELECT a.act_no, a.batch_id, a.kind, a.said, a.made_by, a.made_name, a.made_at, a.previous, a.hash
  FROM payment_act a
 WHERE CAST(:since AS TEXT) IS NULL OR a.batch_id IN (SELECT b.batch_id FROM payment_batch b WHERE b.day >= :since OR b.state < 2)
 ORDER BY a.act_no

-- name: remotePaymentActs (postgresql)
SELECT a.act_no, a.batch_id, a.kind, a.said, a.made_by, a.made_name, a.made_at, a.previous, a.hash
  FROM kessai.payment_acts(CAST(:since AS TEXT)) a

-- name: transferSource
SELECT s.revision, s.code, s.bank, s.bank_name, s.branch, s.branch_name, s.account_type, s.account, s.holder
  FROM payment_source s ORDER BY s.revision DESC LIMIT 1

-- name: remoteTransferSource (postgresql)
SELECT s.revision, s.code, s.bank, s.bank_name, s.branch, s.branch_name, s.account_type, s.account, s.holder
  FROM kessai.transfer_source() s

-- The lines of the budget in the reader's charge.
-- fragment: linesInCharge (sqlite)
@charge@,
mine (account) AS (
  SELECT DISTINCT 'budget:' || l.fiscal_year || ':' || l.code FROM budget_line l
   WHERE l.removed_in IS NULL AND (:everything > 0 OR EXISTS (SELECT 1 FROM keeps) OR l.section_id IN (SELECT h.section_id FROM charge h)))

-- The newest batch of each case of a list that the reader may read, or that is paid from a line in their charge.
-- name: paymentStates (sqlite)
@linesInCharge@
SELECT l.case_id, b.state, b.day, l.returned IS NOT NULL
  FROM json_each(:cases) x
  JOIN payment_line l ON l.case_id = x.value
  JOIN payment_batch b ON b.batch_id = l.batch_id AND b.state <> 3
  JOIN case_file c ON c.case_id = l.case_id
 WHERE (@readable@
        OR EXISTS (SELECT 1 FROM posting p
                     LEFT JOIN posting q ON p.ledger = 'commitment.paid' AND q.case_id = CAST(substr(p.account, 6) AS INTEGER)
                      AND q.ledger = 'budget.commitment' AND q.state = 1
                    WHERE p.case_id = c.case_id AND p.ledger IN ('commitment.paid', 'budget.payment')
                      AND COALESCE(q.account, p.account) IN (SELECT m.account FROM mine m)))
   AND NOT EXISTS (SELECT 1 FROM payment_line n JOIN payment_batch o ON o.batch_id = n.batch_id AND o.state <> 3
                    WHERE n.case_id = l.case_id AND n.batch_id > l.batch_id)
UNION ALL
SELECT r.case_id, 2, r.day, 0
  FROM json_each(:cases) x
  JOIN payment_receipt r ON r.case_id = x.value
  JOIN case_file c ON c.case_id = r.case_id
 WHERE @readable@
 ORDER BY 1

-- name: remotePaymentStates (postgresql)
SELECT s.case_id, s.state, s.day, s.returned FROM kessai.payment_states(CAST(:cases AS TEXT)) s

-- What a commitment comes to, what of it was ordered to be paid, and what of that was paid; no row where it is not the reader's to ask.
-- name: commitmentStanding (sqlite)
@linesInCharge@
SELECT COALESCE((SELECT SUM(CASE WHEN p.ledger = 'commitment.decrease' THEN -p.amount ELSE p.amount END) FROM posting p
                  WHERE p.state = 1
                    AND ((p.case_id = :case_id AND p.ledger = 'budget.commitment')
                      OR (p.account = 'case:' || :case_id AND p.ledger IN ('commitment.increase', 'commitment.decrease'))
                      OR (p.ledger = 'budget.commitment'
                          AND p.case_id IN (SELECT k.case_id FROM cancellation k WHERE k.cancelled_id = :case_id)))), 0),
       (SELECT COALESCE(SUM(CASE p.ledger WHEN 'commitment.paid' THEN p.amount ELSE -p.amount END), 0) FROM posting p
         WHERE p.account = 'case:' || :case_id AND p.ledger IN ('commitment.paid', 'commitment.refund') AND p.state = 1),
       (SELECT COALESCE(SUM(CASE p.ledger WHEN 'commitment.paid' THEN p.amount ELSE -p.amount END), 0) FROM posting p
         WHERE p.account = 'case:' || :case_id AND p.ledger IN ('commitment.paid', 'commitment.refund') AND p.state = 1
           AND (p.ledger = 'commitment.refund' OR EXISTS (SELECT 1 FROM payment_line l JOIN payment_batch b ON b.batch_id = l.batch_id
                        WHERE l.case_id = p.case_id AND l.returned IS NULL AND b.state = 2)))
  FROM case_file c
 WHERE c.case_id = :case_id
   AND (@readable@
        OR EXISTS (SELECT 1 FROM posting q JOIN mine m ON m.account = q.account
                    WHERE q.case_id = c.case_id AND q.ledger = 'budget.commitment' AND q.state = 1))

-- name: remoteCommitmentStanding (postgresql)
SELECT s.committed, s.ordered, s.paid FROM kessai.commitment_standing(CAST(:case_id AS BIGINT)) s

-- By when what was committed is to be there, as the newest decided change of it says, or itself; by keys (migration 0046 says the same).
-- fragment: termOf (sqlite)
(SELECT json_extract(x.fields, '$.term_until')
   FROM case_file f JOIN content x ON x.case_id = f.case_id AND x.revision = f.revision
  WHERE f.case_id IN (SELECT c.case_id
                       UNION ALL SELECT p.case_id FROM posting p
                                  WHERE p.account = 'case:' || c.case_id AND p.state = 1
                                    AND p.ledger IN ('commitment.increase', 'commitment.decrease'))
    AND NOT EXISTS (SELECT 1 FROM cancellation k WHERE k.case_id = f.case_id AND k.decided = 1)
    AND NOT EXISTS (SELECT 1 FROM cancellation k WHERE k.cancelled_id = f.case_id AND k.decided = 1)
    AND json_extract(x.fields, '$.term_until') GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
  ORDER BY f.case_id DESC LIMIT 1)

-- What decided cases give back in money that has not come in, and by when it is to (migration 0037 says the same).
-- fragment: moneyAwaited
SELECT g.case_id AS case_id, CAST(SUM(p.amount) AS BIGINT) AS amount, MAX(p.day) AS day
  FROM case_file g
  JOIN posting p ON p.case_id = g.case_id AND p.ledger IN ('budget.refund', 'commitment.refund') AND p.state = 1
 WHERE g.state = 4
   AND NOT EXISTS (SELECT 1 FROM posting q WHERE q.case_id = g.case_id AND q.ledger = 'budget.corrected')
   AND NOT EXISTS (SELECT 1 FROM payment_receipt r WHERE r.case_id = g.case_id)
   AND NOT EXISTS (SELECT 1 FROM cancellation k WHERE g.case_id IN (k.case_id, k.cancelled_id))
 GROUP BY g.case_id

-- An order that was paid, as a case that rests on it says it (core/cases/paidref.h).
-- fragment: paidColumns (sqlite)
c.case_id, c.number, c.title,
  (SELECT SUBSTR(COALESCE((SELECT q.account FROM posting q
                            WHERE p.ledger = 'commitment.paid' AND q.case_id = CAST(SUBSTR(p.account, 6) AS INTEGER)
                              AND q.ledger = 'budget.commitment' ORDER BY q.no LIMIT 1), p.account), 8)
     FROM posting p WHERE p.case_id = c.case_id AND p.ledger IN ('commitment.paid', 'budget.payment') ORDER BY p.no LIMIT 1),
  (SELECT s.number FROM staff s WHERE s.staff_id = c.drafter_id ORDER BY s.added_in DESC LIMIT 1),
  COALESCE(json_extract(x.fields, '$.payee.code'), ''), COALESCE(json_extract(x.fields, '$.pay_method'), ''),
  (SELECT SUM(p.amount) FROM posting p WHERE p.case_id = c.case_id AND p.ledger IN ('commitment.paid', 'budget.payment')),
  (SELECT CASE p.ledger WHEN 'commitment.paid' THEN CAST(SUBSTR(p.account, 6) AS INTEGER) END
     FROM posting p WHERE p.case_id = c.case_id AND p.ledger IN ('commitment.paid', 'budget.payment') ORDER BY p.no LIMIT 1)

-- fragment: paidColumns (postgresql)
c.case_id, c.number, c.title,
  (SELECT SUBSTR(COALESCE((SELECT q.account FROM posting q
                            WHERE p.ledger = 'commitment.paid' AND 'case:' || q.case_id = p.account
                              AND q.ledger = 'budget.commitment' ORDER BY q.no LIMIT 1), p.account), 8)
     FROM posting p WHERE p.case_id = c.case_id AND p.ledger IN ('commitment.paid', 'budget.payment') ORDER BY p.no LIMIT 1),
  (SELECT s.number FROM staff s WHERE s.staff_id = c.drafter_id ORDER BY s.added_in DESC LIMIT 1),
  COALESCE(CAST(x.fields AS jsonb) #>> '{payee,code}', ''), COALESCE(CAST(x.fields AS jsonb) ->> 'pay_method', ''),
  (SELECT CAST(SUM(p.amount) AS BIGINT) FROM posting p WHERE p.case_id = c.case_id AND p.ledger IN ('commitment.paid', 'budget.payment')),
  (SELECT CASE p.ledger WHEN 'commitment.paid' THEN CAST(SUBSTR(p.account, 6) AS BIGINT) END
     FROM posting p WHERE p.case_id = c.case_id AND p.ledger IN ('commitment.paid', 'budget.payment') ORDER BY p.no LIMIT 1)

-- fragment: isPaid
c.state = 4
AND EXISTS (SELECT 1 FROM payment_line l JOIN payment_batch b ON b.batch_id = l.batch_id
             WHERE l.case_id = c.case_id AND l.returned IS NULL AND b.state = 2)
AND NOT EXISTS (SELECT 1 FROM cancellation k WHERE c.case_id IN (k.case_id, k.cancelled_id))

-- name: notaryPaid
SELECT @paidColumns@
  FROM case_file c JOIN content x ON x.case_id = c.case_id AND x.revision = c.revision
 WHERE c.case_id = :case_id AND @isPaid@

-- Whether an order that was paid is the drafter's, may be read by the actor, or is on a line in the drafter's charge.
-- name: notaryPaidIsOf
@charge@
SELECT 1 FROM case_file c
 WHERE c.case_id = :case_id AND @isPaid@
   AND (c.drafter_id = :me
     OR EXISTS (SELECT 1 FROM posting p
                  LEFT JOIN posting q ON p.ledger = 'commitment.paid' AND 'case:' || q.case_id = p.account
                   AND q.ledger = 'budget.commitment'
                  JOIN budget_line l ON 'budget:' || l.fiscal_year || ':' || l.code = COALESCE(q.account, p.account) AND l.removed_in IS NULL
                 WHERE p.case_id = c.case_id AND p.ledger IN ('commitment.paid', 'budget.payment')
                   AND (EXISTS (SELECT 1 FROM keeps) OR l.section_id IN (SELECT g.section_id FROM charge g))))

-- Orders that were paid on lines of the reader's sections, and what is left to give back of each.
-- name: paidInCharge (sqlite)
@charge@,
mine (account) AS (
  SELECT DISTINCT 'budget:' || l.fiscal_year || ':' || l.code FROM budget_line l
   WHERE l.removed_in IS NULL AND l.section_id IN (SELECT h.section_id FROM charge h)
     AND l.fiscal_year >= CAST(substr(:today, 1, 4) AS INTEGER) - CASE WHEN substr(:today, 6) <= '05-31' THEN 1 ELSE 0 END),
committed (case_id) AS (
  SELECT DISTINCT p.case_id FROM mine m
    JOIN posting p ON p.account = m.account AND p.ledger = 'budget.commitment' AND p.state = 1 AND p.amount > 0),
ordered (case_id) AS (
  SELECT DISTINCT p.case_id
    FROM (SELECT m.account AS account, 'budget.payment' AS ledger FROM mine m
           UNION ALL SELECT 'case:' || o.case_id, 'commitment.paid' FROM committed o) a
    JOIN posting p ON p.account = a.account AND p.ledger = a.ledger AND p.state = 1)
SELECT @paidColumns@,
       (SELECT SUM(p.amount) FROM posting p WHERE p.case_id = c.case_id AND p.ledger IN ('commitment.paid', 'budget.payment'))
       - COALESCE((SELECT SUM(CASE WHEN p.state = 1 OR p.amount > 0 THEN p.amount ELSE 0 END) FROM posting p
                    WHERE p.account = 'case:' || c.case_id AND p.ledger = 'payment.returned' AND p.state IN (0, 1)), 0)
  FROM ordered o
  JOIN case_file c ON c.case_id = o.case_id
  JOIN content x ON x.case_id = c.case_id AND x.revision = c.revision
 WHERE @isPaid@
 ORDER BY c.case_id DESC LIMIT 500

-- name: remotePaidInCharge (postgresql)
SELECT d.ref, d.left_over FROM kessai.paid_in_charge() d

-- name: notaryAwaited
SELECT c.number, a.amount FROM case_file c JOIN (@moneyAwaited@) a ON a.case_id = c.case_id WHERE c.case_id = :case_id

-- The order that a case gives back of, and when it was paid.
-- name: notaryPaidOn
SELECT l.case_id, MAX(b.day)
  FROM posting p
  JOIN payment_line l ON l.case_id = CAST(SUBSTR(p.account, 6) AS BIGINT) AND l.returned IS NULL
  JOIN payment_batch b ON b.batch_id = l.batch_id AND b.state = 2
 WHERE p.case_id = :case_id AND p.ledger = 'payment.returned'
 GROUP BY l.case_id LIMIT 1

-- name: insertReceipt
INSERT INTO payment_receipt (case_id, day) VALUES (:case_id, :day)

-- name: remoteRecordReceipt (postgresql)
SELECT kessai.record_receipt(CAST(:case_id AS BIGINT), CAST(:day AS TEXT))

-- name: unpaid (sqlite)
@linesInCharge@,
of_late (account, open) AS (
  SELECT y.account, CASE WHEN y.later >= 0 THEN 1 ELSE 0 END
    FROM (SELECT m.account AS account,
                 CAST(substr(m.account, 8, 4) AS INTEGER)
                 - (CAST(substr(:today, 1, 4) AS INTEGER) - CASE WHEN substr(:today, 6) <= '05-31' THEN 1 ELSE 0 END) AS later
            FROM mine m) y
   WHERE y.later >= -1),
committed (case_id, open, amount) AS (
  SELECT p.case_id, MAX(m.open), SUM(p.amount)
    FROM of_late m JOIN posting p ON p.account = m.account AND p.ledger = 'budget.commitment' AND p.state = 1 AND p.amount > 0
   GROUP BY p.case_id),
moved (case_id, amount, ordered) AS (
  SELECT o.case_id,
         o.amount + COALESCE(SUM(CASE p.ledger WHEN 'commitment.increase' THEN p.amount WHEN 'commitment.decrease' THEN -p.amount END), 0),
         COALESCE(SUM(CASE p.ledger WHEN 'commitment.paid' THEN p.amount WHEN 'commitment.refund' THEN -p.amount END), 0)
    FROM committed o LEFT JOIN posting p ON p.account = 'case:' || o.case_id AND p.state = 1
   WHERE o.open = 1
   GROUP BY o.case_id, o.amount),
running (case_id, taker, given) AS (
  SELECT o.case_id, p.case_id, SUM(@direction@ * p.amount)
    FROM committed o JOIN posting p ON p.account = 'case:' || o.case_id AND p.state = 0
   WHERE o.open = 1
   GROUP BY o.case_id, p.case_id
   UNION ALL
  SELECT o.case_id, p.case_id, SUM(p.amount)
    FROM committed o
    JOIN cancellation k ON k.cancelled_id = o.case_id
    JOIN posting p ON p.case_id = k.case_id AND p.ledger = 'budget.commitment' AND p.state = 0
   WHERE o.open = 1
   GROUP BY o.case_id, p.case_id),
counts (yes) AS (SELECT COALESCE((@runningCounts@), 1) <> 0),
taken (case_id, amount) AS (SELECT r.case_id, SUM(-r.given) FROM running r WHERE r.given < 0 GROUP BY r.case_id),
standing (case_id, amount, left_over, taken) AS (
  SELECT m.case_id, m.amount, m.amount - m.ordered, COALESCE(t.amount, 0)
    FROM moved m LEFT JOIN taken t ON t.case_id = m.case_id),
voucher (case_id, state, day, amount, paid_on) AS (
  SELECT p.case_id, p.state, MIN(p.day), SUM(p.amount),
         (SELECT b.day FROM payment_line l JOIN payment_batch b ON b.batch_id = l.batch_id
           WHERE l.case_id = p.case_id AND l.returned IS NULL AND b.state = 2)
    FROM (SELECT m.account AS account, 'budget.payment' AS ledger FROM of_late m
           UNION ALL SELECT 'case:' || o.case_id, 'commitment.paid' FROM committed o) a
    JOIN posting p ON p.account = a.account AND p.ledger = a.ledger AND p.state IN (0, 1)
   GROUP BY p.case_id, p.state),
refunding (case_id) AS (
  SELECT p.case_id
    FROM (SELECT m.account AS account, 'budget.refund' AS ledger FROM of_late m
           UNION ALL SELECT 'case:' || o.case_id, 'commitment.refund' FROM committed o) a
    JOIN posting p ON p.account = a.account AND p.ledger = a.ledger AND p.state = 1)
SELECT c.case_id, c.number, c.form, c.title, c.drafter_name, u.kind, u.amount, u.left_over,
       CASE u.kind WHEN 3 THEN @termOf@ ELSE u.day END,
       CASE WHEN @readable@ THEN 1 ELSE 0 END,
       CASE u.kind WHEN 2 THEN COALESCE(
         (SELECT @termOf@ FROM case_file c
           WHERE c.case_id IN (SELECT CAST(substr(p.account, 6) AS INTEGER) FROM posting p
                                WHERE p.case_id = u.case_id AND p.ledger = 'commitment.paid')),
         (SELECT json_extract(x.fields, '$.until') FROM content x
           WHERE x.case_id = c.case_id AND x.revision = c.revision AND c.form = 'travel_order'
             AND json_extract(x.fields, '$.until') GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')) END,
       COALESCE(json_extract(w.fields, '$.payee.name'), json_extract(w.fields, '$.debtor'), ''), c.drafter_section,
       CASE u.kind WHEN 4 THEN c.ordered ELSE 0 END, u.twice
  FROM (SELECT s.case_id AS case_id, 3 AS kind, s.amount AS amount, s.left_over - CASE WHEN n.yes THEN s.taken ELSE 0 END AS left_over,
               NULL AS day, CASE WHEN n.yes THEN 0 ELSE MIN(s.left_over, s.taken) END AS twice
          FROM standing s CROSS JOIN counts n WHERE s.left_over > CASE WHEN n.yes THEN s.taken ELSE 0 END
         UNION ALL SELECT v.case_id, CASE v.state WHEN 1 THEN 0 ELSE 4 END, v.amount, v.amount, v.day, 0 FROM voucher v
                    WHERE v.amount > 0 AND v.paid_on IS NULL
         UNION ALL SELECT a.case_id, 1, a.amount, a.amount, a.day, 0 FROM (@moneyAwaited@) a
                    WHERE a.case_id IN (SELECT p.case_id FROM refunding p)
         UNION ALL SELECT v.case_id, 2, v.amount, v.amount, v.paid_on, 0 FROM voucher v
                     JOIN case_file h ON h.case_id = v.case_id
                     JOIN content x ON x.case_id = h.case_id AND x.revision = h.revision
                    WHERE v.amount > 0 AND v.paid_on IS NOT NULL AND json_extract(x.fields, '$.pay_method') IN ('advance', 'estimate', 'prepaid')
                      AND COALESCE((SELECT SUM(s.amount) FROM posting s
                                     WHERE s.account = 'case:' || v.case_id AND s.ledger = 'payment.settled' AND s.state = 1), 0) <= 0
                      AND v.amount > COALESCE((SELECT SUM(s.amount) FROM posting s
                                                WHERE s.account = 'case:' || v.case_id AND s.ledger = 'payment.returned' AND s.state = 1), 0)) u
  JOIN case_file c ON c.case_id = u.case_id AND c.state = CASE u.kind WHEN 4 THEN 1 ELSE 4 END
  JOIN content w ON w.case_id = c.case_id AND w.revision = c.revision
 WHERE NOT EXISTS (SELECT 1 FROM cancellation k WHERE k.cancelled_id = c.case_id AND k.decided = 1)
 ORDER BY CASE u.kind WHEN 1 THEN 0 WHEN 2 THEN 1 WHEN 3 THEN 3 ELSE 2 END, u.day, CASE u.kind WHEN 3 THEN -c.case_id ELSE c.case_id END LIMIT 501

-- name: remoteUnpaid (postgresql)
SELECT u.case_id, u.number, u.form, u.title, u.drafter, u.kind, u.amount, u.left_over, u.day, u.readable, u.term,
       u.payee, u.section, u.ordered, u.twice
  FROM kessai.owed() u

-- What the notary in this program writes.

-- name: notaryInBatch
SELECT 1 FROM payment_line WHERE case_id = :case_id AND returned IS NULL
UNION ALL
SELECT 1 FROM payment_receipt WHERE case_id = :case_id
UNION ALL
SELECT 1 FROM posting WHERE account = 'case:' || CAST(:case_id AS BIGINT) AND ledger = 'payment.returned' AND state IN (0, 1)
 GROUP BY account HAVING SUM(amount) > 0

-- Whether somebody wrote the file of a batch.
-- name: notaryWroteFile
SELECT 1 FROM payment_act a
 WHERE a.act_no = (SELECT MAX(b.act_no) FROM payment_act b WHERE b.batch_id = :batch_id AND b.kind IN (1, 2)) AND a.made_by = :me

-- Who registered a revision of a payee.
-- name: notaryPayeeMaker
SELECT made_by FROM payee WHERE code = :code AND revision = :revision

-- name: lastPayment
SELECT COALESCE((SELECT MAX(b.batch_id) FROM payment_batch b), 0), COALESCE((SELECT MAX(a.act_no) FROM payment_act a), 0),
       COALESCE((SELECT a.hash FROM payment_act a ORDER BY a.act_no DESC LIMIT 1), '')

-- name: batchState
SELECT b.state, b.day, b.source, COALESCE((SELECT a.said FROM payment_act a WHERE a.batch_id = b.batch_id AND a.kind = 1), '')
  FROM payment_batch b WHERE b.batch_id = :batch_id

-- name: insertBatch
INSERT INTO payment_batch (batch_id, day, source) VALUES (:batch_id, :day, :source)

-- name: insertPaymentLine
INSERT INTO payment_line (batch_id, no, case_id, amount, transfer, payee, revision, name, bank, bank_name, branch, branch_name, account_type,
                          account, holder)
SELECT CAST(:batch_id AS BIGINT), CAST(:no AS INTEGER), CAST(:case_id AS BIGINT), CAST(:amount AS BIGINT), CAST(:transfer AS INTEGER), p.code, p.revision, p.name, p.bank, p.bank_name, p.branch, p.branch_name, p.account_type,
       p.account, p.holder
  FROM payee p
 WHERE p.code = :code AND p.revision = :revision AND p.name = :name AND p.holder_differs = :holder_differs AND @newestPayee@

-- name: setBatchState
UPDATE payment_batch SET state = :state WHERE batch_id = :batch_id

-- One line, or, for 0, all.
-- name: returnPayment
UPDATE payment_line SET returned = :reason WHERE batch_id = :batch_id AND returned IS NULL AND (CAST(:no AS INTEGER) = 0 OR no = :no)

-- name: insertPaymentAct
INSERT INTO payment_act (act_no, batch_id, kind, said, made_by, made_name, made_at, previous, hash)
VALUES (:act_no, :batch_id, :kind, :said, :made_by, :made_name, :made_at, :previous, :hash)

-- name: insertTransferSource
INSERT INTO payment_source (revision, code, bank, bank_name, branch, branch_name, account_type, account, holder)
VALUES (:revision, :code, :bank, :bank_name, :branch, :branch_name, :account_type, :account, :holder)

-- name: remoteMakeBatch (postgresql)
SELECT kessai.make_payment_batch(CAST(:day AS TEXT), CAST(:entries AS TEXT))

-- name: remoteExportBatch (postgresql)
SELECT kessai.export_payments(CAST(:batch_id AS BIGINT), CAST(:sha256 AS TEXT), CAST(:reason AS TEXT))

-- name: remoteConfirmBatch (postgresql)
SELECT kessai.confirm_payments(CAST(:batch_id AS BIGINT), CAST(:entries AS TEXT))

-- name: remoteReturnPayments (postgresql)
SELECT kessai.return_payments(CAST(:batch_id AS BIGINT), CAST(:entries AS TEXT))

-- name: remoteDiscardBatch (postgresql)
SELECT kessai.discard_payments(CAST(:batch_id AS BIGINT), CAST(:reason AS TEXT))

-- name: remoteSetSource (postgresql)
SELECT kessai.set_transfer_source(CAST(:entries AS TEXT))

-- Orders of payment that run or are decided and have the same amount, or a file of these: whether such a file, whether the same payee, and
-- what is said of the invoice.
-- name: invoicesNear (sqlite)
WITH given (sha256) AS (SELECT value FROM json_each(:files)),
found (case_id, filed) AS (
  SELECT p.case_id, 0 FROM posting p
   WHERE p.ledger IN ('commitment.paid', 'budget.payment') AND p.amount = :amount AND p.day BETWEEN :since AND :upto AND p.state IN (0, 1)
   UNION ALL
  SELECT t.case_id, 1 FROM given g JOIN attachment t ON t.sha256 = g.sha256
    JOIN case_file c ON c.case_id = t.case_id AND c.revision = t.revision
   WHERE EXISTS (SELECT 1 FROM posting p
                  WHERE p.case_id = t.case_id AND p.ledger IN ('commitment.paid', 'budget.payment') AND p.state IN (0, 1)
                    AND p.day BETWEEN :since AND :upto AND p.account <> :commitment))
SELECT c.number, c.drafter_section, MAX(f.filed),
       CASE WHEN MIN(f.filed) = 0 AND COALESCE(json_extract(x.fields, '$.payee.code'), '') = :payee THEN 1 ELSE 0 END,
       COALESCE(json_extract(x.fields, '$.invoiced_on'), ''), COALESCE(json_extract(x.fields, '$.invoice_number'), '')
  FROM found f
  JOIN case_file c ON c.case_id = f.case_id AND c.state IN (1, 4)
  JOIN content x ON x.case_id = c.case_id AND x.revision = c.revision
 WHERE c.case_id <> :itself
   AND NOT EXISTS (SELECT 1 FROM cancellation k WHERE k.cancelled_id = c.case_id AND k.decided = 1)
 GROUP BY c.case_id, c.number, c.drafter_section, x.fields
 ORDER BY c.case_id

-- name: remoteInvoiceTwins (postgresql)
SELECT t.number, t.section, t.same_file FROM kessai.invoice_twins(CAST(:marks AS TEXT)) t

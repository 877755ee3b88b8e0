-- What the accounting section examines.

-- What waits for the reader's examination (0), what is on its way there (1), and what left it and is not ordered yet (2), in one answer.
-- name: vouchers
SELECT w.* FROM (
  SELECT @rowColumns@, t.arrived, CAST(@voucherFacts@ AS TEXT), 0 AS stage
    FROM (SELECT a.case_id, MAX(a.arrived_at) AS arrived, MIN(a.step_no) AS step_no
            FROM (@waiting@) a WHERE a.state = 1 GROUP BY a.case_id) t
    JOIN case_file c ON c.case_id = t.case_id
    JOIN step k ON k.case_id = c.case_id AND k.round = c.round AND k.step_no = t.step_no
    JOIN content x ON x.case_id = c.case_id AND x.revision = c.revision
   WHERE k.kind = 2 AND @others@ AND @formMatches@
  UNION ALL
  @nearVouchers@) w
 ORDER BY stage LIMIT 5000

-- Of the content, what says when and whom it pays, and by when it is to.
-- fragment: voucherFacts (sqlite)
json_object('payment_on', json_extract(x.fields, '$.payment_on'), 'invoice', json_extract(x.fields, '$.invoice'),
            'received_on', json_extract(x.fields, '$.received_on'), 'terms', json_extract(x.fields, '$.terms'),
            'completed_on', json_extract(x.fields, '$.completed_on'), 'inspected_on', json_extract(x.fields, '$.inspected_on'),
            'return_by', json_extract(x.fields, '$.return_by'),
            'payee', json_object('name', COALESCE(json_extract(x.fields, '$.payee.name'), json_extract(x.fields, '$.debtor'))))

-- fragment: voucherFacts (postgresql)
kessai.voucher_facts(x.fields)

-- fragment: nearVouchers (sqlite)
SELECT @rowColumns@, CAST(NULL AS BIGINT), CAST(@voucherFacts@ AS TEXT), CASE WHEN @examinationOpen@ THEN 1 ELSE 2 END
  FROM case_file c
  JOIN content x ON x.case_id = c.case_id AND x.revision = c.revision
 WHERE c.state = 1 AND c.drafter_id <> :me AND COALESCE(c.filer_id, 0) <> :me AND @formMatches@
   AND (json_type(x.fields, '$.payment_on') IS NOT NULL OR json_type(x.fields, '$.voucher.amount') IS NOT NULL)
   AND EXISTS (SELECT 1 FROM step k JOIN assignment a ON a.case_id = k.case_id AND a.round = k.round AND a.step_no = k.step_no
                WHERE k.case_id = c.case_id AND k.round = c.round AND k.kind = 2 AND a.party @inMine@
                  AND (a.state = 0 OR NOT @examinationOpen@))

-- fragment: examinationOpen (sqlite)
EXISTS (SELECT 1 FROM step s JOIN assignment o ON o.case_id = s.case_id AND o.round = s.round AND o.step_no = s.step_no
         WHERE s.case_id = c.case_id AND s.round = c.round AND s.kind = 2 AND o.state IN (0, 1))

-- fragment: nearVouchers (postgresql)
SELECT v.case_id, v.number, v.form, v.title, v.drafter_id, v.drafter_name, v.drafter_section, v.amount, 1, v.seq,
       v.urgent, v.attachments, v.submitted_at, v.changed_at, v.now_with, v.important, CAST(NULL AS TEXT), 0,
       CAST(NULL AS BIGINT), 0, CAST(NULL AS BIGINT), v.facts, v.stage
  FROM kessai.vouchers_near(CAST(:forms AS TEXT)) v

-- Decided cases that say how a commitment was inspected, which the reader may read, or whose line is their section's; what was cancelled says nothing.
-- name: inspectionsOf (sqlite)
@charge@
SELECT i.case_id, i.number, i.drafter_id, i.drafter_name,
       json_object('result', json_extract(x.fields, '$.result'), 'inspected_on', json_extract(x.fields, '$.inspected_on'),
                   'completed_on', json_extract(x.fields, '$.completed_on'))
  FROM case_file i JOIN content x ON x.case_id = i.case_id AND x.revision = i.revision
 WHERE i.case_id > :commitment AND i.form = :form AND i.state = 4 AND json_extract(x.fields, '$.commitment.case') = :commitment
   AND NOT EXISTS (SELECT 1 FROM cancellation k WHERE k.case_id = i.case_id OR (k.cancelled_id = i.case_id AND k.decided = 1))
   AND (EXISTS (SELECT 1 FROM case_file c WHERE c.case_id = :commitment AND @readable@)
     OR EXISTS (SELECT 1 FROM posting p
                  JOIN budget_line l ON 'budget:' || l.fiscal_year || ':' || l.code = p.account AND l.removed_in IS NULL
                 WHERE p.case_id = :commitment AND p.ledger = 'budget.commitment' AND p.state = 1
                   AND l.section_id IN (SELECT g.section_id FROM charge g)))
 ORDER BY i.case_id LIMIT 100

-- name: inspectionsOf (postgresql)
SELECT i.case_id, i.number, i.drafter_id, i.drafter_name, i.facts
  FROM kessai.inspections_of(CAST(:commitment AS BIGINT), CAST(:form AS TEXT)) i

-- Why cases were sent back, of those that moved since then.
-- name: returnReasons (sqlite)
SELECT json_extract(e.payload, '$.reason')
  FROM case_file c JOIN event e ON e.case_id = c.case_id
 WHERE c.changed_at >= :since AND c.seq > 0 AND @formMatches@ AND e.code = 'returned' AND e.at >= :since AND @readable@

-- name: returnReasons (postgresql)
SELECT CAST(e.payload AS jsonb) ->> 'reason'
  FROM case_file c JOIN event e ON e.case_id = c.case_id
 WHERE c.changed_at >= :since AND c.seq > 0 AND @formMatches@ AND e.code = 'returned' AND e.at >= :since

-- The notary in this program --------------------------------------------------------------------------------------------

-- Whether a commitment is paid of only after a report of its inspection, and the reports there are (migration 0037 says the same).
-- name: notaryNeedsReport (sqlite)
SELECT 1
  FROM case_file c JOIN content x ON x.case_id = c.case_id AND x.revision = c.revision
 WHERE c.case_id = :case_id AND json_extract(x.fields, '$.contract_kind') NOT IN ('none', 'lease')
   AND (SELECT m.value FROM parameter m WHERE m.key = 'inspection.report_yen' AND m.valid_from <= :today
         ORDER BY m.valid_from DESC, m.added_in DESC LIMIT 1)
       BETWEEN 1 AND (SELECT COALESCE(SUM(CASE WHEN p.ledger = 'commitment.decrease' THEN -p.amount ELSE p.amount END), 0) FROM posting p
                       WHERE p.state = 1
                         AND ((p.case_id = c.case_id AND p.ledger = 'budget.commitment')
                           OR (p.account = 'case:' || c.case_id AND p.ledger IN ('commitment.increase', 'commitment.decrease'))))

-- name: notaryNeedsReport (postgresql)
SELECT 1
  FROM case_file c JOIN content x ON x.case_id = c.case_id AND x.revision = c.revision
 WHERE c.case_id = :case_id AND CAST(x.fields AS jsonb) ->> 'contract_kind' NOT IN ('none', 'lease')
   AND (SELECT m.value FROM parameter m WHERE m.key = 'inspection.report_yen' AND m.valid_from <= :today
         ORDER BY m.valid_from DESC, m.added_in DESC LIMIT 1)
       BETWEEN 1 AND (SELECT COALESCE(SUM(CASE WHEN p.ledger = 'commitment.decrease' THEN -p.amount ELSE p.amount END), 0) FROM posting p
                       WHERE p.state = 1
                         AND ((p.case_id = c.case_id AND p.ledger = 'budget.commitment')
                           OR (p.account = 'case:' || c.case_id AND p.ledger IN ('commitment.increase', 'commitment.decrease'))))

-- name: notaryReports (sqlite)
SELECT COALESCE(json_extract(x.fields, '$.result') = 'passed', 0), json_extract(x.fields, '$.inspected_on'), i.drafter_id
  FROM case_file i JOIN content x ON x.case_id = i.case_id AND x.revision = i.revision
 WHERE i.case_id > :case_id AND i.form = 'inspection' AND i.state = 4 AND json_extract(x.fields, '$.commitment.case') = :case_id
   AND NOT EXISTS (SELECT 1 FROM cancellation k WHERE k.case_id = i.case_id OR (k.cancelled_id = i.case_id AND k.decided = 1))
 ORDER BY 2 DESC, i.case_id DESC

-- name: notaryReports (postgresql)
SELECT CASE WHEN CAST(x.fields AS jsonb) ->> 'result' = 'passed' THEN 1 ELSE 0 END, CAST(x.fields AS jsonb) ->> 'inspected_on', i.drafter_id
  FROM case_file i JOIN content x ON x.case_id = i.case_id AND x.revision = i.revision
 WHERE i.case_id > :case_id AND i.form = 'inspection' AND i.state = 4 AND CAST(x.fields AS jsonb) #>> '{commitment,case}' = CAST(CAST(:case_id AS BIGINT) AS TEXT)
   AND NOT EXISTS (SELECT 1 FROM cancellation k WHERE k.case_id = i.case_id OR (k.cancelled_id = i.case_id AND k.decided = 1))
 ORDER BY 2 DESC, i.case_id DESC

-- Whether a file is attached to a case, to the decided commitment it pays, to a report of how that was inspected, or to the order it gives
-- back of.
-- name: proofAttached (sqlite)
SELECT 1 FROM attachment t JOIN case_file c ON c.case_id = t.case_id AND c.revision = t.revision
 WHERE t.sha256 = :sha256
   AND (t.case_id = :case_id
        OR (c.state = 4 AND EXISTS (SELECT 1 FROM posting p WHERE p.case_id = :case_id
                                       AND p.account IN ('case:' || t.case_id,
                                                         'case:' || (SELECT json_extract(x.fields, '$.commitment.case') FROM content x
                                                                      WHERE x.case_id = c.case_id AND x.revision = c.revision AND c.form = 'inspection'))
                                       AND p.ledger IN ('commitment.paid', 'payment.returned', 'payment.settled')
                                       AND p.state IN (0, 1))))
 LIMIT 1

-- name: proofAttached (postgresql)
SELECT 1 FROM attachment t JOIN case_file c ON c.case_id = t.case_id AND c.revision = t.revision
 WHERE t.sha256 = :sha256
   AND (t.case_id = :case_id
        OR (c.state = 4 AND EXISTS (SELECT 1 FROM posting p WHERE p.case_id = :case_id
                                       AND p.account IN ('case:' || t.case_id,
                                                         'case:' || (SELECT CAST(x.fields AS jsonb) #>> '{commitment,case}' FROM content x
                                                                      WHERE x.case_id = c.case_id AND x.revision = c.revision AND c.form = 'inspection'))
                                       AND p.ledger IN ('commitment.paid', 'payment.returned', 'payment.settled')
                                       AND p.state IN (0, 1))))
 LIMIT 1

-- name: proofMarksOf
SELECT COALESCE(MAX(no), 0) FROM proof_mark WHERE case_id = :case_id

-- name: insertProofMark
INSERT INTO proof_mark (case_id, no, revision, field, ticked, sha256, page, place_x, place_y, place_width, place_height, staff_id,
                        staff_name, made_at)
VALUES (:case_id, :no, :revision, :field, :ticked, :sha256, :page, :x, :y, :width, :height, :staff_id, :staff_name, :made_at)

-- name: remoteMarkProof (postgresql)
SELECT kessai.mark_proof(:case_id, :revision, :field, :ticked, :sha256, :page, :x, :y, :width, :height)

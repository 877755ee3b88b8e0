-- oldest client: 1
-- What examiners ticked off (core/cases/proofmark.h), what will come to them, and the commitments behind what they examine. Nothing is
-- changed: the last tick of a field says how it stands.
CREATE TABLE kessai.proof_mark (
  case_id      BIGINT NOT NULL REFERENCES kessai.case_file (case_id),
  no           INTEGER NOT NULL, -- 1, 2, 3, ... of a case
  revision     INTEGER NOT NULL, -- of the content that was read
  field        TEXT NOT NULL,
  ticked       INTEGER NOT NULL,
  sha256       TEXT, -- the file that says so, and where; NULL = nobody said where
  page         INTEGER,
  place_x      INTEGER, -- in ten-thousandths of the page
  place_y      INTEGER,
  place_width  INTEGER,
  place_height INTEGER,
  staff_id     BIGINT NOT NULL,
  staff_name   TEXT NOT NULL,
  made_at      BIGINT NOT NULL,
  PRIMARY KEY (case_id, no)
);

-- Whoever may read a case reads what was ticked in it.
ALTER TABLE kessai.proof_mark ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON kessai.proof_mark FOR SELECT USING (
  (SELECT true FROM kessai.case_file c WHERE c.case_id = proof_mark.case_id LIMIT 1));
DO $$
BEGIN
  EXECUTE format('GRANT SELECT ON kessai.proof_mark TO %I', kessai.staff_group());
END $$;

-- The commitment behind a payment -----------------------------------------------------------------------------------------

-- Whether a decided case is the commitment of a payment that came to me to examine or decide, which is compared with what was committed, or a
-- report of how that was inspected.
-- What the payment says of it is its posting, which the notary let it have; whoever files a payment opens nothing by it.
CREATE FUNCTION kessai.reads_by_payment(p_case bigint) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  committed bigint := coalesce((
    SELECT CASE WHEN x.fields::jsonb #>> '{commitment,case}' ~ '^[1-9][0-9]{0,17}$' THEN (x.fields::jsonb #>> '{commitment,case}')::bigint END
      FROM kessai.case_file i JOIN kessai.content x ON x.case_id = i.case_id AND x.revision = i.revision
     WHERE i.case_id = p_case AND i.form = 'inspection' AND i.state = 4), p_case);
BEGIN
  RETURN EXISTS (
    SELECT FROM kessai.posting p JOIN kessai.case_file v ON v.case_id = p.case_id
     WHERE p.account = 'case:' || committed AND p.ledger = 'commitment.paid' AND p.state IN (0, 1) AND v.state IN (1, 4)
       AND v.drafter_id IS DISTINCT FROM kessai.my_staff_id() AND v.filer_id IS DISTINCT FROM kessai.my_staff_id()
       AND EXISTS (
         SELECT FROM kessai.step s
           JOIN kessai.assignment a ON a.case_id = s.case_id AND a.round = s.round AND a.step_no = s.step_no AND a.state <> 0
          WHERE s.case_id = v.case_id AND s.round = v.round AND s.kind IN (2, 3)
            AND (a.party = ANY ((SELECT kessai.my_sight())::bigint[])
                 OR kessai.is_beside((SELECT kessai.my_stand_ins_beside()), a.party, v.drafter_id, v.filer_id)
                 OR kessai.is_limited_to((SELECT kessai.my_limited_parties()), a.party, v.form, v.amount))));
END $$;

-- Whether anything was ever asked of me by which I might read so: to most of the staff it was not, and no row is looked at for them.
CREATE FUNCTION kessai.examines_or_decides() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  RETURN cardinality(kessai.my_stand_ins_beside()) > 0 OR cardinality(kessai.my_limited_parties()) > 0 OR EXISTS (
    SELECT FROM kessai.case_access r
      JOIN kessai.assignment a ON a.case_id = r.case_id AND a.party = r.party
      JOIN kessai.step s ON s.case_id = a.case_id AND s.round = a.round AND s.step_no = a.step_no AND s.kind IN (2, 3)
     WHERE r.party = ANY ((SELECT kessai.my_sight())::bigint[]));
END $$;

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
              AND kessai.is_limited_to((SELECT kessai.my_limited_parties())::text[], a.party, case_file.form, case_file.amount) LIMIT 1))
  OR (state = 4 AND (SELECT kessai.examines_or_decides()) AND kessai.reads_by_payment(case_id)));

-- What comes ---------------------------------------------------------------------------------------------------------------

-- Of a content, what says when and whom it pays, and by when it is to.
CREATE FUNCTION kessai.voucher_facts(p_fields text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  said jsonb := p_fields;
BEGIN
  RETURN jsonb_build_object('payment_on', said->'payment_on', 'invoice', said->'invoice', 'received_on', said->'received_on',
                            'terms', said->'terms', 'completed_on', said->'completed_on', 'inspected_on', said->'inspected_on',
                            'payee', jsonb_build_object('name', said#>'{payee,name}'));
END $$;

-- Running cases of some forms (',payment,') whose examination will be the caller's and has not come (stage 1), or was the caller's and is
-- over, so that only the order is waited for (2): when they are to be paid, and where they are. Papers stay closed until they arrive.
CREATE FUNCTION kessai.vouchers_near(p_forms text)
RETURNS TABLE (case_id bigint, number text, form text, title text, drafter_id bigint, drafter_name text, drafter_section text,
               amount bigint, seq integer, urgent integer, attachments integer, submitted_at bigint, changed_at bigint,
               now_with text, important integer, facts text, stage integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  parties bigint[] := kessai.my_parties();
BEGIN
  IF me IS NULL THEN
    RETURN;
  END IF;
  PERFORM kessai.check_length(p_forms, 4000, 'the list of forms');
  RETURN QUERY
  SELECT c.case_id, c.number, c.form, c.title, c.drafter_id, c.drafter_name, c.drafter_section, c.amount, c.seq, c.urgent,
         c.attachments, c.submitted_at, c.changed_at, c.now_with, c.important, kessai.voucher_facts(x.fields), CASE WHEN e.comes THEN 1 ELSE 2 END
    FROM kessai.case_file c
    JOIN kessai.content x ON x.case_id = c.case_id AND x.revision = c.revision
    CROSS JOIN LATERAL (
      SELECT bool_or(a.party = ANY (parties)) AS mine, bool_or(a.state = 0 AND a.party = ANY (parties)) AS comes,
             bool_or(a.state IN (0, 1)) AS open
        FROM kessai.step s
        JOIN kessai.assignment a ON a.case_id = s.case_id AND a.round = s.round AND a.step_no = s.step_no
       WHERE s.case_id = c.case_id AND s.round = c.round AND s.kind = 2) e
   WHERE c.state < 4 AND c.state = 1 AND strpos(p_forms, ',' || c.form || ',') > 0
     AND c.drafter_id <> me AND c.filer_id IS DISTINCT FROM me AND x.fields::jsonb ? 'payment_on'
     AND (e.comes OR (e.mine AND NOT e.open))
   ORDER BY c.case_id LIMIT 5000;
END $$;

-- The decided cases of a form that say of a commitment the caller may read, or whose line is their section's, how it was inspected, with who drafted each: no more of them
-- than that, and nothing of what was cancelled. Whoever inspects refers to a commitment that was there before.
CREATE FUNCTION kessai.inspections_of(p_commitment bigint, p_form text)
RETURNS TABLE (case_id bigint, number text, drafter_id bigint, drafter_name text, facts text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  IF NOT coalesce(kessai.may_read(p_commitment), false) AND NOT EXISTS (
       SELECT FROM kessai.posting p
         JOIN kessai.budget_line l ON 'budget:' || l.fiscal_year || ':' || l.code = p.account AND l.removed_in IS NULL
        WHERE p.case_id = p_commitment AND p.ledger = 'budget.commitment' AND p.state = 1
          AND l.section_id = ANY ((SELECT b.sections FROM kessai.budget_charge(kessai.my_staff_id(), kessai.today()) b)::bigint[])) THEN
    RETURN;
  END IF;
  PERFORM kessai.check_length(p_form, 200, 'the form');
  RETURN QUERY
  SELECT c.case_id, c.number, c.drafter_id, c.drafter_name, s.facts
    FROM kessai.case_file c
    JOIN kessai.content x ON x.case_id = c.case_id AND x.revision = c.revision
    CROSS JOIN LATERAL (
      SELECT x.fields::jsonb #>> '{commitment,case}' AS commitment,
             jsonb_build_object('result', x.fields::jsonb->'result', 'inspected_on', x.fields::jsonb->'inspected_on',
                                'completed_on', x.fields::jsonb->'completed_on')::text AS facts) s
   WHERE c.case_id > p_commitment AND c.form = p_form AND c.state = 4 AND s.commitment = p_commitment::text
     AND NOT EXISTS (SELECT FROM kessai.cancellation k WHERE k.case_id = c.case_id OR (k.cancelled_id = c.case_id AND k.decided = 1))
   ORDER BY c.case_id LIMIT 100;
END $$;

-- Ticks --------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION kessai.mark_proof(p_case bigint, p_revision integer, p_field text, p_ticked integer, p_sha256 text, p_page integer,
                                  p_x integer, p_y integer, p_width integer, p_height integer)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  c kessai.case_file;
  made integer;
BEGIN
  SELECT * INTO c FROM kessai.case_file f WHERE f.case_id = p_case FOR NO KEY UPDATE;
  IF NOT FOUND OR NOT kessai.was_sent(p_case) THEN
    PERFORM kessai.fault('NotFound', 'there is no such case');
  ELSIF c.state <> 1 OR c.drafter_id = me OR c.filer_id IS NOT DISTINCT FROM me OR NOT EXISTS (
       SELECT FROM kessai.step s
         JOIN kessai.assignment a ON a.case_id = s.case_id AND a.round = s.round AND a.step_no = s.step_no
        WHERE s.case_id = p_case AND s.round = c.round AND s.kind = 2 AND a.state = 1
          AND (a.party = ANY (kessai.my_parties())
               OR kessai.is_limited_to((SELECT kessai.my_limited_parties()), a.party, c.form, c.amount))) THEN
    PERFORM kessai.refuse('NotYourTurn', 'no examination of the case waits for the caller');
  ELSIF p_revision IS DISTINCT FROM c.revision THEN
    PERFORM kessai.refuse('Stale', 'the content is another one');
  ELSIF coalesce(p_field !~ '^[a-z][a-z0-9_]{0,39}$', true) OR coalesce(p_ticked NOT IN (0, 1), true) THEN
    PERFORM kessai.fault('Invalid', 'a tick is on a field');
  ELSIF p_sha256 IS NULL THEN
    p_page := NULL; p_x := NULL; p_y := NULL; p_width := NULL; p_height := NULL;
  ELSIF coalesce(p_page NOT BETWEEN 0 AND 99999 OR least(p_x, p_y, p_width, p_height) < 0 OR p_x + p_width > 10000
                 OR p_y + p_height > 10000, true)
     OR p_x IS NULL OR p_y IS NULL OR p_width IS NULL OR p_height IS NULL
     OR NOT EXISTS (
       SELECT FROM kessai.attachment t JOIN kessai.case_file f ON f.case_id = t.case_id AND f.revision = t.revision
        WHERE t.sha256 = p_sha256
          AND (t.case_id = p_case
               OR (f.state = 4 AND EXISTS (SELECT FROM kessai.posting p
                                            WHERE p.case_id = p_case
                                              AND p.account IN ('case:' || t.case_id, 'case:' || (
                                                SELECT x.fields::jsonb #>> '{commitment,case}' FROM kessai.content x
                                                 WHERE x.case_id = f.case_id AND x.revision = f.revision AND f.form = 'inspection'))
                                              AND p.ledger = 'commitment.paid' AND p.state IN (0, 1))))) THEN
    PERFORM kessai.fault('Invalid', 'the proof is a page of a file of the case');
  END IF;
  SELECT coalesce(max(m.no), 0) INTO made FROM kessai.proof_mark m WHERE m.case_id = p_case;
  IF made >= 2000 THEN
    PERFORM kessai.refuse('TooManyEntries', 'that is enough for a case');
  END IF;
  INSERT INTO kessai.proof_mark (case_id, no, revision, field, ticked, sha256, page, place_x, place_y, place_width, place_height,
                                 staff_id, staff_name, made_at)
  VALUES (p_case, made + 1, p_revision, p_field, p_ticked, p_sha256, p_page, p_x, p_y, p_width, p_height, me,
          kessai.person_name(me, kessai.today()), kessai.now_us());
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.reads_by_payment(bigint)', 'kessai.examines_or_decides()', 'kessai.voucher_facts(text)', 'kessai.vouchers_near(text)', 'kessai.inspections_of(bigint, text)',
                          'kessai.mark_proof(bigint, integer, text, integer, text, integer, integer, integer, integer, integer)');

-- oldest client: 1
-- What grew with the office and need not.

-- Until when a commitment is to be paid for: as the newest decided change of it says, or it itself. By keys: asked whether a case is the
-- commitment or one of its changes, the server read every case there is, for every line of the list of what is not paid.
CREATE OR REPLACE FUNCTION kessai.term_of(p_commitment bigint) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT x.fields::jsonb->>'term_until'
      FROM (SELECT p_commitment AS case_id
             UNION ALL
            SELECT p.case_id FROM kessai.posting p
             WHERE p.account = 'case:' || p_commitment AND p.ledger IN ('commitment.increase', 'commitment.decrease') AND p.state = 1) said
      JOIN kessai.case_file c ON c.case_id = said.case_id
      JOIN kessai.content x ON x.case_id = c.case_id AND x.revision = c.revision
     WHERE NOT EXISTS (SELECT FROM kessai.cancellation k WHERE k.case_id = c.case_id AND k.decided = 1)
       AND NOT EXISTS (SELECT FROM kessai.cancellation k WHERE k.cancelled_id = c.case_id AND k.decided = 1)
       AND x.fields::jsonb->>'term_until' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
     ORDER BY c.case_id DESC LIMIT 1);
END $$;

-- Planned anew at every opening, where the statistics are those of a young office, a case cost ten times what reading it does.
CALL kessai.plan_once('kessai.load_case(bigint)');

-- The same as case_of_drafter (0006): every act wrote both.
DROP INDEX kessai.case_own;

CALL kessai.adopt();

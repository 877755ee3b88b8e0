-- oldest client: 15
-- Cancelling what was decided (取消). A row is a cancellation that runs or is decided; one that ended otherwise, or came back to its
-- drafter, has none, and the case it named is free again. Whether a content says so, every reader checks (core/cases/cancellation.h).

CREATE TABLE kessai.cancellation (
  case_id          BIGINT PRIMARY KEY REFERENCES kessai.case_file (case_id),
  cancelled_id     BIGINT NOT NULL REFERENCES kessai.case_file (case_id),
  number           TEXT NOT NULL,
  cancelled_number TEXT NOT NULL,
  decided          INTEGER NOT NULL DEFAULT 0,
  part_from        TEXT, -- the days of a leave that are taken back; NULL = all that is left
  part_until       TEXT
);
CREATE INDEX cancellation_by_original ON kessai.cancellation (cancelled_id);
CREATE UNIQUE INDEX cancellation_running ON kessai.cancellation (cancelled_id) WHERE decided = 0; -- one at a time

-- Whoever may read either case knows of the other; its content is not among that.
ALTER TABLE kessai.cancellation ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON kessai.cancellation FOR SELECT USING (
  (SELECT true FROM kessai.case_file c WHERE c.case_id IN (cancellation.case_id, cancellation.cancelled_id) LIMIT 1));
DO $$
BEGIN
  EXECUTE format('GRANT SELECT ON kessai.cancellation TO %I', kessai.staff_group());
END $$;

-- Whether somebody heads the 課 a post lies in, or a larger part of the office that it lies in.
CREATE FUNCTION kessai.heads_line(person bigint, post bigint, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  FOR its_level IN 0..2 LOOP
    IF kessai.holds_post(person, kessai.line_head(post, its_level, day), day) THEN
      RETURN true;
    END IF;
  END LOOP;
  RETURN false;
END $$;

-- Whether a decided case is the drafter's to cancel: their own, or that of somebody whose line they head, which they were sent. An auditor
-- reads and changes nothing.
CREATE FUNCTION kessai.may_cancel(c kessai.case_file, o kessai.case_file, said jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT said ? 'drafter' THEN
    RETURN o.drafter_id = c.drafter_id;
  END IF;
  RETURN said->'drafter' = to_jsonb(o.drafter_id) AND o.drafter_id <> c.drafter_id AND c.filer_id IS NULL
     AND (kessai.reads_besides(o)
          OR EXISTS (SELECT FROM kessai.case_access a WHERE a.case_id = o.case_id AND a.party = ANY ((SELECT kessai.my_sight())::bigint[])))
     AND kessai.heads_line(c.drafter_id,
           (SELECT (e.payload::jsonb #>> '{basis,drafterPost}')::bigint FROM kessai.event e
             WHERE e.case_id = o.case_id AND e.code = 'submitted' ORDER BY e.seq DESC LIMIT 1), kessai.today());
END $$;

-- What of a decided case nothing took back yet, as what would take it back. No day is given back twice: what an earlier cancellation moved
-- back is not there any more.
CREATE FUNCTION kessai.left_to_cancel(original bigint)
RETURNS TABLE (ledger text, account text, day text, amount bigint, starts integer, times bigint) LANGUAGE sql STABLE AS $$
  SELECT m.ledger, m.account, m.day, m.amount, m.starts, sum(m.times)::bigint
    FROM (SELECT p.ledger, p.account, p.day, -p.amount AS amount, p.starts, 1 AS times FROM kessai.posting p WHERE p.case_id = original
          UNION ALL
          SELECT p.ledger, p.account, p.day, p.amount, p.starts, -1
            FROM kessai.cancellation k JOIN kessai.posting p ON p.case_id = k.case_id
           WHERE k.cancelled_id = original AND k.decided = 1) m
   GROUP BY 1, 2, 3, 4, 5
  HAVING sum(m.times) > 0
$$;

-- What is cancelled is decided, not paid (migration 0027 sees to that), the drafter's to cancel, no cancellation itself; one cancellation runs at a time, each over
-- days that none before it took back, or over all that is left. Whoever comes second waits here for the first.
CREATE FUNCTION kessai.begin_cancellation(c kessai.case_file, fields jsonb, postings jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  said jsonb := fields->'cancels';
  part jsonb := said->'days';
  o kessai.case_file;
  decided kessai.content;
BEGIN
  IF jsonb_typeof(said) IS DISTINCT FROM 'object' OR jsonb_typeof(said->'reason') IS DISTINCT FROM 'string'
     OR coalesce(said->>'case', '') !~ '^[1-9][0-9]{0,17}$'
     OR said ? 'days' AND (jsonb_typeof(part) <> 'object' OR coalesce(part->>'from' > part->>'until', true)) THEN
    PERFORM kessai.fault('Invalid', 'a cancellation says what it cancels and why');
  ELSIF kessai.says_nothing(said->>'reason') THEN
    PERFORM kessai.refuse('ReasonMissing', 'a cancellation says why');
  END IF;
  SELECT * INTO o FROM kessai.case_file f
   WHERE f.case_id = (said->>'case')::bigint AND f.form = c.form AND f.state = 4 FOR NO KEY UPDATE;
  SELECT * INTO decided FROM kessai.content x WHERE x.case_id = o.case_id AND x.revision = o.revision;
  IF NOT FOUND OR kessai.may_cancel(c, o, said) IS NOT TRUE OR decided.fields::jsonb ? 'cancels' OR said->>'number' IS DISTINCT FROM o.number THEN
    PERFORM kessai.refuse('NotCancellable', 'what is cancelled is a decided case of the drafter''s own');
  ELSIF decided.fields::jsonb <> fields - 'cancels'
        OR NOT EXISTS (SELECT FROM kessai.content x
                        WHERE x.case_id = c.case_id AND x.revision = c.revision AND x.form_revision = decided.form_revision
                          AND x.confidential_digest = decided.confidential_digest) THEN
    PERFORM kessai.refuse('ContentInvalid', 'a cancellation says all that was decided');
  ELSIF said ? 'days' THEN
    PERFORM kessai.check_day(part->>'from', false);
    PERFORM kessai.check_day(part->>'until', false);
  END IF;
  IF EXISTS (SELECT FROM kessai.cancellation k WHERE k.cancelled_id = o.case_id AND (k.decided = 0 OR k.part_from IS NULL))
     OR EXISTS (SELECT FROM kessai.cancellation k
                 WHERE k.cancelled_id = o.case_id AND k.part_from <= part->>'until' AND part->>'from' <= k.part_until)
     OR coalesce(said->'before', '[]') IS DISTINCT FROM (
          SELECT coalesce(jsonb_agg(jsonb_build_object('from', k.part_from, 'until', k.part_until) ORDER BY k.part_from), '[]')
            FROM kessai.cancellation k WHERE k.cancelled_id = o.case_id) THEN
    PERFORM kessai.refuse('CancelledBefore', 'the case is cancelled, or being so, or other days of it were');
  ELSIF EXISTS (
          SELECT FROM kessai.left_to_cancel(o.case_id) was
            FULL JOIN (SELECT p->>'ledger' AS ledger, p->>'account' AS account, p->>'day' AS day, (p->>'amount')::bigint AS amount,
                              (p->>'start')::integer AS starts, count(*) AS times
                         FROM jsonb_array_elements(postings) p GROUP BY 1, 2, 3, 4, 5) back
              ON was.ledger = back.ledger AND was.account = back.account AND was.day = back.day AND was.amount = back.amount
             AND coalesce(was.starts, -1) = coalesce(back.starts, -1)
           WHERE CASE WHEN part IS NULL THEN was.times IS DISTINCT FROM back.times ELSE back.times > coalesce(was.times, 0) END)
     OR jsonb_array_length(postings) = 0 AND (part IS NOT NULL OR said ? 'before') THEN
    PERFORM kessai.fault('Invalid', 'a cancellation moves back what is left of what was moved, and nothing else');
  END IF;
  INSERT INTO kessai.cancellation (case_id, cancelled_id, number, cancelled_number, part_from, part_until)
  VALUES (c.case_id, o.case_id, c.number, o.number, part->>'from', part->>'until') ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    PERFORM kessai.refuse('CancelledBefore', 'the case is cancelled, or being so');
  END IF;
END $$;

-- A round has ended. Decided, the leave that was cancelled keeps nobody away any more, from today on; otherwise it stays as it was.
CREATE FUNCTION kessai.settle_cancellation(c kessai.case_file, at bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  k kessai.cancellation;
BEGIN
  IF c.state <> 4 THEN
    DELETE FROM kessai.cancellation WHERE case_id = c.case_id;
    RETURN;
  END IF;
  UPDATE kessai.cancellation SET decided = 1 WHERE case_id = c.case_id AND decided = 0 RETURNING * INTO k;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  IF kessai.decided_rank(c.case_id) > kessai.decided_rank(k.cancelled_id) THEN
    PERFORM kessai.refuse('DecidedHigher', 'what was decided higher is not cancelled here');
  END IF;
  UPDATE kessai.absence SET ended_at = at, ended_by = c.drafter_id
   WHERE case_id = k.cancelled_id AND ended_at IS NULL AND valid_from >= kessai.today()
     AND (k.part_from IS NULL OR valid_from BETWEEN k.part_from AND k.part_until);
  -- Nor does what filled a day only together with it.
  UPDATE kessai.absence x SET ended_at = at, ended_by = c.drafter_id
    FROM kessai.case_file o
   WHERE o.case_id = k.cancelled_id AND x.staff_id = o.drafter_id AND x.case_id IS NOT NULL AND x.ended_at IS NULL
     AND x.valid_from >= kessai.today() AND x.valid_from IN (SELECT p.day FROM kessai.posting p WHERE p.case_id = c.case_id)
     AND NOT kessai.nothing_left(x.staff_id, x.valid_from);
END $$;

-- How high a case was decided: the level of the section whose post decides, the city first, and in a section its head first. Nothing where
-- a person or nobody was asked, or the section is no more.
CREATE FUNCTION kessai.decided_rank(p_case bigint) RETURNS integer LANGUAGE sql STABLE
RETURN (SELECT s.level * 2 + 1 - p.head
          FROM kessai.case_file c
          JOIN kessai.step t ON t.case_id = c.case_id AND t.round = c.round AND t.kind = 3
          JOIN kessai.assignment a ON a.case_id = t.case_id AND a.round = t.round AND a.step_no = t.step_no AND a.party < 0
          JOIN kessai.post p ON p.post_id = -a.party
          JOIN kessai.section s ON s.section_id = p.section_id
         WHERE c.case_id = p_case
         ORDER BY p.added_in DESC, s.added_in DESC, a.no LIMIT 1);

CALL kessai.adopt();

-- oldest client: 1
-- Anchors: where the histories of all cases and of payments ended at one time, folded into one digest that is kept outside (core/cases/anchor.h). Of the
-- heads only those are kept that have moved since the anchor before, so that an anchor costs what has happened in between.

CREATE TABLE kessai.anchor (
  anchor_no BIGINT PRIMARY KEY,
  office    TEXT NOT NULL,
  at        BIGINT NOT NULL,
  made_by   TEXT NOT NULL,
  cases     BIGINT NOT NULL,
  acts      BIGINT NOT NULL,
  payments  BIGINT NOT NULL, -- acts on payments, and the hash of the last (migration 0027)
  payments_head TEXT NOT NULL,
  previous  TEXT NOT NULL,
  heads     TEXT NOT NULL,
  digest    TEXT NOT NULL
);

CREATE TABLE kessai.anchor_head (
  case_id   BIGINT NOT NULL,
  anchor_no BIGINT NOT NULL,
  seq       INTEGER NOT NULL,
  hash      TEXT NOT NULL,
  PRIMARY KEY (case_id, anchor_no)
);

-- Not a lock against whoever owns the tables, but against a slip of their hand.
CREATE FUNCTION kessai.anchors_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM kessai.fault('AccessDenied', 'an anchor is never changed');
  RETURN NULL;
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON kessai.anchor EXECUTE FUNCTION kessai.anchors_stay();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON kessai.anchor_head EXECUTE FUNCTION kessai.anchors_stay();

-- An anchor says nothing of any case and may be known to everybody; where each history ends is for those who may read every history.
ALTER TABLE kessai.anchor ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON kessai.anchor FOR SELECT USING ((SELECT kessai.my_staff_id()) IS NOT NULL);
ALTER TABLE kessai.anchor_head ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON kessai.anchor_head FOR SELECT USING ((SELECT kessai.am_auditor()));
DO $$
BEGIN
  EXECUTE format('GRANT SELECT ON kessai.anchor, kessai.anchor_head TO %I', kessai.staff_group());
END $$;

-- Auditors, administrators and whoever owns the database; nobody else may keep the server busy with it.
CREATE FUNCTION kessai.check_anchorer() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  day text := kessai.today();
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    PERFORM kessai.fault('Invalid', 'the notary works in READ COMMITTED transactions only');
  END IF;
  IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT EXISTS (
       SELECT FROM kessai.special_right r
        WHERE r.staff_id = kessai.my_staff_id() AND r.right_name IN ('administrator', 'auditor')
          AND r.valid_from <= day AND (r.valid_until IS NULL OR r.valid_until >= day)) THEN
    PERFORM kessai.fault('AccessDenied', 'an anchor is for auditors and administrators');
  END IF;
END $$;

-- The heads of an anchor, folded in groups of 256 cases by their ids; a group without a case is an empty text.
CREATE FUNCTION kessai.folded_heads(p_anchor bigint) RETURNS TABLE (digest text, cases bigint, acts bigint) LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY
  WITH head AS MATERIALIZED (
    SELECT DISTINCT ON (h.case_id) h.case_id, h.seq, h.hash
      FROM kessai.anchor_head h WHERE h.anchor_no <= p_anchor ORDER BY h.case_id DESC, h.anchor_no DESC),
  folded AS (
    SELECT h.case_id / 256 AS no, count(*) AS cases, sum(h.seq)::bigint AS acts,
           kessai.hex_digest(string_agg(h.case_id || ' ' || h.seq || ' ' || h.hash, E'\n' ORDER BY h.case_id)) AS digest
      FROM head h GROUP BY 1)
  SELECT coalesce(f.digest, ''), coalesce(f.cases, 0), coalesce(f.acts, 0)
    FROM generate_series(0, (SELECT max(l.no) FROM folded l)) AS every (no) LEFT JOIN folded f ON f.no = every.no
   ORDER BY every.no;
END $$;

-- What the file of an anchor says of its groups, for those who may take one.
CREATE FUNCTION kessai.anchor_groups(p_anchor bigint) RETURNS SETOF text LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, kessai, pg_temp SET work_mem = '64MB' AS $$
BEGIN
  PERFORM kessai.check_anchorer();
  RETURN QUERY SELECT f.digest FROM kessai.folded_heads(p_anchor) f;
END $$;

-- Takes an anchor and answers its number. Nobody who acts waits for it: the heads are those of one statement, whatever is written
-- meanwhile, and what it did not see belongs to the next. Staff have to let a minute pass between two. One that another is in the way of,
-- from a transaction that was left open perhaps, gives up soon and says so.
CREATE FUNCTION kessai.take_anchor() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, kessai, pg_temp SET work_mem = '64MB' SET lock_timeout = '2s' AS $$
DECLARE
  made kessai.anchor;
  before kessai.anchor;
BEGIN
  PERFORM kessai.check_anchorer();
  BEGIN
    LOCK TABLE kessai.anchor IN SHARE ROW EXCLUSIVE MODE;
  EXCEPTION WHEN lock_not_available THEN
    PERFORM kessai.fault('Busy', 'another anchor is being taken');
  END;
  SELECT * INTO before FROM kessai.anchor ORDER BY anchor_no DESC LIMIT 1;
  made.anchor_no := coalesce(before.anchor_no, 0) + 1;
  made.previous := coalesce(before.digest, '');
  made.made_by := session_user;
  made.at := kessai.now_us();
  IF made.at < before.at + 60000000 AND NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
    PERFORM kessai.fault('Busy', 'the last anchor is younger than a minute');
  END IF;
  SELECT coalesce((SELECT i.value FROM kessai.office_info i WHERE i.key = 'name'), '') INTO made.office;

  INSERT INTO kessai.anchor_head (case_id, anchor_no, seq, hash)
  SELECT c.case_id, made.anchor_no, c.seq, c.head_hash
    FROM kessai.case_file c
    LEFT JOIN (SELECT DISTINCT ON (h.case_id) h.case_id, h.seq, h.hash
                 FROM kessai.anchor_head h ORDER BY h.case_id DESC, h.anchor_no DESC) l ON l.case_id = c.case_id
   WHERE c.seq > 0 AND (l.case_id IS NULL OR l.seq <> c.seq OR l.hash <> c.head_hash);

  SELECT kessai.hex_digest(coalesce(string_agg(f.digest, E'\n' ORDER BY f.no), '')), coalesce(sum(f.cases), 0), coalesce(sum(f.acts), 0)
    INTO made.heads, made.cases, made.acts
    FROM kessai.folded_heads(made.anchor_no) WITH ORDINALITY AS f (digest, cases, acts, no);
  made.payments := coalesce((SELECT max(a.act_no) FROM kessai.payment_act a), 0);
  made.payments_head := coalesce((SELECT a.hash FROM kessai.payment_act a WHERE a.act_no = made.payments), '');
  made.digest := kessai.hex_digest(
    kessai.field('kessai-anchor-1') || kessai.field(made.office) || kessai.field(made.anchor_no::text)
    || kessai.field(made.at::text) || kessai.field(made.made_by) || kessai.field(made.cases::text)
    || kessai.field(made.acts::text) || kessai.field(made.payments::text) || kessai.field(made.payments_head) || kessai.field(made.previous) || kessai.field(made.heads));
  INSERT INTO kessai.anchor SELECT made.*;
  RETURN made.anchor_no;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.take_anchor()', 'kessai.anchor_groups(bigint)');

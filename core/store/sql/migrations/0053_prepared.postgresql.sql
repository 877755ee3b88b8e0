-- oldest client: 1
-- Of prepared reorganisations (0038) one that cannot be read, damaged or written by a newer program, keeps nobody from anything before its day, is in
-- force never, not even as a change of nothing, and can be taken back. core/store/reorganisations.cpp does the same.

-- A reorganisation as it was kept; NULL where no program could read it.
CREATE FUNCTION kessai.read_reorganisation(body text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT coalesce(kessai.is_reorganisation(body::jsonb), false) OR jsonb_typeof(body::jsonb -> 'from') IS DISTINCT FROM 'string' THEN
    RETURN NULL;
  END IF;
  PERFORM kessai.check_day(body::jsonb ->> 'from', false);
  RETURN body::jsonb;
EXCEPTION WHEN data_exception OR program_limit_exceeded OR SQLSTATE 'KD001' THEN -- no JSON, nested too deeply, no day
  RETURN NULL;
END $$;

-- What waits for its day and can be read.
CREATE FUNCTION kessai.waiting_changes() RETURNS TABLE (revision bigint, day text, said jsonb) LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY
    SELECT x.revision, x.valid_from, r.change FROM kessai.reorganisation x, LATERAL (SELECT kessai.read_reorganisation(x.body)) r (change)
     WHERE x.ended_in IS NULL AND r.change IS NOT NULL;
END $$;

-- Makes all that waits for its day, one after the other, looks whether it makes sense, and takes it back again.
CREATE OR REPLACE FUNCTION kessai.judge_reorganisations() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  trial bigint := (SELECT max(r.revision) FROM kessai.office_revision r);
  change record;
  faults text[];
BEGIN
  FOR change IN
    SELECT w.day, w.said AS b FROM kessai.waiting_changes() w ORDER BY w.day, w.revision
  LOOP
    PERFORM kessai.judge_names(change.b);
    faults := kessai.organisation_faults(change.day);
    PERFORM kessai.apply_reorganisation(change.b, trial);
    IF NOT kessai.organisation_faults(change.day) <@ faults THEN
      PERFORM kessai.fault('Invalid', 'the office would make no sense on that day');
    ELSIF EXISTS (
      SELECT FROM jsonb_array_elements(change.b #> '{put,successions}') x
       WHERE EXISTS (SELECT FROM kessai.post p WHERE p.post_id = (x ->> 'post')::bigint AND p.removed_in IS NULL
                        AND p.valid_from <= change.day AND (p.valid_until IS NULL OR p.valid_until >= change.day))
          OR NOT EXISTS (SELECT FROM kessai.post p WHERE p.post_id = (x ->> 'successor')::bigint AND p.removed_in IS NULL
                            AND p.valid_from <= change.day AND (p.valid_until IS NULL OR p.valid_until >= change.day))) THEN
      PERFORM kessai.fault('Invalid', 'work goes from a post that ends to one that is there');
    END IF;
  END LOOP;
  RAISE EXCEPTION USING ERRCODE = 'KD009';
EXCEPTION WHEN SQLSTATE 'KD009' THEN
  RETURN;
END $$;

-- By what somebody may act or look on every day on which something waits to be in force, with all of it but one; nothing is left of the trial.
CREATE OR REPLACE FUNCTION kessai.powers_to_come(me bigint, but bigint) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
  trial bigint := (SELECT max(r.revision) FROM kessai.office_revision r);
  powers text[] := '{}';
  due text;
  change jsonb;
BEGIN
  FOR due IN SELECT DISTINCT w.day FROM kessai.waiting_changes() w ORDER BY w.day LOOP
    FOR change IN
      SELECT w.said FROM kessai.waiting_changes() w WHERE w.day = due AND w.revision IS DISTINCT FROM but ORDER BY w.revision
    LOOP
      PERFORM kessai.apply_reorganisation(change, trial);
    END LOOP;
    powers := powers || ARRAY(SELECT due || ' ' || p FROM unnest(kessai.powers_on(me, due)) p);
  END LOOP;
  RAISE EXCEPTION USING ERRCODE = 'KD009';
EXCEPTION WHEN SQLSTATE 'KD009' THEN
  RETURN powers;
END $$;

-- p_body: what the office is from a day on, today at the earliest; p_seen_revision: the revision of the office it was written upon.
CREATE OR REPLACE FUNCTION kessai.reorganise(p_body text, p_reason text, p_seen_revision bigint)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  day text := kessai.today();
  b jsonb;
  added bigint;
BEGIN
  IF NOT kessai.is_administrator(me, day) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to register');
  END IF;
  PERFORM kessai.check_length(p_body, 1000000, 'the reorganisation');
  b := p_body::jsonb;
  IF coalesce(p_reason !~ '[^[:space:]]', true) THEN
    PERFORM kessai.refuse('ReasonMissing', 'an office is changed for a reason');
  ELSIF NOT kessai.is_line(p_reason, 200) THEN
    PERFORM kessai.fault('Invalid', 'a reason is one line');
  ELSIF NOT coalesce(kessai.is_reorganisation(b), false) OR NOT EXISTS (SELECT FROM kessai.reorganisation_keys(b)) THEN
    PERFORM kessai.fault('Invalid', 'that is no reorganisation');
  END IF;
  PERFORM kessai.check_day(b ->> 'from', false);
  IF b ->> 'from' < day THEN
    PERFORM kessai.refuse('PeriodInvalid', 'no change reaches back before today');
  END IF;
  added := kessai.next_revision(CASE WHEN b ->> 'from' = day THEN p_reason ELSE 'reorganisation prepared' END); -- first: what is checked below is as the one before left it
  IF coalesce(p_seen_revision < kessai.organised_in(), true) THEN
    PERFORM kessai.refuse('Stale', 'somebody else changed the office since');
  ELSIF (SELECT count(*) <> count(DISTINCT k.key) FROM kessai.reorganisation_keys(b) k) THEN
    PERFORM kessai.fault('Invalid', 'the same is written down twice');
  ELSIF EXISTS (SELECT FROM kessai.waiting_changes() w, LATERAL kessai.reorganisation_keys(w.said) k
                 WHERE k.key IN (SELECT n.key FROM kessai.reorganisation_keys(b) n)) THEN
    PERFORM kessai.fault('AlreadyExists', 'it changes what is prepared already');
  END IF;
  INSERT INTO kessai.reorganisation (revision, valid_from, body, reason, made_by, made_at)
  SELECT added, b ->> 'from', b::text, p_reason, r.made_by, r.made_at FROM kessai.office_revision r WHERE r.revision = added;
  PERFORM kessai.judge_reorganisations();
  IF kessai.serves_oneself(me, added) THEN
    PERFORM kessai.refuse('SelfAppointed', 'nobody gives themselves a post');
  END IF;
  IF b ->> 'from' = day THEN
    PERFORM kessai.apply_reorganisation(b, added);
    UPDATE kessai.reorganisation SET ended_in = added WHERE revision = added;
  END IF;
END $$;

-- Puts in force what has reached its day (0038).
CREATE OR REPLACE FUNCTION kessai.come_to_today(patient boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  change record;
  added bigint;
BEGIN
  IF pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' OR current_setting('transaction_isolation') <> 'read committed'
     OR NOT EXISTS (SELECT FROM kessai.reorganisation x WHERE x.ended_in IS NULL AND x.valid_from <= kessai.today()) THEN
    RETURN;
  END IF;
  IF patient THEN
    PERFORM FROM kessai.office_revision WHERE revision = (SELECT min(revision) FROM kessai.office_revision) FOR NO KEY UPDATE;
  ELSE
    PERFORM FROM kessai.office_revision WHERE revision = (SELECT min(revision) FROM kessai.office_revision) FOR NO KEY UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
      RETURN;
    END IF;
  END IF;
  FOR change IN
    SELECT x.revision, x.body, x.reason, x.made_by FROM kessai.reorganisation x
     WHERE x.ended_in IS NULL AND x.valid_from <= kessai.today() ORDER BY x.valid_from, x.revision
  LOOP
    BEGIN
      INSERT INTO kessai.office_revision (revision, made_at, made_by, reason)
      SELECT max(r.revision) + 1, greatest(kessai.now_us(), max(r.made_at)), change.made_by, change.reason FROM kessai.office_revision r
      RETURNING office_revision.revision INTO added;
      IF kessai.read_reorganisation(change.body) IS NULL THEN
        PERFORM kessai.fault('Invalid', 'a prepared reorganisation cannot be read');
      END IF;
      PERFORM kessai.apply_reorganisation(change.body::jsonb, added);
      UPDATE kessai.reorganisation SET ended_in = added WHERE revision = change.revision;
    EXCEPTION
      WHEN transaction_rollback OR insufficient_resources OR object_not_in_prerequisite_state OR operator_intervention OR system_error
           OR insufficient_privilege OR read_only_sql_transaction OR data_corrupted OR index_corrupted THEN
        RAISE; -- of the moment or of the whole database, and nothing about the change
      WHEN OTHERS THEN
        INSERT INTO kessai.office_revision (revision, made_at, made_by, reason)
        SELECT max(r.revision) + 1, greatest(kessai.now_us(), max(r.made_at)), change.made_by, 'reorganisation could not be put in force'
          FROM kessai.office_revision r
        RETURNING office_revision.revision INTO added;
        UPDATE kessai.reorganisation SET ended_in = added, taken_back = 2 WHERE revision = change.revision;
    END;
  END LOOP;
END $$;

-- Whether somebody is asked where a party is or may come to be: by a post they hold or come to hold, as a deputy named for whatever cases and days, or,
-- of a decision, in its decider's place.
CREATE OR REPLACE FUNCTION kessai.may_be_asked(me bigint, p_party bigint, p_kind integer, c kessai.case_file, day text) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
  here bigint := CASE WHEN p_party < 0 THEN kessai.current_post(-p_party, day) END;
  people bigint[] := kessai.answerable(p_party, day);
BEGIN
  RETURN me = ANY (people)
      OR EXISTS (SELECT FROM kessai.deputyship d
                  WHERE d.deputy_id = me AND d.principal_id = ANY (people) AND d.removed_in IS NULL
                    AND (d.valid_until IS NULL OR d.valid_until >= day))
      OR EXISTS (SELECT FROM kessai.appointment a
                  WHERE a.staff_id = me AND a.post_id IN (-p_party, here) AND a.removed_in IS NULL AND a.valid_from > day)
      OR EXISTS (SELECT FROM kessai.waiting_changes() w, LATERAL jsonb_array_elements(w.said #> '{put,appointments}') a
                  WHERE (a ->> 'staff')::bigint = me AND (a ->> 'post')::bigint IN (-p_party, here))
      OR (p_kind = 3 AND EXISTS (
           SELECT FROM (SELECT coalesce(i.post_id, kessai.line_head(kessai.filed_as(c.case_id), i.level, day)) AS post_id
                          FROM kessai.stand_in i
                         WHERE i.decider_id = here AND i.removed_in IS NULL
                           AND i.valid_from <= day AND (i.valid_until IS NULL OR i.valid_until >= day)) x
            WHERE x.post_id <> here AND kessai.holds_post(me, x.post_id, day)));
END $$;

CALL kessai.adopt();

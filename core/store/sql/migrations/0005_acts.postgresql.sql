-- oldest client: 1
-- The one door through which a case changes: append_event. What an act means is decided by the engine (core/cases); here are the few
-- rules nobody gets past (core/store/notary.h), checked after the effects are applied and in the same transaction.

-- Who may act ----------------------------------------------------------------------------------------------------------

-- Whether a case was reminded of so short a time ago that it may not be again (the office's parameter of days).
CREATE FUNCTION kessai.reminded_before(p_case bigint, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  pause integer := (SELECT m.value FROM kessai.parameter m WHERE m.key = 'reminder.pause_days' AND m.valid_from <= day
                     ORDER BY m.valid_from DESC LIMIT 1);
  last bigint := (SELECT max(e.at) FROM kessai.event e WHERE e.case_id = p_case AND e.code = 'reminded');
BEGIN
  RETURN kessai.written_day((to_timestamp(last / 1000000) AT TIME ZONE 'Asia/Tokyo')::date + pause) > day;
END $$;

-- The drafter's own acts: theirs alone, for no post and nobody else, in the states that allow them.
CREATE FUNCTION kessai.check_drafters_act(me bigint, c kessai.case_file, p_code text, body jsonb, p_post bigint,
                                          p_principal bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF me <> c.drafter_id THEN
    PERFORM kessai.refuse('NotDrafter', 'only the drafter submits, withdraws and cancels');
  ELSIF c.state = 4 THEN
    PERFORM kessai.refuse('AlreadyDecided', 'a decided case does not change');
  ELSIF NOT (CASE p_code WHEN 'submitted' THEN c.state IN (0, 2, 3) WHEN 'withdrawn' THEN c.state = 1
                         WHEN 'reminded' THEN c.state = 1 ELSE c.state IN (1, 2, 3) END) THEN
    PERFORM kessai.refuse('WrongState', 'the state of the case does not allow this');
  ELSIF p_principal IS NOT NULL OR (p_post IS NOT NULL AND p_code <> 'submitted') THEN
    PERFORM kessai.refuse('NotDrafter', 'a drafter acts for themselves');
  ELSIF p_code = 'cancelled' AND kessai.says_nothing(body->>'reason') THEN
    PERFORM kessai.refuse('ReasonMissing', 'giving up needs a reason');
  ELSIF p_code = 'withdrawn' AND EXISTS (
          SELECT FROM kessai.event e
           WHERE e.case_id = c.case_id AND e.code IN ('approved', 'returned', 'rejected', 'objected', 'extended')
             AND e.seq > (SELECT max(seq) FROM kessai.event WHERE case_id = c.case_id AND code = 'submitted')) THEN
    PERFORM kessai.refuse('AlreadyMoved', 'somebody has acted in this round');
  ELSIF p_code = 'reminded' AND kessai.reminded_before(c.case_id, kessai.today()) THEN
    PERFORM kessai.refuse('RemindedBefore', 'the last reminder is too short a time ago');
  END IF;
END $$;

-- Whether the actor, or the principal whose dated deputy they are today, is who an assignment is addressed to.
CREATE FUNCTION kessai.answers_for(me bigint, p_principal bigint, p_party bigint, day text) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF p_party < 0 THEN
    RETURN kessai.holds_post(coalesce(p_principal, me), -p_party, day);
  END IF;
  RETURN p_party = coalesce(p_principal, me);
END $$;

-- The head of the line of a post at a level: the 課長 in charge.
CREATE FUNCTION kessai.line_head(post bigint, p_level integer, day text) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
  here record;
  next_id bigint := (
    SELECT p.section_id FROM kessai.post p WHERE p.post_id = kessai.current_post(post, day) AND p.removed_in IS NULL
       AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day) LIMIT 1);
BEGIN
  FOR hops IN 1..20 LOOP
    SELECT s.section_id, s.parent_id, s.level INTO here FROM kessai.section s
     WHERE s.section_id = next_id AND s.removed_in IS NULL
       AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day) LIMIT 1;
    EXIT WHEN NOT FOUND;
    IF here.level = p_level THEN
      RETURN (SELECT min(p.post_id) FROM kessai.post p WHERE p.section_id = here.section_id AND p.head = 1 AND p.removed_in IS NULL
                 AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day));
    END IF;
    next_id := here.parent_id;
  END LOOP;
  RETURN NULL;
END $$;

-- 代決: the decider is away, the case is neither important nor disputed, and the actor, who is there, holds the first of the listed
-- posts at which anybody is.
CREATE FUNCTION kessai.check_stand_in(me bigint, c kessai.case_file, p_party bigint, p_post bigint, p_principal bigint, day text)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  decider bigint := kessai.current_post(-p_party, day);
  line bigint := (SELECT (e.payload::jsonb #>> '{basis,drafterPost}')::bigint FROM kessai.event e
                   WHERE e.case_id = c.case_id AND e.code = 'submitted' ORDER BY e.seq DESC LIMIT 1);
  post bigint;
BEGIN
  IF c.important = 1 OR EXISTS (
       SELECT FROM kessai.step s JOIN kessai.assignment a ON a.case_id = s.case_id AND a.round = s.round AND a.step_no = s.step_no
        WHERE s.case_id = c.case_id AND s.round = c.round
        GROUP BY s.step_no, s.needed
       HAVING count(*) FILTER (WHERE a.state IN (2, 3, 8, 9)) < s.needed
          AND count(*) - count(*) FILTER (WHERE a.state = 10) < s.needed) THEN
    PERFORM kessai.refuse('DeciderOnly', 'an important or disputed case is the decider''s own');
  ELSIF p_party > 0 OR p_principal IS NOT NULL OR p_post IS NULL OR p_post = -p_party
        OR NOT kessai.holds_post(me, p_post, day) OR kessai.is_absent(me, day) OR kessai.attended(decider, c.drafter_id, day) THEN
    PERFORM kessai.refuse('NoStandIn', 'the decider is there, or the actor is no stand-in');
  END IF;
  FOR post IN
    SELECT coalesce(x.post_id, kessai.line_head(line, x.level, day)) FROM kessai.stand_in x
     WHERE x.decider_id = decider AND x.removed_in IS NULL
       AND x.valid_from <= day AND (x.valid_until IS NULL OR x.valid_until >= day)
     ORDER BY x.place, x.valid_from, x.added_in
  LOOP
    CONTINUE WHEN post IS NULL OR post = decider;
    IF post = p_post THEN
      RETURN;
    END IF;
    EXIT WHEN kessai.attended(post, c.drafter_id, day);
  END LOOP;
  PERFORM kessai.refuse('NoStandIn', 'another stand-in comes first');
END $$;

-- 引上げ: the actor stands later in the line, and nothing but reviews of it is missing before them.
CREATE FUNCTION kessai.check_pull_up(c kessai.case_file, p_step integer, p_kind integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_kind NOT IN (0, 3) THEN
    PERFORM kessai.refuse('NotYourTurn', 'only the drafter''s own line is pulled up');
  ELSIF EXISTS (
       SELECT FROM kessai.step s JOIN kessai.assignment a ON a.case_id = s.case_id AND a.round = s.round AND a.step_no = s.step_no
        WHERE s.case_id = c.case_id AND s.round = c.round AND s.step_no < p_step AND s.kind NOT IN (0, 4)
        GROUP BY s.step_no, s.needed, s.objection
       HAVING count(*) FILTER (WHERE a.state IN (2, 3, 8, 9)) < s.needed
          AND NOT (s.objection = 1 AND count(*) - count(*) FILTER (WHERE a.state = 10) < s.needed)) THEN
    PERFORM kessai.refuse('OthersFirst', 'a consultation or examination is missing');
  END IF;
END $$;

-- An act on an assignment: it waits for the actor today, or the actor may go before, and it is not on a case of their own.
CREATE FUNCTION kessai.check_turn(me bigint, c kessai.case_file, p_code text, body jsonb, p_post bigint, p_principal bigint,
                                  day text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  t record;
  manner integer := coalesce((body->>'manner')::integer, 0);
  reads boolean;
BEGIN
  SELECT s.step_no, s.kind, a.party, a.state INTO t
    FROM kessai.assignment a JOIN kessai.step s ON s.case_id = a.case_id AND s.round = a.round AND s.step_no = a.step_no
   WHERE a.case_id = c.case_id AND a.round = c.round
     AND a.step_no = (body #>> '{on,step}')::integer AND a.no = (body #>> '{on,no}')::integer;
  IF NOT FOUND THEN
    PERFORM kessai.refuse(CASE c.state WHEN 1 THEN 'NotYourTurn' WHEN 4 THEN 'AlreadyDecided' ELSE 'WrongState' END,
                          'no such assignment in the current round');
  ELSIF t.kind <> 4 AND (me = c.drafter_id OR p_principal = c.drafter_id) THEN
    PERFORM kessai.refuse('OwnCase', 'nobody decides what they filed themselves, nor does anybody in their place');
  END IF;
  reads := t.kind = 4 OR t.state = 8;
  IF c.state <> 1 AND NOT (c.state = 4 AND reads) THEN
    PERFORM kessai.refuse(CASE c.state WHEN 4 THEN 'AlreadyDecided' ELSE 'WrongState' END, 'the case is not running');
  ELSIF reads AND (p_code <> 'approved' OR manner <> 0 OR jsonb_array_length(body->'also') > 0) THEN
    PERFORM kessai.refuse('NotYourTurn', 'what is only to be read is read, not judged');
  ELSIF manner = 2 AND t.state = 0 THEN
    PERFORM kessai.check_pull_up(c, t.step_no, t.kind);
  ELSIF t.state IN (0, 7) OR (manner = 2 AND t.state = 1) THEN
    PERFORM kessai.refuse('NotYourTurn', 'the assignment is not open');
  ELSIF t.state NOT IN (1, 8) THEN
    PERFORM kessai.refuse('AlreadyActed', 'the assignment was acted on');
  END IF;

  IF manner = 1 THEN
    IF t.kind <> 3 OR p_code <> 'approved' OR jsonb_array_length(body->'also') > 0 THEN
      PERFORM kessai.refuse('NotYourTurn', 'a stand-in decides, and nothing else');
    END IF;
    PERFORM kessai.check_stand_in(me, c, t.party, p_post, p_principal, day);
  ELSIF p_principal IS NOT NULL AND (p_principal = me OR t.state = 8 OR NOT kessai.deputises(me, p_principal, day)) THEN
    PERFORM kessai.refuse('NotYourTurn', 'not a deputy of that person today');
  ELSIF (p_post IS DISTINCT FROM CASE WHEN t.party < 0 THEN -t.party END)
        OR NOT kessai.answers_for(me, p_principal, t.party, day) THEN
    PERFORM kessai.refuse('NotYourTurn', 'the assignment is somebody else''s');
  END IF;

  IF p_code = 'objected' AND t.kind <> 1 THEN
    PERFORM kessai.refuse('NotYourTurn', 'only a consulted post objects');
  ELSIF p_code = 'rejected' AND t.kind = 1 THEN
    PERFORM kessai.refuse('ConsultCannotReject', 'a consulted section objects by returning');
  ELSIF (p_code IN ('returned', 'rejected', 'objected', 'extended') AND kessai.says_nothing(body->>'reason'))
        OR (p_code = 'approved' AND manner = 2 AND kessai.says_nothing(body->>'comment')) THEN
    PERFORM kessai.refuse('ReasonMissing', 'this needs a reason');
  ELSIF p_code = 'returned' AND (body->>'toStep') IS NOT NULL AND (manner <> 0 OR NOT EXISTS (
          SELECT FROM kessai.step s
           WHERE s.case_id = c.case_id AND s.round = c.round AND s.step_no = (body->>'toStep')::integer
             AND s.kind <> 4 AND s.step_no < t.step_no)) THEN
    PERFORM kessai.refuse('NoSuchStep', 'no such earlier step');
  ELSIF manner = 2 AND jsonb_array_length(coalesce(body->'also', '[]')) > 0 THEN
    PERFORM kessai.refuse('NotYourTurn', 'a pull-up is on one step');
  END IF;
  PERFORM kessai.check_also(me, c, body->'also', t.step_no, t.kind, p_principal, day);
END $$;

-- 兼務: one act for several steps is for a reviewer who stands alone on the next ones of the line (domain.md 8.2 rule 3).
CREATE FUNCTION kessai.check_also(me bigint, c kessai.case_file, also jsonb, p_step integer, p_kind integer, p_principal bigint,
                                  day text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  t record;
  ref record;
  kind_before integer := p_kind;
  step_before integer := p_step;
BEGIN
  FOR ref IN
    SELECT (r->>'step')::integer AS step_no, (r->>'no')::integer AS no
      FROM jsonb_array_elements(coalesce(also, '[]')) WITH ORDINALITY x (r, i) ORDER BY i
  LOOP
    SELECT s.kind, a.party, (SELECT count(*) FROM kessai.assignment o WHERE o.case_id = a.case_id AND o.round = a.round
                                AND o.step_no = a.step_no) AS asked INTO t
      FROM kessai.assignment a JOIN kessai.step s ON s.case_id = a.case_id AND s.round = a.round AND s.step_no = a.step_no
     WHERE a.case_id = c.case_id AND a.round = c.round AND a.step_no = ref.step_no AND a.no = ref.no;
    IF NOT FOUND OR kind_before <> 0 OR ref.step_no <= step_before OR t.kind NOT IN (0, 3) OR t.asked <> 1
       OR NOT kessai.answers_for(me, p_principal, t.party, day) THEN
      PERFORM kessai.refuse('NotYourTurn', 'a later step does not follow from the one acted on');
    END IF;
    kind_before := t.kind;
    step_before := ref.step_no;
  END LOOP;
END $$;

-- Whoever is passed over for their absence is away, said so, and has no deputy; and reviews as everybody in the step must.
CREATE FUNCTION kessai.check_passed(c kessai.case_file, passed jsonb, day text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  ref record;
  t record;
  holders bigint[];
BEGIN
  FOR ref IN
    SELECT (r->>'step')::integer AS step_no, (r->>'no')::integer AS no FROM jsonb_array_elements(coalesce(passed, '[]')) r
  LOOP
    SELECT s.kind, s.rule, a.party INTO t
      FROM kessai.assignment a JOIN kessai.step s ON s.case_id = a.case_id AND s.round = a.round AND s.step_no = a.step_no
     WHERE a.case_id = c.case_id AND a.round = c.round AND a.step_no = ref.step_no AND a.no = ref.no;
    holders := kessai.answerable(t.party, day);
    IF t.party IS NULL OR t.kind <> 0 OR t.rule <> 0 OR cardinality(holders) = 0
       OR EXISTS (SELECT FROM unnest(holders) h WHERE NOT kessai.passes_over(h, day)) THEN
      PERFORM kessai.refuse('NotYourTurn', 'nobody is passed over who did not ask for it');
    END IF;
  END LOOP;
END $$;

-- Effects --------------------------------------------------------------------------------------------------------------

-- Whether an act may make a change of this kind at all; what the changes add up to is judged afterwards (check_round).
CREATE FUNCTION kessai.may_change(c kessai.case_file, p_code text, body jsonb, own boolean, p_step integer, p_no integer,
                                  p_kind integer, p_state integer, becomes integer) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  acted integer := (body #>> '{on,step}')::integer;
  target integer := (body->>'toStep')::integer;
  manner integer := coalesce((body->>'manner')::integer, 0);
  passed boolean := coalesce(body->'passed', '[]') @> jsonb_build_array(jsonb_build_object('step', p_step, 'no', p_no));
  ends boolean := p_state IN (0, 1, 8) AND becomes = 7;
  opens boolean := p_state = 0 AND (becomes = 1 OR (becomes = 8 AND passed));
BEGIN
  CASE p_code
  WHEN 'submitted' THEN
    RETURN opens OR (p_state = 0 AND body->'kept' @> to_jsonb(p_step) AND becomes = kessai.kept_mark(c, p_step, p_no));
  WHEN 'approved' THEN
    IF own THEN
      RETURN CASE WHEN p_kind = 4 THEN p_state = 1 AND becomes = 3
                  WHEN p_state = 8 THEN becomes = 9
                  WHEN manner = 1 THEN p_state = 1 AND becomes = 8
                  WHEN manner = 2 THEN p_state = 0 AND becomes = 2
                  ELSE (p_state = 1 AND becomes = 2) OR (p_state = 0 AND becomes = 1) END;
    END IF;
    RETURN opens OR (p_state IN (0, 1) AND becomes = 6 AND p_kind <> 4 AND p_step = acted)
        OR (manner = 2 AND p_step < acted AND p_kind = 0 AND p_state IN (0, 1) AND becomes = 8);
  WHEN 'returned' THEN
    IF target IS NOT NULL THEN
      RETURN (p_step = target AND p_state IN (2, 6, 8, 9, 10) AND becomes = 1)
          OR (p_step > target AND becomes = 0 AND (p_state = 1 OR (p_kind <> 4 AND p_state IN (2, 6, 8, 9, 10))));
    END IF;
    RETURN CASE WHEN own THEN p_state = CASE manner WHEN 2 THEN 0 ELSE 1 END AND becomes = 4 ELSE ends END;
  WHEN 'rejected' THEN
    RETURN CASE WHEN own THEN p_state = CASE manner WHEN 2 THEN 0 ELSE 1 END AND becomes = 5 ELSE ends END;
  WHEN 'objected' THEN
    RETURN CASE WHEN own THEN p_state = 1 AND becomes = 10
                ELSE opens OR ends OR (p_state = 1 AND becomes = 6 AND p_step = acted) END;
  WHEN 'extended' THEN
    -- Asked first: the new step opens, and those who were asked wait behind it.
    RETURN (body #>> '{step,no}')::integer = acted
       AND ((p_step = acted AND p_state = 0 AND becomes = 1) OR (p_step = acted + 1 AND p_state = 1 AND becomes = 0));
  WHEN 'withdrawn', 'cancelled' THEN
    RETURN ends;
  ELSE
    RETURN false;
  END CASE;
END $$;

-- Makes the changes one after the other and answers who is asked by them. Their order is the engine's: what was acted on, then along
-- the route.
CREATE FUNCTION kessai.apply_changes(c kessai.case_file, p_code text, body jsonb, changes jsonb, at bigint) RETURNS bigint[]
LANGUAGE plpgsql AS $$
DECLARE
  change record;
  t record;
  target integer := (body->>'toStep')::integer;
  acts boolean := p_code IN ('approved', 'returned', 'rejected', 'objected') AND (body->>'toStep') IS NULL;
  own boolean;
  last integer[] := '{0,0,0}';
  acted integer := 0;
  asked bigint[] := '{}';
  passed jsonb := '[]';
BEGIN
  FOR change IN
    SELECT (x->>'step')::integer AS step_no, (x->>'no')::integer AS no, (x->>'to')::integer AS becomes, i
      FROM jsonb_array_elements(changes) WITH ORDINALITY l (x, i) ORDER BY i
  LOOP
    SELECT s.kind, a.party, a.state INTO t
      FROM kessai.assignment a JOIN kessai.step s ON s.case_id = a.case_id AND s.round = a.round AND s.step_no = a.step_no
     WHERE a.case_id = c.case_id AND a.round = c.round AND a.step_no = change.step_no AND a.no = change.no;
    IF NOT FOUND THEN
      PERFORM kessai.fault('Invalid', 'effects on an assignment that is not in the current round');
    END IF;
    own := p_code <> 'extended' AND coalesce(
      (change.step_no = (body #>> '{on,step}')::integer AND change.no = (body #>> '{on,no}')::integer)
      OR (p_code = 'approved' AND body->'also' @> jsonb_build_array(jsonb_build_object('step', change.step_no, 'no', change.no))),
      false);
    IF kessai.may_change(c, p_code, body, own, change.step_no, change.no, t.kind, t.state, change.becomes) IS NOT TRUE THEN
      PERFORM kessai.fault('Invalid', 'the effects change what the act does not');
    END IF;
    IF change.i > 1 OR NOT acts THEN
      IF last >= ARRAY[change.step_no, change.no, change.becomes] THEN
        PERFORM kessai.fault('Invalid', 'the effects are not in order');
      END IF;
      last := ARRAY[change.step_no, change.no, change.becomes];
    ELSIF change.step_no <> (body #>> '{on,step}')::integer OR change.no <> (body #>> '{on,no}')::integer THEN
      PERFORM kessai.fault('Invalid', 'the effects do not begin with what was acted on');
    END IF;
    IF own AND change.becomes NOT IN (0, 1, 7) THEN
      acted := acted + 1;
    ELSIF change.becomes IN (1, 8) THEN
      asked := asked || t.party;
      IF change.becomes = 8 AND body->'passed' @> jsonb_build_array(jsonb_build_object('step', change.step_no, 'no', change.no)) THEN
        passed := passed || jsonb_build_array(jsonb_build_object('step', change.step_no, 'no', change.no));
      END IF;
    END IF;
    UPDATE kessai.assignment a
       SET state = change.becomes,
           arrived_at = CASE WHEN change.becomes IN (1, 8) AND NOT (own AND change.becomes = 8) THEN at ELSE a.arrived_at END
     WHERE a.case_id = c.case_id AND a.round = c.round AND a.step_no = change.step_no AND a.no = change.no;
  END LOOP;
  -- What was acted on does not stay open. Returning to a step puts it back to waiting, which check_round sees.
  IF acts AND acted <> 1 + jsonb_array_length(coalesce(body->'also', '[]')) THEN
    PERFORM kessai.fault('Invalid', 'the effects leave open what was acted on');
  ELSIF passed <> coalesce(body->'passed', '[]') THEN
    PERFORM kessai.fault('Invalid', 'those passed over are not those named');
  END IF;
  RETURN asked;
END $$;

-- How the round stands after the act (database.md 1.1 rules 3 and 4). Up to the first blocking step that is not complete everything is
-- done or, circulating, asked; in it everybody who has not answered is asked; behind it nobody is, though marks may stand there that a
-- resubmission kept, unless the case was just returned to a step: whatever came after it is asked again. Where the round ended, nobody is
-- asked any more. Answers the state the case is in by that.
CREATE FUNCTION kessai.check_round(c kessai.case_file, p_code text, body jsonb) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  ended integer := CASE WHEN p_code = 'returned' AND (body->>'toStep') IS NULL THEN 2 WHEN p_code = 'withdrawn' THEN 3
                        WHEN p_code = 'rejected' THEN 5 WHEN p_code = 'cancelled' THEN 6 END;
  r record;
BEGIN
  WITH counted AS (
    SELECT s.step_no, s.kind, s.needed, s.objection, count(*) AS asked,
           count(*) FILTER (WHERE a.state = 0) AS waiting, count(*) FILTER (WHERE a.state = 1) AS open,
           count(*) FILTER (WHERE a.state = 2) AS approved, count(*) FILTER (WHERE a.state = 3) AS read,
           count(*) FILTER (WHERE a.state = 6) AS skipped, count(*) FILTER (WHERE a.state IN (8, 9)) AS passed,
           count(*) FILTER (WHERE a.state = 9) AS reviewed, count(*) FILTER (WHERE a.state = 8) AS to_review,
           count(*) FILTER (WHERE a.state = 10) AS objected
      FROM kessai.step s JOIN kessai.assignment a ON a.case_id = s.case_id AND a.round = s.round AND a.step_no = s.step_no
     WHERE s.case_id = c.case_id AND s.round = c.round
     GROUP BY s.step_no, s.kind, s.needed, s.objection),
  steps AS (
    SELECT *, approved + read + passed >= needed AS agreed,
           approved + read + passed < needed AND asked - objected < needed AS failed FROM counted),
  here AS (SELECT min(step_no) AS no FROM steps WHERE kind <> 4 AND NOT agreed AND NOT (failed AND objection = 1))
  SELECT min(here.no) AS here, sum(open + waiting + to_review) AS left_over,
         bool_or(failed AND objection = 0) AS failed,
         count(*) FILTER (WHERE asked <> CASE
           WHEN kind = 4 AND (here.no IS NULL OR step_no < here.no) THEN open + read
           WHEN kind = 4 THEN waiting + read
           WHEN here.no IS NULL OR step_no < here.no THEN approved + skipped + passed + objected
           WHEN step_no > here.no AND p_code = 'returned' THEN waiting
           WHEN step_no > here.no THEN waiting + approved + reviewed + CASE WHEN agreed THEN skipped ELSE 0 END
           WHEN p_code = 'returned' THEN open
           ELSE approved + open + passed + objected END) AS wrong
    INTO r FROM steps, here;
  IF p_code = 'objected' AND r.failed THEN
    ended := 2;
  END IF;
  IF ended IS NOT NULL THEN
    IF r.left_over > 0 THEN
      PERFORM kessai.fault('Invalid', 'somebody is still asked in a round that ended');
    END IF;
    RETURN ended;
  END IF;
  IF r.wrong > 0 OR (p_code = 'returned' AND r.here IS DISTINCT FROM (body->>'toStep')::integer)
     OR (body->>'manner' = '2' AND r.here < (body #>> '{on,step}')::integer) THEN
    PERFORM kessai.fault('Invalid', 'a step is open before its time, or nobody is asked');
  END IF;
  RETURN CASE WHEN r.here IS NULL THEN 4 ELSE 1 END;
END $$;

-- Exactly those who were asked, and whoever acted on an assignment, may read from now on.
CREATE FUNCTION kessai.grant_access(c kessai.case_file, newcomers bigint[], granted jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  readers bigint[] := ARRAY(SELECT party FROM kessai.case_access WHERE case_id = c.case_id);
  known integer := cardinality(readers);
  party bigint;
  texts text[] := '{}';
BEGIN
  FOREACH party IN ARRAY newcomers LOOP
    IF party <> c.drafter_id AND NOT party = ANY (readers) THEN
      readers := readers || party;
      texts := texts || CASE WHEN party < 0 THEN 'post:' || -party ELSE 'staff:' || party END;
    END IF;
  END LOOP;
  IF to_jsonb(texts) <> granted THEN
    PERFORM kessai.fault('Invalid', 'those who may read are not those who were asked');
  END IF;
  INSERT INTO kessai.case_access (case_id, party, position)
  SELECT c.case_id, p, i FROM unnest(readers) WITH ORDINALITY x (p, i) WHERE i > known;
END $$;

-- 総務課 and 課長 are written 総務課長; the mayor has no section before the title.
CREATE FUNCTION kessai.post_in_full(section text, level integer, title text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE WHEN coalesce(section, '') = '' OR level = 0 THEN title
            WHEN length(title) > 1 AND right(section, 1) = left(title, 1) THEN section || substr(title, 2)
            ELSE section || title END;

-- Whom a case waits for: posts and persons with open assignments of blocking steps, in route order, each once.
CREATE FUNCTION kessai.now_with(c kessai.case_file, day text) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT coalesce(string_agg(name, '・' ORDER BY place), '')
    FROM (SELECT coalesce(kessai.post_in_full(x.name, x.level, p.title), kessai.person_name(a.party, day)) AS name,
                 min(ARRAY[a.step_no, a.no]) AS place
            FROM kessai.assignment a
            JOIN kessai.step s ON s.case_id = a.case_id AND s.round = a.round AND s.step_no = a.step_no
            LEFT JOIN kessai.post p ON p.post_id = -a.party AND p.removed_in IS NULL
                 AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
            LEFT JOIN kessai.section x ON x.section_id = p.section_id AND x.removed_in IS NULL
                 AND x.valid_from <= day AND (x.valid_until IS NULL OR x.valid_until >= day)
           WHERE a.case_id = c.case_id AND a.round = c.round AND a.state = 1 AND s.kind <> 4
           GROUP BY 1) named
   WHERE name <> '');
END $$;

-- A decided leave makes its drafter absent on the days it fills, whatever it was for: deputies for such days act from then on.
CREATE FUNCTION kessai.follow_leave(c kessai.case_file, at bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO kessai.absence (staff_id, valid_from, valid_until, case_id, made_at)
  SELECT c.drafter_id, p.day, p.day, c.case_id, at
    FROM kessai.posting p
   WHERE p.case_id = c.case_id AND p.ledger = 'absence.minutes' AND p.state = 1
     AND NOT EXISTS (SELECT FROM kessai.absence x WHERE x.case_id = c.case_id)
   GROUP BY p.day
  HAVING sum(p.amount) >= (SELECT m.value FROM kessai.parameter m WHERE m.key = 'duty.day_minutes' AND m.valid_from <= p.day
                            ORDER BY m.valid_from DESC LIMIT 1)
   ORDER BY p.day;
  IF FOUND THEN
    PERFORM kessai.note_absences();
  END IF;
END $$;

-- Programs read the absences again when this number grows (kessai.pulse).
CREATE FUNCTION kessai.note_absences() RETURNS void LANGUAGE sql AS $$
  INSERT INTO kessai.office_info AS i (key, value) VALUES ('absence_changes', '1')
  ON CONFLICT (key) DO UPDATE SET value = (i.value::bigint + 1)::text
$$;

-- The door -------------------------------------------------------------------------------------------------------------

CREATE FUNCTION kessai.append_event(p_case bigint, p_expected integer, p_request text, p_code text, p_version integer,
                                    p_post bigint, p_principal bigint, p_payload text, p_effects text)
RETURNS kessai.event LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  day text;
  c kessai.case_file;
  e kessai.event;
  body jsonb;
  effects jsonb;
  newcomers bigint[];
  title_post bigint;
BEGIN
  PERFORM kessai.check_length(p_payload, 1048576, 'the act');
  PERFORM kessai.check_length(p_effects, 1048576 - octet_length(p_payload), 'the act');
  IF coalesce(p_request, '') = '' OR length(p_request) > 100 THEN
    PERFORM kessai.fault('Invalid', 'an act needs a request id of at most 100 characters');
  END IF;

  -- Whoever may not read a case learns nothing of it, and cannot hold its row against others.
  IF NOT kessai.may_read(p_case) THEN
    PERFORM kessai.fault('NotFound', 'no such case');
  END IF;
  -- The case first: two acts on one case, and an act and a save, come one after the other (database.md 1.1 rule 1).
  SELECT * INTO c FROM kessai.case_file WHERE case_id = p_case FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM kessai.fault('NotFound', 'no such case');
  END IF;
  day := kessai.today();

  -- Asked again after a lost answer: the same act, once.
  SELECT * INTO e FROM kessai.event WHERE request_id = p_request;
  IF FOUND THEN
    IF e.case_id <> p_case OR e.actor_id <> me THEN
      PERFORM kessai.fault('AlreadyExists', 'the request id was used for something else');
    END IF;
    RETURN e;
  END IF;
  IF p_expected IS DISTINCT FROM c.seq THEN
    PERFORM kessai.refuse('Stale', format('the case has %s events', c.seq));
  END IF;

  -- What is recorded is what readers can read.
  body := p_payload::jsonb;
  effects := p_effects::jsonb;
  IF p_version IS DISTINCT FROM 1 OR kessai.written_payload(p_code, body) IS DISTINCT FROM p_payload
     OR kessai.written_effects(effects) IS DISTINCT FROM p_effects THEN
    PERFORM kessai.fault('Invalid', 'not an event this office knows');
  END IF;

  -- Who may do this now.
  IF p_code IN ('submitted', 'withdrawn', 'cancelled', 'reminded') THEN
    PERFORM kessai.check_drafters_act(me, c, p_code, body, p_post, p_principal);
  ELSIF p_code = 'commented' THEN
    IF c.state = 0 THEN
      PERFORM kessai.refuse('WrongState', 'a draft has no history');
    ELSIF p_post IS NOT NULL OR p_principal IS NOT NULL THEN
      PERFORM kessai.refuse('NotYourTurn', 'a remark is everybody''s own');
    ELSIF me <> c.drafter_id AND NOT EXISTS (
            SELECT FROM kessai.case_access a WHERE a.case_id = p_case AND a.party = ANY (kessai.my_sight())) THEN
      PERFORM kessai.refuse('NotYourTurn', 'an auditor reads and changes nothing');
    ELSIF kessai.says_nothing(body->>'text') THEN
      PERFORM kessai.refuse('ReasonMissing', 'a remark says something');
    END IF;
  ELSE
    PERFORM kessai.check_turn(me, c, p_code, body, p_post, p_principal, day);
    newcomers := ARRAY[me];
  END IF;

  -- What it changes, and whether that adds up.
  e.at := greatest(kessai.now_us(), (SELECT h.at FROM kessai.event h WHERE h.case_id = p_case AND h.seq = c.seq));
  IF p_code = 'submitted' THEN
    c := kessai.begin_round(me, c, body, p_post, day);
    c.submitted_at := e.at;
  ELSIF p_code = 'extended' THEN
    c := kessai.extend_round(c, body, day);
  END IF;
  PERFORM kessai.check_passed(c, body->'passed', day);
  IF (effects->>'round')::integer <> c.round THEN
    PERFORM kessai.fault('Invalid', 'effects on another round');
  END IF;
  newcomers := newcomers || kessai.apply_changes(c, p_code, body, effects->'changes', e.at);
  IF p_code = 'submitted' THEN
    PERFORM kessai.check_marks(c, body->'kept');
  END IF;
  IF p_code IN ('submitted', 'extended') THEN
    newcomers := newcomers || kessai.line_parties(c);
  END IF;
  IF p_code NOT IN ('commented', 'reminded') THEN
    c.state := kessai.check_round(c, p_code, body);
  END IF;
  c.posting_state := CASE c.state WHEN 1 THEN 0 WHEN 4 THEN 1 ELSE 2 END;
  IF (effects->>'state')::integer <> c.state OR (effects->>'postings')::integer <> c.posting_state THEN
    PERFORM kessai.fault('Invalid', 'the case''s state is not what the act makes it');
  END IF;
  PERFORM kessai.grant_access(c, newcomers, effects->'access');
  UPDATE kessai.posting SET state = c.posting_state WHERE case_id = p_case AND state <> c.posting_state;
  IF c.state = 4 AND p_code <> 'commented' THEN
    PERFORM kessai.follow_leave(c, e.at);
  END IF;

  -- The record: names as they are today, time, place in the chain.
  title_post := coalesce(p_post, kessai.primary_post(me, day));
  e.case_id := p_case;
  e.seq := c.seq + 1;
  e.code := p_code;
  e.version := p_version;
  e.actor_id := me;
  e.post_id := p_post;
  e.principal_id := p_principal;
  e.actor_name := kessai.person_name(me, day);
  e.actor_title := kessai.post_title(title_post, day);
  e.actor_section := kessai.stamp_label(title_post, day);
  e.principal_name := kessai.person_name(p_principal, day);
  e.request_id := p_request;
  e.payload := p_payload;
  e.effects := p_effects;
  e.previous_hash := c.head_hash;
  IF p_code = 'submitted' THEN
    c.drafter_name := e.actor_name;
    c.drafter_section := e.actor_section;
  END IF;
  -- The same text as Event::computedHash().
  e.hash := kessai.hex_digest(
    kessai.field(e.previous_hash) || kessai.field(e.case_id::text) || kessai.field(e.seq::text) || kessai.field(e.code)
    || kessai.field(e.version::text) || kessai.field(e.actor_id::text) || kessai.field(coalesce(e.post_id, 0)::text)
    || kessai.field(coalesce(e.principal_id, 0)::text) || kessai.field(e.actor_name) || kessai.field(e.actor_title)
    || kessai.field(e.actor_section) || kessai.field(e.principal_name) || kessai.field(e.at::text)
    || kessai.field(e.request_id) || kessai.field(e.payload) || kessai.field(e.effects));
  INSERT INTO kessai.event SELECT e.*;
  UPDATE kessai.case_file
     SET state = c.state, round = c.round, seq = e.seq, revision = c.revision, head_hash = e.hash, posting_state = c.posting_state,
         now_with = CASE WHEN c.state = 1 THEN kessai.now_with(c, day) ELSE '' END, drafter_name = c.drafter_name, drafter_section = c.drafter_section, title = c.title, amount = c.amount, urgent = c.urgent, important = c.important,
         attachments = c.attachments, search_text = c.search_text, submitted_at = c.submitted_at, changed_at = e.at
   WHERE case_id = p_case;
  RETURN e;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.append_event(bigint, integer, text, text, integer, bigint, bigint, text, text)');

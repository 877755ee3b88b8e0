-- oldest client: 1
-- The one door through which a case changes: append_event. What an act means is decided by the engine (core/cases); here are the few
-- rules nobody gets past (core/store/notary.h), checked on what the effects make of the round, in the same transaction.

-- The current round as it stands, assignment by assignment along the route, and who may read the case. An act is judged on it in memory
-- and then written at once: a statement for everything looked at would cost more than all the rest.
CREATE TYPE kessai.lineup AS (
  step integer[], no integer[], kind integer[], rule integer[], needed integer[], objection integer[], party bigint[], state integer[],
  readers bigint[]);

CREATE FUNCTION kessai.lineup_of(c kessai.case_file) RETURNS kessai.lineup LANGUAGE plpgsql AS $$
DECLARE
  r kessai.lineup;
BEGIN
  SELECT array_agg(x.step_no), array_agg(x.no), array_agg(x.kind), array_agg(x.rule), array_agg(x.needed), array_agg(x.objection),
         array_agg(x.party), array_agg(x.state), ARRAY(SELECT a.party FROM kessai.case_access a WHERE a.case_id = c.case_id)
    INTO r
    FROM (SELECT a.step_no, a.no, s.kind, s.rule, s.needed, s.objection, a.party, a.state
            FROM kessai.assignment a
            JOIN kessai.step s ON s.case_id = a.case_id AND s.round = a.round AND s.step_no = a.step_no
           WHERE a.case_id = c.case_id AND a.round = c.round
           ORDER BY a.step_no, a.no) x;
  RETURN r;
END $$;

-- Where an assignment stands in it; none where there is no such one.
CREATE FUNCTION kessai.place_in(r kessai.lineup, ref jsonb) RETURNS integer LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  step integer := (ref->>'step')::integer;
  no integer := (ref->>'no')::integer;
BEGIN
  FOR i IN 1..coalesce(cardinality(r.step), 0) LOOP
    IF r.step[i] = step AND r.no[i] = no THEN
      RETURN i;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

-- Who may act ----------------------------------------------------------------------------------------------------------

-- Whether a case was reminded of so short a time ago that it may not be again (the office's parameter of days).
CREATE FUNCTION kessai.reminded_before(p_case bigint, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  pause integer := (SELECT m.value FROM kessai.parameter m WHERE m.key = 'reminder.pause_days' AND m.valid_from <= day
                     ORDER BY m.valid_from DESC, m.added_in DESC LIMIT 1);
  last bigint := (SELECT max(e.at) FROM kessai.event e WHERE e.case_id = p_case AND e.code = 'reminded');
BEGIN
  RETURN kessai.written_day((to_timestamp(last / 1000000) AT TIME ZONE 'Asia/Tokyo')::date + pause) > day;
END $$;

-- The drafter's own acts: theirs alone, for no post and nobody else, in the states that allow them. Whoever filed the round for them
-- may undo it.
CREATE FUNCTION kessai.check_drafters_act(me bigint, c kessai.case_file, p_code text, body jsonb, p_post bigint,
                                          p_principal bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF me <> c.drafter_id AND (c.filer_id IS DISTINCT FROM me OR p_code NOT IN ('withdrawn', 'cancelled')) THEN
    PERFORM kessai.refuse('NotDrafter', 'only the drafter submits, withdraws and cancels');
  ELSIF c.state = 4 THEN
    PERFORM kessai.refuse('AlreadyDecided', 'a decided case does not change');
  ELSIF NOT (CASE p_code WHEN 'submitted' THEN c.state IN (0, 2, 3) WHEN 'withdrawn' THEN c.state = 1
                         WHEN 'reminded' THEN c.state = 1 ELSE c.state IN (1, 2, 3) END) THEN
    PERFORM kessai.refuse('WrongState', 'the state of the case does not allow this');
  ELSIF p_principal IS NOT NULL OR (p_post IS NOT NULL AND p_code <> 'submitted') THEN
    PERFORM kessai.refuse('NotDrafter', 'a drafter acts for themselves');
  ELSIF p_code IN ('withdrawn', 'cancelled') AND c.ordered = 1 THEN
    PERFORM kessai.refuse('OrderStands', 'what was ordered is not for its drafter to take back');
  ELSIF p_code = 'cancelled' AND kessai.says_nothing(body->>'reason') THEN
    PERFORM kessai.refuse('ReasonMissing', 'giving up needs a reason');
  END IF;
  IF p_code = 'withdrawn' THEN -- by itself, so that other acts do not pay for the question
    IF EXISTS (
         SELECT FROM kessai.event e
          WHERE e.case_id = c.case_id AND e.code IN ('approved', 'returned', 'rejected', 'objected', 'extended')
            AND e.seq > (SELECT max(seq) FROM kessai.event WHERE case_id = c.case_id AND code = 'submitted')) THEN
      PERFORM kessai.refuse('AlreadyMoved', 'somebody has acted in this round');
    END IF;
  ELSIF p_code = 'reminded' THEN
    IF kessai.reminded_before(c.case_id, kessai.today()) THEN
      PERFORM kessai.refuse('RemindedBefore', 'the last reminder is too short a time ago');
    END IF;
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
        OR NOT kessai.holds_post(me, p_post, day) OR kessai.is_absent(me, day) OR kessai.attended(decider, ARRAY[c.drafter_id, c.filer_id], day) THEN
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
    EXIT WHEN kessai.attended(post, ARRAY[c.drafter_id, c.filer_id], day);
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

-- Of money of the budget, whoever reviews or decides does not examine, whoever examines does neither (地方自治法232条の4), and whoever
-- inspected what is paid neither decides nor examines (234条の2).
CREATE FUNCTION kessai.took_other_part(c kessai.case_file, p_kind integer, people bigint[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM kessai.posting p WHERE p.case_id = c.case_id AND p.revision = c.revision
                    AND (p.account LIKE 'budget:%' OR p.account LIKE 'case:%'))
     AND ((p_kind IN (2, 3) AND kessai.inspected_by(people, (
            SELECT x.fields::jsonb FROM kessai.content x WHERE x.case_id = c.case_id AND x.revision = c.revision)))
       OR EXISTS (
            SELECT FROM kessai.event e
              JOIN kessai.step s ON s.case_id = e.case_id AND s.step_no = (e.payload::jsonb #>> '{on,step}')::integer
               AND s.round = (e.effects::jsonb ->> 'round')::integer - CASE e.code WHEN 'extended' THEN 1 ELSE 0 END
             WHERE e.case_id = c.case_id AND e.code IN ('approved', 'returned', 'rejected', 'extended')
               AND (e.actor_id = ANY (people) OR e.principal_id = ANY (people))
               AND CASE p_kind WHEN 2 THEN s.kind IN (0, 3) ELSE s.kind = 2 END));
END $$;

-- An act on an assignment: it waits for the actor today, or the actor may go before, and it is not on a case of their own. `held` is
-- whether the actor, or the principal they are the deputy of, holds the post named.
CREATE FUNCTION kessai.check_turn(me bigint, c kessai.case_file, r kessai.lineup, p_code text, body jsonb, p_post bigint,
                                  p_principal bigint, held boolean, day text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  at integer := kessai.place_in(r, body->'on');
  step integer := r.step[at];
  kind integer := r.kind[at];
  party bigint := r.party[at];
  state integer := r.state[at];
  manner integer := coalesce((body->>'manner')::integer, 0);
  also jsonb := coalesce(body->'also', '[]');
  reads boolean := kind = 4 OR state = 8;
BEGIN
  IF at IS NULL THEN
    PERFORM kessai.refuse(CASE c.state WHEN 1 THEN 'NotYourTurn' WHEN 4 THEN 'AlreadyDecided' ELSE 'WrongState' END,
                          'no such assignment in the current round');
  ELSIF kind <> 4 AND (me IN (c.drafter_id, c.filer_id) OR p_principal IN (c.drafter_id, c.filer_id)) THEN
    PERFORM kessai.refuse('OwnCase', 'nobody decides what they filed themselves, nor does anybody in their place');
  ELSIF kind IN (0, 2, 3) AND state <> 8 AND 2 = ANY (r.kind) AND kessai.took_other_part(c, kind, ARRAY[me, p_principal]) THEN
    PERFORM kessai.refuse('PartTaken', 'whoever examines money has no other part in the case');
  ELSIF c.state <> 1 AND NOT (c.state = 4 AND reads) THEN
    PERFORM kessai.refuse(CASE c.state WHEN 4 THEN 'AlreadyDecided' ELSE 'WrongState' END, 'the case is not running');
  ELSIF reads AND (p_code <> 'approved' OR manner <> 0 OR also <> '[]') THEN
    PERFORM kessai.refuse('NotYourTurn', 'what is only to be read is read, not judged');
  ELSIF manner = 2 AND state = 0 THEN
    PERFORM kessai.check_pull_up(c, step, kind);
  ELSIF state IN (0, 7) OR (manner = 2 AND state = 1) THEN
    PERFORM kessai.refuse('NotYourTurn', 'the assignment is not open');
  ELSIF state NOT IN (1, 8) THEN
    PERFORM kessai.refuse('AlreadyActed', 'the assignment was acted on');
  END IF;

  IF manner = 1 THEN
    IF kind <> 3 OR p_code <> 'approved' OR also <> '[]' THEN
      PERFORM kessai.refuse('NotYourTurn', 'a stand-in decides, and nothing else');
    END IF;
    PERFORM kessai.check_stand_in(me, c, party, p_post, p_principal, day);
  ELSIF p_principal IS NOT NULL AND (p_principal = me OR state = 8 OR NOT kessai.deputises(me, p_principal, c.form, c.amount, day)) THEN
    PERFORM kessai.refuse('NotYourTurn', 'not a deputy of that person today');
  ELSIF (p_post IS DISTINCT FROM CASE WHEN party < 0 THEN -party END)
        OR NOT (CASE WHEN party < 0 THEN held ELSE party = coalesce(p_principal, me) END) THEN
    PERFORM kessai.refuse('NotYourTurn', 'the assignment is somebody else''s');
  END IF;

  IF p_code = 'objected' AND kind <> 1 THEN
    PERFORM kessai.refuse('NotYourTurn', 'only a consulted post objects');
  ELSIF p_code = 'rejected' AND kind = 1 THEN
    PERFORM kessai.refuse('ConsultCannotReject', 'a consulted section objects by returning');
  ELSIF p_code = 'rejected' AND kind = 2 AND array_position(r.kind, 3) < at THEN
    PERFORM kessai.refuse('OrderedCannotReject', 'what was ordered is sent back, not ended');
  ELSIF (p_code IN ('returned', 'rejected', 'objected', 'extended') AND kessai.says_nothing(body->>'reason'))
        OR (p_code = 'approved' AND manner = 2 AND kessai.says_nothing(body->>'comment')) THEN
    PERFORM kessai.refuse('ReasonMissing', 'this needs a reason');
  ELSIF p_code = 'returned' AND (body->>'toStep') IS NOT NULL
        AND (manner <> 0 OR (body->>'toStep')::integer >= step
             OR coalesce(r.kind[array_position(r.step, (body->>'toStep')::integer)], 4) = 4) THEN
    PERFORM kessai.refuse('NoSuchStep', 'no such earlier step');
  ELSIF also <> '[]' THEN
    IF manner = 2 THEN
      PERFORM kessai.refuse('NotYourTurn', 'a pull-up is on one step');
    END IF;
    PERFORM kessai.check_also(me, c, r, also, step, kind, p_principal, day);
  END IF;
END $$;

-- 兼務: one act for several steps is for a reviewer who stands alone on the next ones of the line (domain.md 8.2 rule 3).
CREATE FUNCTION kessai.check_also(me bigint, c kessai.case_file, r kessai.lineup, also jsonb, p_step integer, p_kind integer,
                                  p_principal bigint, day text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  ref jsonb;
  at integer;
  kind_before integer := p_kind;
  step_before integer := p_step;
BEGIN
  FOR ref IN SELECT x.r FROM jsonb_array_elements(also) WITH ORDINALITY x (r, i) ORDER BY x.i LOOP
    at := kessai.place_in(r, ref);
    IF at IS NULL OR kind_before <> 0 OR r.step[at] <= step_before OR r.kind[at] NOT IN (0, 3)
       OR cardinality(array_positions(r.step, r.step[at])) <> 1
       OR NOT kessai.answers_for(me, p_principal, r.party[at], day) THEN
      PERFORM kessai.refuse('NotYourTurn', 'a later step does not follow from the one acted on');
    ELSIF 2 = ANY (r.kind) AND kessai.took_other_part(c, r.kind[at], ARRAY[me, p_principal]) THEN
      PERFORM kessai.refuse('PartTaken', 'whoever inspected what is paid does not decide on it');
    END IF;
    kind_before := r.kind[at];
    step_before := r.step[at];
  END LOOP;
END $$;

-- Whoever is passed over for their absence is away, said so, and has no deputy for such a case; and reviews as everybody in the step must.
CREATE FUNCTION kessai.check_passed(c kessai.case_file, r kessai.lineup, passed jsonb, day text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  ref jsonb;
  at integer;
  holders bigint[];
BEGIN
  FOR ref IN SELECT x FROM jsonb_array_elements(passed) x LOOP
    at := kessai.place_in(r, ref);
    holders := kessai.answerable(r.party[at], day);
    IF at IS NULL OR r.kind[at] <> 0 OR r.rule[at] <> 0 OR cardinality(holders) = 0
       OR EXISTS (SELECT FROM unnest(holders) h WHERE NOT kessai.passes_over(h, c.form, c.amount, day)) THEN
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
  ends boolean := p_state IN (0, 1, 8) AND becomes = 7;
  opens boolean := p_state = 0
    AND (becomes = 1
         OR (becomes = 8 AND coalesce(body->'passed', '[]') @> jsonb_build_array(jsonb_build_object('step', p_step, 'no', p_no))));
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
CREATE FUNCTION kessai.apply_changes(c kessai.case_file, p_code text, body jsonb, changes jsonb, at bigint, INOUT r kessai.lineup,
                                     OUT asked bigint[]) LANGUAGE plpgsql AS $$
DECLARE
  change jsonb;
  ref jsonb;
  place integer;
  becomes integer;
  here integer := kessai.place_in(r, body->'on');
  acts boolean := p_code IN ('approved', 'returned', 'rejected', 'objected') AND (body->>'toStep') IS NULL;
  also jsonb := coalesce(body->'also', '[]');
  to_pass jsonb := coalesce(body->'passed', '[]');
  own boolean;
  last_place integer := 0;
  last_state integer := 0;
  acted integer := 0;
  passed jsonb := '[]';
  state integer[] := r.state;
  arrived bigint[] := array_fill(NULL::bigint, ARRAY[coalesce(cardinality(state), 0)]);
  touched integer[] := '{}';
BEGIN
  asked := '{}';
  FOR done IN 1..jsonb_array_length(changes) LOOP
    change := changes->(done - 1);
    place := kessai.place_in(r, change);
    becomes := (change->>'to')::integer;
    ref := change - 'to';
    IF place IS NULL THEN
      PERFORM kessai.fault('Invalid', 'effects on an assignment that is not in the current round');
    END IF;
    own := p_code <> 'extended' AND coalesce(place = here OR (p_code = 'approved' AND also @> jsonb_build_array(ref)), false);
    IF kessai.may_change(c, p_code, body, own, r.step[place], r.no[place], r.kind[place], state[place], becomes) IS NOT TRUE THEN
      PERFORM kessai.fault('Invalid', 'the effects change what the act does not');
    END IF;
    IF done > 1 OR NOT acts THEN
      IF last_place > place OR (last_place = place AND last_state >= becomes) THEN
        PERFORM kessai.fault('Invalid', 'the effects are not in order');
      END IF;
      last_place := place;
      last_state := becomes;
    ELSIF place <> here THEN
      PERFORM kessai.fault('Invalid', 'the effects do not begin with what was acted on');
    END IF;
    IF own AND becomes NOT IN (0, 1, 7) THEN
      acted := acted + 1;
    ELSIF becomes IN (1, 8) THEN
      asked := asked || r.party[place];
      IF becomes = 8 AND to_pass @> jsonb_build_array(ref) THEN
        passed := passed || ref;
      END IF;
    END IF;
    IF becomes IN (1, 8) AND NOT (own AND becomes = 8) THEN
      arrived[place] := at;
    END IF;
    state[place] := becomes;
    touched := touched || place;
  END LOOP;
  -- What was acted on does not stay open. Returning to a step puts it back to waiting, which check_round sees.
  IF acts AND acted <> 1 + jsonb_array_length(also) THEN
    PERFORM kessai.fault('Invalid', 'the effects leave open what was acted on');
  ELSIF passed <> to_pass THEN
    PERFORM kessai.fault('Invalid', 'those passed over are not those named');
  END IF;
  IF touched <> '{}' THEN
    UPDATE kessai.assignment a
       SET state = x.state, arrived_at = coalesce(x.arrived, a.arrived_at)
      FROM (SELECT DISTINCT r.step[i] AS step, r.no[i] AS no, state[i] AS state, arrived[i] AS arrived FROM unnest(touched) i) x
     WHERE a.case_id = c.case_id AND a.round = c.round AND a.step_no = x.step AND a.no = x.no;
  END IF;
  r.state := state;
END $$;

-- How the round stands after the act (database.md 1.1 rules 3 and 4). Up to the first blocking step that is not complete everything is
-- done or, circulating, asked; in it everybody who has not answered is asked; behind it nobody is, though marks may stand there that a
-- resubmission kept, up to the decision and unless the case was just returned to a step: whatever came after it is asked again. Where the
-- round ended, nobody is asked any more, and none begins so that would have to be decided. Answers the state the case is in by that.
CREATE FUNCTION kessai.check_round(r kessai.lineup, p_code text, body jsonb) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  returned boolean := p_code = 'returned';
  ended integer := CASE WHEN returned AND (body->>'toStep') IS NULL THEN 2 WHEN p_code = 'withdrawn' THEN 3
                        WHEN p_code = 'rejected' THEN 5 WHEN p_code = 'cancelled' THEN 6 END;
  here integer;          -- the first blocking step that is not complete
  returns boolean := false; -- an objection that does not leave it to the decider has won
  wrong boolean := false;
  undecided boolean := p_code = 'returned'; -- no mark stands behind what is asked
  n integer[];           -- how many of the step's assignments are in each state
  asked integer := 0;
  agreed boolean;
  failed boolean;
BEGIN
  FOR i IN 1..coalesce(cardinality(r.step), 0) LOOP
    IF asked = 0 THEN
      n := '[0:10]={0,0,0,0,0,0,0,0,0,0,0}';
    END IF;
    asked := asked + 1;
    n[r.state[i]] := n[r.state[i]] + 1;
    CONTINUE WHEN r.step[i + 1] = r.step[i]; -- the step goes on
    agreed := n[2] + n[3] + n[8] + n[9] >= r.needed[i];
    failed := NOT agreed AND asked - n[10] < r.needed[i];
    returns := returns OR (failed AND r.objection[i] = 0);
    IF r.kind[i] = 4 THEN
      wrong := wrong OR asked <> n[3] + CASE WHEN here IS NULL THEN n[1] ELSE n[0] END;
    ELSIF here IS NULL AND (agreed OR (failed AND r.objection[i] = 1)) THEN
      wrong := wrong OR asked <> n[2] + n[6] + n[8] + n[9] + n[10];
    ELSIF here IS NULL THEN
      here := r.step[i];
      undecided := undecided OR r.kind[i] = 3;
      wrong := wrong OR asked <> n[1] + CASE WHEN returned THEN 0 ELSE n[2] + n[8] + n[9] + n[10] END;
    ELSE
      undecided := undecided OR r.kind[i] = 3;
      wrong := wrong OR asked <> n[0] + CASE WHEN undecided THEN 0 ELSE n[2] + n[9] + CASE WHEN agreed THEN n[6] ELSE 0 END END;
    END IF;
    asked := 0;
  END LOOP;
  IF p_code = 'objected' AND returns THEN
    ended := 2;
  END IF;
  IF ended IS NOT NULL THEN
    IF r.state && '{0,1,8}' THEN
      PERFORM kessai.fault('Invalid', 'somebody is still asked in a round that ended');
    END IF;
    RETURN ended;
  END IF;
  IF wrong OR (returned AND here IS DISTINCT FROM (body->>'toStep')::integer)
     OR (p_code = 'submitted' AND here IS NULL AND 3 = ANY (r.kind))
     OR (body->>'manner' = '2' AND here < (body #>> '{on,step}')::integer) THEN
    PERFORM kessai.fault('Invalid', 'a step is open before its time, or nobody is asked');
  END IF;
  RETURN CASE WHEN here IS NULL THEN 4 ELSE 1 END;
END $$;

-- Exactly those who were asked, and whoever acted on an assignment, may read from now on; and with the beginning of a round those of the
-- drafter's own line, who may look at what is on its way to them so that they can pull it up.
CREATE FUNCTION kessai.grant_access(c kessai.case_file, r kessai.lineup, newcomers bigint[], granted jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  fresh bigint[] := '{}';
  party bigint;
  texts text[] := '{}';
BEGIN
  FOREACH party IN ARRAY newcomers LOOP
    IF party <> c.drafter_id AND NOT party = ANY (r.readers) AND NOT party = ANY (fresh) THEN
      fresh := fresh || party;
      texts := texts || CASE WHEN party < 0 THEN 'post:' || -party ELSE 'staff:' || party END;
    END IF;
  END LOOP;
  IF to_jsonb(texts) <> granted THEN
    PERFORM kessai.fault('Invalid', 'those who may read are not those who were asked');
  END IF;
  IF fresh <> '{}' THEN
    INSERT INTO kessai.case_access (case_id, party, position)
    SELECT c.case_id, p, cardinality(r.readers) + i FROM unnest(fresh) WITH ORDINALITY x (p, i);
  END IF;
END $$;

-- 総務課 and 課長 are written 総務課長; the mayor has no section before the title.
CREATE FUNCTION kessai.post_in_full(section text, level integer, title text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE WHEN coalesce(section, '') = '' OR level = 0 THEN title
            WHEN length(title) > 1 AND right(section, 1) = left(title, 1) THEN section || substr(title, 2)
            ELSE section || title END;

-- Whom a case waits for: posts and persons with open assignments of blocking steps, in route order, each once.
CREATE FUNCTION kessai.now_with(r kessai.lineup, day text) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  open bigint[] := '{}';
BEGIN
  FOR i IN 1..coalesce(cardinality(r.step), 0) LOOP
    IF r.state[i] = 1 AND r.kind[i] <> 4 THEN
      open := open || r.party[i];
    END IF;
  END LOOP;
  RETURN (SELECT coalesce(string_agg(name, '・' ORDER BY place), '')
    FROM (SELECT coalesce(kessai.post_in_full(x.name, x.level, p.title), kessai.person_name(a.party, day)) AS name, min(a.place) AS place
            FROM unnest(open) WITH ORDINALITY a (party, place)
            LEFT JOIN kessai.post p ON p.post_id = -a.party AND p.removed_in IS NULL
                 AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
            LEFT JOIN kessai.section x ON x.section_id = p.section_id AND x.removed_in IS NULL
                 AND x.valid_from <= day AND (x.valid_until IS NULL OR x.valid_until >= day)
           GROUP BY 1) named
   WHERE name <> '');
END $$;

-- Whether nothing is left of somebody's duty on a day: leave, time off and what was given for duty on another day take all of it, one case
-- or several together. A day that was made one of duty has the hours that were added. Of half a day nobody is absent, whatever took it.
CREATE FUNCTION kessai.nothing_left(person bigint, its_day text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(p.amount) FILTER (WHERE p.ledger <> 'duty.added.minutes')
                  >= coalesce(nullif(sum(p.amount) FILTER (WHERE p.ledger = 'duty.added.minutes'), 0),
                       least((SELECT m.value FROM kessai.parameter m WHERE m.key = 'duty.day_minutes' AND m.valid_from <= its_day
                               ORDER BY m.valid_from DESC, m.added_in DESC LIMIT 1),
                             (SELECT t.day_minutes FROM kessai.work_terms t
                               WHERE t.staff_id = person AND t.removed_in IS NULL AND t.valid_from <= its_day
                                 AND (t.valid_until IS NULL OR t.valid_until >= its_day)))), false)
    FROM kessai.posting p
   WHERE p.account = 'staff:' || person AND p.day = its_day AND p.state = 1
     AND p.ledger IN ('absence.minutes', 'overtime.compensated.minutes', 'duty.removed.minutes', 'duty.daikyu.minutes', 'duty.added.minutes')
$$;

-- What is decided makes its drafter absent on the days of which it leaves nothing, whatever it was for: deputies for such days act from
-- then on. Of two cases that fill a day together the later one does.
CREATE FUNCTION kessai.follow_leave(c kessai.case_file, at bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  days text[] := ARRAY(
    SELECT DISTINCT p.day FROM kessai.posting p
     WHERE p.case_id = c.case_id AND p.account = 'staff:' || c.drafter_id AND p.state = 1 AND p.amount > 0
       AND p.ledger IN ('absence.minutes', 'overtime.compensated.minutes', 'duty.removed.minutes', 'duty.daikyu.minutes') ORDER BY 1);
BEGIN
  IF days = '{}' OR EXISTS (SELECT FROM kessai.absence x WHERE x.case_id = c.case_id) THEN
    RETURN;
  END IF;
  PERFORM FROM kessai.staff WHERE staff_id = c.drafter_id ORDER BY staff_id FOR NO KEY UPDATE; -- one after the other
  INSERT INTO kessai.absence (staff_id, valid_from, valid_until, case_id, made_at)
  SELECT c.drafter_id, d.day, d.day, c.case_id, at FROM unnest(days) d (day) WHERE kessai.nothing_left(c.drafter_id, d.day) ORDER BY d.day;
END $$;

-- The door -------------------------------------------------------------------------------------------------------------

CREATE FUNCTION kessai.append_event(p_case bigint, p_expected integer, p_request text, p_code text, p_version integer,
                                    p_post bigint, p_principal bigint, p_payload text, p_effects text)
RETURNS kessai.event LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  day text := kessai.today();
  c kessai.case_file;
  e kessai.event;
  r kessai.lineup;
  seat record;
  applied record;
  body jsonb;
  effects jsonb;
  newcomers bigint[];
  was integer;
  filed boolean; -- for a colleague (代理入力)
BEGIN
  PERFORM kessai.check_length(p_payload, 1048576, 'the act');
  PERFORM kessai.check_length(p_effects, 1048576 - octet_length(p_payload), 'the act');
  IF coalesce(p_request, '') = '' OR length(p_request) > 100 THEN
    PERFORM kessai.fault('Invalid', 'an act needs a request id of at most 100 characters');
  END IF;

  -- The case first: two acts on one case, and an act and a save, come one after the other (database.md 1.1 rule 1). Whoever may not read
  -- a case learns nothing of it, and cannot hold its row against others; most may for one of two simple reasons.
  SELECT * INTO c FROM kessai.case_file f
   WHERE f.case_id = p_case
     AND (f.drafter_id = me
          OR (SELECT true FROM kessai.case_access a
               WHERE a.case_id = p_case AND a.party = -p_post AND EXISTS (
                 SELECT FROM kessai.appointment h
                   JOIN kessai.post p ON p.post_id = h.post_id AND p.removed_in IS NULL
                        AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
                  WHERE h.staff_id = me AND h.post_id = p_post AND h.removed_in IS NULL
                    AND h.valid_from <= day AND (h.valid_until IS NULL OR h.valid_until >= day)) LIMIT 1))
     FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    IF NOT kessai.may_read(p_case) THEN
      PERFORM kessai.fault('NotFound', 'no such case');
    END IF;
    SELECT * INTO c FROM kessai.case_file WHERE case_id = p_case FOR NO KEY UPDATE;
    IF NOT FOUND THEN
      PERFORM kessai.fault('NotFound', 'no such case');
    END IF;
  END IF;
  -- Whoever waited for the row over midnight may be on the staff no more.
  IF kessai.today() <> day THEN
    day := kessai.today();
    IF kessai.signed_in(day) IS DISTINCT FROM me THEN
      PERFORM kessai.fault('AccessDenied', 'whoever signed in is not on the staff today');
    END IF;
  END IF;

  IF p_expected IS DISTINCT FROM c.seq THEN
    -- Asked again after a lost answer: the same act, once.
    SELECT * INTO e FROM kessai.event WHERE request_id = p_request;
    IF NOT FOUND THEN
      PERFORM kessai.refuse('Stale', format('the case has %s events', c.seq));
    ELSIF e.case_id <> p_case OR e.actor_id <> me THEN
      PERFORM kessai.fault('AlreadyExists', 'the request id was used for something else');
    END IF;
    RETURN e;
  END IF;

  -- What is recorded is what readers can read.
  body := p_payload::jsonb;
  effects := p_effects::jsonb;
  IF p_version IS DISTINCT FROM 1 OR kessai.written_payload(p_code, body) IS DISTINCT FROM p_payload
     OR kessai.written_effects(effects) IS DISTINCT FROM p_effects THEN
    PERFORM kessai.fault('Invalid', 'not an event this office knows');
  END IF;

  -- Who may do this now.
  seat := kessai.seat(CASE WHEN p_post IS NULL THEN me ELSE coalesce(p_principal, me) END, p_post, day);
  IF p_code <> 'submitted' THEN
    r := kessai.lineup_of(c);
  END IF;
  filed := p_code = 'submitted' AND c.seq = 0 AND p_principal IS NOT NULL;
  IF filed THEN
    IF me <> c.drafter_id OR NOT kessai.files_for(me, p_principal, day) THEN
      PERFORM kessai.refuse('NotDrafter', 'a clerk files for colleagues of their section');
    END IF;
    c.drafter_id := p_principal;
  END IF;
  IF p_code = 'submitted' THEN
    c.filer_id := CASE WHEN filed THEN me END;
  END IF;
  IF p_code IN ('submitted', 'withdrawn', 'cancelled', 'reminded') THEN
    PERFORM kessai.check_drafters_act(CASE WHEN filed THEN p_principal ELSE me END, c, p_code, body, p_post,
                                      CASE WHEN NOT filed THEN p_principal END);
  ELSIF p_code = 'commented' THEN
    IF c.state = 0 THEN
      PERFORM kessai.refuse('WrongState', 'a draft has no history');
    ELSIF p_post IS NOT NULL OR p_principal IS NOT NULL THEN
      PERFORM kessai.refuse('NotYourTurn', 'a remark is everybody''s own');
    ELSIF me <> c.drafter_id AND NOT kessai.reads_besides(c) AND NOT EXISTS (
            SELECT FROM kessai.case_access a WHERE a.case_id = p_case AND a.party = ANY (kessai.my_sight())) THEN
      PERFORM kessai.refuse('NotYourTurn', 'an auditor reads and changes nothing');
    ELSIF kessai.says_nothing(body->>'text') THEN
      PERFORM kessai.refuse('ReasonMissing', 'a remark says something');
    END IF;
  ELSE
    PERFORM kessai.check_turn(me, c, r, p_code, body, p_post, p_principal, seat.held, day);
    newcomers := ARRAY[me];
  END IF;

  -- What it changes, and whether that adds up.
  e.at := greatest(kessai.now_us(), CASE WHEN c.seq > 0 THEN c.changed_at END);
  IF p_code = 'submitted' THEN
    c := kessai.begin_round(c, body, p_post, seat.held, day);
    c.submitted_at := e.at;
    r := kessai.lineup_of(c);
    IF filed AND EXISTS (SELECT FROM unnest(r.party, r.kind) x (party, kind)
                          WHERE x.kind <> 4 AND me = ANY (kessai.answerable(x.party, day))) THEN
      PERFORM kessai.refuse('FilerAsked', 'whoever files a case is not asked about it');
    END IF;
  ELSIF p_code = 'extended' THEN
    c := kessai.extend_round(c, body, day);
    r := kessai.lineup_of(c);
  END IF;
  IF body->'passed' <> '[]' THEN
    PERFORM kessai.check_passed(c, r, body->'passed', day);
  END IF;
  IF (effects->>'round')::integer <> c.round THEN
    PERFORM kessai.fault('Invalid', 'effects on another round');
  END IF;
  applied := kessai.apply_changes(c, p_code, body, effects->'changes', e.at, r);
  r := applied.r;
  newcomers := newcomers || applied.asked;
  IF p_code = 'submitted' AND body->'kept' <> '[]' THEN
    PERFORM kessai.check_marks(c, body->'kept');
  END IF;
  IF p_code IN ('submitted', 'extended') THEN
    FOR i IN 1..cardinality(r.step) LOOP
      IF r.kind[i] IN (0, 3) THEN
        newcomers := newcomers || r.party[i];
      END IF;
    END LOOP;
  END IF;
  IF filed THEN
    newcomers := newcomers || me;
  END IF;
  IF p_code NOT IN ('commented', 'reminded') THEN
    c.state := kessai.check_round(r, p_code, body);
  END IF;
  was := CASE WHEN p_code = 'submitted' THEN 0 ELSE c.posting_state END; -- postings are written as reserved
  c.posting_state := CASE c.state WHEN 1 THEN 0 WHEN 4 THEN 1 ELSE 2 END;
  IF (effects->>'state')::integer <> c.state OR (effects->>'postings')::integer <> c.posting_state THEN
    PERFORM kessai.fault('Invalid', 'the case''s state is not what the act makes it');
  END IF;
  PERFORM kessai.grant_access(c, r, newcomers, effects->'access');
  IF c.posting_state <> was THEN
    IF c.posting_state = 1 THEN
      PERFORM kessai.check_months(p_case);
      PERFORM kessai.check_accounts(p_case);
    END IF;
    UPDATE kessai.posting SET state = c.posting_state, used_at = CASE c.posting_state WHEN 1 THEN e.at END WHERE case_id = p_case;
  END IF;
  IF c.state = 4 AND was <> 1 THEN -- it is decided by this
    PERFORM kessai.follow_leave(c, e.at);
  END IF;
  IF c.state <> 1 AND p_code <> 'commented' THEN
    PERFORM kessai.settle_cancellation(c, e.at);
  END IF;

  -- The record: names as they are today, time, place in the chain. One statement: assigned one by one, its parts would cost more.
  e.actor_name := kessai.person_name(me, day);
  e.principal_name := CASE WHEN p_principal IS NULL THEN '' ELSE kessai.person_name(p_principal, day) END;
  INSERT INTO kessai.event AS made (case_id, seq, code, version, actor_id, post_id, principal_id, actor_name, actor_title, actor_section,
                                    principal_name, at, request_id, payload, effects, previous_hash, hash)
  VALUES (p_case, c.seq + 1, p_code, p_version, me, p_post, p_principal, e.actor_name, seat.title, seat.section,
          e.principal_name, e.at, p_request, p_payload, p_effects, c.head_hash,
          -- The same text as Event::computedHash().
          kessai.hex_digest(
            kessai.field(c.head_hash) || kessai.field(p_case::text) || kessai.field((c.seq + 1)::text) || kessai.field(p_code)
            || kessai.field(p_version::text) || kessai.field(me::text) || kessai.field(coalesce(p_post, 0)::text)
            || kessai.field(coalesce(p_principal, 0)::text) || kessai.field(e.actor_name) || kessai.field(seat.title)
            || kessai.field(seat.section) || kessai.field(e.principal_name) || kessai.field(e.at::text)
            || kessai.field(p_request) || kessai.field(p_payload) || kessai.field(p_effects)))
  ON CONFLICT (request_id) DO NOTHING RETURNING made.* INTO e;
  IF NOT FOUND THEN
    PERFORM kessai.fault('AlreadyExists', 'the request id was used for something else');
  END IF;
  IF p_code = 'submitted' THEN
    c.drafter_name := CASE WHEN filed THEN e.principal_name ELSE e.actor_name END;
    c.drafter_section := e.actor_section;
  END IF;
  UPDATE kessai.case_file
     SET drafter_id = c.drafter_id, filer_id = c.filer_id, state = c.state, round = c.round, seq = e.seq, revision = c.revision, head_hash = e.hash, posting_state = c.posting_state,
         now_with = CASE WHEN c.state = 1 THEN kessai.now_with(r, day) ELSE '' END,
         ordered = CASE c.state WHEN 1 THEN coalesce((r.state[array_position(r.kind, 2, array_position(r.kind, 3))] <> 0)::integer, 0) ELSE 0 END,
         drafter_name = c.drafter_name,
         drafter_section = c.drafter_section, title = c.title, amount = c.amount, urgent = c.urgent, important = c.important,
         attachments = c.attachments, search_text = c.search_text, submitted_at = c.submitted_at, changed_at = e.at
   WHERE case_id = p_case;
  RETURN e;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.append_event(bigint, integer, text, text, integer, bigint, bigint, text, text)');

-- oldest client: 50
-- 宛先替え (core/cases/reroute.h): an administrator addresses what waits to another post. An older program does not know the act and could not prove
-- a case that has it.

-- The post the current round was filed as.
CREATE FUNCTION kessai.filed_as(p_case bigint) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT (e.payload::jsonb #>> '{basis,drafterPost}')::bigint FROM kessai.event e
           WHERE e.case_id = p_case AND e.code = 'submitted' ORDER BY e.seq DESC LIMIT 1);
END $$;

-- Whether a case moves money of the budget.
CREATE FUNCTION kessai.moves_money(c kessai.case_file) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM kessai.posting p WHERE p.case_id = c.case_id AND p.revision = c.revision
                    AND (p.account LIKE 'budget:%' OR p.account LIKE 'case:%'));
END $$;

-- Whether somebody did anything in a case but remark on it or address it elsewhere, or it was done for them, or they inspected what it pays.
CREATE FUNCTION kessai.took_any_part(me bigint, c kessai.case_file) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM kessai.event e WHERE e.case_id = c.case_id AND (e.actor_id = me OR e.principal_id = me)
                    AND e.code NOT IN ('commented', 'rerouted'))
      OR kessai.inspected_by(ARRAY[me], (SELECT x.fields::jsonb FROM kessai.content x
                                          WHERE x.case_id = c.case_id AND x.revision = c.revision));
END $$;

-- Who filed a running case and who is asked in it, for whoever addresses it; nothing of what it is about but its form, which those who look after what
-- waits for nobody know. Of who acted in it, whether the reader did, and of money that is examined, who may not do both; of its readers the posts.
CREATE FUNCTION kessai.open_route(p_case bigint)
RETURNS TABLE (drafter_id bigint, filer_id bigint, round integer, seq integer, step_no integer, no integer, kind integer, rule integer,
               needed integer, objection integer, party bigint, state integer, readers text, form text, filed_as bigint, part integer,
               money integer, ordered text, examined text, inspector bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  f kessai.case_file;
  examines boolean;
BEGIN
  IF me IS NULL OR NOT kessai.is_administrator(me, kessai.today()) THEN
    PERFORM kessai.fault('AccessDenied', 'this is for administrators');
  END IF;
  SELECT * INTO f FROM kessai.case_file x WHERE x.case_id = p_case AND x.state = 1;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  examines := kessai.moves_money(f) AND EXISTS (
    SELECT FROM kessai.step s WHERE s.case_id = f.case_id AND s.round = f.round AND s.kind = 2);
  RETURN QUERY
  WITH acted AS (
    SELECT s.kind = 2 AS examined, string_agg(DISTINCT p.person::text, ',') AS people
      FROM kessai.event e
      JOIN kessai.step s ON s.case_id = e.case_id AND s.step_no = (e.payload::jsonb #>> '{on,step}')::integer
       AND s.round = (e.effects::jsonb ->> 'round')::integer - CASE e.code WHEN 'extended' THEN 1 ELSE 0 END
      CROSS JOIN LATERAL unnest(ARRAY[e.actor_id, e.principal_id]) p (person)
     WHERE examines AND e.case_id = p_case AND e.code IN ('approved', 'returned', 'rejected', 'extended') AND s.kind IN (0, 2, 3)
       AND p.person IS NOT NULL
     GROUP BY 1)
  SELECT f.drafter_id, f.filer_id, f.round, f.seq, a.step_no, a.no, s.kind, s.rule, s.needed, s.objection, a.party, a.state,
         (SELECT string_agg(x.party::text, ',' ORDER BY x.position) FROM kessai.case_access x WHERE x.case_id = p_case AND x.party < 0),
         f.form, kessai.filed_as(p_case), kessai.took_any_part(me, f)::integer, examines::integer,
         (SELECT x.people FROM acted x WHERE NOT x.examined), (SELECT x.people FROM acted x WHERE x.examined),
         (SELECT min(t.staff_id) FROM kessai.content x JOIN kessai.staff t ON to_jsonb(t.number) = x.fields::jsonb -> 'inspector'
           WHERE examines AND x.case_id = p_case AND x.revision = f.revision)
    FROM kessai.assignment a
    JOIN kessai.step s ON s.case_id = a.case_id AND s.round = a.round AND s.step_no = a.step_no
   WHERE a.case_id = p_case AND a.round = f.round
   ORDER BY a.step_no, a.no;
END $$;

-- Whether somebody is asked where a party is or may come to be: by a post they hold or come to hold, as a deputy named for whatever cases and days, or,
-- of a decision, in its decider's place.
CREATE FUNCTION kessai.may_be_asked(me bigint, p_party bigint, p_kind integer, c kessai.case_file, day text) RETURNS boolean
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
      OR EXISTS (SELECT FROM kessai.reorganisation o, LATERAL jsonb_array_elements(o.body::jsonb #> '{put,appointments}') a
                  WHERE o.ended_in IS NULL AND (a ->> 'staff')::bigint = me AND (a ->> 'post')::bigint IN (-p_party, here))
      OR (p_kind = 3 AND EXISTS (
           SELECT FROM (SELECT coalesce(i.post_id, kessai.line_head(kessai.filed_as(c.case_id), i.level, day)) AS post_id
                          FROM kessai.stand_in i
                         WHERE i.decider_id = here AND i.removed_in IS NULL
                           AND i.valid_from <= day AND (i.valid_until IS NULL OR i.valid_until >= day)) x
            WHERE x.post_id <> here AND kessai.holds_post(me, x.post_id, day)));
END $$;

-- Who could act on a step of a kind where a party is, be they away: on the staff, and without another part in the case.
CREATE FUNCTION kessai.able_at(p_party bigint, p_kind integer, c kessai.case_file, r kessai.lineup, day text) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ARRAY(
    SELECT x.person FROM unnest(kessai.answerable(p_party, day)) x (person)
     WHERE kessai.on_staff(x.person, day) AND x.person <> c.drafter_id AND x.person IS DISTINCT FROM c.filer_id
       AND NOT (p_kind IN (0, 2, 3) AND 2 = ANY (r.kind) AND kessai.took_other_part(c, p_kind, ARRAY[x.person])));
END $$;

-- Whether any of some people is there, or has a deputy for such a case.
CREATE FUNCTION kessai.any_there(people bigint[], c kessai.case_file, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM unnest(people) x (person)
     WHERE NOT kessai.is_absent(x.person, day) OR EXISTS (
       SELECT FROM kessai.deputyship d
        WHERE d.principal_id = x.person AND d.removed_in IS NULL AND kessai.on_staff(d.deputy_id, day)
          AND d.valid_from <= day AND (d.valid_until IS NULL OR d.valid_until >= day)
          AND (d.forms = '' OR strpos(d.forms, ',' || c.form || ',') > 0) AND (d.up_to IS NULL OR c.amount <= d.up_to)));
END $$;

-- The post itself, or the one its work went to; none where there is no such post today.
CREATE FUNCTION kessai.present_post(post bigint, day text) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
  here bigint := kessai.current_post(post, day);
BEGIN
  RETURN CASE WHEN kessai.post_exists(here, day) THEN here END;
END $$;

-- Whether a post leads the section of another, or one above it.
CREATE FUNCTION kessai.is_above(post bigint, p_of bigint, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce(post <> p_of AND EXISTS (SELECT FROM generate_series(0, 3) level WHERE kessai.line_head(p_of, level, day) = post), false);
END $$;

-- Whether what waits at a party belongs to a post: a review in its 課 in no lower a rank, or up its line or the drafter's; a consultation in its 課 or
-- above; an examination in its 課; a decision to a superior alone, of a decider whose place nobody knows to the first of the office.
CREATE FUNCTION kessai.belongs_to(p_post bigint, p_party bigint, p_kind integer, c kessai.case_file, day text) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
  was bigint := kessai.present_post(CASE WHEN p_party < 0 THEN -p_party ELSE (
    SELECT a.post_id FROM kessai.appointment a
     WHERE a.staff_id = p_party AND a.holding = 0 AND a.removed_in IS NULL AND a.valid_from <= day
     ORDER BY a.valid_from DESC, a.added_in DESC, a.post_id DESC LIMIT 1) END, day);
  above boolean := kessai.is_above(p_post, was, day);
  beside boolean := coalesce(kessai.whole_section(p_post, day) = kessai.whole_section(was, day), false);
  up_the_line boolean := kessai.is_above(p_post, kessai.present_post(kessai.filed_as(c.case_id), day), day);
BEGIN
  RETURN CASE p_kind
    WHEN 0 THEN above OR up_the_line OR (beside AND EXISTS (
      SELECT FROM kessai.post p JOIN kessai.post o ON o.post_id = was AND o.rank <= p.rank AND o.removed_in IS NULL
                                 AND o.valid_from <= day AND (o.valid_until IS NULL OR o.valid_until >= day)
       WHERE p.post_id = p_post AND p.removed_in IS NULL AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)))
    WHEN 1 THEN CASE WHEN was IS NULL THEN up_the_line ELSE above OR beside END
    WHEN 2 THEN beside
    ELSE CASE WHEN was IS NULL THEN up_the_line AND kessai.at_the_top(p_post, day) ELSE above END END;
END $$;

-- Whether somebody could act on a step of the case at another post, who is there and has no other part in it nor comes to have one, and whether it
-- belongs there; and that nobody could where it is.
CREATE FUNCTION kessai.check_reroute(me bigint, c kessai.case_file, r kessai.lineup, place integer, p_post bigint, day text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  its_kind integer := r.kind[place];
  examines boolean := its_kind <> 1 AND 2 = ANY (r.kind) AND kessai.moves_money(c);
  people bigint[] := kessai.answerable(-p_post, day);
BEGIN
  IF NOT kessai.post_exists(p_post, day) THEN
    PERFORM kessai.refuse('UnknownStaff', 'there is no such post today');
  ELSIF kessai.may_be_asked(me, -p_post, its_kind, c, day) THEN
    PERFORM kessai.refuse('SelfAppointed', 'nobody addresses a case to themselves');
  ELSIF cardinality(people) = 0 THEN
    PERFORM kessai.refuse('EmptyStep', 'the chair is empty');
  ELSIF people <@ ARRAY[c.drafter_id, coalesce(c.filer_id, c.drafter_id)] THEN
    PERFORM kessai.refuse('OwnCase', 'it would wait for the drafter');
  END IF;
  -- Nobody answers twice in a step, nor orders and examines money, now or when the rest of the route comes.
  people := ARRAY(
    SELECT x.person FROM unnest(kessai.able_at(-p_post, its_kind, c, r, day)) x (person)
     WHERE NOT EXISTS (
       SELECT FROM unnest(r.step, r.no, r.kind, r.party, r.state) s (step, no, kind, party, state)
        WHERE x.person = ANY (kessai.answerable(s.party, day))
          AND ((s.step = r.step[place] AND s.no <> r.no[place])
            OR (examines AND s.state IN (0, 1) AND CASE its_kind WHEN 2 THEN s.kind IN (0, 3) ELSE s.kind = 2 END))));
  IF cardinality(people) = 0 THEN
    PERFORM kessai.refuse('PartTaken', 'whoever is there has another part in the case');
  ELSIF NOT kessai.any_there(people, c, day) THEN
    PERFORM kessai.refuse('EmptyStep', 'whoever could act there is away');
  ELSIF NOT kessai.belongs_to(p_post, r.party[place], its_kind, c, day) THEN
    PERFORM kessai.refuse(CASE its_kind WHEN 3 THEN 'NoDecider' ELSE 'NoSuchStep' END, 'it does not belong there');
  ELSIF kessai.any_there(kessai.able_at(r.party[place], its_kind, c, r, day), c, day) THEN
    PERFORM kessai.refuse('Attended', 'somebody is there to act on it');
  END IF;
END $$;

-- The door: the only one by which somebody changes a case they may not read. It changes whom one open assignment waits for, and nothing else.
CREATE FUNCTION kessai.reroute(p_case bigint, p_expected integer, p_request text, p_payload text, p_effects text)
RETURNS kessai.event LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  day text := kessai.today();
  c kessai.case_file;
  e kessai.event;
  r kessai.lineup;
  seat record;
  body jsonb;
  effects jsonb;
  place integer;
  target bigint;
BEGIN
  PERFORM kessai.check_length(p_payload, 1048576, 'the act');
  PERFORM kessai.check_length(p_effects, 1048576 - octet_length(p_payload), 'the act');
  IF coalesce(p_request, '') = '' OR length(p_request) > 100 THEN
    PERFORM kessai.fault('Invalid', 'an act needs a request id of at most 100 characters');
  ELSIF NOT kessai.is_administrator(me, day) THEN
    PERFORM kessai.fault('AccessDenied', 'this is for administrators');
  END IF;
  SELECT * INTO c FROM kessai.case_file f WHERE f.case_id = p_case AND f.seq > 0 FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM kessai.fault('NotFound', 'no such case');
  END IF;
  -- Whoever waited for the row over midnight may have the right no more.
  IF kessai.today() <> day THEN
    day := kessai.today();
    IF kessai.signed_in(day) IS DISTINCT FROM me OR NOT kessai.is_administrator(me, day) THEN
      PERFORM kessai.fault('AccessDenied', 'this is for administrators');
    END IF;
  END IF;
  IF p_expected IS DISTINCT FROM c.seq THEN
    -- Asked again after a lost answer: the same act, once.
    SELECT * INTO e FROM kessai.event WHERE request_id = p_request;
    IF NOT FOUND THEN
      PERFORM kessai.refuse('Stale', format('the case has %s events', c.seq));
    ELSIF e.case_id <> p_case OR e.actor_id <> me OR e.code <> 'rerouted' OR e.payload <> p_payload THEN
      PERFORM kessai.fault('AlreadyExists', 'the request id was used for something else');
    END IF;
    RETURN e;
  END IF;

  body := p_payload::jsonb;
  effects := p_effects::jsonb;
  IF format('{"post":%s,"reason":%s,"seat":%s}', (body->>'post')::bigint, kessai.quoted(body->'reason'), kessai.written_ref(body->'seat'))
       IS DISTINCT FROM p_payload OR coalesce((body->>'post')::bigint, 0) < 1 OR kessai.written_effects(effects) IS DISTINCT FROM p_effects THEN
    PERFORM kessai.fault('Invalid', 'not an event this office knows');
  END IF;
  IF c.state <> 1 THEN
    PERFORM kessai.refuse(CASE c.state WHEN 4 THEN 'AlreadyDecided' ELSE 'WrongState' END, 'nothing of it waits');
  ELSIF me = c.drafter_id OR me = c.filer_id THEN
    PERFORM kessai.refuse('OwnCase', 'nobody addresses what they filed');
  END IF;
  r := kessai.lineup_of(c);
  place := kessai.place_in(r, body->'seat');
  target := -(body->>'post')::bigint;
  IF place IS NULL OR r.state[place] <> 1 OR r.kind[place] = 4
     OR EXISTS (SELECT FROM unnest(r.step, r.party) x (step, party) WHERE x.step = r.step[place] AND x.party = target) THEN
    PERFORM kessai.refuse('NoSuchStep', 'nothing waits there that could go to that post');
  ELSIF kessai.says_nothing(body->>'reason') THEN
    PERFORM kessai.refuse('ReasonMissing', 'it needs a reason');
  ELSIF kessai.took_any_part(me, c)
        OR EXISTS (SELECT FROM unnest(r.party, r.kind) x (party, kind) WHERE kessai.may_be_asked(me, x.party, x.kind, c, day)) THEN
    PERFORM kessai.refuse('PartTaken', 'whoever has a part in a case leaves its route to another one');
  END IF;
  PERFORM kessai.check_reroute(me, c, r, place, -target, day);
  IF (effects->>'round')::integer <> c.round OR (effects->>'state')::integer <> c.state OR effects->'changes' <> '[]'
     OR (effects->>'postings')::integer <> c.posting_state THEN
    PERFORM kessai.fault('Invalid', 'the effects are not those of the act');
  END IF;
  PERFORM kessai.grant_access(c, r, ARRAY[target], effects->'access');
  e.at := greatest(kessai.now_us(), c.changed_at);
  UPDATE kessai.assignment SET party = target, arrived_at = e.at
   WHERE case_id = p_case AND round = c.round AND step_no = r.step[place] AND no = r.no[place];
  r.party[place] := target;

  seat := kessai.seat(me, NULL, day);
  e.actor_name := kessai.person_name(me, day);
  INSERT INTO kessai.event AS made (case_id, seq, code, version, actor_id, actor_name, actor_title, actor_section, principal_name, at,
                                    request_id, payload, effects, previous_hash, hash)
  VALUES (p_case, c.seq + 1, 'rerouted', 1, me, e.actor_name, seat.title, seat.section, '', e.at, p_request, p_payload, p_effects, c.head_hash,
          -- The same text as Event::computedHash().
          kessai.hex_digest(
            kessai.field(c.head_hash) || kessai.field(p_case::text) || kessai.field((c.seq + 1)::text) || kessai.field('rerouted')
            || kessai.field('1') || kessai.field(me::text) || kessai.field('0') || kessai.field('0') || kessai.field(e.actor_name)
            || kessai.field(seat.title) || kessai.field(seat.section) || kessai.field('') || kessai.field(e.at::text)
            || kessai.field(p_request) || kessai.field(p_payload) || kessai.field(p_effects)))
  ON CONFLICT (request_id) DO NOTHING RETURNING made.* INTO e;
  IF NOT FOUND THEN
    PERFORM kessai.fault('AlreadyExists', 'the request id was used for something else');
  END IF;
  UPDATE kessai.case_file SET seq = e.seq, head_hash = e.hash, now_with = kessai.now_with(r, day), changed_at = e.at WHERE case_id = p_case;
  RETURN e;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.open_route(bigint)', 'kessai.reroute(bigint, integer, text, text, text)');

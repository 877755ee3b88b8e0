-- oldest client: 50
-- 宛先替え (core/cases/reroute.h): an administrator addresses what waits to another post. An older program does not know the act and could not prove
-- a case that has it.

-- Who filed a running case and who is asked in it, for whoever addresses it; nothing of what it is about.
CREATE FUNCTION kessai.open_route(p_case bigint)
RETURNS TABLE (drafter_id bigint, filer_id bigint, round integer, seq integer, step_no integer, no integer, kind integer, rule integer,
               needed integer, objection integer, line text, party bigint, state integer, readers text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
BEGIN
  IF me IS NULL OR NOT kessai.is_administrator(me, kessai.today()) THEN
    PERFORM kessai.fault('AccessDenied', 'this is for administrators');
  END IF;
  RETURN QUERY
  SELECT c.drafter_id, c.filer_id, c.round, c.seq, a.step_no, a.no, s.kind, s.rule, s.needed, s.objection, s.line, a.party, a.state,
         (SELECT string_agg(x.party::text, ',' ORDER BY x.position) FROM kessai.case_access x WHERE x.case_id = c.case_id)
    FROM kessai.case_file c
    JOIN kessai.assignment a ON a.case_id = c.case_id AND a.round = c.round
    JOIN kessai.step s ON s.case_id = a.case_id AND s.round = a.round AND s.step_no = a.step_no
   WHERE c.case_id = p_case AND c.state = 1
   ORDER BY a.step_no, a.no;
END $$;

-- Whether somebody is asked where a party is: for themselves, or as the deputy of somebody for such a case.
CREATE FUNCTION kessai.is_asked_at(me bigint, p_party bigint, c kessai.case_file, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM unnest(kessai.answerable(p_party, day)) x (person)
                  WHERE x.person = me OR kessai.deputises(me, x.person, c.form, c.amount, day));
END $$;

-- Whether somebody could act on a step of the case at another post, and whether it may go there from the party that has it.
CREATE FUNCTION kessai.check_reroute(me bigint, c kessai.case_file, p_kind integer, p_was bigint, p_post bigint, day text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  filers bigint[] := ARRAY[c.drafter_id, coalesce(c.filer_id, c.drafter_id)];
  people bigint[];
  was bigint := CASE WHEN p_was < 0 THEN kessai.current_post(-p_was, day) END;
  above boolean;  -- the post leads the section of the one that has it, or one above
  beside boolean; -- it is in the same section
BEGIN
  IF NOT kessai.post_exists(p_post, day) THEN
    PERFORM kessai.refuse('UnknownStaff', 'there is no such post today');
  ELSIF kessai.is_asked_at(me, -p_post, c, day) THEN
    PERFORM kessai.refuse('SelfAppointed', 'nobody addresses a case to themselves');
  END IF;
  people := kessai.answerable(-p_post, day);
  IF cardinality(people) = 0 THEN
    PERFORM kessai.refuse('EmptyStep', 'the chair is empty');
  ELSIF people <@ filers THEN
    PERFORM kessai.refuse('OwnCase', 'it would wait for the drafter');
  ELSIF NOT EXISTS (SELECT FROM unnest(people) x (person)
                     WHERE NOT x.person = ANY (filers) AND NOT kessai.took_other_part(c, p_kind, ARRAY[x.person])) THEN
    PERFORM kessai.refuse('PartTaken', 'whoever is there has another part in the case');
  END IF;
  IF was IS NULL OR p_kind = 0 THEN
    RETURN;
  END IF;
  above := was <> p_post AND EXISTS (SELECT FROM generate_series(0, 3) level WHERE kessai.line_head(was, level, day) = p_post);
  beside := EXISTS (
    SELECT FROM kessai.post a JOIN kessai.post b ON b.section_id = a.section_id
     WHERE a.post_id = p_post AND b.post_id = was AND a.removed_in IS NULL AND b.removed_in IS NULL
       AND a.valid_from <= day AND (a.valid_until IS NULL OR a.valid_until >= day)
       AND b.valid_from <= day AND (b.valid_until IS NULL OR b.valid_until >= day));
  IF p_kind = 3 AND NOT above THEN
    PERFORM kessai.refuse('NoDecider', 'a decision goes to a superior of its decider');
  ELSIF (p_kind = 2 AND NOT beside) OR (p_kind = 1 AND NOT beside AND NOT above) THEN
    PERFORM kessai.refuse('NoSuchStep', 'an examination stays in its section, a consultation in it or above');
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
    ELSIF e.case_id <> p_case OR e.actor_id <> me OR e.code <> 'rerouted' THEN
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
  IF place IS NULL OR r.state[place] <> 1 OR r.kind[place] = 4 OR (r.kind[place] IN (2, 3) AND r.party[place] > 0)
     OR EXISTS (SELECT FROM unnest(r.step, r.party) x (step, party) WHERE x.step = r.step[place] AND x.party = target) THEN
    PERFORM kessai.refuse('NoSuchStep', 'nothing waits there that could go to that post');
  ELSIF kessai.says_nothing(body->>'reason') THEN
    PERFORM kessai.refuse('ReasonMissing', 'it needs a reason');
  ELSIF EXISTS (SELECT FROM unnest(r.party) x (party) WHERE kessai.is_asked_at(me, x.party, c, day)) THEN
    PERFORM kessai.refuse('PartTaken', 'whoever has a part in a case leaves its route to another one');
  END IF;
  PERFORM kessai.check_reroute(me, c, r.kind[place], r.party[place], -target, day);
  IF (effects->>'round')::integer <> c.round OR (effects->>'state')::integer <> c.state OR effects->'changes' <> '[]'
     OR (effects->>'postings')::integer <> c.posting_state THEN
    PERFORM kessai.fault('Invalid', 'the effects are not those of the act');
  END IF;
  PERFORM kessai.grant_access(c, r, ARRAY[target], effects->'access');
  UPDATE kessai.assignment SET party = target
   WHERE case_id = p_case AND round = c.round AND step_no = r.step[place] AND no = r.no[place];
  r.party[place] := target;

  seat := kessai.seat(me, NULL, day);
  e.at := greatest(kessai.now_us(), c.changed_at);
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

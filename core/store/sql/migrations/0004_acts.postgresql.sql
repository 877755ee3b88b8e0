-- oldest client: 1
-- The one door through which a case changes: append_event. What an act means is decided by the engine (core/cases); here are the few
-- rules nobody gets past (core/store/notary.h), checked after the effects are applied and in the same transaction.

-- Texts ----------------------------------------------------------------------------------------------------------------
-- A payload is written again from its parts and must be the same text. So it has exactly the members and kinds a reader expects
-- (core/cases/eventcodec.cpp), each once and in order; anything else would make readers call a sound case damaged.

CREATE FUNCTION kessai.quoted(value jsonb) RETURNS text LANGUAGE sql IMMUTABLE
RETURN to_json(value #>> '{}')::text;

CREATE FUNCTION kessai.written_ref(ref jsonb) RETURNS text LANGUAGE sql IMMUTABLE
RETURN format('{"no":%s,"step":%s}', (ref->>'no')::integer, (ref->>'step')::integer);

CREATE FUNCTION kessai.written_notes(notes jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN (SELECT '[' || coalesce(string_agg(format('{"kind":%s,"line":%s,"post":%s}', (n->>'kind')::integer, kessai.quoted(n->'line'),
                                           coalesce((n->>'post')::bigint::text, 'null')), ',' ORDER BY i), '') || ']'
    FROM jsonb_array_elements(notes) WITH ORDINALITY x (n, i));
END $$;

CREATE FUNCTION kessai.written_texts(texts jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN (SELECT '[' || coalesce(string_agg(kessai.quoted(t), ',' ORDER BY i), '') || ']'
    FROM jsonb_array_elements(texts) WITH ORDINALITY x (t, i));
END $$;

CREATE FUNCTION kessai.written_route(route jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN (SELECT format('{"dropped":%s,"steps":[%s]}', kessai.written_notes(route->'dropped'), coalesce(string_agg(
           format('{"assignments":%s,"kind":%s,"line":%s,"needed":%s,"no":%s,"notes":%s,"rule":%s}',
                  kessai.written_texts(s->'assignments'), (s->>'kind')::integer, kessai.quoted(s->'line'),
                  (s->>'needed')::integer, (s->>'no')::integer, kessai.written_notes(s->'notes'), (s->>'rule')::integer),
           ',' ORDER BY i), ''))
    FROM jsonb_array_elements(route->'steps') WITH ORDINALITY x (s, i));
END $$;

CREATE FUNCTION kessai.written_postings(postings jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN (SELECT '[' || coalesce(string_agg(
           format('{"account":%s,"amount":%s,"day":%s,"ledger":%s}', kessai.quoted(p->'account'), (p->>'amount')::bigint,
                  kessai.quoted(p->'day'), kessai.quoted(p->'ledger')), ',' ORDER BY i), '') || ']'
    FROM jsonb_array_elements(postings) WITH ORDINALITY x (p, i));
END $$;

CREATE FUNCTION kessai.written_payload(code text, body jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  CASE code
  WHEN 'submitted' THEN
    RETURN format('{"basis":{"day":%s,"drafterPost":%s,"officeRevision":%s,"ruleRevision":%s},"comment":%s,'
                  '"contentDigest":%s,"postings":%s,"revision":%s,"route":%s}',
                  kessai.quoted(body #> '{basis,day}'), (body #>> '{basis,drafterPost}')::bigint,
                  (body #>> '{basis,officeRevision}')::integer, (body #>> '{basis,ruleRevision}')::integer,
                  kessai.quoted(body->'comment'), kessai.quoted(body->'contentDigest'),
                  kessai.written_postings(body->'postings'), (body->>'revision')::integer,
                  kessai.written_route(body->'route'));
  WHEN 'approved' THEN
    RETURN format('{"also":[%s],"comment":%s,"on":%s}',
                  (SELECT coalesce(string_agg(kessai.written_ref(r), ',' ORDER BY i), '')
                     FROM jsonb_array_elements(body->'also') WITH ORDINALITY x (r, i)),
                  kessai.quoted(body->'comment'), kessai.written_ref(body->'on'));
  WHEN 'returned' THEN
    RETURN format('{"on":%s,"reason":%s,"toStep":%s}', kessai.written_ref(body->'on'), kessai.quoted(body->'reason'),
                  coalesce((body->>'toStep')::integer::text, 'null'));
  WHEN 'rejected' THEN
    RETURN format('{"on":%s,"reason":%s}', kessai.written_ref(body->'on'), kessai.quoted(body->'reason'));
  WHEN 'withdrawn' THEN
    RETURN format('{"comment":%s}', kessai.quoted(body->'comment'));
  WHEN 'cancelled' THEN
    RETURN format('{"reason":%s}', kessai.quoted(body->'reason'));
  WHEN 'commented' THEN
    RETURN format('{"text":%s}', kessai.quoted(body->'text'));
  ELSE
    RETURN NULL;
  END CASE;
END $$;

CREATE FUNCTION kessai.written_effects(effects jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN (SELECT format('{"access":%s,"changes":[%s],"postings":%s,"round":%s,"state":%s}', kessai.written_texts(effects->'access'),
                (SELECT coalesce(string_agg(format('{"no":%s,"step":%s,"to":%s}', (c->>'no')::integer, (c->>'step')::integer,
                                                   (c->>'to')::integer), ',' ORDER BY i), '')
                   FROM jsonb_array_elements(effects->'changes') WITH ORDINALITY x (c, i)),
                (effects->>'postings')::integer, (effects->>'round')::integer, (effects->>'state')::integer));
END $$;

-- A day as it is stored, whatever DateStyle the session has chosen.
CREATE FUNCTION kessai.written_day(day date) RETURNS text LANGUAGE sql STABLE
RETURN to_char(day, 'YYYY-MM-DD');

-- Nothing but what QChar::isSpace calls space: the engine would refuse such a reason.
CREATE FUNCTION kessai.says_nothing(value text) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN value ~ '^[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$';

-- "post:12" is -12, "staff:34" is 34; anything else is nobody.
CREATE FUNCTION kessai.party(who text) RETURNS bigint LANGUAGE sql IMMUTABLE
RETURN CASE WHEN who ~ '^post:[1-9][0-9]{0,17}$' THEN -substr(who, 6)::bigint
            WHEN who ~ '^staff:[1-9][0-9]{0,17}$' THEN substr(who, 7)::bigint END;

-- A round begins -------------------------------------------------------------------------------------------------------

-- The seal of a content as it stands in its rows: the same text as Content::digest().
CREATE FUNCTION kessai.content_digest(p_form text, x kessai.content) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT kessai.hex_digest(
           kessai.field(p_form) || kessai.field(x.form_revision::text) || kessai.field(x.fields) || kessai.field(count(t.no)::text)
           || coalesce(string_agg(
                kessai.field(t.name) || kessai.field(t.media_type) || kessai.field(t.size::text) || kessai.field(t.sha256)
                || kessai.field(((octet_length(t.chunks) + 1) / 65)::text)
                || CASE WHEN t.chunks = '' THEN '' ELSE '64:' || replace(t.chunks, ' ', '64:') END, '' ORDER BY t.no), ''))
    FROM (SELECT) one LEFT JOIN kessai.attachment t ON t.case_id = x.case_id AND t.revision = x.revision);
END $$;

-- A route is resolved from what is in force now, else an old revision of rules or office could be picked that happens to suit. On
-- the stroke of midnight the day before will do: its drafter could not see it change.
CREATE FUNCTION kessai.check_basis(me bigint, p_form text, basis jsonb, p_post bigint, day text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  named text := basis->>'day';
BEGIN
  IF named NOT IN (day, kessai.written_day(day::date - 1))
     OR (basis->>'officeRevision')::bigint IS DISTINCT FROM (SELECT max(revision) FROM kessai.office_revision)
     OR (basis->>'ruleRevision')::integer IS DISTINCT FROM (
          SELECT r.revision FROM kessai.rule_revision r WHERE r.form = p_form AND r.valid_from <= named
           ORDER BY r.valid_from DESC, r.revision DESC LIMIT 1) THEN
    PERFORM kessai.refuse('Stale', 'the route is not made from the rules and the office of today');
  END IF;
  IF p_post IS DISTINCT FROM (basis->>'drafterPost')::bigint OR NOT kessai.holds_post(me, p_post, day) THEN
    PERFORM kessai.refuse('UnknownStaff', 'the drafter does not hold the post they file as');
  END IF;
END $$;

-- Writes the round's steps, all waiting. Numbered without gaps, somebody is asked at each, the last blocking one decides and no
-- other does, and whoever is asked exists. Whether it is the route the rules give, every reader checks (design.md).
CREATE FUNCTION kessai.insert_route(p_case bigint, p_round integer, steps jsonb, day text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  bad integer;
BEGIN
  INSERT INTO kessai.step (case_id, round, step_no, kind, rule, needed, line)
  SELECT p_case, p_round, (s->>'no')::integer, (s->>'kind')::integer, (s->>'rule')::integer, (s->>'needed')::integer, s->>'line'
    FROM jsonb_array_elements(steps) s;
  INSERT INTO kessai.assignment (case_id, round, step_no, no, party)
  SELECT p_case, p_round, (s->>'no')::integer, i, coalesce(kessai.party(who), 0)
    FROM jsonb_array_elements(steps) s, jsonb_array_elements_text(s->'assignments') WITH ORDINALITY x (who, i);

  SELECT count(*) INTO bad FROM jsonb_array_elements(steps) WITH ORDINALITY x (s, i)
   WHERE (s->>'no')::integer <> i OR jsonb_array_length(s->'assignments') = 0
      OR (s->>'kind')::integer NOT BETWEEN 0 AND 4
      OR NOT CASE (s->>'rule')::integer
               WHEN 0 THEN (s->>'needed')::integer = jsonb_array_length(s->'assignments')
               WHEN 1 THEN (s->>'needed')::integer = 1
               WHEN 2 THEN (s->>'needed')::integer BETWEEN 1 AND jsonb_array_length(s->'assignments')
               ELSE false END
      OR EXISTS (SELECT FROM jsonb_array_elements(s->'notes') n WHERE NOT kessai.is_note(n));
  IF bad > 0 THEN
    PERFORM kessai.fault('Invalid', 'the route''s steps are not in order');
  END IF;
  SELECT count(*) INTO bad FROM kessai.assignment a
   WHERE a.case_id = p_case AND a.round = p_round
     AND NOT CASE WHEN a.party < 0 THEN kessai.post_exists(-a.party, day) ELSE kessai.on_staff(a.party, day) END;
  IF bad > 0 THEN
    PERFORM kessai.refuse('UnknownStaff', 'the route asks somebody who is not in the office');
  END IF;
  IF (SELECT count(*) FILTER (WHERE s.kind = 3) <> 1
             OR max(s.step_no) FILTER (WHERE s.kind <> 4) <> max(s.step_no) FILTER (WHERE s.kind = 3)
        FROM kessai.step s WHERE s.case_id = p_case AND s.round = p_round) THEN
    PERFORM kessai.refuse('NoDecider', 'the last blocking step, and only it, decides');
  END IF;
END $$;

CREATE FUNCTION kessai.is_note(note jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN (note->>'kind')::integer BETWEEN 0 AND 6 AND coalesce((note->>'post')::bigint > 0, true);

-- The postings of a case are those of its current round.
CREATE FUNCTION kessai.insert_postings(p_case bigint, p_revision integer, postings jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM jsonb_array_elements(postings) p
              WHERE p->>'account' = '' OR p->>'ledger' = '' OR kessai.written_day((p->>'day')::date) <> p->>'day') THEN
    PERFORM kessai.fault('Invalid', 'a posting is not one');
  END IF;
  DELETE FROM kessai.posting WHERE case_id = p_case;
  INSERT INTO kessai.posting (case_id, revision, no, ledger, account, day, amount, state)
  SELECT p_case, p_revision, i, p->>'ledger', p->>'account', p->>'day', (p->>'amount')::bigint, 0
    FROM jsonb_array_elements(postings) WITH ORDINALITY x (p, i);
END $$;

-- Seals the content and lays the round out. Answers the case as it will be: revision, title and the rest of what was sealed.
CREATE FUNCTION kessai.begin_round(me bigint, c kessai.case_file, body jsonb, p_post bigint, day text) RETURNS kessai.case_file
LANGUAGE plpgsql AS $$
DECLARE
  x kessai.content;
BEGIN
  PERFORM kessai.check_basis(me, c.form, body->'basis', p_post, day);
  SELECT * INTO x FROM kessai.content WHERE case_id = c.case_id AND revision = (body->>'revision')::integer;
  IF NOT FOUND OR (x.sealed = 1 AND x.revision <> c.revision) OR x.revision < c.revision THEN
    PERFORM kessai.refuse('ContentInvalid', 'there is no such content to submit');
  ELSIF body->>'contentDigest' IS DISTINCT FROM kessai.content_digest(c.form, x) THEN
    PERFORM kessai.refuse('ContentInvalid', 'the seal is not that of the content');
  END IF;
  UPDATE kessai.content SET sealed = 1 WHERE case_id = c.case_id AND revision = x.revision;
  c.revision := x.revision;
  c.round := c.round + 1;
  c.title := x.title;
  c.amount := x.amount;
  c.urgent := coalesce(x.urgent, c.urgent);
  c.search_text := coalesce(nullif(x.search_text, ''), c.search_text);
  c.attachments := (SELECT count(*) FROM kessai.attachment WHERE case_id = c.case_id AND revision = x.revision);
  PERFORM kessai.insert_route(c.case_id, c.round, body #> '{route,steps}', day);
  PERFORM kessai.insert_postings(c.case_id, c.revision, body->'postings');
  RETURN c;
END $$;

-- Who may act ----------------------------------------------------------------------------------------------------------

-- The drafter's own acts: theirs alone, for no post and nobody else, in the states that allow them.
CREATE FUNCTION kessai.check_drafters_act(me bigint, c kessai.case_file, p_code text, body jsonb, p_post bigint,
                                          p_principal bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF me <> c.drafter_id THEN
    PERFORM kessai.refuse('NotDrafter', 'only the drafter submits, withdraws and cancels');
  ELSIF c.state = 4 THEN
    PERFORM kessai.refuse('AlreadyDecided', 'a decided case does not change');
  ELSIF NOT (CASE p_code WHEN 'submitted' THEN c.state IN (0, 2, 3) WHEN 'withdrawn' THEN c.state = 1
                         ELSE c.state IN (1, 2, 3) END) THEN
    PERFORM kessai.refuse('WrongState', 'the state of the case does not allow this');
  ELSIF p_principal IS NOT NULL OR (p_post IS NOT NULL AND p_code <> 'submitted') THEN
    PERFORM kessai.refuse('NotDrafter', 'a drafter acts for themselves');
  ELSIF p_code = 'cancelled' AND kessai.says_nothing(body->>'reason') THEN
    PERFORM kessai.refuse('ReasonMissing', 'giving up needs a reason');
  ELSIF p_code = 'withdrawn' AND EXISTS (
          SELECT FROM kessai.event e
           WHERE e.case_id = c.case_id AND e.code IN ('approved', 'returned', 'rejected')
             AND e.seq > (SELECT max(seq) FROM kessai.event WHERE case_id = c.case_id AND code = 'submitted')) THEN
    PERFORM kessai.refuse('AlreadyMoved', 'somebody has acted in this round');
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

-- An act on an assignment: it is open, it is the actor's today, and it is not on a case of their own.
CREATE FUNCTION kessai.check_turn(me bigint, c kessai.case_file, p_code text, body jsonb, p_post bigint, p_principal bigint,
                                  day text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  t record;
  ref record;
  kind_before integer;
  step_before integer;
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
  ELSIF c.state <> 1 AND NOT (c.state = 4 AND t.kind = 4) THEN
    PERFORM kessai.refuse(CASE c.state WHEN 4 THEN 'AlreadyDecided' ELSE 'WrongState' END, 'the case is not running');
  ELSIF t.kind = 4 AND (p_code <> 'approved' OR jsonb_array_length(body->'also') > 0) THEN
    PERFORM kessai.refuse('NotYourTurn', 'circulated papers are read, not judged');
  ELSIF t.state IN (0, 7) THEN
    PERFORM kessai.refuse('NotYourTurn', 'the assignment is not open');
  ELSIF t.state <> 1 THEN
    PERFORM kessai.refuse('AlreadyActed', 'the assignment was acted on');
  END IF;

  IF p_principal IS NOT NULL AND (p_principal = me OR NOT kessai.deputises(me, p_principal, day)) THEN
    PERFORM kessai.refuse('NotYourTurn', 'not a deputy of that person today');
  ELSIF (p_post IS DISTINCT FROM CASE WHEN t.party < 0 THEN -t.party END)
        OR NOT kessai.answers_for(me, p_principal, t.party, day) THEN
    PERFORM kessai.refuse('NotYourTurn', 'the assignment is somebody else''s');
  END IF;

  IF p_code = 'rejected' AND t.kind = 1 THEN
    PERFORM kessai.refuse('ConsultCannotReject', 'a consulted section objects by returning');
  ELSIF p_code IN ('returned', 'rejected') AND kessai.says_nothing(body->>'reason') THEN
    PERFORM kessai.refuse('ReasonMissing', 'returning and rejecting need a reason');
  ELSIF p_code = 'returned' AND (body->>'toStep') IS NOT NULL AND NOT EXISTS (
          SELECT FROM kessai.step s
           WHERE s.case_id = c.case_id AND s.round = c.round AND s.step_no = (body->>'toStep')::integer
             AND s.kind <> 4 AND s.step_no < t.step_no) THEN
    PERFORM kessai.refuse('NoSuchStep', 'no such earlier step');
  END IF;

  -- 兼務: one act for several steps is for a reviewer who stands alone on the next ones of the line (domain.md 8.2 rule 3).
  kind_before := t.kind;
  step_before := t.step_no;
  FOR ref IN
    SELECT (r->>'step')::integer AS step_no, (r->>'no')::integer AS no
      FROM jsonb_array_elements(coalesce(body->'also', '[]')) WITH ORDINALITY x (r, i) ORDER BY i
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

-- Effects --------------------------------------------------------------------------------------------------------------

-- Makes the changes one after the other, each of a kind the act can make, and answers who is asked by them. What they add up to is
-- judged afterwards (check_round). Their order is the engine's: what was acted on, then along the route.
CREATE FUNCTION kessai.apply_changes(c kessai.case_file, p_code text, body jsonb, changes jsonb, at bigint) RETURNS bigint[]
LANGUAGE plpgsql AS $$
DECLARE
  change record;
  t record;
  target integer := (body->>'toStep')::integer;
  own boolean;
  allowed boolean;
  last integer[] := '{0,0,0}';
  acted integer := 0;
  asked bigint[] := '{}';
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
    own := (change.step_no = (body #>> '{on,step}')::integer AND change.no = (body #>> '{on,no}')::integer)
        OR (p_code = 'approved' AND body->'also' @> jsonb_build_array(jsonb_build_object('step', change.step_no, 'no', change.no)));
    allowed := CASE
      WHEN p_code = 'submitted' THEN t.state = 0 AND change.becomes = 1
      WHEN p_code = 'approved' THEN
        (own AND t.state = 1 AND change.becomes = CASE t.kind WHEN 4 THEN 3 ELSE 2 END)
        OR (t.state = 0 AND change.becomes = 1) OR (t.state = 1 AND change.becomes = 6 AND t.kind <> 4)
      WHEN p_code = 'returned' AND target IS NOT NULL THEN
        (change.step_no = target AND t.state IN (2, 6) AND change.becomes = 1)
        OR (change.step_no > target AND change.becomes = 0 AND (t.state = 1 OR (t.kind <> 4 AND t.state IN (2, 6))))
      WHEN p_code = 'returned' AND own THEN t.state = 1 AND change.becomes = 4
      WHEN p_code = 'rejected' AND own THEN t.state = 1 AND change.becomes = 5
      WHEN p_code IN ('returned', 'rejected', 'withdrawn', 'cancelled') THEN t.state IN (0, 1) AND change.becomes = 7
      ELSE false END;
    IF allowed IS NOT TRUE THEN
      PERFORM kessai.fault('Invalid', 'the effects change what the act does not');
    END IF;
    IF change.i > 1 OR target IS NOT NULL OR p_code NOT IN ('approved', 'returned', 'rejected') THEN
      IF last >= ARRAY[change.step_no, change.no, change.becomes] THEN
        PERFORM kessai.fault('Invalid', 'the effects are not in order');
      END IF;
      last := ARRAY[change.step_no, change.no, change.becomes];
    ELSIF change.step_no <> (body #>> '{on,step}')::integer OR change.no <> (body #>> '{on,no}')::integer THEN
      PERFORM kessai.fault('Invalid', 'the effects do not begin with what was acted on');
    END IF;
    IF change.becomes = 1 THEN
      asked := asked || t.party;
    ELSIF own AND change.becomes BETWEEN 2 AND 5 THEN
      acted := acted + 1;
    END IF;
    UPDATE kessai.assignment a
       SET state = change.becomes, arrived_at = CASE WHEN change.becomes = 1 THEN at ELSE a.arrived_at END
     WHERE a.case_id = c.case_id AND a.round = c.round AND a.step_no = change.step_no AND a.no = change.no;
  END LOOP;
  -- What was acted on does not stay open. Returning to a step puts it back to waiting, which check_round sees.
  IF p_code IN ('approved', 'returned', 'rejected') AND target IS NULL
     AND acted <> 1 + jsonb_array_length(coalesce(body->'also', '[]')) THEN
    PERFORM kessai.fault('Invalid', 'the effects leave open what was acted on');
  END IF;
  RETURN asked;
END $$;

-- How the round stands after the act (database.md 1.1 rules 3 and 4). Up to the first blocking step that is not complete everything is
-- done or, circulating, asked; in it everybody who has not agreed is asked; behind it nobody is. Where the round ended, nobody is
-- asked any more. Answers the state the case is in by that.
CREATE FUNCTION kessai.check_round(c kessai.case_file, p_code text, body jsonb) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  ended integer := CASE WHEN p_code = 'returned' AND (body->>'toStep') IS NULL THEN 2 WHEN p_code = 'withdrawn' THEN 3
                        WHEN p_code = 'rejected' THEN 5 WHEN p_code = 'cancelled' THEN 6 END;
  r record;
BEGIN
  WITH steps AS (
    SELECT s.step_no, s.kind, s.needed, count(*) AS asked,
           count(*) FILTER (WHERE a.state = 0) AS waiting, count(*) FILTER (WHERE a.state = 1) AS open,
           count(*) FILTER (WHERE a.state = 2) AS approved, count(*) FILTER (WHERE a.state = 3) AS read,
           count(*) FILTER (WHERE a.state = 6) AS skipped
      FROM kessai.step s JOIN kessai.assignment a ON a.case_id = s.case_id AND a.round = s.round AND a.step_no = s.step_no
     WHERE s.case_id = c.case_id AND s.round = c.round
     GROUP BY s.step_no, s.kind, s.needed),
  here AS (SELECT min(step_no) AS no FROM steps WHERE kind <> 4 AND approved + read < needed)
  SELECT min(here.no) AS here, sum(open + waiting) AS left_over,
         count(*) FILTER (WHERE asked <> CASE
           WHEN kind = 4 AND (here.no IS NULL OR step_no < here.no) THEN open + read
           WHEN kind = 4 THEN waiting + read
           WHEN here.no IS NULL OR step_no < here.no THEN approved + skipped
           WHEN step_no > here.no THEN waiting
           WHEN p_code = 'returned' THEN open
           ELSE approved + open END) AS wrong
    INTO r FROM steps, here;
  IF ended IS NOT NULL THEN
    IF r.left_over > 0 THEN
      PERFORM kessai.fault('Invalid', 'somebody is still asked in a round that ended');
    END IF;
    RETURN ended;
  END IF;
  IF r.wrong > 0 OR (p_code = 'returned' AND r.here IS DISTINCT FROM (body->>'toStep')::integer) THEN
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
  IF p_code IN ('submitted', 'withdrawn', 'cancelled') THEN
    PERFORM kessai.check_drafters_act(me, c, p_code, body, p_post, p_principal);
  ELSIF p_code = 'commented' THEN
    IF c.state = 0 THEN
      PERFORM kessai.refuse('WrongState', 'a draft has no history');
    ELSIF p_post IS NOT NULL OR p_principal IS NOT NULL THEN
      PERFORM kessai.refuse('NotYourTurn', 'a remark is everybody''s own');
    ELSIF me <> c.drafter_id AND NOT EXISTS (
            SELECT FROM kessai.case_access a WHERE a.case_id = p_case AND a.party = ANY (kessai.my_parties())) THEN
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
  END IF;
  IF (effects->>'round')::integer <> c.round THEN
    PERFORM kessai.fault('Invalid', 'effects on another round');
  END IF;
  newcomers := newcomers || kessai.apply_changes(c, p_code, body, effects->'changes', e.at);
  IF p_code <> 'commented' THEN
    c.state := kessai.check_round(c, p_code, body);
  END IF;
  c.posting_state := CASE c.state WHEN 1 THEN 0 WHEN 4 THEN 1 ELSE 2 END;
  IF (effects->>'state')::integer <> c.state OR (effects->>'postings')::integer <> c.posting_state THEN
    PERFORM kessai.fault('Invalid', 'the case''s state is not what the act makes it');
  END IF;
  PERFORM kessai.grant_access(c, newcomers, effects->'access');
  UPDATE kessai.posting SET state = c.posting_state WHERE case_id = p_case AND state <> c.posting_state;

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
         now_with = CASE WHEN c.state = 1 THEN kessai.now_with(c, day) ELSE '' END, drafter_name = c.drafter_name, drafter_section = c.drafter_section, title = c.title, amount = c.amount, urgent = c.urgent,
         attachments = c.attachments, search_text = c.search_text, submitted_at = c.submitted_at, changed_at = e.at
   WHERE case_id = p_case;
  RETURN e;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.append_event(bigint, integer, text, text, integer, bigint, bigint, text, text)');

-- oldest client: 63
-- A vote that was opened by mistake is called off: one more thing that is done to a meeting (core/meetings/outcome.h, CallOffVote).

-- What was cast is not counted, and goes. Who leads the meeting may, as they may close it.
CREATE FUNCTION kessai.call_off_vote(me bigint, p_meeting bigint, b jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v record;
BEGIN
  SELECT * INTO v FROM kessai.opened_vote(p_meeting);
  IF v.vote IS DISTINCT FROM (b->>'vote')::integer OR NOT kessai.knows_item(me, p_meeting, v.item) THEN
    PERFORM kessai.fault('Invalid', 'that vote is not open');
  END IF;
  DELETE FROM kessai.meeting_ballot x WHERE x.meeting_id = p_meeting;
  UPDATE kessai.meeting_live l SET vote = 0 WHERE l.meeting_id = p_meeting;
END $$;

-- meeting_acts as in 0028, the others as in 0030, but for the new act (17).
CREATE OR REPLACE FUNCTION kessai.written_change(p_kind integer, b jsonb) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN CASE p_kind
    WHEN 0 THEN format('{"begins":%s,"day":%s,"ends":%s,"room":%s,"rules":{"inkDays":%s,"mayPrint":%s,"watermark":%s},"title":%s}',
                       (b->>'begins')::integer, kessai.quoted(b->'day'), (b->>'ends')::integer, kessai.quoted(b->'room'),
                       (b#>>'{rules,inkDays}')::integer, (b#>>'{rules,mayPrint}')::boolean::text,
                       (b#>>'{rules,watermark}')::boolean::text, kessai.quoted(b->'title'))
    WHEN 1 THEN (SELECT format('{"members":[%s]}', string_agg(
                          format('{"because":%s,"role":%s,"who":%s}', kessai.quoted(x->'because'), (x->>'role')::integer,
                                 (x->>'who')::bigint), ',' ORDER BY i))
                   FROM jsonb_array_elements(b->'members') WITH ORDINALITY y (x, i))
    WHEN 2 THEN format('{"item":%s,"kind":%s,"minutes":%s,"no":%s,"title":%s}', (b->>'item')::integer, (b->>'kind')::integer,
                       (b->>'minutes')::integer, (b->>'no')::integer, kessai.quoted(b->'title'))
    WHEN 3 THEN format('{"from":%s,"item":%s}', kessai.written_numbers(b->'from'), (b->>'item')::integer)
    WHEN 4 THEN format('{"item":%s}', (b->>'item')::integer)
    WHEN 5 THEN format('{"due":%s,"item":%s,"paper":%s,"responsible":%s,"title":%s}', kessai.quoted(b->'due'), (b->>'item')::integer,
                       (b->>'paper')::integer, (b->>'responsible')::bigint, kessai.quoted(b->'title'))
    WHEN 6 THEN format('{"file":{"chunks":%s,"mediaType":%s,"name":%s,"sha256":%s,"size":%s},"item":%s,"pages":%s,"paper":%s,'
                       '"revision":%s,"title":%s}', kessai.quoted(b#>'{file,chunks}'), kessai.quoted(b#>'{file,mediaType}'),
                       kessai.quoted(b#>'{file,name}'), kessai.quoted(b#>'{file,sha256}'), (b#>>'{file,size}')::bigint,
                       (b->>'item')::integer, (b->>'pages')::integer, (b->>'paper')::integer, (b->>'revision')::integer,
                       kessai.quoted(b->'title'))
    WHEN 7 THEN format('{"item":%s,"order":%s,"paper":%s,"title":%s}', (b->>'item')::integer, kessai.written_numbers(b->'order'),
                       (b->>'paper')::integer, kessai.quoted(b->'title'))
    WHEN 8 THEN format('{"paper":%s}', (b->>'paper')::integer)
    WHEN 9 THEN format('{"to":%s}', (b->>'to')::integer)
    WHEN 10 THEN (SELECT format('{"others":%s,"people":[%s]}', (b->>'others')::boolean::text, string_agg(
                           format('{"minute":%s,"state":%s,"who":%s}', (x->>'minute')::integer, (x->>'state')::integer,
                                  (x->>'who')::bigint), ',' ORDER BY i))
                    FROM jsonb_array_elements(b->'people') WITH ORDINALITY y (x, i))
    WHEN 11 THEN format('{"byName":%s,"item":%s,"question":%s,"vote":%s}', (b->>'byName')::boolean::text, (b->>'item')::integer,
                        kessai.quoted(b->'question'), (b->>'vote')::integer)
    WHEN 12 THEN format('{"abstain":%s,"ballots":%s,"no":%s,"vote":%s,"yes":%s}', (b->>'abstain')::integer,
                        (SELECT '[' || coalesce(string_agg(format('{"choice":%s,"who":%s}', (x->>'choice')::integer, (x->>'who')::bigint),
                                                           ',' ORDER BY i), '') || ']'
                           FROM jsonb_array_elements(b->'ballots') WITH ORDINALITY y (x, i)),
                        (b->>'no')::integer, (b->>'vote')::integer, (b->>'yes')::integer)
    WHEN 13 THEN format('{"item":%s,"resolution":%s,"text":%s}', (b->>'item')::integer, (b->>'resolution')::integer,
                        kessai.quoted(b->'text'))
    WHEN 14 THEN format('{"action":%s,"due":%s,"item":%s,"owner":%s,"text":%s}', (b->>'action')::integer, kessai.quoted(b->'due'),
                        (b->>'item')::integer, (b->>'owner')::bigint, kessai.quoted(b->'text'))
    WHEN 15 THEN format('{"action":%s,"done":%s,"note":%s}', (b->>'action')::integer, (b->>'done')::boolean::text,
                        kessai.quoted(b->'note'))
    WHEN 16 THEN format('{"minutes":%s}', (b->>'minutes')::bigint)
    WHEN 17 THEN format('{"vote":%s}', (b->>'vote')::integer) END;
END $$;

CREATE OR REPLACE FUNCTION kessai.may_change_meeting(me bigint, p_meeting bigint, p_kind integer, b jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  its_role integer := (SELECT x.role FROM kessai.meeting_member x WHERE x.meeting_id = p_meeting AND x.staff_id = me);
BEGIN
  RETURN coalesce(
    CASE
      WHEN its_role = 2 THEN true
      WHEN p_kind BETWEEN 11 AND 14 OR p_kind = 17 THEN its_role = 1
      WHEN p_kind = 6 THEN EXISTS (
        SELECT FROM kessai.meeting_paper p
         WHERE p.meeting_id = p_meeting AND p.paper = (b->>'paper')::integer AND p.responsible = me AND p.removed = 0 AND NOT EXISTS (
           SELECT FROM kessai.meeting_hidden h WHERE h.meeting_id = p_meeting AND h.item = p.item AND h.staff_id = me))
      WHEN p_kind = 10 THEN its_role IS NOT NULL AND jsonb_array_length(b->'people') = 1
                            AND (b#>>'{people,0,who}')::bigint = me AND (b#>>'{people,0,state}')::integer BETWEEN 1 AND 3
      WHEN p_kind = 15 THEN kessai.owns_action(me, p_meeting, (b->>'action')::integer)
    END, false);
END $$;

CREATE OR REPLACE FUNCTION kessai.fits_state(m kessai.meeting, p_kind integer, b jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  voting boolean := EXISTS (SELECT FROM kessai.meeting_live l WHERE l.meeting_id = m.meeting_id AND l.vote > 0);
BEGIN
  RETURN CASE
    WHEN m.state = 4 THEN false
    WHEN p_kind = 15 THEN true
    WHEN p_kind = 16 THEN m.state = 3
    WHEN p_kind BETWEEN 10 AND 14 OR p_kind = 17 THEN m.state = 2 AND NOT (p_kind = 11 AND voting)
    WHEN p_kind = 9 THEN m.state < 3 AND NOT voting
    ELSE m.state < 3 END;
END $$;

CREATE OR REPLACE FUNCTION kessai.change_meeting(p_meeting bigint, p_seen integer, p_request text, p_kind integer, p_body text, p_pages text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  day text;
  begins boolean := p_meeting = 0;
  b jsonb;
  known bigint;
  m kessai.meeting;
  a kessai.meeting_act;
  before kessai.meeting_act;
BEGIN
  PERFORM kessai.check_length(p_body, 2097152, 'what is done');
  PERFORM kessai.check_length(p_pages, 67108864, 'the pages');
  IF coalesce(p_request, '') = '' OR length(p_request) > 100 THEN
    PERFORM kessai.fault('Invalid', 'an act needs a request id of at most 100 characters');
  END IF;
  b := p_body::jsonb;
  IF jsonb_typeof(b) <> 'object' OR p_body IS DISTINCT FROM kessai.written_change(p_kind, b) OR (p_kind <> 6 AND p_pages <> '') THEN
    PERFORM kessai.fault('Invalid', 'nothing that is done to a meeting');
  END IF;

  -- What is asked again has its answer, whatever was done since; the same twice at once waits for the row and finds it then.
  known := kessai.recorded_change(me, p_meeting, p_request, p_kind, p_body);
  IF known IS NOT NULL THEN
    RETURN known;
  ELSIF begins THEN
    IF p_kind <> 0 OR p_seen IS DISTINCT FROM 0 THEN
      PERFORM kessai.fault('Invalid', 'a meeting begins with a plan');
    END IF;
  ELSE
    -- The meeting first, and by nobody who sees nothing of it; then everything as it is once the row is theirs.
    PERFORM kessai.guard_change(me, p_meeting, p_kind, b);
    SELECT * INTO m FROM kessai.meeting x WHERE x.meeting_id = p_meeting FOR NO KEY UPDATE;
    PERFORM FROM kessai.meeting_live l WHERE l.meeting_id = p_meeting FOR NO KEY UPDATE;
    me := kessai.caller();
    PERFORM kessai.guard_change(me, p_meeting, p_kind, b);
    known := kessai.recorded_change(me, p_meeting, p_request, p_kind, p_body);
    IF known IS NOT NULL THEN
      RETURN known;
    ELSIF p_seen IS DISTINCT FROM m.seq AND (p_seen IS DISTINCT FROM -1 OR p_kind NOT IN (10, 15)) THEN
      IF p_seen IS NOT DISTINCT FROM -1 THEN
        PERFORM kessai.fault('Invalid', 'this is done to a meeting as it was seen');
      END IF;
      PERFORM kessai.refuse('Stale', 'somebody changed the meeting meanwhile');
    END IF;
  END IF;

  day := kessai.today();
  IF begins THEN
    INSERT INTO kessai.meeting (title, day, begins, ends, room) VALUES ('', '', 0, 0, '') RETURNING * INTO m;
    INSERT INTO kessai.meeting_member (meeting_id, staff_id, role) VALUES (m.meeting_id, me, 2);
  ELSIF NOT kessai.may_change_meeting(me, p_meeting, p_kind, b) THEN
    PERFORM kessai.fault('AccessDenied', 'secretaries prepare a meeting');
  ELSIF NOT kessai.fits_state(m, p_kind, b) THEN
    PERFORM kessai.refuse('WrongState', 'the meeting is over, has not begun, or something is open in it');
  END IF;
  IF (SELECT count(*) FROM kessai.meeting_act x WHERE x.made_by = me AND x.made_at > kessai.now_us() - 86400000000) >= 2000 THEN
    PERFORM kessai.refuse('TooManyEntries', 'that is enough for a day');
  END IF;

  a.item := coalesce(CASE WHEN p_kind BETWEEN 2 AND 7 OR p_kind IN (11, 13, 14) THEN (b->>'item')::integer
                          WHEN p_kind = 8 THEN (SELECT p.item FROM kessai.meeting_paper p
                                                 WHERE p.meeting_id = m.meeting_id AND p.paper = (b->>'paper')::integer)
                          WHEN p_kind IN (12, 17) THEN (SELECT o.item FROM kessai.opened_vote(m.meeting_id) o)
                          WHEN p_kind = 15 THEN (SELECT x.item FROM kessai.meeting_action x
                                                  WHERE x.meeting_id = m.meeting_id AND x.action = (b->>'action')::integer) END, 0);
  a.body := p_body;
  SELECT * INTO before FROM kessai.meeting_act x WHERE x.meeting_id = m.meeting_id AND x.seq = m.seq;
  a.made_at := greatest(kessai.now_us(), before.made_at);
  CASE p_kind
    WHEN 0 THEN PERFORM kessai.plan_meeting(m.meeting_id, b);
    WHEN 1 THEN PERFORM kessai.invite_members(m.meeting_id, b, day);
    WHEN 2 THEN PERFORM kessai.set_item(m.meeting_id, b);
    WHEN 3 THEN PERFORM kessai.hide_item(m.meeting_id, b);
    WHEN 4 THEN PERFORM kessai.drop_item(m.meeting_id, a.item);
    WHEN 5 THEN PERFORM kessai.ask_paper(m.meeting_id, b, day);
    WHEN 6 THEN PERFORM kessai.put_paper(me, m.meeting_id, b, p_pages);
    WHEN 7 THEN PERFORM kessai.place_paper(m.meeting_id, b);
    WHEN 8 THEN PERFORM kessai.drop_from_meeting(m.meeting_id, a.item, (b->>'paper')::integer);
    WHEN 9 THEN PERFORM kessai.set_meeting_state(m.meeting_id, m.state, (b->>'to')::integer);
    WHEN 10 THEN PERFORM kessai.note_attendance(m.meeting_id, b);
    WHEN 11 THEN PERFORM kessai.open_vote(me, m.meeting_id, m.seq + 1, b);
    WHEN 12 THEN a.body := kessai.close_vote(me, m.meeting_id, b);
    WHEN 13 THEN PERFORM kessai.resolve(me, m.meeting_id, m.seq + 1, b);
    WHEN 14 THEN PERFORM kessai.assign_action(me, m.meeting_id, m.seq + 1, b, day);
    WHEN 15 THEN PERFORM kessai.finish_action(me, m.meeting_id, b, a.made_at);
    WHEN 16 THEN PERFORM kessai.file_minutes(me, m, b);
    WHEN 17 THEN PERFORM kessai.call_off_vote(me, m.meeting_id, b);
  END CASE;

  a.meeting_id := m.meeting_id;
  a.seq := m.seq + 1;
  a.kind := p_kind;
  a.made_by := me;
  a.made_name := kessai.person_name(me, day);
  a.previous := coalesce(before.hash, '');
  a.hash := kessai.hex_digest(
    kessai.field('kessai-meeting-1') || kessai.field(a.meeting_id::text) || kessai.field(a.seq::text) || kessai.field(a.kind::text)
    || kessai.field(a.item::text) || kessai.field(a.body) || kessai.field(a.made_by::text) || kessai.field(a.made_name)
    || kessai.field(a.made_at::text) || kessai.field(a.previous));
  a.request_id := p_request;
  INSERT INTO kessai.meeting_act SELECT a.* ON CONFLICT (request_id) DO NOTHING;
  IF NOT FOUND THEN
    PERFORM kessai.fault('AlreadyExists', 'the request id was used for something else');
  END IF;
  UPDATE kessai.meeting x SET seq = a.seq WHERE x.meeting_id = a.meeting_id;
  PERFORM kessai.move_live(me, a.meeting_id, p_kind, b);
  RETURN a.meeting_id;
END $$;

CREATE OR REPLACE FUNCTION kessai.meeting_acts(p_meeting bigint)
RETURNS TABLE (seq integer, kind integer, item integer, body text, made_by bigint, made_name text, made_at bigint, previous text, hash text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  s record;
  dropped integer[] := ARRAY(SELECT a.item FROM kessai.meeting_act a WHERE a.meeting_id = p_meeting AND a.kind = 4);
BEGIN
  SELECT * INTO s FROM kessai.guard_meeting(kessai.meeting_reader(), p_meeting);
  RETURN QUERY
  SELECT a.seq, CASE WHEN v.seen THEN a.kind ELSE -1 END, CASE WHEN v.seen THEN a.item ELSE 0 END,
         CASE WHEN v.seen THEN a.body ELSE '' END, CASE WHEN v.seen THEN a.made_by ELSE 0 END,
         CASE WHEN v.seen THEN a.made_name ELSE '' END, a.made_at, a.previous, a.hash
    FROM kessai.meeting_act a
   CROSS JOIN LATERAL (
     SELECT s.reads = 3 OR CASE
              WHEN a.kind IN (0, 9) THEN true
              WHEN a.kind IN (1, 10, 16) THEN s.reads = 2
              WHEN a.kind = 3 THEN false
              WHEN a.kind IN (2, 4) OR a.kind BETWEEN 11 AND 15 OR a.kind = 17 THEN a.item <> ALL (dropped) AND kessai.sees_item(s.reads, s.hidden, s.items, a.item)
              ELSE (SELECT p.removed = 0 AND kessai.sees_item(s.reads, s.hidden, s.items, p.item) FROM kessai.meeting_paper p
                     WHERE p.meeting_id = p_meeting AND p.paper = (a.body::jsonb->>'paper')::integer) END AS seen) v
   WHERE a.meeting_id = p_meeting
   ORDER BY a.seq;
END $$;

CALL kessai.adopt();

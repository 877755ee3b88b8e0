-- oldest client: 1
-- The one door by which anything is done to a meeting (core/meetings/meeting.h).

-- What is done to a meeting is written again from its parts and must be the same text, as with cases (0004): so it has exactly the members
-- and kinds a reader expects (core/meetings/meetingcodec.cpp).
CREATE FUNCTION kessai.written_change(p_kind integer, b jsonb) RETURNS text LANGUAGE plpgsql STABLE AS $$
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
    WHEN 16 THEN format('{"minutes":%s}', (b->>'minutes')::bigint) END;
END $$;

-- As QString counts: characters beyond the first plane are two.
CREATE FUNCTION kessai.is_short(value text, most integer) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN char_length(value) + regexp_count(value, '[\U00010000-\U0010ffff]') <= most;

CREATE FUNCTION kessai.is_text(value text, most integer, may_be_empty boolean) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN coalesce(kessai.is_short(value, most) AND value !~ '[\u0001-\u001f\u007f-\u009f]'
                AND (may_be_empty OR NOT kessai.says_nothing(value)), false);

CREATE FUNCTION kessai.is_day(value text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF value IS NULL OR value !~ '^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' THEN
    RETURN false;
  END IF;
  RETURN to_char(to_date(left(value, 7), 'YYYY-MM') + right(value, 2)::integer - 1, 'YYYY-MM-DD') = value;
END $$;

-- The items of an agenda that are there.
CREATE FUNCTION kessai.agenda(p_meeting bigint) RETURNS integer[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ARRAY(
    SELECT a.item FROM kessai.meeting_act a WHERE a.meeting_id = p_meeting AND a.kind = 2
    EXCEPT
    SELECT a.item FROM kessai.meeting_act a WHERE a.meeting_id = p_meeting AND a.kind = 4);
END $$;

CREATE FUNCTION kessai.plan_meeting(p_meeting bigint, b jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT kessai.is_text(b->>'title', 200, false) OR NOT kessai.is_text(b->>'room', 200, true) OR NOT kessai.is_day(b->>'day')
     OR NOT (b#>>'{rules,inkDays}')::integer BETWEEN -1 AND 3650
     OR NOT (0 <= (b->>'begins')::integer AND (b->>'begins')::integer < (b->>'ends')::integer AND (b->>'ends')::integer <= 1440) THEN
    PERFORM kessai.fault('Invalid', 'a meeting has a title, and ends after it begins, on one day');
  END IF;
  UPDATE kessai.meeting m
     SET title = b->>'title', room = b->>'room', day = b->>'day', begins = (b->>'begins')::integer, ends = (b->>'ends')::integer
   WHERE m.meeting_id = p_meeting;
END $$;

CREATE FUNCTION kessai.invite_members(p_meeting bigint, b jsonb, day text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  named jsonb := b->'members';
  wider boolean;
BEGIN
  IF jsonb_array_length(named) NOT BETWEEN 1 AND 2000 OR EXISTS (
       SELECT FROM jsonb_array_elements(named) x
        WHERE (x->>'role')::integer NOT BETWEEN 0 AND 3 OR (x->>'who')::bigint < 1 OR NOT kessai.is_text(x->>'because', 200, true)
        UNION ALL
       SELECT FROM jsonb_array_elements(named) x GROUP BY x->'who' HAVING count(*) > 1)
     OR NOT EXISTS (SELECT FROM jsonb_array_elements(named) x WHERE (x->>'role')::integer = 2) THEN
    PERFORM kessai.fault('Invalid', 'members are named once, and one of them is a secretary');
  ELSIF EXISTS (
       SELECT FROM jsonb_array_elements(named) x
        WHERE NOT EXISTS (SELECT FROM kessai.meeting_member y WHERE y.meeting_id = p_meeting AND y.staff_id = (x->>'who')::bigint)
          AND NOT kessai.on_staff((x->>'who')::bigint, day)) THEN
    PERFORM kessai.fault('NotFound', 'no such member of staff');
  END IF;
  wider := EXISTS (
    SELECT FROM jsonb_array_elements(named) x
      LEFT JOIN kessai.meeting_member y ON y.meeting_id = p_meeting AND y.staff_id = (x->>'who')::bigint
     WHERE y.staff_id IS NULL OR ((x->>'role')::integer = 2 AND y.role <> 2));
  -- Whoever is taken out is asked for nothing any more, which would leave them the item to read.
  UPDATE kessai.meeting_paper p SET responsible = NULL
   WHERE p.meeting_id = p_meeting AND p.removed = 0
     AND EXISTS (SELECT FROM kessai.meeting_member y WHERE y.meeting_id = p_meeting AND y.staff_id = p.responsible)
     AND NOT EXISTS (SELECT FROM jsonb_array_elements(named) x WHERE (x->>'who')::bigint = p.responsible);
  DELETE FROM kessai.meeting_member y WHERE y.meeting_id = p_meeting;
  INSERT INTO kessai.meeting_member (meeting_id, staff_id, role)
  SELECT p_meeting, (x->>'who')::bigint, (x->>'role')::integer FROM jsonb_array_elements(named) x;
  IF wider THEN
    PERFORM kessai.show_ink_again(p_meeting, NULL);
  END IF;
END $$;

CREATE FUNCTION kessai.set_item(p_meeting bigint, b jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  there integer[] := kessai.agenda(p_meeting);
  its integer := (b->>'item')::integer;
BEGIN
  IF its <> ALL (there) THEN
    IF its <> (SELECT coalesce(max(a.item), 0) + 1 FROM kessai.meeting_act a WHERE a.meeting_id = p_meeting AND a.kind = 2) THEN
      PERFORM kessai.fault('Invalid', 'the item is not there');
    ELSIF cardinality(there) >= 200 THEN
      PERFORM kessai.fault('Invalid', 'there are too many items');
    END IF;
  END IF;
  IF NOT kessai.is_text(b->>'title', 200, false) OR (b->>'no')::integer NOT BETWEEN 1 AND 999
     OR (b->>'kind')::integer NOT BETWEEN 0 AND 3 OR (b->>'minutes')::integer NOT BETWEEN 0 AND 1440 THEN
    PERFORM kessai.fault('Invalid', 'an item has a number and a title');
  END IF;
END $$;

CREATE FUNCTION kessai.hide_item(p_meeting bigint, b jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  its integer := (b->>'item')::integer;
  people bigint[] := ARRAY(SELECT x::bigint FROM jsonb_array_elements_text(b->'from') x);
BEGIN
  IF its <> ALL (kessai.agenda(p_meeting)) THEN
    PERFORM kessai.fault('Invalid', 'the item is not there');
  ELSIF cardinality(people) > 2000 OR cardinality(people) <> (SELECT count(DISTINCT x) FROM unnest(people) x)
     OR EXISTS (SELECT FROM unnest(people) x WHERE kessai.is_secretary(x, p_meeting)) THEN
    PERFORM kessai.fault('Invalid', 'people are named once, and nothing is hidden from secretaries');
  ELSIF EXISTS (SELECT FROM unnest(people) x WHERE NOT EXISTS (SELECT FROM kessai.staff y WHERE y.staff_id = x)) THEN
    PERFORM kessai.fault('NotFound', 'no such member of staff');
  END IF;
  DELETE FROM kessai.meeting_hidden h WHERE h.meeting_id = p_meeting AND h.item = its;
  INSERT INTO kessai.meeting_hidden (meeting_id, item, staff_id) SELECT p_meeting, its, x FROM unnest(people) x;
  PERFORM kessai.show_ink_again(p_meeting, its);
END $$;

-- A paper is in the item, or the next one to come into it.
CREATE FUNCTION kessai.place_for_paper(p_meeting bigint, b jsonb) RETURNS kessai.meeting_paper LANGUAGE plpgsql AS $$
DECLARE
  p kessai.meeting_paper;
  its integer := (b->>'item')::integer;
BEGIN
  SELECT * INTO p FROM kessai.meeting_paper x WHERE x.meeting_id = p_meeting AND x.paper = (b->>'paper')::integer;
  IF FOUND THEN
    IF p.removed = 1 OR p.item <> its THEN
      PERFORM kessai.fault('Invalid', 'the paper is not there');
    END IF;
    RETURN p;
  ELSIF its <> ALL (kessai.agenda(p_meeting)) OR (b->>'paper')::integer <> (
       SELECT coalesce(max(x.paper), 0) + 1 FROM kessai.meeting_paper x WHERE x.meeting_id = p_meeting) THEN
    PERFORM kessai.fault('Invalid', 'the paper or the item is not there');
  ELSIF (SELECT count(*) FROM kessai.meeting_paper x WHERE x.meeting_id = p_meeting AND x.removed = 0) >= 1000 THEN
    PERFORM kessai.fault('Invalid', 'there are too many papers');
  END IF;
  INSERT INTO kessai.meeting_paper (meeting_id, paper, item) VALUES (p_meeting, (b->>'paper')::integer, its) RETURNING * INTO p;
  RETURN p;
END $$;

CREATE FUNCTION kessai.ask_paper(p_meeting bigint, b jsonb, day text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  p kessai.meeting_paper := kessai.place_for_paper(p_meeting, b);
BEGIN
  IF NOT kessai.is_text(b->>'title', 200, false) OR NOT kessai.is_day(b->>'due') THEN
    PERFORM kessai.fault('Invalid', 'somebody is asked for a paper with a title, until a day');
  ELSIF p.responsible IS DISTINCT FROM (b->>'responsible')::bigint AND NOT kessai.on_staff((b->>'responsible')::bigint, day) THEN
    PERFORM kessai.fault('NotFound', 'no such member of staff');
  END IF;
  UPDATE kessai.meeting_paper x SET responsible = (b->>'responsible')::bigint WHERE x.meeting_id = p_meeting AND x.paper = p.paper;
  PERFORM kessai.show_ink_again(p_meeting, p.item);
END $$;

-- p_pages: [{"folded", "print", "text"}], one a page; without a text where it is too long.
CREATE FUNCTION kessai.put_paper(me bigint, p_meeting bigint, b jsonb, p_pages text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  p kessai.meeting_paper := kessai.place_for_paper(p_meeting, b);
  file jsonb := b->'file';
  pages jsonb := p_pages::jsonb;
  k kessai.blob;
BEGIN
  IF (b->>'revision')::integer <> p.revision + 1 THEN
    PERFORM kessai.fault('Invalid', 'that is not the next revision');
  ELSIF NOT kessai.is_text(b->>'title', 200, false) OR NOT kessai.is_text(file->>'name', 200, false)
     OR NOT kessai.is_text(file->>'mediaType', 100, true) OR (file->>'size')::bigint < 1 OR (b->>'pages')::integer NOT BETWEEN 1 AND 5000
     OR jsonb_typeof(pages) <> 'array' OR jsonb_array_length(pages) <> (b->>'pages')::integer
     OR EXISTS (SELECT FROM jsonb_array_elements(pages) x
                 WHERE jsonb_typeof(x->'print') IS DISTINCT FROM 'string' OR jsonb_typeof(x->'folded') IS DISTINCT FROM 'string') THEN
    PERFORM kessai.fault('Invalid', 'that is no paper with a title, a file and pages');
  ELSIF EXISTS (SELECT FROM jsonb_array_elements(pages) x
                 WHERE octet_length(x->>'print') > 8000 OR NOT kessai.is_short(x->>'folded', 60000)
                    OR NOT kessai.is_short(coalesce(x->>'text', ''), 60000))
     OR (SELECT sum(octet_length(x->>'print') + octet_length(x->>'folded') + octet_length(coalesce(x->>'text', ''))) FROM jsonb_array_elements(pages) x) > 16777216 THEN
    PERFORM kessai.fault('TooLarge', 'the pages say too much');
  END IF;
  SELECT * INTO k FROM kessai.blob x WHERE x.sha256 = file->>'sha256' AND x.complete = 1;
  IF NOT FOUND OR NOT kessai.may_use_blob(me, k.blob_id) THEN
    PERFORM kessai.fault('NotFound', 'the file was not uploaded');
  ELSIF k.size IS DISTINCT FROM (file->>'size')::bigint OR k.chunks IS DISTINCT FROM file->>'chunks' THEN
    PERFORM kessai.fault('Invalid', 'the file is not what its description says');
  END IF;
  UPDATE kessai.meeting_paper x SET revision = p.revision + 1 WHERE x.meeting_id = p_meeting AND x.paper = p.paper;
  INSERT INTO kessai.meeting_file (meeting_id, paper, revision, blob_id, sha256, pages)
  VALUES (p_meeting, p.paper, p.revision + 1, k.blob_id, k.sha256, (b->>'pages')::integer);
  INSERT INTO kessai.meeting_opened (meeting_id, paper, revision, staff_id, at) -- whoever puts it there has it before them
  VALUES (p_meeting, p.paper, p.revision + 1, me, kessai.now_us());
  INSERT INTO kessai.meeting_page (meeting_id, paper, revision, page, print, folded, text)
  SELECT p_meeting, p.paper, p.revision + 1, i - 1, x->>'print', x->>'folded', coalesce(x->>'text', '') FROM jsonb_array_elements(pages) WITH ORDINALITY y (x, i);
END $$;

-- To an item, whose papers come in the order given.
CREATE FUNCTION kessai.place_paper(p_meeting bigint, b jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  its integer := (b->>'item')::integer;
  moved integer := (b->>'paper')::integer;
  p kessai.meeting_paper;
BEGIN
  SELECT * INTO p FROM kessai.meeting_paper x WHERE x.meeting_id = p_meeting AND x.paper = moved AND x.removed = 0;
  IF NOT FOUND OR its <> ALL (kessai.agenda(p_meeting)) THEN
    PERFORM kessai.fault('Invalid', 'the paper or the item is not there');
  ELSIF NOT kessai.is_text(b->>'title', 200, false)
     OR ARRAY(SELECT x::integer FROM jsonb_array_elements_text(b->'order') x ORDER BY 1)
          IS DISTINCT FROM ARRAY(SELECT x.paper FROM kessai.meeting_paper x
                                  WHERE x.meeting_id = p_meeting AND x.removed = 0 AND (x.item = its OR x.paper = moved) ORDER BY 1) THEN
    PERFORM kessai.fault('Invalid', 'those are not the papers of the item, or it has no title');
  ELSIF p.item <> its THEN
    UPDATE kessai.meeting_paper x SET item = its WHERE x.meeting_id = p_meeting AND x.paper = moved;
    PERFORM kessai.show_ink_again(p_meeting, its);
  END IF;
END $$;

CREATE FUNCTION kessai.drop_from_meeting(p_meeting bigint, p_item integer, p_paper integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_item <> ALL (kessai.agenda(p_meeting)) OR (p_paper IS NOT NULL AND NOT EXISTS (
       SELECT FROM kessai.meeting_paper x WHERE x.meeting_id = p_meeting AND x.paper = p_paper AND x.removed = 0)) THEN
    PERFORM kessai.fault('Invalid', 'what is dropped is there');
  END IF;
  UPDATE kessai.meeting_paper x SET removed = 1
   WHERE x.meeting_id = p_meeting AND x.removed = 0 AND (x.paper = p_paper OR (p_paper IS NULL AND x.item = p_item));
END $$;

CREATE FUNCTION kessai.set_meeting_state(p_meeting bigint, p_from integer, p_to integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_to NOT BETWEEN 0 AND 4 THEN
    PERFORM kessai.fault('Invalid', 'no such state');
  ELSIF p_to <> 4 AND (p_from, p_to) NOT IN ((0, 1), (1, 2), (2, 3), (2, 1)) THEN
    PERFORM kessai.refuse('WrongState', 'a meeting does not go this way');
  END IF;
  UPDATE kessai.meeting m SET state = p_to, published = greatest(m.published, CASE p_to WHEN 1 THEN 1 ELSE 0 END) WHERE m.meeting_id = p_meeting;
END $$;

-- The meeting a request was recorded for; nothing where it is new.
CREATE FUNCTION kessai.recorded_change(me bigint, p_meeting bigint, p_request text, p_kind integer, p_body text) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  a kessai.meeting_act;
BEGIN
  SELECT * INTO a FROM kessai.meeting_act x WHERE x.request_id = p_request;
  -- What was cast was written into the end of a vote afterwards.
  IF FOUND AND (a.made_by <> me OR a.kind <> p_kind OR p_meeting NOT IN (0, a.meeting_id)
                OR CASE p_kind WHEN 12 THEN a.body::jsonb->'vote' <> p_body::jsonb->'vote' ELSE a.body <> p_body END) THEN
    PERFORM kessai.fault('AlreadyExists', 'the request id was used for something else');
  END IF;
  RETURN a.meeting_id;
END $$;

-- Who does what to a meeting: secretaries everything; the chair what it comes to; everybody says of themselves that they are there; whoever was
-- asked for a paper puts it there, and whoever has something to do says that it is done.
CREATE FUNCTION kessai.may_change_meeting(me bigint, p_meeting bigint, p_kind integer, b jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  its_role integer := (SELECT x.role FROM kessai.meeting_member x WHERE x.meeting_id = p_meeting AND x.staff_id = me);
BEGIN
  RETURN coalesce(
    CASE
      WHEN its_role = 2 THEN true
      WHEN p_kind BETWEEN 11 AND 14 THEN its_role = 1
      WHEN p_kind = 6 THEN EXISTS (
        SELECT FROM kessai.meeting_paper p
         WHERE p.meeting_id = p_meeting AND p.paper = (b->>'paper')::integer AND p.responsible = me AND p.removed = 0 AND NOT EXISTS (
           SELECT FROM kessai.meeting_hidden h WHERE h.meeting_id = p_meeting AND h.item = p.item AND h.staff_id = me))
      WHEN p_kind = 10 THEN its_role IS NOT NULL AND jsonb_array_length(b->'people') = 1
                            AND (b#>>'{people,0,who}')::bigint = me AND (b#>>'{people,0,state}')::integer BETWEEN 1 AND 3
      WHEN p_kind = 15 THEN kessai.owns_action(me, p_meeting, (b->>'action')::integer)
    END, false);
END $$;

-- Whether this may be done in the state a meeting is in: while it runs what belongs to it then, and when it is closed what still follows.
CREATE FUNCTION kessai.fits_state(m kessai.meeting, p_kind integer, b jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  voting boolean := EXISTS (SELECT FROM kessai.meeting_live l WHERE l.meeting_id = m.meeting_id AND l.vote > 0);
BEGIN
  RETURN CASE
    WHEN m.state = 4 THEN false
    WHEN p_kind = 15 THEN true
    WHEN p_kind = 16 THEN m.state = 3
    WHEN p_kind BETWEEN 10 AND 14 THEN m.state = 2 AND NOT (p_kind = 11 AND voting)
    WHEN p_kind = 9 THEN m.state < 3 AND NOT voting
    ELSE m.state < 3 END;
END $$;

-- Begins a meeting (0), or does something to one as it was seen at an act (-1 where that does not matter); answers which it is. The rules are those of checkMeetingChange (core/meetings/meetingcheck.cpp). Asked again after a lost answer, once.
CREATE FUNCTION kessai.change_meeting(p_meeting bigint, p_seen integer, p_request text, p_kind integer, p_body text, p_pages text)
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
                          WHEN p_kind = 12 THEN (SELECT o.item FROM kessai.opened_vote(m.meeting_id) o)
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

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.change_meeting(bigint, integer, text, integer, text, text)');

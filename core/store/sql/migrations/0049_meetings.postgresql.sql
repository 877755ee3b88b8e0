-- oldest client: 1
-- Who changes a piece of ink says which version they know; over another one it is not written without a word. Whoever leaves ends their speech.

-- Whether a piece goes over the stored one: not where that is as new, and refused where it is another than the writer knew. Older clients do not
-- say what they knew: of theirs the higher version stands, as ever.
CREATE FUNCTION kessai.ink_stands_over(k kessai.ink, n kessai.ink, readers bigint[], base integer) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF base IS NOT NULL AND k.version <> base AND NOT (
       CASE WHEN n.removed = 1 OR k.removed = 1 THEN n.removed = k.removed
            ELSE (k.paper, k.revision, k.page, k.audience, k.body) = (n.paper, n.revision, n.page, n.audience, n.body)
             AND (n.audience <> 1 OR (
               readers <@ ARRAY(SELECT r.staff_id FROM kessai.ink_reader r WHERE r.ink_id = k.ink_id)
               AND ARRAY(SELECT r.staff_id FROM kessai.ink_reader r WHERE r.ink_id = k.ink_id) <@ readers)) END) THEN
    PERFORM kessai.refuse('Stale', 'the piece was changed elsewhere');
  END IF;
  RETURN n.version > k.version;
END $$;

-- p_inks: [{"audience", "base", "body", "id", "page", "paper", "readers", "removed", "revision", "version"}], pieces of the
-- caller's own. Older clients leave "base" out.
CREATE OR REPLACE FUNCTION kessai.put_ink(p_meeting bigint, p_inks text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  my_name text;
  s record;
  x jsonb;
  n kessai.ink;
  k kessai.ink;
  readers bigint[];
  base integer;
  pages integer;
  changed boolean := false;
  shared boolean := false;
BEGIN
  PERFORM kessai.check_length(p_inks, 41943040, 'the ink');
  IF jsonb_typeof(p_inks::jsonb) <> 'array' THEN
    PERFORM kessai.fault('Invalid', 'a list of pieces');
  ELSIF jsonb_array_length(p_inks::jsonb) > 500 THEN
    PERFORM kessai.fault('TooLarge', 'at most 500 pieces at once');
  END IF;
  PERFORM kessai.guard_meeting(me, p_meeting);
  PERFORM FROM kessai.meeting m WHERE m.meeting_id = p_meeting FOR NO KEY UPDATE;
  me := kessai.caller();
  SELECT * INTO s FROM kessai.guard_meeting(me, p_meeting);
  IF NOT EXISTS (SELECT FROM kessai.meeting_member y WHERE y.meeting_id = p_meeting AND y.staff_id = me) AND s.reads <> 1 THEN
    PERFORM kessai.fault('AccessDenied', 'ink is of those who meet');
  ELSIF (SELECT m.state FROM kessai.meeting m WHERE m.meeting_id = p_meeting) = 4 THEN
    PERFORM kessai.refuse('WrongState', 'the meeting was dropped');
  END IF;
  my_name := kessai.person_name(me, kessai.today());

  FOR x IN SELECT y FROM jsonb_array_elements(p_inks::jsonb) y LOOP
    n.ink_id := x->>'id';
    n.meeting_id := p_meeting;
    n.paper := (x->>'paper')::integer;
    n.revision := (x->>'revision')::integer;
    n.page := (x->>'page')::integer;
    n.body := x->>'body';
    n.audience := (x->>'audience')::integer;
    n.version := (x->>'version')::integer;
    n.removed := CASE WHEN (x->>'removed')::boolean THEN 1 ELSE 0 END;
    base := (x->>'base')::integer;
    readers := ARRAY(SELECT DISTINCT r::bigint FROM jsonb_array_elements_text(x->'readers') r);
    IF coalesce(n.ink_id !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', true) OR coalesce(n.audience NOT BETWEEN 0 AND 2, true)
       OR coalesce(n.version < 1, true) OR n.body IS NULL OR coalesce(base < 0 OR base >= n.version, false)
       OR (n.removed = 0 AND (n.audience = 1) IS DISTINCT FROM (readers <> '{}')) THEN
      PERFORM kessai.fault('Invalid', 'that is no piece of ink');
    ELSIF octet_length(n.body) > 65536 THEN
      PERFORM kessai.fault('TooLarge', 'a piece of ink has at most 64 KiB');
    ELSIF n.removed = 1 THEN
      n.body := '';
    ELSIF jsonb_typeof(n.body::jsonb) <> 'object' THEN
      PERFORM kessai.fault('Invalid', 'that is no shape');
    END IF;
    SELECT * INTO k FROM kessai.ink i WHERE i.ink_id = n.ink_id;
    IF FOUND AND (k.author_id <> me OR k.meeting_id <> p_meeting) THEN
      PERFORM kessai.fault('AccessDenied', 'that is somebody else''s ink');
    END IF;
    CONTINUE WHEN k.ink_id IS NOT NULL AND NOT kessai.ink_stands_over(k, n, readers, base);
    IF k.ink_id IS NOT NULL THEN
      PERFORM kessai.check_ink_change(k, n, readers);
    END IF;
    SELECT f.pages INTO pages FROM kessai.meeting_paper p
      JOIN kessai.meeting_file f ON f.meeting_id = p.meeting_id AND f.paper = p.paper AND f.revision = n.revision
     WHERE p.meeting_id = p_meeting AND p.paper = n.paper AND p.removed = 0 AND kessai.sees_item(s.reads, s.hidden, s.items, p.item);
    IF k.ink_id IS NOT NULL AND n.removed = 1 THEN -- wherever it lies: its paper may have been dropped, or hidden from its author
      n.revision := k.revision;
      n.page := k.page;
    ELSIF NOT FOUND THEN
      PERFORM kessai.fault('NotFound', 'no such paper');
    ELSIF coalesce(n.page NOT BETWEEN 0 AND pages - 1, true) THEN
      PERFORM kessai.fault('Invalid', 'no such page');
    END IF;
    IF n.removed = 1 THEN -- those who had it learn that it is gone
      n.audience := coalesce(k.audience, 0);
      readers := '{}';
    END IF;
    IF EXISTS (SELECT FROM unnest(readers) r
                WHERE NOT EXISTS (SELECT FROM kessai.meeting_member y WHERE y.meeting_id = p_meeting AND y.staff_id = r)
                  AND NOT EXISTS (SELECT FROM kessai.ink_reader o WHERE o.ink_id = n.ink_id AND o.staff_id = r)) THEN
      PERFORM kessai.fault('Invalid', 'ink is shared with members');
    END IF;
    IF NOT changed THEN
      n.mark := kessai.next_ink_mark(p_meeting);
      changed := true;
    END IF;
    INSERT INTO kessai.ink (ink_id, meeting_id, paper, revision, page, author_id, author_name, body, audience, version, removed, changed_at, mark)
    VALUES (n.ink_id, p_meeting, n.paper, n.revision, n.page, me, my_name, n.body, n.audience, n.version, n.removed, kessai.now_us(), n.mark)
    ON CONFLICT (ink_id) DO UPDATE
       SET revision = excluded.revision, page = excluded.page, author_name = excluded.author_name, body = excluded.body, audience = excluded.audience,
           version = excluded.version, removed = excluded.removed, changed_at = excluded.changed_at, mark = excluded.mark
     WHERE ink.author_id = me AND ink.meeting_id = p_meeting;
    IF NOT FOUND THEN
      PERFORM kessai.fault('AlreadyExists', 'the id was used for something else');
    END IF;
    shared := shared OR n.audience > 0;
    INSERT INTO kessai.ink_reader (ink_id, staff_id) SELECT n.ink_id, r FROM unnest(readers) r ON CONFLICT DO NOTHING;
  END LOOP;
  IF changed AND (SELECT count(*) > 50000 OR sum(octet_length(i.body)) > 67108864
                    FROM kessai.ink i WHERE i.meeting_id = p_meeting AND i.author_id = me) THEN
    PERFORM kessai.fault('TooLarge', 'that is enough ink for a meeting');
  END IF;
  IF shared THEN
    PERFORM kessai.ring_meeting(p_meeting, 'ink');
  END IF;
END $$;

-- What becomes of what holds now by an act: liveAfter of core/meetings/live.h. Called when the act is done.
CREATE OR REPLACE FUNCTION kessai.move_live(me bigint, p_meeting bigint, p_kind integer, b jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v record;
BEGIN
  IF p_kind = 9 AND (b->>'to')::integer = 2 THEN
    INSERT INTO kessai.meeting_live (meeting_id, mark, presenter, channel) VALUES (p_meeting, 1, me, kessai.fresh_channel());
    RETURN;
  END IF;
  PERFORM kessai.ring_meeting(p_meeting, '');
  IF p_kind = 9 THEN
    DELETE FROM kessai.meeting_live l WHERE l.meeting_id = p_meeting;
    DELETE FROM kessai.meeting_ballot x WHERE x.meeting_id = p_meeting;
    DELETE FROM kessai.meeting_speaker x WHERE x.meeting_id = p_meeting;
    RETURN;
  END IF;
  UPDATE kessai.meeting_live l SET mark = l.mark + 1 WHERE l.meeting_id = p_meeting;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  IF p_kind IN (1, 3, 10) THEN
    SELECT * INTO v FROM kessai.opened_vote(p_meeting);
    DELETE FROM kessai.meeting_ballot x
     WHERE x.meeting_id = p_meeting
       AND (NOT kessai.has_vote(x.staff_id, p_meeting, v.item)
            OR NOT EXISTS (SELECT FROM kessai.meeting_there t WHERE t.meeting_id = p_meeting AND t.staff_id = x.staff_id));
  END IF;
  IF p_kind = 10 THEN -- whoever is noted to have left does not speak any more, nor wait for it
    DELETE FROM kessai.meeting_speaker x
     WHERE x.meeting_id = p_meeting AND x.staff_id IN (SELECT (y->>'who')::bigint FROM jsonb_array_elements(b->'people') y)
       AND NOT EXISTS (SELECT FROM kessai.meeting_there t WHERE t.meeting_id = p_meeting AND t.staff_id = x.staff_id);
  ELSIF p_kind = 1 THEN
    UPDATE kessai.meeting_live l SET presenter = 0 WHERE l.meeting_id = p_meeting AND NOT kessai.takes_part(l.presenter, p_meeting);
    DELETE FROM kessai.meeting_speaker x WHERE x.meeting_id = p_meeting AND NOT kessai.takes_part(x.staff_id, p_meeting);
    -- Whoever was taken out hears no more. That nobody was is not worth finding out: the others ask again anyway, and are told the new one.
    UPDATE kessai.meeting_live l SET channel = kessai.fresh_channel() WHERE l.meeting_id = p_meeting;
  ELSIF p_kind IN (4, 8) THEN
    UPDATE kessai.meeting_live l SET paper = 0, revision = 0, page = 0, x = -1, y = -1, scrolled = 0
     WHERE l.meeting_id = p_meeting
       AND EXISTS (SELECT FROM kessai.meeting_paper p WHERE p.meeting_id = p_meeting AND p.paper = l.paper AND p.removed = 1);
  END IF;
END $$;

CALL kessai.adopt();

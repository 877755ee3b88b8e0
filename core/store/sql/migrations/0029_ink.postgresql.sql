-- oldest client: 1
-- Ink on the papers of meetings (core/meetings/ink.h): read on by marks, and written by its authors.

-- The next mark, under the lock of the meeting's row. By the clock, so that it does not tell how much others write.
CREATE FUNCTION kessai.next_ink_mark(p_meeting bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  fresh bigint;
BEGIN
  UPDATE kessai.meeting m SET ink_mark = greatest(m.ink_mark + 1, kessai.now_us()) WHERE m.meeting_id = p_meeting RETURNING m.ink_mark INTO fresh;
  RETURN fresh;
END $$;

-- Somebody may see more of an item, or of the meeting, than before: what is shared there comes once more, whatever they have read.
CREATE FUNCTION kessai.show_ink_again(p_meeting bigint, p_item integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  fresh bigint := kessai.next_ink_mark(p_meeting);
BEGIN
  UPDATE kessai.ink i SET mark = fresh
   WHERE i.meeting_id = p_meeting AND i.audience > 0
     AND (p_item IS NULL OR i.paper IN (SELECT p.paper FROM kessai.meeting_paper p WHERE p.meeting_id = p_meeting AND p.item = p_item));
  PERFORM kessai.ring_meeting(p_meeting, 'ink');
END $$;

-- What is the reader's own or shared with them, and was changed since a mark. With whom else, its author alone is told.
CREATE FUNCTION kessai.ink_since(p_meeting bigint, p_mark bigint)
RETURNS TABLE (ink_id text, paper integer, revision integer, page integer, author_id bigint, author_name text, body text, audience integer,
               version integer, removed integer, changed_at bigint, mark bigint, readers text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.meeting_reader();
  s record;
BEGIN
  SELECT * INTO s FROM kessai.guard_meeting(me, p_meeting);
  RETURN QUERY
  SELECT i.ink_id, i.paper, i.revision, i.page, i.author_id, i.author_name, i.body, i.audience, i.version, i.removed, i.changed_at, i.mark,
         coalesce((SELECT jsonb_agg(r.staff_id ORDER BY r.staff_id)::text FROM kessai.ink_reader r
                    WHERE r.ink_id = i.ink_id AND i.author_id = me), '[]')
    FROM kessai.ink i
    JOIN kessai.meeting_paper p ON p.meeting_id = i.meeting_id AND p.paper = i.paper
   WHERE i.meeting_id = p_meeting AND i.mark > p_mark AND kessai.sees_item(s.reads, s.hidden, s.items, p.item)
     -- What somebody wrote is theirs, also where the paper was dropped.
     AND (p.removed = 0 OR i.author_id = me)
     AND (i.author_id = me OR i.audience = 2
          OR (i.audience = 1 AND EXISTS (SELECT FROM kessai.ink_reader r WHERE r.ink_id = i.ink_id AND r.staff_id = me)))
   ORDER BY i.mark, i.ink_id;
END $$;

-- Whether a piece stored before may become what is given: the same page's, and no less shared, for whoever has it would never learn of that.
CREATE FUNCTION kessai.check_ink_change(k kessai.ink, n kessai.ink, readers bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF k.paper <> n.paper OR k.revision > n.revision THEN
    PERFORM kessai.fault('Invalid', 'a piece stays on its paper, and goes to newer revisions only');
  ELSIF n.removed = 0 AND (n.audience < k.audience OR (n.audience = 1 AND EXISTS (
       SELECT FROM kessai.ink_reader r WHERE r.ink_id = k.ink_id AND r.staff_id <> ALL (readers)))) THEN
    PERFORM kessai.fault('Invalid', 'what is shared is taken away and made anew');
  END IF;
END $$;

-- p_inks: [{"audience", "body", "id", "page", "paper", "readers", "removed", "revision", "version"}], pieces of the caller's own.
CREATE FUNCTION kessai.put_ink(p_meeting bigint, p_inks text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  my_name text;
  s record;
  x jsonb;
  n kessai.ink;
  k kessai.ink;
  readers bigint[];
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
    readers := ARRAY(SELECT DISTINCT r::bigint FROM jsonb_array_elements_text(x->'readers') r);
    IF coalesce(n.ink_id !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', true) OR coalesce(n.audience NOT BETWEEN 0 AND 2, true)
       OR coalesce(n.version < 1, true) OR n.body IS NULL
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
    CONTINUE WHEN n.version <= k.version;
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

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.ink_since(bigint, bigint)', 'kessai.put_ink(bigint, text)');

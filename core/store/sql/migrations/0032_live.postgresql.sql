-- oldest client: 1
-- Running meetings (core/meetings/live.h, outcome.h): what holds only while one runs, and what it comes to. Whoever listens to a meeting's channel
-- is woken when something happens in it; a bell that anybody may ring, so that what is so is always asked.

-- There while the meeting runs. Its row is what passing things lock, after the meeting's row where both are: the presenter does not wait for
-- everybody's ink.
CREATE TABLE kessai.meeting_live (
  meeting_id  BIGINT PRIMARY KEY REFERENCES kessai.meeting (meeting_id),
  mark        BIGINT NOT NULL,
  presenter   BIGINT NOT NULL DEFAULT 0, -- 0 nobody
  paper       INTEGER NOT NULL DEFAULT 0, -- 0 none
  revision    INTEGER NOT NULL DEFAULT 0,
  page        INTEGER NOT NULL DEFAULT 0,
  x           DOUBLE PRECISION NOT NULL DEFAULT -1, -- in shares of the page; -1 nothing is pointed at
  y           DOUBLE PRECISION NOT NULL DEFAULT -1,
  scrolled    DOUBLE PRECISION NOT NULL DEFAULT 0, -- down the page: 0 its beginning, 1 its end in sight
  called      INTEGER NOT NULL DEFAULT 0,
  called_at   BIGINT NOT NULL DEFAULT 0,
  speak_limit INTEGER NOT NULL DEFAULT 0,
  vote        INTEGER NOT NULL DEFAULT 0, -- the open one, seq of the act that opened it; 0 none
  channel     TEXT NOT NULL DEFAULT ''
);

CREATE TABLE kessai.meeting_ballot ( -- of the open vote
  meeting_id BIGINT NOT NULL REFERENCES kessai.meeting (meeting_id),
  vote       INTEGER NOT NULL,
  staff_id   BIGINT NOT NULL,
  choice     INTEGER NOT NULL,
  PRIMARY KEY (meeting_id, staff_id)
);

CREATE TABLE kessai.meeting_speaker (
  meeting_id BIGINT NOT NULL REFERENCES kessai.meeting (meeting_id),
  staff_id   BIGINT NOT NULL,
  asked      BIGINT NOT NULL,
  began      BIGINT NOT NULL DEFAULT 0, -- not 0 for who speaks
  PRIMARY KEY (meeting_id, staff_id)
);

-- Who is there, as it was noted last.
CREATE TABLE kessai.meeting_there (
  meeting_id BIGINT NOT NULL REFERENCES kessai.meeting (meeting_id),
  staff_id   BIGINT NOT NULL,
  PRIMARY KEY (meeting_id, staff_id)
);

-- What somebody has to do, who need not be invited.
CREATE TABLE kessai.meeting_action (
  meeting_id BIGINT NOT NULL REFERENCES kessai.meeting (meeting_id),
  action     INTEGER NOT NULL,
  item       INTEGER NOT NULL,
  owner      BIGINT NOT NULL,
  text       TEXT NOT NULL,
  due        TEXT NOT NULL,
  done_at    BIGINT NOT NULL DEFAULT 0, -- 0 while it is open
  done_by    BIGINT NOT NULL DEFAULT 0,
  note       TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (meeting_id, action)
);
CREATE INDEX meeting_action_owner ON kessai.meeting_action (owner, meeting_id);

-- Nobody reads or writes them but through the functions below.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['meeting_live', 'meeting_ballot', 'meeting_speaker', 'meeting_there', 'meeting_action'] LOOP
    EXECUTE format('ALTER TABLE kessai.%I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;


-- The bell ---------------------------------------------------------------------------------------------------------------

-- Wakes whoever listens, when what is done is committed: '' where something was done, 'ink' where ink was shared. By the statement, because the
-- function of the same name is nobody's (0002).
CREATE FUNCTION kessai.ring_meeting(p_meeting bigint, what text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  its text := (SELECT l.channel FROM kessai.meeting_live l WHERE l.meeting_id = p_meeting);
BEGIN
  IF its <> '' THEN
    EXECUTE format('NOTIFY %I, %L', its, what);
  END IF;
END $$;

-- A name nobody guesses. That something happens is for those who are there, too.
CREATE FUNCTION kessai.fresh_channel() RETURNS text LANGUAGE sql VOLATILE
RETURN 'm' || replace(gen_random_uuid()::text, '-', '');


-- What a meeting comes to --------------------------------------------------------------------------------------------------
-- Parts of kessai.change_meeting, which has locked the meeting and, where it runs, its row in meeting_live.

-- The vote that is open: its number, its item, and whether it is by name.
CREATE FUNCTION kessai.opened_vote(p_meeting bigint, OUT vote integer, OUT item integer, OUT by_name boolean) LANGUAGE plpgsql STABLE AS $$
BEGIN
  SELECT a.seq, a.item, (a.body::jsonb->>'byName')::boolean INTO vote, item, by_name
    FROM kessai.meeting_live l JOIN kessai.meeting_act a ON a.meeting_id = l.meeting_id AND a.seq = l.vote
   WHERE l.meeting_id = p_meeting;
END $$;

-- Whether somebody may vote under an item, if they are there.
CREATE FUNCTION kessai.has_vote(person bigint, p_meeting bigint, p_item integer) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM kessai.meeting_member y WHERE y.meeting_id = p_meeting AND y.staff_id = person AND y.role IN (0, 1))
     AND NOT EXISTS (SELECT FROM kessai.meeting_hidden h WHERE h.meeting_id = p_meeting AND h.item = p_item AND h.staff_id = person);
END $$;

-- Whether an item is known to somebody by their part in the meeting; that auditors look at everything gives them no part in what is hidden.
CREATE FUNCTION kessai.knows_item(person bigint, p_meeting bigint, p_item integer) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN kessai.is_secretary(person, p_meeting)
      OR NOT EXISTS (SELECT FROM kessai.meeting_hidden h WHERE h.meeting_id = p_meeting AND h.item = p_item AND h.staff_id = person);
END $$;

CREATE FUNCTION kessai.owns_action(person bigint, p_meeting bigint, p_action integer) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM kessai.meeting_action x WHERE x.meeting_id = p_meeting AND x.action = p_action AND x.owner = person);
END $$;

-- Whoever has something to do says that it is done, whether they see anything else of the meeting or not.
CREATE FUNCTION kessai.guard_change(me bigint, p_meeting bigint, p_kind integer, b jsonb) RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF p_kind <> 15 OR NOT kessai.owns_action(me, p_meeting, (b->>'action')::integer) THEN
    PERFORM kessai.guard_meeting(me, p_meeting);
  END IF;
END $$;

-- The item is on the agenda, and known to whoever does something under it.
CREATE FUNCTION kessai.check_item(me bigint, p_meeting bigint, p_item integer) RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF p_item <> ALL (kessai.agenda(p_meeting)) OR NOT kessai.knows_item(me, p_meeting, p_item) THEN
    PERFORM kessai.fault('Invalid', 'the item is not there');
  END IF;
END $$;

-- Whether something is noted of somebody: by the last act that names them, which leaves something in any case where it is about others.
CREATE FUNCTION kessai.is_noted(person bigint, p_meeting bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce((
    SELECT (x->>'state')::integer <> 0
      FROM kessai.meeting_act a CROSS JOIN LATERAL jsonb_array_elements(a.body::jsonb->'people') x
     WHERE a.meeting_id = p_meeting AND a.kind = 10 AND (x->>'who')::bigint = person
     ORDER BY a.seq DESC LIMIT 1), false);
END $$;

CREATE FUNCTION kessai.note_attendance(p_meeting bigint, b jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  people jsonb := b->'people';
BEGIN
  IF jsonb_array_length(people) NOT BETWEEN 1 AND 2000
     OR EXISTS (SELECT FROM jsonb_array_elements(people) x GROUP BY x->'who' HAVING count(*) > 1)
     OR EXISTS (
       SELECT FROM jsonb_array_elements(people) x
        WHERE (x->>'state')::integer NOT BETWEEN 0 AND 4
           OR NOT CASE WHEN (x->>'state')::integer IN (2, 3) THEN (x->>'minute')::integer BETWEEN 0 AND 1439
                       ELSE (x->>'minute')::integer = -1 END
           OR ((x->>'state')::integer = 0 AND (b->>'others')::boolean)
           OR NOT EXISTS (SELECT FROM kessai.meeting_member y WHERE y.meeting_id = p_meeting AND y.staff_id = (x->>'who')::bigint)) THEN
    PERFORM kessai.fault('Invalid', 'of each who is invited it is said once, and of those who came late or left since when');
  END IF;
  IF (b->>'others')::boolean THEN
    people := coalesce((
      SELECT jsonb_agg(x) FROM jsonb_array_elements(people) x WHERE NOT kessai.is_noted((x->>'who')::bigint, p_meeting)), '[]');
  END IF;
  DELETE FROM kessai.meeting_there t USING jsonb_array_elements(people) x WHERE t.meeting_id = p_meeting AND t.staff_id = (x->>'who')::bigint;
  INSERT INTO kessai.meeting_there (meeting_id, staff_id)
  SELECT p_meeting, (x->>'who')::bigint FROM jsonb_array_elements(people) x WHERE (x->>'state')::integer IN (1, 2);
END $$;

CREATE FUNCTION kessai.open_vote(me bigint, p_meeting bigint, p_next integer, b jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM kessai.check_item(me, p_meeting, (b->>'item')::integer);
  IF (b->>'vote')::integer <> p_next OR NOT kessai.is_text(b->>'question', 1000, false) THEN
    PERFORM kessai.fault('Invalid', 'a vote has the number of its act, and a question');
  END IF;
  UPDATE kessai.meeting_live l SET vote = p_next WHERE l.meeting_id = p_meeting;
END $$;

-- Answers the end of the vote with what was cast, which nobody tells the notary. Who chose what is known after it only where the vote was by name.
CREATE FUNCTION kessai.close_vote(me bigint, p_meeting bigint, b jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  v record;
  counted text;
BEGIN
  SELECT * INTO v FROM kessai.opened_vote(p_meeting);
  IF v.vote IS DISTINCT FROM (b->>'vote')::integer OR NOT kessai.knows_item(me, p_meeting, v.item) THEN
    PERFORM kessai.fault('Invalid', 'that vote is not open');
  END IF;
  SELECT format('{"abstain":%s,"ballots":[%s],"no":%s,"vote":%s,"yes":%s}', count(*) FILTER (WHERE x.choice = 3),
                coalesce(string_agg(format('{"choice":%s,"who":%s}', x.choice, x.staff_id), ',' ORDER BY x.staff_id)
                           FILTER (WHERE v.by_name), ''),
                count(*) FILTER (WHERE x.choice = 2), v.vote, count(*) FILTER (WHERE x.choice = 1))
    INTO counted FROM kessai.meeting_ballot x WHERE x.meeting_id = p_meeting AND x.vote = v.vote;
  DELETE FROM kessai.meeting_ballot x WHERE x.meeting_id = p_meeting;
  UPDATE kessai.meeting_live l SET vote = 0 WHERE l.meeting_id = p_meeting;
  RETURN counted;
END $$;

CREATE FUNCTION kessai.resolve(me bigint, p_meeting bigint, p_next integer, b jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  before jsonb;
BEGIN
  PERFORM kessai.check_item(me, p_meeting, (b->>'item')::integer);
  IF (b->>'resolution')::integer <> p_next THEN
    SELECT a.body::jsonb INTO before FROM kessai.meeting_act a
     WHERE a.meeting_id = p_meeting AND a.kind = 13 AND a.item = (b->>'item')::integer AND a.body::jsonb->'resolution' = b->'resolution'
     ORDER BY a.seq DESC LIMIT 1;
    IF coalesce(before->>'text', '') = '' THEN
      PERFORM kessai.fault('Invalid', 'no such decision under that item');
    END IF;
  END IF;
  IF NOT kessai.is_text(b->>'text', 1000, before IS NOT NULL AND b->>'text' = '') THEN
    PERFORM kessai.fault('Invalid', 'a decision is a line of words');
  END IF;
END $$;

CREATE FUNCTION kessai.assign_action(me bigint, p_meeting bigint, p_next integer, b jsonb, day text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  before kessai.meeting_action;
  its integer := (b->>'action')::integer;
  new_owner bigint := (b->>'owner')::bigint;
BEGIN
  PERFORM kessai.check_item(me, p_meeting, (b->>'item')::integer);
  SELECT * INTO before FROM kessai.meeting_action x WHERE x.meeting_id = p_meeting AND x.action = its;
  IF NOT (CASE WHEN FOUND THEN before.item = (b->>'item')::integer ELSE its = p_next END) THEN
    PERFORM kessai.fault('Invalid', 'that is not to be done under that item');
  ELSIF NOT kessai.is_text(b->>'text', 1000, before.action IS NOT NULL AND b->>'text' = '') OR NOT kessai.is_day(b->>'due') OR new_owner < 1 THEN
    PERFORM kessai.fault('Invalid', 'somebody does something until a day');
  ELSIF b->>'text' = '' THEN
    DELETE FROM kessai.meeting_action x WHERE x.meeting_id = p_meeting AND x.action = its;
    RETURN;
  ELSIF before.owner IS DISTINCT FROM new_owner AND NOT kessai.on_staff(new_owner, day) THEN
    PERFORM kessai.fault('NotFound', 'no such member of staff');
  END IF;
  INSERT INTO kessai.meeting_action AS x (meeting_id, action, item, owner, text, due)
  VALUES (p_meeting, its, (b->>'item')::integer, new_owner, b->>'text', b->>'due')
  ON CONFLICT (meeting_id, action) DO UPDATE SET due = excluded.due;
  IF before.owner IS DISTINCT FROM new_owner OR before.text IS DISTINCT FROM b->>'text' THEN -- then it is open again
    UPDATE kessai.meeting_action x SET owner = new_owner, text = b->>'text', done_at = 0, done_by = 0, note = ''
     WHERE x.meeting_id = p_meeting AND x.action = its;
  END IF;
END $$;

-- Done when the act says so, to the microsecond: readers compare.
CREATE FUNCTION kessai.finish_action(me bigint, p_meeting bigint, b jsonb, at bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  done boolean := (b->>'done')::boolean;
BEGIN
  IF NOT kessai.is_text(b->>'note', 200, true) THEN
    PERFORM kessai.fault('Invalid', 'a note is a line of words');
  END IF;
  UPDATE kessai.meeting_action x
     SET done_at = CASE WHEN done THEN at ELSE 0 END, done_by = CASE WHEN done THEN me ELSE 0 END, note = b->>'note'
   WHERE x.meeting_id = p_meeting AND x.action = (b->>'action')::integer;
  IF NOT FOUND THEN
    PERFORM kessai.fault('Invalid', 'that is not to be done');
  END IF;
END $$;

-- What was decided, voted or given to do under an item stays, and so does the item.
CREATE FUNCTION kessai.drop_item(p_meeting bigint, p_item integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM kessai.meeting_act a WHERE a.meeting_id = p_meeting AND a.kind IN (11, 13, 14) AND a.item = p_item) THEN
    PERFORM kessai.fault('Invalid', 'something came of the item');
  END IF;
  PERFORM kessai.drop_from_meeting(p_meeting, p_item, NULL);
END $$;

-- What becomes of what holds now by an act: liveAfter of core/meetings/live.h. Called when the act is done.
CREATE FUNCTION kessai.move_live(me bigint, p_meeting bigint, p_kind integer, b jsonb) RETURNS void LANGUAGE plpgsql AS $$
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
  IF p_kind = 1 THEN
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


-- What holds now ---------------------------------------------------------------------------------------------------------

-- Who presents and speaks: everybody invited but observers.
CREATE FUNCTION kessai.takes_part(person bigint, p_meeting bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM kessai.meeting_member y WHERE y.meeting_id = p_meeting AND y.staff_id = person AND y.role <> 3);
END $$;

CREATE FUNCTION kessai.meeting_role(person bigint, p_meeting bigint) RETURNS integer LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT y.role FROM kessai.meeting_member y WHERE y.meeting_id = p_meeting AND y.staff_id = person);
END $$;

-- As guard_meeting, for those who are at the meeting or watch over it.
CREATE FUNCTION kessai.guard_attending(me bigint, p_meeting bigint, OUT reads integer, OUT hidden integer[], OUT items integer[])
LANGUAGE plpgsql STABLE AS $$
BEGIN
  SELECT s.reads, s.hidden, s.items INTO reads, hidden, items FROM kessai.guard_meeting(me, p_meeting) s;
  IF reads = 1 THEN
    PERFORM kessai.fault('AccessDenied', 'this is for those who meet');
  END IF;
END $$;

CREATE TYPE kessai.live_row AS (
  mark bigint, seq integer, now bigint, presenter bigint, paper integer, revision integer, page integer, x double precision, y double precision,
  called integer, called_at bigint, speakers text, speak_limit integer, vote integer, votes_cast integer, participants integer, my_ballot integer,
  ballots text, channel text, scrolled double precision);

-- As somebody who attends sees it: what the presenter shows where they see the paper, the vote where they see its item, who chose what so far
-- in a vote by name for whoever leads the meeting.
CREATE FUNCTION kessai.live_now(me bigint, p_meeting bigint) RETURNS kessai.live_row LANGUAGE plpgsql STABLE AS $$
DECLARE
  s record;
  l kessai.meeting_live;
  voted integer; -- the item of the open vote, where the reader sees it
  by_name boolean;
  r kessai.live_row := (0, 0, kessai.now_us(), 0, 0, 0, 0, -1, -1, 0, 0, '[]', 0, 0, 0, 0, 0, '[]', '', 0);
BEGIN
  SELECT * INTO s FROM kessai.guard_attending(me, p_meeting);
  r.seq := (SELECT m.seq FROM kessai.meeting m WHERE m.meeting_id = p_meeting);
  SELECT * INTO l FROM kessai.meeting_live x WHERE x.meeting_id = p_meeting;
  IF NOT FOUND THEN
    RETURN r;
  END IF;
  r.mark := l.mark;
  r.presenter := l.presenter;
  r.called := l.called;
  r.called_at := l.called_at;
  r.speak_limit := l.speak_limit;
  r.channel := l.channel;
  IF l.paper > 0 AND EXISTS (
       SELECT FROM kessai.meeting_paper p WHERE p.meeting_id = p_meeting AND p.paper = l.paper AND p.removed = 0
          AND kessai.sees_item(s.reads, s.hidden, s.items, p.item)) THEN
    r.paper := l.paper;
    r.revision := l.revision;
    r.page := l.page;
    r.x := l.x;
    r.y := l.y;
    r.scrolled := l.scrolled;
  END IF;
  r.speakers := coalesce((SELECT jsonb_agg(jsonb_build_array(x.staff_id, x.asked, x.began) ORDER BY x.asked, x.staff_id)::text
                            FROM kessai.meeting_speaker x WHERE x.meeting_id = p_meeting), '[]');
  IF l.vote > 0 THEN
    SELECT o.item, o.by_name INTO voted, by_name FROM kessai.opened_vote(p_meeting) o;
    IF kessai.sees_item(s.reads, s.hidden, s.items, voted) THEN
      r.vote := l.vote;
      r.votes_cast := (SELECT count(*) FROM kessai.meeting_ballot x WHERE x.meeting_id = p_meeting);
      r.my_ballot := coalesce((SELECT x.choice FROM kessai.meeting_ballot x WHERE x.meeting_id = p_meeting AND x.staff_id = me), 0);
      IF by_name AND kessai.meeting_role(me, p_meeting) IN (1, 2) THEN
        r.ballots := coalesce((SELECT jsonb_agg(jsonb_build_array(x.staff_id, x.choice) ORDER BY x.staff_id)::text
                                 FROM kessai.meeting_ballot x WHERE x.meeting_id = p_meeting), '[]');
      END IF;
    END IF;
  END IF;
  r.participants := (
    SELECT count(*) FROM kessai.meeting_there t
      JOIN kessai.meeting_member y ON y.meeting_id = t.meeting_id AND y.staff_id = t.staff_id
     WHERE t.meeting_id = p_meeting AND (r.vote = 0 OR (y.role IN (0, 1) AND NOT EXISTS (
             SELECT FROM kessai.meeting_hidden h WHERE h.meeting_id = p_meeting AND h.item = voted AND h.staff_id = t.staff_id))));
  RETURN r;
END $$;

CREATE FUNCTION kessai.meeting_live(p_meeting bigint)
RETURNS kessai.live_row LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  RETURN kessai.live_now(kessai.meeting_reader(), p_meeting);
END $$;

-- The running meeting, locked, for somebody who is invited and still is once the row is theirs.
CREATE FUNCTION kessai.running_meeting(me bigint, p_meeting bigint) RETURNS kessai.meeting_live LANGUAGE plpgsql AS $$
DECLARE
  l kessai.meeting_live;
BEGIN
  PERFORM kessai.guard_attending(me, p_meeting);
  SELECT * INTO l FROM kessai.meeting_live x WHERE x.meeting_id = p_meeting FOR NO KEY UPDATE;
  PERFORM kessai.guard_attending(kessai.caller(), p_meeting);
  IF kessai.meeting_role(me, p_meeting) IS NULL THEN
    PERFORM kessai.fault('AccessDenied', 'this is for those who meet');
  ELSIF l.meeting_id IS NULL THEN
    PERFORM kessai.refuse('WrongState', 'the meeting does not run');
  END IF;
  RETURN l;
END $$;

-- Something was done to it: those who listen are woken, and whoever did it is told how it stands.
CREATE FUNCTION kessai.live_changed(me bigint, p_meeting bigint) RETURNS kessai.live_row LANGUAGE plpgsql AS $$
BEGIN
  UPDATE kessai.meeting_live l SET mark = l.mark + 1 WHERE l.meeting_id = p_meeting;
  PERFORM kessai.ring_meeting(p_meeting, '');
  RETURN kessai.live_now(me, p_meeting);
END $$;

-- Where the presenter is; -1 where nothing is pointed at. Gone with a power cut, as what passes may be, and so not waiting for the disk.
CREATE FUNCTION kessai.show_place(p_meeting bigint, p_paper integer, p_revision integer, p_page integer, p_x double precision, p_y double precision,
                                  p_scrolled double precision DEFAULT 0)
RETURNS kessai.live_row LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  l kessai.meeting_live := kessai.running_meeting(me, p_meeting);
BEGIN
  IF l.presenter <> me THEN
    PERFORM kessai.fault('AccessDenied', 'somebody else presents');
  END IF;
  IF NOT EXISTS (
       SELECT FROM kessai.meeting_paper p
         JOIN kessai.meeting_file f ON f.meeting_id = p.meeting_id AND f.paper = p.paper AND f.revision = p_revision
        WHERE p.meeting_id = p_meeting AND p.paper = p_paper AND p.removed = 0 AND kessai.knows_item(me, p_meeting, p.item)
          AND p_page BETWEEN 0 AND f.pages - 1)
     OR NOT coalesce((p_x = -1 AND p_y = -1) OR (p_x BETWEEN 0 AND 1 AND p_y BETWEEN 0 AND 1), false)
     OR NOT coalesce(p_scrolled BETWEEN 0 AND 1, false) THEN
    PERFORM kessai.fault('Invalid', 'no such place');
  END IF;
  PERFORM set_config('synchronous_commit', 'off', true);
  UPDATE kessai.meeting_live x SET paper = p_paper, revision = p_revision, page = p_page, x = p_x, y = p_y, scrolled = p_scrolled
   WHERE x.meeting_id = p_meeting;
  RETURN kessai.live_changed(me, p_meeting);
END $$;

-- 0 = nobody.
CREATE FUNCTION kessai.set_presenter(p_meeting bigint, p_who bigint)
RETURNS kessai.live_row LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  l kessai.meeting_live := kessai.running_meeting(me, p_meeting);
BEGIN
  IF l.presenter <> me AND NOT coalesce(kessai.meeting_role(me, p_meeting) IN (1, 2), false) THEN
    PERFORM kessai.fault('AccessDenied', 'whoever leads the meeting says who presents');
  ELSIF p_who IS DISTINCT FROM 0 AND NOT kessai.takes_part(p_who, p_meeting) THEN
    PERFORM kessai.fault('Invalid', 'they do not take part');
  END IF;
  UPDATE kessai.meeting_live x SET presenter = p_who, x = -1, y = -1 WHERE x.meeting_id = p_meeting;
  RETURN kessai.live_changed(me, p_meeting);
END $$;

CREATE FUNCTION kessai.call_all(p_meeting bigint)
RETURNS kessai.live_row LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
BEGIN
  PERFORM kessai.running_meeting(me, p_meeting);
  IF NOT kessai.is_secretary(me, p_meeting) THEN
    PERFORM kessai.fault('AccessDenied', 'secretaries call everybody');
  END IF;
  UPDATE kessai.meeting_live x SET called = x.called + 1, called_at = kessai.now_us() WHERE x.meeting_id = p_meeting;
  RETURN kessai.live_changed(me, p_meeting);
END $$;

-- To somebody who does not know its item a vote is not open.
CREATE FUNCTION kessai.cast_ballot(p_meeting bigint, p_vote integer, p_choice integer)
RETURNS kessai.live_row LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  v record;
BEGIN
  PERFORM kessai.running_meeting(me, p_meeting);
  SELECT * INTO v FROM kessai.opened_vote(p_meeting);
  IF v.vote IS DISTINCT FROM p_vote OR NOT kessai.knows_item(me, p_meeting, v.item) THEN
    PERFORM kessai.refuse('WrongState', 'that vote is not open');
  ELSIF NOT kessai.has_vote(me, p_meeting, v.item)
     OR NOT EXISTS (SELECT FROM kessai.meeting_there t WHERE t.meeting_id = p_meeting AND t.staff_id = me) THEN
    PERFORM kessai.fault('AccessDenied', 'members vote who are there');
  ELSIF coalesce(p_choice NOT BETWEEN 1 AND 3, true) THEN
    PERFORM kessai.fault('Invalid', 'no such choice');
  END IF;
  INSERT INTO kessai.meeting_ballot (meeting_id, vote, staff_id, choice) VALUES (p_meeting, v.vote, me, p_choice)
  ON CONFLICT (meeting_id, staff_id) DO UPDATE SET choice = excluded.choice;
  RETURN kessai.live_changed(me, p_meeting);
END $$;

CREATE FUNCTION kessai.ask_to_speak(p_meeting bigint, p_wants boolean)
RETURNS kessai.live_row LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
BEGIN
  PERFORM kessai.running_meeting(me, p_meeting);
  IF NOT kessai.takes_part(me, p_meeting) THEN
    PERFORM kessai.fault('AccessDenied', 'whoever only watches does not speak');
  ELSIF p_wants THEN
    INSERT INTO kessai.meeting_speaker (meeting_id, staff_id, asked) VALUES (p_meeting, me, kessai.now_us()) ON CONFLICT DO NOTHING;
  ELSE
    DELETE FROM kessai.meeting_speaker x WHERE x.meeting_id = p_meeting AND x.staff_id = me;
  END IF;
  RETURN kessai.live_changed(me, p_meeting);
END $$;

-- To somebody, asked or not, for so many seconds (0 as long as it takes); 0 = nobody. Whoever had it leaves the list.
CREATE FUNCTION kessai.give_the_floor(p_meeting bigint, p_who bigint, p_limit integer)
RETURNS kessai.live_row LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  at bigint := kessai.now_us();
BEGIN
  PERFORM kessai.running_meeting(me, p_meeting);
  IF NOT coalesce(kessai.meeting_role(me, p_meeting) IN (1, 2), false) THEN
    PERFORM kessai.fault('AccessDenied', 'whoever leads the meeting gives the floor');
  ELSIF coalesce(p_limit NOT BETWEEN 0 AND 7200, true) OR (p_who IS DISTINCT FROM 0 AND NOT kessai.takes_part(p_who, p_meeting)) THEN
    PERFORM kessai.fault('Invalid', 'they do not take part, or have too long');
  END IF;
  DELETE FROM kessai.meeting_speaker x WHERE x.meeting_id = p_meeting AND x.began > 0 AND x.staff_id <> p_who;
  IF p_who > 0 THEN
    INSERT INTO kessai.meeting_speaker (meeting_id, staff_id, asked, began) VALUES (p_meeting, p_who, at, at)
    ON CONFLICT (meeting_id, staff_id) DO UPDATE SET began = excluded.began;
  END IF;
  UPDATE kessai.meeting_live x SET speak_limit = CASE WHEN p_who > 0 THEN p_limit ELSE 0 END WHERE x.meeting_id = p_meeting;
  RETURN kessai.live_changed(me, p_meeting);
END $$;


-- Afterwards -------------------------------------------------------------------------------------------------------------

-- What the caller has to do by meetings, and did in the last seven days.
CREATE FUNCTION kessai.my_actions()
RETURNS TABLE (meeting_id bigint, title text, day text, action integer, text text, due text, overdue integer, done_at bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.meeting_reader();
BEGIN
  RETURN QUERY
  SELECT m.meeting_id, m.title, m.day, x.action, x.text, x.due, CASE WHEN x.done_at = 0 AND x.due < kessai.today() THEN 1 ELSE 0 END, x.done_at
    FROM kessai.meeting_action x JOIN kessai.meeting m ON m.meeting_id = x.meeting_id
   WHERE x.owner = me AND m.state <> 4 AND (x.done_at = 0 OR x.done_at > kessai.now_us() - 604800000000)
   ORDER BY x.due, m.meeting_id, x.action;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.meeting_live(bigint)',
                          'kessai.show_place(bigint, integer, integer, integer, double precision, double precision, double precision)',
                          'kessai.set_presenter(bigint, bigint)', 'kessai.call_all(bigint)', 'kessai.cast_ballot(bigint, integer, integer)',
                          'kessai.ask_to_speak(bigint, boolean)', 'kessai.give_the_floor(bigint, bigint, integer)', 'kessai.my_actions()');

-- oldest client: 1
-- Reorganisations (core/office/reorganisation.h), and the doors by which administrators make them, prepare them and take them back. What waits for
-- its day (内示) is in no table but the first one, which nobody reads but by a door; on its day whoever comes first puts it in force.

CREATE TABLE kessai.reorganisation (
  revision   BIGINT PRIMARY KEY REFERENCES kessai.office_revision (revision), -- in which it was registered
  valid_from TEXT NOT NULL,
  body       TEXT NOT NULL,
  reason     TEXT NOT NULL,
  made_by    TEXT NOT NULL,
  made_at    BIGINT NOT NULL,
  ended_in   BIGINT REFERENCES kessai.office_revision (revision), -- in which it came into force, or was taken back
  taken_back INTEGER NOT NULL DEFAULT 0 -- 1 = taken back, 2 = it could not be put in force
);
CREATE INDEX reorganisation_due ON kessai.reorganisation (valid_from) WHERE ended_in IS NULL;
ALTER TABLE kessai.reorganisation ENABLE ROW LEVEL SECURITY; -- without a policy: nobody

-- Whether something is a list of rows with these members: numbers, lines of text, and yes or no.
CREATE FUNCTION kessai.is_row_list(given jsonb, numbers text[], lines text[], flags text[], maybe text[]) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE WHEN jsonb_typeof(given) = 'array' THEN NOT EXISTS (
  SELECT FROM jsonb_array_elements(given) x
   WHERE NOT kessai.has_members(x, numbers || lines || flags, maybe)
      OR EXISTS (SELECT FROM unnest(numbers || maybe) k WHERE x ? k
                    AND NOT coalesce(jsonb_typeof(x -> k) = 'number' AND (x -> k)::text ~ '^[0-9]{1,15}$', false))
      OR EXISTS (SELECT FROM unnest(lines) k WHERE NOT (kessai.is_filled(x -> k) AND coalesce(kessai.is_line(x ->> k, 100), false)))
      OR EXISTS (SELECT FROM unnest(flags) k WHERE jsonb_typeof(x -> k) IS DISTINCT FROM 'boolean')) ELSE false END;

CREATE FUNCTION kessai.is_id_list(given jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE WHEN jsonb_typeof(given) = 'array' THEN NOT EXISTS (
  SELECT FROM jsonb_array_elements(given) x WHERE NOT (jsonb_typeof(x) = 'number' AND x::text ~ '^[0-9]{1,15}$')) ELSE false END;

-- Whether every program can read a reorganisation (Reorganisation::fromJson).
CREATE FUNCTION kessai.is_reorganisation(b jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF NOT (kessai.has_members(b, '{from,put,end}', '{}')
          AND kessai.has_members(b -> 'put', '{sections,posts,staff,appointments,roles,successions}', '{}')
          AND kessai.has_members(b -> 'end', '{sections,posts,staff,appointments,roles}', '{}')
          AND kessai.is_row_list(b #> '{put,sections}', '{id,level}', '{code,name}', '{busy}', '{parent}')
          AND kessai.is_row_list(b #> '{put,posts}', '{id,section,rank}', '{code,title}', '{head}', '{}')
          AND kessai.is_row_list(b #> '{put,staff}', '{id}', '{login,number,family,given,kana}', '{}', '{}')
          AND kessai.is_row_list(b #> '{put,appointments}', '{staff,post,holding}', '{}', '{}', '{}')
          AND kessai.is_row_list(b #> '{put,roles}', '{post}', '{role}', '{}', '{}')
          AND kessai.is_row_list(b #> '{put,successions}', '{post,successor}', '{}', '{}', '{}')
          AND kessai.is_id_list(b #> '{end,sections}') AND kessai.is_id_list(b #> '{end,posts}') AND kessai.is_id_list(b #> '{end,staff}')
          AND kessai.is_row_list(b #> '{end,appointments}', '{staff,post}', '{}', '{}', '{}')
          AND kessai.is_row_list(b #> '{end,roles}', '{post}', '{role}', '{}', '{}')) THEN
    RETURN false;
  END IF;
  RETURN NOT EXISTS (SELECT FROM jsonb_array_elements(b #> '{put,sections}') x WHERE (x ->> 'level')::bigint > 3)
     AND NOT EXISTS (SELECT FROM jsonb_array_elements(b #> '{put,posts}') x WHERE (x ->> 'rank')::bigint > 1000)
     AND NOT EXISTS (SELECT FROM jsonb_array_elements(b #> '{put,appointments}') x WHERE (x ->> 'holding')::bigint > 2)
     AND NOT EXISTS (SELECT FROM jsonb_array_elements(b #> '{put,staff}') x
                      WHERE octet_length(x ->> 'login') > 63 OR x ->> 'login' ~ '[[:space:]]');
END $$;

-- Everything a reorganisation speaks of, each by a name of its own.
CREATE FUNCTION kessai.reorganisation_keys(b jsonb) RETURNS TABLE (key text) LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN QUERY
    SELECT k.kind || ' ' || coalesce(x ->> 'id', x #>> '{}')
      FROM (VALUES ('section', 'sections'), ('post', 'posts'), ('staff', 'staff')) k (kind, list),
           LATERAL (SELECT jsonb_array_elements(b #> ARRAY['put', k.list]) UNION ALL SELECT jsonb_array_elements(b #> ARRAY['end', k.list])) e (x)
    UNION ALL
    SELECT 'appointment ' || (x ->> 'staff') || ':' || (x ->> 'post')
      FROM jsonb_array_elements((b #> '{put,appointments}') || (b #> '{end,appointments}')) x
    UNION ALL
    SELECT 'role ' || (x ->> 'post') || ':' || (x ->> 'role') FROM jsonb_array_elements((b #> '{put,roles}') || (b #> '{end,roles}')) x
    UNION ALL
    SELECT 'succession ' || (x ->> 'post') FROM jsonb_array_elements(b #> '{put,successions}') x;
END $$;

-- Writes what ends and what begins on its day; nothing of the days before changes.
CREATE FUNCTION kessai.apply_reorganisation(b jsonb, added bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  day text := b ->> 'from';
  eve text := kessai.day_before(day);
BEGIN
  WITH gone AS (
    UPDATE kessai.section s SET removed_in = added
     WHERE s.removed_in IS NULL AND (s.valid_until IS NULL OR s.valid_until >= day)
       AND s.section_id IN (SELECT v::bigint FROM jsonb_array_elements_text(b #> '{end,sections}') v
                             UNION ALL SELECT (x ->> 'id')::bigint FROM jsonb_array_elements(b #> '{put,sections}') x)
    RETURNING s.*)
  INSERT INTO kessai.section (section_id, parent_id, level, code, name, busy, valid_from, valid_until, added_in)
  SELECT g.section_id, g.parent_id, g.level, g.code, g.name, g.busy, g.valid_from, eve, added FROM gone g WHERE g.valid_from < day
   UNION ALL
  SELECT (x ->> 'id')::bigint, (x ->> 'parent')::bigint, (x ->> 'level')::integer, x ->> 'code', x ->> 'name', (x ->> 'busy')::boolean::integer,
         day, NULL, added FROM jsonb_array_elements(b #> '{put,sections}') x;
  WITH gone AS (
    UPDATE kessai.post p SET removed_in = added
     WHERE p.removed_in IS NULL AND (p.valid_until IS NULL OR p.valid_until >= day)
       AND p.post_id IN (SELECT v::bigint FROM jsonb_array_elements_text(b #> '{end,posts}') v
                          UNION ALL SELECT (x ->> 'id')::bigint FROM jsonb_array_elements(b #> '{put,posts}') x)
    RETURNING p.*)
  INSERT INTO kessai.post (post_id, section_id, code, title, rank, head, valid_from, valid_until, added_in)
  SELECT g.post_id, g.section_id, g.code, g.title, g.rank, g.head, g.valid_from, eve, added FROM gone g WHERE g.valid_from < day
   UNION ALL
  SELECT (x ->> 'id')::bigint, (x ->> 'section')::bigint, x ->> 'code', x ->> 'title', (x ->> 'rank')::integer, (x ->> 'head')::boolean::integer,
         day, NULL, added FROM jsonb_array_elements(b #> '{put,posts}') x;
  WITH gone AS (
    UPDATE kessai.staff f SET removed_in = added
     WHERE f.removed_in IS NULL AND (f.valid_until IS NULL OR f.valid_until >= day)
       AND f.staff_id IN (SELECT v::bigint FROM jsonb_array_elements_text(b #> '{end,staff}') v
                           UNION ALL SELECT (x ->> 'id')::bigint FROM jsonb_array_elements(b #> '{put,staff}') x)
    RETURNING f.*)
  INSERT INTO kessai.staff (staff_id, login, number, family_name, given_name, kana, valid_from, valid_until, added_in)
  SELECT g.staff_id, g.login, g.number, g.family_name, g.given_name, g.kana, g.valid_from, eve, added FROM gone g WHERE g.valid_from < day
   UNION ALL
  SELECT (x ->> 'id')::bigint, x ->> 'login', x ->> 'number', x ->> 'family', x ->> 'given', x ->> 'kana', day, NULL, added
    FROM jsonb_array_elements(b #> '{put,staff}') x;
  WITH gone AS (
    UPDATE kessai.appointment a SET removed_in = added
     WHERE a.removed_in IS NULL AND (a.valid_until IS NULL OR a.valid_until >= day)
       AND (a.staff_id, a.post_id) IN (SELECT (x ->> 'staff')::bigint, (x ->> 'post')::bigint
                                         FROM jsonb_array_elements((b #> '{put,appointments}') || (b #> '{end,appointments}')) x)
    RETURNING a.*)
  INSERT INTO kessai.appointment (staff_id, post_id, holding, valid_from, valid_until, added_in)
  SELECT g.staff_id, g.post_id, g.holding, g.valid_from, eve, added FROM gone g WHERE g.valid_from < day
   UNION ALL
  SELECT (x ->> 'staff')::bigint, (x ->> 'post')::bigint, (x ->> 'holding')::integer, day, NULL, added
    FROM jsonb_array_elements(b #> '{put,appointments}') x;
  WITH gone AS (
    UPDATE kessai.role_holder r SET removed_in = added
     WHERE r.removed_in IS NULL AND (r.valid_until IS NULL OR r.valid_until >= day)
       AND (r.role, r.post_id) IN (SELECT x ->> 'role', (x ->> 'post')::bigint
                                     FROM jsonb_array_elements((b #> '{put,roles}') || (b #> '{end,roles}')) x)
    RETURNING r.*)
  INSERT INTO kessai.role_holder (role, post_id, valid_from, valid_until, added_in)
  SELECT g.role, g.post_id, g.valid_from, eve, added FROM gone g WHERE g.valid_from < day
   UNION ALL
  SELECT x ->> 'role', (x ->> 'post')::bigint, day, NULL, added FROM jsonb_array_elements(b #> '{put,roles}') x;
  WITH gone AS (
    UPDATE kessai.succession n SET removed_in = added
     WHERE n.removed_in IS NULL AND (n.valid_until IS NULL OR n.valid_until >= day)
       AND n.post_id IN (SELECT (x ->> 'post')::bigint FROM jsonb_array_elements(b #> '{put,successions}') x)
    RETURNING n.*)
  INSERT INTO kessai.succession (post_id, successor_id, valid_from, valid_until, added_in)
  SELECT g.post_id, g.successor_id, g.valid_from, eve, added FROM gone g WHERE g.valid_from < day
   UNION ALL
  SELECT (x ->> 'post')::bigint, (x ->> 'successor')::bigint, day, NULL, added FROM jsonb_array_elements(b #> '{put,successions}') x;
END $$;

-- What of the office makes no sense on a day, each by a name of its own: what lies or is held nowhere, and what is there twice.
CREATE FUNCTION kessai.organisation_faults(day text) RETURNS text[] LANGUAGE plpgsql AS $$
BEGIN
  RETURN ARRAY(
    WITH s AS (SELECT * FROM kessai.section x WHERE x.removed_in IS NULL AND x.valid_from <= day AND (x.valid_until IS NULL OR x.valid_until >= day)),
         p AS (SELECT * FROM kessai.post x WHERE x.removed_in IS NULL AND x.valid_from <= day AND (x.valid_until IS NULL OR x.valid_until >= day)),
         f AS (SELECT * FROM kessai.staff x WHERE x.removed_in IS NULL AND x.valid_from <= day AND (x.valid_until IS NULL OR x.valid_until >= day)),
         a AS (SELECT * FROM kessai.appointment x WHERE x.removed_in IS NULL AND x.valid_from <= day AND (x.valid_until IS NULL OR x.valid_until >= day)),
         r AS (SELECT * FROM kessai.role_holder x WHERE x.removed_in IS NULL AND x.valid_from <= day AND (x.valid_until IS NULL OR x.valid_until >= day))
    SELECT concat_ws(' ', 'section', s.section_id) FROM s LEFT JOIN s u ON u.section_id = s.parent_id
     WHERE (s.level = 0) <> (s.parent_id IS NULL) OR (s.parent_id IS NOT NULL AND coalesce(u.level >= s.level, true))
    UNION ALL SELECT 'cities' FROM s WHERE s.level = 0 HAVING count(*) <> 1
    UNION ALL SELECT 'no head of the city' FROM s WHERE s.level = 0 AND NOT EXISTS (SELECT FROM p WHERE p.section_id = s.section_id AND p.head = 1)
    UNION ALL SELECT 'section code ' || s.code FROM s GROUP BY s.code HAVING count(*) > 1
    UNION ALL SELECT concat_ws(' ', 'post', p.post_id) FROM p WHERE NOT EXISTS (SELECT FROM s WHERE s.section_id = p.section_id)
    UNION ALL SELECT 'post code ' || p.code FROM p GROUP BY p.code HAVING count(*) > 1
    UNION ALL SELECT concat_ws(' ', 'heads', p.section_id) FROM p WHERE p.head = 1 GROUP BY p.section_id HAVING count(*) > 1
    UNION ALL SELECT concat_ws(' ', 'appointment', a.staff_id, a.post_id) FROM a
     WHERE NOT EXISTS (SELECT FROM p WHERE p.post_id = a.post_id) OR NOT EXISTS (SELECT FROM f WHERE f.staff_id = a.staff_id)
    UNION ALL SELECT concat_ws(' ', 'primary', a.staff_id) FROM a WHERE a.holding = 0 GROUP BY a.staff_id HAVING count(*) > 1
    UNION ALL SELECT concat_ws(' ', 'role', r.post_id, r.role) FROM r WHERE NOT EXISTS (SELECT FROM p WHERE p.post_id = r.post_id)
    UNION ALL SELECT 'number ' || f.number FROM f GROUP BY f.number HAVING count(*) > 1
    UNION ALL SELECT 'login ' || f.login FROM f GROUP BY f.login HAVING count(*) > 1);
END $$;

-- Whether everything a reorganisation names is there on its day, or is new, with a number not far ahead of the others (no number is left for others
-- otherwise); and nobody signs in as somebody else did.
CREATE FUNCTION kessai.judge_names(b jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  day text := b ->> 'from';
BEGIN
  IF EXISTS (
       SELECT FROM jsonb_array_elements(b #> '{put,sections}') x, LATERAL (SELECT (x ->> 'id')::bigint) i (id)
        WHERE id NOT BETWEEN (SELECT max(s.section_id) FROM kessai.section s) + 1 AND (SELECT max(s.section_id) FROM kessai.section s) + 100000
          AND NOT EXISTS (SELECT FROM kessai.section s WHERE s.section_id = id AND s.removed_in IS NULL AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day))
       UNION ALL
       SELECT FROM jsonb_array_elements(b #> '{put,posts}') x, LATERAL (SELECT (x ->> 'id')::bigint) i (id)
        WHERE id NOT BETWEEN (SELECT max(p.post_id) FROM kessai.post p) + 1 AND (SELECT max(p.post_id) FROM kessai.post p) + 100000
          AND NOT EXISTS (SELECT FROM kessai.post p WHERE p.post_id = id AND p.removed_in IS NULL AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day))
       UNION ALL
       SELECT FROM jsonb_array_elements(b #> '{put,staff}') x, LATERAL (SELECT (x ->> 'id')::bigint) i (id)
        WHERE id NOT BETWEEN (SELECT max(f.staff_id) FROM kessai.staff f) + 1 AND (SELECT max(f.staff_id) FROM kessai.staff f) + 100000
          AND NOT EXISTS (SELECT FROM kessai.staff f WHERE f.staff_id = id AND f.removed_in IS NULL AND f.valid_from <= day AND (f.valid_until IS NULL OR f.valid_until >= day))
       UNION ALL
       SELECT FROM jsonb_array_elements_text(b #> '{end,sections}') v
        WHERE NOT EXISTS (SELECT FROM kessai.section s WHERE s.section_id = v::bigint AND s.removed_in IS NULL AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day))
       UNION ALL
       SELECT FROM jsonb_array_elements_text(b #> '{end,posts}') v
        WHERE NOT EXISTS (SELECT FROM kessai.post p WHERE p.post_id = v::bigint AND p.removed_in IS NULL AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day))
       UNION ALL
       SELECT FROM jsonb_array_elements_text(b #> '{end,staff}') v
        WHERE NOT EXISTS (SELECT FROM kessai.staff f WHERE f.staff_id = v::bigint AND f.removed_in IS NULL AND f.valid_from <= day AND (f.valid_until IS NULL OR f.valid_until >= day))) THEN
    PERFORM kessai.fault('Invalid', 'something is named that is not there on that day');
  ELSIF EXISTS (SELECT FROM jsonb_array_elements(b #> '{put,staff}') x JOIN kessai.staff f
                    ON (f.staff_id = (x ->> 'id')::bigint AND f.removed_in IS NULL AND f.login <> x ->> 'login')
                    OR (f.staff_id <> (x ->> 'id')::bigint AND f.login = x ->> 'login')) THEN
    PERFORM kessai.fault('Invalid', 'what somebody signs in as stays theirs');
  END IF;
END $$;

-- Makes all that waits for its day, one after the other, looks whether it makes sense, and takes it back again.
CREATE FUNCTION kessai.judge_reorganisations() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  trial bigint := (SELECT max(r.revision) FROM kessai.office_revision r);
  change record;
  faults text[];
BEGIN
  FOR change IN
    SELECT x.valid_from AS day, x.body::jsonb AS b FROM kessai.reorganisation x WHERE x.ended_in IS NULL ORDER BY x.valid_from, x.revision
  LOOP
    PERFORM kessai.judge_names(change.b);
    faults := kessai.organisation_faults(change.day);
    PERFORM kessai.apply_reorganisation(change.b, trial);
    IF NOT kessai.organisation_faults(change.day) <@ faults THEN
      PERFORM kessai.fault('Invalid', 'the office would make no sense on that day');
    ELSIF EXISTS (
      SELECT FROM jsonb_array_elements(change.b #> '{put,successions}') x
       WHERE EXISTS (SELECT FROM kessai.post p WHERE p.post_id = (x ->> 'post')::bigint AND p.removed_in IS NULL
                        AND p.valid_from <= change.day AND (p.valid_until IS NULL OR p.valid_until >= change.day))
          OR NOT EXISTS (SELECT FROM kessai.post p WHERE p.post_id = (x ->> 'successor')::bigint AND p.removed_in IS NULL
                            AND p.valid_from <= change.day AND (p.valid_until IS NULL OR p.valid_until >= change.day))) THEN
      PERFORM kessai.fault('Invalid', 'work goes from a post that ends to one that is there');
    END IF;
  END LOOP;
  RAISE EXCEPTION USING ERRCODE = 'KD009';
EXCEPTION WHEN SQLSTATE 'KD009' THEN
  RETURN;
END $$;

-- By what somebody may act or look on a day, each by a name of its own: posts, their own and those of whoever they are or will be a deputy of, where
-- these lie and what roles they have; sections they see and the posts in them; whose place they take; whether no other administrator is there.
-- core/office/powers.cpp says the same.
CREATE FUNCTION kessai.powers_on(me bigint, day text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  held bigint[] := kessai.posts_held(me || ARRAY(
    SELECT d.principal_id FROM kessai.deputyship d
     WHERE d.deputy_id = me AND d.removed_in IS NULL AND (d.valid_until IS NULL OR d.valid_until >= day)), day);
  seen bigint[] := ARRAY(
    SELECT s.section_id FROM kessai.section s
     WHERE s.removed_in IS NULL AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day)
       AND kessai.sees_section(me, s.section_id, day));
BEGIN
  RETURN ARRAY(
    SELECT concat_ws(' ', 'post', -h) FROM unnest(held) h
    UNION ALL SELECT concat_ws(' ', 'place', p.post_id, p.section_id, p.head, p.code) FROM kessai.post p
     WHERE -p.post_id = ANY (held) AND p.removed_in IS NULL AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
    UNION ALL SELECT concat_ws(' ', 'holding', a.post_id, a.holding) FROM kessai.appointment a
     WHERE a.staff_id = me AND a.removed_in IS NULL AND a.valid_from <= day AND (a.valid_until IS NULL OR a.valid_until >= day)
    UNION ALL SELECT concat_ws(' ', 'role', r.post_id, r.role) FROM kessai.role_holder r
     WHERE -r.post_id = ANY (held) AND r.removed_in IS NULL AND r.valid_from <= day AND (r.valid_until IS NULL OR r.valid_until >= day)
    UNION ALL SELECT concat_ws(' ', 'sees', s) FROM unnest(seen) s
    UNION ALL SELECT concat_ws(' ', 'among', p.post_id) FROM kessai.post p
     WHERE p.section_id = ANY (seen) AND p.removed_in IS NULL AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
    UNION ALL SELECT 'budget' WHERE EXISTS (
      SELECT FROM kessai.role_holder r JOIN kessai.post p ON p.post_id = r.post_id AND p.removed_in IS NULL AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
       WHERE r.role IN ('finance', 'accounting') AND r.removed_in IS NULL AND r.valid_from <= day AND (r.valid_until IS NULL OR r.valid_until >= day)
         AND EXISTS (SELECT FROM kessai.appointment a
                      WHERE a.staff_id = me AND a.removed_in IS NULL AND a.valid_from <= day AND (a.valid_until IS NULL OR a.valid_until >= day)
                        AND kessai.whole_section(a.post_id, day) IN (SELECT l.section_id FROM kessai.section_line(p.section_id, day) l)))
    UNION ALL SELECT concat_ws(' ', 'stands in', i.decider_id) FROM kessai.stand_in i
     WHERE kessai.decider_away(i, day) AND CASE WHEN i.post_id IS NOT NULL THEN kessai.holds_post(me, i.post_id, day) ELSE EXISTS (
       SELECT FROM kessai.post p JOIN kessai.section s ON s.section_id = p.section_id AND s.level = i.level AND s.removed_in IS NULL AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day)
        WHERE p.head = 1 AND p.removed_in IS NULL AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day) AND kessai.holds_post(me, p.post_id, day)) END
    UNION ALL SELECT 'alone' WHERE NOT EXISTS (
      SELECT FROM kessai.special_right r
       WHERE r.right_name = 'administrator' AND r.staff_id <> me AND r.valid_from <= day AND (r.valid_until IS NULL OR r.valid_until >= day)
         AND kessai.on_staff(r.staff_id, day)));
END $$;

-- The same on every day on which something waits to be in force, with all of it but one, each with its day before it; nothing is left of the trial.
CREATE FUNCTION kessai.powers_to_come(me bigint, but bigint) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
  trial bigint := (SELECT max(r.revision) FROM kessai.office_revision r);
  powers text[] := '{}';
  day text;
  change jsonb;
BEGIN
  FOR day IN SELECT DISTINCT x.valid_from FROM kessai.reorganisation x WHERE x.ended_in IS NULL ORDER BY x.valid_from LOOP
    FOR change IN
      SELECT x.body::jsonb FROM kessai.reorganisation x
       WHERE x.ended_in IS NULL AND x.valid_from = day AND x.revision IS DISTINCT FROM but ORDER BY x.revision
    LOOP
      PERFORM kessai.apply_reorganisation(change, trial);
    END LOOP;
    powers := powers || ARRAY(SELECT day || ' ' || p FROM unnest(kessai.powers_on(me, day)) p);
  END LOOP;
  RAISE EXCEPTION USING ERRCODE = 'KD009';
EXCEPTION WHEN SQLSTATE 'KD009' THEN
  RETURN powers;
END $$;

-- Whether somebody would gain anything by one of the reorganisations that wait; somebody else has to make that one. That they see what it makes new
-- within their own part is no gain.
CREATE FUNCTION kessai.serves_oneself(me bigint, number bigint) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  before text[] := kessai.powers_to_come(me, number);
BEGIN
  RETURN EXISTS (
    SELECT FROM unnest(kessai.powers_to_come(me, NULL)) p
     WHERE p <> ALL (before) AND NOT EXISTS (
       SELECT FROM kessai.reorganisation o,
              LATERAL (SELECT 'sees ' || (x ->> 'id') FROM jsonb_array_elements(o.body::jsonb #> '{put,sections}') x
                        WHERE NOT EXISTS (SELECT FROM kessai.section s WHERE s.section_id = (x ->> 'id')::bigint)
                       UNION ALL
                       SELECT 'among ' || (x ->> 'id') FROM jsonb_array_elements(o.body::jsonb #> '{put,posts}') x
                        WHERE NOT EXISTS (SELECT FROM kessai.post s WHERE s.post_id = (x ->> 'id')::bigint)) made (what)
        WHERE o.revision = number AND substr(p, 12) = made.what));
END $$;

-- The newest revision in which anything a reorganisation may change was changed.
CREATE FUNCTION kessai.organised_in() RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT max(greatest(x.added_in, x.removed_in)) FROM (
    SELECT s.added_in, s.removed_in FROM kessai.section s UNION ALL SELECT p.added_in, p.removed_in FROM kessai.post p
    UNION ALL SELECT f.added_in, f.removed_in FROM kessai.staff f UNION ALL SELECT a.added_in, a.removed_in FROM kessai.appointment a
    UNION ALL SELECT r.added_in, r.removed_in FROM kessai.role_holder r UNION ALL SELECT n.added_in, n.removed_in FROM kessai.succession n
    UNION ALL SELECT o.revision, o.ended_in FROM kessai.reorganisation o) x);
END $$;

-- p_body: what the office is from a day on, today at the earliest; p_seen_revision: the revision of the office it was written upon.
CREATE FUNCTION kessai.reorganise(p_body text, p_reason text, p_seen_revision bigint)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  day text := kessai.today();
  b jsonb;
  added bigint;
BEGIN
  IF NOT kessai.is_administrator(me, day) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to register');
  END IF;
  PERFORM kessai.check_length(p_body, 1000000, 'the reorganisation');
  b := p_body::jsonb;
  IF coalesce(p_reason !~ '[^[:space:]]', true) THEN
    PERFORM kessai.refuse('ReasonMissing', 'an office is changed for a reason');
  ELSIF NOT kessai.is_line(p_reason, 200) THEN
    PERFORM kessai.fault('Invalid', 'a reason is one line');
  ELSIF NOT coalesce(kessai.is_reorganisation(b), false) OR NOT EXISTS (SELECT FROM kessai.reorganisation_keys(b)) THEN
    PERFORM kessai.fault('Invalid', 'that is no reorganisation');
  END IF;
  PERFORM kessai.check_day(b ->> 'from', false);
  IF b ->> 'from' < day THEN
    PERFORM kessai.refuse('PeriodInvalid', 'no change reaches back before today');
  END IF;
  added := kessai.next_revision(CASE WHEN b ->> 'from' = day THEN p_reason ELSE 'reorganisation prepared' END); -- first: what is checked below is as the one before left it
  IF coalesce(p_seen_revision < kessai.organised_in(), true) THEN
    PERFORM kessai.refuse('Stale', 'somebody else changed the office since');
  ELSIF (SELECT count(*) <> count(DISTINCT k.key) FROM kessai.reorganisation_keys(b) k) THEN
    PERFORM kessai.fault('Invalid', 'the same is written down twice');
  ELSIF EXISTS (SELECT FROM kessai.reorganisation o, LATERAL kessai.reorganisation_keys(o.body::jsonb) k
                 WHERE o.ended_in IS NULL AND k.key IN (SELECT n.key FROM kessai.reorganisation_keys(b) n)) THEN
    PERFORM kessai.fault('AlreadyExists', 'it changes what is prepared already');
  END IF;
  INSERT INTO kessai.reorganisation (revision, valid_from, body, reason, made_by, made_at)
  SELECT added, b ->> 'from', b::text, p_reason, r.made_by, r.made_at FROM kessai.office_revision r WHERE r.revision = added;
  PERFORM kessai.judge_reorganisations();
  IF kessai.serves_oneself(me, added) THEN
    PERFORM kessai.refuse('SelfAppointed', 'nobody gives themselves a post');
  END IF;
  IF b ->> 'from' = day THEN
    PERFORM kessai.apply_reorganisation(b, added);
    UPDATE kessai.reorganisation SET ended_in = added WHERE revision = added;
  END IF;
END $$;

-- A reorganisation that waits for its day waits no more.
CREATE FUNCTION kessai.take_back_reorganisation(p_number bigint, p_seen_revision bigint)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  added bigint;
BEGIN
  IF NOT kessai.is_administrator(me, kessai.today()) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to register');
  END IF;
  added := kessai.next_revision('reorganisation taken back');
  IF coalesce(p_seen_revision < kessai.organised_in(), true) THEN
    PERFORM kessai.refuse('Stale', 'somebody else changed the office since');
  END IF;
  IF EXISTS (SELECT FROM kessai.reorganisation o WHERE o.revision = p_number AND o.ended_in IS NULL AND o.made_by <> session_user)
     AND NOT kessai.powers_to_come(me, p_number) <@ kessai.powers_to_come(me, NULL) THEN
    PERFORM kessai.refuse('SelfAppointed', 'nobody takes back what they would lose by');
  END IF;
  UPDATE kessai.reorganisation SET ended_in = added, taken_back = 1
   WHERE revision = p_number AND ended_in IS NULL AND valid_from > kessai.today();
  IF NOT FOUND THEN
    PERFORM kessai.fault('NotFound', 'nothing of this number waits for its day');
  END IF;
  PERFORM kessai.judge_reorganisations();
END $$;

-- Puts in force what has reached its day; whoever comes first does so for everybody. Whoever acts waits for who is about to change the office; who only
-- looks does not, or one session would stop everybody. What cannot be put in force ends, and the revision says so: the office goes on.
CREATE FUNCTION kessai.come_to_today(patient boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  change record;
  added bigint;
BEGIN
  IF pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' OR current_setting('transaction_isolation') <> 'read committed'
     OR NOT EXISTS (SELECT FROM kessai.reorganisation x WHERE x.ended_in IS NULL AND x.valid_from <= kessai.today()) THEN
    RETURN;
  END IF;
  IF patient THEN
    PERFORM FROM kessai.office_revision WHERE revision = (SELECT min(revision) FROM kessai.office_revision) FOR NO KEY UPDATE;
  ELSE
    PERFORM FROM kessai.office_revision WHERE revision = (SELECT min(revision) FROM kessai.office_revision) FOR NO KEY UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
      RETURN;
    END IF;
  END IF;
  FOR change IN
    SELECT x.revision, x.body, x.reason, x.made_by FROM kessai.reorganisation x
     WHERE x.ended_in IS NULL AND x.valid_from <= kessai.today() ORDER BY x.valid_from, x.revision
  LOOP
    BEGIN
      INSERT INTO kessai.office_revision (revision, made_at, made_by, reason)
      SELECT max(r.revision) + 1, greatest(kessai.now_us(), max(r.made_at)), change.made_by, change.reason FROM kessai.office_revision r
      RETURNING office_revision.revision INTO added;
      PERFORM kessai.apply_reorganisation(change.body::jsonb, added);
      UPDATE kessai.reorganisation SET ended_in = added WHERE revision = change.revision;
    EXCEPTION
      WHEN transaction_rollback OR insufficient_resources OR object_not_in_prerequisite_state OR operator_intervention OR system_error THEN
        RAISE; -- of the moment, and nothing about the change
      WHEN OTHERS THEN
        INSERT INTO kessai.office_revision (revision, made_at, made_by, reason)
        SELECT max(r.revision) + 1, greatest(kessai.now_us(), max(r.made_at)), change.made_by, 'reorganisation could not be put in force'
          FROM kessai.office_revision r
        RETURNING office_revision.revision INTO added;
        UPDATE kessai.reorganisation SET ended_in = added, taken_back = 2 WHERE revision = change.revision;
    END;
  END LOOP;
END $$;

CREATE FUNCTION kessai.reach_day()
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.come_to_today(false);
END $$;

-- What waits for its day; for administrators and those who look after personnel.
CREATE FUNCTION kessai.prepared_changes()
RETURNS TABLE (revision bigint, body text, reason text, made_by text, made_at bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
BEGIN
  IF NOT coalesce(kessai.is_administrator(me, kessai.today()) OR kessai.holds_role(me, 'personnel', kessai.today()), false) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to know yet');
  END IF;
  RETURN QUERY SELECT x.revision, x.body, x.reason, x.made_by, x.made_at FROM kessai.reorganisation x
                WHERE x.ended_in IS NULL ORDER BY x.valid_from, x.revision;
END $$;

-- For whom how many cases wait, a post by the negative of its number; and nothing of the cases.
CREATE FUNCTION kessai.waiting_counts() RETURNS TABLE (party bigint, cases bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  IF NOT coalesce(kessai.is_administrator(kessai.my_staff_id(), kessai.today()), false) THEN
    PERFORM kessai.fault('AccessDenied', 'this is not theirs to ask');
  END IF;
  RETURN QUERY
    SELECT a.party, count(DISTINCT a.case_id)
      FROM kessai.assignment a
      JOIN kessai.case_file c ON c.case_id = a.case_id AND c.round = a.round
      JOIN kessai.step s ON s.case_id = a.case_id AND s.round = a.round AND s.step_no = a.step_no
     WHERE a.state = 1 AND s.kind <> 4 GROUP BY a.party ORDER BY a.party;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.reorganise(text, text, bigint)', 'kessai.take_back_reorganisation(bigint, bigint)', 'kessai.reach_day()',
  'kessai.prepared_changes()', 'kessai.waiting_counts()');

-- oldest client: 1
-- Lists: who reads is asked once, not for every row of every table by its policy, which took several times as long (opening a case:
-- migration 0031). The rows are those of the queries of cases.sql, which stay what SQLite and whoever owns the database read by.

-- The newest of somebody's own cases among all they may read.
CREATE INDEX case_own ON kessai.case_file (drafter_id, case_id);

-- A case as lists show it; whether the caller may read it was asked before. Staff reach this through the doors below alone.
CREATE VIEW kessai.listed_case WITH (security_invoker = true) AS
SELECT c.case_id, CASE WHEN c.seq > 0 THEN c.number ELSE '' END AS number, c.form, c.title, c.drafter_id, c.drafter_name,
       c.drafter_section, c.amount, c.state, c.seq, c.urgent, c.attachments, c.submitted_at, c.changed_at, c.now_with, c.important,
       (SELECT x.number FROM kessai.cancellation x
         WHERE x.cancelled_id = c.case_id AND x.decided = 1 AND x.part_from IS NULL) AS cancelled_by,
       CASE WHEN EXISTS (SELECT FROM kessai.cancellation x WHERE x.case_id = c.case_id) THEN 1 ELSE 0 END AS cancels, c.filer_id
  FROM kessai.case_file c;

-- Where a round waits, in one text: since when, the kind of the step, and for whom.
CREATE VIEW kessai.round_waits WITH (security_invoker = true) AS
SELECT k.case_id, k.round,
       min(a.arrived_at) || ' ' || min(k.kind) || ' ' || string_agg(a.party::text, ' ' ORDER BY a.step_no, a.no) AS waits
  FROM kessai.step k
  JOIN kessai.assignment a ON a.case_id = k.case_id AND a.round = k.round AND a.step_no = k.step_no
 WHERE k.kind <> 4 AND a.state = 1
 GROUP BY k.case_id, k.round;

-- A row of a list: the columns of listed_case, and what only some lists say.
CREATE TYPE kessai.list_row AS (
  case_id bigint, number text, form text, title text, drafter_id bigint, drafter_name text, drafter_section text, amount bigint,
  state integer, seq integer, urgent integer, attachments integer, submitted_at bigint, changed_at bigint, now_with text,
  important integer, cancelled_by text, cancels integer, filer_id bigint,
  arrived_at bigint, kind integer, place bigint, total bigint, waits text, afterwards integer, reminded_at bigint);

-- More than any instant, and less than twice that: what is subtracted from it sorts the other way round, above all instants.
CREATE FUNCTION kessai.oldest_first() RETURNS bigint LANGUAGE sql IMMUTABLE RETURN 8000000000000000;

-- Whether a list narrowed to some forms (',overtime,leave,', empty = all) and words shows a case.
CREATE FUNCTION kessai.shows(c kessai.case_file, forms text, patterns text[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (forms = '' OR strpos(forms, ',' || c.form || ',') > 0)
     AND (patterns = '{}' OR EXISTS (
            SELECT FROM kessai.case_text t
             WHERE t.case_id = c.case_id AND t.revision = greatest(c.revision, 1) AND t.text LIKE ALL (patterns)));
END $$;

-- What waits for me. `p_late` says before when something waits too long, by the kind of its step.
CREATE FUNCTION kessai.list_tray(p_words text, p_forms text, p_late_first integer, p_late bigint[], p_sort bigint, p_before bigint,
                                 p_limit integer) RETURNS SETOF kessai.list_row
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  patterns text[] := kessai.page_patterns(p_words, p_forms, p_before, p_limit);
  narrowed boolean := p_forms <> '' OR patterns <> '{}';
BEGIN
  IF me IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY
  SELECT r.*, t.arrived_at, t.kind, t.place, t.total,
         CASE WHEN r.state = 1 THEN (SELECT w.waits FROM kessai.round_waits w WHERE w.case_id = t.case_id AND w.round = t.round) END,
         t.afterwards,
         (SELECT max(e.at) FROM kessai.event e WHERE e.case_id = t.case_id AND e.code = 'reminded' AND e.at >= t.arrived_at)
    FROM (SELECT p.*, count(*) OVER () AS total
            FROM (SELECT a.case_id, c.round, a.arrived_at, k.kind, a.afterwards,
                         CASE WHEN p_late_first = 0 OR a.afterwards = 1 THEN a.arrived_at
                              WHEN a.arrived_at < p_late[coalesce(k.kind, 4) + 1] THEN 2 * kessai.oldest_first() - a.arrived_at
                              ELSE kessai.oldest_first() - a.arrived_at END AS place
                    FROM (SELECT w.case_id, max(w.arrived_at) AS arrived_at, min(w.step_no) AS step_no,
                                 min(CASE WHEN w.state = 8 THEN 1 ELSE 0 END) AS afterwards
                            FROM kessai.my_waiting() w GROUP BY w.case_id) a
                    JOIN kessai.case_file c ON c.case_id = a.case_id
                    LEFT JOIN kessai.step k ON k.case_id = c.case_id AND k.round = c.round AND k.step_no = a.step_no
                   WHERE c.drafter_id <> me AND (c.filer_id IS DISTINCT FROM me OR k.kind = 4)
                     AND (NOT narrowed OR kessai.shows(c, p_forms, patterns))) p
           WHERE (p.place, p.case_id) < (p_sort, p_before)
           ORDER BY p.place DESC, p.case_id DESC LIMIT p_limit) t
    JOIN kessai.listed_case r ON r.case_id = t.case_id
   ORDER BY t.place DESC, t.case_id DESC;
END $$;

-- What I drafted or filed for a colleague, between two states.
CREATE FUNCTION kessai.list_mine(p_words text, p_forms text, p_low integer, p_high integer, p_sort bigint, p_before bigint,
                                 p_limit integer) RETURNS SETOF kessai.list_row
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  patterns text[] := kessai.page_patterns(p_words, p_forms, p_before, p_limit);
  narrowed boolean := p_forms <> '' OR patterns <> '{}';
BEGIN
  RETURN QUERY
  SELECT r.*, NULL::bigint, NULL::integer, m.changed_at, NULL::bigint,
         CASE WHEN r.state = 1 THEN (SELECT w.waits FROM kessai.round_waits w WHERE w.case_id = m.case_id AND w.round = m.round) END,
         NULL::integer, NULL::bigint
    FROM (SELECT found.*
            FROM ((SELECT c.case_id, c.round, c.changed_at FROM kessai.case_file c
                    WHERE c.drafter_id = me AND c.state BETWEEN p_low AND p_high AND (c.changed_at, c.case_id) < (p_sort, p_before)
                      AND (NOT narrowed OR kessai.shows(c, p_forms, patterns))
                    ORDER BY c.changed_at DESC, c.case_id DESC LIMIT p_limit)
                  UNION ALL
                  (SELECT c.case_id, c.round, c.changed_at FROM kessai.case_file c
                    WHERE c.filer_id = me AND c.state BETWEEN p_low AND p_high AND (c.changed_at, c.case_id) < (p_sort, p_before)
                      AND (NOT narrowed OR kessai.shows(c, p_forms, patterns))
                    ORDER BY c.changed_at DESC, c.case_id DESC LIMIT p_limit)) found
           ORDER BY found.changed_at DESC, found.case_id DESC LIMIT p_limit) m
    JOIN kessai.listed_case r ON r.case_id = m.case_id
   ORDER BY m.changed_at DESC, m.case_id DESC;
END $$;

-- What came back to me, what lies there since before an instant first.
CREATE FUNCTION kessai.list_returned(p_words text, p_forms text, p_late bigint, p_sort bigint, p_before bigint, p_limit integer)
RETURNS SETOF kessai.list_row LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  patterns text[] := kessai.page_patterns(p_words, p_forms, p_before, p_limit);
  narrowed boolean := p_forms <> '' OR patterns <> '{}';
BEGIN
  RETURN QUERY
  SELECT r.*, NULL::bigint, NULL::integer, t.place, t.total, NULL::text, NULL::integer, NULL::bigint
    FROM (SELECT p.*, count(*) OVER () AS total
            FROM (SELECT c.case_id,
                         CASE WHEN c.changed_at < p_late THEN kessai.oldest_first() - c.changed_at ELSE c.changed_at END AS place
                    FROM kessai.case_file c
                   WHERE c.drafter_id = me AND c.state < 4 AND c.state IN (2, 3)
                     AND (NOT narrowed OR kessai.shows(c, p_forms, patterns))) p
           WHERE (p.place, p.case_id) < (p_sort, p_before)
           ORDER BY p.place DESC, p.case_id DESC LIMIT p_limit) t
    JOIN kessai.listed_case r ON r.case_id = t.case_id
   ORDER BY t.place DESC, t.case_id DESC;
END $$;

-- What waits too long with somebody in the sections I head, or was drafted there, of what I may read, the oldest first.
CREATE FUNCTION kessai.list_late(p_words text, p_forms text, p_late bigint[], p_sort bigint, p_before bigint, p_limit integer)
RETURNS SETOF kessai.list_row LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  day text := kessai.today();
  patterns text[] := kessai.page_patterns(p_words, p_forms, p_before, p_limit);
  narrowed boolean := p_forms <> '' OR patterns <> '{}';
  everything boolean := kessai.am_auditor();
  sight bigint[] := kessai.my_sight();
  pairs text[] := kessai.my_stand_ins_beside();
  limited text[] := kessai.my_limited_parties();
  seats bigint[];
  members bigint[];
BEGIN
  IF me IS NULL THEN
    RETURN;
  END IF;
  seats := ARRAY(
    WITH RECURSIVE led (section_id) AS (
      SELECT p.section_id FROM kessai.appointment h JOIN kessai.post p ON p.post_id = h.post_id
       WHERE h.staff_id = me AND p.head = 1 AND p.removed_in IS NULL AND h.removed_in IS NULL
         AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
         AND h.valid_from <= day AND (h.valid_until IS NULL OR h.valid_until >= day)
      UNION
      SELECT s.section_id FROM led JOIN kessai.section s ON s.parent_id = led.section_id
       WHERE s.removed_in IS NULL AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day))
    SELECT p.post_id FROM led JOIN kessai.post p ON p.section_id = led.section_id
     WHERE p.removed_in IS NULL AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day));
  members := ARRAY(
    SELECT DISTINCT h.staff_id FROM kessai.appointment h
     WHERE h.post_id = ANY (seats) AND h.removed_in IS NULL
       AND h.valid_from <= day AND (h.valid_until IS NULL OR h.valid_until >= day));
  RETURN QUERY
  SELECT r.*, NULL::bigint, NULL::integer, t.place, t.total,
         (SELECT w.waits FROM kessai.round_waits w WHERE w.case_id = t.case_id AND w.round = t.round), NULL::integer, NULL::bigint
    FROM (SELECT p.*, count(*) OVER () AS total
            FROM (SELECT l.case_id, l.round, kessai.oldest_first() - l.arrived_at AS place
                    FROM (SELECT n.case_id, c.round, min(a.arrived_at) AS arrived_at
                            FROM (SELECT a.case_id FROM kessai.assignment a
                                   WHERE a.state IN (1, 8) AND a.state = 1 AND a.party = ANY (members || ARRAY(SELECT -s FROM unnest(seats) s))
                                  UNION
                                  SELECT f.case_id FROM kessai.case_file f
                                   WHERE f.state < 4 AND f.state = 1 AND f.drafter_id = ANY (members)) n
                            JOIN kessai.case_file c ON c.case_id = n.case_id AND c.state = 1
                            JOIN kessai.step k ON k.case_id = c.case_id AND k.round = c.round AND k.kind <> 4
                            JOIN kessai.assignment a ON a.case_id = k.case_id AND a.round = k.round AND a.step_no = k.step_no
                           WHERE a.state = 1 AND a.arrived_at < p_late[k.kind + 1]
                           GROUP BY n.case_id, c.round) l) p
            JOIN kessai.case_file c ON c.case_id = p.case_id
           WHERE (NOT narrowed OR kessai.shows(c, p_forms, patterns))
             AND (everything OR c.drafter_id = me
                  OR (SELECT true FROM kessai.case_access x WHERE x.case_id = c.case_id AND x.party = ANY (sight) LIMIT 1)
                  OR (SELECT true FROM kessai.case_access x
                       WHERE x.case_id = c.case_id AND (kessai.is_beside(pairs, x.party, c.drafter_id, c.filer_id)
                                                        OR kessai.is_limited_to(limited, x.party, c.form, c.amount)) LIMIT 1))
             AND (p.place, p.case_id) < (p_sort, p_before)
           ORDER BY p.place DESC, p.case_id DESC LIMIT p_limit) t
    JOIN kessai.listed_case r ON r.case_id = t.case_id
   ORDER BY t.place DESC, t.case_id DESC;
END $$;

-- What I may read of what was submitted, between two states, newest case first. Each party's cases come out of the index in the right
-- order, so that a page costs a page even of somebody who reads 100,000.
CREATE FUNCTION kessai.list_readable(p_words text, p_forms text, p_low integer, p_high integer, p_before bigint, p_limit integer)
RETURNS SETOF kessai.list_row LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  pairs text[];
  limited text[];
  found bigint[];
BEGIN
  PERFORM kessai.page_patterns(p_words, p_forms, p_before, p_limit);
  IF me IS NULL THEN
    RETURN;
  ELSIF p_words <> '' THEN
    found := ARRAY(SELECT kessai.find_cases(p_words, p_forms, p_low, p_high, p_before, p_limit));
  ELSIF kessai.am_auditor() THEN
    found := ARRAY(
      SELECT c.case_id FROM kessai.case_file c
       WHERE c.seq > 0 AND c.case_id < p_before AND c.state BETWEEN p_low AND p_high
         AND (p_forms = '' OR strpos(p_forms, ',' || c.form || ',') > 0)
       ORDER BY c.case_id DESC LIMIT p_limit);
  ELSE
    pairs := kessai.my_stand_ins_beside();
    limited := kessai.my_limited_parties();
    found := ARRAY(
      SELECT r.case_id
        FROM (SELECT a.case_id
                FROM unnest(kessai.my_sight()) AS mine (party)
                CROSS JOIN LATERAL (
                  SELECT x.case_id FROM kessai.case_access x JOIN kessai.case_file c ON c.case_id = x.case_id
                   WHERE x.party = mine.party AND x.case_id < p_before AND c.state BETWEEN p_low AND p_high
                     AND (p_forms = '' OR strpos(p_forms, ',' || c.form || ',') > 0)
                   ORDER BY x.case_id DESC LIMIT p_limit) a
              UNION
              (SELECT c.case_id FROM kessai.case_file c
                WHERE c.drafter_id = me AND c.case_id < p_before AND c.state BETWEEN p_low AND p_high
                  AND (p_forms = '' OR strpos(p_forms, ',' || c.form || ',') > 0)
                ORDER BY c.case_id DESC LIMIT p_limit)
              UNION
              (SELECT x.case_id FROM kessai.case_access x JOIN kessai.case_file c ON c.case_id = x.case_id
                WHERE x.party = ANY (ARRAY(SELECT split_part(split_part(b.entry, '/', 1), '|', 1)::bigint
                                             FROM unnest(pairs || limited) b (entry)))
                  AND (kessai.is_beside(pairs, x.party, c.drafter_id, c.filer_id)
                       OR kessai.is_limited_to(limited, x.party, c.form, c.amount))
                  AND x.case_id < p_before AND c.state BETWEEN p_low AND p_high
                  AND (p_forms = '' OR strpos(p_forms, ',' || c.form || ',') > 0)
                ORDER BY x.case_id DESC LIMIT p_limit)) r
       ORDER BY r.case_id DESC LIMIT p_limit);
  END IF;
  RETURN QUERY
  SELECT r.*, NULL::bigint, NULL::integer, NULL::bigint, NULL::bigint, NULL::text, NULL::integer, NULL::bigint
    FROM kessai.listed_case r WHERE r.case_id = ANY (found) AND r.seq > 0 ORDER BY r.case_id DESC;
END $$;

-- One plan for all values, by indexes, as for the notary (migration 0009).
CALL kessai.plan_once('kessai.list_tray(text, text, integer, bigint[], bigint, bigint, integer)');
CALL kessai.plan_once('kessai.list_mine(text, text, integer, integer, bigint, bigint, integer)');
CALL kessai.plan_once('kessai.list_returned(text, text, bigint, bigint, bigint, integer)');
CALL kessai.plan_once('kessai.list_late(text, text, bigint[], bigint, bigint, integer)');
CALL kessai.plan_once('kessai.list_readable(text, text, integer, integer, bigint, integer)');

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.list_tray(text, text, integer, bigint[], bigint, bigint, integer)',
  'kessai.list_mine(text, text, integer, integer, bigint, bigint, integer)',
  'kessai.list_returned(text, text, bigint, bigint, bigint, integer)',
  'kessai.list_late(text, text, bigint[], bigint, bigint, integer)',
  'kessai.list_readable(text, text, integer, integer, bigint, integer)');

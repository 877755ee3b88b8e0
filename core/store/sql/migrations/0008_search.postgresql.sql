-- oldest client: 1
-- Searching twenty years of cases for any part of a word (database.md 1.4): an index of pairs of characters, which no policy slows
-- down because a function asks it, and which tells nobody of a case they may not read.

-- The pairs of neighbouring characters in a folded text, and its single characters for words of one. What two texts share by
-- accident is sorted out by looking at the text. In plpgsql, whose plans last, and without DISTINCT, which the index sees to:
-- this runs at every save.
CREATE FUNCTION kessai.grams(folded text) RETURNS integer[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  c text[] := string_to_array(folded, NULL);
BEGIN
  RETURN ARRAY(
    SELECT ((ascii(pair.a) & 65535) << 16) | (ascii(pair.b) & 65535) FROM unnest(c, c[2:]) AS pair (a, b) WHERE pair.b IS NOT NULL
    UNION ALL
    SELECT ascii(a) & 65535 FROM unnest(c) a);
END $$;
CREATE INDEX case_text_grams ON kessai.case_text USING gin (kessai.grams(text));

-- The text of a correction in the making is the drafter's alone, like its content.
ALTER TABLE kessai.case_text ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON kessai.case_text FOR SELECT USING (
  (SELECT case_text.revision <= c.revision OR c.drafter_id = (SELECT kessai.my_staff_id())
     FROM kessai.case_file c WHERE c.case_id = case_text.case_id LIMIT 1));

DO $$
BEGIN
  EXECUTE format('GRANT SELECT ON kessai.case_text TO %I', kessai.staff_group());
END $$;

-- Saving a draft ----------------------------------------------------------------------------------------------------------
-- What a client sends as search text are lines: the folded title, the drafter's name, and the fields one after the other. The first
-- two are what lists of older clients look at.

ALTER FUNCTION kessai.save_draft(bigint, integer, text, integer, text, bigint, integer, text, text, text) RENAME TO store_draft;
ALTER FUNCTION kessai.store_draft(bigint, integer, text, integer, text, bigint, integer, text, text, text) SECURITY INVOKER RESET ALL;

CREATE FUNCTION kessai.save_draft(p_case bigint, p_revision integer, p_form text, p_form_revision integer, p_title text,
                                  p_amount bigint, p_urgent integer, p_fields text, p_search text, p_files text,
                                  p_salt text DEFAULT '', p_confidential text DEFAULT '')
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  saved bigint;
BEGIN
  PERFORM kessai.check_length(p_search, 400000, 'the search text');
  saved := kessai.store_draft(p_case, p_revision, p_form, p_form_revision, p_title, p_amount, p_urgent, p_fields,
             split_part(p_search, E'\n', 1) || E'\n' || split_part(p_search, E'\n', 2), p_files);
  INSERT INTO kessai.case_text (case_id, revision, fold, text)
  SELECT saved, p_revision, 1, lower(c.number) || E'\n' || p_search FROM kessai.case_file c WHERE c.case_id = saved
  ON CONFLICT (case_id, revision) DO UPDATE SET fold = excluded.fold, text = excluded.text
   WHERE case_text.text <> excluded.text OR case_text.fold <> excluded.fold;
  PERFORM kessai.put_confidential(saved, p_revision, p_salt, p_confidential);
  RETURN saved;
END $$;

-- Finding -----------------------------------------------------------------------------------------------------------------

-- The newest cases older than p_before that somebody may read, newest first. Each party's cases come out of the index in order.
CREATE FUNCTION kessai.newest_readable(me bigint, parties bigint[], besides bigint[], everything boolean, p_before bigint, p_limit integer)
RETURNS bigint[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF everything THEN
    RETURN ARRAY(SELECT c.case_id FROM kessai.case_file c WHERE c.case_id < p_before AND c.seq > 0
                  ORDER BY c.case_id DESC LIMIT p_limit);
  END IF;
  RETURN ARRAY(
    SELECT r.case_id
      FROM (SELECT a.case_id
              FROM unnest(parties) AS mine (party)
              CROSS JOIN LATERAL (SELECT x.case_id FROM kessai.case_access x
                                   WHERE x.party = mine.party AND x.case_id < p_before
                                   ORDER BY x.case_id DESC LIMIT p_limit) a
            UNION
            SELECT own.case_id
              FROM (SELECT c.case_id FROM kessai.case_file c WHERE c.drafter_id = me AND c.case_id < p_before
                     ORDER BY c.case_id DESC LIMIT p_limit) own
            UNION
            SELECT b.id FROM unnest(besides) AS b (id) WHERE b.id < p_before) r
     ORDER BY r.case_id DESC LIMIT p_limit);
END $$;

-- Those of some cases that somebody may read, each once, told by indexes alone: of what the office says, others' cases go first.
CREATE FUNCTION kessai.readable_among(p_cases bigint[], me bigint, parties bigint[], besides bigint[], everything boolean) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ARRAY(
    SELECT DISTINCT given.id FROM unnest(p_cases) AS given (id)
     WHERE everything OR given.id = ANY (besides)
        OR (SELECT true FROM kessai.case_access a WHERE a.case_id = given.id AND a.party = ANY (parties) LIMIT 1)
        OR (SELECT true FROM kessai.case_file c WHERE c.drafter_id = me AND c.case_id = given.id LIMIT 1));
END $$;

-- Those of some cases that somebody may read and whose text and state are looked for, newest first.
CREATE FUNCTION kessai.matching(p_cases bigint[], me bigint, parties bigint[], besides bigint[], everything boolean, patterns text[],
                                p_forms text, p_low integer, p_high integer, p_limit integer) RETURNS bigint[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ARRAY(
    SELECT c.case_id
      FROM unnest(p_cases) AS given (id)
      JOIN kessai.case_file c ON c.case_id = given.id
      JOIN kessai.case_text t ON t.case_id = c.case_id AND t.revision = greatest(c.revision, 1)
     WHERE t.text LIKE ALL (patterns) AND c.state BETWEEN p_low AND p_high
       AND (p_forms = '' OR strpos(p_forms, ',' || c.form || ',') > 0)
       AND (c.drafter_id = me
            OR (c.seq > 0 AND (everything OR c.case_id = ANY (besides)
                OR (SELECT true FROM kessai.case_access a WHERE a.case_id = c.case_id AND a.party = ANY (parties) LIMIT 1))))
     ORDER BY c.case_id DESC LIMIT p_limit);
END $$;

-- How many of somebody's own cases are looked through at a time, and how many cases the index may answer before looking through the
-- caller's own is quicker.
CREATE FUNCTION kessai.search_walk() RETURNS integer LANGUAGE sql IMMUTABLE RETURN 3000;
CREATE FUNCTION kessai.search_many() RETURNS integer LANGUAGE sql IMMUTABLE RETURN 20000;

-- Whether it is a page of a list that is asked for, and the words (folded, parted by spaces) that its cases have to hold, as patterns.
CREATE FUNCTION kessai.page_patterns(p_words text, p_forms text, p_before bigint, p_limit integer) RETURNS text[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
  PERFORM kessai.check_length(p_words, 4000, 'what is looked for');
  PERFORM kessai.check_length(p_forms, 4000, 'the list of forms');
  IF p_limit IS NULL OR p_limit NOT BETWEEN 1 AND 1001 OR p_before IS NULL THEN
    PERFORM kessai.fault('Invalid', 'not a page');
  END IF;
  IF p_words = '' THEN
    RETURN '{}';
  END IF;
  RETURN ARRAY(SELECT '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%'
                 FROM unnest(string_to_array(p_words, ' ')) w WHERE w <> '');
END $$;

-- The newest cases older than p_before that hold all words (folded, parted by spaces) and that the caller may read: at most p_limit,
-- newest first. First the newest few thousand cases of the caller's own are looked through: that is all for most people, fills a
-- page for frequent words, and asks nothing of other people's cases. Unless that goes on well, the index is asked, and where the
-- words are frequent in the office and yet not with the caller, the rest of the caller's cases is looked through. A plan made for
-- any words and any list of cases would be much worse than one for those that were given.
CREATE FUNCTION kessai.find_cases(p_words text, p_forms text, p_low integer, p_high integer, p_before bigint, p_limit integer)
RETURNS SETOF bigint LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp
SET enable_seqscan = off SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  a_walk integer := kessai.search_walk();
  many integer := kessai.search_many();
  me bigint := kessai.my_staff_id();
  parties bigint[] := kessai.my_sight();
  pairs text[] := kessai.my_stand_ins_beside();
  limited text[] := kessai.my_limited_parties();
  besides bigint[] := '{}'; -- cases the caller reads besides what is addressed to them (migration 0013), the newest of them
  everything boolean := (me IS NULL AND pg_has_role(session_user, current_user, 'MEMBER')) OR kessai.am_auditor();
  words text[] := string_to_array(p_words, ' ');
  patterns text[] := kessai.page_patterns(p_words, p_forms, p_before, p_limit);
  wanted integer[];
  before bigint := p_before;
  walked bigint[];
  hits bigint[];
  number integer;
  found bigint[] := '{}';
  asked boolean := false;
BEGIN
  IF me IS NULL AND NOT everything THEN
    RETURN;
  END IF;
  wanted := ARRAY(SELECT DISTINCT g FROM unnest(words) w, unnest(kessai.grams(w)) g WHERE length(w) = 1 OR g NOT BETWEEN 0 AND 65535);

  IF pairs <> '{}' OR limited <> '{}' THEN
    besides := ARRAY(SELECT DISTINCT a.case_id FROM kessai.case_access a JOIN kessai.case_file c ON c.case_id = a.case_id
                      WHERE a.party = ANY (ARRAY(SELECT split_part(split_part(x.entry, '/', 1), '|', 1)::bigint
                                                   FROM unnest(pairs || limited) x (entry)))
                        AND (kessai.is_beside(pairs, a.party, c.drafter_id, c.filer_id)
                             OR kessai.is_limited_to(limited, a.party, c.form, c.amount))
                      ORDER BY a.case_id DESC LIMIT many);
  END IF;

  LOOP
    walked := kessai.newest_readable(me, parties, besides, everything, before, a_walk);
    EXIT WHEN walked = '{}';
    found := found || kessai.matching(walked, me, parties, besides, everything, patterns, p_forms, p_low, p_high,
                                      p_limit - cardinality(found));
    before := walked[cardinality(walked)];
    EXIT WHEN cardinality(found) = p_limit OR cardinality(walked) < a_walk;
    CONTINUE WHEN asked OR wanted = '{}' OR cardinality(found) * 4 >= p_limit;
    asked := true;
    SELECT count(*), array_agg(DISTINCT h.case_id ORDER BY h.case_id DESC) INTO number, hits
      FROM (SELECT t.case_id FROM kessai.case_text t
             WHERE kessai.grams(t.text) @> wanted AND t.case_id < before LIMIT many + 1) h;
    IF number <= many THEN
      FOR at IN 1..coalesce(cardinality(hits), 0) BY a_walk LOOP
        found := found || kessai.matching(kessai.readable_among(hits[at : at + a_walk - 1], me, parties, besides, everything), me,
                                          parties, besides, everything, patterns, p_forms, p_low, p_high, p_limit - cardinality(found));
        EXIT WHEN cardinality(found) = p_limit;
      END LOOP;
      EXIT;
    END IF;
  END LOOP;
  RETURN QUERY SELECT unnest(found);
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.save_draft(bigint, integer, text, integer, text, bigint, integer, text, text, text, text, text)',
  'kessai.find_cases(text, text, integer, integer, bigint, integer)');
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON FUNCTION kessai.store_draft(bigint, integer, text, integer, text, bigint, integer, text, text, text) FROM %I',
                 kessai.staff_group());
END $$;

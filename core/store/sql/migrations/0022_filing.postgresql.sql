-- oldest client: 1
-- 代理入力: a clerk files for colleagues of their section. The draft is the clerk's; with its first submission it becomes the
-- colleague's case, the clerk reads it and is not asked about it.

-- Whether somebody files for somebody else: a post of theirs with the role "filing" lies in a 課 (where there is none, a section) to which
-- the other's primary post belongs.
CREATE FUNCTION kessai.files_for(clerk bigint, colleague bigint, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  post bigint := kessai.primary_post(colleague, day);
BEGIN
  IF clerk = colleague OR post IS NULL OR NOT kessai.on_staff(colleague, day) THEN
    RETURN false;
  END IF;
  RETURN EXISTS (
    SELECT FROM kessai.role_holder r
     WHERE r.role = 'filing' AND r.removed_in IS NULL AND r.valid_from <= day AND (r.valid_until IS NULL OR r.valid_until >= day)
       AND kessai.post_exists(r.post_id, day) AND kessai.holds_post(clerk, r.post_id, day)
       AND kessai.whole_section(r.post_id, day) = ANY (kessai.sections_of(post, day)));
END $$;

-- The sections a post lies in, its own first.
CREATE FUNCTION kessai.sections_of(post bigint, day text) RETURNS bigint[] LANGUAGE sql STABLE
RETURN (WITH RECURSIVE line (section_id, parent_id, level, hops) AS (
          SELECT s.section_id, s.parent_id, s.level, 0 FROM kessai.section s
           WHERE s.section_id = (SELECT p.section_id FROM kessai.post p
                                  WHERE p.post_id = sections_of.post AND p.removed_in IS NULL
                                    AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day) LIMIT 1)
             AND s.removed_in IS NULL AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day)
          UNION ALL
          SELECT s.section_id, s.parent_id, s.level, l.hops + 1
            FROM line l JOIN kessai.section s ON s.section_id = l.parent_id
           WHERE l.hops < 8 AND s.removed_in IS NULL AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day))
        SELECT array_agg(line.section_id ORDER BY line.hops) FROM line);

-- The 課 of a post, or its own section where it lies in none.
CREATE FUNCTION kessai.whole_section(post bigint, day text) RETURNS bigint LANGUAGE sql STABLE
RETURN (SELECT coalesce((SELECT s.section_id FROM kessai.section s
                          WHERE s.section_id = ANY (own.line) AND s.level = 2 AND s.removed_in IS NULL
                            AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day) LIMIT 1), own.line[1])
          FROM (SELECT kessai.sections_of(post, day) AS line) own);

CALL kessai.adopt();

-- oldest client: 1
-- 代理入力: a clerk files for colleagues of their section. The draft is the clerk's; with its first submission it becomes the
-- colleague's case, the clerk reads it and is not asked about it.

-- Whether somebody files for somebody else: a post of theirs with the role "filing" lies in a 課 (where there is none, a section) to which
-- the other's primary post belongs.
CREATE FUNCTION kessai.files_for(clerk bigint, colleague bigint, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  post bigint := kessai.primary_post(colleague, day);
BEGIN
  IF clerk = colleague OR post IS NULL OR NOT kessai.on_staff(colleague, day) OR NOT kessai.on_staff(clerk, day) THEN
    RETURN false;
  END IF;
  RETURN EXISTS (
    WITH filing AS MATERIALIZED (
      SELECT r.post_id FROM kessai.appointment a
        JOIN kessai.role_holder r ON r.post_id = a.post_id AND r.role = 'filing' AND r.removed_in IS NULL
             AND r.valid_from <= day AND (r.valid_until IS NULL OR r.valid_until >= day)
       WHERE a.staff_id = clerk AND a.removed_in IS NULL AND a.valid_from <= day AND (a.valid_until IS NULL OR a.valid_until >= day))
    SELECT FROM filing f
      JOIN kessai.post p ON p.post_id = post AND p.removed_in IS NULL
           AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
      JOIN kessai.section_line(p.section_id, day) l ON l.section_id = kessai.whole_section(f.post_id, day));
END $$;

CALL kessai.adopt();

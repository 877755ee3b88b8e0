-- oldest client: 1
-- A paper is noted as opened in the revision somebody looked at. The older door, which notes the newest one, stays for older clients.

-- Notes that the caller has a revision before them, which need not be the newest. Auditors leave no trace.
CREATE FUNCTION kessai.open_paper(p_meeting bigint, p_paper integer, p_revision integer)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  p kessai.meeting_paper := kessai.seen_paper(me, p_meeting, p_paper);
BEGIN
  IF p.revision = 0 THEN
    RETURN;
  ELSIF coalesce(p_revision NOT BETWEEN 1 AND p.revision, true) THEN
    PERFORM kessai.fault('NotFound', 'no such revision');
  ELSIF p.responsible = me OR EXISTS (
       SELECT FROM kessai.meeting_member x WHERE x.meeting_id = p_meeting AND x.staff_id = me) THEN
    INSERT INTO kessai.meeting_opened (meeting_id, paper, revision, staff_id, at)
    VALUES (p_meeting, p_paper, p_revision, me, kessai.now_us()) ON CONFLICT DO NOTHING;
  END IF;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.open_paper(bigint, integer, integer)');

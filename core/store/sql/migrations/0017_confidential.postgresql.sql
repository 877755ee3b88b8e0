-- oldest client: 17
-- What is confidential in a content: read by the drafter and by those who decide on the case, never by those it is only shown to
-- (core/cases/confidential.h). The content itself keeps the digest, which seals it for everybody. No list and no search looks here.

CREATE TABLE kessai.content_confidential (
  case_id  BIGINT NOT NULL,
  revision INTEGER NOT NULL,
  salt     TEXT NOT NULL,
  fields   TEXT NOT NULL,
  PRIMARY KEY (case_id, revision),
  FOREIGN KEY (case_id, revision) REFERENCES kessai.content (case_id, revision) ON DELETE CASCADE
);

-- Whether I may read what is confidential in a case: I drafted it, or am asked for more than to take note of it, myself, by a post or as
-- a deputy; or I decide in the place of who is asked to. Whoever owns the database reads everything.
CREATE FUNCTION kessai.may_read_confidential(p_case bigint) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  c record;
  parties bigint[];
  stood bigint[];
  beside text[];
  limited text[];
BEGIN
  IF me IS NULL THEN
    RETURN pg_has_role(session_user, current_user, 'MEMBER');
  END IF;
  SELECT f.drafter_id, f.filer_id, f.important, f.form, f.amount INTO c FROM kessai.case_file f WHERE f.case_id = p_case;
  IF NOT FOUND THEN
    RETURN false;
  ELSIF c.drafter_id = me THEN
    RETURN true;
  END IF;
  parties := kessai.my_parties();
  stood := kessai.my_stand_ins();
  beside := kessai.my_stand_ins_beside();
  limited := kessai.my_limited_parties();
  RETURN EXISTS (
    SELECT FROM kessai.step s
      JOIN kessai.assignment a ON a.case_id = s.case_id AND a.round = s.round AND a.step_no = s.step_no
     WHERE s.case_id = p_case AND s.kind <> 4
       AND (a.party = ANY (parties) OR kessai.is_limited_to(limited, a.party, c.form, c.amount)
            OR (s.kind = 3 AND c.important = 0 AND (a.party = ANY (stood) OR kessai.is_beside(beside, a.party, c.drafter_id, c.filer_id)))));
END $$;

-- A correction in the making is the drafter's alone here as well.
ALTER TABLE kessai.content_confidential ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON kessai.content_confidential FOR SELECT USING (
  (SELECT true FROM kessai.content x
    WHERE x.case_id = content_confidential.case_id AND x.revision = content_confidential.revision LIMIT 1)
  AND kessai.may_read_confidential(case_id));
-- Estimates are made from samples, which no policy watches over.
ALTER TABLE kessai.content_confidential ALTER COLUMN salt SET STATISTICS 0, ALTER COLUMN fields SET STATISTICS 0;
DO $$
BEGIN
  EXECUTE format('GRANT SELECT ON kessai.content_confidential TO %I', kessai.staff_group());
END $$;

-- The bytes of a file: who brought it, and whoever reads a case it is attached to, with all that is confidential where the file is.
ALTER POLICY reading ON kessai.blob_chunk USING (
  (SELECT b.staff_id = (SELECT kessai.my_staff_id()) FROM kessai.blob b WHERE b.blob_id = blob_chunk.blob_id LIMIT 1)
  OR (SELECT true FROM kessai.blob_holder h WHERE h.blob_id = blob_chunk.blob_id LIMIT 1)
  OR (SELECT true FROM kessai.attachment t
       WHERE t.blob_id = blob_chunk.blob_id AND (t.confidential = 0 OR kessai.may_read_confidential(t.case_id)) LIMIT 1));

-- The same text as Confidential::digest(); empty where there is nothing.
CREATE FUNCTION kessai.confidential_digest(p_case bigint, p_revision integer) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce((
    SELECT kessai.hex_digest(kessai.field(k.salt) || kessai.field(k.fields))
      FROM kessai.content_confidential k WHERE k.case_id = p_case AND k.revision = p_revision), '');
END $$;

-- What is confidential in an unsealed content, or that there is nothing.
CREATE FUNCTION kessai.put_confidential(p_case bigint, p_revision integer, p_salt text, p_fields text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(p_fields, '') = '' THEN
    DELETE FROM kessai.content_confidential WHERE case_id = p_case AND revision = p_revision;
  ELSE
    PERFORM kessai.check_length(p_fields, 1048576, 'what is confidential');
    IF p_salt IS NULL OR p_salt !~ '^[0-9a-f]{64}$' OR jsonb_typeof(p_fields::jsonb) <> 'object' THEN
      PERFORM kessai.fault('Invalid', 'not what is confidential in a content');
    END IF;
    INSERT INTO kessai.content_confidential (case_id, revision, salt, fields) VALUES (p_case, p_revision, p_salt, p_fields)
    ON CONFLICT (case_id, revision) DO UPDATE SET salt = excluded.salt, fields = excluded.fields;
  END IF;
  UPDATE kessai.content SET confidential_digest = kessai.confidential_digest(p_case, p_revision)
   WHERE case_id = p_case AND revision = p_revision AND confidential_digest <> kessai.confidential_digest(p_case, p_revision);
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.may_read_confidential(bigint)');

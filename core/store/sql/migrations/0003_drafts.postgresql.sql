-- oldest client: 1
-- Drafts, files and sums: the doors of the notary that staff use before and beside acting on a case.

-- How the notary says no: KD001 carries a Refusal's code, KD002 an ErrorCode's (core/base/error.h); the detail is for the log.
CREATE FUNCTION kessai.refuse(refusal text, why text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'KD001', MESSAGE = refusal, DETAIL = why;
END $$;

CREATE FUNCTION kessai.fault(code text, why text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'KD002', MESSAGE = code, DETAIL = why;
END $$;

-- Who calls, for every door: a member of staff, outside of isolation levels under which a check would look at a past state
-- (database.md 1.1 rule 2).
CREATE FUNCTION kessai.caller() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  me bigint;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    PERFORM kessai.fault('Invalid', 'the notary works in READ COMMITTED transactions only');
  END IF;
  PERFORM kessai.come_to_today(true); -- 0038: the office is that of today
  me := kessai.signed_in(kessai.today());
  IF me IS NULL THEN
    PERFORM kessai.fault('AccessDenied', 'whoever signed in is not on the staff today');
  END IF;
  RETURN me;
END $$;

CREATE FUNCTION kessai.check_length(value text, most integer, what text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF value IS NULL THEN
    PERFORM kessai.fault('Invalid', what || ' is missing');
  ELSIF octet_length(value) > most THEN
    PERFORM kessai.fault('TooLarge', format('%s has more than %s bytes', what, most));
  END IF;
END $$;

-- One field of a canonical text: "<bytes>:<utf-8>" (core/base/canonical.h).
CREATE FUNCTION kessai.field(value text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN octet_length(value)::text || ':' || value;

CREATE FUNCTION kessai.hex_digest(value text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN encode(sha256(convert_to(value, 'UTF8')), 'hex');

-- Names ----------------------------------------------------------------------------------------------------------------
-- As the engine's Office says them on a day; no name where there is nobody.

CREATE FUNCTION kessai.person_name(person bigint, day text) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce((
    SELECT s.family_name || ' ' || s.given_name FROM kessai.staff s
     WHERE s.staff_id = person AND s.removed_in IS NULL
       AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day) LIMIT 1), '');
END $$;

-- The post somebody holds first: their primary one before concurrent and acting ones.
CREATE FUNCTION kessai.primary_post(person bigint, day text) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT a.post_id FROM kessai.appointment a
     WHERE a.staff_id = person AND a.removed_in IS NULL
       AND a.valid_from <= day AND (a.valid_until IS NULL OR a.valid_until >= day)
       AND kessai.post_exists(a.post_id, day)
     ORDER BY a.holding, a.post_id LIMIT 1);
END $$;

-- The 課 a section belongs to, or the section itself above that level: what a date stamp shows.
CREATE FUNCTION kessai.stamp_label(section bigint, day text) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  own text;
  here record;
  next_id bigint := section;
BEGIN
  FOR hops IN 1..20 LOOP -- rows that form a ring hang nobody
    SELECT s.parent_id, s.level, s.name INTO here FROM kessai.section s
     WHERE s.section_id = next_id AND s.removed_in IS NULL
       AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day) LIMIT 1;
    EXIT WHEN NOT FOUND;
    IF here.level = 2 THEN
      RETURN here.name;
    END IF;
    own := coalesce(own, here.name);
    next_id := here.parent_id;
  END LOOP;
  RETURN coalesce(own, '');
END $$;

-- A post somebody acts for, as it is written today, and whether they hold it: the one named, or the one they hold first.
CREATE FUNCTION kessai.seat(person bigint, named bigint, day text, OUT post bigint, OUT title text, OUT section text, OUT held boolean)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  place record;
BEGIN
  post := coalesce(named, kessai.primary_post(person, day));
  SELECT p.title, p.section_id, z.level, z.name, y.level AS above, y.name AS name_above,
         EXISTS (SELECT FROM kessai.appointment a
                   JOIN kessai.staff m ON m.staff_id = a.staff_id AND m.removed_in IS NULL
                        AND m.valid_from <= day AND (m.valid_until IS NULL OR m.valid_until >= day)
                  WHERE a.staff_id = person AND a.post_id = p.post_id AND a.removed_in IS NULL
                    AND a.valid_from <= day AND (a.valid_until IS NULL OR a.valid_until >= day)) AS held
    INTO place
    FROM kessai.post p
    LEFT JOIN kessai.section z ON z.section_id = p.section_id AND z.removed_in IS NULL
         AND z.valid_from <= day AND (z.valid_until IS NULL OR z.valid_until >= day)
    LEFT JOIN kessai.section y ON y.section_id = z.parent_id AND y.removed_in IS NULL
         AND y.valid_from <= day AND (y.valid_until IS NULL OR y.valid_until >= day)
   WHERE p.post_id = post AND p.removed_in IS NULL
     AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day) LIMIT 1;
  IF FOUND THEN
    title := place.title;
    section := CASE WHEN place.level = 2 THEN place.name
                    WHEN place.above = 2 THEN place.name_above
                    ELSE kessai.stamp_label(place.section_id, day) END;
    held := place.held;
  ELSE -- abolished, and nobody's any more but whose it became
    title := '';
    section := '';
    held := kessai.holds_post(person, post, day);
  END IF;
END $$;

-- "R8" of the fiscal year a day lies in; the rule and the table are those of core/calendar/era.cpp.
CREATE FUNCTION kessai.fiscal_year_prefix(day text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  letters text[] := '{R,H,S,T}';
  since text[] := '{2019-05-01,1989-01-08,1926-12-25,1912-07-30}';
  year integer := left(day, 4)::integer - CASE WHEN substr(day, 6, 2) < '04' THEN 1 ELSE 0 END;
  era integer := 1;
BEGIN
  -- The year in which an era began bears its name as a whole, unless it began in the calendar year before the era.
  WHILE era <= 4 AND since[era] > (year + 1) || '-03-31' LOOP
    era := era + 1;
  END LOOP;
  IF left(since[era], 4)::integer > year THEN
    WHILE era <= 4 AND since[era] > year || '-04-01' LOOP
      era := era + 1;
    END LOOP;
  END IF;
  RETURN coalesce(letters[era] || (year - left(since[era], 4)::integer + 1), year::text);
END $$;

-- Files ----------------------------------------------------------------------------------------------------------------

-- Whether I may attach or read a file that is complete: I brought it, or it is attached to something I may read.
CREATE FUNCTION kessai.may_use_blob(me bigint, p_blob bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM kessai.blob_holder h WHERE h.blob_id = p_blob AND h.staff_id = me)
      OR EXISTS (
        SELECT FROM kessai.attachment t
          JOIN kessai.content x ON x.case_id = t.case_id AND x.revision = t.revision
          JOIN kessai.case_file c ON c.case_id = t.case_id
         WHERE t.blob_id = p_blob AND (x.sealed = 1 OR c.drafter_id = me) AND kessai.may_read(t.case_id)
           AND (t.confidential = 0 OR kessai.may_read_confidential(t.case_id)));
END $$;

-- Begins an upload, or answers NULL where the file is here already and the caller's to use. A file that only others may see is
-- uploaded again: otherwise this would tell whether it exists.
CREATE FUNCTION kessai.begin_upload(p_sha256 text, p_size bigint, p_chunks text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  id bigint;
BEGIN
  IF p_size IS NULL OR p_size < 0 OR p_sha256 IS NULL OR p_sha256 !~ '^[0-9a-f]{64}$'
     OR p_chunks IS NULL OR p_chunks !~ '^([0-9a-f]{64}( [0-9a-f]{64})*)?$' THEN
    PERFORM kessai.fault('Invalid', 'not the description of a file');
  END IF;
  IF p_size > 104857600 THEN
    PERFORM kessai.fault('TooLarge', 'a file may have 100 MiB');
  END IF;
  IF (octet_length(p_chunks) + 1) / 65 <> (p_size + 262143) / 262144 THEN
    PERFORM kessai.fault('Invalid', 'the number of chunks does not fit the size');
  END IF;
  SELECT b.blob_id INTO id FROM kessai.blob b WHERE b.sha256 = p_sha256 AND b.complete = 1;
  IF FOUND AND kessai.may_use_blob(me, id) THEN
    INSERT INTO kessai.blob_holder (blob_id, staff_id) VALUES (id, me) ON CONFLICT DO NOTHING;
    RETURN NULL;
  END IF;
  -- What somebody began and left goes, and nobody fills the disk with beginnings.
  DELETE FROM kessai.blob
   WHERE staff_id = me AND complete = 0 AND (sha256 = p_sha256 OR begun_at < kessai.now_us() - 86400000000);
  IF (SELECT count(*) >= 100 OR sum(b.size) > 1073741824 FROM kessai.blob b WHERE b.staff_id = me AND b.complete = 0) THEN
    PERFORM kessai.fault('Busy', 'too many uploads are under way');
  END IF;
  INSERT INTO kessai.blob (sha256, size, chunks, complete, staff_id, begun_at)
  VALUES (p_sha256, p_size, p_chunks, 0, me, kessai.now_us()) RETURNING blob_id INTO id;
  RETURN id;
END $$;

-- Chunks come in order and are what they were announced to be; one sent again after a lost answer changes nothing.
CREATE FUNCTION kessai.put_chunk(p_upload bigint, p_no integer, p_data bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  b kessai.blob;
  here integer;
BEGIN
  SELECT * INTO b FROM kessai.blob WHERE blob_id = p_upload AND staff_id = me AND complete = 0 FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM kessai.fault('NotFound', 'no such upload of the caller is under way');
  END IF;
  SELECT coalesce(max(no) + 1, 0) INTO here FROM kessai.blob_chunk WHERE blob_id = p_upload;
  IF p_no IS NULL OR p_no < 0 OR p_no > here
     OR octet_length(p_data) IS DISTINCT FROM least(262144, b.size - p_no::bigint * 262144)::integer THEN
    PERFORM kessai.fault('Invalid', 'not the next chunk');
  END IF;
  IF encode(sha256(p_data), 'hex') <> split_part(b.chunks, ' ', p_no + 1) THEN
    PERFORM kessai.fault('Damaged', 'the chunk is not the one announced');
  END IF;
  IF p_no = here THEN
    INSERT INTO kessai.blob_chunk (blob_id, no, data) VALUES (p_upload, p_no, p_data);
  END IF;
END $$;

-- Checks the whole; false where it is not the file it claimed to be, which is then discarded.
CREATE FUNCTION kessai.finish_upload(p_upload bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  b kessai.blob;
  whole bytea;
  other bigint;
BEGIN
  SELECT * INTO b FROM kessai.blob WHERE blob_id = p_upload AND staff_id = me FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM kessai.fault('NotFound', 'no such upload of the caller is under way');
  ELSIF b.complete = 1 THEN
    RETURN true; -- asked again after a lost answer
  END IF;
  SELECT coalesce(string_agg(data, '' ORDER BY no), '') INTO whole FROM kessai.blob_chunk WHERE blob_id = p_upload;
  IF octet_length(whole) <> b.size OR encode(sha256(whole), 'hex') <> b.sha256 THEN
    DELETE FROM kessai.blob WHERE blob_id = p_upload;
    RETURN false;
  END IF;
  other := p_upload;
  BEGIN
    UPDATE kessai.blob SET complete = 1 WHERE blob_id = p_upload;
  EXCEPTION WHEN unique_violation THEN
    -- Somebody else brought the same file before; the index let the second wait for the first.
    SELECT o.blob_id INTO other FROM kessai.blob o WHERE o.sha256 = b.sha256 AND o.complete = 1;
    DELETE FROM kessai.blob WHERE blob_id = p_upload;
  END;
  INSERT INTO kessai.blob_holder (blob_id, staff_id) VALUES (other, me) ON CONFLICT DO NOTHING;
  RETURN true;
END $$;

-- Drafts ---------------------------------------------------------------------------------------------------------------

-- What lists show of a correction once it is submitted and must not show before. The words to find a case by are folded by the
-- client, because folding is done in one place (core/base/textfold.h); false ones hide only the drafter's own case. Empty in
-- revisions that came with the office.
ALTER TABLE content ADD COLUMN search_text TEXT NOT NULL DEFAULT '';

-- Replaces the attachments of an unsealed revision. Each must be a complete file the caller may use, described as it is.
CREATE FUNCTION kessai.set_attachments(me bigint, p_case bigint, p_revision integer, p_files jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  file record;
  b kessai.blob;
BEGIN
  DELETE FROM kessai.attachment WHERE case_id = p_case AND revision = p_revision;
  FOR file IN
    SELECT f->>'name' AS name, f->>'mediaType' AS media_type, (f->>'size')::bigint AS size, f->>'sha256' AS sha256,
           f->>'chunks' AS chunks, CASE WHEN f->'confidential' = 'true'::jsonb THEN 1 ELSE 0 END AS confidential, i::integer AS no
      FROM jsonb_array_elements(p_files) WITH ORDINALITY x (f, i)
  LOOP
    PERFORM kessai.check_length(file.name, 1000, 'the name of a file');
    PERFORM kessai.check_length(file.media_type, 200, 'the type of a file');
    SELECT * INTO b FROM kessai.blob WHERE sha256 = file.sha256 AND complete = 1;
    IF NOT FOUND OR NOT kessai.may_use_blob(me, b.blob_id) THEN
      PERFORM kessai.fault('NotFound', 'an attached file was not uploaded');
    ELSIF b.size IS DISTINCT FROM file.size OR b.chunks IS DISTINCT FROM file.chunks THEN
      PERFORM kessai.fault('Invalid', 'an attached file is not what its description says');
    END IF;
    INSERT INTO kessai.attachment (case_id, revision, no, blob_id, name, media_type, size, sha256, chunks, confidential)
    VALUES (p_case, p_revision, file.no, b.blob_id, file.name, file.media_type, b.size, b.sha256, b.chunks, file.confidential);
  END LOOP;
END $$;

-- Saves a draft, or the correction of a case that came back. A draft is shown in case_file as it is written; a correction only
-- once it is submitted.
CREATE FUNCTION kessai.save_draft(p_case bigint, p_revision integer, p_form text, p_form_revision integer, p_title text,
                                  p_amount bigint, p_urgent integer, p_fields text, p_search text, p_files text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  day text := kessai.today();
  at bigint := kessai.now_us();
  c kessai.case_file;
BEGIN
  PERFORM kessai.check_length(p_title, 2000, 'the title');
  PERFORM kessai.check_length(p_fields, 1048576, 'the content');
  PERFORM kessai.check_length(p_search, 4000, 'the search text');
  PERFORM kessai.check_length(p_files, 4194304, 'the list of files');
  IF jsonb_typeof(p_fields::jsonb) <> 'object' OR p_form_revision IS NULL OR p_urgent IS NULL OR p_urgent NOT IN (0, 1) THEN
    PERFORM kessai.fault('Invalid', 'not the content of a form');
  ELSIF jsonb_typeof(p_files::jsonb) <> 'array' THEN
    PERFORM kessai.fault('Invalid', 'attachments are no list');
  ELSIF jsonb_array_length(p_files::jsonb) > 50 THEN
    PERFORM kessai.refuse('TooManyAttachments', 'more than 50');
  END IF;
  PERFORM kessai.check_length(p_form, 100, 'the form');

  IF p_case IS NULL THEN
    IF p_revision IS DISTINCT FROM 1 THEN
      PERFORM kessai.fault('Invalid', 'a draft begins with revision 1');
    END IF;
    IF (SELECT count(*) >= 1000 FROM kessai.case_file f WHERE f.drafter_id = me AND f.state = 0) THEN
      PERFORM kessai.fault('TooLarge', 'nobody keeps more than 1000 drafts');
    END IF;
    c.case_id := nextval('kessai.case_file_case_id_seq');
    c.number := kessai.fiscal_year_prefix(day) || '-' || lpad(c.case_id::text, greatest(6, length(c.case_id::text)), '0');
    c.state := 0;
  ELSE
    SELECT * INTO c FROM kessai.case_file WHERE case_id = p_case AND drafter_id = me FOR NO KEY UPDATE;
    IF NOT FOUND THEN
      IF NOT kessai.may_read(p_case) THEN
        PERFORM kessai.fault('NotFound', 'no such case');
      END IF;
      PERFORM kessai.refuse('NotDrafter', 'only the drafter edits');
    ELSIF c.state = 4 THEN
      PERFORM kessai.refuse('AlreadyDecided', 'a decided case does not change');
    ELSIF c.state NOT IN (0, 2, 3) THEN
      PERFORM kessai.refuse('WrongState', 'the case cannot be edited in this state');
    ELSIF p_revision IS DISTINCT FROM c.revision + 1 THEN
      PERFORM kessai.refuse('Stale', 'that is not the revision being written');
    ELSIF p_form <> c.form THEN
      PERFORM kessai.fault('Invalid', 'a case keeps its form');
    END IF;
  END IF;

  -- A draft is shown as it is written.
  c.drafter_section := (kessai.seat(me, NULL, day)).section;
  IF p_case IS NULL THEN
    INSERT INTO kessai.case_file (case_id, number, form, drafter_id, drafter_name, drafter_section, title, amount, urgent, attachments,
                                  search_text, created_at, changed_at)
    OVERRIDING SYSTEM VALUE
    VALUES (c.case_id, c.number, p_form, me, kessai.person_name(me, day), c.drafter_section, p_title, p_amount, p_urgent,
            jsonb_array_length(p_files::jsonb), lower(c.number) || E'\n' || p_search, at, at);
  ELSIF c.state = 0 THEN
    UPDATE kessai.case_file
       SET drafter_name = kessai.person_name(me, day), drafter_section = c.drafter_section, title = p_title, amount = p_amount,
           urgent = p_urgent, attachments = jsonb_array_length(p_files::jsonb), search_text = lower(c.number) || E'\n' || p_search,
           changed_at = at
     WHERE case_id = c.case_id;
  END IF;
  INSERT INTO kessai.content AS old (case_id, revision, form_revision, fields, title, amount, urgent, search_text)
  VALUES (c.case_id, p_revision, p_form_revision, p_fields, p_title, p_amount, p_urgent, lower(c.number) || E'\n' || p_search)
  ON CONFLICT (case_id, revision) DO UPDATE
    SET form_revision = excluded.form_revision, fields = excluded.fields, title = excluded.title,
        amount = excluded.amount, urgent = excluded.urgent, search_text = excluded.search_text
  WHERE old.sealed = 0;
  IF NOT FOUND THEN
    PERFORM kessai.refuse('WrongState', 'what is sealed does not change');
  END IF;
  IF p_case IS NOT NULL OR p_files <> '[]' THEN
    PERFORM kessai.set_attachments(me, c.case_id, p_revision, p_files::jsonb);
  END IF;
  RETURN c.case_id;
END $$;

-- Removes a draft that was never submitted, or the correction being written.
CREATE FUNCTION kessai.delete_draft(p_case bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint := kessai.caller();
  c kessai.case_file;
BEGIN
  IF NOT kessai.may_read(p_case) THEN
    PERFORM kessai.fault('NotFound', 'no such case');
  END IF;
  SELECT * INTO c FROM kessai.case_file WHERE case_id = p_case FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM kessai.fault('NotFound', 'no such case');
  ELSIF c.drafter_id <> me THEN
    PERFORM kessai.refuse('NotDrafter', 'only the drafter deletes a draft');
  ELSIF c.state = 4 THEN
    PERFORM kessai.refuse('AlreadyDecided', 'a decided case does not change');
  ELSIF c.state NOT IN (0, 2, 3) THEN
    PERFORM kessai.refuse('WrongState', 'there is no draft to delete');
  END IF;
  DELETE FROM kessai.attachment t USING kessai.content x
   WHERE t.case_id = p_case AND x.case_id = p_case AND t.revision = x.revision AND x.sealed = 0;
  DELETE FROM kessai.content WHERE case_id = p_case AND sealed = 0;
  IF NOT FOUND THEN
    PERFORM kessai.fault('NotFound', 'there is no draft to delete');
  END IF;
  IF c.seq = 0 THEN
    DELETE FROM kessai.case_file WHERE case_id = p_case;
  END IF;
END $$;

-- Sums -----------------------------------------------------------------------------------------------------------------

-- Whether who may see a posting of a person may know what another ledger says of them. What a day is, and that somebody is off, everybody
-- who decides on their time has to know; of overtime whoever sees an exchange or overtime; of leave only who sees the same kind of it
-- (leave.special.SP06, leave.annual, leave.sick ...), nursing time with 部分休業, which it shortens, 部分休業 and 介護時間 of each other, for
-- they share the hours of a day, and annual leave with 時間外代休時間, which it fills up.
CREATE FUNCTION kessai.ledger_concerns(seen text, asked text) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN asked = 'absence.minutes' OR asked = 'overtime.compensated.minutes' OR asked LIKE 'duty.%'
  OR (asked = 'leave.special.SP09.minutes' AND seen LIKE 'leave.partial.%')
  OR (asked = 'leave.care_time.minutes' AND seen LIKE 'leave.partial.%')
  OR (asked = 'leave.partial.first.minutes' AND seen LIKE 'leave.care\_time.%')
  OR (asked = 'leave.annual.minutes' AND seen LIKE 'overtime.compensated.%')
  OR (asked LIKE 'overtime.%' AND seen LIKE 'duty.%')
  OR (asked LIKE 'travel.%' AND seen LIKE 'duty.travel.%')
  OR CASE WHEN asked LIKE 'leave.special.%'
          THEN regexp_replace(seen, '\.[^.]*$', '') = regexp_replace(asked, '\.[^.]*$', '')
          WHEN asked LIKE 'leave.%'
          THEN split_part(seen, '.', 1) = 'leave' AND split_part(seen, '.', 2) = split_part(asked, '.', 2)
            OR seen LIKE 'leave.care\_time.%' AND asked LIKE 'leave.care.%'
          ELSE split_part(seen, '.', 1) = split_part(asked, '.', 1) END;

-- Only accounts that concern the caller may be asked about: their own, and those of drafters of cases they may read, because who decides
-- on leave has to know the balance; and those of the budget (migration 0024).
CREATE FUNCTION kessai.guard_account(p_ledger text, p_account text) RETURNS void LANGUAGE plpgsql STABLE AS $$
DECLARE
  me bigint := kessai.my_staff_id();
  person bigint;
BEGIN
  IF me IS NULL AND pg_has_role(session_user, current_user, 'MEMBER') THEN
    RETURN; -- the owner
  ELSIF me IS NOT NULL AND p_account ~ '^(budget|case):' THEN
    PERFORM kessai.guard_money(me, p_account); -- migration 0024
    RETURN;
  ELSIF me IS NULL OR p_account !~ '^staff:[1-9][0-9]{0,17}$' THEN
    PERFORM kessai.fault('AccessDenied', 'no account of the caller');
  END IF;
  person := substr(p_account, 7)::bigint;
  -- A kind of leave is nobody's business who was only asked about another.
  IF person <> me AND NOT kessai.am_auditor() AND NOT EXISTS (
       SELECT FROM kessai.case_file c
         JOIN kessai.case_access a ON a.case_id = c.case_id
         JOIN kessai.posting p ON p.case_id = c.case_id
        WHERE c.drafter_id = person AND c.seq > 0
          AND (a.party = ANY (kessai.my_sight())
               OR kessai.is_beside((SELECT kessai.my_stand_ins_beside())::text[], a.party, person, c.filer_id)
               OR kessai.is_limited_to((SELECT kessai.my_limited_parties())::text[], a.party, c.form, c.amount))
          AND kessai.ledger_concerns(p.ledger, p_ledger))
     -- Whoever files for colleagues need not know what leave of another kind they have had (core/cases/filing.h).
     AND NOT ((p_ledger = 'absence.minutes' OR p_ledger LIKE 'duty.%' OR p_ledger LIKE 'overtime.%' OR p_ledger LIKE 'leave.annual.%'
               OR p_ledger LIKE 'evidence.%' OR p_ledger LIKE 'travel.%')
              AND kessai.files_for(me, person, kessai.today())) THEN
    PERFORM kessai.fault('AccessDenied', 'no account of the caller');
  END IF;
END $$;

-- What a ledger holds on an account between two days, without the postings of one case. What a cancellation gives back is there once it
-- is decided.
CREATE FUNCTION kessai.ledger_sum(p_ledger text, p_account text, p_since text, p_upto text, p_except bigint,
                                  OUT used bigint, OUT reserved bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.guard_account(p_ledger, p_account);
  SELECT coalesce(sum(p.amount) FILTER (WHERE p.state = 1), 0), coalesce(sum(p.amount) FILTER (WHERE p.state = 0 AND p.amount > 0), 0)
    INTO used, reserved
    FROM kessai.posting p
   WHERE p.account = p_account AND p.ledger = p_ledger AND p.day BETWEEN p_since AND p_upto
     AND p.state <> 2 AND p.case_id <> p_except;
END $$;

-- The same, one by one, without a word of whose case it is.
CREATE FUNCTION kessai.ledger_entries(p_ledger text, p_account text, p_since text, p_upto text, p_except bigint)
RETURNS TABLE (day text, starts integer, used bigint, reserved bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.guard_account(p_ledger, p_account);
  RETURN QUERY SELECT p.day, p.starts, CASE p.state WHEN 1 THEN p.amount ELSE 0 END, CASE p.state WHEN 0 THEN p.amount ELSE 0 END
    FROM kessai.posting p
   WHERE p.account = p_account AND p.ledger = p_ledger AND p.day BETWEEN p_since AND p_upto
     AND (p.state = 1 OR (p.state = 0 AND p.amount > 0)) AND p.case_id <> p_except;
END $$;

-- What waits for me, a row an assignment, each part by the index of parties: the same as the fragment `waiting` (dialect.sql) reads under
-- the policies.
CREATE FUNCTION kessai.my_waiting() RETURNS TABLE (case_id bigint, step_no integer, state integer, arrived_at bigint)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  parties bigint[] := kessai.my_parties();
  own bigint[] := kessai.my_own_parties();
  stood bigint[] := kessai.my_stand_ins();
  line bigint[] := kessai.my_line_stand_ins();
  beside text[] := kessai.my_stand_ins_beside();
  limited text[] := kessai.my_limited_parties();
BEGIN
  RETURN QUERY
  SELECT a.case_id, a.step_no, a.state, a.arrived_at FROM kessai.assignment a
   WHERE a.state IN (1, 8) AND a.state = 1 AND a.party = ANY (parties)
  UNION ALL
  SELECT a.case_id, a.step_no, a.state, a.arrived_at FROM kessai.assignment a
   WHERE a.state IN (1, 8) AND a.state = 8 AND a.party = ANY (own);
  IF stood <> '{}' OR line <> '{}' THEN
    RETURN QUERY
    SELECT a.case_id, a.step_no, a.state, a.arrived_at FROM kessai.assignment a
     WHERE a.state IN (1, 8) AND a.state = 1 AND a.party = ANY (stood || line)
       AND (a.party = ANY (stood)
            OR (SELECT true FROM kessai.assignment o
                  JOIN kessai.step r ON r.case_id = o.case_id AND r.round = o.round AND r.step_no = o.step_no
                 WHERE o.case_id = a.case_id AND o.round = a.round AND o.party = ANY (own) AND r.kind = 0 LIMIT 1))
       AND (SELECT true FROM kessai.case_file f
              JOIN kessai.step d ON d.case_id = f.case_id AND d.round = a.round AND d.step_no = a.step_no
             WHERE f.case_id = a.case_id AND d.kind = 3 AND f.important = 0 LIMIT 1);
  END IF;
  IF beside <> '{}' OR limited <> '{}' THEN
    RETURN QUERY
    SELECT a.case_id, a.step_no, a.state, a.arrived_at FROM kessai.assignment a
      JOIN kessai.case_file f ON f.case_id = a.case_id AND f.important = 0
      JOIN kessai.step d ON d.case_id = a.case_id AND d.round = a.round AND d.step_no = a.step_no AND d.kind = 3
     WHERE a.state IN (1, 8) AND a.state = 1
       AND a.party = ANY (ARRAY(SELECT split_part(b.pair, '/', 1)::bigint FROM unnest(beside) b (pair)))
       AND kessai.is_beside(beside, a.party, f.drafter_id, f.filer_id)
    UNION ALL
    SELECT a.case_id, a.step_no, a.state, a.arrived_at FROM kessai.assignment a JOIN kessai.case_file f ON f.case_id = a.case_id
     WHERE a.state IN (1, 8) AND a.state = 1
       AND a.party = ANY (ARRAY(SELECT split_part(l.entry, '|', 1)::bigint FROM unnest(limited) l (entry)))
       AND kessai.is_limited_to(limited, a.party, f.form, f.amount);
  END IF;
END $$;

-- The poll of every signed-in program: what waits for me, what came back, what of mine runs, my drafts, a mark that moves with any of it
-- and with any act of the office, the newest revision of the office, the time. The same as the query `pulse` reads elsewhere, without the
-- policies, which would cost more than all of it.
CREATE FUNCTION kessai.pulse(OUT waiting bigint, OUT attention bigint, OUT running bigint, OUT drafts bigint, OUT mark bigint,
                             OUT office bigint, OUT at bigint, OUT untouched bigint, OUT examining bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  me bigint;
  tray_mark bigint;
BEGIN
  PERFORM kessai.come_to_today(false); -- 0038
  me := coalesce(kessai.my_staff_id(), 0);
  SELECT count(*), count(*) + coalesce(sum(t.seq), 0), count(*) FILTER (WHERE t.examined) INTO waiting, tray_mark, examining
    FROM (SELECT c.case_id, c.seq,
                 bool_or((SELECT d.kind = 2 FROM kessai.step d
                           WHERE d.case_id = c.case_id AND d.round = c.round AND d.step_no = a.step_no LIMIT 1)) AS examined
            FROM kessai.my_waiting() a
            JOIN kessai.case_file c ON c.case_id = a.case_id
            LEFT JOIN kessai.step k ON c.filer_id = me AND k.case_id = c.case_id AND k.round = c.round AND k.step_no = a.step_no
           WHERE c.drafter_id <> me AND (c.filer_id IS DISTINCT FROM me OR k.kind = 4)
           GROUP BY c.case_id, c.seq) t;
  SELECT count(*) FILTER (WHERE c.state IN (2, 3)), count(*) FILTER (WHERE c.state = 1), count(*) FILTER (WHERE c.state = 0),
         coalesce(max(c.changed_at), 0) + coalesce(sum(c.seq), 0) + count(*), min(c.changed_at) FILTER (WHERE c.state IN (2, 3))
    INTO attention, running, drafts, mark, untouched
    FROM kessai.case_file c WHERE c.drafter_id = me AND c.state < 4;
  mark := mark + tray_mark + (SELECT coalesce(max(c.changed_at), 0) FROM kessai.case_file c WHERE c.seq > 0);
  office := (SELECT coalesce(max(r.revision), 0) FROM kessai.office_revision r)
          + (SELECT coalesce(max(x.absence_id), 0) + count(*) + count(x.ended_at) FROM kessai.absence x
              WHERE x.valid_until >= kessai.today());
  at := kessai.now_us();
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.begin_upload(text, bigint, text)', 'kessai.put_chunk(bigint, integer, bytea)',
  'kessai.finish_upload(bigint)', 'kessai.delete_draft(bigint)',
  'kessai.save_draft(bigint, integer, text, integer, text, bigint, integer, text, text, text)',
  'kessai.ledger_sum(text, text, text, text, bigint)',
  'kessai.ledger_entries(text, text, text, text, bigint)', 'kessai.pulse()');

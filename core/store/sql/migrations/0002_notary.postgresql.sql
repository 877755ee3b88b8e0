-- oldest client: 1
-- Who is who: group roles, who may read which row, and nothing for anybody else. Staff never write to a table; the functions of the
-- following migrations are the one door (design.md "The engine decides, the database notarises", database.md 1.1 and 1.2).

-- Two group roles, named after the office's database because roles belong to the whole cluster: <database>_owner owns everything and
-- cannot sign in; <database>_staff is what every member of staff belongs to. A database in the making has another name than it will
-- have; the setting kessai.office then says which.
DO $$
DECLARE
  office text := coalesce(nullif(current_setting('kessai.office', true), ''), current_database());
  owner_role text := left(office, 56) || '_owner';
  staff_role text := left(office, 56) || '_staff';
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY[owner_role, staff_role] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
    ELSIF EXISTS (SELECT FROM pg_roles WHERE rolname = role_name
                  AND (rolcanlogin OR rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication)) THEN
      RAISE EXCEPTION USING ERRCODE = 'KD002', MESSAGE = 'AlreadyExists',
        DETAIL = format('the role %s exists and is more than a group', role_name);
    END IF;
  END LOOP;
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT %I TO CURRENT_USER', owner_role);
  END IF;
  EXECUTE format('ALTER SCHEMA kessai OWNER TO %I', owner_role);
  -- Nobody else connects, makes temporary tables (database.md 1.1 rule 5) or anything in a schema.
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I, %I', current_database(), owner_role, staff_role);
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  REVOKE ALL ON SCHEMA kessai FROM PUBLIC;
  EXECUTE format('GRANT USAGE ON SCHEMA kessai TO %I', staff_role);
END $$;

-- session_user is of type name, whose collation is "C"; any other collation here means a scan at every sign of life.
ALTER TABLE staff ALTER COLUMN login TYPE text COLLATE "C";

-- The group every member of staff belongs to: found, not derived, so that a restored or copied database keeps working.
CREATE FUNCTION kessai.staff_group() RETURNS name LANGUAGE sql STABLE AS $$
  SELECT r.rolname
    FROM pg_namespace n, aclexplode(n.nspacl) a JOIN pg_roles r ON r.oid = a.grantee
   WHERE n.nspname = 'kessai' AND a.privilege_type = 'USAGE' AND a.grantee <> n.nspowner
   LIMIT 1
$$;

-- Ends every migration: all things belong to the owner, and PUBLIC may do nothing with them.
CREATE PROCEDURE kessai.adopt() LANGUAGE plpgsql
SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  owner name := (SELECT r.rolname FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner WHERE n.nspname = 'kessai');
  thing record;
BEGIN
  FOR thing IN
    SELECT CASE c.relkind WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END AS kind, c.oid::regclass::text AS name FROM pg_class c
     WHERE c.relnamespace = 'kessai'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'c')
       AND c.relowner <> owner::regrole
  LOOP
    EXECUTE format('ALTER %s %s OWNER TO %I', thing.kind, thing.name, owner);
  END LOOP;
  FOR thing IN
    SELECT p.oid::regprocedure::text AS name FROM pg_proc p
     WHERE p.pronamespace = 'kessai'::regnamespace AND p.proowner <> owner::regrole
  LOOP
    EXECUTE format('ALTER ROUTINE %s OWNER TO %I', thing.name, owner);
  END LOOP;
  REVOKE ALL ON ALL TABLES IN SCHEMA kessai FROM PUBLIC;
  REVOKE ALL ON ALL SEQUENCES IN SCHEMA kessai FROM PUBLIC;
  REVOKE ALL ON ALL ROUTINES IN SCHEMA kessai FROM PUBLIC;
END $$;

-- Makes functions callable by staff.
CREATE PROCEDURE kessai.open_to_staff(VARIADIC doors regprocedure[]) LANGUAGE plpgsql
SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  door regprocedure;
BEGIN
  FOREACH door IN ARRAY doors LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', door, kessai.staff_group());
  END LOOP;
END $$;

-- Time ---------------------------------------------------------------------------------------------------------------

-- The day in Japan. clock_timestamp(), so that a transaction kept open over midnight gains nothing.
CREATE FUNCTION kessai.today() RETURNS text LANGUAGE sql VOLATILE
RETURN to_char(clock_timestamp() AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD');

CREATE FUNCTION kessai.now_us() RETURNS bigint LANGUAGE sql VOLATILE
RETURN (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;

-- Persons ------------------------------------------------------------------------------------------------------------

-- What reads tables is in plpgsql, whose plans last as long as the session; functions in SQL would be planned at every call.
-- A row of the office is in force when no later revision took it back and the day lies between its days.

CREATE FUNCTION kessai.on_staff(person bigint, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM kessai.staff s WHERE s.staff_id = person AND s.removed_in IS NULL
       AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day));
END $$;

CREATE FUNCTION kessai.post_exists(post bigint, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM kessai.post p WHERE p.post_id = post AND p.removed_in IS NULL
       AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day));
END $$;

-- The post itself or, where it was abolished, the one its work went to.
CREATE FUNCTION kessai.current_post(post bigint, day text) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
  here bigint := post;
  successor bigint;
BEGIN
  FOR hops IN 1..20 LOOP -- rows that form a ring hang nobody
    EXIT WHEN kessai.post_exists(here, day);
    SELECT s.successor_id INTO successor FROM kessai.succession s
     WHERE s.post_id = here AND s.removed_in IS NULL
       AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day) LIMIT 1;
    EXIT WHEN NOT FOUND;
    here := successor;
  END LOOP;
  RETURN here;
END $$;

CREATE FUNCTION kessai.holds_post(person bigint, post bigint, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  now_called bigint := kessai.current_post(post, day);
BEGIN
  RETURN kessai.on_staff(person, day) AND kessai.post_exists(now_called, day) AND EXISTS (
    SELECT FROM kessai.appointment a
     WHERE a.staff_id = person AND a.post_id = now_called AND a.removed_in IS NULL
       AND a.valid_from <= day AND (a.valid_until IS NULL OR a.valid_until >= day));
END $$;

CREATE FUNCTION kessai.is_absent(person bigint, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM kessai.absence x
     WHERE x.staff_id = person AND x.ended_at IS NULL AND x.valid_from <= day AND x.valid_until >= day);
END $$;

-- Whether somebody acts for another on a case of a form and an amount.
CREATE FUNCTION kessai.deputises(deputy bigint, principal bigint, p_form text, p_amount bigint, day text) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN kessai.on_staff(principal, day) AND EXISTS (
    SELECT FROM kessai.deputyship d
     WHERE d.deputy_id = deputy AND d.principal_id = principal AND d.removed_in IS NULL
       AND d.valid_from <= day AND (d.valid_until IS NULL OR d.valid_until >= day)
       AND (d.forms = '' OR strpos(d.forms, ',' || p_form || ',') > 0) AND (d.up_to IS NULL OR p_amount <= d.up_to)
       AND (d.when_absent = 0 OR kessai.is_absent(principal, day)));
END $$;

-- Whether somebody who holds a post that exists is there, other than some; no matter what is null among these. One statement: policies ask
-- it for whoever may decide in somebody's place, in every query.
CREATE FUNCTION kessai.anybody_at(post bigint, but bigint[], day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM kessai.appointment a
      JOIN kessai.post p ON p.post_id = a.post_id AND p.removed_in IS NULL
           AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
      JOIN kessai.staff s ON s.staff_id = a.staff_id AND s.removed_in IS NULL
           AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day)
     WHERE a.post_id = post AND (a.staff_id = ANY (but)) IS NOT TRUE AND a.removed_in IS NULL
       AND a.valid_from <= day AND (a.valid_until IS NULL OR a.valid_until >= day)
       AND NOT EXISTS (
         SELECT FROM kessai.absence x
          WHERE x.staff_id = a.staff_id AND x.ended_at IS NULL AND x.valid_from <= day AND x.valid_until >= day));
END $$;

-- The same of the post or, where it was abolished, of the one its work went to.
CREATE FUNCTION kessai.attended(post bigint, but bigint[], day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN kessai.anybody_at(post, but, day)
      OR (NOT kessai.post_exists(post, day) AND kessai.anybody_at(kessai.current_post(post, day), but, day));
END $$;

-- Whether a case of a form and an amount passes somebody over today: they are away, said so, and nobody is their deputy for it.
CREATE FUNCTION kessai.passes_over(person bigint, p_form text, p_amount bigint, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM kessai.absence x
     WHERE x.staff_id = person AND x.ended_at IS NULL AND x.pass_over = 1 AND x.valid_from <= day AND x.valid_until >= day)
    AND NOT EXISTS (
    SELECT FROM kessai.deputyship d
     WHERE d.principal_id = person AND d.removed_in IS NULL AND kessai.on_staff(d.deputy_id, day)
       AND d.valid_from <= day AND (d.valid_until IS NULL OR d.valid_until >= day)
       AND (d.forms = '' OR strpos(d.forms, ',' || p_form || ',') > 0) AND (d.up_to IS NULL OR p_amount <= d.up_to));
END $$;

-- The member of staff who signed in: by the login role, which nobody can change within a session. None once their record ended.
CREATE FUNCTION kessai.signed_in(day text) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT s.staff_id FROM kessai.staff s
     WHERE s.login = session_user AND s.removed_in IS NULL
       AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day)
     LIMIT 1);
END $$;

CREATE FUNCTION kessai.my_staff_id() RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  RETURN kessai.signed_in(kessai.today());
END $$;

-- The posts some persons hold today as negative numbers, with the abolished ones whose work went to one of them.
CREATE FUNCTION kessai.posts_held(persons bigint[], day text) RETURNS bigint[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  held bigint[] := ARRAY(
    SELECT DISTINCT a.post_id FROM kessai.appointment a
      JOIN kessai.post p ON p.post_id = a.post_id AND p.removed_in IS NULL
           AND p.valid_from <= day AND (p.valid_until IS NULL OR p.valid_until >= day)
     WHERE a.staff_id = ANY (persons) AND a.removed_in IS NULL
       AND a.valid_from <= day AND (a.valid_until IS NULL OR a.valid_until >= day));
BEGIN
  RETURN ARRAY(SELECT -h FROM unnest(held) h) || ARRAY(
    SELECT -s.post_id FROM kessai.succession s
     WHERE s.removed_in IS NULL AND s.valid_from <= day AND (s.valid_until IS NULL OR s.valid_until >= day)
       AND NOT kessai.post_exists(s.post_id, day) AND kessai.current_post(s.post_id, day) = ANY (held));
END $$;

-- Me and the posts I hold: whom only I answer for, no deputy.
CREATE FUNCTION kessai.my_own_parties() RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  day text := kessai.today();
  me bigint := kessai.signed_in(day);
BEGIN
  RETURN CASE WHEN me IS NULL THEN '{}' ELSE me || kessai.posts_held(ARRAY[me], day) END;
END $$;

-- The same, and the same of those whose deputy I am today for all cases (my_limited_parties: for some). Deputies of deputies are never
-- followed.
CREATE FUNCTION kessai.my_parties() RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  day text := kessai.today();
  me bigint := kessai.signed_in(day);
  persons bigint[];
BEGIN
  IF me IS NULL THEN
    RETURN '{}';
  END IF;
  persons := me || ARRAY(
    SELECT d.principal_id FROM kessai.deputyship d
     WHERE d.deputy_id = me AND d.removed_in IS NULL AND d.forms = '' AND d.up_to IS NULL
       AND d.valid_from <= day AND (d.valid_until IS NULL OR d.valid_until >= day)
       AND kessai.on_staff(d.principal_id, day)
       AND (d.when_absent = 0 OR kessai.is_absent(d.principal_id, day)));
  RETURN persons || kessai.posts_held(persons, day);
END $$;

-- Whether the decider of a row of stand_in is away today, and so is everybody at the posts listed before it.
CREATE FUNCTION kessai.decider_away(i kessai.stand_in, day text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN i.removed_in IS NULL AND i.valid_from <= day AND (i.valid_until IS NULL OR i.valid_until >= day)
     AND NOT kessai.attended(i.decider_id, '{}', day)
     AND NOT EXISTS (
       SELECT FROM kessai.stand_in b
        WHERE b.decider_id = i.decider_id AND b.place < i.place AND b.post_id IS NOT NULL AND b.removed_in IS NULL
          AND b.valid_from <= day AND (b.valid_until IS NULL OR b.valid_until >= day)
          AND kessai.attended(b.post_id, '{}', day));
END $$;

-- The deciders in whose place I am today (代決) by a listed post, as negative numbers.
CREATE FUNCTION kessai.my_stand_ins() RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  day text := kessai.today();
  me bigint := kessai.signed_in(day);
BEGIN
  IF me IS NULL OR kessai.is_absent(me, day) THEN
    RETURN '{}';
  END IF;
  -- Whether a decider is away is asked only of those that list a post of mine.
  RETURN ARRAY(
    WITH mine AS MATERIALIZED (
      SELECT i FROM kessai.appointment h JOIN kessai.stand_in i ON i.post_id = h.post_id
       WHERE h.staff_id = me AND h.removed_in IS NULL AND h.valid_from <= day AND (h.valid_until IS NULL OR h.valid_until >= day))
    SELECT DISTINCT -(i).decider_id FROM mine WHERE kessai.decider_away(i, day));
END $$;

-- The deciders in whose place the head of the drafter's line may be today: I, where I am it. They see the case anyway.
CREATE FUNCTION kessai.my_line_stand_ins() RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  day text := kessai.today();
  me bigint := kessai.signed_in(day);
BEGIN
  IF me IS NULL OR kessai.is_absent(me, day) THEN
    RETURN '{}';
  END IF;
  -- Whether a decider is away is asked only by whoever heads a section of such a level.
  RETURN ARRAY(
    WITH mine AS MATERIALIZED (
      SELECT i FROM kessai.stand_in i
       WHERE i.post_id IS NULL
         AND i.level = ANY (ARRAY(
               SELECT z.level FROM kessai.appointment h
                 JOIN kessai.post p ON p.post_id = h.post_id AND p.head = 1 AND p.removed_in IS NULL
                 JOIN kessai.section z ON z.section_id = p.section_id AND z.removed_in IS NULL
                WHERE h.staff_id = me AND h.removed_in IS NULL
                  AND h.valid_from <= day AND (h.valid_until IS NULL OR h.valid_until >= day))))
    SELECT DISTINCT -(i).decider_id FROM mine WHERE kessai.decider_away(i, day));
END $$;

-- Whose cases I may read.
CREATE FUNCTION kessai.my_sight() RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  RETURN kessai.my_parties() || kessai.my_stand_ins();
END $$;

-- Auditors read everything that was submitted and change nothing.
CREATE FUNCTION kessai.am_auditor() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  day text := kessai.today();
BEGIN
  RETURN EXISTS (
    SELECT FROM kessai.special_right r
     WHERE r.staff_id = kessai.signed_in(day) AND r.right_name = 'auditor'
       AND r.valid_from <= day AND (r.valid_until IS NULL OR r.valid_until >= day));
END $$;

-- Whether a case is mine, or was sent to me.
CREATE FUNCTION kessai.was_sent(p_case bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  c kessai.case_file;
BEGIN
  SELECT * INTO c FROM kessai.case_file WHERE case_id = p_case;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF c.drafter_id = kessai.my_staff_id() THEN
    RETURN true;
  END IF;
  RETURN c.seq > 0
     AND (EXISTS (SELECT FROM kessai.case_access a WHERE a.case_id = p_case AND a.party = ANY (kessai.my_sight()))
          OR kessai.am_auditor() OR kessai.reads_besides(c));
END $$;

-- Whether I may read a case: what the policy on case_file says, for places where a policy cannot ask it. Besides what was sent to me, the
-- commitment of a payment that was (0026).
CREATE FUNCTION kessai.may_read(p_case bigint) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  RETURN kessai.was_sent(p_case)
      OR (EXISTS (SELECT FROM kessai.case_file c WHERE c.case_id = p_case AND c.state = 4) AND kessai.reads_by_payment(p_case));
END $$;

-- Rows ---------------------------------------------------------------------------------------------------------------
-- The form of these policies is measured (database.md 1.2): a scalar sub-select with LIMIT 1 can never become a hash over the
-- whole table, and functions inside (SELECT ...) run once a query. Owners are not bound by policies, which is how a new office is
-- filled.

DO $$
DECLARE
  t text;
BEGIN
  -- The office and its configuration: whoever is on the staff today.
  FOREACH t IN ARRAY ARRAY['office_info', 'office_revision', 'section', 'post', 'staff', 'appointment', 'deputyship',
                           'role_holder', 'stand_in', 'succession', 'work_terms', 'absence', 'special_right', 'form_revision', 'rule_revision', 'parameter'] LOOP
    EXECUTE format('ALTER TABLE kessai.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY reading ON kessai.%I FOR SELECT USING ((SELECT kessai.my_staff_id()) IS NOT NULL)', t);
    EXECUTE format('GRANT SELECT ON kessai.%I TO %I', t, kessai.staff_group());
  END LOOP;
  FOREACH t IN ARRAY ARRAY['case_file', 'content', 'attachment', 'blob', 'blob_chunk', 'blob_holder', 'event', 'step',
                           'assignment', 'case_access', 'posting'] LOOP
    EXECUTE format('ALTER TABLE kessai.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON kessai.%I TO %I', t, kessai.staff_group());
  END LOOP;
END $$;

-- A case: its drafter, those it was sent to, auditors once it was submitted. Administrators have no part in it.
CREATE POLICY reading ON kessai.case_file FOR SELECT USING (
  drafter_id = (SELECT kessai.my_staff_id())
  OR (SELECT true FROM kessai.case_access a
       WHERE a.case_id = case_file.case_id AND a.party = ANY ((SELECT kessai.my_sight())::bigint[]) LIMIT 1)
  OR (seq > 0 AND (SELECT kessai.am_auditor())));

-- Own rows are told apart at once; the rest of the list belongs to whoever may read the case.
CREATE POLICY reading ON kessai.case_access FOR SELECT USING (
  party = ANY ((SELECT kessai.my_sight())::bigint[]) OR kessai.may_read(case_id));

CREATE POLICY reading ON kessai.event FOR SELECT USING (
  (SELECT true FROM kessai.case_file c WHERE c.case_id = event.case_id LIMIT 1));

CREATE POLICY reading ON kessai.step FOR SELECT USING (
  (SELECT true FROM kessai.case_file c WHERE c.case_id = step.case_id LIMIT 1));

-- What waits for me is found by the party alone, without a look at the case: the tray is the most frequent query.
CREATE POLICY reading ON kessai.assignment FOR SELECT USING (
  (state IN (1, 8) AND party = ANY ((SELECT kessai.my_parties())::bigint[]))
  OR (SELECT true FROM kessai.case_file c WHERE c.case_id = assignment.case_id LIMIT 1));

-- A correction in the making is the drafter's alone until it is submitted.
CREATE POLICY reading ON kessai.content FOR SELECT USING (
  (SELECT content.sealed = 1 OR c.drafter_id = (SELECT kessai.my_staff_id())
     FROM kessai.case_file c WHERE c.case_id = content.case_id LIMIT 1));

CREATE POLICY reading ON kessai.attachment FOR SELECT USING (
  (SELECT true FROM kessai.content c
    WHERE c.case_id = attachment.case_id AND c.revision = attachment.revision LIMIT 1));

CREATE POLICY reading ON kessai.posting FOR SELECT USING (
  account = 'staff:' || (SELECT kessai.my_staff_id())
  OR (SELECT true FROM kessai.case_file c WHERE c.case_id = posting.case_id LIMIT 1));

-- A file: who uploaded it, and whoever may read a case it is attached to.
CREATE POLICY reading ON kessai.blob_holder FOR SELECT USING (staff_id = (SELECT kessai.my_staff_id()));

CREATE POLICY reading ON kessai.blob FOR SELECT USING (
  staff_id = (SELECT kessai.my_staff_id())
  OR (SELECT true FROM kessai.blob_holder h WHERE h.blob_id = blob.blob_id LIMIT 1)
  OR (SELECT true FROM kessai.attachment a WHERE a.blob_id = blob.blob_id LIMIT 1));

CREATE POLICY reading ON kessai.blob_chunk FOR SELECT USING (
  (SELECT true FROM kessai.blob b WHERE b.blob_id = blob_chunk.blob_id LIMIT 1));

-- The catalogues of PostgreSQL give everybody more than an office wants to (database.md 1.1): locks to hold the notary up with,
-- storage that no policy watches, other people's statements and statistics. Only a superuser may take it away;
-- packaging/postgresql/harden.sql does the same where the office was made by somebody else.
DO $$
DECLARE
  thing record;
  owner name := (SELECT r.rolname FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner WHERE n.nspname = 'kessai');
BEGIN
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    RETURN;
  END IF;
  FOR thing IN
    SELECT p.oid::regprocedure AS name, p.proname ~ 'advisory|^pg_stat_get_(activity|function_calls|function_total_time)$' AS needed
      FROM pg_proc p
     WHERE p.pronamespace = 'pg_catalog'::regnamespace
       AND p.proname ~ '^(pg_(try_)?advisory_|lo_|loread$|lowrite$|pg_sleep|pg_notify$|pg_stat_get_|pg_lock_status$|pg_blocking_pids$)'
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', thing.name);
    IF thing.needed THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', thing.name, owner);
    END IF;
  END LOOP;
  FOR thing IN
    SELECT c.oid::regclass AS name FROM pg_class c
     WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind IN ('r', 'v')
       AND c.relname ~ '^pg_(stat_|statio_|stats|locks$|largeobject_metadata$|prepared_xacts$|db_role_setting$)'
  LOOP
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC', thing.name);
  END LOOP;
  EXECUTE format('GRANT pg_read_all_stats TO %I', owner); -- for kessai.health(), which counts
  EXECUTE format('GRANT USAGE ON LANGUAGE plpgsql TO %I', owner);
  REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
END $$;

DO $$
BEGIN
  EXECUTE format('GRANT SELECT ON kessai.schema_version TO %I', kessai.staff_group());
END $$;
CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.my_staff_id()', 'kessai.my_parties()', 'kessai.my_own_parties()', 'kessai.my_stand_ins()', 'kessai.my_line_stand_ins()',
                          'kessai.my_sight()', 'kessai.am_auditor()', 'kessai.may_read(bigint)',
                          'kessai.today()');

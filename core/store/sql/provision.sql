-- The login roles of the staff (core/store/provision.h).

-- Every role of the server: whether it may do more than staff, belongs to this office, may sign in, belongs to anything else, is shut out
-- of this office.
-- name: allRoles (postgresql)
SELECT r.rolname,
       CASE WHEN r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls
                 OR r.rolname = current_user OR r.oid = o.owner OR r.rolname = kessai.staff_group()
                 OR EXISTS (SELECT FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
                             WHERE m.member = r.oid AND (g.oid = o.owner OR g.rolname LIKE 'pg!_%' ESCAPE '!'))
            THEN 1 ELSE 0 END,
       CASE WHEN EXISTS (SELECT FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
                          WHERE m.member = r.oid AND g.rolname = kessai.staff_group()) THEN 1 ELSE 0 END,
       CASE WHEN r.rolcanlogin THEN 1 ELSE 0 END,
       CASE WHEN EXISTS (SELECT FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
                          WHERE m.member = r.oid AND g.rolname <> kessai.staff_group()) THEN 1 ELSE 0 END,
       CASE WHEN EXISTS (SELECT FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase
                          WHERE s.setrole = r.oid AND d.datname = current_database()
                            AND 'kessai.shut_out=1' = ANY (s.setconfig)) THEN 1 ELSE 0 END
  FROM pg_roles r, (SELECT nspowner AS owner FROM pg_namespace WHERE nspname = 'kessai') o

-- name: staffGroup (postgresql)
SELECT kessai.staff_group(), current_database()

-- Whether a role still belongs to the office, be it by way of another.
-- name: getsIn (postgresql)
SELECT CASE WHEN pg_has_role(:login, kessai.staff_group(), 'MEMBER') THEN 1 ELSE 0 END

-- Ends what somebody has open in this office: who took on the rights of the staff before keeps them until the session ends.
-- name: endSessions (postgresql)
SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = :login AND datname = current_database()

-- The login roles of the staff (core/store/provision.h).

-- Every role of the server: whether it may do more than staff, belongs to this office, may sign in, belongs to anything else.
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
                          WHERE m.member = r.oid AND g.rolname <> kessai.staff_group()) THEN 1 ELSE 0 END
  FROM pg_roles r, (SELECT nspowner AS owner FROM pg_namespace WHERE nspname = 'kessai') o

-- name: staffGroup (postgresql)
SELECT kessai.staff_group(), current_database()

-- What an office consists of, and copying it (core/store/officecopy.h).

-- The columns of every table: table, column, type, place in the key from 1, whether it numbers itself. Tables are made after those they
-- refer to.
-- name: officeColumns (sqlite)
SELECT m.name, c.name, c.type, c.pk, CASE WHEN c.pk = 1 AND m.sql LIKE '%AUTOINCREMENT%' THEN 1 ELSE 0 END
  FROM sqlite_master m
  JOIN pragma_table_list(m.name) l ON l.schema = 'main' AND l.type = 'table'
  JOIN pragma_table_info(m.name) c
 WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!' AND m.name NOT IN ('schema_version', 'upkeep')
 ORDER BY m.rowid, c.cid

-- name: officeColumns (postgresql)
SELECT t.relname, a.attname, format_type(a.atttypid, NULL),
       coalesce((SELECT k.place FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
                  WHERE i.indrelid = t.oid AND i.indisprimary AND k.attnum = a.attnum), 0),
       CASE WHEN a.attidentity <> '' THEN 1 ELSE 0 END
  FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
 WHERE t.relnamespace = 'kessai'::regnamespace AND t.relkind = 'r' AND t.relname NOT IN ('schema_version', 'upkeep')
 ORDER BY t.oid, a.attnum

-- The highest number a table ever gave.
-- name: counterOf (sqlite)
SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = :name), 0)

-- name: setCounter (postgresql)
SELECT setval(pg_get_serial_sequence(:name, :counter), CAST(:last AS BIGINT))

-- A file rings nobody: on a server everybody in a running meeting hears its own channel.
-- name: freshChannels (postgresql)
UPDATE kessai.meeting_live SET channel = kessai.fresh_channel()

-- An office in open formats (core/store/officeexport.h): the owner reads everything.

-- name: exportedCases
SELECT c.case_id, c.number, c.form, c.title, c.amount, c.drafter_name, c.drafter_section, c.state, c.submitted_at, c.changed_at, c.seq
  FROM case_file c ORDER BY c.case_id

-- A file that stayed attached through several revisions is called as in the last of them.
-- name: exportedAttachments
SELECT a.blob_id, a.chunks, a.sha256, c.number, a.revision, a.no, a.name
  FROM attachment a JOIN case_file c ON c.case_id = a.case_id
 WHERE NOT EXISTS (SELECT 1 FROM attachment n
                    WHERE n.case_id = a.case_id AND n.sha256 = a.sha256
                      AND (n.revision > a.revision OR (n.revision = a.revision AND n.no > a.no)))
 ORDER BY a.case_id, a.revision, a.no

-- name: exportedPapers
SELECT f.blob_id, b.chunks, f.sha256, m.day, m.title, m.meeting_id, f.paper, f.revision
  FROM meeting_file f JOIN meeting m ON m.meeting_id = f.meeting_id JOIN blob b ON b.blob_id = f.blob_id
 ORDER BY f.meeting_id, f.paper, f.revision

-- name: exportedChunk
SELECT data FROM blob_chunk WHERE blob_id = :blob_id AND no = :no

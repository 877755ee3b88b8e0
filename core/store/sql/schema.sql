-- script: createSchemaVersion
CREATE TABLE IF NOT EXISTS schema_version (
  number        INTEGER PRIMARY KEY,
  oldest_client INTEGER NOT NULL,
  topic         TEXT NOT NULL,
  applied_at    BIGINT NOT NULL
)

-- name: hasTable (sqlite)
SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name LIKE :name AND name NOT LIKE 'sqlite!_%' ESCAPE '!'

-- name: hasTable (postgresql)
SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = 'kessai' AND tablename LIKE :name

-- name: appliedMigrations
SELECT number, oldest_client FROM schema_version ORDER BY number

-- name: takeMigration
INSERT INTO schema_version (number, oldest_client, topic, applied_at)
VALUES (:number, :oldest_client, :topic, :applied_at)
ON CONFLICT (number) DO NOTHING

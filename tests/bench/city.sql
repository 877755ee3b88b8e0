-- Multiplies the closed cases of a sample office (tests/bench/city.h). Run by the superuser.

CREATE SCHEMA bench;

CREATE TABLE bench.word (no integer PRIMARY KEY, raw text NOT NULL, folded text NOT NULL);

-- Closed cases without files and without anything left to do, drafts apart from the other forms. What names a case by its id, or another
-- case, or keeps a part of itself elsewhere, cannot be multiplied by its rows alone.
CREATE TABLE bench.template AS
SELECT c.*, row_number() OVER (PARTITION BY c.form = 'draft' ORDER BY c.case_id) - 1 AS no, c.form = 'draft' AS is_draft
  FROM kessai.case_file c
 WHERE c.state IN (4, 5, 6) AND c.attachments = 0
   AND NOT EXISTS (SELECT FROM kessai.attachment a WHERE a.case_id = c.case_id)
   AND NOT EXISTS (SELECT FROM kessai.content x WHERE x.case_id = c.case_id AND x.sealed = 0)
   AND NOT EXISTS (SELECT FROM kessai.assignment a WHERE a.case_id = c.case_id AND a.state = 1)
   AND NOT EXISTS (SELECT FROM kessai.posting p WHERE p.case_id = c.case_id AND p.account LIKE 'case:%')
   AND NOT EXISTS (SELECT FROM kessai.content x WHERE x.case_id = c.case_id AND x.fields ~ '"case":')
   AND NOT EXISTS (SELECT FROM kessai.content_confidential x WHERE x.case_id = c.case_id)
   AND NOT EXISTS (SELECT FROM kessai.cancellation k WHERE c.case_id IN (k.case_id, k.cancelled_id));
CREATE UNIQUE INDEX ON bench.template (is_draft, no);

CREATE TABLE bench.content AS
SELECT x.*, t.is_draft, x.fields::jsonb->>'subject' AS subject, w.text AS words,
       kessai.hex_digest(kessai.field(t.form) || kessai.field(x.form_revision::text) || kessai.field(x.fields) || kessai.field('0')) AS digest
  FROM bench.template t JOIN kessai.content x ON x.case_id = t.case_id
  JOIN kessai.case_text w ON w.case_id = x.case_id AND w.revision = x.revision;
CREATE INDEX ON bench.content (case_id);

CREATE TABLE bench.event AS
SELECT e.*, CASE WHEN e.code = 'submitted' THEN (e.payload::jsonb->>'revision')::integer END AS revision
  FROM bench.template t JOIN kessai.event e ON e.case_id = t.case_id;
CREATE INDEX ON bench.event (case_id, seq);
ANALYZE;

-- Frequent words are much more frequent than rare ones, as in any language.
CREATE FUNCTION bench.some_word(words integer) RETURNS integer LANGUAGE sql VOLATILE
RETURN floor(words * power(random(), 4))::integer;

CREATE FUNCTION bench.multiply(first bigint, number integer) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, bench, kessai, pg_temp AS $$
DECLARE
  vocabulary integer := (SELECT count(*) FROM word);
  drafts integer := (SELECT count(*) FROM template WHERE is_draft);
  others integer := (SELECT count(*) FROM template WHERE NOT is_draft);
  longest integer := (SELECT max(seq) FROM template);
BEGIN
  PERFORM setseed((first % 1000) / 1000.0);
  SET LOCAL session_replication_role = replica; -- no foreign keys are looked up: the rows come from whole cases

  CREATE TEMP TABLE fresh ON COMMIT DROP AS
  SELECT g AS id, t.case_id AS tpl, ''::text AS head, '（' || a.raw || b.raw || '第' || g % 1000 || '号）' AS suffix,
         '(' || a.folded || b.folded || '第' || g % 1000 || '号)' AS folded_suffix, v.raw AS body, v.folded AS folded_body
    FROM generate_series(first, first + number - 1) g
    JOIN template t ON t.is_draft = (g % 2 = 0) AND t.no = (g / 2) % CASE WHEN g % 2 = 0 THEN drafts ELSE others END
    CROSS JOIN LATERAL (SELECT raw, folded FROM word WHERE no = (SELECT some_word(vocabulary + (g * 0)::integer))) a
    CROSS JOIN LATERAL (SELECT raw, folded FROM word WHERE no = (SELECT some_word(vocabulary + (g * 0)::integer))) b
    CROSS JOIN LATERAL (
      SELECT string_agg(w.raw, '') || extra AS raw, string_agg(w.folded, '') || extra AS folded
        FROM generate_series(1, 12 + (g * 0)::integer) i CROSS JOIN LATERAL (SELECT some_word(vocabulary + i * 0) AS no) pick JOIN word w ON w.no = pick.no
       CROSS JOIN (SELECT CASE WHEN g % 20 = 4 THEN '後期高齢者' ELSE '' END || CASE WHEN g % 40000 = 2 THEN '嚆峡' ELSE '' END
                          || CASE WHEN g % 60000 = 2 THEN '耐震補強特別枠' ELSE '' END AS extra) e
       GROUP BY extra) v;
  CREATE UNIQUE INDEX ON fresh (id);
  ANALYZE fresh;

  CREATE TEMP TABLE fresh_content ON COMMIT DROP AS
  SELECT f.id, x.revision, x.form_revision, f.tpl, x.amount, x.urgent, x.is_draft, x.digest AS old_digest,
         CASE WHEN x.is_draft
              THEN replace(replace(x.fields, '"subject":' || to_json(x.subject), '"subject":' || to_json(x.subject || f.suffix)),
                           '"body":"', '"body":"' || f.body)
              ELSE x.fields END AS fields,
         CASE WHEN x.is_draft THEN x.title || f.suffix ELSE x.title END AS title,
         lower(split_part(t.number, '-', 1)) || '-' || lpad(f.id::text, greatest(6, length(f.id::text)), '0') || substr(x.words, strpos(x.words, E'\n'))
           || CASE WHEN x.is_draft THEN E'\n' || f.folded_suffix || E'\n' || f.folded_body ELSE '' END AS words,
         ''::text AS digest
    FROM fresh f JOIN content x ON x.case_id = f.tpl JOIN template t ON t.case_id = f.tpl;
  UPDATE fresh_content x
     SET digest = hex_digest(field((SELECT t.form FROM template t WHERE t.case_id = x.tpl)) || field(x.form_revision::text)
                             || field(x.fields) || field('0'));
  CREATE UNIQUE INDEX ON fresh_content (id, revision);
  ANALYZE fresh_content;

  FOR s IN 1..longest LOOP
    WITH next AS (
      SELECT f.id, f.head, e.*, coalesce(replace(e.payload, x.old_digest, x.digest), e.payload) AS said,
             lpad(f.id::text, 9, '0') || '-' || e.seq AS request
        FROM fresh f JOIN event e ON e.case_id = f.tpl AND e.seq = s
        LEFT JOIN fresh_content x ON x.id = f.id AND x.revision = e.revision),
    written AS (
      INSERT INTO kessai.event (case_id, seq, code, version, actor_id, post_id, principal_id, actor_name, actor_title, actor_section,
                                principal_name, at, request_id, payload, effects, previous_hash, hash)
      SELECT id, seq, code, version, actor_id, post_id, principal_id, actor_name, actor_title, actor_section, principal_name, at,
             request, said, effects, head,
             hex_digest(field(head) || field(id::text) || field(seq::text) || field(code) || field(version::text)
               || field(actor_id::text) || field(coalesce(post_id, 0)::text) || field(coalesce(principal_id, 0)::text)
               || field(actor_name) || field(actor_title) || field(actor_section) || field(principal_name) || field(at::text)
               || field(request) || field(said) || field(effects))
        FROM next ORDER BY id
      RETURNING case_id, hash)
    UPDATE fresh f SET head = w.hash FROM written w WHERE f.id = w.case_id;
  END LOOP;

  INSERT INTO kessai.case_file (case_id, number, form, drafter_id, drafter_name, drafter_section, title, amount, urgent, state, round, seq,
                                revision, head_hash, attachments, posting_state, now_with, search_text, created_at, submitted_at, changed_at)
  SELECT f.id, split_part(t.number, '-', 1) || '-' || lpad(f.id::text, greatest(6, length(f.id::text)), '0'), t.form, t.drafter_id,
         t.drafter_name, t.drafter_section, x.title, t.amount, t.urgent, t.state, t.round, t.seq, t.revision, f.head, 0, t.posting_state,
         t.now_with, t.search_text, t.created_at, t.submitted_at, t.changed_at
    FROM fresh f JOIN template t ON t.case_id = f.tpl
    JOIN fresh_content x ON x.id = f.id AND x.revision = t.revision ORDER BY f.id;
  INSERT INTO kessai.content (case_id, revision, form_revision, fields, title, amount, urgent, sealed)
  SELECT id, revision, form_revision, fields, title, amount, urgent, 1 FROM fresh_content ORDER BY id, revision;
  INSERT INTO kessai.case_text (case_id, revision, fold, text)
  SELECT id, revision, 1, words FROM fresh_content ORDER BY id, revision;
  INSERT INTO kessai.step (case_id, round, step_no, kind, rule, needed, line)
  SELECT f.id, s.round, s.step_no, s.kind, s.rule, s.needed, s.line
    FROM fresh f JOIN kessai.step s ON s.case_id = f.tpl ORDER BY f.id, s.round, s.step_no;
  INSERT INTO kessai.assignment (case_id, round, step_no, no, party, state, arrived_at)
  SELECT f.id, a.round, a.step_no, a.no, a.party, a.state, a.arrived_at
    FROM fresh f JOIN kessai.assignment a ON a.case_id = f.tpl ORDER BY f.id, a.round, a.step_no, a.no;
  INSERT INTO kessai.case_access (case_id, party, position)
  SELECT f.id, a.party, a.position FROM fresh f JOIN kessai.case_access a ON a.case_id = f.tpl ORDER BY f.id, a.party;
  INSERT INTO kessai.posting (case_id, revision, no, ledger, account, day, amount, starts, state, used_at)
  SELECT f.id, p.revision, p.no, p.ledger, p.account, p.day, p.amount, p.starts, p.state, p.used_at
    FROM fresh f JOIN kessai.posting p ON p.case_id = f.tpl ORDER BY f.id, p.no;
END $$;

-- Indexes that are quicker to make at the end.
CREATE TABLE bench.later AS
SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
 WHERE c.relnamespace = 'kessai'::regnamespace AND NOT i.indisunique
   AND c.relname IN ('case_file', 'case_text', 'assignment', 'case_access', 'posting');

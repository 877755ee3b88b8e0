-- Finding cases by words, and keeping what they are found by.

-- Words of the folded text of the revision a list shows. The policies see to it that nobody looks into other people's texts.
-- fragment: matches
@formMatches@ AND (CAST(:searching AS BIGINT) = 0 OR @wordsMatch@)

-- fragment: wordsMatch
EXISTS (
  SELECT 1 FROM case_text w
   WHERE w.case_id = c.case_id AND w.revision = CASE WHEN c.revision > 0 THEN c.revision ELSE 1 END
     AND w.text LIKE CAST(:word1 AS TEXT) ESCAPE '!' AND w.text LIKE CAST(:word2 AS TEXT) ESCAPE '!'
     AND w.text LIKE CAST(:word3 AS TEXT) ESCAPE '!' AND w.text LIKE CAST(:word4 AS TEXT) ESCAPE '!')

-- Everything the reader may read and that was submitted, newest case first, between two states.
-- name: searchReadable (sqlite)
SELECT @rowColumns@
  FROM case_file c
 WHERE c.case_id IN (SELECT t.case_id FROM case_gram JOIN case_text t ON t.text_id = case_gram.rowid WHERE case_gram MATCH :grams)
   AND c.case_id < :id AND c.seq > 0 AND c.state BETWEEN :low AND :high AND @formMatches@ AND @wordsMatch@ AND @readable@
 ORDER BY c.case_id DESC LIMIT :limit

-- The function asks the index before anybody's rights, which the policies cannot (database.md 1.4), and answers only what the
-- reader may read; the policy on case_file then says so once more.
-- name: searchReadable (postgresql)
SELECT @rowColumns@
  FROM case_file c
 WHERE c.case_id = ANY (ARRAY(
         SELECT f.case_id
           FROM kessai.find_cases(:words, :forms, CAST(:low AS INTEGER), CAST(:high AS INTEGER), :id, CAST(:limit AS INTEGER))
                AS f (case_id)))
 ORDER BY c.case_id DESC

-- name: searchPutText
INSERT INTO case_text (case_id, revision, fold, text) VALUES (:case_id, :revision, :fold, :text)
ON CONFLICT (case_id, revision) DO UPDATE SET fold = excluded.fold, text = excluded.text
RETURNING text_id

-- name: searchPutGrams (sqlite)
INSERT OR REPLACE INTO case_gram (rowid, grams) VALUES (:text_id, :grams)

-- name: searchDropGrams (sqlite)
DELETE FROM case_gram
 WHERE rowid IN (SELECT text_id FROM case_text WHERE case_id = :case_id AND revision = :revision)

-- Contents whose words are missing or folded otherwise, a page at a time.
-- name: searchStale
SELECT x.case_id, x.revision, c.number, x.title, c.drafter_name, x.fields
  FROM content x
  JOIN case_file c ON c.case_id = x.case_id
  LEFT JOIN case_text t ON t.case_id = x.case_id AND t.revision = x.revision
 WHERE (x.case_id, x.revision) > (CAST(:case_id AS BIGINT), CAST(:revision AS INTEGER)) AND COALESCE(t.fold, 0) <> :fold
 ORDER BY x.case_id, x.revision LIMIT :limit

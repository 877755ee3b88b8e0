-- Payees: by a door where the reader is somebody at a server, by themselves where they look into a file or own the database.

-- fragment: payeeColumns
p.code, p.revision, p.name, p.kana, p.kind, p.registration, p.bank, p.bank_name, p.branch, p.branch_name, p.account_type, p.account,
  p.holder, p.holder_differs, p.mandate_on, p.valid_until, p.reason, p.made_name, p.made_at

-- fragment: newestPayee
NOT EXISTS (SELECT 1 FROM payee n WHERE n.code = p.code AND n.revision = p.revision + 1)

-- :list holds the words as JSON.
-- fragment: payeeWords (sqlite)
NOT EXISTS (SELECT 1 FROM json_each(:list) w WHERE INSTR(p.words, w.value) = 0)

-- fragment: payeeWords (postgresql)
NOT EXISTS (SELECT FROM jsonb_array_elements_text(CAST(:list AS jsonb)) w (word) WHERE position(w.word IN p.words) = 0)

-- name: findPayees
SELECT p.code, p.revision, p.name, p.kind, p.registration, SUBSTR(p.account, 4) AS account, p.holder_differs
  FROM payee p
 WHERE :words <> '' AND @newestPayee@ AND (p.valid_until IS NULL OR p.valid_until >= :today) AND @payeeWords@
 ORDER BY p.code <> :words, SUBSTR(p.words, 1, LENGTH(p.code || ' ' || :words)) <> p.code || ' ' || :words, p.kana, p.code
 LIMIT 20

-- name: remoteFindPayees (postgresql)
SELECT p.code, p.revision, p.name, p.kind, p.registration, p.account, p.holder_differs
  FROM kessai.find_payees(CAST(:words AS TEXT)) p

-- name: payees
SELECT @payeeColumns@
  FROM payee p
 WHERE p.code > :after AND @newestPayee@ AND @payeeWords@
 ORDER BY p.code
 LIMIT :most

-- name: remotePayees (postgresql)
SELECT @payeeColumns@
  FROM kessai.payees(CAST(:words AS TEXT), CAST(:after AS TEXT), CAST(:most AS INTEGER)) p

-- name: payeeRevisions
SELECT @payeeColumns@
  FROM payee p
 WHERE p.code = :code
 ORDER BY p.revision DESC

-- name: remotePayeeRevisions (postgresql)
SELECT @payeeColumns@
  FROM kessai.payee_revisions(CAST(:code AS TEXT)) p

-- name: insertPayee
INSERT INTO payee (code, revision, name, kana, kind, registration, bank, bank_name, branch, branch_name, account_type, account, holder,
                   holder_differs, mandate_on, valid_until, words, reason, made_by, made_name, made_at)
VALUES (:code, :revision, :name, :kana, :kind, :registration, :bank, :bank_name, :branch, :branch_name, :account_type, :account, :holder,
        :holder_differs, :mandate_on, :valid_until, :words, :reason, :made_by, :made_name, :made_at)

-- name: remoteRegisterPayee (postgresql)
SELECT kessai.register_payee(:payee, :reason)

-- name: remoteImportPayees (postgresql)
SELECT kessai.import_payees(:payees, :reason)

-- Opening stocks of ledgers, written by the owner of the database alone.

-- name: openingDrop
DELETE FROM ledger_opening WHERE account = :account AND ledger = :ledger AND day = :day

-- name: openingInsert
INSERT INTO ledger_opening (account, ledger, day, amount, source, made_at)
VALUES (:account, :ledger, :day, :amount, :source, :made_at)

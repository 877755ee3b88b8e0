-- oldest client: 1
-- Orders of payment of the same amount, among which the one of the same debt is looked for.
CREATE INDEX posting_paid ON posting (amount, day) WHERE ledger IN ('commitment.paid', 'budget.payment');

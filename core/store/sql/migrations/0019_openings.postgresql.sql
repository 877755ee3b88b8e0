-- oldest client: 15
-- Opening stocks: what somebody had when the office began with this program, or when their stock was counted anew
-- (forms/leave/annualstock.h). Questions about a ledger find them like postings that are used.

CREATE TABLE kessai.ledger_opening (
  account TEXT NOT NULL,
  ledger  TEXT NOT NULL,
  day     TEXT NOT NULL,
  amount  BIGINT NOT NULL,
  source  TEXT NOT NULL, -- the file it came from
  made_at BIGINT NOT NULL,
  PRIMARY KEY (account, ledger, day)
);

-- Nobody reads them but through the functions below.
ALTER TABLE kessai.ledger_opening ENABLE ROW LEVEL SECURITY;

CREATE OR REPLACE FUNCTION kessai.ledger_sum(p_ledger text, p_account text, p_since text, p_upto text, p_except bigint,
                                             OUT used bigint, OUT reserved bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.guard_account(p_ledger, p_account);
  IF p_ledger IN ('budget.balance', 'budget.supply', 'commitment.balance', 'commitment.amount') THEN
    SELECT a.used, a.reserved INTO used, reserved FROM kessai.account_state(p_ledger, p_account, p_except) a; -- migration 0024
    RETURN;
  END IF;
  SELECT coalesce(sum(p.amount) FILTER (WHERE p.state = 1), 0), coalesce(sum(p.amount) FILTER (WHERE p.state = 0 AND p.amount > 0), 0)
    INTO used, reserved
    FROM kessai.posting p
   WHERE p.account = p_account AND p.ledger = p_ledger AND p.day BETWEEN p_since AND p_upto
     AND p.state <> 2 AND p.case_id <> p_except;
  used := used + coalesce((SELECT sum(o.amount) FROM kessai.ledger_opening o
                            WHERE o.account = p_account AND o.ledger = p_ledger AND o.day BETWEEN p_since AND p_upto), 0);
END $$;

CREATE OR REPLACE FUNCTION kessai.ledger_entries(p_ledger text, p_account text, p_since text, p_upto text, p_except bigint)
RETURNS TABLE (day text, starts integer, used bigint, reserved bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.guard_account(p_ledger, p_account);
  RETURN QUERY SELECT p.day, p.starts, CASE p.state WHEN 1 THEN p.amount ELSE 0 END, CASE p.state WHEN 0 THEN p.amount ELSE 0 END
    FROM kessai.posting p
   WHERE p.account = p_account AND p.ledger = p_ledger AND p.day BETWEEN p_since AND p_upto
     AND (p.state = 1 OR (p.state = 0 AND p.amount > 0)) AND p.case_id <> p_except
   UNION ALL
  SELECT o.day, CAST(NULL AS integer), o.amount, CAST(0 AS bigint)
    FROM kessai.ledger_opening o
   WHERE o.account = p_account AND o.ledger = p_ledger AND o.day BETWEEN p_since AND p_upto;
END $$;

CALL kessai.adopt();

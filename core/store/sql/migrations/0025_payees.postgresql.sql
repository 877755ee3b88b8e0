-- oldest client: 1
-- Payees and their accounts (core/accounting/payee.h): the holders of the role "accounting" register and read them, everybody else finds whom
-- to pay without learning an account. Nothing is changed: the last revision of a code says how it stands.

CREATE TABLE kessai.payee (
  code           TEXT COLLATE "C" NOT NULL,
  revision       INTEGER NOT NULL, -- 1, 2, 3, ... of a code
  name           TEXT NOT NULL,
  kana           TEXT NOT NULL,
  kind           INTEGER NOT NULL, -- 0 corporation, 1 sole proprietor, 2 person, 3 staff
  registration   TEXT NOT NULL,
  bank           TEXT NOT NULL,
  bank_name      TEXT NOT NULL,
  branch         TEXT NOT NULL,
  branch_name    TEXT NOT NULL,
  account_type   INTEGER NOT NULL, -- as banks number them
  account        TEXT NOT NULL,
  holder         TEXT NOT NULL,
  holder_differs INTEGER NOT NULL,
  mandate_on     TEXT,
  valid_until    TEXT,
  words          TEXT NOT NULL, -- what it is found by, folded
  reason         TEXT NOT NULL,
  made_by        BIGINT, -- none: whoever owns the database
  made_name      TEXT NOT NULL,
  made_at        BIGINT NOT NULL,
  PRIMARY KEY (code, revision)
);
-- Nobody reads them but through the functions below.
ALTER TABLE kessai.payee ENABLE ROW LEVEL SECURITY;

CREATE FUNCTION kessai.guard_accounting() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  me bigint := kessai.my_staff_id();
BEGIN
  IF me IS NULL OR NOT kessai.holds_role(me, 'accounting', kessai.today()) THEN
    PERFORM kessai.fault('AccessDenied', 'this is for the accounting section');
  END IF;
  RETURN me;
END $$;

-- A line of text without control characters.
CREATE FUNCTION kessai.is_line(value text, most integer) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN coalesce(value ~ '[^[:space:]]' AND char_length(value) <= most AND value !~ '[[:cntrl:]]', false);

-- Written in nothing but what banks take (core/accounting/bankkana.h), and neither begins nor ends with a space.
CREATE FUNCTION kessai.is_bank_kana(value text, fewest integer, most integer) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN coalesce(char_length(value) BETWEEN fewest AND most AND value = btrim(value)
  AND translate(value, 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ()-./', '') = '', false);

-- The check digit of a corporation's registration number (core/accounting/registrationnumber.h).
CREATE FUNCTION kessai.is_registration(value text, corporation boolean) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE WHEN coalesce(value !~ '^T[0-9]{13}$', true) THEN false
            WHEN NOT corporation THEN true
            ELSE substr(value, 2, 1)::integer
                 = 9 - (SELECT sum(substr(value, 15 - n, 1)::integer * (2 - n % 2)) FROM generate_series(1, 12) n) % 9 END;

CREATE FUNCTION kessai.check_payee(p kessai.payee) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(p.code !~ '^[0-9]{1,10}$', true) OR NOT kessai.is_line(p.name, 100) OR NOT kessai.is_line(p.kana, 100)
     OR coalesce(p.kind NOT BETWEEN 0 AND 3, true)
     OR NOT (coalesce(p.registration = '', false) OR kessai.is_registration(p.registration, p.kind = 0)) THEN
    PERFORM kessai.fault('Invalid', 'that is no payee');
  ELSIF coalesce(p.bank !~ '^[0-9]{4}$' OR p.branch !~ '^[0-9]{3}$' OR p.account !~ '^[0-9]{7}$', true)
     OR coalesce(p.account_type NOT IN (1, 2, 4, 9), true)
     OR NOT kessai.is_bank_kana(p.bank_name, 0, 15) OR NOT kessai.is_bank_kana(p.branch_name, 0, 15)
     OR NOT kessai.is_bank_kana(p.holder, 1, 30) THEN
    PERFORM kessai.fault('Invalid', 'that is no account');
  ELSIF coalesce(p.holder_differs NOT IN (0, 1), true) OR (p.holder_differs = 1) <> (p.mandate_on IS NOT NULL) THEN
    PERFORM kessai.fault('Invalid', 'an account of somebody else goes with a mandate');
  END IF;
  PERFORM kessai.check_day(p.mandate_on, true);
  PERFORM kessai.check_day(p.valid_until, true);
  PERFORM kessai.check_length(p.words, 2000, 'what a payee is found by');
END $$;

CREATE FUNCTION kessai.same_payee(a kessai.payee, b kessai.payee) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN ROW(a.name, a.kana, a.kind, a.registration, a.bank, a.bank_name, a.branch, a.branch_name, a.account_type, a.account, a.holder,
           a.holder_differs, a.mandate_on, a.valid_until)
   IS NOT DISTINCT FROM
       ROW(b.name, b.kana, b.kind, b.registration, b.bank, b.bank_name, b.branch, b.branch_name, b.account_type, b.account, b.holder,
           b.holder_differs, b.mandate_on, b.valid_until);

CREATE FUNCTION kessai.newest_payee(p_code text) RETURNS kessai.payee LANGUAGE plpgsql STABLE AS $$
DECLARE
  p kessai.payee;
BEGIN
  SELECT * INTO p FROM kessai.payee x WHERE x.code = p_code ORDER BY x.revision DESC LIMIT 1;
  RETURN p;
END $$;

CREATE FUNCTION kessai.write_payee(me bigint, p kessai.payee, p_reason text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO kessai.payee (code, revision, name, kana, kind, registration, bank, bank_name, branch, branch_name, account_type, account, holder,
                            holder_differs, mandate_on, valid_until, words, reason, made_by, made_name, made_at)
  VALUES (p.code, p.revision, p.name, p.kana, p.kind, p.registration, p.bank, p.bank_name, p.branch, p.branch_name, p.account_type, p.account,
          p.holder, p.holder_differs, p.mandate_on, p.valid_until, p.words, p_reason, me,
          kessai.person_name(me, kessai.today()), kessai.now_us());
END $$;

CREATE FUNCTION kessai.check_payee_reason(p_reason text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(p_reason !~ '[^[:space:]]', true) THEN
    PERFORM kessai.refuse('ReasonMissing', 'payees are registered for a reason');
  ELSIF NOT kessai.is_line(p_reason, 200) THEN
    PERFORM kessai.fault('Invalid', 'a reason is one line');
  END IF;
END $$;

-- p_payee: the columns of the table; "revision" is the one that was seen, 0 for a new payee.
CREATE FUNCTION kessai.register_payee(p_payee text, p_reason text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  caller bigint := kessai.caller(); -- before all else: what it refuses, nobody may
  me bigint := kessai.guard_accounting();
  p kessai.payee;
  known kessai.payee;
BEGIN
  PERFORM kessai.check_length(p_payee, 20000, 'a payee');
  IF jsonb_typeof(p_payee::jsonb) <> 'object' THEN
    PERFORM kessai.fault('Invalid', 'that is no payee');
  END IF;
  p := jsonb_populate_record(NULL::kessai.payee, p_payee::jsonb);
  PERFORM kessai.check_payee_reason(p_reason);
  PERFORM kessai.check_payee(p);
  PERFORM pg_advisory_xact_lock(25, 0); -- what is compared below is as the one before left it
  known := kessai.newest_payee(p.code);
  IF known.code IS NULL AND coalesce(p.revision <> 0, true) THEN
    PERFORM kessai.fault('NotFound', 'no such payee');
  ELSIF known.code IS NOT NULL AND p.revision = 0 THEN
    PERFORM kessai.fault('AlreadyExists', 'the code is taken');
  ELSIF known.code IS NOT NULL AND known.revision IS DISTINCT FROM p.revision THEN
    PERFORM kessai.refuse('Stale', 'somebody changed the payee meanwhile');
  ELSIF known.code IS NOT NULL AND kessai.same_payee(known, p) THEN
    PERFORM kessai.fault('AlreadyExists', 'the payee is as it was');
  END IF;
  p.revision := p.revision + 1;
  PERFORM kessai.write_payee(me, p, p_reason);
END $$;

-- p_payees: a list of the same, all of it or nothing, whichever revision it was made from.
CREATE FUNCTION kessai.import_payees(p_payees text, p_reason text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
DECLARE
  caller bigint := kessai.caller();
  me bigint := kessai.guard_accounting();
  list jsonb;
  p kessai.payee;
  known kessai.payee;
  written integer := 0;
BEGIN
  PERFORM kessai.check_length(p_payees, 16000000, 'the list');
  list := p_payees::jsonb;
  IF jsonb_typeof(list) <> 'array' THEN
    PERFORM kessai.fault('Invalid', 'a list of payees, each of them once');
  ELSIF jsonb_array_length(list) > 20000 THEN
    PERFORM kessai.refuse('TooManyEntries', 'too many payees');
  ELSIF jsonb_array_length(list) = 0
     OR EXISTS (SELECT FROM jsonb_populate_recordset(NULL::kessai.payee, list) x GROUP BY x.code HAVING count(*) > 1) THEN
    PERFORM kessai.fault('Invalid', 'a list of payees, each of them once');
  END IF;
  PERFORM kessai.check_payee_reason(p_reason);
  PERFORM pg_advisory_xact_lock(25, 0);
  FOR p IN SELECT * FROM jsonb_populate_recordset(NULL::kessai.payee, list) LOOP
    PERFORM kessai.check_payee(p);
    known := kessai.newest_payee(p.code);
    IF known.code IS NULL OR NOT kessai.same_payee(known, p) THEN
      p.revision := coalesce(known.revision, 0) + 1;
      PERFORM kessai.write_payee(me, p, p_reason);
      written := written + 1;
    END IF;
  END LOOP;
  IF written = 0 THEN
    PERFORM kessai.fault('AlreadyExists', 'the payees are as they were');
  END IF;
END $$;

-- Whom to pay, by words that all have to occur, the likeliest first: for everybody, without the account but for its last four digits.
CREATE FUNCTION kessai.find_payees(p_words text)
RETURNS TABLE (code text, revision integer, name text, kind integer, registration text, account text, holder_differs integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  IF kessai.my_staff_id() IS NULL THEN
    PERFORM kessai.fault('AccessDenied', 'whoever signed in is not on the staff today');
  END IF;
  PERFORM kessai.check_length(p_words, 1000, 'what is looked for');
  RETURN QUERY
  SELECT p.code, p.revision, p.name, p.kind, p.registration, right(p.account, 4), p.holder_differs
    FROM kessai.payee p
   WHERE p_words <> '' AND NOT EXISTS (SELECT FROM kessai.payee n WHERE n.code = p.code AND n.revision = p.revision + 1)
     AND (p.valid_until IS NULL OR p.valid_until >= kessai.today())
     AND NOT EXISTS (SELECT FROM unnest(string_to_array(p_words, ' ')) w (word) WHERE position(w.word IN p.words) = 0)
   ORDER BY p.code <> p_words, NOT starts_with(p.words, p.code || ' ' || p_words), p.kana COLLATE "C", p.code
   LIMIT 20;
END $$;

-- The newest revisions after a code, by code.
CREATE FUNCTION kessai.payees(p_words text, p_after text, p_most integer)
RETURNS SETOF kessai.payee
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.guard_accounting();
  PERFORM kessai.check_length(p_words, 1000, 'what is looked for');
  RETURN QUERY
  SELECT p.*
    FROM kessai.payee p
   WHERE p.code > coalesce(p_after, '') AND NOT EXISTS (SELECT FROM kessai.payee n WHERE n.code = p.code AND n.revision = p.revision + 1)
     AND (p_words = '' OR NOT EXISTS (SELECT FROM unnest(string_to_array(p_words, ' ')) w (word) WHERE position(w.word IN p.words) = 0))
   ORDER BY p.code
   LIMIT least(greatest(coalesce(p_most, 0), 0), 1000);
END $$;

-- Every revision of a payee, the newest first.
CREATE FUNCTION kessai.payee_revisions(p_code text)
RETURNS SETOF kessai.payee
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, kessai, pg_temp AS $$
BEGIN
  PERFORM kessai.guard_accounting();
  RETURN QUERY SELECT p.* FROM kessai.payee p WHERE p.code = p_code ORDER BY p.revision DESC;
END $$;

CALL kessai.adopt();
CALL kessai.open_to_staff('kessai.register_payee(text, text)', 'kessai.import_payees(text, text)', 'kessai.find_payees(text)',
                          'kessai.payees(text, text, integer)', 'kessai.payee_revisions(text)');

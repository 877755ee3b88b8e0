-- What one function for each act can do at best: the rows of an act and the hash of its history, and no check at all.

CREATE SCHEMA bench;

CREATE FUNCTION bench.draft(p_form text, p_drafter bigint, p_name text, p_section text, p_title text, p_amount bigint, p_fields text,
                            p_text text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  id bigint;
  at bigint := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
BEGIN
  INSERT INTO kessai.case_file (number, form, drafter_id, drafter_name, drafter_section, title, amount, search_text, created_at, changed_at)
  VALUES ('R8', p_form, p_drafter, p_name, p_section, p_title, p_amount, p_title, at, at) RETURNING case_id INTO id;
  INSERT INTO kessai.content (case_id, revision, form_revision, fields, title, amount) VALUES (id, 1, 1, p_fields, p_title, p_amount);
  INSERT INTO kessai.case_text (case_id, revision, fold, text) VALUES (id, 1, 1, p_text);
  RETURN id;
END $$;

CREATE FUNCTION bench.act(p_case bigint, p_code text, p_actor bigint, p_post bigint, p_name text, p_title text, p_section text,
                          p_request text, p_payload text, p_effects text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  c kessai.case_file;
  body jsonb := p_payload::jsonb;
  effects jsonb := p_effects::jsonb;
  at bigint := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
  head text;
BEGIN
  SELECT * INTO c FROM kessai.case_file WHERE case_id = p_case FOR NO KEY UPDATE;
  IF p_code = 'submitted' THEN
    UPDATE kessai.content SET sealed = 1 WHERE case_id = p_case AND revision = 1;
    INSERT INTO kessai.step (case_id, round, step_no, kind, rule, needed, line)
    SELECT p_case, 1, (s->>'no')::integer, (s->>'kind')::integer, (s->>'rule')::integer, (s->>'needed')::integer, s->>'line'
      FROM jsonb_array_elements(body #> '{route,steps}') s;
    INSERT INTO kessai.assignment (case_id, round, step_no, no, party)
    SELECT p_case, 1, (s->>'no')::integer, i, -substr(who, 6)::bigint
      FROM jsonb_array_elements(body #> '{route,steps}') s, jsonb_array_elements_text(s->'assignments') WITH ORDINALITY x (who, i);
  END IF;
  UPDATE kessai.assignment a
     SET state = (x->>'to')::integer, arrived_at = CASE WHEN (x->>'to')::integer = 1 THEN at ELSE a.arrived_at END
    FROM jsonb_array_elements(effects->'changes') x
   WHERE a.case_id = p_case AND a.round = 1 AND a.step_no = (x->>'step')::integer AND a.no = (x->>'no')::integer;
  INSERT INTO kessai.case_access (case_id, party, position)
  SELECT p_case, CASE WHEN who LIKE 'post:%' THEN -substr(who, 6)::bigint ELSE substr(who, 7)::bigint END, c.seq * 10 + i
    FROM jsonb_array_elements_text(effects->'access') WITH ORDINALITY x (who, i);
  head := encode(sha256(convert_to(c.head_hash || p_case || c.seq || p_code || p_actor || p_name || p_title || p_section || at
                                   || p_request || p_payload || p_effects, 'UTF8')), 'hex');
  INSERT INTO kessai.event (case_id, seq, code, version, actor_id, post_id, actor_name, actor_title, actor_section, principal_name, at,
                            request_id, payload, effects, previous_hash, hash)
  VALUES (p_case, c.seq + 1, p_code, 1, p_actor, p_post, p_name, p_title, p_section, '', at, p_request, p_payload, p_effects, c.head_hash,
          head);
  UPDATE kessai.case_file
     SET state = (effects->>'state')::integer, round = 1, seq = c.seq + 1, revision = 1, head_hash = head,
         posting_state = (effects->>'postings')::integer, now_with = '第1課長', submitted_at = coalesce(submitted_at, at), changed_at = at
   WHERE case_id = p_case;
END $$;

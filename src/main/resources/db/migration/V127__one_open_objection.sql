-- Nobody has to answer the same objection twice: the person objects once to a measure or to a
-- decision until that is answered. Who else objects is not known by name, so theirs is the same only
-- if it says the same.
CREATE FUNCTION what_is_objected(measure uuid, decision text, known_on date, lodged_by text,
  grounds text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(measure::text,
      (known_on - DATE '2000-01-01')::text || ' ' || lower(btrim(decision)))
    || ' ' || lodged_by || CASE lodged_by WHEN 'PERSON' THEN '' ELSE ' ' || md5(grounds) END
$$;

-- Those that were taken twice before stay on file, and are answered each.
ALTER TABLE objections ADD COLUMN taken_twice boolean NOT NULL DEFAULT false;
ALTER TABLE objections DISABLE TRIGGER USER;
UPDATE objections o SET taken_twice = true WHERE EXISTS (SELECT FROM objections first
  WHERE first.case_number = o.case_number AND (first.lodged_at, first.id) < (o.lodged_at, o.id)
    AND what_is_objected(first.measure_id, first.decision, first.known_on, first.lodged_by,
        first.grounds)
      = what_is_objected(o.measure_id, o.decision, o.known_on, o.lodged_by, o.grounds));
ALTER TABLE objections ENABLE TRIGGER USER;

CREATE UNIQUE INDEX objections_one_open ON objections
  (case_number, what_is_objected(measure_id, decision, known_on, lodged_by, grounds))
  WHERE outcome IS NULL AND unanswered IS NULL AND withdrawn_at IS NULL AND NOT taken_twice;

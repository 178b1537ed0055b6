-- Nobody is compelled in a closed case: nothing is asked for or comes into force there, and no case
-- is closed over a measure that is still open.

-- What closed cases have left behind. What is in force there ends at its date.
UPDATE coercive_measures m SET status = 'REJECTED', rejected_by = m.requested_by,
  rejected_at = c.closed_at, rejection_reason = 'The case was closed.'
FROM cases c WHERE c.number = m.case_number AND c.state <> 'OPEN' AND m.status = 'REQUESTED';

CREATE FUNCTION require_an_open_case_to_compel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The lock lets a closure that is under way go first, and this come after it.
  IF (SELECT state FROM cases WHERE number = NEW.case_number FOR SHARE) IS DISTINCT FROM 'OPEN' THEN
    RAISE EXCEPTION 'Nobody is compelled in a closed case.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER measures_are_asked_for_in_open_cases BEFORE INSERT ON coercive_measures
  FOR EACH ROW EXECUTE FUNCTION require_an_open_case_to_compel();
CREATE TRIGGER measures_come_into_force_in_open_cases BEFORE UPDATE ON coercive_measures
  FOR EACH ROW WHEN (OLD.status = 'REQUESTED' AND NEW.status = 'IN_FORCE')
  EXECUTE FUNCTION require_an_open_case_to_compel();

CREATE FUNCTION refuse_to_close_over_measures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM coercive_measures m JOIN cases c ON c.number = m.case_number
      WHERE c.number = NEW.number AND c.state <> 'OPEN'
        AND m.status IN ('REQUESTED', 'IN_FORCE')) THEN
    RAISE EXCEPTION 'A coercive measure of case % is open; end or reject it before the case is closed.',
      NEW.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
-- Deferred: with the case, in the same transaction, ends what is over and is rejected what waits.
CREATE CONSTRAINT TRIGGER cases_close_without_open_measures AFTER UPDATE OF state ON cases
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.state = 'OPEN' AND NEW.state <> 'OPEN')
  EXECUTE FUNCTION refuse_to_close_over_measures();

-- How long somebody is in an institution by a placement and by those that it follows, one after the
-- other. A measure that is followed counts until the next one begins.
CREATE FUNCTION placed_for(measure coercive_measures) RETURNS interval LANGUAGE sql STABLE AS $$
  WITH RECURSIVE chain AS (
    SELECT measure.follows, measure.kind, measure.valid_from,
      coalesce(measure.ended_at, measure.valid_until) AS until
    UNION ALL
    SELECT m.follows, m.kind, m.valid_from,
      least(coalesce(m.ended_at, m.valid_until), chain.valid_from)
    FROM chain JOIN coercive_measures m ON m.id = chain.follows
  )
  SELECT coalesce(sum(until - valid_from), interval '0') FROM chain
  WHERE kind = 'INSTITUTION_PLACEMENT'
$$;

CREATE FUNCTION require_the_head_for_long_placements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.head_approved_by IS NULL AND placed_for(NEW) > interval '14 days' THEN
    RAISE EXCEPTION 'The agency head decides about more than 14 days in an institution, with the placements before.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER placements_in_a_row_need_the_head BEFORE INSERT OR UPDATE ON coercive_measures
  FOR EACH ROW WHEN (NEW.status = 'IN_FORCE' AND NEW.kind = 'INSTITUTION_PLACEMENT')
  EXECUTE FUNCTION require_the_head_for_long_placements();

-- A measure ends before its date by a review, not by the word of whoever writes the row.
CREATE FUNCTION require_the_review_that_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM coercive_reviews
      WHERE measure_id = NEW.id AND outcome = 'END' AND reviewed_at <= NEW.ended_at) THEN
    RAISE EXCEPTION 'No review has ended this measure.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER measures_end_by_a_review_that_was_made BEFORE UPDATE ON coercive_measures
  FOR EACH ROW WHEN (OLD.status = 'IN_FORCE' AND NEW.end_reason = 'REVIEW')
  EXECUTE FUNCTION require_the_review_that_ends();

CREATE TRIGGER coercive_measures_stay_all BEFORE TRUNCATE ON coercive_measures
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER coercive_reviews_stay_all BEFORE TRUNCATE ON coercive_reviews
  EXECUTE FUNCTION refuse_change();

-- When supervisor and head were told of a breach: the end of a measure does not wait for it.
ALTER TABLE measure_breaches ADD COLUMN told_at timestamptz;
DROP TRIGGER measure_breaches_stay ON measure_breaches;
UPDATE measure_breaches SET told_at = noted_at;
CREATE TRIGGER measure_breaches_stay BEFORE DELETE ON measure_breaches FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER measure_breaches_keep_their_content BEFORE UPDATE ON measure_breaches FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except('told_at');
CREATE TRIGGER measure_breaches_stay_told BEFORE UPDATE ON measure_breaches FOR EACH ROW
  WHEN (OLD.told_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER measure_breaches_stay_all BEFORE TRUNCATE ON measure_breaches
  EXECUTE FUNCTION refuse_change();
CREATE INDEX measure_breaches_untold ON measure_breaches (noted_at) WHERE told_at IS NULL;

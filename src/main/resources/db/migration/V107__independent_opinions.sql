-- Who gives the second opinion holds a licence that is valid on that day and does not lead the case;
-- who approves does not lead it either. That the three, and the head, are different people is a
-- constraint of the table already.
CREATE FUNCTION require_independent_people() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE case_lead text := (SELECT lead FROM cases WHERE number = NEW.case_number);
BEGIN
  IF NEW.second_opinion_by IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.second_opinion_by IS NULL) THEN
    IF NEW.second_opinion_by = case_lead THEN
      RAISE EXCEPTION 'Who leads the case does not give the second opinion.'
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM workers w WHERE w.user_id = NEW.second_opinion_by AND w.active
        AND greatest(w.str_valid_until, w.sipps_valid_until)
          >= (NEW.second_opinion_at AT TIME ZONE 'Asia/Jakarta')::date) THEN
      RAISE EXCEPTION 'The second opinion is given by somebody with a valid licence.'
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  IF NEW.approved_by = case_lead AND (TG_OP = 'INSERT' OR OLD.approved_by IS NULL) THEN
    RAISE EXCEPTION 'Who leads the case does not approve its measures.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER measures_are_decided_by_independent_people BEFORE INSERT OR UPDATE
  ON coercive_measures FOR EACH ROW EXECUTE FUNCTION require_independent_people();

-- What is reviewed is in force, and was asked for by somebody else (a foreign key and a constraint of
-- the table). A review does not come before the measure.
CREATE FUNCTION require_a_measure_to_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM coercive_measures WHERE id = NEW.measure_id
      AND status IN ('IN_FORCE', 'ENDED')
      AND coalesce(head_approved_at, approved_at) <= NEW.reviewed_at) THEN
    RAISE EXCEPTION 'Only a measure that came into force is reviewed.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reviews_follow_the_measure BEFORE INSERT ON coercive_reviews FOR EACH ROW
  EXECUTE FUNCTION require_a_measure_to_review();

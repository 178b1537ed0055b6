-- What has to be discussed is discussed before it is decided: a measure that compels before it is
-- approved, and a case before it is closed. Danger to life does not wait.

CREATE FUNCTION require_the_conference_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM conferences
      WHERE measure_id = NEW.id AND held_at IS NOT NULL) THEN
    RAISE EXCEPTION 'A case conference discusses this measure before it is approved.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER measures_are_discussed_before BEFORE INSERT ON coercive_measures FOR EACH ROW
  WHEN (NEW.legal_basis <> 'DANGER_TO_LIFE' AND NEW.approved_by IS NOT NULL)
  EXECUTE FUNCTION require_the_conference_before();
CREATE TRIGGER measures_are_discussed_before_approval BEFORE UPDATE ON coercive_measures
  FOR EACH ROW WHEN (NEW.legal_basis <> 'DANGER_TO_LIFE'
    AND (OLD.approved_by IS NULL AND NEW.approved_by IS NOT NULL
      OR OLD.status <> 'IN_FORCE' AND NEW.status = 'IN_FORCE'))
  EXECUTE FUNCTION require_the_conference_before();

CREATE FUNCTION refuse_to_close_over_conferences() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM conferences k JOIN cases c ON c.number = k.case_number
      WHERE c.number = NEW.number AND c.state <> 'OPEN'
        AND c.closure_reason NOT IN ('DUPLICATE', 'INELIGIBLE', 'DECEASED')
        AND k.reason <> 'OTHER' AND k.held_at IS NULL
        -- Closing calls off what is open, which does not make it unnecessary.
        AND (k.called_off_at IS NULL OR k.called_off_at >= c.closed_at)) THEN
    RAISE EXCEPTION 'A case conference of case % is owed; it is held before the case is closed.',
      NEW.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER cases_close_without_owed_conferences AFTER UPDATE OF state ON cases
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.state = 'OPEN' AND NEW.state <> 'OPEN')
  EXECUTE FUNCTION refuse_to_close_over_conferences();

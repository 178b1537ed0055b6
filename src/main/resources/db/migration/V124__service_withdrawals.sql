-- What was agreed after somebody took their consent to be helped back. Until then services stand still.
CREATE TABLE service_withdrawals (
  -- The consent that was taken back; about each is decided once.
  consent_id uuid PRIMARY KEY REFERENCES consents,
  decision text NOT NULL CHECK (decision IN ('AGREED_AGAIN', 'GOES_ON_BY_LAW', 'ENDS')),
  -- On what help rests from now on instead of consent.
  ground text CHECK (ground IN ('MEASURE_IN_FORCE', 'EMERGENCY_PROTECTION', 'CHILD_PROTECTION')),
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL,
  record_id uuid NOT NULL REFERENCES case_records,
  CONSTRAINT without_consent_only_by_law
    CHECK ((decision = 'GOES_ON_BY_LAW') = (ground IS NOT NULL))
);
CREATE TRIGGER service_withdrawals_stay BEFORE UPDATE OR DELETE ON service_withdrawals
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER service_withdrawals_stay_all BEFORE TRUNCATE ON service_withdrawals
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION require_the_ground_of_help() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  consent consents := (SELECT c FROM consents c WHERE c.id = NEW.consent_id);
BEGIN
  IF consent.type <> 'SERVICE' OR consent.withdrawn_at IS NULL THEN
    RAISE EXCEPTION 'This consent to be helped was not taken back.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.ground = 'MEASURE_IN_FORCE' AND NOT EXISTS (SELECT 1 FROM coercive_measures m
      WHERE m.case_number = consent.case_number AND m.status = 'IN_FORCE')
    OR NEW.ground = 'EMERGENCY_PROTECTION' AND NOT EXISTS (SELECT 1 FROM cases
      WHERE number = consent.case_number AND risk_level = 'EMERGENCY') THEN
    RAISE EXCEPTION 'What help is to rest on instead of consent does not exist.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER service_withdrawals_rest_on_something BEFORE INSERT ON service_withdrawals
  FOR EACH ROW EXECUTE FUNCTION require_the_ground_of_help();

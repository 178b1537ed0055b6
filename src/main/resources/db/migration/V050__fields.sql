-- What the four fields have of their own: measures that may be asked for, ways to persuade and to
-- motivate, who agrees for a group or a community, and how cases of several fields hang together.

-- ---------------------------------------------------------------------------------------------
-- Measures by field

-- What can be asked for in a field, and on which basis. A changed law is a new row with a later
-- date, so that an old measure is judged by the rows of its day.
CREATE TABLE measure_catalogue (
  field text NOT NULL CHECK (field IN
    ('SOCIAL_REHABILITATION', 'SOCIAL_PROTECTION', 'SOCIAL_SECURITY', 'SOCIAL_EMPOWERMENT')),
  kind text NOT NULL,
  legal_basis text NOT NULL,
  -- The longest that it may last, whatever the order says; empty: as long as the order.
  longest_days integer CHECK (longest_days > 0),
  valid_from date NOT NULL,
  -- The first day on which it no longer holds.
  valid_until date,
  PRIMARY KEY (field, kind, legal_basis, valid_from),
  CHECK (valid_until > valid_from),
  CONSTRAINT one_entry_at_a_time EXCLUDE USING gist (field WITH =, kind WITH =, legal_basis WITH =,
    daterange(valid_from, valid_until) WITH &&)
);

-- Social rehabilitation: what serves to regain a place in society.
INSERT INTO measure_catalogue (field, kind, legal_basis, valid_from)
SELECT 'SOCIAL_REHABILITATION', kind, basis, date '2000-01-01'
FROM unnest(ARRAY['REPORTING_DUTY', 'PROGRAMME_DUTY', 'INSTITUTION_PLACEMENT', 'EMERGENCY_REMOVAL',
    'CONTACT_RESTRICTION', 'LEAVE_RESTRICTION']) AS kind,
  unnest(ARRAY['COURT_MEASURE', 'CHILD_MEASURE', 'DIVERSION', 'CHILD_UNDER_12',
    'NARCOTICS_REHABILITATION', 'SEXUAL_VIOLENCE_REHABILITATION', 'CUSTODY_TRANSFER',
    'GUARDIANSHIP', 'LOCAL_BYLAW', 'DANGER_TO_LIFE']) AS basis
WHERE NOT (kind = 'INSTITUTION_PLACEMENT' AND basis = 'LOCAL_BYLAW');

-- Social protection: only what keeps somebody out of danger.
INSERT INTO measure_catalogue (field, kind, legal_basis, valid_from)
SELECT 'SOCIAL_PROTECTION', kind, basis, date '2000-01-01'
FROM unnest(ARRAY['EMERGENCY_REMOVAL', 'CONTACT_RESTRICTION']) AS kind,
  unnest(ARRAY['COURT_MEASURE', 'CUSTODY_TRANSFER', 'GUARDIANSHIP', 'DANGER_TO_LIFE']) AS basis;

-- Social security and social empowerment: only money; by a decision of the agency or of a court.
-- A stop lasts one quarter, a recovery a year of instalments at most (proposal, not law).
INSERT INTO measure_catalogue (field, kind, legal_basis, longest_days, valid_from) VALUES
  ('SOCIAL_SECURITY', 'PAYMENT_STOP', 'ADMINISTRATIVE_DECISION', 92, '2000-01-01'),
  ('SOCIAL_SECURITY', 'PAYMENT_RECOVERY', 'ADMINISTRATIVE_DECISION', 366, '2000-01-01'),
  ('SOCIAL_SECURITY', 'PAYMENT_RECOVERY', 'COURT_MEASURE', NULL, '2000-01-01'),
  ('SOCIAL_EMPOWERMENT', 'GRANT_RECOVERY', 'ADMINISTRATIVE_DECISION', 366, '2000-01-01'),
  ('SOCIAL_EMPOWERMENT', 'GRANT_RECOVERY', 'COURT_MEASURE', NULL, '2000-01-01'),
  -- Danger to life does not ask in which field the case is.
  ('SOCIAL_SECURITY', 'EMERGENCY_REMOVAL', 'DANGER_TO_LIFE', NULL, '2000-01-01'),
  ('SOCIAL_EMPOWERMENT', 'EMERGENCY_REMOVAL', 'DANGER_TO_LIFE', NULL, '2000-01-01');

ALTER TABLE coercive_measures
  DROP CONSTRAINT coercive_measures_kind_check,
  DROP CONSTRAINT coercive_measures_legal_basis_check,
  DROP CONSTRAINT a_court_sets_the_end,
  ADD CONSTRAINT coercive_measures_kind_check CHECK (kind IN
    ('REPORTING_DUTY', 'PROGRAMME_DUTY', 'INSTITUTION_PLACEMENT', 'EMERGENCY_REMOVAL',
     'CONTACT_RESTRICTION', 'LEAVE_RESTRICTION', 'PAYMENT_STOP', 'PAYMENT_RECOVERY',
     'GRANT_RECOVERY')),
  ADD CONSTRAINT coercive_measures_legal_basis_check CHECK (legal_basis IN
    ('COURT_MEASURE', 'CHILD_MEASURE', 'DIVERSION', 'CHILD_UNDER_12', 'NARCOTICS_REHABILITATION',
     'SEXUAL_VIOLENCE_REHABILITATION', 'CUSTODY_TRANSFER', 'GUARDIANSHIP', 'LOCAL_BYLAW',
     'DANGER_TO_LIFE', 'ADMINISTRATIVE_DECISION')),
  ADD CONSTRAINT the_order_sets_the_end CHECK (
    legal_basis NOT IN ('COURT_MEASURE', 'CHILD_MEASURE', 'DIVERSION', 'CHILD_UNDER_12',
      'SEXUAL_VIOLENCE_REHABILITATION', 'CUSTODY_TRANSFER', 'GUARDIANSHIP',
      'ADMINISTRATIVE_DECISION')
    OR order_ends_at IS NOT NULL),
  -- When the person was told in writing what is intended and how to object.
  ADD COLUMN notice_given_on date,
  ADD COLUMN objection text CHECK (objection IN ('NONE', 'OPEN', 'REJECTED', 'UPHELD')),
  -- How it was found out that money was paid wrongly.
  ADD COLUMN established_by text CHECK (established_by IN
    ('VISIT', 'PAPERS', 'ACCOUNT_OF_THE_PERSON', 'DATA_MISMATCH')),
  -- UU 30/2014: an agency's own decision reaches money, never a person.
  ADD CONSTRAINT a_decision_of_the_agency_moves_money_only CHECK (
    legal_basis <> 'ADMINISTRATIVE_DECISION'
    OR kind IN ('PAYMENT_STOP', 'PAYMENT_RECOVERY', 'GRANT_RECOVERY')),
  ADD CONSTRAINT notice_comes_14_days_before CHECK (
    legal_basis <> 'ADMINISTRATIVE_DECISION'
    OR (notice_given_on IS NOT NULL
      AND notice_given_on + 14 <= (requested_at AT TIME ZONE 'Asia/Jakarta')::date)),
  ADD CONSTRAINT no_objection_is_open CHECK (
    legal_basis <> 'ADMINISTRATIVE_DECISION'
    OR (objection IS NOT NULL AND objection IN ('NONE', 'REJECTED'))),
  ADD CONSTRAINT data_alone_take_nothing CHECK (
    legal_basis <> 'ADMINISTRATIVE_DECISION'
    OR (established_by IS NOT NULL AND established_by <> 'DATA_MISMATCH'));

CREATE FUNCTION require_a_measure_of_the_field() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE entry measure_catalogue;
BEGIN
  SELECT m.* INTO entry FROM measure_catalogue m JOIN cases c ON c.field = m.field
  WHERE c.number = NEW.case_number AND m.kind = NEW.kind AND m.legal_basis = NEW.legal_basis
    AND m.valid_from <= (NEW.requested_at AT TIME ZONE 'Asia/Jakarta')::date
    AND (m.valid_until IS NULL
      OR m.valid_until > (NEW.requested_at AT TIME ZONE 'Asia/Jakarta')::date);
  IF entry.kind IS NULL THEN
    RAISE EXCEPTION 'The field of case % knows no measure % on the basis %.',
      NEW.case_number, NEW.kind, NEW.legal_basis USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.valid_until - NEW.valid_from > entry.longest_days * interval '1 day' THEN
    RAISE EXCEPTION 'A measure % lasts % days at most.', NEW.kind, entry.longest_days
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER coercive_measures_belong_to_the_field BEFORE INSERT ON coercive_measures
  FOR EACH ROW EXECUTE FUNCTION require_a_measure_of_the_field();

-- While a stop is in force, nothing new is put on a list of payments or approved there.
CREATE FUNCTION refuse_stopped_payments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM coercive_measures m JOIN benefits b ON b.case_number = m.case_number
      WHERE b.id = NEW.benefit_id AND m.kind = 'PAYMENT_STOP' AND m.status = 'IN_FORCE'
        AND m.valid_until > coalesce(NEW.approved_at, NEW.prepared_at)) THEN
    RAISE EXCEPTION 'A stop of the payments of this case is in force.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payments_heed_a_stop BEFORE INSERT OR UPDATE ON payments FOR EACH ROW
  WHEN (NEW.status IN ('PREPARED', 'APPROVED')) EXECUTE FUNCTION refuse_stopped_payments();

-- ---------------------------------------------------------------------------------------------
-- Ways to persuade and to motivate, those of the other fields included

ALTER TABLE attempts
  DROP CONSTRAINT attempts_kind_check,
  ADD CONSTRAINT attempts_kind_check CHECK (kind IN
    ('OUTREACH', 'INFORMATION', 'HOME_VISIT', 'FAMILY_TALK', 'PEER_TALK', 'COMMUNITY_FIGURE',
     'TRIAL_VISIT', 'INVITATION_TO_ENROL', 'HELP_WITH_PAPERS', 'SOCIALISATION_MEETING',
     'VISIT_TO_AN_EXAMPLE', 'MOTIVATIONAL_INTERVIEW', 'GOAL_SETTING', 'PRAISE_OR_INCENTIVE',
     'PEER_SUPPORT', 'SUPPORT_TO_ACT', 'ACCOMPANIMENT', 'AGREEMENT_ON_COMMITMENTS', 'COACHING',
     'COMPETITION'));

-- ---------------------------------------------------------------------------------------------
-- Families, groups and communities

ALTER TABLE communities
  -- Whom to talk with, and what that person is there.
  ADD COLUMN contact_id uuid REFERENCES persons,
  ADD COLUMN contact_role text CHECK (contact_role IN
    ('VILLAGE_HEAD', 'CUSTOMARY_HEAD', 'NEIGHBOURHOOD_HEAD', 'RELIGIOUS_LEADER', 'OTHER')),
  ADD CONSTRAINT a_contact_has_a_role CHECK ((contact_id IS NULL) = (contact_role IS NULL));

-- For a group its chair agrees, for a community its head.
ALTER TABLE consents
  DROP CONSTRAINT consents_given_by_check,
  ADD CONSTRAINT consents_given_by_check CHECK (given_by IN
    ('SELF', 'PARENT', 'GUARDIAN', 'CUSTODIAN', 'COURT', 'GROUP_CHAIR', 'COMMUNITY_HEAD'));
ALTER TABLE plans
  DROP CONSTRAINT plans_signed_by_check,
  ADD CONSTRAINT plans_signed_by_check CHECK (signed_by IN
    ('SELF', 'PARENT', 'GUARDIAN', 'CUSTODIAN', 'COURT', 'GROUP_CHAIR', 'COMMUNITY_HEAD'));

-- ---------------------------------------------------------------------------------------------
-- Cases of several fields, and cases that follow others

ALTER TABLE cases
  DROP CONSTRAINT cases_closure_reason_check,
  ADD CONSTRAINT cases_closure_reason_check CHECK (closure_reason IN
    ('GOALS_MET', 'NEED_ENDED', 'REFERRED_ACCEPTED', 'TRANSFERRED', 'CLIENT_WITHDREW',
     'CLIENT_REFUSED', 'LOST_CONTACT', 'MOVED', 'AGED_OUT', 'ORDER_ENDED', 'INELIGIBLE',
     'OTHER_FIELD', 'DUPLICATE', 'DECEASED'));

-- Within 180 days help goes on in the same case; later a new case follows it (proposal, not law).
CREATE FUNCTION refuse_late_reopening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.updated_at AT TIME ZONE 'Asia/Jakarta')::date
      - (OLD.closed_at AT TIME ZONE 'Asia/Jakarta')::date > 180 THEN
    RAISE EXCEPTION 'Case % was closed more than 180 days ago; open a new case that follows it.',
      NEW.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_reopen_within_180_days BEFORE UPDATE OF state ON cases FOR EACH ROW
  WHEN (OLD.state <> 'OPEN' AND NEW.state = 'OPEN') EXECUTE FUNCTION refuse_late_reopening();

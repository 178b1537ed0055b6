-- Objections of the people whom cases are about, and appeals: UU 30/2014 art. 75 to 78.

-- A limit may also be about an event: until when something can be lodged.
ALTER TABLE legal_limits DROP CONSTRAINT legal_limits_step_check,
  ADD CONSTRAINT legal_limits_step_check
    CHECK (step ~ '^(UserTask|StartEvent|IntermediateCatchEvent)_[A-Za-z0-9]+$');
INSERT INTO legal_limits (step, valid_from, amount, counted_in, basis) VALUES
  ('StartEvent_ObjectionLodged', '2014-10-17', 'P21D', 'WORKING_DAYS', 'UU 30/2014 art. 77'),
  ('UserTask_ReviewMeasureEarly', '2014-10-17', 'P10D', 'WORKING_DAYS', 'UU 30/2014 art. 77'),
  ('UserTask_AnswerObjection', '2014-10-17', 'P10D', 'WORKING_DAYS', 'UU 30/2014 art. 77'),
  ('UserTask_AnswerObjectionAsHead', '2014-10-17', 'P10D', 'WORKING_DAYS', 'UU 30/2014 art. 77'),
  ('IntermediateCatchEvent_AppealLodged', '2014-10-17', 'P10D', 'WORKING_DAYS',
    'UU 30/2014 art. 78'),
  ('UserTask_DecideAppeal', '2014-10-17', 'P10D', 'WORKING_DAYS', 'UU 30/2014 art. 78'),
  ('UserTask_CarryOutGrant', '2014-10-17', 'P5D', 'WORKING_DAYS', 'UU 30/2014 art. 77, 78');

CREATE TABLE objections (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  -- Either a measure, or another decision in words and since when the person knows it.
  measure_id uuid REFERENCES coercive_measures,
  decision text CHECK (btrim(decision) <> ''),
  known_on date,
  lodged_by text NOT NULL CHECK (lodged_by IN
    ('PERSON', 'FAMILY', 'GUARDIAN', 'LAWYER', 'SOMEBODY_ELSE')),
  channel text NOT NULL CHECK (channel IN ('SPOKEN', 'LETTER', 'TELEPHONE', 'MESSAGE')),
  grounds text NOT NULL CHECK (btrim(grounds) <> ''),
  recorded_by text NOT NULL,
  lodged_at timestamptz NOT NULL,
  record_id uuid NOT NULL REFERENCES case_records,
  answer_ends_at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('UPHELD', 'REJECTED')),
  reasons text CHECK (btrim(reasons) <> ''),
  client_heard boolean,
  client_view text CHECK (btrim(client_view) <> ''),
  answered_by text,
  answered_at timestamptz,
  appeal_until timestamptz,
  appeal_grounds text CHECK (btrim(appeal_grounds) <> ''),
  appeal_recorded_by text,
  appealed_at timestamptz,
  appeal_ends_at timestamptz,
  appeal_outcome text CHECK (appeal_outcome IN ('UPHELD', 'REJECTED')),
  appeal_reasons text CHECK (btrim(appeal_reasons) <> ''),
  appeal_decided_by text,
  appeal_decided_at timestamptz,
  -- What was not answered in time, so that the objection counts as granted: a breach of the law.
  unanswered text CHECK (unanswered IN ('ANSWER', 'APPEAL')),
  unanswered_at timestamptz,
  withdrawal_reason text CHECK (btrim(withdrawal_reason) <> ''),
  withdrawn_by text,
  withdrawn_at timestamptz,
  carried_out text CHECK (btrim(carried_out) <> ''),
  carried_out_by text,
  carried_out_at timestamptz,
  CONSTRAINT against_a_measure_or_a_decision CHECK (
    num_nonnulls(measure_id, decision) = 1 AND (decision IS NULL) = (known_on IS NULL)),
  CONSTRAINT answered_as_a_whole CHECK (num_nonnulls(outcome, reasons, client_heard, client_view,
    answered_by, answered_at, appeal_until) IN (0, 7)),
  CONSTRAINT answered_in_time CHECK (
    answered_at >= lodged_at AND answered_at < answer_ends_at),
  CONSTRAINT appealed_as_a_whole CHECK (
    num_nonnulls(appeal_grounds, appeal_recorded_by, appealed_at, appeal_ends_at) IN (0, 4)),
  CONSTRAINT only_a_rejection_is_appealed CHECK (
    appealed_at IS NULL OR outcome IS NOT DISTINCT FROM 'REJECTED' AND appealed_at < appeal_until),
  CONSTRAINT appeal_decided_as_a_whole CHECK (num_nonnulls(appeal_outcome, appeal_reasons,
    appeal_decided_by, appeal_decided_at) IN (0, 4)),
  CONSTRAINT appeal_decided_in_time CHECK (appeal_decided_at IS NULL
    OR appealed_at IS NOT NULL AND appeal_decided_at < appeal_ends_at),
  CONSTRAINT appeal_decided_by_another_person CHECK (appeal_decided_by <> answered_by),
  CONSTRAINT silence_only_after_its_end CHECK (
    CASE unanswered
      WHEN 'ANSWER' THEN outcome IS NULL AND coalesce(unanswered_at >= answer_ends_at, false)
      WHEN 'APPEAL' THEN appeal_outcome IS NULL
        AND coalesce(unanswered_at >= appeal_ends_at, false)
      ELSE unanswered_at IS NULL END),
  CONSTRAINT withdrawn_as_a_whole CHECK (
    num_nonnulls(withdrawal_reason, withdrawn_by, withdrawn_at) IN (0, 3)),
  CONSTRAINT withdrawn_before_its_end CHECK (withdrawn_at IS NULL OR unanswered IS NULL
    AND (outcome IS NULL OR appealed_at IS NOT NULL AND appeal_outcome IS NULL)),
  CONSTRAINT carried_out_as_a_whole CHECK (
    num_nonnulls(carried_out, carried_out_by, carried_out_at) IN (0, 3)),
  CONSTRAINT only_what_is_granted_is_carried_out CHECK (carried_out_at IS NULL
    OR outcome IS NOT DISTINCT FROM 'UPHELD' OR appeal_outcome IS NOT DISTINCT FROM 'UPHELD'
    OR unanswered IS NOT NULL)
);
CREATE INDEX objections_case ON objections (case_number, lodged_at DESC);
CREATE INDEX objections_without_answer ON objections (answer_ends_at)
  WHERE outcome IS NULL AND unanswered IS NULL AND withdrawn_at IS NULL;
CREATE INDEX appeals_without_decision ON objections (appeal_ends_at)
  WHERE appealed_at IS NOT NULL AND appeal_outcome IS NULL AND unanswered IS NULL
    AND withdrawn_at IS NULL;

-- What was written once stays; what comes later is added.
CREATE FUNCTION require_that_nothing_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM jsonb_each(to_jsonb(OLD)) was
      WHERE was.value <> 'null'::jsonb AND was.value IS DISTINCT FROM to_jsonb(NEW) -> was.key) THEN
    RAISE EXCEPTION 'What is written in a row of % is never changed; it is only added to.',
      TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER objections_keep_what_is_written BEFORE UPDATE ON objections
  FOR EACH ROW EXECUTE FUNCTION require_that_nothing_changes();
CREATE TRIGGER objections_keep_their_content BEFORE UPDATE ON objections
  FOR EACH ROW EXECUTE FUNCTION refuse_change_except('outcome', 'reasons', 'client_heard',
    'client_view', 'answered_by', 'answered_at', 'appeal_until', 'appeal_grounds',
    'appeal_recorded_by', 'appealed_at', 'appeal_ends_at', 'appeal_outcome', 'appeal_reasons',
    'appeal_decided_by', 'appeal_decided_at', 'unanswered', 'unanswered_at', 'withdrawal_reason',
    'withdrawn_by', 'withdrawn_at', 'carried_out', 'carried_out_by', 'carried_out_at');
CREATE TRIGGER objections_stay BEFORE DELETE ON objections FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER objections_stay_all BEFORE TRUNCATE ON objections EXECUTE FUNCTION refuse_change();

-- Who had a part in what an objection is about: who leads or led the case; who asked for a measure,
-- gave an opinion on it or approved it; and for other decisions, who wrote or decided plans,
-- closures and benefits of the case.
CREATE FUNCTION had_a_part(objection objections, somebody text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM cases WHERE number = objection.case_number AND lead = somebody)
    OR EXISTS (SELECT 1 FROM case_changes WHERE case_number = objection.case_number
      AND what = 'LEAD' AND somebody IN (old_value, new_value))
    OR EXISTS (SELECT 1 FROM coercive_measures m WHERE m.id = objection.measure_id
      AND somebody IN (m.requested_by, m.second_opinion_by, m.approved_by, m.head_approved_by))
    OR objection.measure_id IS NULL AND (
      EXISTS (SELECT 1 FROM plans WHERE case_number = objection.case_number
        AND somebody IN (prepared_by, decided_by))
      OR EXISTS (SELECT 1 FROM closures WHERE case_number = objection.case_number
        AND somebody IN (proposed_by, decided_by))
      OR EXISTS (SELECT 1 FROM benefits WHERE case_number = objection.case_number
        AND somebody = requested_by)
      OR EXISTS (SELECT 1 FROM benefit_approvals a JOIN benefits b ON b.id = a.benefit_id
        WHERE b.case_number = objection.case_number AND somebody = a.approved_by))
$$;

CREATE FUNCTION require_independence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.measure_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM coercive_measures
        WHERE id = NEW.measure_id AND case_number = NEW.case_number) THEN
      RAISE EXCEPTION 'The measure belongs to another case.'
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.answered_by IS DISTINCT FROM OLD.answered_by AND had_a_part(NEW, NEW.answered_by)
    OR NEW.appeal_decided_by IS DISTINCT FROM OLD.appeal_decided_by
      AND had_a_part(NEW, NEW.appeal_decided_by)
    OR NEW.withdrawn_by IS DISTINCT FROM OLD.withdrawn_by AND had_a_part(NEW, NEW.withdrawn_by)
  THEN
    RAISE EXCEPTION 'Nobody answers or takes back an objection against what they had a part in.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER objections_are_answered_by_others BEFORE INSERT OR UPDATE ON objections
  FOR EACH ROW EXECUTE FUNCTION require_independence();

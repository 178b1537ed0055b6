-- Legal aid (bantuan hukum, UU 16/2011): what was asked for, which provider answered, how it ended.

CREATE TABLE legal_aid_requests (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  activity_id uuid NOT NULL REFERENCES activities,
  manner text NOT NULL CHECK (manner IN ('WRITTEN', 'ORAL')),
  case_type text NOT NULL CHECK (case_type IN ('CRIMINAL', 'CIVIL', 'ADMINISTRATIVE')),
  sexual_violence boolean NOT NULL,
  -- UU 12/2022 art. 23: nothing is settled out of court, unless the offender is a child.
  settlement_allowed boolean NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  stage text NOT NULL CHECK (stage IN
    ('PAPERS_MISSING', 'COMPLETE', 'REFERRED', 'ACCEPTED', 'REPRESENTED', 'CLOSED')),
  -- The letter or its substitute (art. 14); without it nothing is complete.
  poverty_proof text CHECK (poverty_proof IN
    ('LETTER', 'HEALTH_CARD', 'WELFARE_CARD', 'FOOD_CARD', 'OTHER_OFFICIAL')),
  completed_at timestamptz,
  lawyer text,
  power_signed_on date,
  result text CHECK (result IN
    ('WON', 'PARTLY_WON', 'LOST', 'SETTLED', 'WITHDRAWN', 'NO_PROVIDER')),
  ended_on date,
  closed_at timestamptz,
  UNIQUE (id, settlement_allowed),
  CONSTRAINT only_sexual_violence_is_never_settled CHECK (sexual_violence OR settlement_allowed),
  CONSTRAINT complete_with_proof_of_poverty CHECK (
    (completed_at IS NULL OR poverty_proof IS NOT NULL)
    AND (completed_at IS NOT NULL OR stage IN ('PAPERS_MISSING', 'CLOSED'))),
  CONSTRAINT represented_by_power_of_attorney CHECK (
    num_nonnulls(lawyer, power_signed_on) IN (0, 2)
    AND (stage <> 'REPRESENTED' OR power_signed_on IS NOT NULL)),
  CONSTRAINT closed_with_a_result CHECK (
    CASE WHEN stage = 'CLOSED' THEN num_nonnulls(result, ended_on, closed_at) = 3
      ELSE num_nonnulls(result, ended_on, closed_at) = 0 END),
  CONSTRAINT only_who_is_represented_wins_or_loses CHECK (
    result NOT IN ('WON', 'PARTLY_WON', 'LOST', 'SETTLED') OR power_signed_on IS NOT NULL),
  CONSTRAINT no_settlement_of_sexual_violence CHECK (result <> 'SETTLED' OR settlement_allowed)
);
CREATE INDEX legal_aid_requests_case ON legal_aid_requests (case_number, requested_at DESC);
CREATE TRIGGER legal_aid_requests_keep_their_content BEFORE UPDATE ON legal_aid_requests
  FOR EACH ROW EXECUTE FUNCTION refuse_change_except(
    'stage', 'poverty_proof', 'completed_at', 'lawyer', 'power_signed_on', 'result', 'ended_on',
    'closed_at');
CREATE TRIGGER legal_aid_requests_stay_closed BEFORE UPDATE ON legal_aid_requests FOR EACH ROW
  WHEN (OLD.stage = 'CLOSED') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER legal_aid_requests_stay BEFORE DELETE ON legal_aid_requests FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- One row for each provider that was asked.
CREATE TABLE legal_aid_referrals (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES legal_aid_requests,
  provider text NOT NULL CHECK (btrim(provider) <> ''),
  accredited boolean NOT NULL CONSTRAINT accredited_providers_only CHECK (accredited),
  accreditation_number text,
  sent_on date NOT NULL,
  -- Three working days later (art. 15), by the calendar of the office.
  answer_due timestamptz NOT NULL,
  referred_by text NOT NULL,
  referred_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  answer text CHECK (answer IN ('ACCEPTED', 'REFUSED', 'SILENT')),
  answered_on date,
  reasons text,
  noted_by text,
  noted_at timestamptz,
  answer_record_id uuid REFERENCES case_records,
  CONSTRAINT an_answer_is_noted_by_somebody CHECK (
    num_nonnulls(answer, noted_by, noted_at) IN (0, 3)),
  CONSTRAINT an_answer_has_a_day_and_silence_none CHECK (
    CASE WHEN answer IN ('ACCEPTED', 'REFUSED')
      THEN answered_on IS NOT NULL AND answered_on >= sent_on ELSE answered_on IS NULL END),
  CONSTRAINT a_refusal_gives_reasons CHECK (
    answer <> 'REFUSED' OR coalesce(btrim(reasons), '') <> ''),
  CONSTRAINT silent_only_when_the_time_is_over CHECK (
    answer <> 'SILENT' OR noted_at >= answer_due)
);
CREATE INDEX legal_aid_referrals_request ON legal_aid_referrals (request_id, referred_at);
CREATE UNIQUE INDEX legal_aid_referrals_one_open ON legal_aid_referrals (request_id)
  WHERE answer IS NULL;
CREATE TRIGGER legal_aid_referrals_keep_their_content BEFORE UPDATE ON legal_aid_referrals
  FOR EACH ROW EXECUTE FUNCTION refuse_change_except(
    'answer', 'answered_on', 'reasons', 'noted_by', 'noted_at', 'answer_record_id');
CREATE TRIGGER legal_aid_referrals_stay_answered BEFORE UPDATE ON legal_aid_referrals FOR EACH ROW
  WHEN (OLD.answer IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER legal_aid_referrals_stay BEFORE DELETE ON legal_aid_referrals FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- What happens while the lawyer acts.
CREATE TABLE legal_aid_steps (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL,
  -- Repeated here so that sexual violence is not mediated.
  settlement_allowed boolean NOT NULL,
  proceeding text NOT NULL CHECK (proceeding IN
    ('ADVICE', 'NEGOTIATION', 'MEDIATION', 'INVESTIGATION', 'PROSECUTION', 'TRIAL', 'APPEAL',
     'CASSATION', 'ENFORCEMENT')),
  held_on date NOT NULL,
  summary text NOT NULL CHECK (btrim(summary) <> ''),
  next_step text,
  next_on date,
  noted_by text NOT NULL,
  noted_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  FOREIGN KEY (request_id, settlement_allowed)
    REFERENCES legal_aid_requests (id, settlement_allowed),
  CONSTRAINT no_mediation_of_sexual_violence CHECK (
    settlement_allowed OR proceeding NOT IN ('NEGOTIATION', 'MEDIATION'))
);
CREATE INDEX legal_aid_steps_request ON legal_aid_steps (request_id, noted_at DESC);
CREATE TRIGGER legal_aid_steps_stay BEFORE UPDATE OR DELETE ON legal_aid_steps FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- Consent as a gate: for what data may be shared, who took a consent back, and what was shared.

ALTER TABLE consents
  -- For what the recipients may use what they are told; nothing else is shared.
  ADD COLUMN purposes text[] NOT NULL DEFAULT '{}'
    CHECK (purposes <@ ARRAY['REFERRAL', 'CASE_CONFERENCE']),
  ADD COLUMN withdrawn_for text
    CHECK (withdrawn_for IN
      ('SELF', 'PARENT', 'GUARDIAN', 'CUSTODIAN', 'COURT', 'GROUP_CHAIR', 'COMMUNITY_HEAD')),
  ADD COLUMN withdrawal_record_id uuid REFERENCES case_records,
  -- The person always may; others only if they agreed themselves or have stepped in by law.
  ADD CONSTRAINT withdrawn_by_whom_it_belongs_to CHECK (
    withdrawn_for IN ('SELF', given_by, 'COURT', 'CUSTODIAN')
    OR (withdrawn_for = 'GUARDIAN' AND given_by = 'PARENT')),
  -- Consents that were taken back before this was asked keep their row.
  ADD CONSTRAINT withdrawn_for_somebody CHECK (withdrawn_for IS NULL OR withdrawn_at IS NOT NULL);

DROP TRIGGER consents_keep_their_content ON consents;
CREATE TRIGGER consents_keep_their_content BEFORE UPDATE ON consents FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except('withdrawn_at', 'withdrawn_by', 'withdrawal_reason',
    'withdrawn_for', 'withdrawal_record_id');

-- What somebody outside was told (UU 27/2022 art. 31): only the summary that was agreed on.
CREATE TABLE disclosures (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  recipient_kind text NOT NULL CHECK (recipient_kind IN
    ('HEALTH_SERVICE', 'SCHOOL', 'VILLAGE', 'POLICE', 'COURT', 'OTHER_AGENCY', 'FAMILY')),
  recipient text NOT NULL CHECK (btrim(recipient) <> ''),
  purpose text NOT NULL CHECK (purpose IN ('REFERRAL', 'CASE_CONFERENCE', 'EMERGENCY_PROTECTION')),
  -- Empty only when a life is protected.
  consent_id uuid REFERENCES consents,
  summary text NOT NULL CHECK (btrim(summary) <> ''),
  shared_by text NOT NULL,
  shared_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  CONSTRAINT shared_by_consent_or_to_protect
    CHECK ((purpose = 'EMERGENCY_PROTECTION') = (consent_id IS NULL))
);
CREATE INDEX disclosures_case ON disclosures (case_number, shared_at DESC);
CREATE INDEX disclosures_consent ON disclosures (consent_id);
CREATE TRIGGER disclosures_stay BEFORE UPDATE OR DELETE ON disclosures FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_sharing_without_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM consents c
    WHERE c.id = NEW.consent_id AND c.case_number = NEW.case_number AND c.type = 'DATA_SHARING'
      AND NOT c.refused AND c.withdrawn_at IS NULL AND coalesce(c.child_assent, true)
      AND (c.valid_until IS NULL
        OR c.valid_until >= (NEW.shared_at AT TIME ZONE 'Asia/Jakarta')::date)
      AND NEW.recipient_kind = ANY (c.recipients) AND NEW.purpose = ANY (c.purposes)
    FOR SHARE OF c)
  THEN
    RAISE EXCEPTION 'No consent covers this recipient and purpose, so nothing is shared.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER disclosures_rest_on_consent BEFORE INSERT ON disclosures FOR EACH ROW
  WHEN (NEW.consent_id IS NOT NULL) EXECUTE FUNCTION refuse_sharing_without_consent();

CREATE FUNCTION refuse_sharing_without_emergency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM cases WHERE number = NEW.case_number AND risk_level = 'EMERGENCY')
  THEN
    RAISE EXCEPTION 'Nothing is shared to protect a life in a case that is no emergency.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER disclosures_protect_a_life BEFORE INSERT ON disclosures FOR EACH ROW
  WHEN (NEW.purpose = 'EMERGENCY_PROTECTION') EXECUTE FUNCTION refuse_sharing_without_emergency();

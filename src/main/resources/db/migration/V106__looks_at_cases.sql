-- Who looked at a case, when, and why they could: UU 27/2022 art. 31 asks for a record of processing.

-- Somebody without access opened a case because it could not wait.
CREATE TABLE emergency_accesses (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  user_id text NOT NULL,
  reason text NOT NULL CHECK (length(btrim(reason)) >= 20),
  -- The organisation does not know who is related to whom, so the person says it.
  declares_no_conflict boolean NOT NULL,
  opened_at timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  justified boolean,
  review text,
  reviewed_by text,
  reviewed_at timestamptz,
  CONSTRAINT for_four_hours CHECK (
    valid_until > opened_at AND valid_until - opened_at <= interval '4 hours'),
  CONSTRAINT never_ones_own_case CHECK (declares_no_conflict),
  CONSTRAINT reviewed_by_another_person CHECK (reviewed_by <> user_id),
  CONSTRAINT reviewed_as_a_whole CHECK (
    num_nonnulls(justified, review, reviewed_by, reviewed_at) IN (0, 4))
);
CREATE INDEX emergency_accesses_case ON emergency_accesses (case_number, opened_at DESC);
CREATE INDEX emergency_accesses_user ON emergency_accesses (user_id, valid_until DESC);
CREATE TRIGGER emergency_accesses_keep_their_content BEFORE UPDATE ON emergency_accesses
  FOR EACH ROW EXECUTE FUNCTION refuse_change_except(
    'justified', 'review', 'reviewed_by', 'reviewed_at');
CREATE TRIGGER emergency_accesses_stay_reviewed BEFORE UPDATE ON emergency_accesses
  FOR EACH ROW WHEN (OLD.reviewed_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER emergency_accesses_stay BEFORE DELETE ON emergency_accesses FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER emergency_accesses_stay_all BEFORE TRUNCATE ON emergency_accesses
  EXECUTE FUNCTION refuse_change();

ALTER TABLE case_views
  -- Because of what the person was to the case at that moment. Older looks did not note it.
  ADD COLUMN why text NOT NULL DEFAULT 'NOT_NOTED' CHECK (why IN
    ('LEAD', 'SUPERVISOR', 'INTAKE', 'NAMED', 'TEAM', 'AGENCY_HEAD', 'AUDITOR', 'EMERGENCY',
     'TASK', 'NOT_NOTED')),
  ADD COLUMN emergency_access_id uuid REFERENCES emergency_accesses,
  ADD CONSTRAINT an_emergency_has_a_reason CHECK (
    (why = 'EMERGENCY') = (emergency_access_id IS NOT NULL));
ALTER TABLE case_views ALTER COLUMN why DROP DEFAULT;
CREATE INDEX case_views_emergency ON case_views (emergency_access_id, seen_at)
  WHERE emergency_access_id IS NOT NULL;
CREATE TRIGGER case_views_stay_all BEFORE TRUNCATE ON case_views EXECUTE FUNCTION refuse_change();

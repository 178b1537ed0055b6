-- Referrals (rujukan): offered, answered once, and what became of them. The case stays ours until
-- somebody has accepted.

CREATE TABLE referrals (
  id uuid PRIMARY KEY,
  case_number text NOT NULL,
  episode integer NOT NULL,
  scope text NOT NULL CHECK (scope IN ('PART', 'WHOLE_CASE')),
  contact text NOT NULL CHECK (btrim(contact) <> ''),
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  urgent boolean NOT NULL,
  -- What the recipient was told; a referral without one does not exist.
  disclosure_id uuid NOT NULL UNIQUE REFERENCES disclosures,
  offered_by text NOT NULL,
  offered_at timestamptz NOT NULL,
  answer_due timestamptz NOT NULL CHECK (answer_due > offered_at),
  record_id uuid REFERENCES case_records,
  -- How often the answer was missing when it was due.
  silences integer NOT NULL DEFAULT 0 CHECK (silences >= 0),
  state text NOT NULL CHECK (state IN
    ('OFFERED', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK', 'RECALLED', 'NOT_NEEDED')),
  answered_on date,
  answered_by text,
  answer_reason text,
  noted_by text,
  noted_at timestamptz,
  answer_record_id uuid REFERENCES case_records,
  helps_since date,
  helper text,
  handed_over_by text,
  handed_over_at timestamptz,
  stopped_at timestamptz,
  FOREIGN KEY (case_number, episode) REFERENCES episodes,
  CONSTRAINT an_answer_says_when_and_who CHECK (
    state NOT IN ('ACCEPTED', 'DECLINED')
    OR num_nonnulls(answered_on, answered_by, noted_by, noted_at) = 4),
  CONSTRAINT not_answered_before_offered CHECK (
    answered_on >= (offered_at AT TIME ZONE 'Asia/Jakarta')::date),
  CONSTRAINT declined_for_a_reason CHECK (
    state NOT IN ('DECLINED', 'TAKEN_BACK') OR coalesce(btrim(answer_reason), '') <> ''),
  CONSTRAINT handed_over_after_acceptance CHECK (
    num_nonnulls(helps_since, helper, handed_over_by, handed_over_at) IN (0, 4)
    AND (helps_since IS NULL OR (state = 'ACCEPTED' AND helps_since >= answered_on))),
  CONSTRAINT stopped_at_a_time CHECK (
    (state IN ('RECALLED', 'NOT_NEEDED')) = (stopped_at IS NOT NULL))
);
CREATE INDEX referrals_case ON referrals (case_number, offered_at DESC);
-- A case is taken over by one.
CREATE UNIQUE INDEX referrals_one_takes_the_case_over ON referrals (case_number, episode)
  WHERE scope = 'WHOLE_CASE' AND state = 'ACCEPTED';
CREATE TRIGGER referrals_keep_their_content BEFORE UPDATE ON referrals FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except('silences', 'state', 'answered_on', 'answered_by',
    'answer_reason', 'noted_by', 'noted_at', 'answer_record_id', 'helps_since', 'helper',
    'handed_over_by', 'handed_over_at', 'stopped_at');
-- An answer is given once; what was accepted may still be recalled before it begins.
CREATE TRIGGER referrals_are_answered_once BEFORE UPDATE ON referrals FOR EACH ROW
  WHEN (OLD.state NOT IN ('OFFERED', 'ACCEPTED')
    OR (OLD.state = 'ACCEPTED' AND (OLD.helps_since IS NOT NULL
      OR (NEW.state = 'ACCEPTED' AND NEW.answered_by IS DISTINCT FROM OLD.answered_by)
      OR NEW.state NOT IN ('ACCEPTED', 'RECALLED', 'NOT_NEEDED'))))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER referrals_stay BEFORE DELETE ON referrals FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

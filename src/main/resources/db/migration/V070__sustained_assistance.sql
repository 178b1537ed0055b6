-- Sustained direct assistance (bantuan langsung berkelanjutan): who is entitled, how the amount
-- comes about, to which account it goes, and how it ends. Whether money may leave, payments decide.

-- ---------------------------------------------------------------------------------------------
-- Rates and limits are data: a change is a new row with a later date

CREATE TABLE assistance_limits (
  valid_from date PRIMARY KEY,
  -- The first day on which it no longer holds.
  valid_until date,
  -- So many components of a family are paid, the highest ones.
  most_components integer NOT NULL CHECK (most_components BETWEEN 1 AND 4),
  -- How long a family knows that it is removed before anything stops.
  notice_days integer NOT NULL CHECK (notice_days >= 14),
  CHECK (valid_until > valid_from),
  EXCLUDE USING gist (daterange(valid_from, valid_until) WITH &&)
);
INSERT INTO assistance_limits VALUES ('2000-01-01', NULL, 4, 14);

CREATE TABLE component_rates (
  component text NOT NULL CHECK (component IN
    ('PREGNANCY', 'EARLY_CHILDHOOD', 'PRIMARY_SCHOOL', 'JUNIOR_SECONDARY_SCHOOL',
     'SENIOR_SECONDARY_SCHOOL', 'ELDERLY', 'SEVERE_DISABILITY', 'NEGLECTED_ORPHAN',
     'CHRONIC_ILLNESS', 'BASIC_NEEDS', 'HONOUR')),
  valid_from date NOT NULL,
  valid_until date,
  quarterly numeric(15, 0) NOT NULL CHECK (quarterly > 0),
  -- What the family does for it: sends the child to school, takes it to the health post.
  commitment text CHECK (commitment IN ('SCHOOL', 'HEALTH')),
  -- Completed years; empty: without limit.
  from_age integer CHECK (from_age >= 0),
  to_age integer CHECK (to_age >= from_age),
  PRIMARY KEY (component, valid_from),
  CHECK (valid_until > valid_from),
  EXCLUDE USING gist (component WITH =, daterange(valid_from, valid_until) WITH &&)
);
-- The first seven follow the yearly index of the family hope programme (PKH) as it is remembered,
-- the others are proposals: an agency enters its own before it pays.
INSERT INTO component_rates (component, valid_from, quarterly, commitment, from_age, to_age) VALUES
  ('PREGNANCY', '2000-01-01', 750000, 'HEALTH', 10, 55),
  ('EARLY_CHILDHOOD', '2000-01-01', 750000, 'HEALTH', 0, 6),
  ('PRIMARY_SCHOOL', '2000-01-01', 225000, 'SCHOOL', 6, 21),
  ('JUNIOR_SECONDARY_SCHOOL', '2000-01-01', 375000, 'SCHOOL', 6, 21),
  ('SENIOR_SECONDARY_SCHOOL', '2000-01-01', 500000, 'SCHOOL', 6, 21),
  ('ELDERLY', '2000-01-01', 600000, NULL, 60, NULL),
  ('SEVERE_DISABILITY', '2000-01-01', 600000, NULL, NULL, NULL),
  ('NEGLECTED_ORPHAN', '2000-01-01', 600000, NULL, 0, 17),
  ('CHRONIC_ILLNESS', '2000-01-01', 600000, NULL, NULL, NULL),
  ('BASIC_NEEDS', '2000-01-01', 600000, NULL, NULL, NULL),
  ('HONOUR', '2000-01-01', 1500000, NULL, NULL, NULL);

-- ---------------------------------------------------------------------------------------------
-- Who is entitled

CREATE TABLE enrolments (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  activity_id uuid NOT NULL REFERENCES activities,
  person_id uuid REFERENCES persons,
  household_id uuid REFERENCES households,
  recipient_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(person_id, household_id)) STORED,
  -- UU 11/2009 art. 9: those whose basic needs are guaranteed, and those who are honoured.
  priority_group text NOT NULL CHECK (priority_group IN
    ('POOR', 'NEGLECTED_ORPHAN', 'NEGLECTED_ELDERLY', 'PHYSICAL_DISABILITY', 'MENTAL_DISABILITY',
     'MULTIPLE_DISABILITY', 'FORMER_CHRONIC_PATIENT', 'FIGHTER', 'PIONEER_OF_INDEPENDENCE',
     'HERO_FAMILY', 'NONE')),
  -- Why somebody outside of the groups or the poorer deciles is proposed all the same.
  exception_reason text,
  -- 1 to 10 in the national socio-economic register (DTSEN); 0: not in it.
  welfare_decile integer NOT NULL CHECK (welfare_decile BETWEEN 0 AND 10),
  exclusion text NOT NULL CHECK (exclusion IN
    ('NONE', 'PUBLIC_SERVANT', 'FORMAL_WAGE', 'DECEASED', 'OTHER_PROGRAMME')),
  applied_by text NOT NULL,
  applied_at timestamptz NOT NULL,
  record_id uuid NOT NULL REFERENCES case_records,
  status text NOT NULL CHECK (status IN
    ('APPLIED', 'DETERMINED', 'REFUSED', 'GRADUATED', 'REMOVED', 'LAPSED')),
  determined_by text,
  determined_at timestamptz,
  determination_reason text,
  ended_on date,
  end_reason text,
  CONSTRAINT one_recipient_of_assistance CHECK (num_nonnulls(person_id, household_id) = 1),
  CONSTRAINT determined_by_another_person_than_applied CHECK (determined_by <> applied_by),
  CONSTRAINT a_determination_is_signed_and_reasoned CHECK (
    num_nonnulls(determined_by, determined_at, determination_reason) IN (0, 3)
    AND (status NOT IN ('DETERMINED', 'GRADUATED', 'REMOVED') OR determined_by IS NOT NULL)),
  CONSTRAINT ended_with_day_and_reason CHECK (
    (status IN ('APPLIED', 'DETERMINED')) = (num_nonnulls(ended_on, end_reason) = 0)
    AND num_nonnulls(ended_on, end_reason) IN (0, 2))
);
CREATE INDEX enrolments_case ON enrolments (case_number, applied_at DESC);
CREATE INDEX enrolments_person ON enrolments (person_id);
CREATE INDEX enrolments_household ON enrolments (household_id);
CREATE UNIQUE INDEX enrolments_one_at_a_time ON enrolments (recipient_id)
  WHERE status IN ('APPLIED', 'DETERMINED');
-- What is computed from other columns is not known yet when this is checked.
CREATE TRIGGER enrolments_keep_their_content BEFORE UPDATE ON enrolments FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except('status', 'determined_by', 'determined_at',
    'determination_reason', 'ended_on', 'end_reason', 'recipient_id');
CREATE TRIGGER enrolments_stay_ended BEFORE UPDATE ON enrolments FOR EACH ROW
  WHEN (OLD.status NOT IN ('APPLIED', 'DETERMINED')
    OR (OLD.status = 'DETERMINED' AND NEW.status IN ('APPLIED', 'DETERMINED'))
    OR (OLD.status = 'APPLIED' AND NEW.status IN ('GRADUATED', 'REMOVED')))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER enrolments_stay BEFORE DELETE ON enrolments FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- What somebody saw in the household; the newest one says what the family consists of.
CREATE TABLE assistance_visits (
  id uuid PRIMARY KEY,
  enrolment_id uuid NOT NULL REFERENCES enrolments,
  purpose text NOT NULL CHECK (purpose IN ('VALIDATION', 'RECERTIFICATION')),
  visited_on date NOT NULL,
  visited_by text NOT NULL,
  findings text NOT NULL CHECK (btrim(findings) <> ''),
  recorded_at timestamptz NOT NULL,
  record_id uuid NOT NULL REFERENCES case_records
);
CREATE INDEX assistance_visits_enrolment ON assistance_visits (enrolment_id, recorded_at DESC);
CREATE TRIGGER assistance_visits_stay BEFORE UPDATE OR DELETE ON assistance_visits FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

CREATE TABLE family_components (
  id uuid PRIMARY KEY,
  visit_id uuid NOT NULL REFERENCES assistance_visits,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  component text NOT NULL,
  person_id uuid NOT NULL REFERENCES persons,
  evidence text NOT NULL CHECK (btrim(evidence) <> ''),
  UNIQUE (visit_id, ordinal),
  CONSTRAINT each_person_counts_once UNIQUE (visit_id, person_id)
);
CREATE TRIGGER family_components_stay BEFORE UPDATE OR DELETE ON family_components FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- Nobody determines what they went to see themselves, and nothing is determined unseen.
CREATE FUNCTION require_a_visit_by_somebody_else() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM assistance_visits WHERE enrolment_id = NEW.id) THEN
    RAISE EXCEPTION 'Nobody is entitled before the household was visited.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM assistance_visits
      WHERE enrolment_id = NEW.id AND visited_by = NEW.determined_by) THEN
    RAISE EXCEPTION 'Who visited the household does not determine the entitlement.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER enrolments_are_determined_by_another BEFORE INSERT OR UPDATE ON enrolments
  FOR EACH ROW WHEN (NEW.status = 'DETERMINED')
  EXECUTE FUNCTION require_a_visit_by_somebody_else();

-- ---------------------------------------------------------------------------------------------
-- To which account it goes

CREATE TABLE assistance_accounts (
  id uuid PRIMARY KEY,
  enrolment_id uuid NOT NULL REFERENCES enrolments,
  kind text NOT NULL CHECK (kind IN ('BANK', 'POST', 'KKS')),
  institution text NOT NULL CHECK (btrim(institution) <> ''),
  account_number text NOT NULL CHECK (account_number ~ '^[0-9]{6,20}$'),
  holder_id uuid NOT NULL REFERENCES persons,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  -- The record holds the last digits only.
  record_id uuid NOT NULL REFERENCES case_records,
  replaced_at timestamptz
);
CREATE UNIQUE INDEX assistance_accounts_one_in_use ON assistance_accounts (enrolment_id)
  WHERE replaced_at IS NULL;
CREATE TRIGGER assistance_accounts_keep_their_content BEFORE UPDATE ON assistance_accounts
  FOR EACH ROW EXECUTE FUNCTION refuse_change_except('replaced_at');
CREATE TRIGGER assistance_accounts_stay BEFORE DELETE ON assistance_accounts FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------
-- Years and quarters

-- Four quarters for which one benefit was asked; the rates of the first day hold for all of them.
CREATE TABLE assistance_years (
  enrolment_id uuid NOT NULL REFERENCES enrolments,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  benefit_id uuid NOT NULL UNIQUE REFERENCES benefits,
  visit_id uuid NOT NULL REFERENCES assistance_visits,
  starts_on date NOT NULL,
  PRIMARY KEY (enrolment_id, ordinal),
  CONSTRAINT years_start_with_a_quarter CHECK (
    extract(day FROM starts_on) = 1 AND extract(month FROM starts_on) IN (1, 4, 7, 10))
);
CREATE TRIGGER assistance_years_stay BEFORE UPDATE OR DELETE ON assistance_years FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION require_a_determination() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM enrolments
      WHERE id = NEW.enrolment_id AND status = 'DETERMINED') THEN
    RAISE EXCEPTION 'Nothing is granted without a determination.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assistance_years_need_a_determination BEFORE INSERT ON assistance_years
  FOR EACH ROW EXECUTE FUNCTION require_a_determination();

-- What was granted once is not refused later: it ends by a recertification.
CREATE FUNCTION refuse_only_what_was_never_granted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM assistance_years y JOIN benefits b ON b.id = y.benefit_id
      WHERE y.enrolment_id = NEW.id AND b.status IN ('APPROVED', 'ENDED')) THEN
    RAISE EXCEPTION 'Assistance that was granted ends by a recertification only.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER enrolments_are_refused_before_granted BEFORE UPDATE ON enrolments FOR EACH ROW
  WHEN (NEW.status = 'REFUSED') EXECUTE FUNCTION refuse_only_what_was_never_granted();

CREATE FUNCTION require_a_determination_for_payments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT kind FROM benefits WHERE id = NEW.benefit_id) = 'SUSTAINED_ASSISTANCE'
      AND NOT EXISTS (SELECT 1 FROM assistance_years y JOIN enrolments e ON e.id = y.enrolment_id
        WHERE y.benefit_id = NEW.benefit_id AND e.status = 'DETERMINED') THEN
    RAISE EXCEPTION 'Sustained assistance is not paid without a determination.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payments_of_assistance_need_a_determination BEFORE INSERT ON payments
  FOR EACH ROW EXECUTE FUNCTION require_a_determination_for_payments();

CREATE TABLE assistance_quarters (
  id uuid PRIMARY KEY,
  enrolment_id uuid NOT NULL,
  year_ordinal integer NOT NULL,
  -- 2026-Q4: under this label it is paid.
  label text NOT NULL CHECK (label ~ '^[0-9]{4}-Q[1-4]$'),
  begins_on date NOT NULL,
  amount numeric(15, 0) NOT NULL CHECK (amount >= 0),
  computed_at timestamptz NOT NULL,
  FOREIGN KEY (enrolment_id, year_ordinal) REFERENCES assistance_years,
  CONSTRAINT a_quarter_is_computed_once UNIQUE (enrolment_id, label)
);
CREATE TRIGGER assistance_quarters_stay BEFORE UPDATE OR DELETE ON assistance_quarters
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- How the amount came about, so that it can be shown to the family.
CREATE TABLE assistance_lines (
  quarter_id uuid NOT NULL REFERENCES assistance_quarters,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  component_id uuid NOT NULL REFERENCES family_components,
  rate numeric(15, 0) NOT NULL CHECK (rate > 0),
  result text NOT NULL CHECK (result IN ('COUNTED', 'COMMITMENT_NOT_MET', 'BEYOND_LIMIT')),
  PRIMARY KEY (quarter_id, ordinal)
);
CREATE TRIGGER assistance_lines_stay BEFORE UPDATE OR DELETE ON assistance_lines FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- Whether the family did what a component asks for, quarter by quarter.
CREATE TABLE commitment_checks (
  enrolment_id uuid NOT NULL REFERENCES enrolments,
  label text NOT NULL CHECK (label ~ '^[0-9]{4}-Q[1-4]$'),
  component_id uuid NOT NULL REFERENCES family_components,
  -- Excused: the family could not, so nothing is taken off.
  result text NOT NULL CHECK (result IN ('MET', 'EXCUSED', 'NOT_MET')),
  note text,
  verified_by text NOT NULL,
  verified_at timestamptz NOT NULL,
  record_id uuid NOT NULL REFERENCES case_records,
  PRIMARY KEY (enrolment_id, label, component_id),
  CONSTRAINT not_met_is_explained CHECK (
    result = 'MET' OR coalesce(btrim(note), '') <> '')
);
CREATE TRIGGER commitment_checks_stay BEFORE UPDATE OR DELETE ON commitment_checks FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------
-- Whether it goes on

CREATE TABLE recertifications (
  id uuid PRIMARY KEY,
  enrolment_id uuid NOT NULL REFERENCES enrolments,
  visit_id uuid NOT NULL UNIQUE REFERENCES assistance_visits,
  outcome text NOT NULL CHECK (outcome IN ('CONTINUE', 'GRADUATE', 'REMOVE')),
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL,
  decided_on date NOT NULL,
  record_id uuid NOT NULL REFERENCES case_records,
  -- Whether the family itself wants to go without.
  family_agrees boolean NOT NULL,
  notice_given_on date,
  notice_given_by text,
  -- The last day on which nothing stops.
  notice_ends_on date,
  objected_on date,
  objection text,
  objection_taken_by text,
  reviewed_by text,
  reviewed_at timestamptz,
  upheld boolean,
  review_reason text,
  CONSTRAINT graduates_only_who_agrees CHECK (outcome <> 'GRADUATE' OR family_agrees),
  CONSTRAINT notice_of_a_removal CHECK (
    num_nonnulls(notice_given_on, notice_given_by, notice_ends_on) IN (0, 3)
    AND (notice_given_on IS NULL OR outcome = 'REMOVE')
    AND notice_given_on >= decided_on AND notice_ends_on >= notice_given_on + 14),
  CONSTRAINT objection_after_notice CHECK (
    num_nonnulls(objected_on, objection, objection_taken_by) IN (0, 3)
    AND (objected_on IS NULL OR notice_given_on IS NOT NULL)),
  CONSTRAINT reviewed_by_another_person_than_decided CHECK (
    num_nonnulls(reviewed_by, reviewed_at, upheld, review_reason) IN (0, 4)
    AND (reviewed_by IS NULL OR objected_on IS NOT NULL) AND reviewed_by <> decided_by)
);
CREATE INDEX recertifications_enrolment ON recertifications (enrolment_id, decided_at DESC);
CREATE TRIGGER recertifications_keep_their_content BEFORE UPDATE ON recertifications
  FOR EACH ROW EXECUTE FUNCTION refuse_change_except('notice_given_on', 'notice_given_by',
    'notice_ends_on', 'objected_on', 'objection', 'objection_taken_by', 'reviewed_by',
    'reviewed_at', 'upheld', 'review_reason');
CREATE TRIGGER recertifications_stay_reviewed BEFORE UPDATE ON recertifications FOR EACH ROW
  WHEN (OLD.reviewed_by IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER recertifications_stay BEFORE DELETE ON recertifications FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION require_another_decider() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM assistance_visits
      WHERE id = NEW.visit_id AND visited_by = NEW.decided_by) THEN
    RAISE EXCEPTION 'Who visited the household does not decide whether assistance goes on.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recertifications_are_decided_by_another BEFORE INSERT ON recertifications
  FOR EACH ROW EXECUTE FUNCTION require_another_decider();

-- Nothing stops before the family knew it for the time of the notice and could object.
CREATE FUNCTION require_notice_before_removal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  newest recertifications;
  needed text := CASE NEW.status WHEN 'REMOVED' THEN 'REMOVE' ELSE 'GRADUATE' END;
BEGIN
  SELECT * INTO newest FROM recertifications WHERE enrolment_id = NEW.id
    ORDER BY decided_at DESC LIMIT 1;
  IF newest.outcome IS DISTINCT FROM needed THEN
    RAISE EXCEPTION 'Nobody leaves assistance without a recertification that says so.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.status = 'REMOVED' AND (newest.notice_ends_on IS NULL
      OR NEW.ended_on <= newest.notice_ends_on) THEN
    RAISE EXCEPTION 'Nobody is removed before the end of the notice.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.status = 'REMOVED' AND newest.objected_on IS NOT NULL
      AND newest.upheld IS DISTINCT FROM false THEN
    RAISE EXCEPTION 'Nobody is removed while an objection is open or upheld.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER enrolments_end_with_notice BEFORE UPDATE ON enrolments FOR EACH ROW
  WHEN (NEW.status IN ('GRADUATED', 'REMOVED')) EXECUTE FUNCTION require_notice_before_removal();

-- The case file: what a case is. Where a case is, the engine knows.
-- Constraints stand here as well as in the code, so that no later code can go round them.
-- No statement reads the database's clock: every instant comes from the application.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- ---------------------------------------------------------------------------------------------
-- Rules that several tables share

-- A row that was filed stays as it was filed.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are never changed or deleted; file a new one instead.', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- Only the columns named by the trigger may change; the rest is the content that was agreed.
CREATE FUNCTION refuse_change_except() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - TG_ARGV) IS DISTINCT FROM (to_jsonb(OLD) - TG_ARGV) THEN
    RAISE EXCEPTION 'The content of a row of % is never changed; file a new one instead.',
      TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

-- A code as people say it: HOME_VISIT, home-visit -> home visit.
CREATE FUNCTION plain(code text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(lower(code), '_-', '  ')
$$;

-- ---------------------------------------------------------------------------------------------
-- Whom cases are about

-- For people without a NIK: a number that can be told over the telephone.
CREATE SEQUENCE temporary_person_numbers;

CREATE TABLE persons (
  id uuid PRIMARY KEY,
  nik text CHECK (nik ~ '^[0-9]{16}$'),
  -- DISCREPANCY also marks a NIK that somebody else already holds, until intake has decided.
  nik_status text NOT NULL CHECK (nik_status IN
    ('MISSING', 'FORMAT_OK', 'VERIFIED', 'DISCREPANCY')),
  nik_missing_reason text CHECK (nik_missing_reason IN
    ('HOMELESS', 'FOUNDLING', 'REMOTE_COMMUNITY', 'DISASTER', 'LOST', 'FOREIGNER', 'NOT_KNOWN_YET')),
  temporary_number text UNIQUE,
  kk_number text CHECK (kk_number ~ '^[0-9]{16}$'),
  full_name text NOT NULL CHECK (btrim(full_name) <> ''),
  alias text,
  birth_date date,
  birth_date_estimated boolean NOT NULL DEFAULT false,
  sex text CHECK (sex IN ('FEMALE', 'MALE')),
  religion text,
  language text,
  disabilities text[] NOT NULL DEFAULT '{}',
  phone text,
  address text,
  village text,
  region_code text CHECK (region_code ~ '^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$'),
  deceased_on date,
  -- The person that this row turned out to be; the row itself is kept, so that it can be undone.
  same_as uuid REFERENCES persons,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT nik_or_reason CHECK (
    (nik IS NOT NULL AND nik_status <> 'MISSING' AND nik_missing_reason IS NULL)
    OR (nik IS NULL AND nik_status = 'MISSING' AND nik_missing_reason IS NOT NULL
        AND temporary_number IS NOT NULL)),
  CONSTRAINT not_the_same_as_itself CHECK (same_as <> id),
  CONSTRAINT dies_after_birth CHECK (deceased_on >= birth_date)
);
CREATE UNIQUE INDEX persons_one_holder_of_a_nik ON persons (nik)
  WHERE nik_status IN ('FORMAT_OK', 'VERIFIED');
CREATE INDEX persons_nik ON persons (nik);
CREATE INDEX persons_name ON persons USING gin (lower(full_name) gin_trgm_ops);
CREATE INDEX persons_alias ON persons USING gin (lower(alias) gin_trgm_ops);
CREATE INDEX persons_village ON persons USING gin (lower(village) gin_trgm_ops);

CREATE TABLE households (
  id uuid PRIMARY KEY,
  kk_number text CHECK (kk_number ~ '^[0-9]{16}$'),
  head_id uuid REFERENCES persons,
  address text,
  village text,
  region_code text CHECK (region_code ~ '^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$'),
  created_at timestamptz NOT NULL,
  created_by text NOT NULL
);
CREATE INDEX households_head ON households (head_id);
CREATE INDEX households_village ON households USING gin (lower(village) gin_trgm_ops);

CREATE TABLE household_members (
  household_id uuid NOT NULL REFERENCES households,
  person_id uuid NOT NULL REFERENCES persons,
  relation text NOT NULL CHECK (relation IN
    ('HEAD', 'SPOUSE', 'CHILD', 'FOSTER_CHILD', 'PARENT', 'GRANDPARENT', 'GRANDCHILD', 'SIBLING',
     'OTHER_RELATIVE', 'NOT_RELATED')),
  lives_in boolean NOT NULL,
  earns boolean NOT NULL,
  carer boolean NOT NULL,
  joined_on date,
  left_on date,
  PRIMARY KEY (household_id, person_id),
  CHECK (left_on >= joined_on)
);
CREATE INDEX household_members_person ON household_members (person_id);
CREATE UNIQUE INDEX household_members_one_head ON household_members (household_id)
  WHERE relation = 'HEAD' AND left_on IS NULL;

CREATE TABLE groups (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (btrim(name) <> ''),
  type text NOT NULL CHECK (type IN ('SELF_HELP', 'JOINT_BUSINESS', 'THERAPY', 'CARE', 'OTHER')),
  village text,
  region_code text CHECK (region_code ~ '^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$'),
  founded_on date,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL
);
CREATE INDEX groups_name ON groups USING gin (lower(name) gin_trgm_ops);

CREATE TABLE group_members (
  group_id uuid NOT NULL REFERENCES groups,
  person_id uuid NOT NULL REFERENCES persons,
  office text NOT NULL DEFAULT 'MEMBER'
    CHECK (office IN ('CHAIR', 'SECRETARY', 'TREASURER', 'MEMBER')),
  joined_on date,
  left_on date,
  PRIMARY KEY (group_id, person_id),
  CHECK (left_on >= joined_on)
);
CREATE INDEX group_members_person ON group_members (person_id);
CREATE UNIQUE INDEX group_members_one_officer ON group_members (group_id, office)
  WHERE office <> 'MEMBER' AND left_on IS NULL;

CREATE TABLE communities (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (btrim(name) <> ''),
  village text,
  region_code text CHECK (region_code ~ '^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$'),
  -- Komunitas adat terpencil.
  remote_indigenous boolean NOT NULL DEFAULT false,
  household_count integer CHECK (household_count >= 0),
  created_at timestamptz NOT NULL,
  created_by text NOT NULL
);
CREATE INDEX communities_name ON communities USING gin (lower(name) gin_trgm_ops);

-- ---------------------------------------------------------------------------------------------
-- Cases

-- Numbers increase per field and year; the row's lock keeps two openings apart.
CREATE TABLE case_number_sequences (
  field text NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 9999),
  last_number integer NOT NULL CHECK (last_number BETWEEN 1 AND 999999),
  PRIMARY KEY (field, year)
);

CREATE TABLE cases (
  number text PRIMARY KEY CHECK (number ~ '^(SR|SP|SS|SE)-[0-9]{4}-[0-9]{6}$'),
  field text NOT NULL CHECK (field IN
    ('SOCIAL_REHABILITATION', 'SOCIAL_PROTECTION', 'SOCIAL_SECURITY', 'SOCIAL_EMPOWERMENT')),
  beneficiary_type text NOT NULL
    CHECK (beneficiary_type IN ('PERSON', 'FAMILY', 'GROUP', 'COMMUNITY')),
  person_id uuid REFERENCES persons,
  household_id uuid REFERENCES households,
  group_id uuid REFERENCES groups,
  community_id uuid REFERENCES communities,
  state text NOT NULL CHECK (state IN ('OPEN', 'CLOSED', 'REJECTED')),
  stage text NOT NULL CHECK (stage IN
    ('INTAKE', 'ASSESSMENT', 'CASE_PLAN', 'INTERVENTION', 'MONITORING', 'TERMINATION', 'CLOSED')),
  stage_entered_at timestamptz NOT NULL,
  -- Empty until triage.
  risk_level text CHECK (risk_level IN ('EMERGENCY', 'HIGH', 'MEDIUM', 'LOW')),
  setting text CHECK (setting IN ('FAMILY', 'COMMUNITY', 'INSTITUTION')),
  primary_ppks text CHECK (primary_ppks ~ '^PPKS-(0[1-9]|1[0-9]|2[0-6])$'),
  problem_codes text[] NOT NULL DEFAULT '{}',
  channel text NOT NULL CHECK (channel IN
    ('WALK_IN', 'PHONE', 'OUTREACH', 'REFERRAL', 'POLICE', 'COURT', 'SCHOOL', 'HOSPITAL', 'ONLINE',
     'OTHER')),
  sealed boolean NOT NULL DEFAULT false,
  sealed_reason text,
  lead text REFERENCES workers,
  team_id text,
  office_id text REFERENCES offices,
  opened_at timestamptz NOT NULL,
  opened_by text NOT NULL,
  -- From here on intake no longer sees the case.
  handed_over_at timestamptz,
  closed_at timestamptz,
  closure_reason text CHECK (closure_reason IN
    ('GOALS_MET', 'NEED_ENDED', 'REFERRED_ACCEPTED', 'TRANSFERRED', 'CLIENT_WITHDREW',
     'CLIENT_REFUSED', 'LOST_CONTACT', 'MOVED', 'AGED_OUT', 'ORDER_ENDED', 'INELIGIBLE',
     'DUPLICATE', 'DECEASED')),
  updated_at timestamptz NOT NULL,
  CONSTRAINT number_says_field CHECK (left(number, 2) = CASE field
    WHEN 'SOCIAL_REHABILITATION' THEN 'SR' WHEN 'SOCIAL_PROTECTION' THEN 'SP'
    WHEN 'SOCIAL_SECURITY' THEN 'SS' ELSE 'SE' END),
  CONSTRAINT one_beneficiary_of_its_type CHECK (
    num_nonnulls(person_id, household_id, group_id, community_id) = 1
    AND CASE beneficiary_type
      WHEN 'PERSON' THEN person_id WHEN 'FAMILY' THEN household_id
      WHEN 'GROUP' THEN group_id ELSE community_id END IS NOT NULL),
  CONSTRAINT closed_with_time_and_reason CHECK (
    CASE WHEN state = 'OPEN'
      THEN closed_at IS NULL AND closure_reason IS NULL AND stage <> 'CLOSED'
      ELSE closed_at IS NOT NULL AND closure_reason IS NOT NULL AND stage = 'CLOSED' END),
  CONSTRAINT closed_after_opened CHECK (closed_at >= opened_at),
  CONSTRAINT a_team_of_its_office
    FOREIGN KEY (team_id, office_id) REFERENCES teams (id, office_id),
  CONSTRAINT a_team_has_an_office CHECK (team_id IS NULL OR office_id IS NOT NULL),
  CONSTRAINT sealed_for_a_reason CHECK (NOT sealed OR coalesce(btrim(sealed_reason), '') <> '')
);
CREATE INDEX cases_list ON cases (state, stage, opened_at DESC);
CREATE INDEX cases_lead ON cases (lead) WHERE state = 'OPEN';
CREATE INDEX cases_team ON cases (team_id, state);
CREATE INDEX cases_office ON cases (office_id, state);
CREATE INDEX cases_opened_by ON cases (opened_by) WHERE handed_over_at IS NULL;
CREATE INDEX cases_person ON cases (person_id);
CREATE INDEX cases_household ON cases (household_id);
CREATE INDEX cases_group ON cases (group_id);
CREATE INDEX cases_community ON cases (community_id);
CREATE INDEX cases_closed ON cases (closed_at) WHERE closed_at IS NOT NULL;

CREATE FUNCTION refuse_renaming_a_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The number of a case never changes, and no case is deleted.'
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER cases_keep_their_number BEFORE UPDATE OF number, field ON cases FOR EACH ROW
  WHEN (OLD.number <> NEW.number OR OLD.field <> NEW.field)
  EXECUTE FUNCTION refuse_renaming_a_case();
CREATE TRIGGER cases_stay BEFORE DELETE ON cases FOR EACH ROW
  EXECUTE FUNCTION refuse_renaming_a_case();

-- What became of the case's own facts: stage, lead, state and the like.
CREATE TABLE case_changes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  what text NOT NULL CHECK (what IN
    ('STATE', 'STAGE', 'LEAD', 'TEAM', 'SETTING', 'SEAL', 'BENEFICIARY', 'HAND_OVER')),
  old_value text,
  new_value text,
  reason text,
  -- Empty when the process itself moved on.
  changed_by text,
  changed_at timestamptz NOT NULL
);
CREATE INDEX case_changes_case ON case_changes (case_number, changed_at DESC);
CREATE TRIGGER case_changes_stay BEFORE UPDATE OR DELETE ON case_changes FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- How the case came in, and in whose words.
CREATE TABLE case_requests (
  case_number text PRIMARY KEY REFERENCES cases,
  reporter_name text,
  reporter_relation text,
  reporter_phone text,
  anonymous boolean NOT NULL DEFAULT false,
  narrative text NOT NULL CHECK (btrim(narrative) <> ''),
  received_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  CONSTRAINT anonymous_reporters_stay_so
    CHECK (NOT anonymous OR num_nonnulls(reporter_name, reporter_phone) = 0)
);

CREATE TABLE case_links (
  case_number text NOT NULL REFERENCES cases,
  linked_number text NOT NULL REFERENCES cases,
  kind text NOT NULL CHECK (kind IN ('FOLLOWS', 'OTHER_FIELD', 'DUPLICATE_OF', 'SAME_HOUSEHOLD')),
  linked_by text NOT NULL,
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (case_number, linked_number),
  CHECK (case_number <> linked_number)
);
CREATE INDEX case_links_back ON case_links (linked_number);

CREATE TABLE episodes (
  case_number text NOT NULL REFERENCES cases,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  opened_at timestamptz NOT NULL,
  opened_by text NOT NULL,
  reason text NOT NULL CHECK (reason IN ('REQUEST', 'REOPENED')),
  closed_at timestamptz,
  PRIMARY KEY (case_number, ordinal),
  CHECK (closed_at >= opened_at)
);
CREATE UNIQUE INDEX episodes_one_open ON episodes (case_number) WHERE closed_at IS NULL;

CREATE TABLE process_links (
  process_instance_id text PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  process_key text NOT NULL,
  definition_version integer NOT NULL CHECK (definition_version >= 1),
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK (ended_at >= started_at)
);
CREATE INDEX process_links_case ON process_links (case_number);

-- Every submitted form, word for word.
CREATE TABLE case_records (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  form_id text NOT NULL,
  form_version integer NOT NULL,
  form_title text,
  task_id text,
  process_instance_id text,
  process_key text,
  activity_id text,
  activity_name text,
  submitted_by text NOT NULL,
  submitted_at timestamptz NOT NULL,
  payload jsonb NOT NULL CHECK (jsonb_typeof(payload) = 'object')
);
CREATE INDEX case_records_case ON case_records (case_number, submitted_at DESC);
CREATE INDEX case_records_form ON case_records (case_number, form_id, submitted_at DESC);
CREATE TRIGGER case_records_stay BEFORE UPDATE OR DELETE ON case_records FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_records_stay_all BEFORE TRUNCATE ON case_records
  EXECUTE FUNCTION refuse_change();

CREATE TABLE notes (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  subject text,
  text text NOT NULL CHECK (btrim(text) <> ''),
  written_by text NOT NULL,
  written_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records
);
CREATE INDEX notes_case ON notes (case_number, written_at DESC);
CREATE TRIGGER notes_stay BEFORE UPDATE OR DELETE ON notes FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- What a person agreed to, or did not (persetujuan; UU 27/2022).
CREATE TABLE consents (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  person_id uuid REFERENCES persons,
  type text NOT NULL CHECK (type IN
    ('SERVICE', 'DATA_SHARING', 'PHOTO_MEDIA', 'MEDICAL', 'PLACEMENT')),
  refused boolean NOT NULL,
  given_by text NOT NULL CHECK (given_by IN ('SELF', 'PARENT', 'GUARDIAN', 'CUSTODIAN', 'COURT')),
  capacity text NOT NULL CHECK (capacity IN ('FULL', 'ASSISTED', 'NONE')),
  method text NOT NULL CHECK (method IN ('SIGNATURE', 'THUMBPRINT', 'WITNESSED_ORAL')),
  witness text,
  language text,
  recipients text[] NOT NULL DEFAULT '{}',
  purpose text NOT NULL CHECK (btrim(purpose) <> ''),
  -- Whether the child agreed too; asked from the age of ten.
  child_assent boolean,
  given_at timestamptz NOT NULL,
  valid_until date,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawal_reason text,
  recorded_by text NOT NULL,
  record_id uuid REFERENCES case_records,
  CONSTRAINT who_cannot_decide_does_not_consent CHECK (capacity <> 'NONE' OR given_by <> 'SELF'),
  CONSTRAINT oral_consent_has_a_witness
    CHECK (method <> 'WITNESSED_ORAL' OR coalesce(btrim(witness), '') <> ''),
  CONSTRAINT sharing_names_its_recipients
    CHECK (type <> 'DATA_SHARING' OR refused OR cardinality(recipients) > 0),
  CONSTRAINT only_a_consent_is_withdrawn CHECK (NOT refused OR withdrawn_at IS NULL),
  CONSTRAINT withdrawn_by_somebody CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
  CONSTRAINT withdrawn_after_given CHECK (withdrawn_at >= given_at)
);
CREATE INDEX consents_case ON consents (case_number, type, given_at DESC);
CREATE TRIGGER consents_keep_their_content BEFORE UPDATE ON consents FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except('withdrawn_at', 'withdrawn_by', 'withdrawal_reason');
CREATE TRIGGER consents_stay_withdrawn BEFORE UPDATE ON consents FOR EACH ROW
  WHEN (OLD.withdrawn_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER consents_stay BEFORE DELETE ON consents FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------
-- What is known about risk, problems and functioning

CREATE TABLE risk_assessments (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  kind text NOT NULL CHECK (kind IN ('SCORED', 'RAISED', 'LOWERED')),
  severity smallint CHECK (severity BETWEEN 0 AND 3),
  imminence smallint CHECK (imminence BETWEEN 0 AND 3),
  vulnerability smallint CHECK (vulnerability BETWEEN 0 AND 3),
  perpetrator_access smallint CHECK (perpetrator_access BETWEEN 0 AND 2),
  repetition smallint CHECK (repetition BETWEEN 0 AND 1),
  protective_factors smallint CHECK (protective_factors BETWEEN -2 AND 0),
  sum smallint GENERATED ALWAYS AS (severity + imminence + vulnerability + perpetrator_access
    + repetition + protective_factors) STORED,
  overrides text[] NOT NULL DEFAULT '{}' CHECK (overrides <@ ARRAY
    ['LIFE_THREAT', 'SUICIDAL_INTENT', 'SEXUAL_VIOLENCE', 'ABANDONED_CHILD', 'UNACCOMPANIED_CHILD',
     'SHACKLING', 'NO_SAFE_PLACE', 'DOMESTIC_VIOLENCE']),
  level text NOT NULL CHECK (level IN ('EMERGENCY', 'HIGH', 'MEDIUM', 'LOW')),
  previous_level text CHECK (previous_level IN ('EMERGENCY', 'HIGH', 'MEDIUM', 'LOW')),
  reason text,
  assessed_by text NOT NULL,
  assessed_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  CONSTRAINT all_scores_or_none CHECK (num_nonnulls(severity, imminence, vulnerability,
    perpetrator_access, repetition, protective_factors) IN (0, 6)),
  CONSTRAINT scored_has_scores CHECK (kind <> 'SCORED' OR severity IS NOT NULL),
  CONSTRAINT an_override_is_an_emergency CHECK (overrides = '{}' OR level = 'EMERGENCY'),
  CONSTRAINT changed_for_a_reason CHECK (kind = 'SCORED' OR coalesce(btrim(reason), '') <> '')
);
CREATE INDEX risk_assessments_case ON risk_assessments (case_number, assessed_at DESC);
CREATE TRIGGER risk_assessments_stay BEFORE UPDATE OR DELETE ON risk_assessments FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

CREATE TABLE ppks_assessments (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  person_id uuid REFERENCES persons,
  category text NOT NULL CHECK (category ~ '^PPKS-(0[1-9]|1[0-9]|2[0-6])$'),
  is_primary boolean NOT NULL,
  since date,
  evidence text,
  assessed_by text NOT NULL,
  assessed_at timestamptz NOT NULL,
  superseded_at timestamptz,
  record_id uuid REFERENCES case_records
);
CREATE INDEX ppks_assessments_case ON ppks_assessments (case_number);
CREATE UNIQUE INDEX ppks_assessments_one_primary
  ON ppks_assessments (case_number, coalesce(person_id, '00000000-0000-0000-0000-000000000000'))
  WHERE is_primary AND superseded_at IS NULL;
CREATE TRIGGER ppks_assessments_keep_their_content BEFORE UPDATE ON ppks_assessments FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except('superseded_at');
CREATE TRIGGER ppks_assessments_stay BEFORE DELETE ON ppks_assessments FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------
-- The plan: every version stays as it was signed

CREATE TABLE plans (
  case_number text NOT NULL REFERENCES cases,
  version integer NOT NULL CHECK (version >= 1),
  leading_approach text NOT NULL
    CHECK (leading_approach IN ('PERSUASIVE', 'MOTIVATIONAL', 'COERCIVE')),
  setting text NOT NULL CHECK (setting IN ('FAMILY', 'COMMUNITY', 'INSTITUTION')),
  summary text NOT NULL CHECK (btrim(summary) <> ''),
  -- Who signed on the client's side.
  signed_by text CHECK (signed_by IN ('SELF', 'PARENT', 'GUARDIAN', 'CUSTODIAN', 'COURT')),
  signed_on date,
  refusal_to_sign text,
  starts_on date,
  ends_on date,
  review_due date,
  prepared_by text NOT NULL,
  prepared_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  status text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'SUPERSEDED')),
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  PRIMARY KEY (case_number, version),
  CONSTRAINT decided_by_another_person CHECK (decided_by <> prepared_by),
  CONSTRAINT decided_when_not_proposed CHECK (
    (status = 'PROPOSED') = (decided_by IS NULL)
    AND (decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT returned_for_a_reason CHECK (status <> 'RETURNED' OR coalesce(btrim(decision_reason), '') <> ''),
  CONSTRAINT ends_after_it_starts CHECK (ends_on >= starts_on)
);
CREATE UNIQUE INDEX plans_one_approved ON plans (case_number) WHERE status = 'APPROVED';
CREATE TRIGGER plans_keep_their_content BEFORE UPDATE ON plans FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except('status', 'decided_by', 'decided_at', 'decision_reason');
CREATE TRIGGER plans_stay_decided BEFORE UPDATE ON plans FOR EACH ROW
  WHEN (OLD.status <> 'PROPOSED' AND NOT (OLD.status = 'APPROVED' AND NEW.status = 'SUPERSEDED'))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER plans_stay BEFORE DELETE ON plans FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE goals (
  id uuid PRIMARY KEY,
  case_number text NOT NULL,
  plan_version integer NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  domain text NOT NULL CHECK (domain IN
    ('BASIC_NEEDS', 'HEALTH', 'SAFETY', 'CARE_AND_FAMILY', 'EDUCATION', 'WORK_AND_INCOME',
     'EMOTIONAL_WELLBEING', 'BEHAVIOUR', 'SOCIAL_ROLES', 'PROBLEM_SOLVING', 'LEGAL_IDENTITY',
     'ACCESSIBILITY', 'SPIRITUAL')),
  description text NOT NULL CHECK (btrim(description) <> ''),
  baseline text NOT NULL,
  target text NOT NULL,
  indicator text NOT NULL,
  due_on date,
  -- The goal of an earlier version that this one carries on.
  continues uuid REFERENCES goals,
  FOREIGN KEY (case_number, plan_version) REFERENCES plans,
  UNIQUE (case_number, plan_version, ordinal),
  UNIQUE (id, case_number, plan_version)
);
CREATE TRIGGER goals_stay BEFORE UPDATE OR DELETE ON goals FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- Goal attainment scaling: -2 much less than expected, 0 as expected, 2 much more.
CREATE TABLE goal_ratings (
  id uuid PRIMARY KEY,
  goal_id uuid NOT NULL REFERENCES goals,
  attainment smallint NOT NULL CHECK (attainment BETWEEN -2 AND 2),
  comment text,
  rated_by text NOT NULL,
  rated_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records
);
CREATE INDEX goal_ratings_goal ON goal_ratings (goal_id, rated_at DESC);
CREATE TRIGGER goal_ratings_stay BEFORE UPDATE OR DELETE ON goal_ratings FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

CREATE TABLE activities (
  id uuid PRIMARY KEY,
  case_number text NOT NULL,
  plan_version integer NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  goal_id uuid,
  approach text NOT NULL CHECK (approach IN ('PERSUASIVE', 'MOTIVATIONAL', 'COERCIVE')),
  setting text NOT NULL CHECK (setting IN ('FAMILY', 'COMMUNITY', 'INSTITUTION')),
  atensi_component text CHECK (atensi_component IN
    ('DECENT_LIVING', 'SOCIAL_CARE', 'FAMILY_SUPPORT', 'THERAPY', 'VOCATIONAL',
     'SOCIAL_ASSISTANCE', 'ACCESSIBILITY')),
  -- The process that delivers it; empty for what the caseworker does without a service.
  service_key text CHECK (service_key ~ '^[a-z]+(-[a-z]+)*$'),
  description text NOT NULL CHECK (btrim(description) <> ''),
  provider text,
  frequency text,
  starts_on date,
  due_on date,
  status text NOT NULL CHECK (status IN ('PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED')),
  status_changed_at timestamptz,
  status_reason text,
  FOREIGN KEY (case_number, plan_version) REFERENCES plans,
  FOREIGN KEY (goal_id, case_number, plan_version) REFERENCES goals (id, case_number, plan_version),
  UNIQUE (case_number, plan_version, ordinal),
  CONSTRAINT due_after_start CHECK (due_on >= starts_on),
  CONSTRAINT cancelled_for_a_reason CHECK (status <> 'CANCELLED' OR coalesce(btrim(status_reason), '') <> '')
);
CREATE INDEX activities_service ON activities (service_key) WHERE service_key IS NOT NULL;
CREATE TRIGGER activities_keep_their_content BEFORE UPDATE ON activities FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except('status', 'status_changed_at', 'status_reason');
CREATE TRIGGER activities_stay BEFORE DELETE ON activities FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------
-- What was done

-- Attempts to move a person without compulsion (UU 11/2009 art. 7(2)).
CREATE TABLE attempts (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  approach text NOT NULL CHECK (approach IN ('PERSUASIVE', 'MOTIVATIONAL')),
  kind text NOT NULL CHECK (kind IN
    ('OUTREACH', 'INFORMATION', 'HOME_VISIT', 'FAMILY_TALK', 'PEER_TALK', 'COMMUNITY_FIGURE',
     'TRIAL_VISIT', 'MOTIVATIONAL_INTERVIEW', 'GOAL_SETTING', 'PRAISE_OR_INCENTIVE',
     'PEER_SUPPORT')),
  made_on date NOT NULL,
  made_by text NOT NULL,
  argument text NOT NULL CHECK (btrim(argument) <> ''),
  response text NOT NULL CHECK (btrim(response) <> ''),
  outcome text CHECK (outcome IN
    ('WILLING', 'PARTLY_WILLING', 'UNDECIDED', 'REFUSED', 'NOT_REACHED')),
  stage_of_change text CHECK (stage_of_change IN
    ('PRECONTEMPLATION', 'CONTEMPLATION', 'PREPARATION', 'ACTION', 'MAINTENANCE')),
  incentive text,
  incentive_amount numeric(15, 2) CHECK (incentive_amount >= 0),
  budget_code text,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  CONSTRAINT motivation_knows_the_stage_of_change
    CHECK (approach <> 'MOTIVATIONAL' OR stage_of_change IS NOT NULL),
  CONSTRAINT an_incentive_needs_a_budget CHECK (
    (incentive IS NULL AND incentive_amount IS NULL) OR coalesce(btrim(budget_code), '') <> '')
);
CREATE INDEX attempts_case ON attempts (case_number, approach, made_on DESC);
CREATE TRIGGER attempts_stay BEFORE UPDATE OR DELETE ON attempts FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

CREATE TABLE contacts (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  type text NOT NULL CHECK (type IN
    ('HOME_VISIT', 'OFFICE_VISIT', 'FIELD_VISIT', 'PHONE', 'VIDEO_CALL', 'MESSAGE', 'LETTER')),
  planned_at timestamptz,
  held_at timestamptz,
  outcome text NOT NULL CHECK (outcome IN
    ('PLANNED', 'HELD', 'NOT_AT_HOME', 'NO_ANSWER', 'REFUSED', 'CANCELLED')),
  with_whom text,
  summary text,
  next_step text,
  made_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  CONSTRAINT planned_or_tried CHECK (num_nonnulls(planned_at, held_at) > 0),
  CONSTRAINT held_at_a_time CHECK (outcome <> 'HELD' OR held_at IS NOT NULL),
  CONSTRAINT planned_for_a_time CHECK (outcome <> 'PLANNED' OR planned_at IS NOT NULL)
);
CREATE INDEX contacts_case ON contacts (case_number, (coalesce(held_at, planned_at)) DESC);

-- One meeting of a service with those who take part.
CREATE TABLE service_sessions (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  activity_id uuid REFERENCES activities,
  service_key text NOT NULL CHECK (service_key ~ '^[a-z]+(-[a-z]+)*$'),
  session_number integer NOT NULL CHECK (session_number >= 1),
  kind text NOT NULL CHECK (kind ~ '^[A-Z]+(_[A-Z]+)*$'),
  held_on date NOT NULL,
  attendance text NOT NULL CHECK (attendance IN ('HELD', 'MISSED', 'CANCELLED')),
  present text[] NOT NULL DEFAULT '{}',
  theme text,
  method text,
  agreement text,
  next_step text,
  new_need boolean,
  led_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records
);
CREATE INDEX service_sessions_case ON service_sessions (case_number, service_key, held_on DESC);
CREATE TRIGGER service_sessions_stay BEFORE UPDATE OR DELETE ON service_sessions FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- Scores only; the items of licensed instruments are not kept.
CREATE TABLE scale_results (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  person_id uuid REFERENCES persons,
  activity_id uuid REFERENCES activities,
  instrument text NOT NULL CHECK (instrument ~ '^[A-Z0-9]+(_[A-Z0-9]+)*$'),
  dimension text NOT NULL CHECK (dimension ~ '^[A-Z0-9]+(_[A-Z0-9]+)*$'),
  value numeric(9, 2) NOT NULL,
  occasion text NOT NULL CHECK (occasion IN
    ('BASELINE', 'REVIEW', 'CLOSURE', 'DAY_30', 'DAY_90', 'DAY_180')),
  measured_at timestamptz NOT NULL,
  measured_by text NOT NULL,
  record_id uuid REFERENCES case_records,
  -- Keberfungsian sosial (UU 14/2019 art. 1): the scale that all fields share.
  CONSTRAINT social_functioning_is_1_to_5 CHECK (instrument <> 'SOCIAL_FUNCTIONING' OR (
    dimension IN ('BASIC_NEEDS', 'SOCIAL_ROLES', 'PROBLEM_SOLVING')
    AND value IN (1, 2, 3, 4, 5))),
  CONSTRAINT family_functioning_is_0_to_4 CHECK (instrument <> 'FAMILY_FUNCTIONING' OR (
    dimension IN ('PROBLEM_SOLVING', 'COMMUNICATION', 'ROLES', 'AFFECT', 'BEHAVIOUR_CONTROL',
      'COHESION')
    AND value IN (0, 1, 2, 3, 4)))
);
CREATE INDEX scale_results_case ON scale_results (case_number, instrument, measured_at);
CREATE TRIGGER scale_results_stay BEFORE UPDATE OR DELETE ON scale_results FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------
-- Coercion: only on an accepted legal basis, for a limited time, by three different people

CREATE TABLE coercive_measures (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  person_id uuid REFERENCES persons,
  kind text NOT NULL CHECK (kind IN
    ('REPORTING_DUTY', 'PROGRAMME_DUTY', 'INSTITUTION_PLACEMENT', 'EMERGENCY_REMOVAL',
     'CONTACT_RESTRICTION', 'LEAVE_RESTRICTION')),
  legal_basis text NOT NULL CHECK (legal_basis IN
    ('COURT_MEASURE', 'CHILD_MEASURE', 'DIVERSION', 'CHILD_UNDER_12', 'NARCOTICS_REHABILITATION',
     'SEXUAL_VIOLENCE_REHABILITATION', 'CUSTODY_TRANSFER', 'GUARDIANSHIP', 'LOCAL_BYLAW',
     'DANGER_TO_LIFE')),
  document_number text NOT NULL CHECK (btrim(document_number) <> ''),
  document_date date,
  document_id uuid,
  order_ends_at timestamptz,
  necessity text NOT NULL CHECK (btrim(necessity) <> ''),
  -- Each {option, reasonRejected}.
  less_restrictive jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(less_restrictive) = 'array'),
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  status text NOT NULL CHECK (status IN ('REQUESTED', 'IN_FORCE', 'REJECTED', 'ENDED')),
  second_opinion_by text,
  second_opinion_at timestamptz,
  second_opinion_agrees boolean,
  second_opinion text,
  approved_by text,
  approved_at timestamptz,
  head_approved_by text,
  head_approved_at timestamptz,
  rejected_by text,
  rejected_at timestamptz,
  rejection_reason text,
  ended_at timestamptz,
  ended_by text,
  end_reason text CHECK (end_reason IN
    ('EXPIRED', 'ORDER_ENDED', 'REVIEW', 'EASED', 'OBJECTION_UPHELD', 'CONVERTED', 'CASE_CLOSED',
     'DECEASED')),
  UNIQUE (id, requested_by),
  CONSTRAINT ends_after_it_begins CHECK (valid_until > valid_from),
  CONSTRAINT never_longer_than_the_order CHECK (valid_until <= order_ends_at),
  CONSTRAINT an_emergency_lasts_24_hours CHECK (
    legal_basis <> 'DANGER_TO_LIFE' OR valid_until - valid_from <= interval '24 hours'),
  CONSTRAINT emergency_removal_is_an_emergency CHECK (
    kind <> 'EMERGENCY_REMOVAL' OR legal_basis = 'DANGER_TO_LIFE' OR order_ends_at IS NOT NULL),
  CONSTRAINT without_an_order_14_days CHECK (
    order_ends_at IS NOT NULL OR valid_until - valid_from <= interval '14 days'),
  CONSTRAINT a_court_sets_the_end CHECK (
    legal_basis NOT IN ('COURT_MEASURE', 'CHILD_MEASURE', 'DIVERSION', 'CHILD_UNDER_12',
      'SEXUAL_VIOLENCE_REHABILITATION', 'CUSTODY_TRANSFER', 'GUARDIANSHIP')
    OR order_ends_at IS NOT NULL),
  -- KUHP art. 113: at most one year; UU 11/2012 art. 21: at most six months.
  CONSTRAINT a_child_measure_lasts_a_year CHECK (
    legal_basis <> 'CHILD_MEASURE' OR valid_until - valid_from <= interval '366 days'),
  CONSTRAINT under_12_six_months CHECK (
    legal_basis <> 'CHILD_UNDER_12' OR valid_until - valid_from <= interval '184 days'),
  -- PP 31/1980: a street operation allows screening, not a placement.
  CONSTRAINT a_bylaw_places_nobody CHECK (
    legal_basis <> 'LOCAL_BYLAW' OR kind <> 'INSTITUTION_PLACEMENT'),
  CONSTRAINT three_different_people CHECK (
    second_opinion_by <> requested_by AND approved_by <> requested_by
    AND approved_by <> second_opinion_by AND head_approved_by <> requested_by
    AND head_approved_by <> second_opinion_by AND head_approved_by <> approved_by),
  CONSTRAINT an_opinion_is_complete CHECK (
    num_nonnulls(second_opinion_by, second_opinion_at, second_opinion_agrees) IN (0, 3)),
  CONSTRAINT an_approval_is_dated CHECK (
    num_nonnulls(approved_by, approved_at) IN (0, 2)
    AND num_nonnulls(head_approved_by, head_approved_at) IN (0, 2)),
  CONSTRAINT nothing_in_force_without_approval CHECK (
    status NOT IN ('IN_FORCE', 'ENDED')
    OR (approved_by IS NOT NULL AND second_opinion_agrees IS TRUE)),
  CONSTRAINT the_head_approves_long_placements CHECK (
    status NOT IN ('IN_FORCE', 'ENDED') OR kind <> 'INSTITUTION_PLACEMENT'
    OR valid_until - valid_from <= interval '14 days' OR head_approved_by IS NOT NULL),
  CONSTRAINT rejected_by_somebody_for_a_reason CHECK (
    CASE WHEN status = 'REJECTED'
      THEN rejected_by IS NOT NULL AND rejected_at IS NOT NULL
        AND coalesce(btrim(rejection_reason), '') <> ''
      ELSE num_nonnulls(rejected_by, rejected_at, rejection_reason) = 0 END),
  CONSTRAINT ended_at_a_time_for_a_reason CHECK (
    CASE WHEN status = 'ENDED' THEN ended_at IS NOT NULL AND end_reason IS NOT NULL
      ELSE num_nonnulls(ended_at, ended_by, end_reason) = 0 END),
  CONSTRAINT expired_not_before_its_end CHECK (end_reason <> 'EXPIRED' OR ended_at >= valid_until)
);
CREATE INDEX coercive_measures_case ON coercive_measures (case_number, requested_at DESC);
CREATE INDEX coercive_measures_in_force ON coercive_measures (valid_until)
  WHERE status = 'IN_FORCE';
-- What was asked for is what is decided: an end date is never moved.
CREATE TRIGGER coercive_measures_keep_their_content BEFORE UPDATE ON coercive_measures
  FOR EACH ROW EXECUTE FUNCTION refuse_change_except(
    'status', 'second_opinion_by', 'second_opinion_at', 'second_opinion_agrees', 'second_opinion',
    'approved_by', 'approved_at', 'head_approved_by', 'head_approved_at', 'rejected_by',
    'rejected_at', 'rejection_reason', 'ended_at', 'ended_by', 'end_reason', 'document_id');
CREATE TRIGGER coercive_measures_stay_in_force BEFORE UPDATE ON coercive_measures FOR EACH ROW
  WHEN (OLD.status = 'IN_FORCE') EXECUTE FUNCTION refuse_change_except(
    'status', 'ended_at', 'ended_by', 'end_reason', 'document_id');
CREATE TRIGGER coercive_measures_stay_decided BEFORE UPDATE ON coercive_measures FOR EACH ROW
  WHEN (OLD.status IN ('REJECTED', 'ENDED')
    OR (OLD.status = 'IN_FORCE' AND NEW.status NOT IN ('IN_FORCE', 'ENDED'))
    OR (OLD.status = 'REQUESTED' AND NEW.status = 'ENDED'))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER coercive_measures_stay BEFORE DELETE ON coercive_measures FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- Compulsion comes after invitation and encouragement; only danger to life does not wait.
CREATE FUNCTION require_attempts_before_coercion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(DISTINCT approach) FROM attempts WHERE case_number = NEW.case_number) < 2 THEN
    RAISE EXCEPTION 'A measure needs at least one persuasive and one motivational attempt first.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER coercive_measures_come_last BEFORE INSERT OR UPDATE ON coercive_measures
  FOR EACH ROW WHEN (NEW.status = 'IN_FORCE' AND NEW.legal_basis <> 'DANGER_TO_LIFE')
  EXECUTE FUNCTION require_attempts_before_coercion();

CREATE TABLE coercive_reviews (
  id uuid PRIMARY KEY,
  measure_id uuid NOT NULL,
  -- Repeated here so that the review cannot be made by who asked for the measure.
  requested_by text NOT NULL,
  reviewed_by text NOT NULL,
  reviewed_at timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('CONTINUE', 'EASE', 'END')),
  client_heard boolean NOT NULL,
  client_view text,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  record_id uuid REFERENCES case_records,
  FOREIGN KEY (measure_id, requested_by) REFERENCES coercive_measures (id, requested_by),
  CONSTRAINT reviewed_by_another_person CHECK (reviewed_by <> requested_by),
  CONSTRAINT heard_or_said_why CHECK (client_heard OR coalesce(btrim(client_view), '') <> '')
);
CREATE INDEX coercive_reviews_measure ON coercive_reviews (measure_id, reviewed_at DESC);
CREATE TRIGGER coercive_reviews_stay BEFORE UPDATE OR DELETE ON coercive_reviews FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------
-- The end of a case, and after it

CREATE TABLE closures (
  id uuid PRIMARY KEY,
  case_number text NOT NULL,
  episode integer NOT NULL,
  reason text NOT NULL CHECK (reason IN
    ('GOALS_MET', 'NEED_ENDED', 'REFERRED_ACCEPTED', 'TRANSFERRED', 'CLIENT_WITHDREW',
     'CLIENT_REFUSED', 'LOST_CONTACT', 'MOVED', 'AGED_OUT', 'ORDER_ENDED', 'INELIGIBLE',
     'DUPLICATE', 'DECEASED')),
  summary text NOT NULL CHECK (btrim(summary) <> ''),
  client_informed boolean NOT NULL,
  aftercare_agreed boolean,
  proposed_by text NOT NULL,
  proposed_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  status text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED')),
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  FOREIGN KEY (case_number, episode) REFERENCES episodes,
  CONSTRAINT decided_by_another_person CHECK (decided_by <> proposed_by),
  CONSTRAINT decided_when_not_proposed CHECK (
    (status = 'PROPOSED') = (decided_by IS NULL)
    AND (decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT returned_for_a_reason CHECK (status <> 'RETURNED' OR coalesce(btrim(decision_reason), '') <> '')
);
CREATE INDEX closures_case ON closures (case_number, proposed_at DESC);
CREATE UNIQUE INDEX closures_one_approved ON closures (case_number, episode)
  WHERE status = 'APPROVED';
CREATE TRIGGER closures_keep_their_content BEFORE UPDATE ON closures FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except('status', 'decided_by', 'decided_at', 'decision_reason');
CREATE TRIGGER closures_stay_decided BEFORE UPDATE ON closures FOR EACH ROW
  WHEN (OLD.status <> 'PROPOSED') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER closures_stay BEFORE DELETE ON closures FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

CREATE TABLE aftercare_contacts (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  day integer NOT NULL CHECK (day IN (30, 90, 180)),
  held_on date NOT NULL,
  reached boolean NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('STABLE', 'NEEDS_ADVICE', 'NEEDS_HELP', 'NOT_REACHED')),
  summary text,
  made_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  CHECK (reached = (outcome <> 'NOT_REACHED'))
);
CREATE INDEX aftercare_contacts_case ON aftercare_contacts (case_number, held_on DESC);
CREATE TRIGGER aftercare_contacts_stay BEFORE UPDATE OR DELETE ON aftercare_contacts FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------
-- Who sees a case, and what comes to it from outside

CREATE TABLE case_access_grants (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  user_id text NOT NULL,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  granted_by text NOT NULL,
  granted_at timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  revoked_at timestamptz,
  CONSTRAINT granted_by_another_person CHECK (granted_by <> user_id),
  CONSTRAINT granted_for_a_time CHECK (valid_until > granted_at)
);
CREATE INDEX case_access_grants_user ON case_access_grants (user_id, case_number);
CREATE INDEX case_access_grants_case ON case_access_grants (case_number);
CREATE TRIGGER case_access_grants_keep_their_content BEFORE UPDATE ON case_access_grants
  FOR EACH ROW EXECUTE FUNCTION refuse_change_except('revoked_at');

-- Every look at a case: UU 27/2022 art. 31 asks for a record of processing.
CREATE TABLE case_views (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  user_id text NOT NULL,
  what text NOT NULL,
  seen_at timestamptz NOT NULL
);
CREATE INDEX case_views_case ON case_views (case_number, seen_at DESC);
CREATE INDEX case_views_user ON case_views (user_id, seen_at DESC);
CREATE TRIGGER case_views_stay BEFORE UPDATE OR DELETE ON case_views FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- What intake decided about a person who looks like another one.
CREATE TABLE duplicate_decisions (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  person_id uuid NOT NULL REFERENCES persons,
  candidate_id uuid NOT NULL REFERENCES persons,
  decision text NOT NULL CHECK (decision IN ('SAME_PERSON', 'DIFFERENT_PERSON')),
  reason text,
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  CHECK (person_id <> candidate_id)
);
CREATE INDEX duplicate_decisions_case ON duplicate_decisions (case_number);
CREATE TRIGGER duplicate_decisions_stay BEFORE UPDATE OR DELETE ON duplicate_decisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A message is delivered once, however often it is sent.
CREATE TABLE case_messages (
  case_number text NOT NULL REFERENCES cases,
  idempotency_key text NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 200),
  name text NOT NULL,
  sent_by text NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (case_number, idempotency_key)
);

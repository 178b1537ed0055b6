-- Business assistance (bantuan usaha; KUBE and UEP, Permensos 2/2019) and the four aspects of
-- empowerment.

-- What a law or a circular may change. The size of a group differs from source to source and the
-- ceilings are proposals, so all of it is data.
CREATE TABLE business_limits (
  valid_from date PRIMARY KEY,
  least_members integer NOT NULL CHECK (least_members >= 3),
  most_members integer NOT NULL,
  largest_group_grant numeric(15, 0) NOT NULL CHECK (largest_group_grant > 0),
  largest_household_grant numeric(15, 0) NOT NULL CHECK (largest_household_grant > 0),
  -- How often a business that is not on its feet yet gets another half year of coaching.
  most_rounds integer NOT NULL CHECK (most_rounds >= 1),
  CHECK (most_members >= least_members)
);
INSERT INTO business_limits VALUES ('2019-01-01', 5, 10, 20000000, 5000000, 3);

CREATE FUNCTION business_limits_on(day date) RETURNS business_limits LANGUAGE sql STABLE AS $$
  SELECT * FROM business_limits WHERE valid_from <= day ORDER BY valid_from DESC LIMIT 1
$$;

-- ---------------------------------------------------------------------------------------------
-- Groups that were formed to do business together

-- LOOSE: people who know each other. FORMED: a business group with officers, whose members belong
-- to no other one. DISSOLVED: it was one.
ALTER TABLE groups
  ADD COLUMN standing text NOT NULL DEFAULT 'LOOSE'
    CHECK (standing IN ('LOOSE', 'FORMED', 'DISSOLVED')),
  ADD COLUMN formed_on date,
  ADD COLUMN dissolved_on date,
  ADD UNIQUE (id, standing),
  ADD CONSTRAINT formed_on_a_day CHECK ((standing = 'LOOSE') = (formed_on IS NULL)),
  ADD CONSTRAINT dissolved_on_a_day CHECK ((standing = 'DISSOLVED') = (dissolved_on IS NOT NULL)),
  ADD CONSTRAINT dissolved_after_formed CHECK (dissolved_on >= formed_on);

-- Repeated with the member, so that an index can see who belongs to a formed group.
ALTER TABLE group_members
  ADD COLUMN group_standing text NOT NULL DEFAULT 'LOOSE',
  ADD FOREIGN KEY (group_id, group_standing) REFERENCES groups (id, standing) ON UPDATE CASCADE;
UPDATE group_members m SET group_standing = g.standing FROM groups g WHERE g.id = m.group_id;
CREATE UNIQUE INDEX group_members_one_formed_group ON group_members (person_id)
  WHERE group_standing = 'FORMED' AND left_on IS NULL;

CREATE FUNCTION repeat_group_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.group_standing := (SELECT standing FROM groups WHERE id = NEW.group_id);
  RETURN NEW;
END $$;
CREATE TRIGGER group_members_know_the_standing BEFORE INSERT ON group_members FOR EACH ROW
  EXECUTE FUNCTION repeat_group_standing();

-- Whether two people keep house together, by family card or by what is on file.
CREATE FUNCTION share_a_household(one uuid, other uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM persons p JOIN persons q ON q.kk_number = p.kk_number
    WHERE p.id = one AND q.id = other
    UNION ALL
    SELECT 1 FROM household_members m JOIN household_members n ON n.household_id = m.household_id
    WHERE m.person_id = one AND n.person_id = other AND m.left_on IS NULL AND n.left_on IS NULL
      AND m.lives_in AND n.lives_in)
$$;

-- Deferred: a member who leaves and the one who takes over the office are two statements.
CREATE FUNCTION require_officers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid := coalesce(to_jsonb(NEW) ->> 'group_id', to_jsonb(NEW) ->> 'id')::uuid;
  formed groups;
BEGIN
  SELECT * INTO formed FROM groups WHERE id = changed;
  IF formed.standing <> 'FORMED' THEN
    RETURN NULL;
  END IF;
  IF (SELECT count(*) FROM group_members
      WHERE group_id = changed AND office <> 'MEMBER' AND left_on IS NULL) <> 3 THEN
    RAISE EXCEPTION 'A formed group has a chair, a secretary and a treasurer.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM group_members a JOIN group_members b
      ON b.group_id = a.group_id AND b.person_id > a.person_id
      WHERE a.group_id = changed AND a.office <> 'MEMBER' AND b.office <> 'MEMBER'
        AND a.left_on IS NULL AND b.left_on IS NULL
        AND share_a_household(a.person_id, b.person_id)) THEN
    RAISE EXCEPTION 'The officers of a group come from different households.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER group_members_have_officers AFTER INSERT OR UPDATE ON group_members
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_officers();
CREATE CONSTRAINT TRIGGER groups_have_officers AFTER INSERT OR UPDATE ON groups
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_officers();

-- Who came, went and took an office, in the order in which it was told.
CREATE TABLE group_changes (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  group_id uuid NOT NULL REFERENCES groups,
  person_id uuid REFERENCES persons,
  what text NOT NULL CHECK (what IN ('FORMED', 'JOINED', 'LEFT', 'OFFICE', 'DISSOLVED')),
  office text CHECK (office IN ('CHAIR', 'SECRETARY', 'TREASURER', 'MEMBER')),
  happened_on date NOT NULL,
  reason text,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  CHECK ((what IN ('FORMED', 'DISSOLVED')) = (person_id IS NULL)),
  CHECK (what NOT IN ('JOINED', 'OFFICE') OR office IS NOT NULL)
);
CREATE INDEX group_changes_case ON group_changes (case_number, recorded_at DESC);
CREATE INDEX group_changes_group ON group_changes (group_id);
CREATE TRIGGER group_changes_stay BEFORE UPDATE OR DELETE ON group_changes FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------
-- The four aspects of empowerment (Tonny 2003)

-- (mean of five items from 1 to 5, minus 1) times 25: steps of 5 for a person; a group has the
-- median of its members, and between two of them lies half a step.
ALTER TABLE scale_results ADD CONSTRAINT four_aspects_are_0_to_100 CHECK (
  instrument <> 'FOUR_ASPECTS' OR (
    dimension IN ('CHOICES', 'FREEDOM', 'RESOURCES', 'GRASSROOTS_POWER')
    AND value BETWEEN 0 AND 100
    AND mod(value, CASE WHEN person_id IS NULL THEN 2.5 ELSE 5 END) = 0));
CREATE INDEX scale_results_activity ON scale_results (activity_id, instrument, measured_at)
  WHERE activity_id IS NOT NULL;

-- The facts beside the scores: what a member earns and has put aside.
CREATE TABLE livelihoods (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  activity_id uuid NOT NULL REFERENCES activities,
  person_id uuid NOT NULL REFERENCES persons,
  monthly_income numeric(15, 0) NOT NULL CHECK (monthly_income >= 0),
  savings numeric(15, 0) NOT NULL CHECK (savings >= 0),
  told_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  record_id uuid NOT NULL REFERENCES case_records
);
CREATE INDEX livelihoods_activity ON livelihoods (activity_id, told_at);
CREATE TRIGGER livelihoods_stay BEFORE UPDATE OR DELETE ON livelihoods FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------
-- The assistance: one for an activity of the plan

CREATE TABLE business_assistances (
  activity_id uuid PRIMARY KEY REFERENCES activities,
  case_number text NOT NULL REFERENCES cases,
  -- GROUP: kelompok usaha bersama (KUBE). HOUSEHOLD: usaha ekonomi produktif (UEP).
  kind text NOT NULL CHECK (kind IN ('GROUP', 'HOUSEHOLD')),
  group_id uuid REFERENCES groups,
  opened_at timestamptz NOT NULL,
  benefit_id uuid REFERENCES benefits,
  bank text,
  account_number text CHECK (account_number ~ '^[0-9]{6,20}$'),
  account_holder text,
  -- Months of coaching are counted from here.
  coached_from date,
  round integer NOT NULL DEFAULT 1 CHECK (round >= 1),
  outcome text CHECK (outcome IN ('GRADUATED', 'STOPPED')),
  outcome_reason text,
  ended_at timestamptz,
  CONSTRAINT a_household_is_no_group CHECK (kind = 'GROUP' OR group_id IS NULL),
  CONSTRAINT an_account_is_complete CHECK (
    num_nonnulls(bank, account_number, account_holder) IN (0, 3)),
  CONSTRAINT ended_with_an_outcome CHECK (num_nonnulls(outcome, outcome_reason, ended_at) IN (0, 3))
);
CREATE INDEX business_assistances_case ON business_assistances (case_number);
CREATE INDEX business_assistances_group ON business_assistances (group_id)
  WHERE group_id IS NOT NULL;
CREATE TRIGGER business_assistances_stay_ended BEFORE UPDATE ON business_assistances FOR EACH ROW
  WHEN (OLD.outcome IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER business_assistances_stay BEFORE DELETE ON business_assistances FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

CREATE TABLE business_proposals (
  id uuid PRIMARY KEY,
  activity_id uuid NOT NULL REFERENCES business_assistances,
  version integer NOT NULL CHECK (version >= 1),
  business text NOT NULL CHECK (btrim(business) <> ''),
  plan text NOT NULL CHECK (btrim(plan) <> ''),
  market text NOT NULL CHECK (btrim(market) <> ''),
  risk text NOT NULL CHECK (btrim(risk) <> ''),
  grant_amount numeric(15, 0) NOT NULL CHECK (grant_amount > 0),
  prepared_by text NOT NULL,
  prepared_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  verdict text CHECK (verdict IN ('FEASIBLE', 'REVISE', 'NOT_FEASIBLE')),
  verified_by text,
  verified_at timestamptz,
  findings text,
  UNIQUE (activity_id, version),
  CONSTRAINT verified_by_another_person CHECK (verified_by <> prepared_by),
  CONSTRAINT a_verdict_is_complete CHECK (
    num_nonnulls(verdict, verified_by, verified_at, findings) IN (0, 4))
);
CREATE TRIGGER business_proposals_keep_their_content BEFORE UPDATE ON business_proposals
  FOR EACH ROW EXECUTE FUNCTION refuse_change_except(
    'verdict', 'verified_by', 'verified_at', 'findings');
CREATE TRIGGER business_proposals_stay_verified BEFORE UPDATE ON business_proposals FOR EACH ROW
  WHEN (OLD.verdict IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER business_proposals_stay BEFORE DELETE ON business_proposals FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

CREATE TABLE business_budget_lines (
  proposal_id uuid NOT NULL REFERENCES business_proposals,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  item text NOT NULL CHECK (btrim(item) <> ''),
  amount numeric(15, 0) NOT NULL CHECK (amount > 0),
  PRIMARY KEY (proposal_id, ordinal)
);
CREATE TRIGGER business_budget_lines_stay BEFORE UPDATE OR DELETE ON business_budget_lines
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE business_tranches (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES business_proposals,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  amount numeric(15, 0) NOT NULL CHECK (amount > 0),
  -- What has to be reached with this money before the next is paid.
  milestone text NOT NULL CHECK (btrim(milestone) <> ''),
  status text NOT NULL DEFAULT 'PLANNED' CHECK (status IN ('PLANNED', 'PAID', 'ACCOUNTED')),
  paid_on date,
  -- What is left of it in the account.
  left_over numeric(15, 0) CHECK (left_over >= 0),
  accounted_by text,
  accounted_at timestamptz,
  record_id uuid REFERENCES case_records,
  UNIQUE (proposal_id, ordinal),
  CONSTRAINT paid_on_a_day CHECK ((status = 'PLANNED') = (paid_on IS NULL)),
  CONSTRAINT accounted_by_somebody CHECK (
    num_nonnulls(left_over, accounted_by, accounted_at)
      = CASE status WHEN 'ACCOUNTED' THEN 3 ELSE 0 END)
);
CREATE TRIGGER business_tranches_keep_their_content BEFORE UPDATE ON business_tranches FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except(
    'status', 'paid_on', 'left_over', 'accounted_by', 'accounted_at', 'record_id');
CREATE TRIGGER business_tranches_go_forward BEFORE UPDATE ON business_tranches FOR EACH ROW
  WHEN (OLD.status = 'ACCOUNTED' OR (OLD.status = 'PLANNED' AND NEW.status <> 'PAID')
    OR (OLD.status = 'PAID' AND NEW.status <> 'ACCOUNTED'))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER business_tranches_stay BEFORE DELETE ON business_tranches FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

CREATE TABLE business_receipts (
  tranche_id uuid NOT NULL REFERENCES business_tranches,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  bought_on date NOT NULL,
  item text NOT NULL CHECK (btrim(item) <> ''),
  amount numeric(15, 0) NOT NULL CHECK (amount > 0),
  PRIMARY KEY (tranche_id, ordinal)
);
CREATE TRIGGER business_receipts_stay BEFORE UPDATE OR DELETE ON business_receipts FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- To the rupiah: what is asked for is what the budget needs, and what the tranches bring.
CREATE FUNCTION require_an_exact_budget() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE proposal business_proposals;
BEGIN
  SELECT * INTO proposal FROM business_proposals
    WHERE id = coalesce(to_jsonb(NEW) ->> 'proposal_id', to_jsonb(NEW) ->> 'id')::uuid;
  IF (SELECT sum(amount) FROM business_budget_lines WHERE proposal_id = proposal.id)
      IS DISTINCT FROM proposal.grant_amount THEN
    RAISE EXCEPTION 'The lines of a budget add up to the grant that is asked for.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (SELECT sum(amount) FROM business_tranches WHERE proposal_id = proposal.id)
      IS DISTINCT FROM proposal.grant_amount THEN
    RAISE EXCEPTION 'The tranches add up to the grant that is asked for.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER business_proposals_are_exact AFTER INSERT ON business_proposals
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_an_exact_budget();
CREATE CONSTRAINT TRIGGER business_budget_lines_are_exact AFTER INSERT ON business_budget_lines
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_an_exact_budget();
CREATE CONSTRAINT TRIGGER business_tranches_are_exact AFTER INSERT ON business_tranches
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_an_exact_budget();

-- What speaks against going on: money that may not have been used for the business, or people who
-- want to give it up.
CREATE TABLE business_concerns (
  id uuid PRIMARY KEY,
  activity_id uuid NOT NULL REFERENCES business_assistances,
  case_number text NOT NULL REFERENCES cases,
  kind text NOT NULL CHECK (kind IN ('MISUSE', 'GIVEN_UP')),
  what text NOT NULL CHECK (btrim(what) <> ''),
  raised_by text NOT NULL,
  raised_at timestamptz NOT NULL,
  record_id uuid NOT NULL REFERENCES case_records,
  decision text CHECK (decision IN ('GOES_ON', 'STOPPED')),
  reason text,
  decided_by text,
  decided_at timestamptz,
  CONSTRAINT a_concern_is_judged_by_another_person CHECK (decided_by <> raised_by),
  CONSTRAINT decided_for_a_reason CHECK (
    num_nonnulls(decision, reason, decided_by, decided_at) IN (0, 4))
);
CREATE INDEX business_concerns_activity ON business_concerns (activity_id);
CREATE INDEX business_concerns_case ON business_concerns (case_number, raised_at DESC);
CREATE TRIGGER business_concerns_keep_their_content BEFORE UPDATE ON business_concerns FOR EACH ROW
  EXECUTE FUNCTION refuse_change_except('decision', 'reason', 'decided_by', 'decided_at');
CREATE TRIGGER business_concerns_stay_decided BEFORE UPDATE ON business_concerns FOR EACH ROW
  WHEN (OLD.decision IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER business_concerns_stay BEFORE DELETE ON business_concerns FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- The next tranche waits for the milestone and the receipts of the last one, and nothing is accepted
-- as accounted for while somebody has to judge a concern.
CREATE FUNCTION require_account_of_the_last_tranche() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'PAID' AND EXISTS (SELECT 1 FROM business_tranches
      WHERE proposal_id = NEW.proposal_id AND ordinal < NEW.ordinal AND status <> 'ACCOUNTED') THEN
    RAISE EXCEPTION 'The next tranche is paid when the one before is accounted for.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.status = 'ACCOUNTED' AND EXISTS (SELECT 1 FROM business_concerns r
      JOIN business_proposals p ON p.activity_id = r.activity_id
      WHERE p.id = NEW.proposal_id AND r.decision IS NULL) THEN
    RAISE EXCEPTION 'A tranche is accounted for when the concern about the business has been judged.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.status = 'ACCOUNTED' AND NEW.left_over + coalesce((SELECT sum(amount)
      FROM business_receipts WHERE tranche_id = NEW.id), 0) <> NEW.amount THEN
    RAISE EXCEPTION 'Receipts and what is left add up to the tranche.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER business_tranches_follow_each_other BEFORE UPDATE ON business_tranches FOR EACH ROW
  EXECUTE FUNCTION require_account_of_the_last_tranche();

-- What was found on the spot after 3, 6 and 12 months, and later where it goes on.
CREATE TABLE business_site_checks (
  id uuid PRIMARY KEY,
  activity_id uuid NOT NULL REFERENCES business_assistances,
  case_number text NOT NULL REFERENCES cases,
  month integer NOT NULL CHECK (month >= 1),
  visited_on date NOT NULL,
  books text NOT NULL CHECK (books IN ('KEPT', 'WITH_GAPS', 'NONE')),
  monthly_income numeric(15, 0) NOT NULL CHECK (monthly_income >= 0),
  monthly_costs numeric(15, 0) NOT NULL CHECK (monthly_costs >= 0),
  savings numeric(15, 0) NOT NULL CHECK (savings >= 0),
  active_people integer NOT NULL CHECK (active_people >= 0),
  findings text NOT NULL CHECK (btrim(findings) <> ''),
  checked_by text NOT NULL,
  checked_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  UNIQUE (activity_id, month)
);
CREATE INDEX business_site_checks_case ON business_site_checks (case_number, checked_at DESC);
CREATE TRIGGER business_site_checks_stay BEFORE UPDATE OR DELETE ON business_site_checks
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

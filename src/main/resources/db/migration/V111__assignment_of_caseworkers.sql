-- Who leads which case, why, and how much one caseworker can carry.

-- What the configuration says: written by the application when it starts.
CREATE TABLE caseload_limits (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  soft numeric(8, 1) NOT NULL CHECK (soft > 0),
  hard numeric(8, 1) NOT NULL CHECK (hard >= soft)
);
INSERT INTO caseload_limits (soft, hard) VALUES (25, 30);

-- What the decision weigh-case says, so that constraints and reports count as it does.
CREATE TABLE case_weights (
  risk_level text PRIMARY KEY CHECK (risk_level IN ('EMERGENCY', 'HIGH', 'MEDIUM', 'LOW', 'UNKNOWN')),
  weight numeric(4, 1) NOT NULL CHECK (weight >= 0)
);
INSERT INTO case_weights VALUES
  ('EMERGENCY', 3), ('HIGH', 2), ('MEDIUM', 1), ('LOW', 0.5), ('UNKNOWN', 1);

CREATE FUNCTION caseload(caseworker text) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(w.weight), 0)
  FROM cases c JOIN case_weights w ON w.risk_level = coalesce(c.risk_level, 'UNKNOWN')
  WHERE c.lead = caseworker AND c.state = 'OPEN'
$$;

-- Nobody is given more than the hard limit. A risk that rises, or a case that is reopened, makes a
-- caseload heavier all the same: safety does not wait for room.
CREATE FUNCTION refuse_case_beyond_hard_limit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.lead = NEW.lead THEN
    RETURN NULL;
  END IF;
  -- Two transactions that give cases to the same caseworker follow each other.
  PERFORM FROM workers WHERE user_id = NEW.lead FOR NO KEY UPDATE;
  IF caseload(NEW.lead) > (SELECT hard FROM caseload_limits) THEN
    RAISE EXCEPTION 'The caseworker has no room for another case.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'cases_lead_has_room';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER cases_lead_has_room AFTER INSERT OR UPDATE OF lead ON cases FOR EACH ROW
  WHEN (NEW.lead IS NOT NULL AND NEW.state = 'OPEN')
  EXECUTE FUNCTION refuse_case_beyond_hard_limit();

-- Somebody is responsible until somebody else is.
CREATE FUNCTION refuse_case_without_lead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A case that has a caseworker keeps one; name the next.'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'cases_stay_led';
END $$;
CREATE TRIGGER cases_stay_led BEFORE UPDATE OF lead ON cases FOR EACH ROW
  WHEN (OLD.lead IS NOT NULL AND NEW.lead IS NULL) EXECUTE FUNCTION refuse_case_without_lead();

CREATE INDEX case_changes_lead ON case_changes (new_value, changed_at DESC) WHERE what = 'LEAD';

-- Why somebody leads a case, or why nobody could be found.
CREATE TABLE lead_decisions (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES cases,
  how text NOT NULL CHECK (how IN ('RULES', 'TAKEN', 'OVERRIDE', 'TRANSFER')),
  lead text REFERENCES workers,
  previous_lead text REFERENCES workers,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  weight numeric(4, 1) NOT NULL,
  soft_limit numeric(8, 1) NOT NULL,
  hard_limit numeric(8, 1) NOT NULL,
  -- What the case asks for; empty where it does not matter or is not known.
  needed_skill text,
  language text,
  region_code text,
  -- Empty when the rules decided.
  decided_by text,
  decided_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  CONSTRAINT rules_or_a_person CHECK ((how = 'RULES') = (decided_by IS NULL)),
  CONSTRAINT only_rules_find_nobody CHECK (lead IS NOT NULL OR how = 'RULES')
);
CREATE INDEX lead_decisions_case ON lead_decisions (case_number, decided_at DESC);
CREATE INDEX lead_decisions_lead ON lead_decisions (lead, decided_at DESC);
CREATE TRIGGER lead_decisions_stay BEFORE UPDATE OR DELETE ON lead_decisions FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- Everybody who was considered.
CREATE TABLE lead_candidates (
  decision_id uuid NOT NULL REFERENCES lead_decisions,
  place integer NOT NULL CHECK (place >= 1),
  user_id text NOT NULL REFERENCES workers,
  points integer NOT NULL,
  caseload numeric(8, 1) NOT NULL,
  speaks_language boolean NOT NULL,
  has_skill boolean NOT NULL,
  works_in_district boolean NOT NULL,
  last_assigned_at timestamptz,
  obstacles text[] NOT NULL CHECK (obstacles <@ ARRAY['NO_LICENCE', 'ABSENT', 'CONFLICT', 'NO_ROOM']),
  PRIMARY KEY (decision_id, place),
  UNIQUE (decision_id, user_id)
);
CREATE TRIGGER lead_candidates_stay BEFORE UPDATE OR DELETE ON lead_candidates FOR EACH ROW
  EXECUTE FUNCTION refuse_change();

-- Who is too close to a beneficiary to lead the case (ethics: no dual relationship).
CREATE TABLE conflicts_of_interest (
  case_number text NOT NULL REFERENCES cases,
  user_id text NOT NULL REFERENCES workers,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  declared_by text NOT NULL,
  declared_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  PRIMARY KEY (case_number, user_id)
);
CREATE INDEX conflicts_of_interest_user ON conflicts_of_interest (user_id);
CREATE TRIGGER conflicts_of_interest_stay BEFORE UPDATE OR DELETE ON conflicts_of_interest
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What is owed to somebody whom a measure compels: to be told, to be offered legal aid, and that each
-- use of force is on record.
ALTER TABLE coercive_measures ADD UNIQUE (id, case_number);

CREATE FUNCTION came_into_force_at(measure coercive_measures) RETURNS timestamptz
LANGUAGE sql IMMUTABLE AS $$ SELECT coalesce(measure.head_approved_at, measure.approved_at) $$;

CREATE TABLE measure_notices (
  measure_id uuid PRIMARY KEY REFERENCES coercive_measures,
  person text NOT NULL CHECK (person IN ('TOLD', 'NOT_POSSIBLE')),
  person_told_at timestamptz,
  person_told_how text CHECK (person_told_how IN
    ('SPOKEN', 'WRITTEN', 'INTERPRETED', 'EASY_WORDS')),
  person_reaction text,
  person_reason text,
  family text NOT NULL CHECK (family IN ('TOLD', 'WITHHELD', 'NOBODY')),
  family_member text,
  family_told_at timestamptz,
  family_reason text,
  legal_aid text NOT NULL CHECK (legal_aid IN ('ACCEPTED', 'DECLINED', 'UNDECIDED')),
  legal_aid_provider text,
  given_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  CONSTRAINT the_person_is_told_or_there_is_a_reason CHECK (CASE person
    WHEN 'TOLD' THEN person_told_at IS NOT NULL AND person_told_how IS NOT NULL
    ELSE person_told_at IS NULL AND coalesce(btrim(person_reason), '') <> '' END),
  -- Withheld only from a family member who is suspected of having done harm.
  CONSTRAINT the_family_is_told_or_there_is_a_reason CHECK (CASE family
    WHEN 'TOLD' THEN family_told_at IS NOT NULL AND coalesce(btrim(family_member), '') <> ''
    ELSE family_told_at IS NULL AND coalesce(btrim(family_reason), '') <> '' END),
  CONSTRAINT accepted_legal_aid_has_a_provider CHECK (
    legal_aid <> 'ACCEPTED' OR coalesce(btrim(legal_aid_provider), '') <> ''),
  CONSTRAINT told_before_it_is_recorded CHECK (
    person_told_at <= recorded_at AND family_told_at <= recorded_at)
);
CREATE TRIGGER measure_notices_stay BEFORE UPDATE OR DELETE ON measure_notices FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER measure_notices_stay_all BEFORE TRUNCATE ON measure_notices
  EXECUTE FUNCTION refuse_change();

-- Every use of force, injury and incident while a measure is in force.
CREATE TABLE measure_incidents (
  id uuid PRIMARY KEY,
  measure_id uuid NOT NULL,
  case_number text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('USE_OF_FORCE', 'INJURY', 'INCIDENT')),
  happened_at timestamptz NOT NULL,
  -- What happened is recorded even if it is prohibited; only then can anybody answer for it.
  means text CHECK (means IN ('GUIDING', 'HOLDING', 'CARRYING', 'PROHIBITED')),
  minutes integer CHECK (minutes BETWEEN 0 AND 1440),
  tried_before text,
  what text NOT NULL CHECK (btrim(what) <> ''),
  involved text NOT NULL CHECK (btrim(involved) <> ''),
  injured text NOT NULL CHECK (injured IN ('NOBODY', 'PERSON', 'OTHERS', 'PERSON_AND_OTHERS')),
  medical_help text,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  FOREIGN KEY (measure_id, case_number) REFERENCES coercive_measures (id, case_number),
  CONSTRAINT force_is_told_in_full CHECK (CASE kind
    WHEN 'USE_OF_FORCE' THEN means IS NOT NULL AND minutes IS NOT NULL
      AND coalesce(btrim(tried_before), '') <> ''
    ELSE num_nonnulls(means, minutes, tried_before) = 0 END),
  CONSTRAINT an_injury_has_hurt_somebody CHECK (kind <> 'INJURY' OR injured <> 'NOBODY'),
  CONSTRAINT who_was_hurt_was_looked_after CHECK (
    injured = 'NOBODY' OR coalesce(btrim(medical_help), '') <> ''),
  CONSTRAINT recorded_after_it_happened CHECK (happened_at <= recorded_at)
);
CREATE INDEX measure_incidents_case ON measure_incidents (case_number, happened_at DESC);
CREATE INDEX measure_incidents_measure ON measure_incidents (measure_id, happened_at DESC);
CREATE TRIGGER measure_incidents_stay BEFORE UPDATE OR DELETE ON measure_incidents FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER measure_incidents_stay_all BEFORE TRUNCATE ON measure_incidents
  EXECUTE FUNCTION refuse_change();

-- Forms know quarters of an hour only.
CREATE FUNCTION require_a_measure_that_came_into_force() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE measure coercive_measures;
BEGIN
  SELECT * INTO measure FROM coercive_measures WHERE id = NEW.measure_id;
  IF measure.status IS NULL OR measure.status NOT IN ('IN_FORCE', 'ENDED') THEN
    RAISE EXCEPTION 'The measure has not come into force.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_TABLE_NAME = 'measure_incidents' THEN
    IF NEW.happened_at < came_into_force_at(measure) - interval '15 minutes'
        OR NEW.happened_at > measure.ended_at THEN
      RAISE EXCEPTION 'The measure was not in force when this happened.'
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER measure_notices_are_of_a_measure BEFORE INSERT ON measure_notices FOR EACH ROW
  EXECUTE FUNCTION require_a_measure_that_came_into_force();
CREATE TRIGGER measure_incidents_are_of_a_measure BEFORE INSERT ON measure_incidents FOR EACH ROW
  EXECUTE FUNCTION require_a_measure_that_came_into_force();

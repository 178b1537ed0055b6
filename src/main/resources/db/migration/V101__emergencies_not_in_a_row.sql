-- Danger to life allows 24 hours of compulsion, then another basis or the end. Without a pause the
-- same measure could be asked for each day anew.
ALTER TABLE measure_catalogue
  -- How long after its end the person is not compelled on the same basis. Three days at least: the
  -- time in which the law has police, court and social worker bring the papers of another basis.
  ADD COLUMN pause_days integer CHECK (pause_days >= 3);
UPDATE measure_catalogue SET pause_days = 7 WHERE legal_basis = 'DANGER_TO_LIFE';
ALTER TABLE measure_catalogue
  ADD CONSTRAINT only_danger_to_life_pauses
    CHECK ((legal_basis = 'DANGER_TO_LIFE') = (pause_days IS NOT NULL));

-- Other cases of whom a case is about, itself included.
CREATE FUNCTION cases_of_the_same(number text) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT other.number FROM cases own JOIN cases other
    ON other.number = own.number OR other.person_id = own.person_id
      OR other.household_id = own.household_id OR other.group_id = own.group_id
      OR other.community_id = own.community_id
  WHERE own.number = $1
$$;

-- From when danger to life can be a basis for a case again; empty if it never was one. What the
-- catalogue said when the earlier measure was asked for decides.
CREATE FUNCTION emergency_possible_from(number text, leaving_out uuid) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
  SELECT max(coalesce(m.ended_at, m.valid_until) + k.pause_days * interval '1 day')
  FROM coercive_measures m
  JOIN cases c ON c.number = m.case_number
  JOIN measure_catalogue k ON k.field = c.field AND k.kind = m.kind
    AND k.legal_basis = m.legal_basis
    AND k.valid_from <= (m.requested_at AT TIME ZONE 'Asia/Jakarta')::date
    AND (k.valid_until IS NULL
      OR k.valid_until > (m.requested_at AT TIME ZONE 'Asia/Jakarta')::date)
  WHERE m.legal_basis = 'DANGER_TO_LIFE' AND m.status IN ('IN_FORCE', 'ENDED')
    AND m.id IS DISTINCT FROM leaving_out
    AND m.case_number IN (SELECT cases_of_the_same($1))
$$;

CREATE FUNCTION refuse_emergencies_in_a_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Of two that come at the same moment, the second sees the first.
  PERFORM pg_advisory_xact_lock(hashtextextended('danger to life of '
    || coalesce(person_id, household_id, group_id, community_id), 0))
  FROM cases WHERE number = NEW.case_number;
  IF emergency_possible_from(NEW.case_number, NEW.id) > NEW.valid_from THEN
    RAISE EXCEPTION 'Danger to life was the basis of a measure a short while ago; going on needs another one.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER emergencies_do_not_follow_each_other BEFORE INSERT ON coercive_measures
  FOR EACH ROW WHEN (NEW.legal_basis = 'DANGER_TO_LIFE')
  EXECUTE FUNCTION refuse_emergencies_in_a_row();
-- Two may be asked for at the same time; only one of them comes into force.
CREATE TRIGGER emergencies_do_not_come_together BEFORE UPDATE ON coercive_measures
  FOR EACH ROW WHEN (NEW.legal_basis = 'DANGER_TO_LIFE' AND OLD.status = 'REQUESTED'
    AND NEW.status = 'IN_FORCE')
  EXECUTE FUNCTION refuse_emergencies_in_a_row();

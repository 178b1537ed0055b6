-- Case conferences (pembahasan kasus): called by a person or by a rule, held with three professions
-- under a chair who does not lead the case, and what was decided and objected there.

CREATE TABLE conferences (
  id uuid PRIMARY KEY,
  case_number text NOT NULL,
  episode integer NOT NULL,
  reason text NOT NULL CHECK (reason IN ('EMERGENCY', 'COERCION', 'PLACEMENT', 'PERMANENCY',
    'AGENCIES', 'PLAN_OVERDUE', 'DEATH', 'SERIOUS_INCIDENT', 'OTHER')),
  measure_id uuid REFERENCES coercive_measures,
  -- Who called it and what for; empty if a rule did.
  called_by text,
  purpose text CHECK (btrim(purpose) <> ''),
  called_at timestamptz NOT NULL,
  record_id uuid REFERENCES case_records,
  held_at timestamptz,
  called_off_at timestamptz,
  called_off_because text CHECK (btrim(called_off_because) <> ''),
  FOREIGN KEY (case_number, episode) REFERENCES episodes,
  CONSTRAINT people_say_what_for CHECK (
    (called_by IS NULL) = (purpose IS NULL) AND (reason <> 'OTHER' OR called_by IS NOT NULL)),
  CONSTRAINT coercion_is_about_a_measure CHECK (CASE reason
    WHEN 'COERCION' THEN measure_id IS NOT NULL
    WHEN 'PLACEMENT' THEN true
    ELSE measure_id IS NULL END),
  -- Times are told in quarters of an hour.
  CONSTRAINT not_held_before_it_was_called CHECK (held_at >= called_at - interval '15 minutes'),
  CONSTRAINT called_off_for_a_reason CHECK (
    num_nonnulls(called_off_at, called_off_because) IN (0, 2)
    AND (held_at IS NULL OR called_off_at IS NULL))
);
CREATE INDEX conferences_case ON conferences (case_number, called_at DESC);
-- However many requests come at once: one open conference for each reason, and for each measure.
CREATE UNIQUE INDEX conferences_one_open_for_a_reason ON conferences
  (case_number, reason, coalesce(measure_id, '00000000-0000-0000-0000-000000000000'))
  WHERE held_at IS NULL AND called_off_at IS NULL;

-- To each date people are invited anew; what came of a date stays on file.
CREATE TABLE conference_dates (
  conference_id uuid NOT NULL REFERENCES conferences,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  chair text NOT NULL REFERENCES workers,
  planned_at timestamptz NOT NULL,
  place text NOT NULL CHECK (btrim(place) <> ''),
  client_invited text NOT NULL CHECK (client_invited IN
    ('PERSON', 'ADVOCATE', 'PERSON_AND_ADVOCATE', 'NOBODY')),
  not_invited_because text CHECK (btrim(not_invited_because) <> ''),
  prepared_by text NOT NULL,
  prepared_at timestamptz NOT NULL,
  record_id uuid NOT NULL REFERENCES case_records,
  outcome text CHECK (outcome IN ('HELD', 'NO_QUORUM', 'POSTPONED')),
  began_at timestamptz,
  minutes text CHECK (btrim(minutes) <> ''),
  client_view text CHECK (btrim(client_view) <> ''),
  closed_by text,
  closed_at timestamptz,
  closing_record_id uuid REFERENCES case_records,
  PRIMARY KEY (conference_id, ordinal),
  CONSTRAINT planned_for_the_time_to_come CHECK (planned_at > prepared_at),
  CONSTRAINT invited_or_a_reason_why_not CHECK (
    (client_invited = 'NOBODY') = (not_invited_because IS NOT NULL)),
  CONSTRAINT closed_as_a_whole CHECK (
    num_nonnulls(outcome, minutes, closed_by, closed_at, closing_record_id) IN (0, 5)),
  CONSTRAINT held_at_a_time_with_the_view_of_the_person CHECK (
    (outcome IS NOT DISTINCT FROM 'HELD') = (num_nonnulls(began_at, client_view) = 2)
    AND num_nonnulls(began_at, client_view) IN (0, 2) AND began_at <= closed_at)
);
CREATE UNIQUE INDEX conference_dates_one_open ON conference_dates (conference_id)
  WHERE outcome IS NULL;

CREATE TABLE conference_participants (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL,
  date_ordinal integer NOT NULL,
  profession text NOT NULL CHECK (profession IN ('SOCIAL_WORKER', 'SOCIAL_WELFARE_STAFF',
    'PSYCHOLOGIST', 'DOCTOR', 'NURSE', 'LAWYER', 'POLICE_OFFICER', 'PROBATION_OFFICER',
    'TEACHER', 'RELIGIOUS_COUNSELLOR', 'VILLAGE_OFFICIAL', 'OTHER')),
  user_id text REFERENCES workers,
  name text CHECK (btrim(name) <> ''),
  invited boolean NOT NULL,
  present boolean,
  FOREIGN KEY (conference_id, date_ordinal) REFERENCES conference_dates,
  CONSTRAINT a_colleague_or_somebody_from_outside CHECK (num_nonnulls(user_id, name) = 1),
  CONSTRAINT invited_or_came_along CHECK (invited OR present)
);
CREATE INDEX conference_participants_date ON conference_participants (conference_id, date_ordinal);
CREATE UNIQUE INDEX conference_participants_once ON conference_participants
  (conference_id, date_ordinal, user_id) WHERE user_id IS NOT NULL;

CREATE TABLE conference_decisions (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conferences,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  decision text NOT NULL CHECK (btrim(decision) <> ''),
  owner text NOT NULL REFERENCES workers,
  due_on date NOT NULL,
  outcome text CHECK (outcome IN ('DONE', 'NOT_DONE', 'CALLED_OFF')),
  report text CHECK (btrim(report) <> ''),
  closed_by text,
  closed_at timestamptz,
  UNIQUE (conference_id, ordinal),
  CONSTRAINT reported_as_a_whole CHECK (num_nonnulls(outcome, report, closed_at) IN (0, 3)
    AND (closed_by IS NOT NULL) = (outcome IS NOT NULL AND outcome <> 'CALLED_OFF'))
);

CREATE TABLE conference_dissents (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conferences,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  who text NOT NULL CHECK (btrim(who) <> ''),
  what text NOT NULL CHECK (btrim(what) <> ''),
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  UNIQUE (conference_id, ordinal)
);

-- What was written once stays; what comes later is added.
CREATE TRIGGER conferences_keep_what_is_written BEFORE UPDATE ON conferences
  FOR EACH ROW EXECUTE FUNCTION require_that_nothing_changes();
CREATE TRIGGER conferences_keep_their_content BEFORE UPDATE ON conferences
  FOR EACH ROW EXECUTE FUNCTION refuse_change_except('held_at', 'called_off_at',
    'called_off_because');
CREATE TRIGGER conferences_stay BEFORE DELETE ON conferences FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER conference_dates_keep_what_is_written BEFORE UPDATE ON conference_dates
  FOR EACH ROW EXECUTE FUNCTION require_that_nothing_changes();
CREATE TRIGGER conference_dates_keep_their_content BEFORE UPDATE ON conference_dates
  FOR EACH ROW EXECUTE FUNCTION refuse_change_except('outcome', 'began_at', 'minutes',
    'client_view', 'closed_by', 'closed_at', 'closing_record_id');
CREATE TRIGGER conference_dates_stay BEFORE DELETE ON conference_dates FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER conference_participants_keep_what_is_written BEFORE UPDATE
  ON conference_participants FOR EACH ROW EXECUTE FUNCTION require_that_nothing_changes();
CREATE TRIGGER conference_participants_keep_their_content BEFORE UPDATE
  ON conference_participants FOR EACH ROW EXECUTE FUNCTION refuse_change_except('present');
CREATE TRIGGER conference_participants_stay BEFORE DELETE ON conference_participants
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER conference_decisions_keep_what_is_written BEFORE UPDATE ON conference_decisions
  FOR EACH ROW EXECUTE FUNCTION require_that_nothing_changes();
CREATE TRIGGER conference_decisions_keep_their_content BEFORE UPDATE ON conference_decisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change_except('outcome', 'report', 'closed_by',
    'closed_at');
CREATE TRIGGER conference_decisions_stay BEFORE DELETE ON conference_decisions FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER conference_dissents_stay BEFORE UPDATE OR DELETE ON conference_dissents
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION require_the_measure_of_the_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.measure_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM coercive_measures
      WHERE id = NEW.measure_id AND case_number = NEW.case_number) THEN
    RAISE EXCEPTION 'The measure belongs to another case.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER conferences_are_about_a_measure_of_the_case BEFORE INSERT ON conferences
  FOR EACH ROW EXECUTE FUNCTION require_the_measure_of_the_case();

-- Whoever leads the case does not chair: neither when people are invited nor when they meet.
CREATE FUNCTION require_another_chair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM conferences k JOIN cases c ON c.number = k.case_number
      WHERE k.id = NEW.conference_id AND c.lead = CASE
        WHEN TG_OP = 'INSERT' THEN NEW.chair
        WHEN NEW.outcome = 'HELD' THEN NEW.closed_by END) THEN
    RAISE EXCEPTION 'Whoever leads the case does not chair its conference.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'INSERT' AND EXISTS (SELECT 1 FROM conferences WHERE id = NEW.conference_id
      AND num_nonnulls(held_at, called_off_at) > 0) THEN
    RAISE EXCEPTION 'Nobody is invited to a conference that is over.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER conferences_have_another_chair BEFORE INSERT OR UPDATE ON conference_dates
  FOR EACH ROW EXECUTE FUNCTION require_another_chair();

CREATE FUNCTION professions_present(conference uuid, date_of_it integer) RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT count(DISTINCT profession) FROM conference_participants
  WHERE conference_id = conference AND date_ordinal = date_of_it AND present
$$;

CREATE FUNCTION require_a_quorum() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF professions_present(NEW.conference_id, NEW.ordinal) < 3 THEN
    RAISE EXCEPTION 'A conference is held with three different professions present.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER conferences_have_a_quorum BEFORE INSERT OR UPDATE ON conference_dates
  FOR EACH ROW WHEN (NEW.outcome = 'HELD') EXECUTE FUNCTION require_a_quorum();

-- Nobody is added, or was there, after the date has its outcome.
CREATE FUNCTION require_an_open_date() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM conference_dates WHERE conference_id = NEW.conference_id
      AND ordinal = NEW.date_ordinal AND outcome IS NOT NULL) THEN
    RAISE EXCEPTION 'Who was there is not changed any more.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER conference_participants_stay_as_they_were BEFORE INSERT OR UPDATE
  ON conference_participants FOR EACH ROW EXECUTE FUNCTION require_an_open_date();

CREATE FUNCTION require_a_held_date() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM conference_dates WHERE conference_id = NEW.id
      AND outcome = 'HELD' AND began_at = NEW.held_at) THEN
    RAISE EXCEPTION 'A conference is held when one of its dates was, with a quorum.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER conferences_are_held_at_a_date BEFORE INSERT OR UPDATE ON conferences
  FOR EACH ROW WHEN (NEW.held_at IS NOT NULL) EXECUTE FUNCTION require_a_held_date();

CREATE FUNCTION require_a_held_conference() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM conferences
      WHERE id = NEW.conference_id AND held_at IS NOT NULL) THEN
    RAISE EXCEPTION 'Only a conference that was held decides.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER conference_decisions_need_a_quorum BEFORE INSERT ON conference_decisions
  FOR EACH ROW EXECUTE FUNCTION require_a_held_conference();
CREATE TRIGGER conference_dissents_need_a_conference BEFORE INSERT ON conference_dissents
  FOR EACH ROW EXECUTE FUNCTION require_a_held_conference();

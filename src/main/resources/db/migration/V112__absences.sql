-- Who is away, and who stands in meanwhile.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE absences (
  user_id text NOT NULL REFERENCES workers,
  first_day date NOT NULL,
  last_day date NOT NULL,
  deputy text NOT NULL REFERENCES workers,
  -- False once it was called off.
  active boolean NOT NULL DEFAULT true,
  PRIMARY KEY (user_id, first_day),
  CONSTRAINT absences_end_after_they_begin CHECK (last_day >= first_day),
  CONSTRAINT nobody_is_their_own_deputy CHECK (deputy <> user_id),
  CONSTRAINT absent_once_at_a_time
    EXCLUDE USING gist (user_id WITH =, daterange(first_day, last_day, '[]') WITH &&) WHERE (active)
);
CREATE INDEX absences_deputy ON absences (deputy, first_day);

-- A deputy is there as long as somebody else is not.
CREATE FUNCTION refuse_absent_deputy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Two absences that concern the same people follow each other.
  PERFORM FROM workers WHERE user_id IN (NEW.user_id, NEW.deputy) ORDER BY user_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM absences a WHERE a.active
      AND daterange(a.first_day, a.last_day, '[]') && daterange(NEW.first_day, NEW.last_day, '[]')
      AND (a.user_id = NEW.deputy OR a.deputy = NEW.user_id)) THEN
    RAISE EXCEPTION 'The deputy is absent too.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'absences_deputy_is_there';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER absences_deputy_is_there AFTER INSERT OR UPDATE ON absences FOR EACH ROW
  WHEN (NEW.active) EXECUTE FUNCTION refuse_absent_deputy();

-- Tasks that a deputy has instead of somebody who is absent; they come back to whoever returns.
CREATE TABLE deputised_tasks (
  task_id text PRIMARY KEY,
  user_id text NOT NULL REFERENCES workers,
  deputy text NOT NULL REFERENCES workers,
  since timestamptz NOT NULL
);
CREATE INDEX deputised_tasks_user ON deputised_tasks (user_id);
